// Runs the fault matrix in one or more engines: `node tests/matrix/run.mjs chromium firefox webkit`.
// --only WORDS selects cases; --write records the results in docs/reliability/.
import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { CASES } from "./cases.mjs";
import { NAMES, startEngine } from "./engines.mjs";
import { Visit } from "./visit.mjs";

const LIMIT_MS = 120_000;
const words = process.argv.slice(2);
const only = words.includes("--only") ? words[words.indexOf("--only") + 1] : "";
const engines = words.filter((word) => NAMES.includes(word));
let failed = 0;

const late = () =>
  new Promise((_, reject) => {
    setTimeout(() => reject(new Error("took longer than two minutes")), LIMIT_MS).unref();
  });

/** Runs a case in a visit of its own; returns why it failed, if it did. */
async function failureOf(run, engine) {
  const visit = new Visit(engine);
  const check = async () => {
    await run(visit);
    const errors = await visit.run(() => window.probe?.errors ?? []);
    assert.deepEqual(errors, [], "errors reached the page");
  };
  try {
    await Promise.race([check(), late()]);
  } catch (error) {
    return String(error.message).split("\n").slice(0, 6).join(" ");
  } finally {
    await Promise.race([visit.end(), late()]).catch(() => {});
  }
}

for (const name of engines.length ? engines : ["chromium"]) {
  let engine = await startEngine(name);
  const { version } = engine;
  const results = [];
  console.log(`» ${version}`);
  for (const { row, name: what, not = {}, run } of CASES) {
    if (!`${row} ${what}`.includes(only)) continue;
    const result = { row, name: what, not: not[name] };
    result.fails = result.not ? undefined : await failureOf(run, engine);
    if (result.fails) {
      failed++;
      // The next case starts in a clean browser.
      await engine.stop();
      engine = await startEngine(name);
    }
    const verdict = result.fails ? "FAILED" : result.not ? "  --  " : "  ok  ";
    console.log([`  ${verdict} ${row}`, what, result.fails ?? result.not].filter(Boolean).join(": "));
    results.push(result);
  }
  await engine.stop();
  if (words.includes("--write")) {
    const file = new URL(`../../docs/reliability/${name}.json`, import.meta.url);
    writeFileSync(file, `${JSON.stringify({ engine: name, version, results }, null, 1)}\n`);
  }
}

process.exit(failed ? 1 : 0);
