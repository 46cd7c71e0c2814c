// The texts of the product by key, as the file of a language has them. Texts that every test quotes are
// written in the tests; those that only have to be the right ones are looked up here.
import { readFileSync } from "node:fs";

/** What is quoted on a line of a PO file. */
const quoted = (line) => JSON.parse(line.slice(line.indexOf('"')));

/**
 * The entries of the file of a language: each with its `key`, its English `sources` and its `texts`: more
 * than one where there are plural forms. */
export function entriesOf(tag) {
  const file = readFileSync(new URL(`../../content/${tag}/messages.po`, import.meta.url), "utf8");
  return file.split("\n\n").flatMap((entry) => {
    const lines = entry.split("\n");
    const all = (start) => lines.filter((line) => line.startsWith(start)).map(quoted);
    const [key] = all('msgctxt "');
    const isSame = lines.includes("# Same as English");
    return key ? [{ key, sources: all("msgid"), texts: all("msgstr"), isSame }] : [];
  });
}

/** The English text of each key. */
export const TEXTS = Object.fromEntries(entriesOf("en").map(({ key, sources }) => [key, sources[0]]));

/** The English text of a key. */
export function text(key) {
  if (!(key in TEXTS)) throw new Error(`there is no text ${key}`);
  return TEXTS[key];
}

/** A text as the accented pseudo-language begins it: its first letters, which no other text needs to have. */
export function accented(text) {
  return text.replace(/./g, (letter) => ACCENTED[letter] ?? letter);
}

const ACCENTED = Object.fromEntries(
  [..."acdeghiklnorstuwyz"].map((letter, at) => [letter, [..."áçðéĝĥíķļñöŕšţûŵýž"][at]]),
);
