// Unusual host pages: right to left, transformed, in unusual fonts, rearranged by a framework, or hiding the
// widget. Nothing overlaps, everything is readable, and no answer is lost.
import assert from "node:assert/strict";
import { test } from "node:test";
import { runAxe } from "./axe.mjs";
import { lapping, scrollsSideways, spilling } from "./looks.mjs";
import { hostPage } from "./server.mjs";
import { useSite } from "./site.mjs";
import { onResults, start, startAndAnswer } from "./steps.mjs";
import { answer, storedAnswers } from "./widget.mjs";

const site = useSite();

const openIn = (markup, viewport = { width: 1280, height: 900 }) =>
  site.openHost(markup, { viewport, reducedMotion: "reduce" });

async function assertTidy(page, what) {
  const found = [...(await lapping(page)), ...(await spilling(page)), ...(await scrollsSideways(page))];
  assert.deepEqual(found, [], what);
  const { violations } = await runAxe(
    page,
    { runOnly: ["color-contrast", "target-size"] },
    { include: ["leadership-audit"] },
  );
  assert.deepEqual(violations.map(({ id, nodes }) => `${id} ${nodes[0].target}`), [], what);
}

const PLACES = {
  "right to left by the page": { root: 'dir="rtl"' },
  "right to left by an ancestor": {
    before: '<div dir="rtl"><section>',
    after: "</section></div>",
  },
  "right to left by the element itself": { attributes: 'dir="rtl"' },
  "right to left by a style alone": { head: "<style>body { direction: rtl }</style>" },
  "rotated and scaled down": {
    head: "<style>main { transform: perspective(900px) scale(0.9) rotate(0.0001deg) }</style>",
    before: "<main>",
    after: "</main>",
  },
  zoomed: { head: "<style>main { zoom: 1.5 }</style>", before: "<main>", after: "</main>" },
  "in a monospaced font": { head: "<style>body { font-family: monospace }</style>" },
  "in a missing font": { head: '<style>body { font-family: "No Such Font" }</style>' },
  "in cursive": { head: "<style>body { font-family: cursive }</style>" },
  "on a page of giant text": { head: "<style>html { font-size: 40px }</style>" },
  "on a page with a tiny rem": { head: "<style>html { font-size: 6px }</style>" },
  "in a narrow column of a grid": {
    head: "<style>main { display: grid; grid-template-columns: 300px 1fr }</style>",
    before: "<main>",
    after: "<p>beside</p></main>",
  },
  "centred, in capitals and spaced out": {
    head: "<style>main { text-align: center; text-transform: uppercase; letter-spacing: 0.2em }</style>",
    before: "<main>",
    after: "</main>",
  },
};

for (const [name, markup] of Object.entries(PLACES)) {
  test(`nothing overlaps or overflows: ${name}`, async () => {
    for (const width of [360, 1280]) {
      const page = await openIn(markup, { width, height: 900 });
      await assertTidy(page, `welcome, ${width} px`);
      await page.getByLabel("3 minutes").check();
      await start(page);
      await assertTidy(page, `item, ${width} px`);
      await answer(page, "445544521231553115");
      await onResults(page);
      await assertTidy(page, `results, ${width} px`);
    }
  });
}

test("English runs from left to right, and begins at the left, wherever the page begins", async () => {
  for (const name of ["by the page", "by an ancestor", "by the element itself", "by a style alone"]) {
    const page = await openIn(PLACES[`right to left ${name}`]);
    const style = await page.locator("leadership-audit .screen").evaluate((element) => {
      const { direction, textAlign } = getComputedStyle(element);
      return [direction, textAlign];
    });
    assert.deepEqual(style, ["ltr", "start"], name);
  }
});

test("the owner can hide the element or make it inert to the pointer", async () => {
  for (const [style, shown] of [
    ["leadership-audit { display: none }", false],
    ["main { visibility: hidden }", false],
    ["leadership-audit { visibility: hidden }", false],
    ["main { opacity: 0.99 }", true],
  ]) {
    const markup = { head: `<style>${style}</style>`, before: "<main>", after: "</main>" };
    site.server.behaviour.pages["/hidden"] = hostPage(markup);
    const context = await site.newContext();
    const page = await context.newPage();
    await page.goto(`${site.address}hidden`, { waitUntil: "networkidle" });
    assert.equal(await page.locator("leadership-audit .screen").isVisible(), shown, style);
  }
  const page = await openIn({ head: "<style>main { pointer-events: none }</style>", before: "<main>", after: "</main>" });
  const under = await page.locator("leadership-audit h2").evaluate((heading) => {
    const { x, y } = heading.getBoundingClientRect();
    return document.elementFromPoint(x + 5, y + 5).localName;
  });
  assert.notEqual(under, "leadership-audit");
  await page.locator("leadership-audit").evaluate((element) => {
    element.style.setProperty("display", "block", "important");
    element.hidden = true;
  });
  assert.equal(await page.locator("leadership-audit .screen").isVisible(), false);
});

/** What frameworks do to the page around an element that they do not know. */
const UPHEAVALS = {
  "its parents are replaced around it": (element) => {
    for (let count = 0; count < 20; count++) {
      const section = document.createElement("section");
      element.parentNode.replaceChild(section, element);
      section.append(element);
    }
  },
  "its siblings are rendered again": (element) => {
    for (let count = 0; count < 20; count++) {
      element.parentNode.replaceChildren(document.createElement("p"), element, document.createElement("p"));
    }
  },
  "it moves from root to root, and through a fragment": (element) => {
    const host = document.body.appendChild(document.createElement("div"));
    const root = host.attachShadow({ mode: "open" });
    root.append(element);
    const fragment = new DocumentFragment();
    fragment.append(element);
    document.body.append(fragment);
  },
  "its attributes are written again and again": (element) => {
    for (let count = 0; count < 20; count++) {
      element.setAttribute("theme", count % 2 ? "light" : "auto");
      element.className = `render-${count}`;
      element.setAttribute("form", element.getAttribute("form") ?? "choose");
    }
  },
  "its own children are replaced": (element) => {
    element.innerHTML = "<p>new fallback</p>";
    element.replaceChildren();
    element.normalize();
  },
};

for (const [name, upheaval] of Object.entries(UPHEAVALS)) {
  test(`during an audit ${name}: the item and its nodes stay`, async () => {
    const page = await openIn({ before: "<main>", after: "</main>" });
    await startAndAnswer(page, "444");
    const nodes = page.locator("leadership-audit fieldset.item input");
    await nodes.nth(1).evaluate((input) => (input.marked = true));
    await page.locator("leadership-audit").evaluate(upheaval);
    await page.getByText("4 of 36").waitFor();
    assert.equal(await nodes.nth(1).evaluate((input) => input.marked), true, "the same nodes");
    await nodes.nth(1).click();
    await page.getByText("5 of 36").waitFor();
    assert.equal(Object.keys(await storedAnswers(page)).length, 4);
  });
}
