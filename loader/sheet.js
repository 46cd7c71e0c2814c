// The style of the audit, which all elements of a page share: of the first screens at once, of the others with the parts
// of the program that draw them.
import first, { later } from "virtual:style";
import { element } from "./dom.js";

/** The style so far. */
let style = first;
let shared;
/** Fallback where style sheets can't be constructed: weak references to the `<style>` elements that hold the style. */
const copies = new Set();
/** What has arrived, by the file that it came with. */
const arrived = new Map();

/** Gives a shadow root the style of the audit. */
export function dress(root) {
  const copy = dressWith(root, root, () => (shared ??= sheetOf(window, style)), style);
  if (copy) copies.add(new WeakRef(copy));
}

/** Gives the document of another window a style. */
export function dressPage(page, text) {
  dressWith(page.document, page.document.head, () => sheetOf(page, text), text);
}

/** Adds the style that a compiled file of the program brings, if it brings any. */
export function addStyleOf(file, module) {
  for (const section of WebAssembly.Module.customSections(module, "style")) {
    arrived.set(file, new TextDecoder().decode(section));
  }
  style = first;
  // In the order of the cascade, whatever arrived first.
  for (const name of later) style += arrived.get(name) ?? "";
  shared?.replaceSync(style);
  for (const copy of copies) {
    const node = copy.deref();
    if (node) node.textContent = style;
    else copies.delete(copy);
  }
}

/** Returns the element that has the style where no sheet can be shared. */
function dressWith(root, parent, sheet, text) {
  try {
    root.adoptedStyleSheets = [sheet()];
  } catch {
    // Safari before 16.4 constructs no style sheets. A strict policy may forbid this one; the audit then runs unstyled.
    const copy = element("style", { textContent: text });
    parent.append(copy);
    return copy;
  }
}

function sheetOf({ CSSStyleSheet }, text) {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(text);
  return sheet;
}
