// What a first screen says of a questionnaire, filled into a template. Pure: the build calls it, too, to check that
// what it draws is what the program draws.

/** How many items people answer in a minute, as `src/ui/welcome.rs` has it. */
const PER_MINUTE = 6;

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

/** Every text in templates and in what is filled into them, in the order in which they are written. */
export function textsIn(value) {
  if (typeof value === "string") return [value];
  const texts = [];
  if (value && typeof value === "object") for (const key of Object.keys(value)) texts.push(...textsIn(value[key]));
  return texts;
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
  // A formatter takes longer to make than the screen, and most languages write small numbers in the same digits.
  const written = (number) => (drawn.plain && number < 1000 ? `${number}` : new Intl.NumberFormat(locale).format(number));
  const counted = (texts, count) =>
    texts[drawn.plurals[count > 200 ? 100 + (count % 100) : count]].replace("{0}", written(count));
  const { forms, options, not_applicable, shipped, language } = first;
  const { full } = forms;
  const names = forms[wanted] ? [wanted] : ["short", "full"];
  const offered = [];
  for (const form of names) {
    const items = forms[form]?.items;
    if (items) {
      offered.push({
        form,
        checked: form === "full" ? "" : undefined,
        minutes: counted(drawn.form_minutes, Math.ceil(items / PER_MINUTE)),
        statements: counted(drawn.form_statements, items),
        gives: drawn[`form_${form}_gives`],
      });
    }
  }
  const { items, parts, who, ...opening } = { ...full, ...forms[wanted] };
  const foreign = language === tag ? {} : { lang: language, dir: "auto" };
  return {
    ...opening,
    ...foreign,
    heading: shipped ? drawn.welcome_heading : first.title,
    lede: shipped ? drawn.welcome_lede : drawn.welcome_lede_own,
    pictured: first.pictured.slice(0, MOST_PICTURED).map((label) => ({ label })),
    single: offered.slice(1).length ? [] : offered,
    choice: offered.slice(1, 2),
    offered,
    progress: drawn.progress.replace("{0}", written(1)).replace("{1}", written(items)),
    gaps: parts.slice(0, MOST_PARTS).map((at) => ({ x: `${Math.round((at / items) * 10_000) / 100}%` })),
    often: shipped ? [{}] : [],
    whom: who || shipped ? [{ who: who || drawn.who }] : [],
    other: not_applicable ? [{ not_applicable }] : [],
    // Without its only scale a questionnaire would be empty.
    leave: not_applicable && first.pictured.length > 1 ? [{ leave: shipped ? drawn.no_one : drawn.not_for_me }] : [],
    asked: options.slice(0, MOST_OPTIONS).map((option, index) => {
      const value = `${index + 1}`;
      return { option, value, keys: index < LAST_DIGIT ? [{ value }] : [] };
    }),
  };
}
