// The page of the package: reports to the learning platform that the audit is completed, and says what is reported.
import { BINDINGS } from "./bindings.js";
import { auditOf } from "./learner.js";
import { Platform } from "./platform.js";
import "./session.js";
import { Unreported } from "./unreported.js";
import { wordsIn } from "./words.js";

const widget = document.querySelector("leadership-audit");
const strip = document.querySelector(".platform");
const line = strip.querySelector("p");
const retry = strip.querySelector("button");
const platform = new Platform(BINDINGS[document.documentElement.dataset.scorm]);
const words = wordsIn(widget.lang || document.documentElement.lang);
const shareLabel = widget.getAttribute("share-label")?.trim();
/** What a platform that records something gets besides. */
const MORE = shareLabel ? words.say("more.sharing", { label: shareLabel }) : words.say("more.nothing");
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
  const found = words.say(`connection.${connection}`);
  say(records ? words.joined(found, MORE) : found, { canTryAgain });
}

/** Reports a completion that no platform has accepted yet. */
function report() {
  if (connection === "completed") unreported.forget();
  if (!unreported.is || connection === "absent" || connection === "preview") return;
  const isAccepted = platform.complete();
  if (!isAccepted) {
    say(words.say("completion.false"), { canTryAgain: true, stays: true });
    return;
  }
  connection = "completed";
  unreported.forget();
  say(words.joined(words.say("completion.true"), MORE));
}

connect();
const audit = auditOf(widget.getAttribute("audit-id"), platform.learner);
const unreported = new Unreported(audit);
widget.setAttribute("audit-id", audit);
report();

retry.textContent = words.say("retry");
retry.addEventListener("click", () => {
  if (connection === "refused") connect();
  report();
});
addEventListener("leadership-audit-completed", () => {
  if (connection === "open" || connection === "refused") unreported.remember();
  report();
});
addEventListener("leadership-audit-shared", ({ detail }) => {
  say(words.say(`shared.${platform.report(detail)}`), { stays: true });
});
addEventListener("leadership-audit-erased", () => unreported.forget());
addEventListener("pagehide", () => platform.leave());
// A page that comes back from the browser's cache has ended its session.
addEventListener("pageshow", ({ persisted }) => {
  if (!persisted) return;
  connect();
  report();
});
