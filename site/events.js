// The log of the element's events.

import { EVENTS } from "./settings.js";
import { say } from "./words.js";

/** A longer detail, such as a whole export, is collapsed. Characters of JSON. */
const SHORT = 120;
/** Entries of the log. */
const MOST = 50;

function element(name, text = "") {
  const made = document.createElement(name);
  made.textContent = text;
  return made;
}

function detailOf(detail) {
  const text = JSON.stringify(detail);
  if (text.length <= SHORT) return element("code", text);
  const folded = element("details");
  folded.append(
    element("summary", say("events.folded", { length: text.length })),
    element("pre", JSON.stringify(detail, null, 2)),
  );
  return folded;
}

/**
 * @param {HTMLElement} stage where the element is
 * @param {HTMLOListElement} list @param {HTMLElement} none shown while the log is empty
 */
export function logEvents(stage, list, none) {
  for (const name of EVENTS) {
    stage.addEventListener(name, ({ type, detail }) => {
      none.hidden = true;
      const line = element("li");
      line.append(element("b", type), " ", detailOf(detail));
      list.prepend(line);
      if (list.childElementCount > MOST) list.lastElementChild.remove();
    });
  }
}
