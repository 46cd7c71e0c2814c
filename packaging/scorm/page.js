// The page of the package: reports to the learning platform that the audit is completed, and says what is reported.
import { BINDINGS } from "./bindings.js";
import { auditOf } from "./learner.js";
import { Platform } from "./platform.js";
import { COMPLETION, CONNECTION, NOTHING_ELSE, SHARED, TRY_AGAIN, sharing } from "./says.js";
import "./session.js";
import { Unreported } from "./unreported.js";

const widget = document.querySelector("leadership-audit");
const strip = document.querySelector(".platform");
const line = strip.querySelector("p");
const retry = strip.querySelector("button");
const platform = new Platform(BINDINGS[document.documentElement.dataset.scorm]);
const shareLabel = widget.getAttribute("share-label")?.trim();
/** What a platform that records something gets besides. */
const MORE = shareLabel ? sharing(shareLabel) : NOTHING_ELSE;
/** What the platform answered last: see `Platform.connect`. */
let connection;

/** `stays`: in sight, wherever on the page the learner is. */
function say(text, { canTryAgain = false, stays = false } = {}) {
  line.textContent = text;
  retry.hidden = !canTryAgain;
  strip.classList.toggle("stays", stays);
}

/** Begins a session, and says what the platform learns. A result is offered only to one that takes it. */
function connect() {
  connection = platform.connect();
  const records = connection === "open" || connection === "completed";
  if (shareLabel && records) widget.setAttribute("share-label", shareLabel);
  else widget.removeAttribute("share-label");
  const canTryAgain = connection === "refused";
  say(records ? `${CONNECTION[connection]} ${MORE}` : CONNECTION[connection], { canTryAgain });
}

/** Reports a completion that no platform has accepted yet. */
function report() {
  if (connection === "completed") unreported.forget();
  if (!unreported.is || connection === "absent" || connection === "preview") return;
  const isAccepted = platform.complete();
  if (!isAccepted) {
    say(COMPLETION.false, { canTryAgain: true, stays: true });
    return;
  }
  connection = "completed";
  unreported.forget();
  say(`${COMPLETION.true} ${MORE}`);
}

connect();
const audit = auditOf(widget.getAttribute("audit-id"), platform.learner);
const unreported = new Unreported(audit);
widget.setAttribute("audit-id", audit);
report();

retry.textContent = TRY_AGAIN;
retry.addEventListener("click", () => {
  if (connection === "refused") connect();
  report();
});
addEventListener("leadership-audit-completed", () => {
  if (connection === "open" || connection === "refused") unreported.remember();
  report();
});
addEventListener("leadership-audit-shared", ({ detail }) => {
  say(SHARED[platform.report(detail)], { stays: true });
});
addEventListener("leadership-audit-erased", () => unreported.forget());
addEventListener("pagehide", () => platform.leave());
// A page that comes back from the browser's cache has ended its session.
addEventListener("pageshow", ({ persisted }) => {
  if (!persisted) return;
  connect();
  report();
});
