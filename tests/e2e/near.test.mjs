// The program is fetched when the visitor comes near, and not before.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { hostPage } from "./pixels.mjs";
import { serve } from "./server.mjs";
import { launch, newContext, open } from "./widget.mjs";

let server;
let browser;

const PAGES = {
  "/far": hostPage({ before: '<div style="block-size: 5000px">far</div>' }),
  "/far-eager": hostPage({
    before: '<div style="block-size: 5000px">far</div>',
    attributes: 'loading="eager"',
  }),
};

before(async () => {
  server = await serve({ pages: PAGES });
  browser = await launch();
});

after(async () => {
  await browser?.close();
  await server?.stop();
});

async function openAt(path) {
  const context = await newContext(browser);
  await context.addInitScript(() => {
    window.ready = 0;
    addEventListener("leadership-audit-ready", () => window.ready++);
  });
  return open(context, new URL(path, server.address).href);
}

const asked = () => server.asked.filter((path) => path.endsWith(".wasm")).length;

test("far below, nothing is fetched until it is near, or touched; eager is at once", async () => {
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
    const page = await openAt("/far");
    // Two frames: whatever the observer of the page had to tell has been told.
    await page.evaluate(
      () =>
        new Promise((resolve) => {
          requestAnimationFrame(() => requestAnimationFrame(resolve));
        }),
    );
    assert.equal(asked(), count, "not yet");
    await come(page);
    await page.waitForFunction(() => window.ready > 0);
    assert.equal(asked(), count + 1);
    await page.context().close();
  }
  const eager = await openAt("/far-eager");
  await eager.waitForFunction(() => window.ready > 0);
  assert.equal(asked(), before + 3);
  await eager.context().close();
});
