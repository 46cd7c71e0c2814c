// The first screen under the strict policy: it is there and responds before the program, which adopts its nodes.
import assert from "node:assert/strict";
import { test } from "node:test";
import { hostPage, isProgram, strictPolicy } from "./server.mjs";
import { useSite } from "./site.mjs";
import { hear, isReady, onItem, says, startAndAnswer } from "./steps.mjs";
import { pressButton, stored, storedAnswers } from "./widget.mjs";

const site = useSite({ headers: { "content-security-policy": strictPolicy() } });

/** A page whose program waits until it is released. `after` stands behind the element. */
async function openHeld(attributes = "", context = undefined, after = "") {
  let release;
  const until = new Promise((resolve) => {
    release = resolve;
  });
  site.server.behaviour.fault = (path) => isProgram(path) && { until };
  site.server.behaviour.pages = { "/held": hostPage({ bare: true, attributes, after }) };
  const page = await site.open("held", { context, init: hear });
  return { page, release };
}

/** Marks every element of the first screens, to be recognised afterwards. */
const markNodes = (page) =>
  page.evaluate(() => {
    const within = ({ shadowRoot }) => [...shadowRoot.querySelectorAll(".screen, .screen :not(progress)")];
    window.marked = [...document.querySelectorAll("leadership-audit")].flatMap(within);
    return window.marked.length;
  });

const stillThere = (page) =>
  page.evaluate(() => window.marked.filter((node) => node.isConnected).length);

test("item 1 answered before the program is ready: selected, then stored, on the same nodes", async () => {
  const { page, release } = await openHeld('start="audit"');
  const option = page.locator("leadership-audit input[value='4']");
  await option.click();
  assert.equal(await option.isChecked(), true);
  assert.deepEqual(await stored(page), {}, "the program is not ready yet");
  // How far down it is depends on whether the page was scrolled to the bar of whoever waits.
  const placeOfNext = async () => {
    const { x, width, height } = await page.getByRole("button", { name: "Next" }).boundingBox();
    return { x, width, height };
  };
  const before = await placeOfNext();
  const count = await markNodes(page);
  release();
  await isReady(page);
  await page.waitForFunction(() => localStorage.length > 0);
  assert.equal(await stillThere(page), count, "no node was replaced");
  assert.equal(await option.isChecked(), true);
  assert.deepEqual(await placeOfNext(), before, "nothing moves");
  assert.deepEqual(await storedAnswers(page), { "up-trust-1": 4 });
  await pressButton(page, "Next");
  await page.getByText("2 of 36").waitFor();
});

test("two elements that begin at the same moment: each keeps its own nodes", async () => {
  const second = '<leadership-audit audit-id="second" loading="eager"></leadership-audit>';
  const { page, release } = await openHeld('start="audit" loading="eager"', undefined, second);
  const count = await markNodes(page);
  release();
  await page.waitForFunction(() => window.heard.filter(([what]) => what === "ready").length === 2);
  assert.equal(await stillThere(page), count, "no node was replaced");
  await pressButton(page, "Start");
  await page.getByText("1 of 36").nth(1).waitFor();
});

test("Start pressed before the program is ready: acknowledged, then carried out with the chosen form", async () => {
  const { page, release } = await openHeld();
  await page.getByLabel("3 minutes").check();
  await pressButton(page, "Start");
  const start = page.getByRole("button", { name: "Start" });
  assert.equal(await start.getAttribute("aria-busy"), "true");
  release();
  await page.getByText("1 of 18").waitFor();
});

test("\"Open a saved result\" pressed before the program is ready: acknowledged, then carried out", async () => {
  const { page, release } = await openHeld();
  await pressButton(page, "Start");
  await pressButton(page, "Open a saved result");
  const way = page.getByRole("button", { name: "Open a saved result" });
  assert.equal(await way.getAttribute("aria-busy"), "true");
  release();
  await page.getByRole("heading", { name: "What you saved before" }).waitFor();
  await pressButton(page, "Back");
  await page.getByRole("button", { name: "Start" }).waitFor();
  assert.deepEqual(await stored(page), {});
});

test("the first screen without a press: the same nodes, nothing stored, nothing focused", async () => {
  for (const attributes of ["", 'form="full"', 'form="short"', 'start="audit" form="short"']) {
    const { page, release } = await openHeld(attributes);
    const count = await markNodes(page);
    release();
    await isReady(page);
    await page.waitForTimeout(50);
    assert.equal(await stillThere(page), count, attributes);
    assert.deepEqual(await stored(page), {}, attributes);
    assert.equal(await page.evaluate(() => document.activeElement === document.body), true);
  }
});

test("Start pressed before the program, with stored answers: the audit continues", async () => {
  const context = await site.newContext();
  const first = await openHeld("", context);
  first.release();
  await startAndAnswer(first.page, "44");
  const before = await storedAnswers(first.page);
  await first.page.close();

  const { page, release } = await openHeld("", context);
  await pressButton(page, "Start");
  release();
  await says(page, "3 of 36");
  assert.deepEqual(await storedAnswers(page), before);
});

test("a first screen that something else has changed is rendered again, and the audit runs", async () => {
  const { page, release } = await openHeld();
  await page.evaluate(() => {
    const { shadowRoot } = document.querySelector("leadership-audit");
    shadowRoot.querySelector("h2").replaceWith(document.createElement("font"));
    shadowRoot.querySelector("p").append("translated");
  });
  release();
  await isReady(page);
  await page.getByRole("heading", { name: "How well do your working relationships" }).waitFor();
  await pressButton(page, "Start");
  await page.getByText("1 of 36").waitFor();
});

test("another questionnaire replaces its placeholder: nothing moves", async () => {
  const attributes = 'start="audit" loading="eager" src="/instruments/leadership-relationships.json"';
  const server = await site.serve({ pages: { "/": hostPage({ bare: true, attributes }) } });
  const init = () => {
    window.moved = 0;
    const add = (list) => {
      for (const { value } of list.getEntries()) window.moved += value;
    };
    new PerformanceObserver(add).observe({ type: "layout-shift", buffered: true });
  };
  const page = await site.open(server.address, { init });
  await onItem(page);
  // The frame after the one that shows the item.
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
  await page.waitForFunction(() => performance.getEntriesByName("first-paint").length > 0);
  assert.equal(await page.evaluate(() => window.moved), 0);
});
