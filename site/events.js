// The log of the element's events.

import { EVENTS } from "./settings.js";

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
    element("summary", `detail, ${text.length} characters`),
    element("pre", JSON.stringify(detail, null, 2)),
  );
  return folded;
}

/** @param {HTMLOListElement} list @param {HTMLElement} none shown while the log is empty */
export function logEvents(list, none) {
  for (const name of EVENTS) {
    document.addEventListener(name, ({ type, detail }) => {
      none.hidden = true;
      const line = element("li");
      line.append(element("b", type), " ", detailOf(detail));
      list.prepend(line);
      if (list.childElementCount > MOST) list.lastElementChild.remove();
    });
  }
}
