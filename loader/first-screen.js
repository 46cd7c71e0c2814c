// The screens that a visitor can see first, drawn at build time and kept as data. Yew finds its way
// by the comments in it when it takes the nodes over.
import screens from "virtual:screens";
import { build, element } from "./dom.js";

/** Which screen shows first, by the attribute `start`. */
const STARTS = {
  welcome: "welcome",
  audit: "audit",
  map: "part",
  circle: "part",
  practice: "part",
};

function oneOf(value, values) {
  const text = value?.trim();
  for (const allowed of values) if (text === allowed) return allowed;
  return values[0];
}

/** Draws into `root` what `host` shows first. Another questionnaire has to be fetched before. */
export function drawFirstScreen(root, host) {
  if (host.hasAttribute("src")) {
    // A block without margins of its own, as what takes its place: nothing moves then.
    const waiting = { className: "screen", textContent: "The questionnaire is on its way." };
    root.replaceChildren(element("div", waiting));
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
  const start = STARTS[oneOf(host.getAttribute("start"), Object.keys(STARTS))];
  const form = oneOf(host.getAttribute("form"), ["choose", "full", "short"]);
  const nodes = [];
  for (const node of screens[`${start}-${form}`]) nodes.push(build(node));
  return nodes;
}
