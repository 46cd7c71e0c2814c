// Runs the fault matrix in one or more engines: `node tests/matrix/run.mjs chromium firefox webkit`.
// --only WORDS selects cases by their names, --groups NAME,NAME by the files of tests/matrix/cases/. After several
// engines it prints the table of docs/reliability.md.
import assert from "node:assert/strict";
import { casesOf } from "./cases.mjs";
import { NAMES, startEngine } from "./engines.mjs";
import { Visit } from "./visit.mjs";

const LIMIT_MS = 120_000;
const words = process.argv.slice(2);
const option = (name) => (words.includes(name) ? words[words.indexOf(name) + 1] : "");
const only = option("--only");
const CASES = casesOf(option("--groups").split(",").filter(Boolean));
const engines = words.filter((word) => NAMES.includes(word));
let failed = 0;

const late = () =>
  new Promise((_, reject) => {
    setTimeout(() => reject(new Error("took longer than two minutes")), LIMIT_MS).unref();
  });

/** Runs a case in a visit of its own; returns why it `fails`, if it does, or else what it `counted`, if it counts. */
async function outcomeOf(run, engine) {
  const visit = new Visit(engine);
  const check = async () => {
    const counted = await run(visit);
    const errors = await visit.run(() => window.probe?.errors ?? []);
    assert.deepEqual(errors, [], "errors reached the page");
    return { counted };
  };
  try {
    return await Promise.race([check(), late()]);
  } catch (error) {
    return { fails: String(error.message).split("\n").slice(0, 6).join(" ") };
  } finally {
    await Promise.race([visit.end(), late()]).catch(() => {});
  }
}

/** What happened to each case, by engine. */
const results = {};
for (const name of engines.length ? engines : ["chromium"]) {
  let engine = await startEngine(name);
  const found = (results[engine.version] = new Map());
  console.log(`» ${engine.version}`);
  for (const one of CASES) {
    const { row, name: what, not = {}, run } = one;
    if (!`${row} ${what}`.includes(only)) continue;
    const { fails, counted } = not[name] ? {} : await outcomeOf(run, engine);
    if (fails) {
      failed++;
      // The next case starts in a clean browser.
      await engine.stop();
      engine = await startEngine(name);
    }
    found.set(one, fails ? "fails" : not[name] ? "–" : "pass");
    const verdict = fails ? "FAILED" : not[name] ? "  --  " : "  ok  ";
    console.log([`  ${verdict} ${row}`, what, fails ?? not[name] ?? counted].filter(Boolean).join(": "));
  }
  await engine.stop();
}

if (engines.length > 1) {
  const versions = Object.keys(results);
  console.log(`\n| fault | case | ${versions.join(" | ")} |\n|${" --- |".repeat(2 + versions.length)}`);
  for (const [at, one] of CASES.entries()) {
    const cells = Object.values(results).map((found) => found.get(one));
    console.log(`| ${[one.row === CASES[at - 1]?.row ? "" : one.row, one.name, ...cells].join(" | ")} |`);
  }
}

process.exit(failed ? 1 : 0);
