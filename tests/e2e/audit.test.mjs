// The whole audit, from the demo page to the exported file, by keyboard alone.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, test } from "node:test";
import Ajv from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { serve } from "./server.mjs";
import {
  INSTRUMENT,
  answer,
  focused,
  launch,
  newContext,
  nativeScore,
  open,
  pressButton,
  pressByKeyboard,
  stem,
  stored,
} from "./widget.mjs";

let server;
let browser;

before(async () => {
  server = await serve();
  browser = await launch();
});

after(async () => {
  await browser?.close();
  await server?.stop();
});

const validate = (() => {
  const schema = JSON.parse(
    readFileSync(new URL("../../dist/schema/result.v1.json", import.meta.url)),
  );
  const ajv = new Ajv({ strict: false });
  addFormats(ajv);
  return ajv.compile(schema);
})();

const stemOf = Object.fromEntries(INSTRUMENT.items.map(({ id, stem }) => [id, stem]));

/** A different, uneven pattern for each direction, with one "does not apply". */
const DIGITS = [..."444244554352", ..."221312321150", ..."454535445545"];

async function download(page, press) {
  const [file] = await Promise.all([page.waitForEvent("download"), press()]);
  return { name: file.suggestedFilename(), text: readFileSync(await file.path(), "utf8") };
}

test("36 items by keyboard, a reload in the middle, the core's own scores, a valid file", async () => {
  const context = await newContext(browser, { acceptDownloads: true });
  const page = await open(context, server.address);

  assert.deepEqual(await stored(page), {}, "nothing is stored before the first answer");
  await pressByKeyboard(page, "Start");
  await page.locator("leadership-audit fieldset.item").waitFor();
  assert.deepEqual(await stored(page), {}, "not by starting either");
  assert.equal(await focused(page), `h2 ${stemOf["up-trust-1"]}`);

  await answer(page, DIGITS.slice(0, 13));
  assert.equal(await stem(page), stemOf[INSTRUMENT.forms.full[13]]);

  await page.reload();
  await page.locator("leadership-audit h2").waitFor();
  await pressByKeyboard(page, "Continue where you stopped");
  await page.locator("leadership-audit fieldset.item").waitFor();
  assert.equal(await stem(page), stemOf[INSTRUMENT.forms.full[13]], "goes on at the same item");

  // Arrow keys choose and stay; Enter moves on.
  await page.keyboard.press("Tab");
  await page.keyboard.press("Space");
  assert.match(await page.locator("leadership-audit .progress").textContent(), /14 of 36/);
  const target = Number(DIGITS[13]);
  for (let step = 1; step < target; step++) await page.keyboard.press("ArrowDown");
  assert.equal(await page.locator("leadership-audit input:checked[type=radio]").inputValue(), DIGITS[13]);
  assert.match(await page.locator("leadership-audit .progress").textContent(), /14 of 36/);
  await page.keyboard.press("Enter");
  await page.waitForFunction(() =>
    document.querySelector("leadership-audit").shadowRoot.textContent.includes("15 of 36"),
  );

  await answer(page, DIGITS.slice(14));
  await page.locator("leadership-audit .scores").waitFor();

  const responses = Object.fromEntries(
    INSTRUMENT.forms.full.map((id, place) => [
      id,
      DIGITS[place] === "0" ? "not_applicable" : Number(DIGITS[place]),
    ]),
  );
  await pressByKeyboard(page, "Keep or delete this result");
  await page.getByRole("heading", { name: "Yours to keep" }).waitFor();
  const { name, text } = await download(page, () => pressByKeyboard(page, "Save as a JSON file"));
  const file = JSON.parse(text);
  assert.match(name, /^leadership-audit-\d{4}-\d{2}-\d{2}\.json$/);
  assert.ok(validate(file), JSON.stringify(validate.errors));
  assert.deepEqual(file.responses, responses);
  const native = nativeScore({ form: "full", responses, active_seconds: file.active_seconds });
  assert.deepEqual(file.scores, native.scores);
  assert.deepEqual(file.finding, native.finding);
  assert.deepEqual(file.quality, native.quality);
  assert.equal(file.finding.kind, "weakest");
  assert.deepEqual(file.finding.directions, ["across"]);

  // The screen shows the same numbers as the file.
  await pressByKeyboard(page, "Back");
  await page.locator("leadership-audit .scores").waitFor();
  const rows = page.locator("leadership-audit .numbers tbody tr");
  for (const [column, id] of ["up", "across", "down"].entries()) {
    const { score, interval, answered, total } = file.scores.directions[id];
    const shown = [];
    for (const row of await rows.all()) shown.push(await row.locator("td").nth(column).textContent());
    assert.deepEqual(
      [shown[0], shown[1], shown[3]],
      [
        `${Math.round(score)}`,
        `${Math.round(interval.low)} to ${Math.round(interval.high)}`,
        `${answered} of ${total}`,
      ],
    );
  }
  assert.deepEqual(page.faults, []);
  await context.close();
});

