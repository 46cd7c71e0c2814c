// The screens that a visitor can see first, drawn at build time and kept as data: a text, a
// comment `[0, text]`, or an element `[name, attributes, ...children]`. Yew finds its way by the
// comments when it takes the nodes over.
import screens from "virtual:screens";
import { element } from "./dom.js";

const SVG = "http://www.w3.org/2000/svg";

function build(node, svg) {
  if (typeof node === "string") return document.createTextNode(node);
  const [name, attributes, ...children] = node;
  if (name === 0) return document.createComment(attributes);
  const inSvg = svg || name === "svg";
  const made = inSvg ? document.createElementNS(SVG, name) : document.createElement(name);
  for (const key of Object.keys(attributes)) made.setAttribute(key, attributes[key]);
  for (const child of children) made.append(build(child, inSvg));
  return made;
}

function oneOf(value, values) {
  const text = value?.trim();
  for (const allowed of values) if (text === allowed) return allowed;
  return values[0];
}

/** Draws into `root` what `host` shows first. Another questionnaire has to be fetched before. */
export function drawFirstScreen(root, host) {
  if (host.hasAttribute("src")) {
    const waiting = { className: "screen", textContent: "The questionnaire is on its way." };
    root.replaceChildren(element("p", waiting));
    return;
  }
  root.replaceChildren(...firstScreen(host));
}

/** Draws again what something else on the page has changed: the program counts on these nodes. */
export function mendFirstScreen(root, host) {
  const opened = [...root.querySelectorAll("details[open]")];
  for (const details of opened) details.open = false;
  const drawn = element("div", {}, ...firstScreen(host));
  if (!drawn.isEqualNode(root)) root.replaceChildren(...drawn.childNodes);
  for (const details of opened) details.open = true;
}

function firstScreen(host) {
  const start = oneOf(host.getAttribute("start"), ["welcome", "audit"]);
  const form = oneOf(host.getAttribute("form"), ["choose", "full", "short"]);
  const nodes = [];
  for (const node of screens[`${start}-${form}`]) nodes.push(build(node, false));
  return nodes;
}
