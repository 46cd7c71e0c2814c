// What a result says, on screen and on paper.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { strictPolicy } from "./server.mjs";
import { useSite } from "./site.mjs";
import { FULL, catchPaper, finish, printed, sheets, toKeep } from "./steps.mjs";
import { INSTRUMENT, PROJECT, focused, pressButton } from "./widget.mjs";

const TEXTS = JSON.parse(readFileSync(`${PROJECT}content/result-texts.en.json`, "utf8"));
const LABEL = { up: "Up", across: "Across", down: "Down" };

const site = useSite({ headers: { "content-security-policy": strictPolicy() } });

/** The digit for each item of the form by which all answers have this keyed value. */
function keyed(value) {
  const byId = Object.fromEntries(INSTRUMENT.items.map((item) => [item.id, item]));
  return INSTRUMENT.forms.full.map((id) =>
    byId[id].keying === "reverse" ? String(6 - value) : String(value),
  ).join("");
}

/** Takes the full form on the demo page to its results. */
async function finished(digits, { address = site.address, ...options } = {}) {
  const page = await site.open(address, options);
  await finish(page, digits);
  return page;
}

for (const [band, value] of [
  ["strained", 1],
  ["uneven", 3],
  ["steady", 5],
]) {
  test(`all ${band}: each direction and each facet has its own paragraph`, async () => {
    const page = await finished(keyed(value));
    const results = page.locator("leadership-audit .screen");
    for (const bands of Object.values(TEXTS.directions)) {
      await results.getByText(bands[band].picture).waitFor();
      await results.getByText(bands[band].move).waitFor();
    }
    for (const [id, bands] of Object.entries(TEXTS.facets)) {
      const { label } = INSTRUMENT.facets.find((facet) => facet.id === id);
      const text = results.getByText(bands[band].picture);
      assert.equal(await text.isVisible(), false, "closed at first");
      await results.locator("summary", { hasText: `${label}: ${band}` }).click();
      await text.waitFor();
    }
  });
}

test("without the paragraphs the results show shorter texts, and request them again", async () => {
  const faulty = await site.serve({ fault: (path) => path.endsWith("texts.en.json") && { status: 500 } });
  const page = await finished(keyed(1), { address: faulty.address });
  delete page.faults;
  await page.getByText("Your answers average below “Sometimes”.").first().waitFor();
  faulty.behaviour.fault = undefined;
  await pressButton(page, "Keep or delete this result");
  await pressButton(page, "Back");
  await page.getByText(TEXTS.directions.up.strained.picture).waitFor();
});

test("a cell of the map opens to its items and the visitor's answers, by keyboard", async () => {
  const digits = [...keyed(4)];
  digits[INSTRUMENT.forms.full.indexOf("across-candour-2")] = "0";
  const page = await finished(digits);
  const field = page.locator("leadership-audit .map tbody tr").nth(1).locator("button").nth(1);
  await field.focus();
  await page.keyboard.press("Enter");
  assert.equal(await field.getAttribute("aria-expanded"), "true");
  const items = page.locator("leadership-audit .items li");
  const asked = INSTRUMENT.items.filter(({ scale, facet }) => scale === "across" && facet === "candour");
  const words = (await items.allTextContents()).map((text) => text.replace(/ \(turned round.*/, ""));
  assert.deepEqual(words, [
    `${asked[0].stem} ${INSTRUMENT.options[Number(digits[INSTRUMENT.forms.full.indexOf(asked[0].id)]) - 1]}`,
    `${asked[1].stem} ${INSTRUMENT.not_applicable}`,
  ]);
  await page.keyboard.press("Enter");
  assert.equal(await items.count(), 0);
});

test("\"How this was made\" has the numbers of the export", async () => {
  const page = await finished(keyed(4));
  await page.getByText("How this was made").click();
  const made = page.locator("leadership-audit li", { hasText: "Up: 12 of 12" });
  assert.equal(
    await made.textContent(),
    "Up: 12 of 12 statements count, 2 of them turned round. Their average is 4.00, and 25 × (4.00 − 1) gives 75.0. Standard error of measurement: 9.0 points, assumed, not measured.",
  );
});

test("the report is printed alone, on two pages of either paper size, whatever the answers", async () => {
  for (const digits of [keyed(1), keyed(2), keyed(3), keyed(5), FULL]) {
    const page = await finished(digits, { init: catchPaper });
    await page.evaluate(() => {
      const audit = document.querySelector("leadership-audit");
      audit.ctaLabel = "Book a first conversation";
      audit.ctaHref = "https://coach.example/book";
    });
    await toKeep(page);
    const { title, paper, text } = await printed(page, "Print, or save as PDF");
    assert.match(title, /^leadership-audit-\d{4}-\d\d-\d\d$/);
    assert.ok(await page.getByText("Reset all settings").isVisible());
    assert.ok(!text.includes("Reset all settings"), "nothing of the page around the widget");
    for (const { stem } of INSTRUMENT.items) assert.ok(text.includes(stem), stem);
    for (const label of Object.values(LABEL)) assert.ok(text.includes(label));
    for (const part of [
      "average is",
      "Standard error of measurement: 9.",
      "on Monday",
      "https://coach.example/book",
      "not a validated psychological test",
    ]) {
      assert.ok(text.includes(part), part);
    }
    for (const format of ["A4", "Letter"]) {
      assert.equal(await sheets(paper, format), 2, `${format}, ${digits}`);
    }
  }
});

test("after printing, focus is back where it was and the frame is gone", async () => {
  const page = await finished(keyed(3), { init: catchPaper });
  await toKeep(page);
  await page.getByRole("button", { name: "Print, or save as PDF" }).focus();
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => window.paper !== undefined);
  const frame = page.locator("leadership-audit iframe.print");
  await frame.evaluate(({ contentWindow }) => contentWindow.dispatchEvent(new Event("afterprint")));
  assert.equal(await frame.count(), 0);
  assert.match(await focused(page), /Print, or save as PDF/);
});

test("a summary goes to the clipboard, also where the asynchronous clipboard is denied", async () => {
  for (const closed of [false, true]) {
    const page = await finished(keyed(3), { permissions: ["clipboard-read", "clipboard-write"] });
    await page.evaluate((closed) => {
      if (closed) navigator.clipboard.writeText = () => Promise.reject(new Error("closed"));
    }, closed);
    await toKeep(page);
    await pressButton(page, "Copy a summary");
    await page.getByText("The summary is on the clipboard.").waitFor();
    const text = await page.evaluate(() => navigator.clipboard.readText());
    assert.match(text, /^Your audit of .*, full form\n\nWhich direction needs you most is too close/);
    assert.ok(text.includes("Across: 50, margin 35 to 65 (uneven, could also be strained)"), text);
  }
});
