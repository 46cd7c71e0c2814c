// The program is fetched when the visitor comes near, and not before.
import assert from "node:assert/strict";
import { test } from "node:test";
import { hostPage } from "./server.mjs";
import { useSite } from "./site.mjs";
import { hear, isReady } from "./steps.mjs";

const PAGES = {
  "/far": hostPage({ before: '<div style="block-size: 5000px">far</div>' }),
  "/far-eager": hostPage({
    before: '<div style="block-size: 5000px">far</div>',
    attributes: 'loading="eager"',
  }),
};

const site = useSite({ pages: PAGES });

const asked = () => site.server.asked.filter((path) => path.endsWith(".wasm")).length;

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
    // Two frames, after which the page's intersection observer has reported.
    await page.evaluate(
      () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
    );
    assert.equal(asked(), count, "not yet");
    await come(page);
    await isReady(page);
    assert.equal(asked(), count + 1);
  }
  const eager = await site.open("far-eager", { init: hear });
  await isReady(eager);
  assert.equal(asked(), before + 3);
});
