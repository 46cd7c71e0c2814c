// Every way in which loading can fail, by name, and what the visitor can do about it.
import { saveBackup } from "./backup.js";
import { element } from "./dom.js";

const WHY = {
  unsupported: "This browser cannot run the audit: WebAssembly is missing or switched off.",
  missing: "A file of the audit is missing on the website.",
  network: "The audit could not be fetched: the connection failed.",
  blocked: "The website's security policy does not let the audit run.",
  corrupt: "The website sent a damaged file instead of the audit.",
  timeout: "The audit took too long to arrive.",
  source: "The questionnaire that this page names could not be fetched.",
  instrument: "The questionnaire that this page names has faults.",
  page: "Something else on this page keeps the audit from starting.",
  crashed: "The audit stopped unexpectedly, again and again.",
  internal: "The audit could not be started.",
};

/** What may explain that a file of this version is gone. */
const UPDATED =
  "The website may have been updated since you opened this page: if another try does not help, load the page again.";

/** What has started afresh, said above it until it is closed. */
export function startedAfresh(words) {
  const close = element("button", { type: "button", className: "link", textContent: "Close" });
  const notice = element(
    "div",
    { className: "notice", role: "alert" },
    element("p", { textContent: words }),
    close,
  );
  close.addEventListener("click", () => {
    const heading = notice.getRootNode().querySelector("h2");
    notice.remove();
    // Focus that was on the button would be nowhere.
    heading?.focus();
  });
  return notice;
}

export class Failure extends Error {
  /** @param {keyof WHY} kind @param {string} [detail] for developers */
  constructor(kind, detail = "") {
    super(detail ? `${WHY[kind]} ${detail}` : WHY[kind]);
    this.kind = kind;
    this.detail = detail;
  }

  /** What was thrown, as a failure. The program throws texts about the questionnaire. */
  static of(thrown) {
    if (thrown instanceof Failure) return thrown;
    return new Failure(typeof thrown === "string" ? "instrument" : "internal", String(thrown));
  }

  /** Why a part of the program is missing, for the visitor. */
  get whyPart() {
    const replaced = this.kind === "missing" || this.kind === "corrupt";
    return replaced ? `${WHY[this.kind]} ${UPDATED}` : WHY[this.kind];
  }

  /** What stands in the place of something that is only a part: why, and another try. */
  notice(retry) {
    const again = element("button", { type: "button", textContent: "Try again" });
    again.addEventListener("click", retry);
    return element(
      "div",
      { role: "alert" },
      element("p", { textContent: `This part is not here yet. ${WHY[this.kind]}` }),
      element("p", { className: "actions" }, again),
    );
  }

  /** What the visitor sees: why, another try, and the stored answers as a file. */
  panel(audit, held, retry) {
    const button = (label, press) => {
      const made = element("button", { type: "button", textContent: label });
      made.addEventListener("click", press);
      return made;
    };
    const actions = element("p", { className: "actions" }, button("Try again", retry));
    const kept = saveBackup.available(audit, held);
    if (kept) {
      actions.append(button("Save everything stored here as a file", () => saveBackup(audit, held)));
    }
    return element(
      "div",
      { className: "screen failure" },
      element(
        "div",
        { role: "alert" },
        element("p", {}, element("strong", { textContent: WHY[this.kind] })),
        element("p", {
          textContent: kept
            ? "What you answered before is still here."
            : "Nothing of yours is lost.",
        }),
      ),
      actions,
      element(
        "details",
        {},
        element("summary", { textContent: "For the website's owner" }),
        element("p", { className: "quiet", textContent: this.detail || this.kind }),
      ),
    );
  }
}
