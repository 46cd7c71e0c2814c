// Kills pages and browsers between answers: `node tests/matrix/kills.mjs --count 1000 --browsers 12`.
// It ends with the table of docs/reliability.md. It kills only what it started itself.
// Firefox takes part where it is installed.
import assert from "node:assert/strict";
import { parseArgs } from "node:util";
import { serve } from "../e2e/server.mjs";
import { start } from "../e2e/steps.mjs";
import { PREFIX, answer, launch, newContext } from "../e2e/widget.mjs";
import { killBrowsers } from "./browser-kills.mjs";
import { isInstalled } from "./engines.mjs";

const { values: options } = parseArgs({
  options: {
    count: { type: "string", default: "1000" },
    browsers: { type: "string", default: "12" },
  },
});
const COUNT = Number(options.count);
const BROWSERS = Number(options.browsers);
const server = await serve({ pages: { "/empty": "<!doctype html><title>Empty</title>" } });

const answersIn = (page) =>
  page.evaluate((prefix) => {
    const records = Object.entries({ ...localStorage }).filter(([key]) => key.startsWith(prefix));
    return Object.fromEntries(records.map(([key, text]) => [key.slice(prefix.length), JSON.parse(text).value]));
  }, `${PREFIX}answer:`);

/** Kills a page after each answer, and compares what is stored with what was answered so far. */
async function killPages() {
  const browser = await launch();
  const context = await newContext(browser);
  const reader = await context.newPage();
  await reader.goto(`${server.address}empty`);
  const result = { count: 0, answers: 0, lost: 0 };
  let expected = {};
  while (result.count < COUNT) {
    const page = await context.newPage();
    await page.goto(server.address);
    const fresh = Object.keys(expected).length === 0;
    await start(page, fresh ? "Start" : "Continue where you left off");
    const digit = String(1 + (result.count % 5));
    await page.locator("leadership-audit h2").evaluate((heading) => heading.focus());
    await answer(page, digit);
    const client = await context.newCDPSession(page);
    const crashed = page.waitForEvent("crash");
    client.send("Page.crash").catch(() => {});
    await crashed;
    await page.close().catch(() => {});
    result.count++;
    result.answers++;
    const found = await answersIn(reader);
    const [newest] = Object.keys(found).filter((item) => !(item in expected));
    try {
      assert.deepEqual(found, { ...expected, [newest]: Number(digit) });
    } catch (error) {
      result.lost++;
      console.log(`  lost: kill ${result.count}: ${error.message}`);
    }
    expected = found;
    // The audit restarts before the last statements, which would finish it.
    if (Object.keys(expected).length === 34) {
      await reader.evaluate(() => localStorage.clear());
      expected = {};
    }
    if (result.count % 50 === 0) console.log(`  ${result.count} pages killed, ${result.lost} answers lost`);
  }
  await browser.close();
  return result;
}

const pages = await killPages();
console.log(`» ${pages.count} pages killed right after an answer: ${pages.lost} of ${pages.answers} answers lost`);
await server.stop();
const browsers = [];
for (const name of BROWSERS > 0 ? ["chromium", "firefox"].filter(isInstalled) : []) {
  browsers.push(await killBrowsers(name, BROWSERS));
}
for (const { version, count, worst_ms, worst_answers, unread } of browsers) {
  console.log(`| ${[version, count, `${Math.ceil(worst_ms / 1000)} s`, worst_answers, unread].join(" | ")} |`);
}
process.exit(pages.lost > 0 ? 1 : 0);
