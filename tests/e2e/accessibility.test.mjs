// Every screen, in every theme and direction: axe finds nothing that was not reviewed, nothing scrolls
// sideways or is cut off, targets are large enough, focus is never lost, is visible and follows the reading
// order, and the accessibility tree is the one that was reviewed.
import assert from "node:assert/strict";
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { test } from "node:test";
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
import { PAGES, inspect, walk } from "./screens.mjs";
import { useSite } from "./site.mjs";
import { start } from "./steps.mjs";
import { snapshots } from "./trees.mjs";
import { answer, focused, pressButton } from "./widget.mjs";

const WIDE = { width: 1280, height: 800 };
const NARROW = { width: 320, height: 640 };
/** 1280 × 1024 at 400 %. */
const ZOOMED = { width: 320, height: 256 };
const LIGHT = { colorScheme: "light", forcedColors: "none" };
const DARK = { colorScheme: "dark", forcedColors: "none" };
const FORCED = { colorScheme: "dark", forcedColors: "active" };

/**
 * The conditions under which axe checks each screen: every theme, direction and width, but not every combination. What it finds
 * depends on one of them at a time.
 */
const CONDITIONS = [
  { name: "light", media: LIGHT },
  { name: "dark", media: DARK },
  { name: "forced colours, right to left", media: FORCED, dir: "rtl" },
  { name: "320 px", media: LIGHT, viewport: NARROW },
  { name: "320 px, right to left, dark", media: DARK, dir: "rtl", viewport: NARROW },
];

/** WCAG 1.4.12. */
const SPACED = `* { line-height: 1.5 !important; letter-spacing: 0.12em !important;
  word-spacing: 0.16em !important } p { margin-block-end: 2em !important }`;

const SNAPSHOTS = new URL("./aria/", import.meta.url);

const CHECKS = {
  axe: "every screen, light, dark and in forced colours, in both directions: nothing for axe to find",
  sideways: "nothing scrolls sideways, not at 320 px and not at 400 %",
  small: "every target is at least 24 px wide and high",
  tab: "by Tab alone, also at 400 %: in reading order, visible at each stop, and out at the end",
  focus: "focus is not lost between screens, and not taken by loading",
  motion: "nothing moves under reduced motion, and little otherwise",
  cut: "with the text spacing of WCAG 1.4.12, or text at 200 %, nothing is cut off",
};

/** The accessibility tree of every screen. */
const trees = new Map();
const met = new Set();

const site = useSite({ pages: PAGES });

inspect(site, CHECKS, async (from, noteOn) => {
  const context = await site.newContext({ viewport: WIDE, reducedMotion: "reduce", ...LIGHT });
  await walk(context, site.address, from, async (page, screen, how) => {
    const note = noteOn(screen);
    // A screen that another tab changed follows no action of the visitor, and moves no focus.
    if (how !== "elsewhere" && (await hasFocus(page)) === (how === "loads")) {
      note("focus", [how === "loads" ? "taken" : "lost"]);
    }
    trees.set(screen, await page.locator(from.whole ? "body" : "leadership-audit").ariaSnapshot());
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
});

/** Changes the conditions of an open page, as a visitor's system would. */
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

test("what axe cannot judge was reviewed and documented, and no review is left over", () => {
  assert.deepEqual(new Set(REVIEWED), met);
  const checklist = readFileSync(new URL("../../docs/accessibility.md", import.meta.url), "utf8");
  for (const { why } of REVIEWED) assert.ok(checklist.includes(why), why);
  assert.ok(checklist.includes(`${trees.size} screens`));
  assert.ok(checklist.includes(`${trees.size * CONDITIONS.length} runs`));
});

// UPDATE=1 rewrites the files; the changes are then reviewed in the diff.
test("what each screen adds to the accessibility tree is what was reviewed", () => {
  const files = snapshots(trees);
  if (process.env.UPDATE) {
    rmSync(SNAPSHOTS, { recursive: true, force: true });
    mkdirSync(SNAPSHOTS);
    for (const [name, lines] of Object.entries(files)) writeFileSync(new URL(name, SNAPSHOTS), lines);
  }
  const reviewed = readdirSync(SNAPSHOTS).map((name) => [name, readFileSync(new URL(name, SNAPSHOTS), "utf8")]);
  assert.deepEqual(files, Object.fromEntries(reviewed));
});

test("focus moves to each new heading, and to nothing on load", async () => {
  const page = await site.open();
  assert.equal(await page.evaluate(() => document.activeElement === document.body), true);
  await start(page);
  assert.match(await focused(page), /^h2 When I promise/);
  await pressButton(page, "Back");
  assert.match(await focused(page), /^h2 How well/);
});

/** The role and name that Chromium exposes to a screen reader for the element that has focus. */
async function announced(page) {
  const client = await page.context().newCDPSession(page);
  const { nodes } = await client.send("Accessibility.getFullAXTree");
  await client.detach();
  const has = ({ properties = [] }) =>
    properties.some(({ name, value }) => name === "focused" && value.value);
  const node = nodes.filter(has).at(-1);
  return `${node.role.value}: ${node.name.value}`;
}

test("each statement is announced with its direction and progress, and so is a skipped direction", async () => {
  const page = await site.open("welcome");
  await start(page);
  assert.match(await announced(page), /^heading: When I promise .* Up 1 of 36$/);
  await answer(page, "4");
  assert.match(await announced(page), /^heading: .* Up 2 of 36$/);
  await answer(page, "44444444444");
  assert.match(await announced(page), /^heading: .* Across 13 of 36$/);
  const status = page.locator("leadership-audit").getByRole("status").nth(1);
  // The region exists before anything enters it, so that screen readers announce it.
  assert.equal(await status.textContent(), "");
  const region = await status.elementHandle();
  await pressButton(page, "I have nobody there");
  await page.getByText("Across is left out: it doesn’t apply to you.").waitFor();
  assert.match(await region.textContent(), /^Across is left out/);
  assert.match(await announced(page), /^heading: .* Down 25 of 36$/);
});
