// Writes the files of every language into the folder that is about to be published.
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdirSync, writeFileSync } from "node:fs";
import { drawnOtherwise, templatesOf } from "./screens.mjs";
import { textsIn } from "./template.js";

/** The language that the loader carries, so that its first screen needs no request. */
const FALLBACK = process.env.LEADERSHIP_AUDIT_LANGUAGE ?? "en";
/** JSON, but not by name: some bundlers turn what is named so into a script, which has another hash. */
const fileOf = (...names) => `${["leadership-audit-words", ...names].join(".")}.txt`;
/** The parts whose texts are fetched when the part is. */
const LATER = ["results", "followup", "imports", "rounds"];

/** Whether a file has the words of a pseudo-language, which only tests read: its region is for private use. */
export const isForTests = (file) => /^(leadership-audit-words|index|site\/(words|judge))\.\w+-X[AB]\./.test(file);

/**
 * Tables, sentences and first screens, made by the program's own code, compiled for this machine. With the first screens
 * of the questionnaires in these files.
 */
export function everything(...files) {
  const command = ["run", "--quiet", "--features", "prerender", "--example", "prerender", "--", ...files];
  // What a release compiles for browsers with is not for this program: without it, it shares its crates with native tests.
  const { RUSTC_BOOTSTRAP, CARGO_UNSTABLE_BUILD_STD, CARGO_UNSTABLE_BUILD_STD_FEATURES, ...env } = process.env;
  const options = { env, stdio: ["ignore", "pipe", "inherit"], maxBuffer: 1 << 28 };
  return JSON.parse(execFileSync("cargo", command, options));
}

/** A file's text and its hash, as subresource integrity writes it. */
function write(path, value) {
  const text = JSON.stringify(value);
  writeFileSync(path, text);
  return `sha256-${createHash("sha256").update(text).digest("base64")}`;
}

/** The texts with the position of each that is among those carried, in its place. */
const shortened = (texts, carried) =>
  texts.map((text) => (carried.includes(text) ? carried.indexOf(text) : text));

/** A language as the loader carries it. */
export function carriedOf(tag, { conventions, first, loader, drawn, screens }) {
  const { locale, direction } = conventions;
  const rules = new Intl.PluralRules(locale);
  // For each number up to 200, the position of its text.
  const plurals = Array.from({ length: 201 }, (_, count) => first.plurals.indexOf(rules.select(count))).join("");
  const plain = new Intl.NumberFormat(locale).format(123) === "123";
  return { tag, locale, direction, says: loader, drawn: { plurals, plain, ...drawn }, screens: templatesOf(screens) };
}

/**
 * Writes every language into the folder `out`.
 * @returns the language that the loader carries, a hash for the first file of each, all names, and what they are made of
 */
export function writeLanguages(out) {
  const all = everything();
  if (!all[FALLBACK]) throw new Error(`There is no language “${FALLBACK}” in content/.`);
  const pins = {};
  const files = [];
  let fallback;
  for (const [tag, entry] of Object.entries(all)) {
    const { questionnaire, first } = entry;
    const later = {};
    for (const part of LATER) {
      const file = fileOf(tag, part);
      later[part] = write(`${out}/${file}`, entry[part]);
      files.push(file);
    }
    const carried = carriedOf(tag, entry);
    const wrong = drawnOtherwise(carried, { first: entry.drawn.first, screens: entry.screens });
    if (wrong.length > 0) throw new Error(`The loader would draw these otherwise than the program: ${wrong.join(", ")}`);
    if (tag === FALLBACK) fallback = carried;
    const isCarried = tag === FALLBACK;
    // What the loader carries already is fetched as a number.
    const table = isCarried ? { ...first, texts: shortened(first.texts, textsIn(carried)) } : first;
    const own = isCarried ? {} : carried;
    const file = fileOf(tag);
    pins[tag] = write(`${out}/${file}`, { ...own, questionnaire, first: table, pins: later });
    files.push(file);
  }
  // The shipped questionnaire as owners may want to read it, or to begin their own with.
  mkdirSync(`${out}/instruments`, { recursive: true });
  const { hash, ...owned } = all.en.questionnaire;
  const shipped = `${JSON.stringify({ ...owned, first: [all.en.drawn.first] }, null, 2)}\n`;
  writeFileSync(`${out}/instruments/leadership-relationships.json`, shipped);
  return { fallback, pins, files, tables: all };
}
