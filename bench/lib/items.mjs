// One questionnaire for every candidate, of any length: the shipped statements over and over, in scales of its own.
import { readFileSync } from "node:fs";

const shipped = new URL("../../dist/instruments/leadership-relationships.json", import.meta.url);
export const SHIPPED = JSON.parse(readFileSync(shipped, "utf8"));

const SCALES = [
  { id: "a", label: "Scale A" },
  { id: "b", label: "Scale B" },
  { id: "c", label: "Scale C" },
];

/** How many items the questionnaires have that are built. */
export const SIZES = [36, 3600];

/** The questionnaire as the peers read it. */
export function definition(count) {
  const items = Array.from({ length: count }, (_, i) => ({
    id: `q${i + 1}`,
    scale: SCALES[i % 3].id,
    text: `${SHIPPED.items[i % SHIPPED.items.length].stem} (${i + 1})`,
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
