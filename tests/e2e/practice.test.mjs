// From a score to a practice: a map, an act, a calendar entry, and the weeks after. Faults of its records are in
// tests/matrix/cases/storage.mjs.
import assert from "node:assert/strict";
import { test } from "node:test";
import { hostPage, strictPolicy } from "./server.mjs";
import { useSite } from "./site.mjs";
import {
  DAY,
  FULL,
  MONDAY,
  PEER,
  REPORT,
  audit,
  catchPaper,
  choose,
  deleteEverything,
  describe,
  finish,
  heading,
  onResults,
  pick,
  printed,
  save,
  says,
  sheets,
  startAndAnswer,
  withoutStorage,
} from "./steps.mjs";
import { PREFIX, answer, focused, pressButton, setTime, stored } from "./widget.mjs";

/** Pages of sites whose owners let visitors begin elsewhere than at the audit. */
const pages = Object.fromEntries(
  ["welcome", "map", "circle", "practice"].map((start) => [
    `/${start}`,
    hostPage({ bare: true, attributes: `start="${start}"` }),
  ]),
);
const site = useSite({ pages, headers: { "content-security-policy": strictPolicy() } });

const fill = (page, label, text) => audit(page).getByLabel(label, { exact: true }).fill(text);

/** The heading of the people around the visitor. */
const HEADING = "The people who matter most to your work";

/** Opens a page at a moment, as a new visitor unless a context is given. */
async function at(moment, path = "", { context, ...options } = {}) {
  const visitor = context ?? (await site.newContext(options));
  await setTime(visitor, moment);
  return site.open(path, { context: visitor });
}

/** On the form for an act: for somebody, with the day as proposed. */
async function plan(page, name = "K.", button = "Save for this week") {
  await fill(page, "With whom?", name);
  await pressButton(page, button);
  await says(page, /^Saved\. On /);
}

/** Whether the first text of this kind is in view without scrolling. */
const inView = (page, text) =>
  audit(page)
    .getByText(text)
    .first()
    .evaluate((node) => {
      const { top, bottom } = node.getBoundingClientRect();
      return top >= 0 && bottom <= innerHeight;
    });

test("from a result to a saved act in two presses and a name", async () => {
  const page = await at(MONDAY, "", { timezoneId: "Europe/Berlin" });
  await startAndAnswer(page, FULL);
  await onResults(page);
  await page.evaluate(() => {
    window.presses = 0;
    addEventListener("click", () => window.presses++, true);
  });
  await pressButton(page, "Plan it for this week");
  await audit(page).getByLabel("With whom?", { exact: true }).waitFor();
  const title = await audit(page).locator("h2").innerText();
  await page.waitForFunction(() => document.querySelector("leadership-audit").shadowRoot.activeElement?.matches("h2"));
  await page.keyboard.press("Tab");
  assert.match(await focused(page), /^input/, "the name comes first");
  await page.keyboard.type("K.");
  await says(page, /^On Tuesday, I .*K\./);
  await pressButton(page, "Save for this week");
  await audit(page).getByRole("status").getByText(/^Saved\. On Tuesday, I .*K\./).waitFor();
  assert.equal(await page.evaluate(() => window.presses), 2);
  assert.equal(await audit(page).locator("h2").innerText(), title);
  await says(page, "There’s still a … in your words.");

  const records = await stored(page);
  const kept = JSON.parse(records[`${PREFIX}practice:plan`]);
  assert.match(kept.act, /^(up|across|down)\./);
  assert.equal(kept.day, "2026-11-24T11:00:00Z", "the middle of Tuesday in Berlin");
  const [person] = Object.keys(records).filter((key) => key.includes("practice:relationship-"));
  const { name, place, tie } = JSON.parse(records[person]);
  assert.deepEqual([name, place, tie], ["K.", kept.act.split(".")[0], undefined]);
});

test("half a plan is not saved, and says what is missing", async () => {
  const page = await at(MONDAY, "practice");
  await pressButton(page, "Save for this week");
  await says(page, "Write a name");
  assert.match(await focused(page), /^input/);
  await fill(page, "Words to begin with", " ");
  await fill(page, "With whom?", "K.");
  await pressButton(page, "Save for this week");
  await says(page, "Write how you might begin");
  assert.match(await focused(page), /^textarea/);
  assert.deepEqual(Object.keys(await stored(page)).filter((key) => key.includes("practice")), []);
  await pressButton(page, "Other words");
  await plan(page);
});

