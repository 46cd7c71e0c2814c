// The whole audit, from the demo page to the exported file.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import Ajv from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { useSite } from "./site.mjs";
import { onItem, onResults, save, start, startAndAnswer } from "./steps.mjs";
import {
  INSTRUMENT,
  answer,
  focused,
  nativeScore,
  pressButton,
  pressByKeyboard,
  slowClock,
  stem,
  stored,
  storedAnswers,
} from "./widget.mjs";

const site = useSite();

const SCHEMA = JSON.parse(readFileSync(new URL("../../dist/schema/result.v1.json", import.meta.url)));
const validate = addFormats(new Ajv({ strict: false })).compile(SCHEMA);

const stemOf = Object.fromEntries(INSTRUMENT.items.map(({ id, stem }) => [id, stem]));

/** A different, uneven pattern for each direction, with one "does not apply". */
const DIGITS = "444244554352" + "221312321150" + "454535445545";

test("36 items by keyboard, with a reload halfway: the native core's scores, and a valid file", async () => {
  const page = await site.open();

  assert.deepEqual(await stored(page), {}, "nothing is stored before the first answer");
  await pressByKeyboard(page, "Start");
  await onItem(page);
  assert.deepEqual(await stored(page), {}, "nor by starting");
  assert.equal(await focused(page), `h2 ${stemOf["up-trust-1"]}`);

  await answer(page, DIGITS.slice(0, 13));
  assert.equal(await stem(page), stemOf[INSTRUMENT.forms.full[13]]);

  await page.reload();
  await page.locator("leadership-audit h2").waitFor();
  await pressByKeyboard(page, "Continue where you left off");
  await onItem(page);
  assert.equal(await stem(page), stemOf[INSTRUMENT.forms.full[13]], "it continues at the same item");

  // Arrow keys choose and stay; Enter moves on.
  await page.keyboard.press("Tab");
  await page.keyboard.press("Space");
  assert.match(await page.locator("leadership-audit .progress").textContent(), /14 of 36/);
  const target = Number(DIGITS[13]);
  for (let step = 1; step < target; step++) await page.keyboard.press("ArrowDown");
  assert.equal(await page.locator("leadership-audit input:checked[type=radio]").inputValue(), DIGITS[13]);
  assert.match(await page.locator("leadership-audit .progress").textContent(), /14 of 36/);
  await page.keyboard.press("Enter");
  await page.getByText("15 of 36").waitFor();

  await answer(page, DIGITS.slice(14));
  await onResults(page);

  const valueOf = (digit) => (digit === "0" ? "not_applicable" : Number(digit));
  const responses = Object.fromEntries(INSTRUMENT.forms.full.map((id, at) => [id, valueOf(DIGITS[at])]));
  await pressByKeyboard(page, "Save, print or delete");
  await page.getByRole("heading", { name: "Yours to keep" }).waitFor();
  const { name, text } = await save(page, "Save as a JSON file", pressByKeyboard);
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
  await onResults(page);
  const dots = await page.locator("leadership-audit .plot circle.dot").all();
  assert.equal(await page.locator("leadership-audit .grid tbody td").count(), 18);
  const rows = page.locator("leadership-audit .numbers tbody tr");
  for (const [row, id] of ["up", "across", "down"].entries()) {
    const { score, interval, answered, total } = file.scores.directions[id];
    const shown = await rows.nth(row).locator("td").allTextContents();
    assert.ok(Math.abs(parseFloat(await dots[row].getAttribute("cx")) - score) < 0.06);
    const margin = `${Math.round(interval.low)} to ${Math.round(interval.high)}`;
    assert.deepEqual([shown[0], shown[1], shown[3]], [`${Math.round(score)}`, margin, `${answered} of ${total}`]);
  }
});

test("on a statement digits answer, Enter moves on from an answer, and no shortcut is taken", async () => {
  const page = await site.open();
  const heading = page.locator("leadership-audit h2");
  const on = (place) => page.locator("leadership-audit .progress").getByText(`${place} of 36`).waitFor();
  await heading.focus();
  await page.keyboard.press("3");
  await pressButton(page, "Start");
  for (const key of ["Enter", "6", "9", "a", "Control+1"]) await page.keyboard.press(key);
  await on(1);
  assert.deepEqual(await stored(page), {});
  // A French keyboard.
  await heading.dispatchEvent("keydown", { key: "&", code: "Digit1", bubbles: true });
  await on(2);
  const first = async () => (await storedAnswers(page))["up-trust-1"];
  assert.equal(await first(), 1);
  const movesOn = page.getByLabel("Move on when I tap an answer");
  await pressButton(page, "Back");
  await movesOn.uncheck();
  await heading.focus();
  await page.keyboard.press("3");
  await on(1);
  await page.keyboard.press("Enter");
  await on(2);
  assert.equal(await first(), 3);
  assert.equal(await movesOn.isChecked(), false, "in reach on later statements for whoever changed it");
});

