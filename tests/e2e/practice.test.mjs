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
  heading,
  pick,
  printed,
  save,
  sheets,
  startAndAnswer,
  withoutStorage,
} from "./steps.mjs";
import { PREFIX, answer, focused, pressButton, stored } from "./widget.mjs";

/** Pages of sites whose owners let visitors begin elsewhere than at the audit. */
const pages = Object.fromEntries(
  ["map", "circle", "practice"].map((start) => [`/${start}`, hostPage({ bare: true, attributes: `start="${start}"` })]),
);
const site = useSite({ pages, headers: { "content-security-policy": strictPolicy() } });

const fill = (page, label, text) => audit(page).getByLabel(label, { exact: true }).fill(text);

/** Opens a page at a moment, as a new visitor unless a context is given. */
async function at(moment, path = "", { context, ...options } = {}) {
  const visitor = context ?? (await site.newContext(options));
  await visitor.clock.setSystemTime(moment);
  return site.open(path, { context: visitor });
}

/** From the results, or the start of the part, to a plan. */
async function plan(page, person = PEER) {
  await describe(page, person);
  await heading(page, "One act this week");
  await pressButton(page, "Take this on");
  await heading(page, "Keep a rhythm");
}

test("from a finished audit to a calendar entry and a saved opener in ten presses and one word", async () => {
  const page = await at(MONDAY, "", { timezoneId: "Europe/Berlin" });
  await startAndAnswer(page, FULL);
  await page.evaluate(() => {
    window.presses = 0;
    addEventListener("click", () => window.presses++, true);
  });
  await pressButton(page, "Choose an act for this week");
  await plan(page);
  const entry = await save(page, "Save for the calendar");
  // A click on a label is one press and at most two events.
  assert.ok((await page.evaluate(() => window.presses)) <= 2 * 10);

  assert.equal(entry.name, "leadership-practice.ics");
  assert.ok(entry.text.includes("SUMMARY:30 minutes with K.\r\n"), entry.text);
  assert.ok(entry.text.includes("DTSTART;TZID=Europe/Berlin:20261124T090000\r\n"), entry.text);
  assert.ok(!/Peer|Tense|tense|finance|audit of/i.test(entry.text.replace(/PRODID.*/, "")));

  const records = await stored(page);
  const kept = JSON.parse(records[`${PREFIX}practice:plan`]);
  assert.equal(kept.act, "own_part");
  assert.ok(kept.opener.length > 20);
});

test("a week later the visitor resumes where they left off, and the log grows without blame", async () => {
  const context = await site.newContext();
  let page = await at(MONDAY, "practice", { context });
  await heading(page, "Someone new on the map");
  await plan(page);
  await page.close();

  page = await at(MONDAY + 3 * DAY, "practice", { context });
  await heading(page, "This week: Own your part, with K.");
  await page.close();

  page = await at(MONDAY + 7 * DAY, "", { context });
  await pressButton(page, "Continue with this week’s act");
  await heading(page, "Welcome back");
  await page.getByText("Last time you chose: Own your part, with K.").waitFor();
  await pressButton(page, "Repeat");
  assert.match(await focused(page), /^input/, "focus goes to the first missing field");
  await pick(page, "In part");
  await fill(page, "What did you notice?", "It was quieter than I feared.");
  await pressButton(page, "Repeat");
  await heading(page, "This week: Own your part, with K.");
  await page.getByText(/30 November 2026: Own your part, with K\. In part\./).waitFor();
  await page.close();

  // Five weeks without a visit: the same question, and nothing is counted.
  page = await at(MONDAY + 44 * DAY, "practice", { context });
  await heading(page, "Welcome back");
  await page.getByText("It has been a little while, and that is fine.").waitFor();
  const said = await audit(page).innerText();
  assert.ok(!/missed|overdue|weeks ago|streak/i.test(said), said);
  await pick(page, "Yes");
  await pressButton(page, "Choose the next");
  await heading(page, "One act this week");
});

test("after twelve weeks the audit is offered again, and shows what has changed", async () => {
  const context = await site.newContext();
  let page = await at(MONDAY, "", { context });
  await startAndAnswer(page, FULL);
  await pressButton(page, "Choose an act for this week");
  await describe(page, PEER);
  await page.getByText("a copy of the result you have today is kept").waitFor();
  await pressButton(page, "Take this on");
  await heading(page, "Keep a rhythm");
  await page.close();

  page = await at(MONDAY + 3 * DAY, "practice", { context });
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
  await page.getByText(/^Up: (no reliable change|higher)/).waitFor();
  await pressButton(page, "Continue from the newer result");
  await audit(page).getByRole("heading", { name: "Since you began" }).waitFor({ state: "detached" });
});

