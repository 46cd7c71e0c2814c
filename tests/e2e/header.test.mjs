// A page that keeps a header at its top: after each step what the visitor has to read is below it, and nothing scrolls that
// need not.
import assert from "node:assert/strict";
import { test } from "node:test";
import { useSite } from "./site.mjs";
import { audit, hear, heading, isReady, onItem, onResults, SHORT } from "./steps.mjs";
import { answer, pressButton } from "./widget.mjs";

const site = useSite();

const HEADER = (height, { position = "fixed", more = "" } = {}) => ({
  head: `<style>
    body { margin: 0 } ${more}
    header { position: ${position}; inset-block-start: 0; inset-inline: 0; block-size: ${height}px; background: #345; z-index: 9 }
  </style>`,
  before: '<header>Menu</header><main><p style="block-size: 600px">Introduction</p>',
  after: '<p style="block-size: 2000px">More</p></main>',
});

/** How far above the header's lower edge, or out of the window, what matches is; 0 if it is in sight. */
const hidden = (page, selector = "h2") =>
  page.evaluate(
    (selector) =>
      new Promise((resolve) => {
        const look = () => {
          const { shadowRoot } = document.querySelector("leadership-audit");
          const { top, bottom } = shadowRoot.querySelector(selector).getBoundingClientRect();
          const edge = document.querySelector("header").getBoundingClientRect().bottom;
          resolve(Math.max(0, Math.ceil(edge - top - 1), Math.ceil(bottom - innerHeight - 1)));
        };
        // Once the frame of the step has been drawn.
        requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(look)));
      }),
    selector,
  );

async function assertShown(page, what, selector) {
  assert.equal(await hidden(page, selector), 0, what);
}

const SIZES = [
  [360, 640, 120],
  [390, 664, 64],
  [768, 1024, 96],
  [1280, 720, 96],
  [1440, 900, 64],
];

for (const [width, height, header] of SIZES) {
  test(`${width} × ${height}, a header of ${header} px: every step is below it, from wherever Start is pressed`, async () => {
    const page = await site.openHost(HEADER(header), { viewport: { width, height } });
    const button = audit(page).getByRole("button", { name: "Start" });
    const { y } = await button.boundingBox();
    // From where Start is at the foot of the window to where it is right below the header.
    for (let at = y - height + 60; at < y - header; at += 120) {
      await page.evaluate((at) => scrollTo(0, at), at);
      await button.click();
      await onItem(page);
      await assertShown(page, `pressed at ${at}`);
      await page.evaluate(() => localStorage.clear());
      await page.reload();
      await button.waitFor();
    }
    await audit(page).getByLabel("3 minutes").check();
    await button.click();
    await onItem(page);
    for (const [place, digit] of [...SHORT].entries()) {
      await assertShown(page, `statement ${place + 1}`);
      await answer(page, digit);
    }
    await onResults(page);
    await assertShown(page, "results");
  });
}

/** Walks past notices, forms with errors, and all that follows a result. */
async function walkOn(page) {
  await audit(page).getByLabel("3 minutes").check();
  await pressButton(page, "Start");
  await onItem(page);
  await pressButton(page, "I have nobody there");
  await assertShown(page, "a notice above the next statement", ".notice");
  await assertShown(page, "the next statement");
  await answer(page, "444444");
  for (let more = 0; more < 6; more++) await answer(page, "4");
  await onResults(page);
  await assertShown(page, "results");
  await pressButton(page, "Save, print or delete");
  await assertShown(page, "where the result is kept");
  // The browser goes back to where the visitor was on that screen.
  await pressButton(page, "Back");
  await onResults(page);
  await pressButton(page, "Map your relationships");
  await assertShown(page, "map");
  await pressButton(page, "Add someone");
  await assertShown(page, "a form");
  await pressButton(page, "Save");
  await assertShown(page, "the field that is missing something", ".field:has([aria-invalid]) label");
}

const VARIANTS = {
  "a header that sticks": HEADER(120, { position: "sticky" }),
  "a page that scrolls smoothly": HEADER(120, { more: "html { scroll-behavior: smooth }" }),
  "an old page without a doctype": { doctype: "", ...HEADER(120) },
  "a round bar that floats": HEADER(100, { more: "header { margin: 12px; border-radius: 60px }" }),
  "a page that gives the space itself": HEADER(120, { more: "html { scroll-padding-block-start: 130px }" }),
  "a box that scrolls by itself": {
    ...HEADER(120, { position: "sticky", more: "#box { block-size: 600px; overflow: auto; margin-block-start: 40px }" }),
    before: '<div id="box"><header>Menu</header><main><p style="block-size: 600px">Introduction</p>',
    after: '<p style="block-size: 2000px">More</p></main></div>',
  },
};

for (const [name, parts] of Object.entries(VARIANTS)) {
  test(`in sight on every screen: ${name}`, async () => {
    const page = await site.openHost({ attributes: 'loading="eager"', ...parts }, { viewport: { width: 390, height: 664 }, init: hear });
    await isReady(page);
    await walkOn(page);
  });
}

test("the failure of a start is below the header", async () => {
  site.server.behaviour.fault = (path) => (path.endsWith(".wasm") ? { status: 404 } : undefined);
  const page = await site.openHost(HEADER(120), { viewport: { width: 360, height: 640 } });
  delete page.faults;
  await pressButton(page, "Start");
  await audit(page).locator(".failure").waitFor();
  await assertShown(page, "the failure", ".failure");
  delete site.server.behaviour.fault;
});

test("by Tab, forwards and backwards, no control is behind the header or a bar at the foot", async () => {
  const parts = HEADER(120);
  const bar = "<style>footer { position: fixed; inset-block-end: 0; inset-inline: 0; block-size: 90px; background: #543 }</style>";
  const page = await site.openHost({ ...parts, head: parts.head + bar, after: `${parts.after}<footer>Cookies</footer>` }, {
    viewport: { width: 390, height: 664 },
  });
  await pressButton(page, "Start");
  await onItem(page);
  for (const key of ["Tab", "Tab", "Tab", "Tab", "Tab", "Tab", "Shift+Tab", "Shift+Tab", "Shift+Tab", "Shift+Tab", "Shift+Tab"]) {
    await page.keyboard.press(key);
    const covered = await page.evaluate(
      () =>
        new Promise((resolve) => {
          requestAnimationFrame(() =>
            requestAnimationFrame(() => {
              const focused = document.querySelector("leadership-audit").shadowRoot.activeElement;
              if (!focused) return resolve(0);
              const { top, bottom } = focused.getBoundingClientRect();
              resolve(Math.max(0, 119 - top, bottom - (innerHeight - 89)));
            }),
          );
        }),
    );
    assert.equal(covered, 0, key);
  }
});

test("nothing scrolls where nothing is covered, and no pointer has a field run away", async () => {
  const page = await site.openHost({ ...HEADER(60), attributes: 'start="map"' }, { viewport: { width: 800, height: 900 } });
  await pressButton(page, "Add someone");
  await heading(page, "Someone");
  const field = audit(page).getByLabel("Initials or a role word", { exact: true });
  // The label is behind the header, the field is not.
  await field.evaluate((element) => scrollBy(0, element.getBoundingClientRect().top - 61));
  const before = await page.evaluate(() => scrollY);
  await field.click();
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
  assert.equal(await page.evaluate(() => scrollY), before);
});
