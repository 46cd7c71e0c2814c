// Every way in which loading can fail, by name, and what the visitor can do about it. What is said
// about each comes from the visitor's language: `says`, by the same name.
import { fallback } from "virtual:language";
import { backupText, hasBackup } from "./backup.js";
import { element } from "./dom.js";
import { eraseEverything } from "./erase.js";
import { offerFile } from "./file.js";
import { outcomePlace, sayOffered } from "./outcome.js";

/** Says that the program has started afresh, until it is closed. */
export function startedAfresh(says) {
  const close = element("button", { type: "button", className: "link", textContent: says.close });
  const notice = element(
    "div",
    { className: "notice", role: "alert" },
    element("p", { textContent: says.afresh }),
    close,
  );
  close.addEventListener("click", () => {
    const heading = notice.getRootNode().querySelector("h2");
    notice.remove();
    // Or focus would be lost with the button.
    heading?.focus();
  });
  return notice;
}

function button(label, press) {
  const made = element("button", { type: "button", textContent: label });
  made.addEventListener("click", press);
  return made;
}

/** A button that deletes everything, once the visitor is sure. */
function deletion(says, erase) {
  const place = element("div", { className: "actions" });
  const ask = () => {
    const yes = button(says.erase_yes, () => {
      place.remove();
      erase();
    });
    const no = button(says.erase_no, offer);
    place.replaceChildren(element("p", { role: "alert", textContent: says.erase_sure }), yes, no);
    no.focus();
  };
  const offer = () => {
    const first = button(says.erase, ask);
    const again = place.hasChildNodes();
    place.replaceChildren(first);
    if (again) first.focus();
  };
  offer();
  return place;
}

export class Failure extends Error {
  /** @param {string} kind the name of a sentence @param {string} [detail] for developers */
  constructor(kind, detail = "") {
    super(detail ? `${fallback.says[kind]} ${detail}` : fallback.says[kind]);
    this.kind = kind;
    this.detail = detail;
  }

  /** What was thrown, as a failure. The program throws a text: the kind of failure. */
  static of(thrown) {
    if (thrown instanceof Failure) return thrown;
    return typeof thrown === "string" ? new Failure(thrown) : new Failure("internal", String(thrown));
  }

  /**
   * What the visitor sees: why, another try, and what is stored: as a file, or to be deleted.
   * @param {() => void} forget is called when everything was deleted
   */
  panel({ says, tag, direction }, audit, held, retry, forget) {
    // Only a page that is loaded again has the loader of the new release.
    const again = this.kind === "updated" ? button(says.reload, () => location.reload()) : button(says.again, retry);
    const actions = element("p", { className: "actions" }, again);
    const outcome = outcomePlace();
    const kept = hasBackup(audit, held);
    if (kept) {
      const save = () => {
        const text = backupText(audit, held);
        const offered = offerFile("leadership-audit-backup.json", "application/json", text);
        sayOffered(outcome, says, text, offered);
      };
      actions.append(button(says.save, save));
    }
    const state = element("p", { textContent: kept ? says.kept : says.nothing_lost });
    const erased = (whole) => {
      state.textContent = whole ? says.erased : says.not_erased;
      if (!whole) return;
      again.nextSibling.remove();
      outcome.remove();
      forget();
    };
    return element(
      "div",
      { className: "failure", lang: tag, dir: direction },
      element(
        "div",
        { role: "alert" },
        element("p", {}, element("strong", { textContent: says[this.kind] })),
        state,
      ),
      actions,
      outcome,
      kept ? deletion(says, () => erased(eraseEverything(audit))) : "",
      element(
        "details",
        {},
        element("summary", { textContent: says.owner }),
        element("p", { className: "quiet", textContent: this.detail || this.kind }),
      ),
    );
  }
}
