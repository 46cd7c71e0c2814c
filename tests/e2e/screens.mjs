// Every screen of the widget, in the order in which a few walks reach it.
import assert from "node:assert/strict";
import { before, test } from "node:test";
import { FAILED, FELL, NEWER, OFF, PROGRAM, TABS, unreachable } from "./screens-faults.mjs";
import { CIRCLE, MAP } from "./screens-practice.mjs";
import { ROUNDS } from "./screens-rounds.mjs";
import {
  DAY,
  MONDAY,
  audit,
  choose,
  chooseAll,
  deleteEverything,
  heading,
  kept,
  onResults,
  openDetails,
  pick,
  save,
  says,
  start,
  withoutStorage,
} from "./steps.mjs";
import { armTraps } from "./trap.mjs";
import { answer, pressButton, setTime } from "./widget.mjs";

/** The audit, from the first screen to the deletion of everything. */
const AUDIT = [
  ["welcome", async () => {}, "loads"],
  ["first item", (page) => start(page)],
  ["an item after a skipped direction", (page) => pressButton(page, "I have nobody there")],
  [
    "review",
    async (page) => {
      await answer(page, "2123221323");
      await pressButton(page, "Next");
      await answer(page, "2" + "454545454545");
      await heading(page, "1 statement is left out");
    },
  ],
  [
    "results",
    async (page) => {
      await pressButton(page, "Finish as it is");
      await says(page, "What your scores can say");
    },
  ],
  ["results with everything open", openDetails],
  [
    "results with a cell of the map open",
    (page) => audit(page).locator(".grid button").first().click(),
  ],
  [
    "keep",
    async (page) => {
      await pressButton(page, "Save, print or delete");
      await audit(page).getByRole("button", { name: "Print, or save as PDF" }).waitFor();
    },
  ],
  ["a file that was offered", (page) => save(page, "Save as a JSON file")],
  ["a refused file", (page) => choose(page, "x.json", {})],
  ["confirming the deletion", (page) => pressButton(page, "Delete everything")],
  ["deletion cancelled", (page) => pressButton(page, "No, keep it")],
  ["deleted", deleteEverything],
  ["restored", (page) => pressButton(page, "Undo")],
];

/** The short form twice, twelve weeks apart, with a practice between. */
const TWICE = [
  [
    "results of the short form",
    async (page) => {
      await audit(page).getByLabel("3 minutes").check();
      await start(page);
      await answer(page, "424242424242424242");
      await says(page, "What your scores can say");
    },
  ],
  [
    "an act after a result",
    async (page) => {
      await pressButton(page, "Choose an act for this week");
      await audit(page).getByLabel("With whom?", { exact: true }).fill("K.");
    },
  ],
  [
    "keep with a practice",
    async (page) => {
      await pressButton(page, "Save for this week");
      await says(page, /^Saved\. On /);
      await pressButton(page, "Back to your result");
      await pressButton(page, "Save, print or delete");
      await audit(page).getByLabel("My relationship map").check();
      await audit(page).getByLabel("Keep earlier results in this browser").check();
      kept.set(page, JSON.parse((await save(page, "Save as a JSON file")).text));
    },
  ],
  [
    "welcome with a result",
    async (page) => {
      await setTime(page, MONDAY + 85 * DAY);
      await pressButton(page, "Back");
      await pressButton(page, "Back to the start");
    },
  ],
  [
    "twelve weeks later",
    async (page) => {
      await pressButton(page, "Yes");
      await heading(page, "How did it go?");
      await pressButton(page, "Choose the next");
      await says(page, "Twelve weeks have gone by");
    },
  ],
  [
    "welcome with an audit under way",
    async (page) => {
      await pressButton(page, "Take the audit");
      await start(page, "Take it again");
      await answer(page, "555");
      await page.reload();
      await audit(page).getByRole("button", { name: "Continue where you left off" }).waitFor();
    },
    "loads",
  ],
  [
    "what changed since the practice began",
    async (page) => {
      await start(page, "Continue where you left off");
      await answer(page, "555555555555555");
      await onResults(page);
      await pressButton(page, "Choose an act for this week");
      await heading(page, "Since you began");
    },
  ],
  [
    "earlier results",
    async (page) => {
      await pressButton(page, "Back to your result");
      await pressButton(page, "Save, print or delete");
      await audit(page).locator(".results li").nth(1).waitFor();
    },
  ],
  [
    "two results compared",
    async (page) => {
      for (const box of await audit(page).locator(".results input").all()) await box.check();
      await says(page, "From 23 November 2026 to 16 February 2027");
    },
  ],
  [
    "an earlier result deleted",
    async (page) => {
      await audit(page).getByRole("button", { name: /^Delete the result of/ }).first().click();
      await says(page, "Deleted from this browser.");
    },
  ],
  [
    "a tampered file",
    async (page) => {
      const file = kept.get(page);
      file.scores.directions.up.score = 99;
      await choose(page, "mine.json", file);
      await openDetails(page);
    },
  ],
  [
    "an imported file",
    async (page) => {
      await pressButton(page, "Keep this as my own result");
      await says(page, "Imported.");
    },
  ],
  [
    "a file with more people than a map holds",
    async (page) => {
      const one = { place: "up", kind: "mentor", tie: "strong", last_talk: "this_week", important: false };
      const map = Array.from({ length: 16 }, (_, at) => ({ name: `P${at}`, ...one }));
      await pressButton(page, "Close");
      await choose(page, "notes.json", { ...kept.get(page), practice: { map } });
      await says(page, "there is no room for 2 of those in the file");
    },
  ],
  [
    "imported notes",
    async (page) => {
      await pressButton(page, "Import the notes in it");
      await says(page, "Notes imported.");
    },
  ],
  [
    "a list of files",
    async (page) => {
      await pressButton(page, "Close");
      const result = kept.get(page);
      const of = (person) => ({ ...result, ended_at: `2026-11-2${person}T09:00:00Z` });
      const files = [3, 4, 5, 6, 7].map((person) => [`leadership-audit-${person}.json`, of(person)]);
      await chooseAll(page, [...files, ["notes.txt.json", "{"]]);
      await says(page, "files are open.");
    },
  ],
  [
    "a group",
    async (page) => {
      await pressButton(page, "Show the group");
      await heading(page, "The group");
    },
  ],
];

