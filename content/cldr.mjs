// Writes cldr.json: what native code needs to know of each language, from this engine's CLDR data.
// `cargo xtask language TAG` runs `node content/cldr.mjs TAG`; without a tag, every language is written
// anew. Browsers use their own `Intl`.
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";

const folder = new URL(".", import.meta.url);
/** One letter for each plural category, in CLDR's order. */
const LETTERS = { zero: "z", one: "o", two: "t", few: "f", many: "m", other: "x" };
/** The larger languages of scripts that run from right to left. */
const RIGHT_TO_LEFT = new Set(["ar", "ckb", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"]);
/** The numbers whose plural category is written down. */
const COUNTED = 200;
/** Monday, 5 January 1970. */
const MONDAY_MS = 4 * 86_400_000;
const DAY_MS = 86_400_000;

/** The locale of a language's dates and numbers: the header `Language` of its file, if it has that language. */
function localeOf(tag) {
  const file = new URL(`${tag}/messages.po`, folder);
  const header = existsSync(file) && readFileSync(file, "utf8").match(/^"Language: (\w+)/m)?.[1];
  const locale = header ? header.replace("_", "-") : tag;
  return locale.split("-")[0] === tag.split("-")[0] ? locale : tag;
}

/** The pattern of a formatter's parts, each part that varies as its name in braces. */
function pattern(parts, constant) {
  return parts.map(({ type, value }) => (type === constant ? value : `{${type}}`)).join("");
}

function describe(tag) {
  const locale = localeOf(tag);
  const plurals = new Intl.PluralRules(locale);
  const categories = Array.from({ length: COUNTED + 1 }, (_, number) => plurals.select(number));
  const letters = categories.map((category) => LETTERS[category]).join("");
  const { language } = new Intl.Locale(locale);
  const utc = { timeZone: "UTC" };
  const date = new Intl.DateTimeFormat(locale, { ...utc, dateStyle: "long" });
  const month = (index) =>
    date.formatToParts(Date.UTC(2026, index, 15)).find(({ type }) => type === "month").value;
  const weekday = new Intl.DateTimeFormat(locale, { ...utc, weekday: "long" });
  const list = (type, items) =>
    pattern(new Intl.ListFormat(locale, { type }).formatToParts(items), "literal");
  const numbers = new Intl.NumberFormat(locale).formatToParts(-12345.6);
  const digits = new Intl.NumberFormat(locale, { useGrouping: false });
  return {
    locale,
    direction: RIGHT_TO_LEFT.has(language) ? "rtl" : "ltr",
    plurals: letters,
    months: Array.from({ length: 12 }, (_, index) => month(index)),
    date: pattern(date.formatToParts(0), "literal"),
    weekdays: Array.from({ length: 7 }, (_, day) => weekday.format(MONDAY_MS + day * DAY_MS)),
    and: [list("conjunction", ["a", "b"]), list("conjunction", ["a", "b", "c", "d"])],
    or: [list("disjunction", ["a", "b"]), list("disjunction", ["a", "b", "c", "d"])],
    digits: Array.from({ length: 10 }, (_, digit) => digits.format(digit)).join(""),
    decimal: numbers.find(({ type }) => type === "decimal").value,
    group: numbers.find(({ type }) => type === "group")?.value ?? "",
    // The fewest digits that are grouped: some languages write 5000, and 10.000.
    grouped_from: new Intl.NumberFormat(locale).formatToParts(1234).some(({ type }) => type === "group") ? "4" : "5",
    // With what keeps it before the digits in text from right to left.
    minus: numbers.slice(0, numbers.findIndex(({ type }) => type === "integer")).map(({ value }) => value).join(""),
  };
}

const file = new URL("cldr.json", folder);
const folders = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
const named = process.argv.slice(2);
/** The pseudo-language `ar-XB` has the conventions of Arabic. */
const tags = named.length ? named : [...folders.map(({ name }) => name), "ar"];
const all = named.length ? JSON.parse(readFileSync(file, "utf8")) : {};
for (const tag of tags) all[tag] = describe(tag);
const sorted = Object.fromEntries(Object.entries(all).sort(([one], [other]) => (one < other ? -1 : 1)));
writeFileSync(file, `${JSON.stringify(sorted, null, 1)}\n`);
