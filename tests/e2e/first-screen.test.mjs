// The first screen is there before the program, answers before it, and is never replaced by it;
// all under the strict policy.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { serve, strictPolicy } from "./server.mjs";
import { PREFIX, answer, launch, newContext, pressButton, stored } from "./widget.mjs";

let browser;

before(async () => {
  browser = await launch();
});

after(() => browser?.close());

const PAGE = (attributes) => `<!doctype html><html lang="en"><title>Held back</title>
<script type="module" src="/leadership-audit.js"></script>
<leadership-audit ${attributes}></leadership-audit>`;

/** A page whose program waits until it is released. */
async function openHeld(attributes, context) {
  let release;
  const until = new Promise((resolve) => {
    release = resolve;
  });
  const server = await serve({
    pages: { "/held": PAGE(attributes) },
    headers: { "content-security-policy": strictPolicy() },
    fault: (path) => path.endsWith(".wasm") && { until },
  });
  const page = await context.newPage();
  page.faults = [];
  page.on("console", (message) => {
    if (message.type() === "error") page.faults.push(message.text());
  });
  page.on("pageerror", (error) => page.faults.push(String(error)));
  await page.addInitScript(() => {
    window.ready = new Promise((resolve) => addEventListener("leadership-audit-ready", resolve));
  });
  await page.goto(`${server.address}held`);
  await page.locator("leadership-audit h2").waitFor();
  return { server, page, release, ready: () => page.evaluate(() => window.ready) };
}

/** Marks every element of the first screen, to be recognised afterwards. */
const markNodes = (page) =>
  page.evaluate(() => {
    const { shadowRoot } = document.querySelector("leadership-audit");
    window.marked = [...shadowRoot.querySelectorAll(".screen, .screen *")];
    return window.marked.length;
  });

const stillThere = (page) =>
  page.evaluate(() => window.marked.filter((node) => node.isConnected).length);

test("item 1 answered before the program: selected, then stored, on the same nodes", async () => {
  const context = await newContext(browser);
  const { server, page, release, ready } = await openHeld('start="audit"', context);
  const option = page.locator("leadership-audit input[value='4']");
  await option.click();
  assert.equal(await option.isChecked(), true);
  assert.deepEqual(await stored(page), {}, "the program is not there yet");
  const count = await markNodes(page);
  release();
  await ready();
  await page.waitForFunction(() => localStorage.length > 0);
  assert.equal(await stillThere(page), count, "no node was replaced");
  assert.equal(await option.isChecked(), true);
  const record = (await stored(page))[`${PREFIX}answer:up-trust-1`];
  assert.equal(JSON.parse(record).value, 4);
  await pressButton(page, "Next");
  await page.getByText("2 of 36").waitFor();
  assert.deepEqual(page.faults, []);
  await context.close();
  await server.stop();
});

test("Start pressed before the program: acknowledged, and acted on with the form picked", async () => {
  const context = await newContext(browser);
  const { server, page, release } = await openHeld("", context);
  await page.getByLabel("Short").check();
  await pressButton(page, "Start");
  const start = page.getByRole("button", { name: "Start" });
  assert.equal(await start.getAttribute("aria-busy"), "true");
  release();
  await page.getByText("1 of 18").waitFor();
  assert.deepEqual(page.faults, []);
  await context.close();
  await server.stop();
});

test("the way to a saved result pressed before the program: acknowledged, and gone", async () => {
  const context = await newContext(browser);
  const { server, page, release } = await openHeld("", context);
  await pressButton(page, "Start");
  await pressButton(page, "Open a saved result");
  const way = page.getByRole("button", { name: "Open a saved result" });
  assert.equal(await way.getAttribute("aria-busy"), "true");
  release();
  await page.getByRole("heading", { name: "What you saved before" }).waitFor();
  await pressButton(page, "Back");
  await page.getByRole("button", { name: "Start" }).waitFor();
  assert.deepEqual(await stored(page), {});
  assert.deepEqual(page.faults, []);
  await context.close();
  await server.stop();
});

test("the first screen without a press: the same nodes, nothing stored, nothing focused", async () => {
  for (const attributes of ["", 'form="full"', 'form="short"', 'start="audit" form="short"']) {
    const context = await newContext(browser);
    const { server, page, release, ready } = await openHeld(attributes, context);
    const count = await markNodes(page);
    release();
    await ready();
    await page.waitForTimeout(50);
    assert.equal(await stillThere(page), count, attributes);
    assert.deepEqual(await stored(page), {}, attributes);
    assert.equal(await page.evaluate(() => document.activeElement === document.body), true);
    assert.deepEqual(page.faults, [], attributes);
    await context.close();
    await server.stop();
  }
});

test("Start pressed before the program, with stored answers: they are gone on with", async () => {
  const context = await newContext(browser);
  const first = await openHeld("", context);
  first.release();
  await pressButton(first.page, "Start");
  await first.page.locator("leadership-audit fieldset.item").waitFor();
  await answer(first.page, [..."44"]);
  const before = await stored(first.page);
  await first.page.close();

  // The same origin, so the same server, with the program held back again.
  let release;
  const until = new Promise((resolve) => {
    release = resolve;
  });
  first.server.behaviour.fault = (path) => path.endsWith(".wasm") && { until };
  const page = await context.newPage();
  await page.goto(`${first.server.address}held`);
  await page.locator("leadership-audit h2").waitFor();
  await pressButton(page, "Start");
  release();
  await page.getByText("3 of 36").waitFor();
  const after = await stored(page);
  const answers = (records) =>
    Object.keys(records)
      .filter((key) => key.startsWith(`${PREFIX}answer:`))
      .sort();
  assert.deepEqual(answers(after), answers(before));
  await context.close();
  await first.server.stop();
});

test("a first screen that something else has changed is drawn again, and the audit runs", async () => {
  const context = await newContext(browser);
  const { server, page, release, ready } = await openHeld("", context);
  await page.evaluate(() => {
    const { shadowRoot } = document.querySelector("leadership-audit");
    shadowRoot.querySelector("h2").replaceWith(document.createElement("font"));
    shadowRoot.querySelector("p").append("translated");
  });
  release();
  await ready();
  await page.getByRole("heading", { name: "How sound are the relationships" }).waitFor();
  await pressButton(page, "Start");
  await page.getByText("1 of 36").waitFor();
  assert.deepEqual(page.faults, []);
  await context.close();
  await server.stop();
});

test("another questionnaire takes the place of the words that stood for it: nothing moves", async () => {
  const context = await newContext(browser);
  const server = await serve({
    pages: { "/": PAGE('start="audit" loading="eager" src="/instruments/leadership-relationships.json"') },
  });
  const page = await context.newPage();
  await page.addInitScript(() => {
    window.moved = 0;
    const add = (list) => {
      for (const { value } of list.getEntries()) window.moved += value;
    };
    new PerformanceObserver(add).observe({ type: "layout-shift", buffered: true });
  });
  await page.goto(server.address);
  await page.locator("leadership-audit fieldset.item").waitFor();
  // The frame after the one that shows it.
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
  await page.waitForFunction(() => performance.getEntriesByName("first-paint").length > 0);
  assert.equal(await page.evaluate(() => window.moved), 0);
  await context.close();
  await server.stop();
});
