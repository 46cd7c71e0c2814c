// Earlier results, kept in the browser where the visitor chooses so.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { serve, strictPolicy } from "./server.mjs";
import {
  PREFIX,
  answer,
  focused,
  launch,
  newContext,
  open,
  pressButton,
  pressByKeyboard,
  stored,
} from "./widget.mjs";

const DAY = 86_400_000;
const MAY = Date.parse("2026-05-04T09:00:00Z");

let browser;
let server;

before(async () => {
  server = await serve({ headers: { "content-security-policy": strictPolicy() } });
  browser = await launch();
});

after(async () => {
  await browser?.close();
  await server?.stop();
});

const audit = (page) => page.locator("leadership-audit");
const keepThem = (page) => audit(page).getByLabel("Keep earlier results in this browser");
const rows = (page) => audit(page).locator(".results li label").allInnerTexts();
const past = async (page) =>
  Object.keys(await stored(page)).filter((key) => key.startsWith(`${PREFIX}past:`));

/** Takes the audit on this day, from the welcome screen to where results are kept. */
async function take(page, moment, digit, press = "Start") {
  await page.clock.setSystemTime(moment);
  await pressButton(page, press);
  await answer(page, [...digit.repeat(36)]);
  await pressButton(page, "Keep or delete this result");
  await keepThem(page).waitFor();
}

async function again(page) {
  await pressButton(page, "Back");
  await pressButton(page, "Back to the start");
}

test("only the latest result is kept, unless the visitor chooses otherwise", async () => {
  const context = await newContext(browser);
  const page = await open(context, server.address);
  await take(page, MAY, "2");
  await again(page);
  await page.getByText("the new result replaces this one").waitFor();
  await take(page, MAY + 90 * DAY, "4", "Take it again");
  assert.equal(await keepThem(page).isChecked(), false);
  assert.deepEqual(await past(page), []);
  await context.close();
});

test("kept by choice: listed by date, compared, deleted, put back, and gone when turned off", async () => {
  const context = await newContext(browser);
  const page = await open(context, server.address);
  await take(page, MAY, "2");
  await keepThem(page).check();
  assert.equal((await past(page)).length, 1);
  await again(page);
  await page.getByText("Your earlier results stay in this browser").waitFor();
  await take(page, MAY + 90 * DAY, "4", "Take it again");
  await page.reload();
  await page.getByRole("button", { name: /^See your result/ }).click();
  await pressButton(page, "Keep or delete this result");
  await audit(page).locator(".results li").nth(1).waitFor();
  assert.deepEqual(
    (await rows(page)).map((row) => row.trim()),
    ["2 August 2026, full form, shown here", "4 May 2026, full form"],
  );

  for (const [shown, other] of [["4 May 2026", "2 August 2026"], ["2 August 2026", "4 May 2026"]]) {
    await pressByKeyboard(page, `Show the result of ${shown}`);
    await page.getByText(`${shown}, full form, shown here`).waitFor();
    assert.match((await rows(page))[1], new RegExp(`^ *${other}, full form`));
    assert.match(await focused(page), /^(input|button Show)/);
  }
  assert.equal((await past(page)).length, 2);

  for (const box of await audit(page).locator(".results input").all()) await box.check();
  await page.getByText("From 4 May 2026 to 2 August 2026").waitFor();
  await page.getByText("Up: higher, by more than the margins of error alone would explain.").waitFor();
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
  assert.deepEqual(page.faults, []);
  await context.close();
});

test("a result from a file is added to the earlier ones, and deleting everything takes all of it", async () => {
  const context = await newContext(browser);
  const page = await open(context, server.address);
  await take(page, MAY, "2");
  const [saved] = await Promise.all([
    page.waitForEvent("download"),
    pressButton(page, "Save as a JSON file"),
  ]);
  const path = await saved.path();
  await again(page);
  await take(page, MAY + 90 * DAY, "4", "Take it again");
  await keepThem(page).check();
  await audit(page).locator("input[type=file]").setInputFiles(path);
  await pressButton(page, "Add it to the earlier results");
  await page.getByText("Imported.").waitFor();
  assert.equal((await past(page)).length, 2);

  await pressButton(page, "Delete everything");
  await pressButton(page, "Yes, delete");
  await page.getByText("Everything is deleted.").waitFor();
  assert.deepEqual(await past(page), []);
  await pressButton(page, "Undo");
  await page.getByRole("button", { name: /^See your result/ }).waitFor();
  assert.equal((await past(page)).length, 2);
  await context.close();
});
