// Earlier results, which the browser keeps if the visitor chooses so.
import assert from "node:assert/strict";
import { test } from "node:test";
import { strictPolicy } from "./server.mjs";
import { useSite } from "./site.mjs";
import { DAY, audit, choose, deleteEverything, save } from "./steps.mjs";
import { PREFIX, answer, focused, pressButton, pressByKeyboard, setTime, stored } from "./widget.mjs";

const MAY = Date.parse("2026-05-04T09:00:00Z");

const site = useSite({ headers: { "content-security-policy": strictPolicy() } });

const keepThem = (page) => audit(page).getByLabel("Keep earlier results in this browser");
const rows = (page) => audit(page).locator(".results li label").allInnerTexts();
const past = async (page) =>
  Object.keys(await stored(page)).filter((key) => key.startsWith(`${PREFIX}past:`));

/** Takes the audit on this day, from the welcome screen to where results are kept. */
async function take(page, moment, digit, press = "Start") {
  await setTime(page, moment);
  await pressButton(page, press);
  await answer(page, digit.repeat(36));
  await pressButton(page, "Save, print or delete");
  await keepThem(page).waitFor();
}

async function again(page) {
  await pressButton(page, "Back");
  await pressButton(page, "Back to the start");
}

test("kept by choice: listed by date, compared, deleted, restored, and gone when turned off", async () => {
  const page = await site.open();
  await take(page, MAY, "2");
  assert.deepEqual([await keepThem(page).isChecked(), await past(page)], [false, []]);
  await keepThem(page).check();
  assert.equal((await past(page)).length, 1);
  await again(page);
  await page.getByText("Your earlier results stay in this browser").waitFor();
  await take(page, MAY + 90 * DAY, "4", "Take it again");
  await page.reload();
  await page.getByRole("button", { name: /^See your result/ }).click();
  await pressButton(page, "Save, print or delete");
  await audit(page).locator(".results li").nth(1).waitFor();
  assert.deepEqual(
    (await rows(page)).map((row) => row.trim()),
    ["2 August 2026, full form · shown here", "4 May 2026, full form"],
  );

  for (const [shown, other] of [["4 May 2026", "2 August 2026"], ["2 August 2026", "4 May 2026"]]) {
    await pressByKeyboard(page, `Show the result of ${shown}`);
    await page.getByText(`${shown}, full form · shown here`).waitFor();
    assert.match((await rows(page))[1], new RegExp(`^ *${other}, full form`));
    assert.match(await focused(page), /^(input|button Show)/);
  }
  assert.equal((await past(page)).length, 2);

  for (const box of await audit(page).locator(".results input").all()) await box.check();
  await page.getByText("From 4 May 2026 to 2 August 2026").waitFor();
  await page.getByText("Before you look").waitFor();
  await audit(page).locator(".pairs .row").first().getByText(/^Higher by \d+ points\. More than 21 is more/).waitFor();
  const picture = audit(page).locator(".pairs svg circle");
  assert.equal(await picture.count(), 6);

  await pressButton(page, "Delete the result of 4 May 2026");
  await page.getByText("Deleted from this browser.").waitFor();
  assert.equal((await past(page)).length, 1);
  await pressButton(page, "Undo");
  await audit(page).locator(".results li").nth(1).waitFor();
  assert.equal((await past(page)).length, 2);

  await keepThem(page).uncheck();
  await page.getByText("Deleted from this browser.").waitFor();
  assert.deepEqual(await past(page), []);
  assert.ok(`${PREFIX}result` in (await stored(page)), "the latest result stays");
});

test("a result from a file joins the earlier ones, and deleting everything deletes them all", async () => {
  const page = await site.open();
  await take(page, MAY, "2");
  const saved = await save(page, "Save as a JSON file");
  await again(page);
  await take(page, MAY + 90 * DAY, "4", "Take it again");
  await keepThem(page).check();
  await choose(page, saved.name, saved.bytes);
  await pressButton(page, "Add it to the earlier results");
  await page.getByText("Imported.").waitFor();
  assert.equal((await past(page)).length, 2);

  await pressButton(page, "Close");
  await deleteEverything(page);
  await page.getByText("Everything is deleted.").waitFor();
  assert.deepEqual(await past(page), []);
  await pressButton(page, "Undo");
  await page.getByRole("button", { name: /^See your result/ }).waitFor();
  assert.equal((await past(page)).length, 2);
});
