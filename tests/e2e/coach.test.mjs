// A coach with their clients' files: opened one by one, compared, printed, and several people as a group.
import assert from "node:assert/strict";
import { test } from "node:test";
import { strictPolicy } from "./server.mjs";
import { useSite } from "./site.mjs";
import { audit, catchPaper, choose, chooseAll, finish, heading, save, says, toKeep } from "./steps.mjs";
import { pressButton, stored } from "./widget.mjs";

const site = useSite({ headers: { "content-security-policy": strictPolicy() } });

/** Counts what the coach presses, by the events that reach the page. */
const countPresses = () => {
  window.presses = 0;
  addEventListener("click", (event) => (window.presses += Number(event.detail > 0)), true);
};

/** A coach who has a result of their own, on the screen where files are opened; and what it is. */
async function coach(options) {
  const page = await site.open("", options);
  await finish(page);
  await toKeep(page);
  const own = JSON.parse((await save(page, "Save as a JSON file")).text);
  return { page, own };
}

/** A result of somebody else: every answer to `scale` is this number. */
function client(own, day, scale, number) {
  const responses = Object.entries(own.responses).map(([id, response]) => [
    id,
    id.startsWith(`${scale}-`) ? number : (response ?? 3),
  ]);
  const [started_at, ended_at] = [`${day}T09:00:00Z`, `${day}T09:06:00Z`];
  return { ...own, started_at, ended_at, responses: Object.fromEntries(responses) };
}

const opened = (page) => page.locator("leadership-audit .screen.opened");
const onKeep = (page) => page.locator("leadership-audit .screen.keep").waitFor();

test("two clients' files, one compared with three months ago and printed: nine presses", async () => {
  const context = await site.newContext();
  await context.addInitScript(catchPaper);
  await context.addInitScript(countPresses);
  const { page, own } = await coach({ context });
  const before = await stored(page);
  await page.evaluate(() => (window.presses = 0));

  // The button that opens the picker is one press more, and the picker itself two.
  await chooseAll(page, [
    ["leadership-audit-2026-08-24-mk.json", client(own, "2026-08-24", "down", 1)],
    ["leadership-audit-2026-11-23-jr.json", client(own, "2026-11-23", "up", 2)],
    ["leadership-audit-2026-11-23-mk.json", client(own, "2026-11-23", "down", 4)],
  ]);
  await says(page, "3 files are open.");
  await pressButton(page, "leadership-audit-2026-11-23-jr.json");
  await says(page, "A result opened from leadership-audit-2026-11-23-jr.json");
  await heading(page, /^By the answers in this file, Up/);
  await pressButton(page, "Close");
  await onKeep(page);
  await pressButton(page, "leadership-audit-2026-11-23-mk.json");
  await says(page, "A result opened from leadership-audit-2026-11-23-mk.json");
  await says(page, "Most real changes are smaller than this can show.");
  const choices = await audit(page).locator("#beside option").allInnerTexts();
  assert.match(choices[1], /08-24-mk/, "that of the same initials comes first");
  await audit(page).getByLabel("Compare it with").selectOption({ index: 1 });
  await says(page, "From 24 August 2026 to 23 November 2026");
  await says(page, /^Higher by \d+ points\./);
  await pressButton(page, "Print, or save as PDF");
  await page.waitForFunction(() => window.paper !== undefined);
  const { title, markup } = await page.evaluate(() => window.paper);
  assert.equal(title, "leadership-audit-2026-11-23-mk");
  assert.match(markup, /23 November 2026/);

  // Four presses here, three for the picker and two for the choice of a result.
  assert.equal(await page.evaluate(() => window.presses), 4);
  assert.deepEqual(await stored(page), before, "nothing of one's own has changed");
  const text = (await opened(page).locator(".hero, .own, .every").allInnerTexts()).join();
  assert.doesNotMatch(text, /[Yy]ours?\b/, "it is somebody else's");
  assert.doesNotMatch(text, /this week|One thing to try/, "nothing leads to the coach's own practice");
});