test("the map by keyboard alone: described, moved, removed and undone", async () => {
  const page = await at(MONDAY, "map");
  await heading(page, "The people who matter most to your work");
  assert.match(await focused(page), /^body/, "nothing takes focus on load");
  const press = async (name) => {
    await audit(page).getByRole("button", { name, exact: true }).focus();
    await page.keyboard.press("Enter");
  };
  for (const person of [PEER, REPORT]) {
    await press("Add someone");
    assert.equal(await focused(page), "h2 Someone new on the map");
    await page.keyboard.press("Tab");
    await page.keyboard.type(person.name);
    for (const choice of [person.kind, person.tie, person.talk]) {
      await audit(page).getByRole("radio", { name: choice, exact: true }).focus();
      await page.keyboard.press("Space");
    }
    await press("Save");
    await heading(page, "The people who matter most to your work");
  }
  const names = () => audit(page).locator(".people strong").allTextContents();
  assert.deepEqual(await names(), ["K.", "D."]);
  await press("Move D. up");
  assert.deepEqual(await names(), ["D.", "K."]);
  await press("Take off the map: K.");
  assert.deepEqual(await names(), ["D."]);
  await page.getByText("Taken off the map.").waitFor();
  await press("Undo");
  await press("Undo");
  assert.deepEqual(await names(), ["K.", "D."]);
  await page.getByText("Beside you, each tie is marked tense or neglected.").waitFor();
  assert.equal(await audit(page).locator(".relationships g rect").count(), 2);
  await page.reload();
  await audit(page).locator(".people strong").first().waitFor();
  assert.deepEqual(await names(), ["K.", "D."]);
  await press("Go to the audit");
  await audit(page).getByRole("button", { name: "Start" }).waitFor();
});

test("the support circle: kept across a reload, and a signpost where nobody is in it", async () => {
  const page = await at(MONDAY, "circle");
  await heading(page, "Who do you think aloud with?");
  await pick(page, "Nobody at the moment");
  await audit(page).locator(".signpost").waitFor();
  await pick(page, "Two or more");
  assert.equal(await audit(page).locator(".signpost").count(), 0);
  await audit(page).locator("fieldset", { hasText: "Does what you say there stay there?" }).getByRole("radio", { name: "Yes" }).check();
  await page.reload();
  await heading(page, "Who do you think aloud with?");
  assert.ok(await audit(page).getByRole("radio", { name: "Two or more" }).isChecked());
});

test("the practice is exported only if it is ticked, and imported in another browser", async () => {
  let page = await at(MONDAY);
  await startAndAnswer(page, FULL);
  await pressButton(page, "Choose an act for this week");
  await plan(page);
  await pressButton(page, "Back to your result");
  await pressButton(page, "Keep or delete this result");
  const plain = await save(page, "Save as a JSON file");
  assert.ok(!("practice" in JSON.parse(plain.text)));
  const unticked = await save(page, "Save as a JSON file with what is ticked");
  assert.equal(unticked.text, plain.text);
  await audit(page).getByLabel("My relationship map").check();
  await audit(page).getByLabel(/^My plan/).check();
  const ticked = await save(page, "Save as a JSON file with what is ticked");
  assert.equal(JSON.parse(ticked.text).practice.map[0].name, "K.");

  page = await at(MONDAY + DAY);
  await startAndAnswer(page, FULL);
  await pressButton(page, "Keep or delete this result");
  await choose(page, "mine.json", ticked.text);
  await pressButton(page, "Import the notes in it");
  await page.getByText("The notes from the file are here now.").waitFor();
  assert.match(await focused(page), /^button Show this result here/, "its button is gone, and focus moves to the next");
  await pressButton(page, "Back");
  await pressButton(page, "Choose an act for this week");
  await heading(page, "This week: Own your part, with K.");
});

test("the plan is printed on one page of either paper size, with room to look back", async () => {
  const context = await site.newContext();
  await context.addInitScript(catchPaper);
  const page = await at(MONDAY, "practice", { context });
  await describe(page, PEER);
  const long = "A line that goes on about what happened between us. ".repeat(11);
  await fill(page, "How you might begin", long);
  await fill(page, "When …", "the Monday meeting ends");
  await fill(page, "… I will …", "ask for ten minutes");
  await page.getByText("When the Monday meeting ends, I will ask for ten minutes.").waitFor();
  await pressButton(page, "Take this on");
  await pressButton(page, "Choose an act for this week");
  const { paper, text } = await printed(page, "Print the plan on one page");
  for (const part of ["K", "Own your part", long.trim(), "When the Monday meeting ends", "Did it happen?"]) {
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
  await two.getByText("Peer · Across · Tense").waitFor();
  // A page in the background renders once a second at best.
  await two.bringToFront();
  await pressButton(two, "Add someone");
  await describe(two, REPORT);
  await one.bringToFront();
  await one.getByText("Direct report · Down · Strong").waitFor();

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
  await fits("The people who matter most to your work");
  await audit(page).getByRole("button", { name: "Choose an act with" }).first().click();
  await fits("One act this week");
  await pressButton(page, "Take this on");
  await fits("Keep a rhythm");
});

test("a map without an audit is one step from the welcome screen", async () => {
  const page = await at(MONDAY, "map");
  await pressButton(page, "Add someone");
  await describe(page, PEER);
  await pressButton(page, "Go to the audit");
  await pressButton(page, "Map your relationships");
  await heading(page, "The people who matter most to your work");
});
