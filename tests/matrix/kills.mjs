// Kills pages, and browsers, between answers: `node tests/matrix/kills.mjs --count 1000 --browsers 20`.
// --write keeps what was found in docs/reliability/kills.json. Kills only what it started itself.
import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "playwright-core";
import { serve } from "../e2e/server.mjs";
import { CHROMIUM, FLAGS, PREFIX, answer, launch, newContext, pressButton } from "../e2e/widget.mjs";

const words = process.argv.slice(2);
const number = (name, otherwise) => {
  const at = words.indexOf(name);
  return at < 0 ? otherwise : Number(words[at + 1]);
};
const COUNT = number("--count", 1000);
const BROWSERS = number("--browsers", 12);
const AFTER_MS = 50;
/** A visitor takes some seconds over a statement; more would only make the run longer. */
const EVERY_MS = 2000;

const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
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
  const result = { count: 0, after_ms: AFTER_MS, answers: 0, lost: 0 };
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
    await page.keyboard.press(digit);
    await pause(AFTER_MS);
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

/** A browser with a profile on disk, and its process. */
async function startBrowser(profile) {
  const child = spawn(
    CHROMIUM,
    [
      "--headless",
      ...FLAGS,
      `--user-data-dir=${profile}`,
      "--remote-debugging-port=0",
      "about:blank",
    ],
    { stdio: ["ignore", "ignore", "pipe"], detached: true },
  );
  const address = await new Promise((resolve, reject) => {
    let text = "";
    child.stderr.on("data", (data) => {
      text += data;
      const found = text.match(/ws:\/\/\S+/);
      if (found) resolve(found[0]);
    });
    child.once("exit", () => reject(new Error(text)));
  });
  const browser = await chromium.connectOverCDP(address);
  const [context] = browser.contexts();
  context.setDefaultTimeout(30_000);
  const end = async () => {
    const gone = new Promise((resolve) => child.once("exit", resolve));
    // The whole group, which is all that it has started.
    process.kill(-child.pid, "SIGKILL");
    await gone;
    await pause(200);
  };
  return { context, end, version: browser.version() };
}

async function killBrowsers() {
  const result = { count: BROWSERS, every_ms: EVERY_MS, worst_ms: 0, worst_answers: 0, unread: 0 };
  let version = "";
  for (let round = 0; round < BROWSERS; round++) {
    const profile = mkdtempSync(join(tmpdir(), "kills-"));
    const first = await startBrowser(profile);
    version = `Chromium ${first.version}`;
    const page = await first.context.newPage();
    await page.goto(server.address);
    await pressButton(page, "Start");
    await page.locator("leadership-audit fieldset.item").waitFor();
    const given = [];
    // Ends at another moment of whatever the browser's rhythm is each time.
    const count = 18 + (round % 17);
    for (let at = 0; at < count; at++) {
      await answer(page, [String(1 + (at % 5))]);
      given.push(Date.now());
      await pause(EVERY_MS + (round % 7) * 73);
    }
    const end = Date.now();
    await first.end();
    const second = await startBrowser(profile);
    const reader = await second.context.newPage();
    await reader.goto(`${server.address}empty`);
    let found = {};
    try {
      found = await valuesIn(reader);
    } catch {
      result.unread++;
    }
    const kept = Object.keys(found).length;
    const lost = given.length - kept;
    if (lost > 0) {
      result.worst_ms = Math.max(result.worst_ms, end - given[kept]);
      result.worst_answers = Math.max(result.worst_answers, lost);
    }
    console.log(`  browser ${round + 1}: ${kept} of ${given.length} answers there, ${lost ? `the oldest lost ${end - given[kept]} ms before the end` : "none lost"}`);
    await second.end();
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  }
  return { ...result, version };
}

const pages = await killPages();
console.log(`» ${pages.count} pages killed ${AFTER_MS} ms after an answer: ${pages.lost} of ${pages.answers} answers lost`);
const { version, ...browsers } = BROWSERS > 0 ? await killBrowsers() : { version: "" };
if (words.includes("--write")) {
  const folder = new URL("../../docs/reliability/", import.meta.url);
  mkdirSync(folder, { recursive: true });
  writeFileSync(new URL("kills.json", folder), `${JSON.stringify({ version, pages, browsers }, null, 1)}\n`);
}
await server.stop();
process.exit(pages.lost > 0 ? 1 : 0);
