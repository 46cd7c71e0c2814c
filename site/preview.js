// Applies the settings to the widget on the demo page.
import { ATTRIBUTES, READ_ONCE } from "./settings.js";
import { styleSheet } from "./snippet.js";

const sheet = new CSSStyleSheet();
document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];

/** The attributes set here last. Attributes set by others are left alone. */
let shown = {};

function set(widget, name, value) {
  if (value === undefined) widget.removeAttribute(name);
  else widget.setAttribute(name, value);
}

/**
 * Keeps the preview as high as it is until the widget is there again: whoever presses something below it meanwhile would
 * press beside it.
 */
function holdHeight(stage, widget) {
  stage.style.minBlockSize = `${stage.offsetHeight}px`;
  for (const event of ["leadership-audit-ready", "leadership-audit-failed"]) {
    widget.addEventListener(event, () => (stage.style.minBlockSize = ""), { once: true });
  }
}

/** @param {import("./snippet.js").Chosen} chosen */
export function show(chosen) {
  sheet.replaceSync(styleSheet(chosen));
  const widget = document.querySelector("leadership-audit");
  if (!widget) return;
  const { attributes } = chosen;
  const changed = ATTRIBUTES.filter((name) => shown[name] !== attributes[name]);
  // A change of these needs a new element.
  const anew = changed.some((name) => READ_ONCE.includes(name));
  const next = anew ? widget.cloneNode(true) : widget;
  if (changed.includes("src")) holdHeight(widget.parentElement, next);
  for (const name of changed) set(next, name, attributes[name]);
  if (anew) widget.replaceWith(next);
  shown = attributes;
}
