// One questionnaire for every candidate, of any length. The statements are neutral filler of
// ordinary length, about 60 characters.
const SUBJECTS = [
  "The first example",
  "A second sample",
  "This placeholder",
  "Each listed entry",
  "The next statement",
  "One ordinary line",
  "Some neutral text",
];
const VERBS = [
  "describes",
  "refers to",
  "stands for",
  "mentions",
  "points at",
  "is about",
  "belongs to",
  "covers",
  "repeats",
  "names",
  "replaces",
];
const OBJECTS = [
  "a plain topic",
  "the given subject",
  "an everyday thing",
  "the usual setting",
  "a common case",
  "the same theme",
  "one simple matter",
  "a general idea",
  "some known object",
  "the stated point",
  "a short remark",
  "an open question",
  "a typical event",
];
const SCALES = [
  { id: "a", label: "Scale A" },
  { id: "b", label: "Scale B" },
  { id: "c", label: "Scale C" },
];

/** How many items the questionnaires have that are built. */
export const SIZES = [36, 360, 3600];

/** The questionnaire as the peers read it. */
export function definition(count) {
  const items = Array.from({ length: count }, (_, i) => ({
    id: `q${i + 1}`,
    scale: SCALES[i % 3].id,
    text: `${SUBJECTS[i % 7]} ${VERBS[(i * 5) % 11]} ${OBJECTS[(i * 3) % 13]} (item ${i + 1}).`,
  }));
  return {
    id: `demo-${count}`,
    title: "Self-assessment",
    scales: SCALES,
    options: ["Strongly disagree", "Disagree", "Neutral", "Agree", "Strongly agree"],
    items,
  };
}

/** The same as an instrument file, docs/instrument.md. */
export function instrument(count) {
  const { id, title, scales, options, items } = definition(count);
  const sem = { value: 9, items: count / scales.length, origin: "assumed" };
  return {
    id,
    version: "1.0.0",
    language: "en",
    title,
    scales: scales.map((scale) => ({ ...scale, sem })),
    options,
    not_applicable: "Does not apply",
    items: items.map(({ id, scale, text }) => ({ id, scale, keying: "forward", stem: text })),
    forms: { full: items.map(({ id }) => id) },
  };
}

/** The answer that every driver gives to the item at this place, 1 to 5. */
export const answerFor = (place) => 1 + ((place * 7 + (place % 3)) % 5);

/** The means, 1 to 5, of an instrument's scales after these answers in the order of its full form. */
export function expectedMeans({ scales, items, forms }) {
  const byId = new Map(items.map((item) => [item.id, item]));
  const asked = forms.full.map((id, place) => ({ ...byId.get(id), answer: answerFor(place) }));
  return scales.map(({ id }) => {
    const own = asked.filter(({ scale }) => scale === id);
    const sum = own.reduce(
      (s, { keying, answer }) => s + (keying === "reverse" ? 6 - answer : answer),
      0,
    );
    return sum / own.length;
  });
}