test("closed by its button or by the browser, an opened result leaves one's own as it was", async () => {
  const { page, own } = await coach();
  const before = await stored(page);
  await choose(page, "client.json", client(own, "2026-11-23", "up", 2));
  await opened(page).waitFor();
  await page.goBack();
  await onKeep(page);
  await page.goForward();
  await opened(page).waitFor();
  await pressButton(page, "Close");
  await onKeep(page);
  await pressButton(page, "Back");
  await heading(page, /^By your own answers/);
  assert.deepEqual(await stored(page), before);

  // After a reload no file is open any more.
  await page.goForward();
  await page.reload();
  await page.locator("leadership-audit h2").first().waitFor();
  assert.deepEqual(await stored(page), before);
});

test("faults are named in the list, and repeated results are left out", async () => {
  const { page, own } = await coach();
  const one = client(own, "2026-11-23", "up", 2);
  await chooseAll(page, [
    ["a.json", one],
    ["b.json", "{"],
    ["c.json", { ...one, version: 7 }],
    ["d.json", one],
    ["e.json", client(own, "2026-11-23", "up", 5)],
  ]);
  await says(page, "4 files are open.");
  await says(page, "1 file was left out: another one has the same result.");
  await says(page, "b.json isn’t a JSON file, or is damaged.");
  await says(page, "c.json was saved by a newer version");
  assert.equal(await audit(page).locator(".files .way").count(), 2);
  await says(page, "Before you collect results, ask each person for consent");
  assert.equal(await audit(page).getByRole("button", { name: "Show the group" }).count(), 0, "two are no group");
  await pressButton(page, "Close all files");
  assert.equal(await audit(page).locator(".files").count(), 0);
});

test("from five people on there is a picture of the group, without a name", async () => {
  const { page, own } = await coach();
  const before = await stored(page);
  const people = [1, 2, 3, 4, 5].map((number) => [
    `leadership-audit-2026-11-23-p${"abcde"[number - 1]}.json`,
    client(own, "2026-11-23", "across", number),
  ]);
  await chooseAll(page, people);
  await pressButton(page, "Show the group");
  await heading(page, "The group");
  await says(page, "5 people, full form");
  const rows = await audit(page).locator(".plot .row .value").allInnerTexts();
  // Across: reversed statements turn the same number around, so everybody is near the middle.
  assert.equal(rows.length, 3);
  assert.match(rows[0], /^\d+, spread 0$/, "all five gave the same answers");
  const text = await opened(page).innerText();
  assert.doesNotMatch(text, /\.json|-p[a-e]\b/);
  assert.match(text, /Lowest statements[\s\S]*nearest to “[\s\S]*Highest statements/);
  await page.goBack();
  await onKeep(page);
  await pressButton(page, `Close ${people[0][0]}`);
  await says(page, "4 files are open.");
  assert.equal(await audit(page).getByRole("button", { name: "Show the group" }).count(), 0);
  assert.deepEqual(await stored(page), before);
});

test("a file is named by the visitor's own day and the initials that were typed", async () => {
  const context = await site.newContext({ timezoneId: "Pacific/Auckland" });
  const page = await context.newPage();
  await page.clock.setFixedTime(Date.parse("2026-11-23T20:00:00Z"));
  await page.goto(site.address);
  await finish(page);
  await toKeep(page);
  const initials = audit(page).getByLabel("Initials for the file name (optional)");
  await initials.pressSequentially("M.K. 1");
  assert.equal(await initials.inputValue(), "mk");
  assert.equal((await save(page, "Save as a JSON file")).name, "leadership-audit-2026-11-24-mk.json");
  assert.equal((await save(page, "Save the answers as a table")).name, "leadership-audit-2026-11-24-mk.csv");
  assert.ok(!Object.values(await stored(page)).join().includes("mk"), "initials are not stored");
});
