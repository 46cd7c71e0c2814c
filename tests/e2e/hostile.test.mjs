// Pages whose styles attack the element and everything in it: the pixels are those of a plain page.
import assert from "node:assert/strict";
import { before, test } from "node:test";
import { DRAWN_WHOLE, difference, inside, stopClocks } from "./pixels.mjs";
import { useSite } from "./site.mjs";
import { audit, hear, isReady, onResults, openDetails, start } from "./steps.mjs";
import { answer } from "./widget.mjs";

/** What each screen looks like on the plain page, by width. */
const plain = {};

const SCREENS = {
  welcome: async () => {},
  item: async (page) => {
    await page.getByLabel("3 minutes").check();
    await start(page);
  },
  results: async (page) => {
    await answer(page, "445544521231553115");
    await onResults(page);
    await openDetails(page);
    await audit(page).locator(".grid button").first().click();
  },
};

/** Every property that is inherited into the shadow tree, and a few that are not. */
const INHERITED = `
  border-collapse: collapse; border-spacing: 40px; caption-side: top; caret-color: red; color: red;
  color-scheme: dark; cursor: none; direction: rtl; empty-cells: hide; fill: red;
  font: italic 900 small-caps 60px / 4 sans-serif; font-feature-settings: "zero";
  font-kerning: none; font-size-adjust: 1; font-stretch: 200%; font-variant: all-small-caps;
  font-variation-settings: "wght" 900; forced-color-adjust: none; hyphens: auto;
  image-rendering: pixelated; letter-spacing: 20px; line-height: 5; line-break: anywhere;
  list-style: square inside; orphans: 9; overflow-wrap: anywhere; paint-order: stroke;
  quotes: "a" "b"; stroke: red; stroke-width: 9px; tab-size: 40; text-align: end;
  text-align-last: justify; text-anchor: end; text-combine-upright: all; text-emphasis: circle red;
  text-indent: 99px; text-orientation: upright; text-rendering: geometricPrecision;
  text-shadow: 0 0 9px red; text-transform: uppercase; text-underline-position: under;
  text-wrap: nowrap; user-select: none; white-space: pre; widows: 9; word-break: break-all;
  word-spacing: 30px; writing-mode: vertical-rl; -webkit-text-fill-color: red;
  -webkit-text-stroke: 3px red; -webkit-font-smoothing: antialiased;
  box-sizing: content-box; unicode-bidi: bidi-override; text-decoration: line-through 9px red;
  columns: 3; column-gap: 90px; text-overflow: ellipsis; perspective: 9px; zoom: 1`;

const important = (declarations) => declarations.replaceAll(/;|$/g, " !important;");

const CASES = {
  "everything unset with !important, on everything": `
    body * { all: unset !important }
    leadership-audit { all: unset !important }`,
  "everything unset, then styled as a giant": `
    body, body * { all: unset !important; font-size: 60px !important;
      font-family: sans-serif !important; letter-spacing: 1em !important }`,
  "every inherited property": `leadership-audit { ${important(INHERITED)} }`,
  "every inherited property, on everything": `body * { ${important(INHERITED)} }`,
  "every inherited property, on an ancestor": `body { ${INHERITED.replace("writing-mode: vertical-rl;", "").replace(/text-decoration[^;]*;|columns[^;]*;|perspective[^;]*;/g, "")} }`,
  "by element, class, id and part": `
    :where(leadership-audit) * { display: none !important }
    leadership-audit * { all: unset !important; display: none !important }
    div, p, button, input, label, table, td, th, svg, h2, h3, fieldset, legend, details, summary {
      all: unset !important; float: left !important; color: red !important;
      font-size: 60px !important; position: absolute !important }
    .screen, .option, .actions, .nav, .primary, .notice, .quiet, .row, .bar, .map, .plot, .sr {
      display: none !important }
    #root, #status, [part] { display: none !important }`,
  "pseudo-elements": `
    body *::before, body *::after { content: "advertisement" !important; display: block !important;
      font-size: 60px !important }
    body *::first-letter { font-size: 99px !important; color: red !important }
    body *::first-line { font-size: 40px !important; color: red !important }
    *::marker { font-size: 99px !important; color: red !important }
    *::placeholder { color: red !important }`,
  "the widget's own custom properties": `
    * { --_paper: red !important; --_ink: red !important; --_text: 60px !important;
        --_space: 9px !important; --_rem: 40px !important; --_picked: red !important;
        --_accent: red !important; --_fill: red !important; --_scheme: dark !important }`,
  "other display types": ["inline", "inline-block", "flex", "grid", "flow-root", "contents", "list-item"].map(
    (display) => `leadership-audit { display: ${display} !important;
      grid-template-columns: 1fr; flex-flow: row; place-items: start; place-content: start;
      inline-size: 100% !important }`,
  ),
  "layers and a late reset": `
    @layer reset { *, *::before, *::after { all: revert !important; margin: 0 !important;
      padding: 0 !important; border: 0 !important } }
    @layer reset { leadership-audit { all: initial !important; display: block !important;
      font-family: sans-serif !important } }`,
};

