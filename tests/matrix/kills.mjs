// Kills pages, and browsers, between answers: `node tests/matrix/kills.mjs --count 1000 --browsers 12`.
// --write keeps what was found in docs/reliability/kills.json. Kills only what it started itself.
// Firefox takes part where it is there.
import { mkdirSync, writeFileSync } from "node:fs";
import { serve } from "../e2e/server.mjs";
import { PREFIX, answer, launch, newContext, pressButton } from "../e2e/widget.mjs";
import { killBrowsers } from "./browser-kills.mjs";
import { isThere } from "./engines.mjs";

const words = process.argv.slice(2);
const number = (name, otherwise) => {
  const at = words.indexOf(name);
  return at < 0 ? otherwise : Number(words[at + 1]);
};
const COUNT = number("--count", 1000);
const BROWSERS = number("--browsers", 12);
const server = await serve({ pages: { "/empty": "<!doctype html><title>Empty</title>" } });

const valuesIn = (page) =>
  page.evaluate((prefix) => {
    const found = {};
    for (const key of Object.keys(localStorage)) {
      if (key.startsWith(prefix)) found[key.slice(prefix.length)] = JSON.parse(localStorage[key]).value;
    }
    return found;
  }, `${PREFIX}answer:`);

/** Each answer is told apart by its item and value; a round answers one, or all again. */
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
    await pressButton(page, fresh ? "Start" : "Continue where you stopped");
    await page.locator("leadership-audit fieldset.item").waitFor();
    const digit = String(1 + (result.count % 5));
    await page.locator("leadership-audit h2").evaluate((heading) => heading.focus());
    const item = await page.locator("leadership-audit fieldset.item h2").textContent();
    await answer(page, [digit]);
    const client = await context.newCDPSession(page);
    const crashed = page.waitForEvent("crash");
    client.send("Page.crash").catch(() => {});
    await crashed;
    await page.close().catch(() => {});
    result.count++;
    result.answers++;
    const found = await valuesIn(reader);
    const kept = Object.keys(found).length === Object.keys(expected).length + 1;
    const same = Object.entries(expected).every(([key, value]) => found[key] === value);
    const newest = Object.entries(found).find(([key]) => !(key in expected))?.[1];
    if (!kept || !same || newest !== Number(digit)) {
      result.lost++;
      console.log(`  lost: kill ${result.count}, ${item}`);
    }
    expected = found;
    // Before the last statement, which would finish the audit, it begins anew.
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
for (const name of BROWSERS > 0 ? ["chromium", "firefox"].filter(isThere) : []) {
  browsers.push(await killBrowsers(name, BROWSERS));
}
if (words.includes("--write")) {
  const folder = new URL("../../docs/reliability/", import.meta.url);
  mkdirSync(folder, { recursive: true });
  writeFileSync(new URL("kills.json", folder), `${JSON.stringify({ pages, browsers }, null, 1)}\n`);
}
process.exit(pages.lost > 0 ? 1 : 0);