test("items left out: the review lists them, one is answered, and the rest stays as it is", async () => {
  const page = await site.open();
  await page.getByLabel("3 minutes").check();
  await startAndAnswer(page, "44444");
  for (const expected of ["7 of 18", "8 of 18"]) {
    await pressButton(page, "Next");
    await page.getByText(expected).waitFor();
  }
  await answer(page, "23332444444");
  await page.getByRole("heading", { name: "2 statements are left out" }).waitFor();
  await pressButton(page, stemOf["up-repair-1"]);
  await answer(page, "5");
  await page.getByRole("heading", { name: "1 statement is left out" }).waitFor();
  await pressButton(page, "Finish as it is");
  await onResults(page);

  // From the short form to the full one: no item is asked twice.
  await pressButton(page, "Continue with the full form, 18 more statements");
  assert.equal(await stem(page), stemOf["up-trust-2"]);
  const seen = new Set();
  for (let count = 0; count < 19; count++) {
    seen.add(await stem(page));
    await answer(page, "4");
  }
  assert.equal(seen.size, 19, "18 new items and the one that was left out");
  await onResults(page);
});

test("a direction without people is skipped, restored by undo, and skipped again", async () => {
  const page = await site.open();
  await pressButton(page, "Start");
  await pressButton(page, "I have nobody there");
  assert.equal(await stem(page), stemOf["across-trust-1"]);
  await page.getByText("Up is left out: it doesn’t apply to you.").waitFor();
  await pressButton(page, "Undo");
  assert.equal(await stem(page), stemOf["up-trust-1"]);
  await pressButton(page, "I have nobody there");
  await answer(page, "444344444443" + "434444444434");
  await onResults(page);
  // One that does not apply has no row in the chart.
  const rows = await page.locator("leadership-audit .plot .row").allTextContents();
  assert.deepEqual(rows.map((row) => row.match(/^[A-Z][a-z]+/)[0]), ["Across", "Down"]);
});

test("a tap answers and moves on, or only chooses where the visitor turned that off", async () => {
  const page = await site.open("", { hasTouch: true, viewport: { width: 360, height: 740 } });
  await pressButton(page, "Start");
  await page.getByText("Sometimes").tap();
  await page.getByText("2 of 36").waitFor();
  await pressButton(page, "Back");
  await page.getByText("Move on when I tap an answer").tap();
  await page.getByText("Rarely").tap();
  assert.equal(await page.locator("leadership-audit input:checked[type=radio]").inputValue(), "2");
  assert.match(await page.locator("leadership-audit .progress").textContent(), /1 of 36/);
  await page.reload();
  await page.locator("leadership-audit h2").waitFor();
  await pressButton(page, "Continue where you left off");
  assert.equal(await page.locator("leadership-audit input:checked[type=radio]").inputValue(), "2");
  assert.equal(await page.getByLabel("Move on when I tap an answer").isChecked(), false);
});

test("with a processor six times slower every answer arrives, the next item within 200 ms of processor time", async () => {
  const page = await site.open();
  await start(page);
  const client = await page.context().newCDPSession(page);
  await client.send("Emulation.setCPUThrottlingRate", { rate: 6 });
  await answer(page, "44");
  await client.send("Emulation.setCPUThrottlingRate", { rate: 1 });
  // The time that the page's thread ran, whatever else the machine was doing.
  await client.send("Performance.enable", { timeDomain: "threadTicks" });
  const spent = async () => {
    const { metrics } = await client.send("Performance.getMetrics");
    return metrics.find(({ name }) => name === "TaskDuration").value * 1000;
  };
  const before = await spent();
  await answer(page, "4545454545");
  const ms = (6 * ((await spent()) - before)) / 10;
  assert.ok(ms > 0 && ms < 200, `${ms} ms an answer`);
  assert.equal(Object.keys(await storedAnswers(page)).length, 12);
});

test("on a slow device focus is on the next statement as soon as that is drawn, so that no key is lost", async () => {
  const page = await site.open();
  await start(page);
  await page.evaluate(slowClock);
  await page.evaluate(() => {
    const { shadowRoot } = document.querySelector("leadership-audit");
    window.seen = new Map();
    new MutationObserver(() => {
      const { textContent } = shadowRoot.querySelector("h2");
      if (!window.seen.has(textContent)) window.seen.set(textContent, shadowRoot.activeElement?.id);
    }).observe(shadowRoot, { subtree: true, childList: true });
  });
  await answer(page, "44444");
  assert.deepEqual(await page.evaluate(() => [...window.seen.values()]), Array(5).fill("stem"));
});
