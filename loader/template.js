// What a first screen says of a questionnaire, filled into a template. Pure: the build calls it, too, to check that
// what it draws is what the program draws.

/** The seconds that an item takes, as `src/ui/welcome.rs` has it; and in a minute. */
const PER_ITEM = 10;
const MINUTE = 60;

/** The most options and scales of a file that nobody has judged yet. */
const MOST_OPTIONS = 11;
const MOST_PICTURED = 3;
const MOST_PARTS = 11;

/** The last option that has a key. */
const LAST_DIGIT = 9;

/**
 * The nodes of a template, as data for `build`. In a template, `[0, key]` is a text from `facts`, `[0, key, ...nodes]`
 * these nodes once for each entry of a list in `facts`, and `[key]` the value of an attribute, which may be missing.
 */
export function fill(template, facts) {
  const filled = [];
  for (const node of template) {
    const [name, attributes, ...children] = node;
    if (typeof node === "string") {
      filled.push(node);
    } else if (name) {
      filled.push([name, attributesOf(attributes, facts), ...fill(children, facts)]);
    } else if (children.length) {
      for (const entry of facts[attributes]) filled.push(...fill(children, { ...facts, ...entry }));
    } else {
      filled.push(facts[attributes]);
    }
  }
  return filled;
}

function attributesOf(attributes, facts) {
  const filled = {};
  for (const name of Object.keys(attributes)) {
    const value = attributes[name];
    const text = typeof value === "string" ? value : facts[value];
    if (text !== undefined) filled[name] = text;
  }
  return filled;
}

/**
 * What to fill in.
 * @param language as the loader carries one @param first what a file says of the first screens, in one language: see
 *   docs/instrument.md @param {string} wanted the form that the owner offers, or neither
 */
export function factsOf({ tag, locale, drawn }, first, wanted) {
  const numbers = new Intl.NumberFormat(locale);
  const rules = new Intl.PluralRules(locale);
  const counted = (texts, count) =>
    texts[drawn.plurals.indexOf(rules.select(count))].replace("{0}", numbers.format(count));
  const { forms, options, not_applicable, shipped, language } = first;
  const names = ["short", "full"].filter((name) => (forms[wanted] ? name === wanted : forms[name]));
  const offered = names.map((form) => ({
    form,
    checked: form === "full" ? "" : undefined,
    minutes: counted(drawn.form_minutes, Math.ceil((forms[form].items * PER_ITEM) / MINUTE)),
    statements: counted(drawn.form_statements, forms[form].items),
    gives: drawn[`form_${form}_gives`],
  }));
  const { items, parts, who, ...opening } = forms[wanted] ?? forms.full;
  const isForeign = language !== tag;
  const asked = options.slice(0, MOST_OPTIONS).map((option, index) => ({ option, kind: "option", value: `${index + 1}` }));
  if (not_applicable) asked.push({ option: not_applicable, kind: "option na", value: "0" });
  return {
    ...opening,
    lang: isForeign ? language : undefined,
    dir: isForeign ? "auto" : undefined,
    heading: shipped ? drawn.welcome_heading : first.title,
    lede: shipped ? drawn.welcome_lede : drawn.welcome_lede_own,
    pictured: first.pictured.slice(0, MOST_PICTURED).map((label) => ({ label })),
    single: offered.length === 1 ? offered : [],
    choice: offered.length === 1 ? [] : [{ offered }],
    progress: drawn.progress.replace("{0}", numbers.format(1)).replace("{1}", numbers.format(items)),
    gaps: parts.slice(0, MOST_PARTS).map((at) => ({ x: `${Math.round((at / items) * 10_000) / 100}%` })),
    often: shipped ? [{}] : [],
    whom: who ? [{ who }] : [],
    leave: not_applicable ? [{ leave: shipped ? drawn.no_one : drawn.not_for_me }] : [],
    asked: asked.map((each) => ({ ...each, keys: each.value > LAST_DIGIT ? [] : [{}] })),
  };
}
