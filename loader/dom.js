// Elements, made by calls alone, since strict Trusted Types let no HTML be parsed, and which of them has focus.

export function element(name, properties = {}, ...children) {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
}

const SVG = "http://www.w3.org/2000/svg";

/** A node from data: a text, a comment `[0, text]`, or an element `[name, attributes, ...children]`. */
export function build(node, svg = false) {
  if (typeof node === "string") return document.createTextNode(node);
  const [name, attributes, ...children] = node;
  if (name === 0) return document.createComment(attributes);
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

/** What has focus, by the native getter: an element of the page can clobber `document.activeElement`. */
export function activeElement() {
  return Object.getOwnPropertyDescriptor(Document.prototype, "activeElement").get.call(document);
}
