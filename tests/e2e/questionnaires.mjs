// Questionnaires of every shape that `src` may bring: how many scales, facets, statements and options.

/** One word of this many letters that begins with a text. */
const word = (begin, most) => begin.padEnd(most, "m");

/** The same as several words. */
const words = (begin, most) => `${begin} ${"of many words ".repeat(most)}`.slice(0, most).trim();

const AGREE = [
  "Strongly disagree", "Disagree", "Somewhat disagree", "Neither agree nor disagree", "Somewhat agree", "Agree", "Strongly agree",
];
const NAMES = [
  "Courage", "Focus", "Listening", "Planning", "Delegation", "Feedback", "Curiosity", "Patience", "Fairness", "Energy",
  "Setting priorities", "Managing conflict", "Learning from mistakes", "Asking for help", "Sharing credit", "Keeping promises",
  "Time for thought", "Welcoming newcomers", "Working with strangers", "Ending well",
];
const THEMES = ["With oneself", "With others", "In meetings", "Under pressure"];

const name = (scale) => NAMES[scale] ?? `Area ${scale + 1}`;

/**
 * @typedef {object} Shape
 * @property {number} scales
 * @property {number} [facets] of each scale
 * @property {number} items of each scale, or of each facet of it
 * @property {string[]} options
 * @property {boolean} [everywhere] without “does not apply”
 * @property {boolean} [interleaved] one item of each scale after another
 * @property {(begin: string) => string} [label] every label and statement, from its beginning
 * @property {string} [title]
 */

/** A questionnaire of this shape, as the file has it. The last item of each scale is reversed. */
export function questionnaire(id, { scales, facets = 0, items, options, everywhere, interleaved, label = (text) => text, title }) {
  const of = (count) => Array.from({ length: count }, (_, index) => index);
  const asked = of(scales).flatMap((scale) =>
    of(Math.max(facets, 1)).flatMap((facet) =>
      of(items).map((item) => ({
        id: `s${scale}-f${facet}-${item}`,
        scale: `s${scale}`,
        ...(facets && { facet: `f${facet}` }),
        keying: items > 1 && item === items - 1 ? "reverse" : "forward",
        stem: label(`${name(scale)}: I do the thing that statement ${facet * items + item + 1} is about.`),
      })),
    ),
  );
  const place = ({ id }) => asked.findIndex((one) => one.id === id) % (asked.length / scales);
  const full = interleaved ? asked.toSorted((one, other) => place(one) - place(other)) : asked;
  return {
    id,
    version: "1.0.0",
    language: "en",
    title: label(title ?? "A questionnaire of my own"),
    scales: of(scales).map((scale) => ({ id: `s${scale}`, label: label(name(scale)) })),
    ...(facets && { facets: of(facets).map((facet) => ({ id: `f${facet}`, label: label(THEMES[facet]) })) }),
    options: options.map(label),
    ...(!everywhere && { not_applicable: label("Does not apply") }),
    items: asked,
    forms: { full: full.map(({ id }) => id) },
  };
}

const FOUR = ["Never", "Now and then", "Mostly", "Always"];
const FIVE = ["Not at all", "A little", "In part", "Mostly", "Fully"];
const ELEVEN = Array.from({ length: 11 }, (_, index) => String(index));

/** @type {Record<string, Shape>} */
export const SHAPES = {
  "one-scale": { scales: 1, items: 8, options: FOUR, title: "Courage at work" },
  "one-scale-facets": { scales: 1, facets: 3, items: 3, options: FIVE },
  "three-scales": { scales: 3, items: 4, options: FIVE, title: "A day of a manager" },
  "five-scales": { scales: 5, items: 3, options: AGREE, everywhere: true },
  "twenty-scales": { scales: 20, items: 3, options: FIVE, title: "Twenty strengths" },
  "twenty-scales-facets": { scales: 20, facets: 4, items: 1, options: FIVE },
  "many-scales": { scales: 200, items: 1, options: FIVE },
  "long-words": { scales: 3, facets: 2, items: 2, options: FIVE, label: (begin) => word(begin.replaceAll(" ", ""), 120) },
  "long-labels": { scales: 3, facets: 2, items: 2, options: FIVE, label: (begin) => words(begin, 120) },
  "two-options": { scales: 2, items: 4, options: ["No", "Yes"] },
  "eleven-options": { scales: 2, items: 4, options: ELEVEN },
  interleaved: { scales: 4, items: 3, options: FIVE, interleaved: true },
};

/** The file of each shape, by its name. */
export const QUESTIONNAIRES = Object.fromEntries(
  Object.entries(SHAPES).map(([id, shape]) => [id, questionnaire(id, shape)]),
);

/**
 * The options to choose, from 1, in the order of the form: higher for later scales, and each scale with some
 * variety.
 */
export function choices({ items, options, scales, forms }) {
  const at = Object.fromEntries(scales.map(({ id }, index) => [id, index]));
  const byId = Object.fromEntries(items.map((item) => [item.id, item]));
  const { length } = options;
  return forms.full.map((id, index) => {
    const { scale, keying } = byId[id];
    const level = scales.length > 1 ? (at[scale] * 7) % scales.length / (scales.length - 1) : 0.5;
    const step = Math.min(length - 1, Math.max(0, Math.round(level * (length - 1)) + ((index * 5) % 3) - 1));
    return keying === "reverse" ? length - step : step + 1;
  });
}
