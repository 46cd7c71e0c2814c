// The screens that a visitor can see first, drawn at build time in every language and kept as data.
import { VALUES } from "./attributes.js";
import { build, element } from "./dom.js";

/** The value of an attribute of `host`, or its default. */
function valueOf(host, name) {
  const values = VALUES[name];
  const text = host.getAttribute(name)?.trim();
  for (const allowed of values) if (text === allowed) return allowed;
  return values[0];
}

/**
 * Draws into `root` what `host` shows first in a language. Another questionnaire has to be fetched
 * before, and so has a language that is not there yet. Whoever is `invited` to answer sees nothing of the audit.
 */
export function drawFirstScreen(root, host, language, invited) {
  if (!language || invited || host.hasAttribute("src")) {
    // A block without margins, like its replacement, so that nothing shifts.
    const waiting = { className: "screen", textContent: language?.says.waiting ?? "" };
    root.replaceChildren(element("div", waiting));
    return;
  }
  root.replaceChildren(...firstScreen(host, language));
}

/** Whether the screen is as it was drawn: the program takes over exactly these nodes, and translators and others change them. */
export function isAsDrawn(root, host, language) {
  const opened = [...root.querySelectorAll("details[open]")];
  for (const details of opened) details.open = false;
  const same = element("div", {}, ...firstScreen(host, language)).isEqualNode(root);
  for (const details of opened) details.open = true;
  return same;
}

function firstScreen(host, { screens }) {
  const form = valueOf(host, "form");
  // Every part that follows a result begins alike.
  const screen = screens[`${valueOf(host, "start")}-${form}`] ?? screens[`part-${form}`];
  const nodes = [];
  for (const node of screen) nodes.push(build(node));
  return nodes;
}