test("an act is saved with a calendar entry that says nothing of what it is about", async () => {
  const page = await at(MONDAY, "practice", { timezoneId: "Europe/Berlin" });
  await fill(page, "With whom?", "K.");
  await pick(page, "Friday");
  const entry = await save(page, "Save, with a calendar entry");
  assert.equal(entry.name, "leadership-practice.ics");
  assert.ok(entry.text.includes("SUMMARY:Five minutes for K.\r\n"), entry.text);
  assert.ok(entry.text.includes("DTSTART;VALUE=DATE:20261127\r\n"), entry.text);
  await says(page, /^Saved\. On Friday, I ask K\./);
  await pressButton(page, "Keep a rhythm");
  const rhythm = await save(page, "Save for the calendar");
  assert.ok(rhythm.text.includes("DTSTART;TZID=Europe/Berlin:20261124T090000\r\n"), rhythm.text);
});

test("whoever comes back is met by the act: before its day, and when it is due", async () => {
  const context = await site.newContext({ viewport: { width: 360, height: 740 } });
  let page = await at(MONDAY, "welcome", { context });
  await finish(page);
  await pressButton(page, "Plan it for this week");
  await plan(page);
  await page.close();

  page = await at(MONDAY, "welcome", { context });
  await heading(page, /^On Tuesday, I .*K\./);
  assert.ok(await inView(page, /^On Tuesday, I /));
  await audit(page).getByText("How well do your").waitFor({ state: "detached" });
  await pressButton(page, "Continue with this week’s act");
  await says(page, /^On Tuesday, I .*K\./);
  await page.close();

  page = await at(MONDAY + 7 * DAY, "welcome", { context });
  await says(page, "You planned");
  assert.ok(await inView(page, /^On Tuesday, I /));
  for (const answer of ["Yes", "Partly", "Not yet"]) assert.ok(await inView(page, answer), answer);
  await pressButton(page, "Partly");
  await heading(page, "How did it go?");
  assert.ok(await audit(page).getByRole("radio", { name: "Partly" }).isChecked());
  await fill(page, "What did you notice?", "It was quieter than I feared.");
  await pressButton(page, "Repeat");
  await says(page, /30 November 2026: .*, with K\. Partly\./);
  await page.close();

  page = await at(MONDAY + 7 * DAY, "welcome", { context });
  await heading(page, /^On Tuesday, I .*K\./);
});

test("a week later the visitor resumes where they left off, and the log grows without blame", async () => {
  const context = await site.newContext();
  let page = await at(MONDAY, "practice", { context });
  await heading(page, "Ask how they really are");
  await plan(page);
  await page.close();

  page = await at(MONDAY + 7 * DAY, "practice", { context });
  await heading(page, "How did it go?");
  await says(page, "On Tuesday, I ask K.");
  await pressButton(page, "Repeat");
  assert.match(await focused(page), /^input/, "focus goes to the first missing field");
  await pick(page, "Partly");
  await pressButton(page, "Repeat");
  await says(page, /30 November 2026: .*, with K\. Partly\./);
  await page.close();

  // Five weeks without a visit: the same question, and nothing is counted.
  page = await at(MONDAY + 44 * DAY, "practice", { context });
  await heading(page, "How did it go?");
  await page.getByText("It’s been a little while, and that’s fine.").waitFor();
  const said = await audit(page).innerText();
  assert.ok(!/missed|overdue|weeks ago|streak/i.test(said), said);
  await pick(page, "Yes");
  await pressButton(page, "Choose the next");
  await audit(page).getByLabel("With whom?", { exact: true }).waitFor();
});

test("after twelve weeks the audit is offered again, and shows what has changed", async () => {
  const context = await site.newContext();
  let page = await at(MONDAY, "", { context });
  await startAndAnswer(page, FULL);
  await pressButton(page, "Plan it for this week");
  await page.getByText("a copy of the result you have today is kept").waitFor();
  await plan(page);
  await page.close();

  page = await at(MONDAY + DAY / 2, "practice", { context });
  await page.getByText("A copy of your result of 23 November 2026 is kept").waitFor();
  await pressButton(page, "Delete the copy");
  await page.getByText("The copy of your result is deleted.").waitFor();
  assert.ok(!JSON.parse((await stored(page))[`${PREFIX}practice:loop`]).document);
  await pressButton(page, "Undo");
  await page.getByText("A copy of your result of 23 November 2026 is kept").waitFor();
  await page.close();

  page = await at(MONDAY + 85 * DAY, "practice", { context });
  await pick(page, "Yes");
  await pressButton(page, "Choose the next");
  await page.getByText("Twelve weeks have gone by since you began.").waitFor();
  await pressButton(page, "Take the audit");
  await pressButton(page, "Take it again");
  await answer(page, [..."5".repeat(36)]);
  await pressButton(page, "Choose an act for this week");
  await heading(page, "Since you began");
  await page.getByText(/^From 23 November 2026 to 16 February 2027/).waitFor();
  await page.getByText(/^(No reliable change|Higher)/).first().waitFor();
  await pressButton(page, "Start again from the newer result");
  await audit(page).getByRole("heading", { name: "Since you began" }).waitFor({ state: "detached" });
});

