// The pages beside the element in every language that has their texts: the builder's as a page each, with the words of its
// scripts; the page for iframes as one file, which takes the language from its address.
import { readFileSync, writeFileSync } from "node:fs";
import { markedIn, translated } from "../packaging/marked.mjs";
import { directionOf, readTranslations, translationsModule } from "../packaging/texts.mjs";
import { ENGLISH } from "../site/english.js";

/** Where the judge of the builder's page says what it found. */
const JUDGED = ["authoring", "imports"];

/** The page in this language, with the link to itself marked as the current one. */
function pageIn(html, tag, direction, translate) {
  return translated(html, translate)
    .replace('<html lang="en"', `<html lang="${tag}" dir="${direction}"`)
    .replace(' aria-current="page"', "")
    .replace(`href="index.${tag}.html"`, '$& aria-current="page"');
}

/**
 * Writes the pages into the folder `out`, where the English ones are already.
 * @param {Record<string, Record<string, unknown>>} tables what the program's own code made of each language
 */
export function writePages(root, out, tables) {
  const translations = readTranslations(root, { withPseudo: true });
  const index = readFileSync(`${out}/index.html`, "utf8");
  for (const [tag, translate] of Object.entries(translations)) {
    writeFileSync(`${out}/index.${tag}.html`, pageIn(index, tag, directionOf(root, tag), translate));
    const words = Object.fromEntries(Object.entries(ENGLISH).map(([key, text]) => [key, translate(text)]));
    writeFileSync(`${out}/site/words.${tag}.js`, `export default ${JSON.stringify(words)};\n`);
    const judged = Object.fromEntries(JUDGED.map((part) => [part, tables[tag][part]]));
    const { locale } = tables[tag].conventions;
    writeFileSync(`${out}/site/judge.${tag}.json`, JSON.stringify({ locale, ...judged }));
  }
  const framed = markedIn(readFileSync(`${out}/embed.html`, "utf8"));
  const texts = Object.fromEntries(framed.map(({ key, text }) => [key, text]));
  // Without the languages for tests: en-XA is the nearest relative of en-US.
  writeFileSync(`${out}/site/translations.js`, translationsModule(root, readTranslations(root), texts));
}
