// The style sheet of the audit, which all elements of a page share.
import style from "virtual:style";
import { element } from "./dom.js";

let shared;

/** Gives a shadow root the style of the audit. */
export function dress(root) {
  dressWith(root, root, () => (shared ??= sheetOf(window, style)), style);
}

/** Gives the document of another window a style. */
export function dressPage(page, text) {
  dressWith(page.document, page.document.head, () => sheetOf(page, text), text);
}

function dressWith(root, parent, sheet, text) {
  try {
    root.adoptedStyleSheets = [sheet()];
  } catch {
    // Safari before 16.4 constructs no style sheets. A strict policy may forbid this one; the audit then runs unstyled.
    parent.append(element("style", { textContent: text }));
  }
}

function sheetOf({ CSSStyleSheet }, text) {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(text);
  return sheet;
}
