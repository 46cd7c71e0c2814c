// Elements: made by calls alone, since strict Trusted Types let no HTML be parsed; which has focus, and what is around one.

export function element(name, properties = {}, ...children) {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
}

const SVG = "http://www.w3.org/2000/svg";

/** A node from data: a text, or an element `[name, attributes, ...children]`. */
export function build(node, svg = false) {
  if (typeof node === "string") return document.createTextNode(node);
  const [name, attributes, ...children] = node;
  const inSvg = svg || name === "svg";
  const made = inSvg ? document.createElementNS(SVG, name) : document.createElement(name);
  for (const key of Object.keys(attributes)) made.setAttribute(key, attributes[key]);
  for (const child of children) made.append(build(child, inSvg));
  return made;
}

/** What no reader sees, and what turns text around: in an address never needed. */
const HIDDEN = /[\p{Cc}\p{Bidi_C}\p{DI}]/gu;

/** The beginning of an address as the page wrote it, for a message. */
export const quoted = (address) => address.replace(HIDDEN, "").slice(0, 200);

/** A property by its native getter: what the page names alike can clobber `document.activeElement` or `form.parentNode`. */
function native({ prototype }, name, node) {
  return Object.getOwnPropertyDescriptor(prototype, name).get.call(node);
}

/** What has focus. */
export const activeElement = () => native(Document, "activeElement", document);

/** An element and all around it as they are drawn: out of slots and shadow roots. */
export function* around(inner) {
  for (let node = inner; node; node = node.assignedSlot ?? native(Node, "parentNode", node) ?? node.host) {
    if (node.nodeType === Node.ELEMENT_NODE) yield node;
  }
}

/** Dispatches an event of the element, which bubbles and leaves shadow roots. */
export function dispatch(host, name, detail) {
  const options = { __proto__: null, bubbles: true, composed: true, detail };
  host.dispatchEvent(new CustomEvent(name, options));
}