test("the practice is exported only if it is ticked, and imported in another browser", async () => {
  let page = await at(MONDAY);
  await startAndAnswer(page, FULL);
  await pressButton(page, "Plan it for this week");
  await plan(page);
  const title = await audit(page).locator("h2").innerText();
  await pressButton(page, "Back to your result");
  await pressButton(page, "Save, print or delete");
  const plain = await save(page, "Save as a JSON file");
  assert.ok(!("practice" in JSON.parse(plain.text)));
  await audit(page).getByLabel("My relationship map").check();
  await audit(page).getByLabel(/^My plan/).check();
  const ticked = await save(page, "Save as a JSON file");
  assert.equal(JSON.parse(ticked.text).practice.map[0].name, "K.");

  page = await at(MONDAY + DAY);
  await startAndAnswer(page, FULL);
  await pressButton(page, "Save, print or delete");
  await choose(page, "mine.json", ticked.text);
  await pressButton(page, "Import the notes in it");
  await page.getByText("Notes imported.").waitFor();
  assert.match(await focused(page), /^h2 By the answers in this file/, "its button is gone, and focus moves to the heading");
  await pressButton(page, "Close");
  await pressButton(page, "Back");
  await pressButton(page, "Choose an act for this week");
  await heading(page, title);
  await says(page, /^On Tuesday, I .*K\./);
});

test("the plan is printed on one page of either paper size, with room to look back", async () => {
  const context = await site.newContext();
  await context.addInitScript(catchPaper);
  const page = await at(MONDAY, "practice", { context });
  const long = "A line that goes on about what happened between us. ".repeat(11);
  await fill(page, "Words to begin with", long);
  await plan(page);
  const { paper, text } = await printed(page, "Print the plan on one page");
  for (const part of ["K", "Ask how they really are", long.trim(), "On Tuesday, I ask K.", "Did it happen?"]) {
    assert.ok(text.includes(part), part);
  }
  for (const format of ["A4", "Letter"]) assert.equal(await sheets(paper, format), 1, format);
});

test("two tabs share a practice; deleting everything deletes it too, and undo restores it", async () => {
  const context = await site.newContext();
  const one = await at(MONDAY, "map", { context });
  const two = await at(MONDAY, "map", { context });
  await pressButton(one, "Add someone");
  await describe(one, PEER);
  await two.getByText("Tense · last talked long ago").waitFor();
  // A page in the background renders once a second at best.
  await two.bringToFront();
  await pressButton(two, "Add someone");
  await describe(two, REPORT);
  await one.bringToFront();
  await one.getByText("Strong · talked this week").waitFor();

  await pressButton(one, "Go to the audit");
  await deleteEverything(one);
  await one.getByText("Everything is deleted.").waitFor();
  await two.getByText("Everything was deleted in another tab.").waitFor();
  assert.ok(!Object.keys(await stored(one)).some((key) => key.includes("practice")));
  await pressButton(one, "Undo");
  assert.ok(Object.keys(await stored(one)).some((key) => key.includes("practice:relationship")));
});

test("without storage the practice lasts as long as the page", async () => {
  const context = await site.newContext();
  await context.addInitScript(withoutStorage);
  const page = await at(MONDAY, "map", { context });
  await pressButton(page, "Add someone");
  await describe(page, PEER);
  await page.getByText("stays on this page and is gone when you close it").first().waitFor();
  await pressButton(page, "Go to the audit");
});

test("the longest name fits the narrowest screen", async () => {
  const page = await at(MONDAY, "map", { viewport: { width: 320, height: 640 } });
  const fits = async (screen) => {
    await heading(page, screen);
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    assert.ok(width <= 320, `${screen}: ${width} px`);
  };
  await pressButton(page, "Add someone");
  await describe(page, { ...PEER, name: "W".repeat(40) });
  await fits(HEADING);
  await audit(page).getByRole("button", { name: "Choose an act with" }).first().click();
  await fits(/./);
  await pressButton(page, "Save for this week");
  await fits(/./);
  await pressButton(page, "Keep a rhythm");
  await fits("Keep a rhythm");
});
