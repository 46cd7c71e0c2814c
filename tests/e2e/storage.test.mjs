// What is stored, what survives, and what happens where nothing can be.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { serve } from "./server.mjs";
import { PREFIX, answer, launch, newContext, open, pressButton, stored } from "./widget.mjs";

let server;
let browser;

before(async () => {
  server = await serve();
  browser = await launch();
});

after(async () => {
  await browser?.close();
  await server?.stop();
});

async function start(page) {
  await pressButton(page, "Start");
  await page.locator("leadership-audit fieldset.item").waitFor();
}

test("two tabs that answer different items lose none of them", async () => {
  const context = await newContext(browser);
  const first = await open(context, server.address);
  await start(first);
  await answer(first, [..."44"]);
  const second = await open(context, server.address);
  await pressButton(second, "Continue where you stopped");
  await answer(second, [..."55"]);
  await answer(first, [..."2"]);
  const records = await stored(second);
  const value = (item) => JSON.parse(records[`${PREFIX}answer:${item}`]).value;
  // The third item was answered in both tabs: the later answer stands. The fourth only in one.
  assert.deepEqual(
    ["up-trust-1", "up-candour-1", "up-alignment-1", "up-stewardship-1"].map(value),
    [4, 4, 2, 5],
  );
  const third = await open(context, server.address);
  await third.getByText("4 of 36 answered.").waitFor();
  await context.close();
});

test("finished in one tab: the other is told, and offers the result", async () => {
  const context = await newContext(browser);
  const first = await open(context, server.address);
  await first.getByLabel("Short").check();
  await start(first);
  await answer(first, [..."44444444444444444"]);
  const second = await open(context, server.address);
  await pressButton(second, "Continue where you stopped");
  await answer(first, ["4"]);
  await first.locator("leadership-audit .scores").waitFor();
  await second.getByText("You finished this audit in another tab.").waitFor();
  await second.getByRole("button", { name: /^See your result of/ }).click();
  await second.locator("leadership-audit .scores").waitFor();
  await context.close();
});

test("delete everything: in every tab, undone, done again, and no key is left", async () => {
  const context = await newContext(browser);
  const page = await open(context, server.address);
  await page.getByLabel("Short").check();
  await start(page);
  await answer(page, [..."444444444444444444"]);
  const other = await open(context, server.address);
  const erase = async () => {
    await pressButton(page, "Keep or delete this result");
    await pressButton(page, "Delete everything");
    await pressButton(page, "Yes, delete");
    await page.getByText("Everything is deleted.").waitFor();
  };
  await erase();
  await other.getByText("Everything was deleted in another tab.").waitFor();
  assert.deepEqual(Object.keys(await stored(page)), [`${PREFIX}head`], "only the marker");
  await pressButton(page, "Undo");
  await page.getByRole("button", { name: /^See your result of/ }).click();
  await erase();
  await page.goto("about:blank");
  await other.reload();
  assert.deepEqual(await stored(other), {});
  assert.deepEqual(other.faults, []);
  await context.close();
});

const BLOCKED = [
  [
    "throws",
    () =>
      Object.defineProperty(window, "localStorage", {
        get() {
          throw new DOMException("blocked", "SecurityError");
        },
      }),
  ],
  ["is null", () => Object.defineProperty(window, "localStorage", { get: () => null })],
];

for (const [how, block] of BLOCKED) {
  test(`storage that ${how}: a notice, and the audit runs in memory`, async () => {
    const context = await newContext(browser);
    await context.addInitScript(block);
    const page = await open(context, server.address);
    await page.getByText("This browser does not let the page keep anything.").waitFor();
    await page.getByLabel("Short").check();
    await start(page);
    await answer(page, [..."444444444444444444"]);
    await page.locator("leadership-audit .scores").waitFor();
    assert.deepEqual(page.faults, []);
    await context.close();
  });
}

