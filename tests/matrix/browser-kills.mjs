// Kills whole browsers while a visitor answers, and counts what a new one finds on disk.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startEngine } from "./engines.mjs";
import { Visit } from "./visit.mjs";
import { pause } from "./webdriver.mjs";

/** A visitor takes some seconds over a statement; longer waits would only prolong the run. */
const EVERY_MS = 2000;

/** Kills `count` browsers of this engine; returns the worst loss. */
export async function killBrowsers(name, count) {
  const result = { count, worst_ms: 0, worst_answers: 0, unread: 0 };
  for (let round = 0; round < count; round++) {
    const profile = mkdtempSync(join(tmpdir(), "kills-"));
    const { version, times, end, found } = await killOne(name, profile, round);
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
    result.version = version;
    if (!found) result.unread++;
    const kept = Object.keys(found ?? {}).length;
    const lost = times.length - kept;
    const late = lost > 0 ? end - times[kept] : 0;
    result.worst_ms = Math.max(result.worst_ms, late);
    result.worst_answers = Math.max(result.worst_answers, lost);
    const text = lost > 0 ? `the oldest lost ${late} ms before the end` : "none lost";
    console.log(`  ${name} ${round + 1}: ${kept} of ${times.length} answers found, ${text}`);
  }
  return result;
}

async function killOne(name, profile, round) {
  const first = await startEngine(name, profile);
  const visit = new Visit(first);
  await visit.host();
  await visit.start();
  const times = [];
  // Each round ends at another phase of the browser's own write intervals.
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
  return { version: second.version, times, end, found };
}
