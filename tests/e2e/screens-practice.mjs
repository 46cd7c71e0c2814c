// The screens of the practice, on pages that begin there.
import {
  DAY,
  MONDAY,
  PEER,
  REPORT,
  audit,
  describe,
  heading,
  openDetails,
  pick,
  says,
} from "./steps.mjs";
import { pressButton, setTime } from "./widget.mjs";

const opensRow = (page, name) => audit(page).locator(".people summary", { hasText: name }).click();

/** The relationship map and what follows it. */
export const MAP = [
  ["an empty map", (page) => heading(page, "The people who matter most to your work"), "loads"],
  [
    "an empty form",
    async (page) => {
      await pressButton(page, "Add someone");
      await pressButton(page, "Save");
    },
  ],
  [
    "a map",
    async (page) => {
      await audit(page).getByLabel("This one matters a great deal").check();
      await describe(page, PEER);
      await says(page, "Tense · last talked long ago · matters a great deal");
    },
  ],
  [
    "somebody moved on the map",
    async (page) => {
      await pressButton(page, "Add someone");
      await describe(page, REPORT);
      await opensRow(page, "D.");
      await pressButton(page, "Move to Outside");
      await says(page, "Moved to another place.");
    },
  ],
  [
    "an open row of the map",
    async (page) => {
      await opensRow(page, "D.");
      await audit(page).getByRole("button", { name: "Change D." }).waitFor();
    },
  ],
  [
    "someone removed from the map",
    async (page) => {
      await pressButton(page, "Remove D. from the map");
      await says(page, "Removed from the map.");
    },
  ],
  [
    "an act",
    async (page) => {
      await audit(page).getByRole("button", { name: "Choose an act with K." }).first().click();
      await audit(page).getByLabel("With whom?", { exact: true }).waitFor();
      await openDetails(page);
    },
  ],
  [
    "a rhythm",
    async (page) => {
      await pressButton(page, "Save for this week");
      await says(page, /^Saved\. On /);
      await pressButton(page, "Keep a rhythm");
      await heading(page, "Keep a rhythm");
    },
  ],
  [
    "a rhythm without a day",
    async (page) => {
      await audit(page).getByRole("radio", { name: /^Micro-moments/ }).check();
      const days = audit(page).locator(".days :checked");
      while (await days.count()) await days.first().click();
      await pressButton(page, "Save for the calendar");
      await audit(page).locator(".lack:not(.none)").waitFor();
    },
  ],
  ["a plan", (page) => pressButton(page, "Choose an act for this week")],
  [
    "a week later",
    async (page) => {
      await setTime(page, MONDAY + 7 * DAY);
      await page.goto(new URL("/practice", page.url()).href);
      await heading(page, "How did it go?");
    },
    "loads",
  ],
  ["a week later, without an answer", (page) => pressButton(page, "Repeat")],
  [
    "a plan with a week behind it",
    async (page) => {
      await pick(page, "Partly");
      await audit(page).getByLabel("What did you notice?", { exact: true }).fill("It was quiet.");
      await pressButton(page, "Repeat");
      await says(page, "Partly.");
    },
  ],
];

export const CIRCLE = [
  [
    "support, with nobody",
    async (page) => {
      await heading(page, "Who do you think aloud with?");
      await pick(page, "Nobody at the moment");
    },
  ],
  [
    "support, with two",
    async (page) => {
      await pick(page, "Two or more");
      for (const question of ["Does what you say there stay there?", "Do they know what a role"]) {
        const asked = audit(page).locator("fieldset", { hasText: question });
        await asked.getByRole("radio", { name: "Yes", exact: true }).check();
      }
    },
  ],
];
