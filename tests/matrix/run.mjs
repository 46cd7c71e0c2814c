// The fault matrix in one engine or more: `node tests/matrix/run.mjs chromium firefox webkit`.
// --only WORDS picks cases, --write keeps what was found in docs/reliability/.
import { mkdirSync, writeFileSync } from "node:fs";
import { CASES } from "./cases.mjs";
import { NAMES, startEngine } from "./engines.mjs";
import { NotHere, Visit } from "./visit.mjs";
const LIMIT_MS = 120_000;

const words = process.argv.slice(2);
const only = words.includes("--only") ? words[words.indexOf("--only") + 1] : "";
const engines = words.filter((word) => NAMES.includes(word));
let failed = 0;

for (const name of engines.length ? engines : ["chromium"]) {
  let engine = await startEngine(name);
  const results = [];
  console.log(`» ${engine.version}`);
  for (const { row, name: what, not = {}, run } of CASES) {
    if (!`${row} ${what}`.includes(only)) continue;
    const result = { row, name: what };
    if (not[name]) {
      result.not = not[name];
    } else {
      const visit = new Visit(engine);
      const start = Date.now();
      try {
        await Promise.race([run(visit), late()]);
        result.ms = Date.now() - start;
      } catch (error) {
        if (error instanceof NotHere) result.not = error.message;
        else result.fails = String(error.message).split("\n").slice(0, 6).join(" ");
      }
      await Promise.race([visit.end(), late()]).catch(() => {});
      if (result.fails) {
        failed++;
        // Whatever it left behind does not reach the next case.
        await engine.stop();
        engine = await startEngine(name);
      }
    }
    console.log(`  ${result.fails ? "FAILED" : result.not ? "  --  " : "  ok  "} ${row}: ${what}${result.fails || result.not ? `: ${result.fails ?? result.not}` : ""}`);
    results.push(result);
  }
  await engine.stop();
  if (words.includes("--write")) {
    const folder = new URL("../../docs/reliability/", import.meta.url);
    mkdirSync(folder, { recursive: true });
    const found = { engine: name, version: engine.version, results: results.map(({ ms, ...kept }) => kept) };
    writeFileSync(new URL(`${name}.json`, folder), `${JSON.stringify(found, null, 1)}\n`);
  }
}

function late() {
  return new Promise((_, reject) => {
    setTimeout(() => reject(new Error("took longer than two minutes")), LIMIT_MS).unref();
  });
}

process.exit(failed ? 1 : 0);