test("items left out: the review names them, one is answered, the rest is finished as it is", async () => {
  const context = await newContext(browser);
  const page = await open(context, server.address);
  await page.getByLabel("Short").check();
  await pressButton(page, "Start");
  await page.locator("leadership-audit fieldset.item").waitFor();
  await answer(page, [..."44444"]);
  for (const expected of ["7 of 18", "8 of 18"]) {
    await pressButton(page, "Next");
    await page.getByText(expected).waitFor();
  }
  await answer(page, [..."23332444444"]);
  await page.getByRole("heading", { name: "2 statements are left out" }).waitFor();
  await pressButton(page, stemOf["up-repair-1"]);
  await answer(page, ["5"]);
  await page.getByRole("heading", { name: "One statement is left out" }).waitFor();
  await pressButton(page, "Finish as it is");
  await page.locator("leadership-audit .scores").waitFor();

  // Short to full: nothing is asked twice, and the first new item comes.
  await pressButton(page, "Continue with the full form, 18 more statements");
  assert.equal(await stem(page), stemOf["up-trust-2"]);
  const seen = new Set();
  for (let count = 0; count < 19; count++) {
    seen.add(await stem(page));
    await answer(page, ["4"]);
  }
  assert.equal(seen.size, 19, "18 new items and the one that was left out");
  await page.locator("leadership-audit .scores").waitFor();
  assert.deepEqual(page.faults, []);
  await context.close();
});

test("a direction with no one in it is marked at once, undone, and marked again", async () => {
  const context = await newContext(browser);
  const page = await open(context, server.address);
  await pressButton(page, "Start");
  await pressButton(page, "I have no one here");
  assert.equal(await stem(page), stemOf["across-trust-1"]);
  await page.getByText("Up is marked as having no one in it.").waitFor();
  await pressButton(page, "Undo");
  assert.equal(await stem(page), stemOf["up-trust-1"]);
  await pressButton(page, "I have no one here");
  await answer(page, [..."444344444443", ..."434444444434"]);
  await page.locator("leadership-audit .scores").waitFor();
  assert.match(
    await page.locator("leadership-audit .plot .row").first().textContent(),
    /Up.*does not apply to you/,
  );
  assert.deepEqual(page.faults, []);
  await context.close();
});

test("a tap answers and moves on; turned off, it only chooses", async () => {
  const context = await newContext(browser, { hasTouch: true, viewport: { width: 360, height: 740 } });
  const page = await open(context, server.address);
  await pressButton(page, "Start");
  await page.getByText("Sometimes").tap();
  await page.getByText("2 of 36").waitFor();
  await page.getByText("Move on when I tap an answer").tap();
  await page.getByText("Seldom").tap();
  assert.equal(await page.locator("leadership-audit input:checked[type=radio]").inputValue(), "2");
  assert.match(await page.locator("leadership-audit .progress").textContent(), /2 of 36/);
  await page.reload();
  await page.locator("leadership-audit h2").waitFor();
  await pressButton(page, "Continue where you stopped");
  assert.equal(await page.locator("leadership-audit input:checked[type=radio]").inputValue(), "2");
  assert.equal(await page.getByLabel("Move on when I tap an answer").isChecked(), false);
  await context.close();
});
