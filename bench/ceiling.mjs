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
const listed = new Set(Object.values(ceilings).flatMap(({ files }) => files));
const shipped = readdirSync(DIST, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => join(entry.parentPath ?? entry.path, entry.name).slice(DIST.length))
  .filter((path) => !NOT_FOR_VISITORS.test(path));

const faults = shipped
  .filter((path) => !listed.has(path))
  .map(
    (path) => `dist/${path} is in no list of bench/ceiling.json: add it to the one it belongs to`,
  );
for (const [name, { files, brotli: most }] of Object.entries(ceilings)) {
  const missing = files.filter((path) => !shipped.includes(path));
  for (const path of missing)
    faults.push(`dist/${path} is not there, but listed in bench/ceiling.json`);
  if (missing.length) continue;
  const weight = files.reduce((sum, path) => sum + brotli(readFileSync(DIST + path)).length, 0);
  console.log(`${name}: ${weight} of at most ${most} bytes, brotli`);
  if (weight > most) {
    faults.push(
      `${name} weighs ${weight - most} bytes too much. What made it grow? \`twiggy\` shows what a program consists of.`,
    );
  } else if (weight < most - SLACK) {
    console.log(`  its ceiling can be lowered to ${weight + 1024}`);
  }
}
for (const fault of faults) console.error(fault);
process.exitCode = faults.length ? 1 : 0;
