// Every screen, in every theme and direction: axe finds nothing that was not reviewed, nothing
// scrolls sideways or is cut off, targets are large enough, focus is never lost, can be seen and
// goes in the order of reading, and assistive technology is told what it was told before.
import assert from "node:assert/strict";
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { after, before, test } from "node:test";
import {
  REVIEWED,
  axeFinds,
  cutOff,
  faultsByTab,
  hasFocus,
  longestMotion,
  scrollsSideways,
  smallTargets,
} from "./looks.mjs";
import { PAGES, WALKS, walk } from "./screens.mjs";
import { serve } from "./server.mjs";
import { answer, focused, launch, newContext, open, pressButton } from "./widget.mjs";

const WIDE = { width: 1280, height: 800 };
const NARROW = { width: 320, height: 640 };
/** 1280 × 1024 at 400 %. */
const ZOOMED = { width: 320, height: 256 };
const LIGHT = { colorScheme: "light", forcedColors: "none" };
const DARK = { colorScheme: "dark", forcedColors: "none" };
const FORCED = { colorScheme: "dark", forcedColors: "active" };

/** What axe looks at each screen under. */
const CONDITIONS = [
  { name: "light", media: LIGHT },
  { name: "dark", media: DARK },
  { name: "forced colours", media: FORCED },
  { name: "light, right to left", media: LIGHT, dir: "rtl" },
  { name: "dark, right to left", media: DARK, dir: "rtl" },
  { name: "forced colours, right to left", media: FORCED, dir: "rtl" },
  { name: "320 px", media: LIGHT, viewport: NARROW },
  { name: "320 px, right to left, dark", media: DARK, dir: "rtl", viewport: NARROW },
];

/** WCAG 1.4.12. */
const SPACED = `* { line-height: 1.5 !important; letter-spacing: 0.12em !important;
  word-spacing: 0.16em !important } p { margin-block-end: 2em !important }`;

const SNAPSHOTS = new URL("./aria/", import.meta.url);

let server;
let browser;
/** What was found, by the look that found it, each with its screen. */
const found = Object.fromEntries(
  ["walks", "axe", "sideways", "small", "tab", "focus", "motion", "cut", "trees"].map((look) => [look, []]),
);
const screens = [];
const met = new Set();

before(async () => {
  server = await serve({ pages: PAGES });
  browser = await launch();
  // Two at a time.
  const waiting = [...WALKS];
  const walkOn = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      await take(next).catch((error) => found.walks.push(`after ${screens.at(-1)}: ${error}`));
    }
  };
  await Promise.all([walkOn(), walkOn()]);
});

after(async () => {
  await browser?.close();
  await server?.stop();
});

async function take(from) {
  const context = await newContext(browser, { viewport: WIDE, reducedMotion: "reduce", ...LIGHT });
  await walk(context, server.address, from, async (page, screen, how) => {
    screens.push(screen);
    const note = (look, faults, condition = "") => {
      for (const fault of faults) found[look].push(`${screen}, ${condition}: ${fault}`);
    };
    // Where another tab changes the screen there is no press that focus could follow.
    if (how !== "elsewhere" && (await hasFocus(page)) === (how === "loads")) {
      note("focus", [how === "loads" ? "taken" : "lost"]);
    }
    note("trees", await treeDiffers(page.locator(from.whole ? "body" : "leadership-audit"), screen));
    note("motion", await tooMuchMotion(page));
    note("tab", await faultsByTab(page));
    for (const condition of CONDITIONS) {
      await put(page, condition);
      note("axe", await axeFinds(page, condition.media, met), condition.name);
      note("sideways", await scrollsSideways(page), condition.name);
    }
    await put(page, { viewport: NARROW });
    note("small", await smallTargets(page));
    note("cut", await cutOff(page, SPACED), "spaced out");
    await put(page, { viewport: ZOOMED });
    note("sideways", await scrollsSideways(page), "400 %");
    note("tab", await faultsByTab(page), "400 %");
    await put(page, { viewport: { width: 640, height: 800 } });
    note("cut", await cutOff(page, ":root { font-size: 200% !important }"), "text at 200 %");
    await put(page, {});
  });
  await context.close();
}

/** Puts a page under these conditions, as a visitor's system would while it is open. */
async function put(page, { media = LIGHT, dir = "ltr", viewport = WIDE }) {
  await page.emulateMedia({ reducedMotion: "reduce", ...media });
  await page.setViewportSize(viewport);
  await page.evaluate((dir) => (document.documentElement.dir = dir), dir);
}

async function tooMuchMotion(page) {
  const still = await longestMotion(page);
  await page.emulateMedia({ reducedMotion: "no-preference" });
  const moving = await longestMotion(page);
  await page.emulateMedia({ reducedMotion: "reduce" });
  return still > 0.01 || moving > 0.5 ? [`${still} s, otherwise ${moving} s`] : [];
}

