// Makes templates of first screens from markup as the program draws it. What the loader then fills in, and where, is
// decided here; what a template is, loader/template.js says.
import { isDeepStrictEqual } from "node:util";
import { parseFragment } from "parse5";
import { factsOf, fill } from "./template.js";

/** Markup as data for `build`. */
export function asData(markup) {
  const data = (node) => {
    if (node.nodeName === "#text") return node.value;
    const attributes = Object.fromEntries(node.attrs.map(({ name, value }) => [name, value]));
    return [node.tagName, attributes, ...node.childNodes.map(data)];
  };
  return parseFragment(markup).childNodes.map(data);
}

const slot = (key, ...nodes) => [0, key, ...nodes];
const FOREIGN = { lang: ["lang"], dir: ["dir"] };

/** Replaces each element that `edit` returns nodes for by these. */
function edited(nodes, edit) {
  return nodes.flatMap((node) => {
    if (typeof node === "string") return [node];
    const [name, attributes, ...children] = node;
    return edit(name, attributes, children) ?? [[name, attributes, ...edited(children, edit)]];
  });
}

/** The option of a form: how long it takes, and what it gives. */
function formOption([name, attributes, [input, own], [span, , strong, small]]) {
  const texts = [
    [strong[0], {}, slot("minutes")],
    [small[0], {}, slot("statements")],
    [small[0], {}, slot("gives")],
  ];
  return [name, attributes, [input, { ...own, value: ["form"], checked: ["checked"] }], [span, {}, ...texts]];
}

function welcome(name, attributes, children) {
  switch (attributes.class) {
    case "promise":
      return [[name, attributes, slot("pictured", ["p", {}, slot("label")])]];
    case "lede":
      return [[name, attributes, slot("lede")]];
    case "forms": {
      const [legend, option] = children;
      const single = ["p", { class: "quiet" }, slot("statements"), " · ", slot("minutes")];
      return [
        slot("choice", [name, attributes, legend, slot("offered", formOption(option))]),
        slot("single", single),
      ];
    }
    default:
      return name === "h2" ? [[name, { ...attributes, ...FOREIGN }, slot("heading")]] : undefined;
  }
}

/** An answer to choose, with its key if there is one. */
function answer([name, attributes, [input, own], [span], key]) {
  const [element, keyed] = key;
  const keys = slot("keys", [element, keyed, slot("value")]);
  return [name, attributes, [input, { ...own, value: ["value"] }], [span, {}, slot("option")], keys];
}

/** “Does not apply”, with its key. */
function notApplicable([name, attributes, input, [span], key]) {
  return [name, attributes, input, [span, {}, slot("not_applicable")], key];
}

function item(name, attributes, children) {
  switch (attributes.id ?? attributes.class) {
    case "place": {
      const [[direction, own], [progress]] = children;
      const label = [direction, { ...own, "data-id": ["scale"] }, slot("label")];
      return [[name, attributes, label, [progress, {}, slot("progress")]]];
    }
    case "bar": {
      const [track, done, [gap, own]] = children;
      return [[name, attributes, track, done, slot("gaps", [gap, { ...own, x: ["x"] }])]];
    }
    case "opening": {
      const [[whom, own, often], [button, look]] = children;
      const who = slot("whom", ["p", FOREIGN, slot("who"), " "]);
      const leave = slot("leave", [button, look, slot("leave")]);
      return [[name, attributes, [whom, own, slot("often", often), who], leave]];
    }
    case "stem":
      return [[name, { ...attributes, ...FOREIGN }, slot("stem")]];
    default: {
      const isAnswers = children[0]?.[1]?.class === "option";
      if (!isAnswers) return undefined;
      const answers = [slot("asked", answer(children[0])), slot("other", notApplicable(children.at(-1)))];
      return [[name, FOREIGN, ...answers]];
    }
  }
}

/** The templates of a language, from the first screens of the shipped questionnaire. */
export function templatesOf(screens) {
  return {
    welcome: edited(asData(screens["welcome-choose"]), welcome),
    audit: edited(asData(screens["audit-choose"]), item),
    part: asData(screens["part-choose"]),
  };
}

/** Texts beside each other as one, as a parser has them, and every value as text. */
function joined(nodes) {
  const made = [];
  for (const node of nodes) {
    if (Array.isArray(node)) {
      const [name, attributes, ...children] = node;
      const texts = Object.entries(attributes).map(([key, value]) => [key, String(value)]);
      made.push([name, Object.fromEntries(texts), ...joined(children)]);
    } else if (typeof made.at(-1) === "string") {
      made.push(made.pop() + node);
    } else {
      made.push(String(node));
    }
  }
  return made;
}

/** The names of the screens that the loader would draw otherwise than the program. */
export function drawnOtherwise(language, { first, screens }) {
  return Object.keys(screens).filter((name) => {
    const [start, form] = name.split("-");
    const drawn = fill(language.screens[start], factsOf(language, first, form));
    return !isDeepStrictEqual(joined(drawn), asData(screens[name]));
  });
}
