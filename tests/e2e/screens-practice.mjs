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
import { pressButton } from "./widget.mjs";

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
      await says(page, "Peer · Across · Tense");
    },
  ],
  [
    "a reordered map",
    async (page) => {
      await pressButton(page, "Add someone");
      await describe(page, REPORT);
      await pressButton(page, "Move D. up");
      await says(page, "Moved to another place");
    },
  ],
  [
    "someone removed from the map",
    async (page) => {
      await pressButton(page, "Take off the map: D.");
      await says(page, "Taken off the map.");
    },
  ],
  [
    "an act",
    async (page) => {
      await audit(page).getByRole("button", { name: "Choose an act with K." }).first().click();
      await heading(page, "One act this week");
      await audit(page).getByLabel("When …", { exact: true }).fill("the Monday meeting ends");
      await openDetails(page);
    },
  ],
  [
    "a rhythm",
    async (page) => {
      await pressButton(page, "Take this on");
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
      await page.clock.setSystemTime(MONDAY + 7 * DAY);
      await page.goto(new URL("/practice", page.url()).href);
      await heading(page, "Welcome back");
    },
    "loads",
  ],
  ["a week later, without an answer", (page) => pressButton(page, "Repeat")],
  [
    "a plan with a week behind it",
    async (page) => {
      await pick(page, "In part");
      await audit(page).getByLabel("What did you notice?", { exact: true }).fill("It was quiet.");
      await pressButton(page, "Repeat");
      await says(page, "In part.");
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
