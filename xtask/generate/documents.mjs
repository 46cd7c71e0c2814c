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

function field({ name, builder: { label, hint, hint_of } }, tag, attributes, content) {
  const about = hint ? name : hint_of;
  const described = about ? { "aria-describedby": `${about}-hint` } : {};
  const control = `<${tag}${pairs({ id: name, ...attributes, ...described })}>`;
  return [
    '<div class="field">',
    `  <label for="${name}">${escape(label)}</label>`,
    ...(content ? [`  ${control}`, ...content.map((line) => `    ${line}`), `  </${tag}>`] : [`  ${control}`]),
    ...(hint ? [`  <p class="hint" id="${name}-hint">${escape(hint)}</p>`] : []),
    "</div>\n",
  ].join("\n");
}

const option = ([value, label], index) =>
  `<option${pairs({ value, selected: index === 0 })}>${escape(label)}</option>`;

/** The control of an attribute. */
function attributeField(attribute, limits) {
  const { name, kind, values, protocols, builder } = attribute;
  const { placeholder } = builder;
  const settles = { "data-settles": true };
  const input = (type, more) => field(attribute, "input", { type, name, ...more });
  switch (kind) {
    case "choice":
    case "language":
      return field(attribute, "select", { name }, Object.entries(values ?? builder.options).map(option));
    case "mailbox":
    case "link": {
      const starts = protocols.map((protocol) => (protocol === "mailto" ? "mailto:" : `${protocol}://`));
      const pattern = `\\s*(${starts.join("|")}).+`;
      return input("url", { pattern, placeholder, maxlength: limits.option.most });
    }
    case "address":
      return input("url", { placeholder, maxlength: limits.option.most, ...settles });
    case "id": {
      const asTyped = { spellcheck: "false", autocapitalize: "none" };
      return input("text", { pattern: "[A-Za-z0-9._\\-]+", maxlength: limits.id.most, placeholder, ...asTyped, ...settles });
    }
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
    return field(property, "input", { type: "color", ...token, value: colour });
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
    spellcheck: "false",
    maxlength: limits.fonts.most,
  });
}

/** The builder's controls of one group. */
export function controls({ attributes, properties, limits }, group) {
  const of = (entries, made) =>
    entries.filter(({ builder }) => builder?.group === group).map((entry) => made(entry, limits));
  return [...of(attributes, attributeField), ...of(properties, propertyField)].join("");
}
