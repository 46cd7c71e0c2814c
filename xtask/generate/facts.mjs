// content/element.json with the names that follow from it: what every generated file is made of.
import { existsSync, readFileSync, readdirSync } from "node:fs";

export const TAG = "leadership-audit";

export const camel = (name) => name.replace(/-(.)/g, (_, letter) => letter.toUpperCase());
export const pascal = (name) => camel(`-${name}`);
export const snake = (name) => name.replaceAll("-", "_");

const KINDS = ["choice", "id", "link", "label", "language", "address", "folder", "mailbox"];

/** The values of an attribute in words, the default first. */
function valuesInWords({ kind, values, protocols, ...attribute }, limits) {
  switch (kind) {
    case "choice":
      return Object.keys(values)
        .map((value) => `\`${value}\``)
        .join(", ");
    case "id":
      return `\`${attribute.default}\`, or 1 to ${limits.id.most} of \`A–Z a–z 0–9 . _ -\``;
    case "link":
      return `an address that begins with ${protocols.map((name) => `\`${name}:\``).join(" or ")}`;
    case "label":
      return `1 to ${limits.label.most} characters`;
    case "language":
      return "a language tag";
    case "address":
      return `the address of ${attribute.of}`;
    case "mailbox":
      return "`mailto:` and an address";
    case "folder":
      return "the address of a folder";
  }
}

function attributeOf(attribute, limits) {
  const { name, kind } = attribute;
  if (!KINDS.includes(kind)) throw new Error(`content/element.json: ${name} has no kind ${kind}`);
  if (!attribute.description.endsWith(".")) throw new Error(`${name} is described by no sentence`);
  const choices = kind === "choice" ? Object.keys(attribute.values) : [];
  return {
    ...attribute,
    choices,
    default: attribute.default ?? choices[0],
    inWords: valuesInWords(attribute, limits),
    property: camel(name),
    /** Of every element: only observed. */
    native: kind === "language",
    /** Read by the program, not by the loader alone. */
    program: !["language", "address", "folder"].includes(kind),
    type: choices.length ? union(choices) : "string",
  };
}

const union = (values) => values.map((value) => `"${value}"`).join(" | ");

function eventOf(event) {
  const fields = typeof event.detail === "string" ? undefined : Object.entries(event.detail);
  return {
    ...event,
    full: `${TAG}-${event.name}`,
    fields: fields?.map(([field, type]) => [field, Array.isArray(type) ? union(type) : type]),
  };
}

/** What speakers of each language in content/ call it, by tag, in that order of names. */
function languagesIn(root) {
  const tags = readdirSync(`${root}/content`).filter((tag) => existsSync(`${root}/content/${tag}/messages.po`));
  const named = tags.map((tag) => {
    const name = new Intl.DisplayNames([tag], { type: "language" }).of(tag);
    return [tag, name[0].toLocaleUpperCase(tag) + name.slice(1)];
  });
  return named.sort(([one], [other]) => (one < other ? -1 : 1));
}

/** The facts, from a folder of the project. */
export function readFacts(root) {
  const facts = JSON.parse(readFileSync(`${root}/content/element.json`, "utf8"));
  const languages = languagesIn(root);
  const lang = facts.attributes.find(({ kind }) => kind === "language");
  lang.description = lang.description.replace("{languages}", languages.map(([tag]) => `\`${tag}\``).join(", "));
  Object.assign(lang.builder.options, Object.fromEntries(languages));
  const full = (name) => `--${TAG}-${name}`;
  return {
    ...facts,
    languages,
    attributes: facts.attributes.map((attribute) => attributeOf(attribute, facts.limits)),
    events: facts.events.map(eventOf),
    properties: facts.properties.map((property) => ({ ...property, full: full(property.name) })),
    failureType: union(facts.failures),
  };
}
