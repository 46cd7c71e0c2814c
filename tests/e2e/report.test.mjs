// What a result says, on the screen and on paper.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, test } from "node:test";
import { serve, strictPolicy } from "./server.mjs";
import { INSTRUMENT, PROJECT, answer, focused, launch, newContext, open, pressButton } from "./widget.mjs";

const TEXTS = JSON.parse(readFileSync(`${PROJECT}content/result-texts.en.json`, "utf8"));
const LABEL = { up: "Up", across: "Across", down: "Down" };

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

/** The digit for each item of the form by which all answers have this keyed value. */
function keyed(value) {
  const byId = Object.fromEntries(INSTRUMENT.items.map((item) => [item.id, item]));
  return INSTRUMENT.forms.full.map((id) =>
    byId[id].keying === "reverse" ? String(6 - value) : String(value),
  );
}

async function finish(context, digits, address = server.address) {
  const page = await open(context, address);
  await pressButton(page, "Start");
  await answer(page, digits);
  await page.locator("leadership-audit .scores").waitFor();
  return page;
}

/** Prints, and gives back what the frame would have put on paper. */
async function printed(page) {
  await page.getByRole("button", { name: "Print, or save as PDF" }).click();
  await page.waitForFunction(() => window.paper !== undefined);
  return page.evaluate(() => window.paper);
}

/** Catches what is printed: in a frame without a window, nobody can answer a print dialog. */
async function catchPaper(context) {
  await context.addInitScript(() => {
    window.print = () => {
      const sheets = [...document.adoptedStyleSheets].flatMap((sheet) => [...sheet.cssRules]);
      window.parent.paper = {
        title: document.title,
        markup: document.documentElement.outerHTML,
        style: sheets.map(({ cssText }) => cssText).join("\n"),
      };
    };
  });
}

for (const [band, value] of [
  ["strained", 1],
  ["uneven", 3],
  ["steady", 5],
]) {
  test(`all ${band}: each direction and each facet has its own paragraph`, async () => {
    const context = await newContext(browser);
    const page = await finish(context, keyed(value));
    const results = page.locator("leadership-audit .screen");
    for (const bands of Object.values(TEXTS.directions)) {
      await results.getByText(bands[band].picture).waitFor();
      await results.getByText(bands[band].move).waitFor();
    }
    for (const [id, bands] of Object.entries(TEXTS.facets)) {
      const { label } = INSTRUMENT.facets.find((facet) => facet.id === id);
      const text = results.getByText(bands[band].picture);
      assert.equal(await text.isVisible(), false, "to open");
      await results.locator("summary", { hasText: `${label}: ${band}` }).click();
      await text.waitFor();
    }
    await context.close();
  });
}

test("without the paragraphs the results show their shorter words, and ask again", async () => {
  const fault = (path) => path.endsWith("texts.en.json") && { status: 500 };
  const faulty = await serve({ fault });
  const context = await newContext(browser);
  const page = await finish(context, keyed(1), faulty.address);
  await page.getByText("Your answers average below “Sometimes”.").first().waitFor();
  faulty.behaviour.fault = undefined;
  await pressButton(page, "Keep or delete this result");
  await pressButton(page, "Back");
  await page.getByText(TEXTS.directions.up.strained.picture).waitFor();
  await context.close();
  await faulty.stop();
});

test("a field of the map opens to its items and the visitor's own answers, by keyboard", async () => {
  const context = await newContext(browser);
  const digits = keyed(4);
  const place = INSTRUMENT.forms.full.indexOf("across-candour-2");
  digits[place] = "0";
  const page = await finish(context, digits);
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
  await context.close();
});

test("how it was made says the numbers of the export", async () => {
  const context = await newContext(browser);
  const page = await finish(context, keyed(4));
  await page.getByText("How this was made").click();
  const made = page.locator("leadership-audit li", { hasText: "Up: 12 of 12" });
  assert.equal(
    await made.textContent(),
    "Up: 12 of 12 statements count, 2 of them turned round. Their average is 4.00, and 25 × (4.00 − 1) gives 75.0. Standard error of measurement: 9.0 points, assumed, not measured.",
  );
  await context.close();
});

test("the report is printed alone, on two pages of either size, whatever the answers", async () => {
  const context = await newContext(browser);
  await catchPaper(context);
  const paper = await (await newContext(browser)).newPage();
  const mixed = [..."252433254352124324215324454535445540"];
  for (const digits of [keyed(1), keyed(2), keyed(3), keyed(5), mixed]) {
    const page = await finish(context, digits);
    await page.evaluate(() => {
      const audit = document.querySelector("leadership-audit");
      audit.ctaLabel = "Book a first conversation";
      audit.ctaHref = "https://coach.example/book";
    });
    await pressButton(page, "Keep or delete this result");
    const { title, markup, style } = await printed(page);
    assert.match(title, /^leadership-audit-\d{4}-\d\d-\d\d$/);
    await paper.setContent(markup);
    await paper.addStyleTag({ content: style });
    const text = await paper.locator("body").innerText();
    assert.ok(!text.includes("script tag"), "nothing of the page around the widget");
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
      const pdf = await paper.pdf({ format, printBackground: true });
      const pages = pdf.toString("latin1").match(/\/Type\s*\/Page\b/g)?.length;
      assert.equal(pages, 2, `${format}, ${digits.join("")}`);
    }
    await page.evaluate(() => localStorage.clear());
    await page.close();
  }
  await context.close();
  await paper.close();
});

test("after printing, focus is where it was and the frame is gone", async () => {
  const context = await newContext(browser);
  await catchPaper(context);
  const page = await finish(context, keyed(3));
  await pressButton(page, "Keep or delete this result");
  await page.getByRole("button", { name: "Print, or save as PDF" }).focus();
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => window.paper !== undefined);
  const frame = page.locator("leadership-audit iframe.print");
  await frame.evaluate(({ contentWindow }) => contentWindow.dispatchEvent(new Event("afterprint")));
  assert.equal(await frame.count(), 0);
  assert.match(await focused(page), /Print, or save as PDF/);
  await context.close();
});

test("a summary goes to the clipboard, also where the newer way is closed", async () => {
  for (const closed of [false, true]) {
    const context = await newContext(browser);
    await context.grantPermissions(["clipboard-read", "clipboard-write"]);
    const page = await finish(context, keyed(3));
    await page.evaluate((closed) => {
      if (closed) navigator.clipboard.writeText = () => Promise.reject(new Error("closed"));
    }, closed);
    await pressButton(page, "Keep or delete this result");
    await pressButton(page, "Copy a summary");
    await page.getByText("The summary is on the clipboard.").waitFor();
    const text = await page.evaluate(() => navigator.clipboard.readText());
    assert.match(text, /^Your audit of .*, full form\n\nWhich direction needs you most is too close/);
    assert.ok(text.includes("Across: 50, margin 35 to 65 (uneven, could also be strained)"), text);
    await context.close();
  }
});
