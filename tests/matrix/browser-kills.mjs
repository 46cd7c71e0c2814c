// Kills whole browsers while a visitor answers, and counts what a new one finds on disk.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startEngine } from "./engines.mjs";
import { Visit } from "./visit.mjs";
import { pause } from "./webdriver.mjs";

/** A visitor takes some seconds over a statement; more would only make the run longer. */
const EVERY_MS = 2000;
const EMPTY = "<!doctype html><title>Empty</title><script src='/probe.js'></script>";

/** Kills `count` browsers of this engine; what was lost at worst. */
export async function killBrowsers(name, count) {
  const result = { engine: name, count, every_ms: EVERY_MS, worst_ms: 0, worst_answers: 0, unread: 0 };
  for (let round = 0; round < count; round++) {
    const profile = mkdtempSync(join(tmpdir(), "kills-"));
    const { version, given, found } = await killOne(name, profile, round);
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
    result.version = version;
    if (!found) result.unread++;
    const kept = Object.keys(found ?? {}).length;
    const lost = given.times.length - kept;
    const late = lost > 0 ? given.end - given.times[kept] : 0;
    result.worst_ms = Math.max(result.worst_ms, late);
    result.worst_answers = Math.max(result.worst_answers, lost);
    const text = lost > 0 ? `the oldest lost ${late} ms before the end` : "none lost";
    console.log(`  ${name} ${round + 1}: ${kept} of ${given.times.length} answers there, ${text}`);
  }
  return result;
}

async function killOne(name, profile, round) {
  const first = await startEngine(name, profile);
  const visit = new Visit(first);
  await visit.begin({ pages: { "/empty": EMPTY } });
  await visit.open();
  await visit.start();
  const times = [];
  // Ends at another moment of whatever the browser's rhythm is each time.
  const answers = 18 + (round % 17);
  for (let at = 0; at < answers; at++) {
    await visit.answer(String(1 + (at % 5)));
    times.push(Date.now());
    await pause(EVERY_MS + (round % 7) * 73);
  }
  const end = Date.now();
  first.kill();
  await first.stop();
  const second = await startEngine(name, profile);
  const reader = new Visit(second);
  reader.server = visit.server;
  await reader.open("empty");
  const found = await reader.answers().catch(() => undefined);
  await second.stop();
  await visit.server.stop();
  return { version: second.version, given: { times, end }, found };
}
