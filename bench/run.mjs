// node bench/run.mjs: measures every candidate in one run and writes results/latest.json. Exit
// status 1: a candidate did not reach the right results.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import os from "node:os";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { remounted, retaken, scripted, walk, wholeAudit } from "./lib/acts.mjs";
import { parseArgs } from "node:util";
import { launchWhole } from "../tests/e2e/widget.mjs";
import { visit } from "./lib/browser.mjs";
import { NAMES, candidate, faultOf } from "./lib/candidates.mjs";
import { SIZES } from "./lib/items.mjs";
import { serve } from "./lib/server.mjs";

/** Answers at the beginning of a long questionnaire, and on a slow line. */
const FEW = 6;
const SOME = 12;

const { values: options } = parseArgs({
  options: {
    quick: { type: "boolean", default: false },
    check: { type: "boolean", default: false },
    only: { type: "string" },
    priority: { type: "string" },
  },
});
const chosen = options.only?.split(",") ?? NAMES.filter((name) => name !== "bare");
const all = chosen.map(candidate);
const bare = candidate("bare");
/** How often each is measured. */
const repeats = options.quick ? { loads: 3, walks: 1, scaled: 1 } : { loads: 9, walks: 3, scaled: 3 };

// Chromium inherits it.
if (options.priority) os.setPriority(0, Number(options.priority));
const began = Date.now();
const loadBefore = os.loadavg()[0];
const server = await serve([...chosen, "bare"]);
const browser = await launchWhole();
const place = { browser, server };

/** Samples by candidate and phase. */
const samples = {};
const faults = [];
const failed = new Set();
const spins = [];

function note(text) {
  if (!process.stderr.isTTY) return;
  const seconds = Math.round((Date.now() - began) / 1000);
  process.stderr.write(`\r${String(seconds).padStart(4)} s ${text.padEnd(60)}`);
}

/** How long a fixed piece of work takes: on a busy machine it varies. */
function spin() {
  const start = performance.now();
  let x = 1;
  for (let i = 0; i < 2e7; i++) x = (Math.imul(x, 31) + i) | 0;
  spins.push(performance.now() - start);
  return x;
}

/** Takes one sample. A candidate that fails is reported and skipped from then on. */
async function sample(one, phase, measure) {
  if (failed.has(one.name)) return;
  try {
    const seen = await measure();
    const fault = seen.outcome && faultOf(one, seen.size ?? 36, seen.outcome);
    if (fault) faults.push(`${phase}: ${fault}`);
    for (const error of seen.errors ?? []) faults.push(`${phase}: ${one.name}: ${error}`);
    ((samples[one.name] ??= {})[phase] ??= []).push(seen);
  } catch (error) {
    failed.add(one.name);
    faults.push(`${phase}: ${String(error.message).split("\n")[0]}`);
  }
}

/** Measures the candidates in turn, several times over, so that a busy moment of the machine affects all. */
async function phase(name, times, candidates, how) {
  for (let time = 1; time <= times; time++) {
    spin();
    for (const one of candidates) {
      note(`${name} ${time}/${times} ${one.name}`);
      await sample(one, name, () => visit(place, one, how));
    }
  }
}

async function measureAll() {
  // The first page of a new browser is not typical.
  await visit(place, bare, {});
  await phase("whole", 1, all, { act: wholeAudit(server) });
  weighed();
  if (options.check) return;
  await phase("load", repeats.loads, all, { act: scripted() });
  await phase("load slow", repeats.loads, all, { condition: "slow", act: scripted(SOME) });
  await phase("walk", repeats.walks, all, { act: walk() });
  await phase("walk cpu4", repeats.walks, all, { condition: "cpu4", act: walk() });
  await atScale(SIZES.at(-1));
  await memory();
}

/** Whether the ceiling is for all that a whole audit fetches. */
function weighed() {
  const { audit } = JSON.parse(readFileSync(new URL("ceiling.json", import.meta.url), "utf8"));
  const [whole] = samples.audit?.whole ?? [];
  if (!whole) return;
  for (const { url } of [...whole.requests, ...whole.later]) {
    const path = url.slice(1);
    if (path !== "index.html" && !audit.files.includes(path)) {
      faults.push(`a whole audit fetches ${path}, which is not under "audit" in ceiling.json`);
    }
  }
}

async function atScale(size) {
  const begin = async (...given) => ({
    ...(await walk(FEW)(...given)),
    ...(await scripted(FEW)(...given)),
  });
  const able = all.filter(({ completes }) => completes >= size);
  await phase(`${size}`, repeats.scaled, able, { size, act: begin });
  const whole = async (...given) => ({ size, ...(await scripted()(...given)) });
  await phase(`${size} whole`, repeats.scaled, able, { size, act: whole });
}

async function memory() {
  await phase("bare", repeats.scaled, [bare], {});
  const ours = all.filter(({ name }) => name === "audit");
  await phase("remounted", 1, ours, { act: async (page) => ({ growth: await remounted(page) }) });
  await phase("retaken", 1, ours, { act: async (...given) => ({ growth: await retaken(...given) }) });
}

await measureAll();
const run = {
  when: new Date().toISOString(),
  quick: options.quick,
  repeats,
  seconds: Math.round((Date.now() - began) / 1000),
  browser: browser.version(),
  node: process.version,
  cpu: `${os.cpus().length} × ${os.cpus()[0]?.model}`,
  busy: { before: loadBefore, after: os.loadavg()[0], spins },
  faults: [...new Set(faults)],
  samples,
};
await browser.close();
await server.stop();
if (process.stderr.isTTY) process.stderr.write(`\r${" ".repeat(70)}\r`);
const out = fileURLToPath(new URL("results/latest.json", import.meta.url));
mkdirSync(dirname(out), { recursive: true });
writeFileSync(out, JSON.stringify(run));
for (const fault of run.faults) console.error(`INVALID ${fault}`);
console.log(`${all.length} candidates in ${run.seconds} s, ${run.faults.length} faults`);
process.exitCode = run.faults.length ? 1 : 0;
