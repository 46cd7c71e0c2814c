// Browser Back and Forward between the screens of an audit on a page.
import assert from "node:assert/strict";
import { test } from "node:test";
import { useSite } from "./site.mjs";
import { finishShort, onItem, onResults, settled } from "./steps.mjs";
import { answer, pressButton, storedAnswers } from "./widget.mjs";

const site = useSite();

const on = (page, name) => page.locator(`leadership-audit .screen.${name}`).waitFor();

test("Back leaves the statements for the welcome screen, and no answer is lost", async () => {
  const page = await site.open();
  await pressButton(page, "Start");
  await answer(page, "4444");
  await page.goBack();
  await on(page, "welcome");
  assert.equal(Object.keys(await storedAnswers(page)).length, 4);
  await page.goForward();
  await on(page, "item");
  await answer(page, "5");
  assert.equal(Object.keys(await storedAnswers(page)).length, 5);
});

test("Back goes from what follows a result to the result, and from there to the start", async () => {
  const page = await site.open();
  await finishShort(page);
  await pressButton(page, "Save, print or delete");
  await on(page, "keep");
  await page.goBack();
  await onResults(page);
  await page.goBack();
  await on(page, "welcome");
  await page.goForward();
  await onResults(page);
});

test("a button back and the browser's own count as one step", async () => {
  const page = await site.open();
  await finishShort(page);
  await pressButton(page, "Save, print or delete");
  await on(page, "keep");
  await pressButton(page, "Back");
  await onResults(page);
  await page.goBack();
  await on(page, "welcome");
});

test("a press while a step back is still under way is not undone by it", async () => {
  // The browser takes a step back some time after it was told to: here, when the test says so.
  const init = () => {
    const { back } = History.prototype;
    History.prototype.back = function () {
      globalThis.takeStepBack = () => back.call(this);
    };
  };
  const page = await site.open("", { init });
  await finishShort(page);
  await pressButton(page, "Back to the start");
  await pressButton(page, "Take it again");
  await onItem(page);
  await page.evaluate(async () => {
    const popped = new Promise((resolve) => addEventListener("popstate", resolve, { once: true }));
    globalThis.takeStepBack();
    await popped;
    await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
  });
  await settled(page);
  assert.equal(await page.locator("leadership-audit .screen.item").count(), 1);
  await page.goBack();
  await on(page, "welcome");
  await page.goForward();
  await on(page, "item");
});

test("a page with a router keeps its own state, and its own entries are not taken back", async () => {
  const page = await site.open();
  await page.evaluate(() => history.replaceState({ router: "home" }, ""));
  await pressButton(page, "Start");
  await on(page, "item");
  assert.equal(await page.evaluate(() => history.state.router), "home");
  await page.evaluate(() => history.pushState({ router: "dialog" }, ""));
  await pressButton(page, "Back");
  await on(page, "welcome");
  assert.equal(await page.evaluate(() => history.state.router), "dialog");
});

test("a page that refuses new entries still shows every screen", async () => {
  const init = () => {
    History.prototype.pushState = () => {
      throw new DOMException("no", "SecurityError");
    };
  };
  const page = await site.open("", { init });
  await pressButton(page, "Start");
  await on(page, "item");
  await answer(page, "4");
});
