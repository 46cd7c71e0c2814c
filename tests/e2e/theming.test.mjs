// Whatever accent an owner picks, in either theme: text keeps a contrast of 4.5:1 and meaningful lines 3:1, by
// axe and by our own measurement.
import assert from "node:assert/strict";
import { test } from "node:test";
import { runAxe } from "./axe.mjs";
import { REVIEWED } from "./looks.mjs";
import { hostPage } from "./server.mjs";
import { useSite } from "./site.mjs";
import { onResults, openDetails } from "./steps.mjs";
import { answer, pressButton } from "./widget.mjs";

const LINK = 'cta-href="https://coach.example/" cta-label="Book a talk"';

/** A page that follows the visitor's preference. */
const FOLLOWS = "<style>:root { color-scheme: light dark }</style>";

const site = useSite({ pages: { "/host": hostPage({ head: FOLLOWS, attributes: LINK }) } });

const ACCENTS = [
  ...["", "#fff3a0", "#ffffff", "#000000", "#39ff14", "#ffff00", "#0000ff", "#777777", "#cc1acc"],
  ...["rgb(20 40 200 / 20%)", "hsl(48 96% 53%)", "oklch(0.7 0.4 150)", "color(display-p3 0 1 0)"],
  // No color at all.
  "url(javascript:alert(1))",
];

const SCREENS = [
  ["welcome", async () => {}],
  [
    "item",
    async (page) => {
      await pressButton(page, "Start");
      await page.locator("leadership-audit input[value='4']").focus();
      await page.keyboard.press("Space");
    },
  ],
  [
    "results",
    async (page) => {
      await page.keyboard.press("Enter");
      await answer(page, "44552341235531154");
      await onResults(page);
    },
  ],
  [
    "asked to delete",
    async (page) => {
      await pressButton(page, "Save, print or delete");
      await pressButton(page, "Delete everything");
    },
  ],
];

/** What must stand out from what on the screen that is there, and how far each does. */
const measure = (page) =>
  page.evaluate(() => {
    const { shadowRoot } = document.querySelector("leadership-audit");
    const pixel = new OffscreenCanvas(1, 1).getContext("2d", { willReadFrequently: true });
    const luminance = (color) => {
      pixel.clearRect(0, 0, 1, 1);
      pixel.fillStyle = color;
      pixel.fillRect(0, 0, 1, 1);
      const [r, g, b, a] = pixel.getImageData(0, 0, 1, 1).data;
      if (a !== 255) return NaN;
      const light = (part) => (part <= 10 ? part / 3294.6 : ((part / 255 + 0.055) / 1.055) ** 2.4);
      return 0.2126 * light(r) + 0.7152 * light(g) + 0.0722 * light(b);
    };
    const contrast = (one, other) => {
      const [dark, pale] = [luminance(one), luminance(other)].sort((a, b) => a - b);
      return (pale + 0.05) / (dark + 0.05);
    };
    const first = (selector) => shadowRoot.querySelector(selector);
    const paper = getComputedStyle(shadowRoot.firstElementChild).backgroundColor;
    const weak = [];
    let pairs = 0;
    const check = (selector, needed, property, behind) => {
      for (const element of shadowRoot.querySelectorAll(selector)) {
        const style = getComputedStyle(element);
        const reached = contrast(style[property], behind ? style[behind] : paper);
        pairs++;
        if (!(reached >= needed)) weak.push(`${selector} ${property}: ${reached.toFixed(2)}`);
      }
    };
    check("button.primary", 4.5, "color", "backgroundColor");
    check("button:not(.primary, .square), .cta, .direction, p, h2, h3, summary, th, td", 4.5, "color");
    check("button.primary, button.secondary, .cta, .option:has(:checked)", 3, "borderTopColor");
    check(".option:has(:checked)", 3, "borderTopColor", "backgroundColor");
    check(".option:has(:focus-visible)", 3, "outlineColor");
    check(".ruler .nine", 3, "stroke");
    check(".ruler .dot, .said .at, .square .at", 3, "fill");
    check(".option:has(:checked)", 4.5, "color", "backgroundColor");
    for (const button of shadowRoot.querySelectorAll("button.secondary")) {
      const before = shadowRoot.activeElement;
      button.focus({ focusVisible: true });
      check("button:focus-visible", 3, "outlineColor");
      before?.focus({ focusVisible: true });
    }
    if (first(".bar")) {
      const fill = (selector) => getComputedStyle(first(selector)).fill;
      const reached = contrast(fill(".bar .done"), fill(".bar .track"));
      if (!(reached >= 3)) weak.push(`progress on its track: ${reached.toFixed(2)}`);
    }
    return { weak, pairs };
  });