const site = useSite({}, DRAWN_WHOLE);

before(async () => {
  await site.ready;
  for (const width of [1280, 360]) plain[width] = await pictures("", width);
});

/** Pictures of the three screens under a style. The theme is given, since a page may well decide that. */
async function pictures(style, width, parts) {
  const context = await site.newContext({ viewport: { width, height: 2600 } });
  await stopClocks(context);
  const head = `<style>${style}</style>`;
  const page = await site.openHost({ head, attributes: 'theme="light" loading="eager"', ...parts }, { context, init: hear });
  // The program takes the first screen over: text that it has set anew may lie a fraction of a pixel aside.
  await isReady(page);
  const taken = {};
  for (const [screen, go] of Object.entries(SCREENS)) {
    await go(page);
    taken[screen] = await inside(page);
  }
  return taken;
}

async function assertSame(taken, width, what) {
  for (const screen of Object.keys(SCREENS)) {
    const found = await difference(site.browser, plain[width][screen], taken[screen]);
    assert.equal(found, undefined, `${what}: ${screen}, ${width} px`);
  }
}

test("the plain page looks the same each time, and a picture of another differs", async () => {
  await assertSame(await pictures("", 1280), 1280, "plain");
  const { welcome, item } = plain[1280];
  assert.match(await difference(site.browser, welcome, item), /sizes/);
  const other = await pictures("leadership-audit { --leadership-audit-accent: #0f5f80 }", 1280);
  assert.match(await difference(site.browser, welcome, other.welcome), /pixels/);
});

// Each style is drawn at one width, that after it at the other.
const widths = [1280, 360];
let drawn = 0;

for (const [name, styles] of Object.entries(CASES)) {
  test(`the same pixels: ${name}`, async () => {
    for (const style of [styles].flat()) {
      const width = widths[drawn++ % 2];
      await assertSame(await pictures(style, width), width, `${name}: ${style.trim()}`);
    }
  });
}

test("the same pixels: an old page without a doctype, whatever its body looks like", async () => {
  for (const style of [
    "",
    "body { color: #fff; font: italic 900 9px/4 serif; font-family: sans-serif; text-align: end; white-space: pre }",
  ]) {
    for (const width of [1280, 360]) {
      await assertSame(await pictures(style, width, { doctype: "" }), width, `quirks mode: ${style}`);
    }
  }
});

test("an old page without a doctype has the same hover", async () => {
  for (const doctype of ["<!doctype html>", ""]) {
    const page = await site.openHost({ doctype });
    const lineUnder = (button) => button.evaluate((element) => getComputedStyle(element).textDecorationLine);
    const button = audit(page).getByRole("button", { name: "Start" });
    assert.equal(await lineUnder(button), "none", doctype);
    await button.hover();
    assert.equal(await lineUnder(button), "underline", doctype);
    await start(page);
    const option = audit(page).locator(".option").nth(1);
    const edge = () => option.evaluate((element) => getComputedStyle(element).borderTopColor);
    const before = await edge();
    await option.hover();
    assert.equal(before === (await edge()), false, doctype);
  }
});
