// What people read of the element: the tables of the documents, and the builder's controls.

const cell = (text) => text.replaceAll("|", "\\|");
const row = (...cells) => `| ${cells.map(cell).join(" | ")} |\n`;
const table = (heads, rows) =>
  `\n${row(...heads)}|${"---|".repeat(heads.length)}\n${rows.map((cells) => row(...cells)).join("")}\n`;
const code = (text) => `\`${text}\``;
const codes = (names) => names.map(code).join(", ");

export function attributes({ attributes }) {
  const rows = attributes.map(({ name, inWords, description }) => [code(name), inWords, description]);
  return table(["attribute", "values, default first", "what it does"], rows);
}

export function events({ events }) {
  const detail = ({ fields }) => {
    if (!fields) return "the exported document";
    return code(fields.length ? `{ ${fields.map(([field]) => field).join(", ")} }` : "{}");
  };
  const rows = events.map((event) => [code(event.full), detail(event), event.description]);
  return table(["event", "`detail`", "when"], rows);
}

export function properties({ properties }) {
  const rows = properties.map(({ full, shown, default: value, description }) => [
    code(full),
    shown ?? code(value),
    description,
  ]);
  return table(["CSS custom property", "default", "what it sets"], rows);
}

export const parts = ({ parts }) =>
  `${wrapped(`Parts for \`::part()\`: ${codes(Object.keys(parts))}.`)}`;

/** The options of the page for iframes. */
export function options({ attributes, properties }) {
  const inFrames = attributes.filter(({ frames }) => frames !== false);
  return (
    wrapped(`- attributes by their names: ${codes(inFrames.map(({ name }) => name))};`) +
    wrapped(
      `- custom properties without their prefix: ${codes(properties.map(({ name }) => name))}.`,
    )
  );
}

/** A paragraph or an item of a list in lines of at most 120 characters. */
function wrapped(text) {
  const lines = [""];
  for (const word of text.split(" ")) {
    const line = lines.at(-1);
    if (line && line.length + 1 + word.length > 120) lines.push(`  ${word}`);
    else lines[lines.length - 1] = line ? `${line} ${word}` : word;
  }
  return `${lines.join("\n")}\n`;
}

const escape = (text) =>
  String(text).replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);

const pairs = (attributes) =>
  Object.entries(attributes)
    .filter(([, value]) => value !== undefined && value !== false)
    .map(([name, value]) => (value === true ? ` ${name}` : ` ${name}="${escape(value)}"`))
    .join("");

/** How a text of the builder, or an attribute that is one, is found by whoever translates the page. */
const marked = (name, ...more) => ({ "data-text": ["builder", name, ...more].join(".") });
const markedAttribute = (attribute, ...path) => ({ [`data-text-${attribute}`]: ["builder", ...path].join(".") });

/** A control with its label and what it is for. */
function field({ name, builder: { label, hint, hint_of, placeholder } }, tag, attributes, content, beside) {
  const about = [hint ? name : hint_of].filter(Boolean).map((described) => `${described}-hint`);
  // Of an address, a colour or a font the page may have something to say.
  const isRead = attributes.inputmode || (attributes["data-token"] && attributes.type === "text");
  const canBeWrong = tag === "input" && attributes.type === "text";
  const notes = [...about, ...(isRead ? [`${name}-said`] : []), ...(canBeWrong ? [`${name}-problem`] : [])].join(" ");
  const described = notes ? { "aria-describedby": notes } : {};
  const translated = placeholder ? markedAttribute("placeholder", name, "placeholder") : {};
  const control = `<${tag}${pairs({ id: name, ...attributes, ...described, ...translated })}>`;
  return [
    '<div class="field">',
    `  <label${pairs({ for: name, ...marked(name) })}>${escape(label)}</label>`,
    ...(content ? [`  ${control}`, ...content.map((line) => `    ${line}`), `  </${tag}>`] : [`  ${control}`]),
    ...(beside ? [`  ${beside}`] : []),
    ...(hint ? [`  <p${pairs({ class: "hint", id: `${name}-hint`, ...marked(name, "hint") })}>${escape(hint)}</p>`] : []),
    ...(isRead ? [`  <p class="said" id="${name}-said"></p>`] : []),
    ...(canBeWrong ? [`  <p class="problem" id="${name}-problem"></p>`] : []),
    "</div>\n",
  ].join("\n");
}

const option = (name, isLanguage) => ([value, label], index) => {
  // A language is called what its speakers call it.
  const said = isLanguage && value ? { lang: value, translate: "no" } : marked(name, value || "none");
  return `<option${pairs({ value, selected: index === 0, ...said })}>${escape(label)}</option>`;
};

/** The links to the builder's page in each language that has it. */
export function pageLinks(languages, tags) {
  const links = languages.filter(([tag]) => tag === "en" || tags.includes(tag)).map(([tag, name]) => {
    const isThis = tag === "en";
    const href = isThis ? "index.html" : `index.${tag}.html`;
    return `<li><a${pairs({ href, hreflang: tag, lang: tag, translate: "no", "aria-current": isThis && "page" })}>${escape(name)}</a></li>\n`;
  });
  return links.join("");
}

/** For what is no prose. */
const asTyped = { dir: "ltr", spellcheck: "false", autocapitalize: "none" };

/** The control of an attribute. */
function attributeField(attribute, limits) {
  const { name, kind, values, builder } = attribute;
  const { placeholder } = builder;
  const settles = { "data-settles": true };
  const address = { inputmode: "url" };
  const input = (type, more) => field(attribute, "input", { type, name, ...more });
  switch (kind) {
    case "choice":
    case "language":
      return field(attribute, "select", { name }, Object.entries(values ?? builder.options).map(option(name, kind === "language")));
    // Of another type, a browser would call an address wrong whose scheme the builder adds.
    case "mailbox":
    case "link":
      return input("text", { ...address, ...asTyped, placeholder, maxlength: limits.option.most });
    case "address":
      return input("text", { ...address, ...asTyped, placeholder, maxlength: limits.option.most, ...settles });
    case "id":
      return input("text", { pattern: "[A-Za-z0-9._\\-]+", maxlength: limits.id.most, placeholder, ...asTyped, ...settles });
    case "label":
      return input("text", { placeholder, maxlength: limits.label.most });
  }
}

/** The control of a custom property. */
function propertyField(property, limits) {
  const { name, syntax, default: value, builder } = property;
  const { range, placeholder } = builder;
  const token = { "data-token": name };
  if (syntax === "<color>") {
    // The colour that the default falls back on.
    const [colour] = /#[\da-f]{6}/.exec(value);
    const named = { "aria-label": builder.palette, ...markedAttribute("aria-label", name, "palette") };
    const palette = `<input${pairs({ type: "color", value: colour, "data-for": name, ...named })}>`;
    return field(property, "input", { type: "text", ...token, placeholder: colour, ...asTyped, maxlength: limits.colour.most }, undefined, palette);
  }
  if (range) {
    const { unit, ...bounds } = range;
    return field(property, "input", { type: "range", ...token, "data-unit": unit, ...bounds });
  }
  return field(property, "input", {
    type: "text",
    ...token,
    list: "fonts",
    placeholder,
    ...asTyped,
    maxlength: limits.fonts.most,
  });
}

/** The builder's controls of one group. */
export function controls({ attributes, properties, limits }, group) {
  const of = (entries, made) =>
    entries.filter(({ builder }) => builder?.group === group).map((entry) => made(entry, limits));
  return [...of(attributes, attributeField), ...of(properties, propertyField)].join("");
}
