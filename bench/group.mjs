// node bench/group.mjs: how long 5, 30 and 1,000 files of one group take to open and to draw, the longest task in
// between, and the memory that they take. Needs dist/ (cargo xtask build) and npm ci in the project's own folder.
import { serve } from "../tests/e2e/server.mjs";
import { audit, chooseAll, finish, heading, save, toKeep } from "../tests/e2e/steps.mjs";
import { launchWhole, newContext, open, pressButton } from "../tests/e2e/widget.mjs";

const COUNTS = [5, 30, 1000];

/** As many results as asked for, with answers by a fixed rule. */
function people(own, count) {
  const ids = Object.keys(own.responses);
  return Array.from({ length: count }, (_, person) => {
    const answer = (place) => 1 + ((place * place + 7 * person + place * person) % 5);
    const responses = Object.fromEntries(ids.map((id, place) => [id, answer(place)]));
    const ended_at = new Date(Date.parse("2026-11-23T09:00:00Z") + 60_000 * person).toISOString().replace(".000", "");
    // Without what is computed: otherwise every file would differ from its answers in each place.
    const { scores, finding, quality, ...rest } = own;
    return [`person-${person}.json`, { ...rest, started_at: "2026-11-23T08:00:00Z", ended_at, responses }];
  });
}

/** JavaScript's heap after a collection, and WebAssembly's memory, in MB. */
async function memory(client) {
  await client.send("HeapProfiler.collectGarbage");
  const { usedSize, embedderHeapUsedSize = 0, backingStorageSize = 0 } = await client.send("Runtime.getHeapUsage");
  return (usedSize + embedderHeapUsedSize + backingStorageSize) / 1e6;
}

async function measure(browser, address, count) {
  const context = await newContext(browser);
  context.setDefaultTimeout(300_000);
  const page = await open(context, address);
  const client = await context.newCDPSession(page);
  await finish(page);
  await toKeep(page);
  const own = JSON.parse((await save(page, "Save as a JSON file")).text);
  await page.evaluate(() => {
    // Not the task in which the tool makes the files; what the choice itself takes is measured from its event.
    Object.assign(window, { longest: 0, from: Infinity });
    const longer = (ms) => (window.longest = Math.max(window.longest, ms));
    const note = (list) => {
      for (const { startTime, duration } of list.getEntries()) if (startTime >= window.from) longer(duration);
    };
    new PerformanceObserver(note).observe({ entryTypes: ["longtask"] });
    const input = document.querySelector("leadership-audit").shadowRoot.querySelector("input[type=file]");
    const chosen = () => {
      window.from = performance.now();
      setTimeout(() => longer(performance.now() - window.from));
    };
    input.addEventListener("change", chosen, { capture: true });
  });
  const before = await memory(client);
  await chooseAll(page, people(own, count));
  await audit(page).getByText(new RegExp(`^${count.toLocaleString("en")} files are open`)).waitFor();
  const read = await page.evaluate(() => performance.now() - window.from);
  const after = await memory(client);
  const from = await page.evaluate(() => performance.now());
  await pressButton(page, "Show the group");
  await heading(page, "The group");
  const drawn = (await page.evaluate(() => performance.now())) - from;
  const longest = await page.evaluate(() => window.longest);
  await context.close();
  return { count, read, drawn, longest, memory: after - before };
}

const server = await serve({});
const browser = await launchWhole();
for (const count of COUNTS) {
  const found = await measure(browser, server.address, count);
  const ms = (value) => `${Math.round(value)} ms`;
  console.log(
    `${count} files: read in ${ms(found.read)}, group drawn in ${ms(found.drawn)}, longest task ${ms(found.longest)}, ${found.memory.toFixed(1)} MB`,
  );
}
await browser.close();
await server.stop();
