// The texts of the pages around the element, in every language that has them: content/LANGUAGE/pages.po.
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";

/** What the languages for tests are made of exists in English alone. */
const PSEUDO = ["en-XA", "ar-XB"];

/** The languages of the pages beside English, without those for tests. */
export const pageLanguages = (root) =>
  readdirSync(join(root, "content")).filter((tag) => tag !== "en" && existsSync(join(root, "content", tag, "pages.po"))).sort();

/**
 * How each language beside English says the texts of the pages.
 * @param {{ withPseudo?: boolean }} [options]
 * @returns {Record<string, (english: string) => string>} by tag. English that no language has is a fault.
 */
export function readTranslations(root, { withPseudo = false } = {}) {
  const command = ["run", "--quiet", "--package", "catalogue", "--", "--pages"];
  const all = JSON.parse(execFileSync("cargo", command, { cwd: root, maxBuffer: 1 << 28 }));
  const names = new Map(Object.entries(all.en).map(([name, text]) => [text, name]));
  const say = (tag) => (english) => {
    const name = names.get(english);
    if (name === undefined) throw new Error(`content/en/pages.po lacks “${english}”: run \`cargo xtask generate\``);
    return all[tag][name];
  };
  const tags = [...pageLanguages(root), ...(withPseudo ? PSEUDO : [])];
  return Object.fromEntries(tags.map((tag) => [tag, say(tag)]));
}

/** Which way a language is written. */
export function directionOf(root, tag) {
  const languages = JSON.parse(readFileSync(join(root, "content/cldr.json"), "utf8"));
  return languages[tag === "ar-XB" ? "ar" : tag]?.direction ?? "ltr";
}

/**
 * A script with these texts in every language, for a page that is one file in all of them: see site/marked.js.
 * @param {Record<string, (english: string) => string>} translations @param {Record<string, string>} texts English, by key
 */
export function translationsModule(root, translations, texts) {
  const all = Object.entries(translations).map(([tag, say]) => [
    tag,
    { direction: directionOf(root, tag), texts: Object.fromEntries(Object.entries(texts).map(([key, text]) => [key, say(text)])) },
  ]);
  return `export default ${JSON.stringify(Object.fromEntries(all))};\n`;
}