/** UPDATE=1 writes the trees anew; what changed is then to be read in the diff. */
async function treeDiffers(place, screen) {
  const spoken = await place.ariaSnapshot();
  // What is another with each run, or each build, is no part of it.
  const tree = `${spoken
    .replace(/answers in \d+ seconds?/, "answers in N seconds")
    .replace(/http:\/\/127\.0\.0\.1:\d+/g, "http://HERE")
    .replace(/sha384-[\w+/=]+/g, "sha384-HASH")}\n`;
  const file = new URL(fileOf(screen), SNAPSHOTS);
  if (process.env.UPDATE) {
    mkdirSync(SNAPSHOTS, { recursive: true });
    writeFileSync(file, tree);
    return [];
  }
  const same = existsSync(file) && readFileSync(file, "utf8") === tree;
  return same ? [] : [`\n${tree}`];
}

const fileOf = (screen) => `${screen.replaceAll(" ", "-").replaceAll(",", "")}.yml`;

test("every walk comes to its end", () => {
  assert.deepEqual(found.walks, []);
});

test("every screen, light, dark and in forced colours, in both directions: nothing for axe to find", () => {
  assert.deepEqual(found.axe, []);
});

test("what axe cannot judge was reviewed and written down, and no review is left over", () => {
  assert.deepEqual(new Set(REVIEWED), met);
  const checklist = readFileSync(new URL("../../docs/accessibility.md", import.meta.url), "utf8");
  for (const { why } of REVIEWED) assert.ok(checklist.includes(why), why);
  assert.ok(checklist.includes(`${screens.length} screens`));
  assert.ok(checklist.includes(`${screens.length * CONDITIONS.length} runs`));
});

test("nothing scrolls sideways, not at 320 px and not at 400 %", () => {
  assert.deepEqual(found.sideways, []);
});

test("every target is at least 24 px wide and high", () => {
  assert.deepEqual(found.small, []);
});

test("by Tab alone, also at 400 %: in the order of reading, seen at each stop, out at the end", () => {
  assert.deepEqual(found.tab, []);
});

test("focus is not lost on the way from screen to screen, and not taken by loading", () => {
  assert.deepEqual(found.focus, []);
});

test("nothing moves for those who asked for that, and little for others", () => {
  assert.deepEqual(found.motion, []);
});

test("text spaced out as WCAG 1.4.12 has it, or twice as large: nothing is cut off", () => {
  assert.deepEqual(found.cut, []);
});

test("the accessibility tree of every screen is the one that was reviewed", () => {
  assert.deepEqual(found.trees, []);
  assert.deepEqual(readdirSync(SNAPSHOTS).sort(), screens.map(fileOf).sort(), "one for each screen");
});

test("focus moves to each new heading, and to nothing on load", async () => {
  const context = await newContext(browser);
  const page = await open(context, server.address);
  assert.equal(await page.evaluate(() => document.activeElement === document.body), true);
  await pressButton(page, "Start");
  await page.locator("leadership-audit fieldset.item").waitFor();
  assert.match(await focused(page), /^h2 I deliver/);
  await pressButton(page, "Back");
  assert.match(await focused(page), /^h2 How sound/);
  await context.close();
});

/** What Chromium tells a screen reader of the element that has focus. */
async function toldOfFocus(page) {
  const client = await page.context().newCDPSession(page);
  const { nodes } = await client.send("Accessibility.getFullAXTree");
  await client.detach();
  const has = ({ properties = [] }) =>
    properties.some(({ name, value }) => name === "focused" && value.value);
  const node = nodes.filter(has).at(-1);
  return `${node.role.value}: ${node.name.value}`;
}

test("each statement is told with its direction and how far it is; so is a direction left out", async () => {
  const context = await newContext(browser);
  const page = await open(context, `${server.address}welcome`);
  await pressButton(page, "Start");
  await page.locator("leadership-audit fieldset.item").waitFor();
  assert.match(await toldOfFocus(page), /^heading: I deliver what .* Up 1 of 36$/);
  await answer(page, ["4"]);
  assert.match(await toldOfFocus(page), /^heading: .* Up 2 of 36$/);
  await answer(page, [..."44444444444"]);
  assert.match(await toldOfFocus(page), /^heading: .* Across 13 of 36$/);
  const status = page.locator("leadership-audit").getByRole("status").nth(1);
  // The region stands before anything enters it, so that it is announced.
  assert.equal(await status.textContent(), "");
  const region = await status.elementHandle();
  await pressButton(page, "I have no one here");
  await page.getByText("Across is marked as having no one in it.").waitFor();
  assert.match(await region.textContent(), /^Across is marked/);
  assert.match(await toldOfFocus(page), /^heading: .* Down 25 of 36$/);
  await context.close();
});
