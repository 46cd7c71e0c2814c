// What the results say first, and how much of it there is.
import assert from "node:assert/strict";
import { test } from "node:test";
import { useSite } from "./site.mjs";
import { INSTRUMENT, answer, focused, pressButton } from "./widget.mjs";

const PHONE = { viewport: { width: 360, height: 740 } };
/** The most screens of a phone, and words, before anything is opened. */
const SCREENS = 4.5;
const WORDS = 420;

const site = useSite();
const REVERSED = new Set(INSTRUMENT.items.filter(({ keying }) => keying === "reverse").map(({ id }) => id));

/** The digits by which every answer of a form has this keyed value. */
const keyed = (form, value) =>
  INSTRUMENT.forms[form].map((id) => (REVERSED.has(id) ? 6 - value : value)).join("");

/** Answers of a visitor who takes some seconds over each, from the start to the results. */
async function results(digits, options = PHONE) {
  const page = await site.open("", options);
  await page.clock.install();
  await page.reload();
  await page.locator("leadership-audit h2").waitFor();
  if (digits.length === INSTRUMENT.forms.short.length) await page.getByLabel("3 minutes").check();
  await pressButton(page, "Start");
  for (const digit of digits) {
    await page.clock.runFor(7_000);
    await answer(page, digit);
  }
  await page.locator("leadership-audit .plot").waitFor();
  return page;
}

/** The words on screen, without those of closed disclosures and of screen readers alone. */
const wordsOf = (page) =>
  page.locator("leadership-audit").evaluate(({ shadowRoot }) => {
    const walk = document.createTreeWalker(shadowRoot, NodeFilter.SHOW_TEXT);
    let count = 0;
    while (walk.nextNode()) {
      const { parentElement, data } = walk.currentNode;
      if (!parentElement.checkVisibility() || parentElement.closest(".sr")) continue;
      count += data.trim().split(/\s+/).filter(Boolean).length;
    }
    return count;
  });

const MIXED = "444423554234221333212233321354354555";
const PEOPLE = [
  ["nearly all almost never", keyed("full", 1)],
  ["all sometimes", keyed("full", 3)],
  ["all almost always", keyed("full", 5)],
  ["mixed", MIXED],
  ["the short form", MIXED.slice(0, 18)],
];

test("different people get different first screens, with their own three scores on it", async () => {
  const seen = new Set();
  for (const [who, digits] of PEOPLE) {
    const page = await results(digits);
    const widget = page.locator("leadership-audit");
    const rows = await widget.locator(".row").all();
    assert.equal(rows.length, 3, who);
    for (const row of rows) {
      const { y, height } = await row.boundingBox();
      assert.ok(y + height <= PHONE.viewport.height, `${who}: a score is below the fold`);
    }
    seen.add(await widget.locator(".hero").innerText());
    await page.context().close();
  }
  assert.equal(seen.size, PEOPLE.length);
});

test("a result fits four and a half screens of a phone, and is soon read", async () => {
  for (const [who, digits] of PEOPLE) {
    const page = await results(digits);
    const height = await page.locator("leadership-audit").evaluate((widget) => widget.offsetHeight);
    const screens = height / PHONE.viewport.height;
    assert.ok(screens <= SCREENS, `${who}: ${screens.toFixed(2)} screens`);
    const words = await wordsOf(page);
    assert.ok(words <= WORDS, `${who}: ${words} words`);
    await page.context().close();
  }
});

test("from welcome to one thing to try: twenty presses, and the first Tab reaches its button", async () => {
  const page = await site.open("", PHONE);
  let presses = 0;
  await page.getByLabel("3 minutes").check();
  presses++;
  await pressButton(page, "Start");
  presses++;
  for (const digit of MIXED.slice(0, 18)) {
    await answer(page, digit);
    presses++;
  }
  assert.equal(presses, 20);
  await page.locator("leadership-audit .try").waitFor();
  await page.keyboard.press("Tab");
  assert.equal(await focused(page), "button Plan it for this week");
  const filled = page.locator("leadership-audit button.primary");
  assert.equal(await filled.count(), 1, "one filled button");
});

test("the grid is one tab stop, and arrow keys move between its squares", async () => {
  const page = await results(MIXED, { viewport: { width: 1280, height: 900 } });
  const at = () => page.locator("leadership-audit").evaluate(({ shadowRoot }) => shadowRoot.activeElement.id);
  await page.locator("leadership-audit .square").first().focus();
  for (const [key, square] of [
    ["ArrowRight", "square-0-1"],
    ["ArrowDown", "square-1-1"],
    ["End", "square-1-2"],
    ["ArrowRight", "square-1-2"],
    ["Home", "square-1-0"],
    ["ArrowUp", "square-0-0"],
    ["ArrowUp", "square-0-0"],
  ]) {
    await page.keyboard.press(key);
    assert.equal(await at(), square, key);
  }
  const stops = page.locator("leadership-audit .square[tabindex='0']");
  assert.equal(await stops.count(), 1);
  await page.keyboard.press("Tab");
  assert.doesNotMatch(await at(), /^square/);
});

test("the lowest answers are the visitor's own words, and the filled button plans one of them", async () => {
  const page = await results(MIXED);
  const first = page.locator("leadership-audit .lows .first");
  const stem = await first.locator("blockquote").textContent();
  const item = INSTRUMENT.items.find((one) => one.stem === stem);
  const digit = MIXED[INSTRUMENT.forms.full.indexOf(item.id)];
  assert.match(await first.locator(".said").textContent(), new RegExp(`^${INSTRUMENT.options[digit - 1]}`));
  await first.getByRole("button").click();
  await page.locator("leadership-audit .screen.part").waitFor();
});