test("storage that is full: a notice, and the next answer stores both", async () => {
  const context = await newContext(browser);
  const page = await open(context, server.address);
  await start(page);
  await page.evaluate(() => {
    const real = Storage.prototype.setItem;
    window.restoreStorage = () => (Storage.prototype.setItem = real);
    Storage.prototype.setItem = () => {
      throw new DOMException("full", "QuotaExceededError");
    };
  });
  await answer(page, ["4"]);
  await page.getByText("The browser’s storage for this website is full").waitFor();
  assert.deepEqual(await stored(page), {});
  await page.evaluate(() => window.restoreStorage());
  await answer(page, ["3"]);
  const records = await stored(page);
  const value = (item) => JSON.parse(records[`${PREFIX}answer:${item}`]).value;
  assert.deepEqual(["up-trust-1", "up-candour-1"].map(value), [4, 3]);
  await page.getByText("storage for this website is full").waitFor({ state: "detached" });
  await context.close();
});

test("a corrupt record is set aside untouched, and the rest is gone on with", async () => {
  const context = await newContext(browser);
  const page = await open(context, server.address);
  await start(page);
  await answer(page, [..."444"]);
  const broken = '{"version":1,"clock":3,"wri';
  const key = `${PREFIX}answer:up-candour-1`;
  await page.evaluate(([key, text]) => localStorage.setItem(key, text), [key, broken]);
  await page.reload();
  await page.getByText("Part of what was stored could not be read.").waitFor();
  await page.getByText("2 of 36 answered.").waitFor();
  const records = await stored(page);
  assert.equal(records[key], undefined);
  assert.ok(Object.values(records).includes(broken));
  await context.close();
});

test("a record from a newer version: nothing is written, every byte stays", async () => {
  const context = await newContext(browser);
  const page = await open(context, server.address);
  await start(page);
  await answer(page, [..."44"]);
  await page.evaluate(
    ([key, text]) => localStorage.setItem(key, text),
    [`${PREFIX}head`, '{"version":2,"anything":true}'],
  );
  const before = await stored(page);
  const later = await open(context, server.address);
  await later.getByText("This page is older than your saved answers").waitFor();
  await start(later);
  await answer(later, [..."55"]);
  assert.deepEqual(await stored(later), before);
  await context.close();
});

test("after load only files beside the loader are asked for, the same whatever is answered", async () => {
  for (const digits of ["12345".repeat(7) + "1", "1".repeat(36), "0".repeat(36)]) {
    const context = await newContext(browser);
    const hosts = new Set();
    context.on("request", (request) => hosts.add(new URL(request.url()).origin));
    const page = await open(context, server.address);
    const loaded = server.asked.length;
    await start(page);
    await answer(page, [...digits]);
    await page.getByText("How this was made").waitFor();
    await pressButton(page, "Keep or delete this result");
    await page.locator("leadership-audit .way").first().waitFor();
    assert.deepEqual(server.asked.slice(loaded), [
      "/leadership-audit-texts.en.json",
      "/leadership-audit-results.wasm",
      "/leadership-audit-workbook_bg.wasm",
    ]);
    assert.deepEqual([...hosts], [new URL(server.address).origin]);
    await context.close();
  }
});

test("nonsense in attributes: the defaults stand, and the console names the attribute", async () => {
  const context = await newContext(browser);
  const page = await context.newPage();
  const warnings = [];
  page.on("console", (message) => message.type() === "warning" && warnings.push(message.text()));
  await page.addInitScript(() => {
    addEventListener("DOMContentLoaded", () => {
      const element = document.querySelector("leadership-audit");
      element.setAttribute("form", "<img src=x>");
      element.setAttribute("audit-id", "a:b");
    });
  });
  await page.goto(server.address);
  await page.getByLabel("Short").check();
  await start(page);
  await answer(page, ["4"]);
  assert.ok(Object.keys(await stored(page)).every((key) => key.startsWith(PREFIX)));
  assert.equal(warnings.filter((text) => /attribute (form|audit-id)=/.test(text)).length, 2);
  await context.close();
});
