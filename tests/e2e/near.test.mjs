// The program is fetched when the visitor comes near, and not before.
import assert from "node:assert/strict";
import { test } from "node:test";
import { hostPage } from "./server.mjs";
import { useSite } from "./site.mjs";
import { hear, isReady } from "./steps.mjs";

const PAGES = {
  "/near": hostPage(),
  "/far": hostPage({ before: '<div style="block-size: 5000px">far</div>' }),
  "/far-eager": hostPage({
    before: '<div style="block-size: 5000px">far</div>',
    attributes: 'loading="eager"',
  }),
};

const site = useSite({ pages: PAGES });

const asked = () => site.server.asked.filter((path) => path.endsWith(".wasm")).length;

/** Two frames, after which the page's intersection observer has reported. */
const frames = (page) => page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));

test("far below, nothing is fetched until the visitor comes near or focuses it; with loading=eager it is at once", async () => {
  const before = asked();
  for (const come of [
    (page) => page.evaluate(() => scrollTo(0, 4000)),
    (page) =>
      page.evaluate(() => {
        const { shadowRoot } = document.querySelector("leadership-audit");
        shadowRoot.querySelector("button").focus({ preventScroll: true });
      }),
  ]) {
    const count = asked();
    const page = await site.open("far", { init: hear });
    await frames(page);
    assert.equal(asked(), count, "not yet");
    await come(page);
    await isReady(page);
    assert.equal(asked(), count + 1);
  }
  const eager = await site.open("far-eager", { init: hear });
  await isReady(eager);
  assert.equal(asked(), before + 3);
});

test("what is near when the loader runs is requested before the observer tells of it", async () => {
  const context = await site.newContext();
  // Runs in the page before its scripts: an observer that never tells.
  await context.addInitScript(() => {
    window.IntersectionObserver = class {
      observe() {}
      disconnect() {}
    };
  });
  for (const [path, requests] of [["near", 1], ["far", 0]]) {
    const before = asked();
    await frames(await site.open(path, { context }));
    assert.equal(asked() - before, requests, path);
  }
});

test("an element that a script adds to the page may get its attributes after", async () => {
  const page = await site.open("far", { init: hear });
  const { length } = site.server.asked;
  await page.evaluate(() => {
    const late = document.createElement("leadership-audit");
    document.body.prepend(late);
    late.setAttribute("files-href", "/elsewhere/");
  });
  await page.waitForFunction(() => window.heard.some(([what]) => what === "failed"));
  const programs = site.server.asked.slice(length).filter((path) => path.endsWith("_bg.wasm"));
  assert.deepEqual(new Set(programs), new Set(["/elsewhere/leadership-audit-widget_bg.wasm"]));
  delete page.faults;
});
