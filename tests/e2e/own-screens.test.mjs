// The first screens of an owner's own questionnaire: drawn from what its file says of them, before the program is there.
import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { carriedOf, everything } from "../../loader/languages.mjs";
import { drawnOtherwise } from "../../loader/screens.mjs";
import { hostPage, isProgram } from "./server.mjs";
import { useSite } from "./site.mjs";
import { audit, isReady, hear, onItem } from "./steps.mjs";
import { PROJECT, pressButton, storedAnswers } from "./widget.mjs";

/** A questionnaire of so many scales, items of each and options, and with more. */
function made(scales, items, options, more = {}) {
  const ids = Array.from({ length: scales }, (_, index) => `s${index}`);
  const all = ids.flatMap((scale) =>
    Array.from({ length: items }, (_, item) => ({
      id: `${scale}-${item}`, scale, keying: "forward", stem: `In ${scale} I do thing ${item}.`,
    })),
  );
  return {
    id: "made", version: "1.0.0", language: "en", title: "Made to measure",
    scales: ids.map((id) => ({ id, label: `Scale ${id}` })),
    options: Array.from({ length: options }, (_, index) => `Option ${index}`),
    items: all,
    forms: { full: all.map(({ id }) => id) },
    ...more,
  };
}

const INTERLEAVED = ["s1-1", "s0-0", "s1-0", "s0-1"];
/** Questionnaires at the ends of what one may be. */
const MADE = {
  least: made(1, 1, 2),
  one: made(1, 3, 4, { not_applicable: "None of these" }),
  large: made(200, 25, 11, { not_applicable: "None of these" }),
  parts: made(12, 2, 9),
  foreign: made(3, 2, 10, { language: "cy", not_applicable: "Ddim yn berthnasol" }),
  interleaved: made(2, 2, 5, { forms: { full: INTERLEAVED, short: INTERLEAVED.slice(1, 3) } }),
};
MADE.interleaved.scales[1].who = "Think of the people who report to you.";

const folder = mkdtempSync(join(tmpdir(), "own-screens-"));
const fileOf = (name) => join(folder, `${name}.json`);
for (const [name, questionnaire] of Object.entries(MADE)) writeFileSync(fileOf(name), JSON.stringify(questionnaire));
const EXAMPLES = ["handing-over", "listening", "project-habits"].map(
  (name) => `${PROJECT}examples/questionnaires/${name}.json`,
);
const all = everything(...EXAMPLES, ...Object.keys(MADE).map(fileOf));

test("the loader draws every questionnaire's first screens as the program does, in every language", () => {
  let compared = 0;
  for (const [tag, entry] of Object.entries(all)) {
    const carried = carriedOf(tag, entry);
    for (const [file, other] of Object.entries(entry.others)) {
      assert.deepEqual(drawnOtherwise(carried, other), [], `${file} in ${tag}`);
      const changed = { ...other, first: { ...other.first, title: "Another", options: ["One more", ...other.first.options] } };
      assert.notDeepEqual(drawnOtherwise(carried, changed), [], "a difference is seen");
      compared += Object.keys(other.screens).length;
    }
  }
  assert.ok(compared >= 9 * 9 * 3, `${compared} screens`);
});

/** The file of a questionnaire with what the loader reads of it, changed by `change`. */
function file(name, change = (questionnaire) => questionnaire) {
  const { first } = all.en.others[fileOf(name)];
  return JSON.stringify(change({ ...MADE[name], first: [first] }));
}

const site = useSite();

/** A page with a questionnaire whose program waits until it is released. */
async function openHeld(questionnaire, { attributes = 'start="audit"', before = "", after = "" } = {}) {
  let release;
  const until = new Promise((resolve) => {
    release = resolve;
  });
  site.server.behaviour.fault = (path) => isProgram(path) && { until };
  site.server.behaviour.pages = {
    "/held": hostPage({ bare: true, attributes: `${attributes} loading="eager" src="/own.json" audit-id="own"`, before, after }),
    "/own.json": questionnaire,
  };
  const context = await site.newContext();
  await context.addInitScript(hear);
  const page = await context.newPage();
  await page.goto(new URL("held", site.address).href);
  site.watch(page);
  return { page, release };
}

const nodes = (page) =>
  page.evaluate(() => {
    window.drawn = [...document.querySelector("leadership-audit").shadowRoot.querySelectorAll(".screen, .screen *:not(progress)")];
    return window.drawn.length;
  });
const kept = (page) => page.evaluate(() => window.drawn.filter((node) => node.isConnected).length);
/** Its markup, without whether boxes are checked by default: the program sets whether they are. */
const html = (page) =>
  page.evaluate(() => {
    const { outerHTML } = document.querySelector("leadership-audit").shadowRoot.querySelector("form");
    return outerHTML.replaceAll(' checked=""', "");
  });

test("the first statement is there before the program, and an answer to it is stored once that has come", async () => {
  const { page, release } = await openHeld(file("foreign"));
  await onItem(page);
  await audit(page).getByRole("heading", { name: "In s0 I do thing 0." }).waitFor();
  assert.equal(await audit(page).locator("h2").getAttribute("lang"), "cy");
  await audit(page).getByLabel("Option 6").check();
  const count = await nodes(page);
  release();
  await isReady(page);
  await page.waitForFunction(() => localStorage.length > 0);
  assert.equal(await kept(page), count, "no node was replaced");
  assert.deepEqual(await storedAnswers(page, "own"), { "s0-0": 7 });
});

