// The texts of the product by key, as the file of a language has them. Texts that every test quotes are
// written in the tests; those that only have to be the right ones are looked up here.
import { readFileSync } from "node:fs";

const SOURCE = readFileSync(new URL("../../content/en/messages.po", import.meta.url), "utf8");

/** What is quoted on a line of a PO file. */
const quoted = (line) => JSON.parse(line.slice(line.indexOf('"')));

/** The English text of each key. */
export const TEXTS = Object.fromEntries(
  SOURCE.split("\n\n").flatMap((entry) => {
    const lines = entry.split("\n");
    const line = (start) => lines.find((line) => line.startsWith(`${start} "`));
    return line("msgctxt") ? [[quoted(line("msgctxt")), quoted(line("msgid"))]] : [];
  }),
);

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
