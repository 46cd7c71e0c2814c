// node bench/ceiling.mjs: compares what dist/ weighs, compressed, with the ceilings in ceiling.json.
// Exit status 1: it weighs more, or has a file that nobody weighs. Needs nothing but Node.
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { NOT_FOR_VISITORS, brotli } from "./lib/dist.mjs";

const DIST = fileURLToPath(new URL("../dist/", import.meta.url));
/** So far below its ceiling, the ceiling is worth lowering. */
const SLACK = 2048;

const ceilings = JSON.parse(readFileSync(new URL("ceiling.json", import.meta.url), "utf8"));
/** The same file in another language. */
const inLanguage = (path, tag) => path.replace("-words.en.", `-words.${tag}.`);
const shipped = readdirSync(DIST, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => join(entry.parentPath ?? entry.path, entry.name).slice(DIST.length))
  .filter((path) => !NOT_FOR_VISITORS.test(path));

const tags = shipped.flatMap((path) => /^leadership-audit-words\.([\w-]+)\.txt$/.exec(path)?.[1] ?? []);
const listed = new Set(
  Object.values(ceilings).flatMap(({ files }) => files.flatMap((path) => tags.map((tag) => inLanguage(path, tag)))),
);
const faults = shipped
  .filter((path) => !listed.has(path))
  .map(
    (path) => `dist/${path} is in no list of bench/ceiling.json: add it to the one it belongs to`,
  );
const weightOf = (files) => files.reduce((sum, path) => sum + brotli(readFileSync(DIST + path)).length, 0);

function weigh(name, files, most) {
  const missing = files.filter((path) => !shipped.includes(path));
  for (const path of missing) faults.push(`dist/${path} is not there, but listed in bench/ceiling.json`);
  if (missing.length) return;
  const weight = weightOf(files);
  console.log(`${name}: ${weight} of at most ${most} bytes, brotli`);
  if (weight > most) {
    faults.push(`${name} weighs ${weight - most} bytes too much. What made it grow? \`twiggy\` shows what a program consists of.`);
  } else if (weight < most - SLACK) {
    console.log(`  its ceiling can be lowered to ${weight + 1024}`);
  }
}

for (const [name, { files, brotli: most }] of Object.entries(ceilings)) if (files.length) weigh(name, files, most);
// Texts are the only difference, and no language may be much heavier than another.
const heaviest = tags
  .map((tag) => ({ tag, files: ceilings.audit.files.map((path) => inLanguage(path, tag)) }))
  .map(({ tag, files }) => ({ tag, files, weight: weightOf(files) }));
const kib = (weight) => (weight / 1024).toFixed(1);
const PARTS = ["", ".results", ".followup", ".imports", ".rounds"];
console.log("KiB of an audit, and of the texts of each part: first and questionnaire, results, followup, imports, rounds");
for (const { tag, weight } of heaviest) {
  const texts = PARTS.map((part) => kib(weightOf([`leadership-audit-words.${tag}${part}.txt`])));
  console.log(`  ${tag}: ${kib(weight)}; ${texts.join(", ")}`);
}
const { tag, files } = heaviest.sort((one, other) => other.weight - one.weight)[0];
weigh(`an audit in the heaviest language, ${tag}`, files, ceilings["an audit in any language"].brotli);
for (const fault of faults) console.error(fault);
process.exitCode = faults.length ? 1 : 0;
