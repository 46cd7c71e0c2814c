// What others said goes along with a result: ticked into its file, shown to a coach who opens that, kept by
// the leader on another device, and printed on the same two pages.
import assert from "node:assert/strict";
import { test } from "node:test";
import { strictPolicy } from "./server.mjs";
import { useSite } from "./site.mjs";
import { audit, catchPaper, choose, finish, heading, onResults, printed, save, says, sheets, toKeep } from "./steps.mjs";
import { INSTRUMENT, pressButton, stored } from "./widget.mjs";
import { text } from "./words.mjs";

const TICK = text("outcome.include");
const SAVE = "Save as a JSON file";

const site = useSite({ headers: { "content-security-policy": strictPolicy() } });

/** The stored records of rounds and their outcomes, by key. */
async function rounds(page) {
  const records = Object.entries(await stored(page));
  return Object.fromEntries(records.filter(([key]) => /:(round|outcome):/.test(key)));
}

/** Outcomes of every direction and of the last month, about the leader of `result`. */
function outcomes(result) {
  const common = { way: "sealed", people: 6, threshold: 3, made_at: result.ended_at, apart: false };
  const asked = ["up", "across", "down"].map((set, place) => ({
    ...common,
    round: `0123456789abcde${place}`,
    set,
    items: 12,
    questions: result.instrument.hash,
    mean: 20 + 5 * place,
  }));
  return [
    ...asked,
    {
      ...common,
      round: "0123456789abcde9",
      set: "pulse",
      items: 5,
      questions: "fnv1a64:0123456789abcdef",
      mean: 60,
      steps: [3, 5, 6, 8, 9],
    },
  ];
}

test("a leader's file brings what others said to a coach, to another device and onto paper", async () => {
  const first = await site.open("");
  await finish(first);
  await toKeep(first);
  assert.equal(await audit(first).getByLabel(TICK).count(), 0, "nothing to tick");
  const result = JSON.parse((await save(first, SAVE)).text);
  const file = { ...result, rounds: outcomes(result) };

  // A coach opens it: shown, printed, and nothing of it stored.
  const coach = await site.open("", { init: catchPaper });
  await finish(coach);
  await toKeep(coach);
  const before = await stored(coach);
  await choose(coach, "leadership-audit-2026-11-23-mk.json", JSON.stringify(file));
  await says(coach, "A result opened from leadership-audit-2026-11-23-mk.json");
  await heading(coach, text("outcome.kept_heading"));
  assert.equal(await audit(coach).locator(".plot.both .row").count(), 3);
  await says(coach, text("outcome.row_self"));
  await heading(coach, text("outcome.heading[pulse]"));
  await says(coach, text("pulse.half_step[7]"));
  await says(coach, "from 4 rounds");
  const opened = await printed(coach, "Print, or save as PDF");
  assert.ok(opened.text.includes("How the team sees it"));
  assert.deepEqual(await stored(coach), before);

  // The leader keeps it on another device.
  const other = await site.open("", { init: catchPaper });
  await pressButton(other, "Open a saved result");
  await choose(other, "leadership-audit-2026-11-23-mk.json", JSON.stringify(file));
  await pressButton(other, "Keep this as my own result");
  await says(other, "Imported.");
  assert.equal(Object.keys(await rounds(other)).length, 4);
  await pressButton(other, "Close");

  // Not in the file unless ticked; ticked, all of it is there, and no more.
  assert.equal("rounds" in JSON.parse((await save(other, SAVE)).text), false);
  await audit(other).getByLabel(TICK).check();
  const again = JSON.parse((await save(other, SAVE)).text);
  const byRound = (one, two) => one.round.localeCompare(two.round);
  assert.deepEqual(again.rounds.sort(byRound), file.rounds.sort(byRound));

  // On paper: both numbers of each direction, five lines of the last month, on two pages of either size.
  const { paper, text: page } = await printed(other, "Print, or save as PDF");
  for (const part of [
    text("outcome.kept_heading"),
    "about 20.",
    "about 25.",
    "about 30.",
    text("outcome.margin"),
    text("pulse.half_step[1]"),
    text("pulse.half_step[7]"),
    text("pulse.margin"),
  ]) {
    assert.ok(page.includes(part), part);
  }
  for (const { stem } of INSTRUMENT.items) assert.ok(page.includes(stem), stem);
  for (const format of ["A4", "Letter"]) assert.equal(await sheets(paper, format), 2, format);
});

test("figures that no round gives are refused with their place, and nothing of the file is shown", async () => {
  const page = await site.open("");
  await finish(page);
  await toKeep(page);
  const result = JSON.parse((await save(page, SAVE)).text);
  const [tampered] = outcomes(result);
  await choose(page, "tampered.json", JSON.stringify({ ...result, rounds: [{ ...tampered, mean: 21 }] }));
  await says(page, "tampered.json");
  await audit(page).locator("summary", { hasText: "tampered.json" }).click();
  await says(page, "$.rounds[0]");
  assert.deepEqual(await rounds(page), {});
});
