// What is done with a page that is alive, and measured while it is done.
import { setTimeout as pause } from "node:timers/promises";
import { answerFor } from "./items.mjs";

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

/** Everything to the results, and then a second for what comes late. */
export const wholeAudit = (server) => async (page, candidate, size) => {
  await complete(page, size);
  await pause(1000);
  const later = server.take();
  return { outcome: await outcome(page), later };
};

/** Answers by real mouse presses, all items or the first `count`, each waited for until painted. */
export const walk = (count) => async (page, candidate, size) => {
  const items = count ?? size;
  await page.run("__bench.stay()");
  const [select, next] = [[], []];
  const begin = await page.run("performance.now()");
  for (let i = 0; i < items; i++) {
    select.push((await page.press("select", answerFor(i))).latency);
    next.push((await page.press("next", 0)).latency);
  }
  await page.settle();
  const long = await page.run("__bench.long");
  return {
    select,
    next,
    longInWalk: long.filter(({ start }) => start >= begin),
    outcome: items === size ? await outcome(page) : undefined,
  };
};

const REMOUNTS = 100;
const RETAKES = 20;

/** What stays behind of 100 elements that came and went. */
export const remounted = async (page) => {
  await page.run("__bench.remount(10)");
  await page.settle();
  const before = await page.heap();
  await page.run(`__bench.remount(${REMOUNTS})`);
  await page.settle();
  return { before, after: await page.heap() };
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
  return { before, after: await page.heap() };
};