test("the welcome screen has the questionnaire's own title, and Start is carried out", async () => {
  const { page, release } = await openHeld(file("interleaved"), { attributes: 'form="short"' });
  await audit(page).getByRole("heading", { name: "Made to measure" }).waitFor();
  await audit(page).getByText("2 statements · 1 minute").waitFor();
  const count = await nodes(page);
  await pressButton(page, "Start");
  release();
  await audit(page).getByText("1 of 2").waitFor();
  assert.ok(count > 20);
});

const PRELOAD = '<link rel="preload" href="/own.json" as="fetch" crossorigin="anonymous">';

test("a questionnaire that the page preloads is requested once, and is drawn from that", async () => {
  const { length } = site.server.asked;
  const { page, release } = await openHeld(file("foreign"), { before: PRELOAD });
  await onItem(page);
  release();
  await isReady(page);
  assert.equal(site.server.asked.slice(length).filter((path) => path === "/own.json").length, 1);
});

test("a preload that was redirected is refused, as without it", async () => {
  site.server.behaviour.fault = (path) => path === "/own.json" && { status: 302, headers: { location: "/moved.json" } };
  site.server.behaviour.pages = {
    "/preloads": hostPage({ before: PRELOAD, attributes: 'loading="eager" src="/own.json"' }),
    "/moved.json": file("foreign"),
  };
  const page = await (await site.newContext()).newPage();
  await page.goto(new URL("preloads", site.address).href);
  await audit(page).getByRole("alert").waitFor();
  assert.equal(await audit(page).getByText("In s0 I do thing 0.").count(), 0);
});

test("what a file wrongly says of the first screens is gone once the program has read it", async () => {
  const stale = file("foreign", ({ first: [first], ...others }) => {
    const { full } = first.forms;
    const wrong = { ...first, options: ["Yes", "No"], not_applicable: undefined };
    return { ...others, first: [{ ...wrong, forms: { full: { ...full, stem: "Old words.", parts: [1], who: "Nobody." } } }] };
  });
  const drawn = [];
  for (const text of [stale, JSON.stringify(MADE.foreign)]) {
    const { page, release } = await openHeld(text);
    if (text === stale) await audit(page).getByRole("heading", { name: "Old words." }).waitFor();
    release();
    await isReady(page);
    await audit(page).getByRole("heading", { name: "In s0 I do thing 0." }).waitFor();
    drawn.push(await html(page));
  }
  assert.equal(drawn[0], drawn[1]);
});

test("a faulty questionnaire is drawn, then refused: nothing of it stays", async () => {
  const { page, release } = await openHeld(file("least", (good) => ({ ...good, items: [{ ...good.items[0], keying: "up" }] })));
  await onItem(page);
  delete page.faults;
  release();
  await audit(page).getByRole("alert").waitFor();
  await audit(page).getByText("$.items[0].keying").waitFor({ state: "attached" });
  assert.equal(await audit(page).locator("fieldset").count(), 0);
});

test("whatever a file says of the first screens, it is text, and the program comes", async () => {
  const HOSTILE = "<img src=x onerror=alert(1)>";
  for (const first of [
    7, null, "text", [], [null], [{}], {}, [[]], [{ language: "en" }],
    [{ language: 1, title: {}, pictured: {}, options: 5, forms: [] }],
    [{ language: "en", title: HOSTILE, pictured: [], options: [], forms: { full: {} } }],
    [{ language: HOSTILE, title: HOSTILE, pictured: [HOSTILE], options: Array(9_000).fill(HOSTILE), not_applicable: HOSTILE,
      forms: { full: { items: 1e308, parts: Array(9_000).fill(-1), scale: HOSTILE, label: HOSTILE, stem: HOSTILE, who: HOSTILE } } }],
    [{ language: "en", title: "t", pictured: ["constructor"], options: ["toString"], not_applicable: "__proto__",
      forms: { full: { items: -1, parts: [0], scale: "s", label: "l", stem: "t", who: "" } } }],
  ]) {
    const { page, release } = await openHeld(JSON.stringify({ ...MADE.least, first }));
    release();
    await isReady(page);
    await audit(page).getByRole("heading", { name: "In s0 I do thing 0." }).waitFor();
    assert.equal(await audit(page).locator("img").count(), 0);
    assert.equal(await audit(page).locator("input[name=response]").count(), 2);
  }
});

test("two elements with questionnaires of their own: nothing moves, and each has its own", async () => {
  const { page, release } = await openHeld(file("parts"), {
    after: '<leadership-audit src="/own.json" start="audit" loading="eager" audit-id="two"></leadership-audit>',
  });
  await page.waitForFunction(() =>
    [...document.querySelectorAll("leadership-audit")].every(({ shadowRoot }) => shadowRoot.querySelector("fieldset.item")),
  );
  await page.evaluate(() => {
    window.moved = 0;
    new PerformanceObserver((list) => {
      for (const { value } of list.getEntries()) window.moved += value;
    }).observe({ type: "layout-shift" });
  });
  release();
  await page.waitForFunction(() => window.heard.filter(([what]) => what === "ready").length === 2);
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
  assert.equal(await page.evaluate(() => window.moved), 0);
});

test("the examples are as long as their files say", () => {
  for (const path of EXAMPLES) {
    const { forms, first } = JSON.parse(readFileSync(path));
    for (const { forms: said } of first ?? []) {
      for (const form of Object.keys(said)) assert.equal(said[form].items, forms[form].length, path);
    }
  }
});