/** Accents on which axe checks our own measurement, which takes a tenth of the time: the default, a pale, a glaring and a middle one. */
const CHECKED_BY_AXE = ["", "#fff3a0", "#39ff14", "#777777"];

async function assertReadable(page, what, isCheckedByAxe = true) {
  const { weak, pairs } = await measure(page);
  assert.ok(pairs > 5, `${what}: something was measured`);
  assert.deepEqual(weak, [], what);
  if (!isCheckedByAxe) return;
  const { violations, incomplete, passes } = await runAxe(
    page,
    { runOnly: ["color-contrast"] },
    { include: ["leadership-audit"] },
  );
  assert.equal(passes.length, 1, `${what}: axe found text`);
  const judged = ({ html }) => !REVIEWED.some(({ rule, is }) => rule === "color-contrast" && is({ html }));
  const found = [...violations, ...incomplete].flatMap(({ nodes }) =>
    nodes.filter(judged).map(({ target, any }) => `${target} ${any[0]?.message}`),
  );
  assert.deepEqual(found, [], what);
}

/** Walks to each screen once, and there puts on one accent after the other. */
async function assertReadableEverywhere(colorScheme, accents, init) {
  const page = await site.open("host", { colorScheme, init });
  await page.getByLabel("3 minutes").check();
  for (const [screen, go] of SCREENS) {
    await go(page);
    for (const accent of accents) {
      await page.locator("leadership-audit").evaluate((element, color) => {
        element.style.setProperty("--leadership-audit-accent", color);
      }, accent);
      const what = `${screen}, ${colorScheme}, accent ${accent || "by default"}`;
      await assertReadable(page, what, CHECKED_BY_AXE.includes(accent));
    }
  }
}