/** Before there is any result. */
const SAVED = [
  [
    "opening a saved result",
    async (page) => {
      await pressButton(page, "Open a saved result");
      await heading(page, "What you saved before");
      await audit(page).locator("input[type=file]").waitFor();
    },
  ],
];

/** The pages that ship with the files. */
const DEMO = [
  [
    "the demo page",
    async (page) => {
      await page.waitForFunction(() => document.querySelector("#snippet").value.includes("sha384-"));
      await openDetails(page);
    },
    "loads",
  ],
  [
    "the demo page with an invalid address",
    async (page) => {
      await page.getByRole("radio", { name: "WordPress" }).check();
      await page.locator("#accent").fill("#7a1f5c");
      await page.getByLabel("Address of the folder with the files").fill("nonsense");
      await page.getByText("is left out, because it can’t be used").first().waitFor();
    },
  ],
  [
    "the page for iframes",
    (page) => page.goto(new URL("/embed.html", page.url()).href),
    "loads",
  ],
];

/**
 * A walk begins on the page at `path`. Each of its screens has a name and the steps that lead to it from the one before:
 * "loads" if they load a page, "elsewhere" if another tab changes the screen. `whole`: the whole page counts.
 */
export const WALKS = [
  { path: "welcome", screens: AUDIT },
  { path: "welcome", screens: TWICE },
  { path: "welcome", screens: SAVED },
  { path: "map", screens: MAP },
  { path: "circle", screens: CIRCLE },
  ...ROUNDS,
  { path: "welcome", screens: FAILED, prepare: (page) => unreachable(page, PROGRAM) },
  { path: "welcome", screens: FELL, prepare: (page) => page.addInitScript(armTraps) },
  {
    path: "welcome",
    screens: OFF,
    prepare: (page) => page.addInitScript(withoutStorage),
  },
  { path: "welcome", screens: NEWER },
  { path: "welcome", screens: TABS },
  { path: "", screens: DEMO, whole: true },
];

/** A page with nothing but the widget, for each value of `start`. */
export const PAGES = Object.fromEntries(
  ["welcome", "map", "circle", "practice", "round"].map((start) => [
    `/${start}`,
    `<!doctype html><html lang="en"><title>A coach</title>
<meta name="viewport" content="width=device-width">
<style>:root { color-scheme: light dark } body { margin: 0; background: Canvas; color: CanvasText }</style>
<main><h1>A coach</h1><leadership-audit start="${start}" loading="eager" cta-label="Book a talk"
  cta-href="https://coach.example/" share-label="Share with the coach"></leadership-audit></main>
<script type="module" src="/leadership-audit.js"></script></html>`,
  ]),
);

/**
 * Takes every walk, two at a time, and has one test for each of `checks`, by its name. `take` takes one walk, and notes
 * what it finds wrong by the check and the screen.
 */
export function inspect(site, checks, take) {
  const found = Object.fromEntries(["walks", ...Object.keys(checks)].map((check) => [check, []]));
  const noteOn = (screen) => (check, faults, condition) => {
    for (const fault of faults) found[check].push([screen, condition, fault].filter(Boolean).join(": "));
  };
  before(async () => {
    await site.ready;
    const waiting = [...WALKS];
    const walkOn = async () => {
      for (let next = waiting.shift(); next; next = waiting.shift()) {
        await take(next, noteOn).catch((error) => found.walks.push(`${next.screens[0][0]} …: ${error}`));
      }
    };
    await Promise.all([walkOn(), walkOn()]);
  });
  for (const [check, name] of Object.entries({ walks: "every walk reaches its end", ...checks })) {
    test(name, () => assert.deepEqual([...new Set(found[check])], []));
  }
}

/** Takes a walk from its first screen to its last, and calls `look` on each. */
export async function walk(context, address, { path, screens, prepare }, look) {
  const page = await context.newPage();
  await prepare?.(page);
  await setTime(page, MONDAY);
  // Slow the clock down, so that the note about quick answers shows on any machine.
  await page.addInitScript(() => {
    const { now } = Performance.prototype;
    Performance.prototype.now = function () {
      return now.call(this) / 10;
    };
  });
  await page.goto(address + path);
  await audit(page).locator("h2").first().waitFor();
  for (const [screen, go, how] of screens) {
    await go(page);
    await audit(page).locator("h2, [role=alert]").first().waitFor();
    await look(page, screen, how);
  }
}
