// What is left in English on a translated screen.
import { entriesOf, text } from "./words.mjs";

/** What the walks and the pages say themselves, in no language of the product. */
const OWN = [
  "Book a talk",
  "Share with the coach",
  "the Monday meeting ends",
  "It was quiet.",
  "coach.example",
  "TypeError: Failed to fetch",
  // The opener of the plan: a suggestion that the visitor has made their own.
  text("practice.opener[across.name_unspoken]"),
];

const MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December";

/** What is the same in every language. */
const SAME = [
  /\u202e[^\u202c]*\u202c/g,
  // A plan says what was saved, in the language of that time.
  /\bOn \w+day, I [^\]]*/g,
  /\$[\w.[\]-]*|\b[\w.-]+\.json\b|#\w+|\bLA\d\.\w[\w.]*|\bleadership-audit\/\w+(?: or leadership-audit\/\w+)?/g,
  // The address of a file, in the owner's details.
  /http:\/\/127\.0\.0\.1:\d+\/\S+/g,
];

/** What `Intl` writes for the pseudo-languages, in English: dates, and what stands between what a list has. */
const BY_INTL = [new RegExp(`\\d+ (${MONTHS}) \\d+|\\b\\w+day\\b`, "g"), /\] (and|or) \[/g];

/** Of a text, what is neither the same in every language nor of a visitor. */
function ours(text, patterns = SAME) {
  let rest = text;
  for (const phrase of OWN) rest = rest.replaceAll(phrase, "");
  for (const pattern of patterns) rest = rest.replace(pattern, "");
  return rest.trim();
}

/** The entries of the languages so far. */
const read = {};

/** Of the `texts` of a screen in this language, those in English; `english`: the texts of the same screen in English. */
export function left(tag, texts, english) {
  if (tag === "en") return [];
  if (tag.includes("-X")) return texts.filter((text) => PLAIN.test(ours(text, [...SAME, ...BY_INTL])));
  const entries = (read[tag] ??= entriesOf(tag));
  if (tag.startsWith("en-")) return texts.filter((text) => isFormed(entries.flatMap(({ sources }) => sources), text.trim()));
  const same = entries.filter(({ isSame }) => isSame).flatMap(({ sources }) => sources);
  const before = new Set(english);
  const equal = texts.filter((text) => before.has(text) && /\p{L}{2}/u.test(ours(text)) && !isFormed(same, text.trim()));
  return LATIN.has(tag) ? equal : [...equal, ...foreignIn(texts, entries)];
}

/** A word with letters that the accented pseudo-language replaces. */
const PLAIN = /(?<![\p{L}\p{M}])(?=[A-Za-z]*[acdeghiklnorstuwyz])[A-Za-z]{2,}(?![\p{L}\p{M}])/u;

/** The languages in Latin letters. */
const LATIN = new Set(["de", "es", "fr", "pt-BR"]);

const words = (text) => text.match(/[A-Za-z]{3,}/g) ?? [];

/** Latin words on a screen in another script, but those that its texts have themselves. */
function foreignIn(texts, entries) {
  const own = new Set(entries.flatMap((entry) => entry.texts).flatMap(words));
  return texts.flatMap((text) => words(ours(text)).filter((word) => !own.has(word)));
}

/** Whether a text is one of these, with its names in braces filled in. */
function isFormed(sources, text) {
  return sources.some((source) => {
    const parts = source.split(/\{\w+\}/).map((part) => part.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&"));
    return new RegExp(`^${parts.join(".*")}$`, "su").test(text);
  });
}
