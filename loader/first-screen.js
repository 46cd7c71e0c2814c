// The screens that a visitor can see first, drawn from templates and what they say of the questionnaire.
import { VALUES } from "./attributes.js";
import { build, element } from "./dom.js";
import { factsOf, fill } from "./template.js";

/** The value of an attribute of `host`, or its default. */
function valueOf(host, name) {
  const values = VALUES[name];
  const text = host.getAttribute(name)?.trim();
  for (const allowed of values) if (text === allowed) return allowed;
  return values[0];
}

/**
 * Draws into `root` what `host` shows first in a language. Another questionnaire has to be fetched before, which is
 * where `first` comes from, and so has a language that is not there yet. Whoever is `invited` to answer sees nothing of
 * the audit.
 */
export function drawFirstScreen(root, host, language, first, invited) {
  const nodes = !invited && firstScreen(host, language, first);
  // A block without margins, like its replacement, so that nothing shifts.
  const waiting = { className: "screen", textContent: language?.says.waiting ?? "" };
  root.replaceChildren(...(nodes || [element("div", waiting)]));
}

/** Whether the screen is as it was drawn: the program takes over exactly these nodes, and translators and others change them. */
export function isAsDrawn(root, host, language, first) {
  const nodes = firstScreen(host, language, first);
  if (!nodes) return false;
  const opened = [...root.querySelectorAll("details[open]")];
  for (const details of opened) details.open = false;
  const same = element("div", {}, ...nodes).isEqualNode(root);
  for (const details of opened) details.open = true;
  return same;
}

/** Its nodes; none without a language, or without what a questionnaire says of them. */
function firstScreen(host, language, first) {
  if (!language || !first) return undefined;
  const { screens } = language;
  const nodes = [];
  try {
    const facts = factsOf(language, first, valueOf(host, "form"));
    // Every part that follows a result begins alike.
    for (const node of fill(screens[valueOf(host, "start")] ?? screens.part, facts)) nodes.push(build(node));
  } catch {
    // Nobody has judged the file yet.
    return undefined;
  }
  return nodes;
}

/**
 * What the text of a questionnaire says of the first screens, in the language that suits these tags, separated by spaces.
 * The program looks longer for one, and draws anew where it finds another.
 */
export function firstOf(text, wanted) {
  try {
    const { first } = JSON.parse(text);
    for (const range of wanted.split(" ")) {
      for (const [tag] of [[range], /^\w*/.exec(range)]) {
        for (const one of first) if (tag && one.language === tag) return one;
      }
    }
    return first[0];
  } catch {
    return undefined;
  }
}
