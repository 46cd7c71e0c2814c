// What is done with a page that is alive, and measured while it is done.
import { setTimeout as pause } from "node:timers/promises";
import { answerFor } from "./items.mjs";
import { quantile } from "./stats.mjs";

const answers = (count) => JSON.stringify(Array.from({ length: count }, (_, i) => answerFor(i)));
const complete = (page, count) => page.run(`__bench.complete(${answers(count)})`);
const outcome = (page) => page.run("__bench.outcome()");

/** Answers from script, all items or the first `count`, without waiting for frames. */
export const scripted = (count) => async (page, candidate, size) => {
  const { total, steps, toResults } = await complete(page, count ?? size);
  const seen = { total, steps, toResults };
  if ((count ?? size) < size) return seen;
  return { ...seen, heapAtResults: await page.heap(), outcome: await outcome(page) };
};

/** Everything, to the results and the saved file, and then a second for what comes late. */
export const wholeAudit = (server) => async (page, candidate, size) => {
  await complete(page, size);
  const end = await outcome(page);
  await pause(1000);
  return { outcome: end, later: server.take() };
};

/** Answers by real mouse presses, all items or the first `count`, each waited for until painted. */
export const walk = (count) => async (page, candidate, size) => {
  const items = count ?? size;
  if (!candidate.autoAdvance) await page.run("__bench.stay()");
  const [select, next, frames] = [[], [], []];
  const begin = await page.run("performance.now()");
  const before = await page.metrics();
  const press = async (kind, times, v) => {
    const pressed = await page.press(kind, v);
    times.push(pressed.latency);
    frames.push(pressed.frames);
  };
  for (let i = 0; i < items; i++) {
    await press("select", select, answerFor(i));
    if (!candidate.autoAdvance) await press("next", next, 0);
  }
  const after = await page.metrics();
  await page.settle();
  const long = await page.run("__bench.long");
  return {
    select,
    next,
    frames,
    inp: candidate.frame ? null : interaction(await page.run("__bench.events"), frames.length),
    taskPerItem: ((after.TaskDuration - before.TaskDuration) * 1e3) / items,
    longInWalk: long.filter(({ start }) => start >= begin),
    outcome: items === size ? await outcome(page) : undefined,
  };
};

/** The slowest interaction but for one in fifty, as INP counts; those under 16 ms are not reported. */
function interaction(events, presses) {
  const slowest = new Map();
  for (const { id, duration } of events) {
    slowest.set(id, Math.max(slowest.get(id) ?? 0, duration));
  }
  const durations = [...slowest.values()];
  while (durations.length < presses) durations.push(8);
  return quantile(durations, 0.98);
}

const REMOUNTS = 100;
const RETAKES = 20;

/** What stays behind of 100 elements that came and went. */
export const remounted = async (page) => {
  await page.run("__bench.remount(10)");
  await page.settle();
  const before = await page.heap();
  await page.run(`__bench.remount(${REMOUNTS})`);
  await page.settle();
  return { times: REMOUNTS, before, after: await page.heap() };
};

/** What stays behind of 20 audits taken one after the other. */
export const retaken = async (page, candidate, size) => {
  const once = async () => {
    await page.run("__bench.again()");
    await complete(page, size);
  };
  await complete(page, size);
  await once();
  const before = await page.heap();
  for (let i = 0; i < RETAKES; i++) await once();
  return { times: RETAKES, before, after: await page.heap() };
};