/** Runs in the page before its scripts: the browser computes no colours from the channels of others. */
const withoutRelativeColours = () => {
  const { replaceSync } = CSSStyleSheet.prototype;
  CSSStyleSheet.prototype.replaceSync = function (text) {
    const old = text.replace(/(@supports ?\(color: ?)color\(from/, "$1none(from");
    if (old === text) throw new Error("the style does not ask whether there are relative colours");
    return replaceSync.call(this, old);
  };
};

for (const colorScheme of ["light", "dark"]) {
  test(`every accent is readable, ${colorScheme}`, () => assertReadableEverywhere(colorScheme, ACCENTS));

  test(`every accent is readable in a browser without relative colours, ${colorScheme}`, () =>
    assertReadableEverywhere(colorScheme, ["", "#fff3a0", "#ffffff", "#000000"], withoutRelativeColours));
}

/** In quirks mode tables take the colour of the page's body, in shadow roots too. */
for (const [theme, body] of [
  ["dark", "background: #fff; color: #111"],
  ["light", "background: #123; color: #fff"],
]) {
  test(`an old page without a doctype, with a body of ${body}: readable in ${theme}`, async () => {
    const head = `<style>body { ${body} }</style>`;
    const page = await site.openHost({ doctype: "", head, attributes: `theme="${theme}"` });
    await page.getByLabel("3 minutes").check();
    for (const [screen, go] of SCREENS.slice(0, 3)) {
      await go(page);
      await openDetails(page);
      await assertReadable(page, `${screen}, ${theme}`);
    }
  });
}

const computed = (page, selector, property) =>
  page.locator(`leadership-audit ${selector}`).first().evaluate(
    (element, property) => getComputedStyle(element)[property],
    property,
  );

/** The pixel that a color is, as red, green and blue. */
const rgb = (page, color) =>
  page.evaluate((color) => {
    const pixel = new OffscreenCanvas(1, 1).getContext("2d");
    pixel.fillStyle = color;
    pixel.fillRect(0, 0, 1, 1);
    return [...pixel.getImageData(0, 0, 1, 1).data].slice(0, 3).join(" ");
  }, color);

const fill = async (page) => rgb(page, await computed(page, "button.primary", "backgroundColor"));

test("an accent is shown as picked in both themes; tokens for dark apply to dark alone", async () => {
  const page = await site.open("host");
  const element = page.locator("leadership-audit");
  const set = (name, value) =>
    element.evaluate((element, [name, value]) => element.style.setProperty(name, value), [name, value]);
  const theme = (value) =>
    element.evaluate((element, value) => element.setAttribute("theme", value), value);
  assert.equal(await fill(page), "15 95 102");
  await set("--leadership-audit-accent", "#c2185b");
  assert.equal(await fill(page), "194 24 91");
  await theme("dark");
  assert.equal(await fill(page), "194 24 91");
  assert.equal(await computed(page, "div:has(> .screen)", "colorScheme"), "dark");
  await set("--leadership-audit-accent-dark", "#f8bbd0");
  assert.equal(await fill(page), "248 187 208");
  await page.emulateMedia({ colorScheme: "dark" });
  await theme("light");
  assert.equal(await fill(page), "194 24 91");
  await theme("auto");
  assert.equal(await fill(page), "248 187 208");
  await set("--leadership-audit-on-accent-dark", "rgb(1, 2, 3)");
  assert.equal(await computed(page, "button.primary", "color"), "rgb(1, 2, 3)");
});

test("sizes: a small rem shrinks nothing, a large one is followed up to a limit, an owner's size wins", async () => {
  const page = await site.open("host");
  const sizes = async () => [
    await computed(page, ".screen", "fontSize"),
    await computed(page, "p.quiet", "fontSize"),
    await computed(page, "button.link", "minBlockSize"),
  ];
  const root = (size) =>
    page.evaluate((size) => document.documentElement.style.setProperty("font-size", size), size);
  assert.deepEqual(await sizes(), ["17px", "15px", "44px"]);
  await root("62.5%");
  assert.deepEqual(await sizes(), ["17px", "15px", "44px"]);
  await root("32px");
  assert.deepEqual(await sizes(), ["34px", "30px", "88px"]);
  await root("400px");
  assert.deepEqual(await sizes(), ["34px", "30px", "88px"]);
  const element = page.locator("leadership-audit");
  await element.evaluate((element) => {
    element.style.setProperty("--leadership-audit-font-size", "20.4px");
    element.style.setProperty("--leadership-audit-space", "10px");
    element.style.setProperty("--leadership-audit-radius", "0px");
    element.style.setProperty("--leadership-audit-font", "monospace");
    element.style.setProperty("--leadership-audit-heading-font", "cursive");
  });
  assert.deepEqual(await sizes(), ["20.4px", "18px", "52.8px"]);
  assert.equal(await computed(page, ".screen", "fontFamily"), "monospace");
  assert.equal(await computed(page, "h2", "fontFamily"), "cursive");
  assert.equal(await computed(page, "button.primary", "borderTopLeftRadius"), "0px");
  assert.equal(await computed(page, ".forms", "rowGap"), "5px");
});

test("a style outside reaches every part", async () => {
  const page = await site.open("host");
  const parts = ["screen", "heading", "button", "option", "progress", "chart", "map", "notices", "cta"];
  await page.addStyleTag({
    content: parts.map((part) => `::part(${part}) { outline: 7px solid red }`).join("\n"),
  });
  const reached = new Set();
  await page.getByLabel("3 minutes").check();
  for (const [, go] of SCREENS.slice(0, 3)) {
    await go(page);
    const names = await page.locator("leadership-audit").evaluate(({ shadowRoot }) =>
      [...shadowRoot.querySelectorAll("[part]")]
        .filter((element) => getComputedStyle(element).outlineWidth === "7px")
        .map((element) => element.getAttribute("part")),
    );
    for (const name of names) reached.add(name);
  }
  assert.deepEqual([...reached].sort(), parts.toSorted());
});
