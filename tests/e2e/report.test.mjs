// What a result says, on screen and on paper.
import assert from "node:assert/strict";
import { test } from "node:test";
import { strictPolicy } from "./server.mjs";
import { useSite } from "./site.mjs";
import { FULL, audit, catchPaper, finish, finishShort, printed, sheets, toKeep } from "./steps.mjs";
import { INSTRUMENT, focused, pressButton } from "./widget.mjs";
import { text } from "./words.mjs";

const LIMITS = text("audit.welcome_limits");
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
  ["low", 1],
  ["middle", 3],
  ["high", 5],
]) {
  test(`all ${band}: each direction has its own text, and each facet its definition`, async () => {
    const page = await finished(keyed(value));
    const results = page.locator("leadership-audit .screen");
    const said = [
      ...INSTRUMENT.scales.map(({ id }) => text(`results.band_about[${id}.${band}]`)),
      ...INSTRUMENT.facets.map(({ id }) => text(`results.facet_covers[${id}]`)),
    ];
    const first = results.getByText(said[0]);
    assert.equal(await first.isVisible(), false, "closed at first");
    await results.locator("summary", { hasText: text("results.bands_heading") }).click();
    for (const paragraph of said) await results.getByText(paragraph).waitFor();
  });
}

test("a cell of the map opens to its items and the visitor's answers, by keyboard", async () => {
  const digits = [...keyed(4)];
  digits[INSTRUMENT.forms.full.indexOf("across-candour-2")] = "0";
  const page = await finished(digits);
  const field = page.locator("leadership-audit .grid tbody tr").nth(1).locator("button").nth(1);
  await field.focus();
  await page.keyboard.press("Enter");
  assert.equal(await field.getAttribute("aria-expanded"), "true");
  const items = page.locator("leadership-audit .opened li");
  const asked = INSTRUMENT.items.filter(({ scale, facet }) => scale === "across" && facet === "candour");
  assert.deepEqual(await items.allTextContents(), [
    `${asked[0].stem}${INSTRUMENT.options[Number(digits[INSTRUMENT.forms.full.indexOf(asked[0].id)]) - 1]}`,
    `${asked[1].stem}${INSTRUMENT.not_applicable}`,
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
    "Up: 12 of 12 statements count, 2 of them scored in reverse. Their average is 4.00, and 100 × (4.00 − 1) ÷ 4 gives 75.0. Standard error of measurement: 7.0 points, assumed, not measured.",
  );
});

/** Adds the owner's link, and goes to where a result is printed. */
async function toPrint(page) {
  await page.evaluate(() => {
    const audit = document.querySelector("leadership-audit");
    audit.ctaLabel = "Book a first conversation";
    audit.ctaHref = "https://coach.example/book";
  });
  await toKeep(page);
}

async function hasTwoPages(paper, what) {
  for (const format of ["A4", "Letter"]) assert.equal(await sheets(paper, format), 2, `${format}, ${what}`);
}

test("the report is printed alone, on two pages of either paper size, whatever the answers", async () => {
  const missing = [...FULL].map((digit, index) => (index % 3 ? digit : "0")).join("");
  for (const digits of [keyed(1), keyed(3), keyed(5), FULL, missing]) {
    const page = await finished(digits, { init: catchPaper });
    await toPrint(page);
    const { title, paper, text } = await printed(page, "Print, or save as PDF");
    assert.match(title, /^leadership-audit-\d{4}-\d\d-\d\d$/);
    assert.ok(await page.getByText("Reset all settings").isVisible());
    assert.ok(!text.includes("Reset all settings"), "nothing of the page around the widget");
    for (const { stem } of INSTRUMENT.items) assert.ok(text.includes(stem), stem);
    for (const label of Object.values(LABEL)) assert.ok(text.includes(label));
    for (const part of [
      "Name",
      "One thing to try: ",
      "Notes",
      "average is",
      "Standard error of measurement: ",
      "Book a first conversation",
      "https://coach.example/book",
      LIMITS,
    ]) {
      assert.ok(text.includes(part), part);
    }
    await hasTwoPages(paper, digits);
  }
});

test("the short form, and a leader without a team, have two pages as well", async () => {
  const short = await site.open("", { init: catchPaper });
  await finishShort(short);
  const alone = await finished(FULL.slice(0, 24) + "0".repeat(12), { init: catchPaper });
  for (const page of [short, alone]) {
    await toPrint(page);
    const { paper } = await printed(page, "Print, or save as PDF");
    await hasTwoPages(paper, page === short ? "short" : "without a team");
  }
});

test("a longer language, and one from right to left, have two pages as well", async () => {
  const page = await finished(FULL, { init: catchPaper });
  await toPrint(page);
  const button = await audit(page).getByRole("button", { name: "Print, or save as PDF" }).elementHandle();
  for (const tag of ["en-XA", "ar-XB"]) {
    await audit(page).evaluate((element, tag) => (element.lang = tag), tag);
    await audit(page).locator(`.screen[lang="${tag}"]`).waitFor({ state: "attached" });
    await page.evaluate(() => delete window.paper);
    const { paper } = await printed(page, button, (_, button) => button.click());
    await paper.locator(`main[lang="${tag}"]`).waitFor();
    await hasTwoPages(paper, tag);
  }
});

for (const [scales, items, sentences] of [
  [1, 6, 1],
  [1, 30, 2],
  [5, 8, 1],
]) {
  test(`another questionnaire: ${scales} × ${items} statements of ${sentences} long sentences`, async () => {
    const sentence = "When something that matters to the two of us goes wrong, I say so early, plainly and to the person concerned.";
    const ids = Array.from({ length: scales }, (_, scale) => `s${scale}`);
    const stem = (id, item) => `${id} ${item}: ${Array(sentences).fill(sentence).join(" ")}`;
    const all = ids.flatMap((scale) =>
      Array.from({ length: items }, (_, item) => ({
        id: `${scale}-${item}`,
        scale,
        keying: "forward",
        stem: stem(scale, item),
      })),
    );
    const own = {
      id: "own",
      version: "1.0.0",
      language: "en",
      title: "Another questionnaire",
      scales: ids.map((id) => ({ id, label: `Scale ${id}` })),
      options: INSTRUMENT.options,
      not_applicable: INSTRUMENT.not_applicable,
      items: all,
      forms: { full: all.map(({ id }) => id) },
    };
    site.server.behaviour.pages = { ...site.server.behaviour.pages, "/own.json": JSON.stringify(own) };
    const page = await site.openHost({ bare: true, attributes: 'src="/own.json"' }, { init: catchPaper });
    await finish(page, "24352".repeat(items * scales).slice(0, items * scales));
    await toPrint(page);
    const { paper, text } = await printed(page, "Print, or save as PDF");
    assert.ok(text.includes(stem(ids.at(-1), items - 1)));
    await hasTwoPages(paper, `${scales} scales`);
  });
}

test("the owner's accent is on paper, darkened where it would be hard to read", async () => {
  const page = await finished(keyed(2), { init: catchPaper, colorScheme: "dark" });
  await toPrint(page);
  for (const [accent, expected] of [
    ["#0a4d8c", 0.07],
    ["#ffd400", 0.13],
  ]) {
    await page.evaluate((accent) => {
      delete window.paper;
      document.querySelector("leadership-audit").style.setProperty("--leadership-audit-accent", accent);
    }, accent);
    const { paper } = await printed(page, "Print, or save as PDF");
    const colour = await paper.locator(".kicker").evaluate((kicker) => getComputedStyle(kicker).color);
    const luminance = Number(/xyz-d65 \S+ (\S+)/.exec(colour)?.[1]);
    assert.ok(Math.abs(luminance - expected) < 0.01, `${accent}: ${colour}`);
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
    await page.getByText("The text is on the clipboard").waitFor();
    const text = await page.evaluate(() => navigator.clipboard.readText());
    assert.match(text, /^Your result, .*\n\nUp, Across and Down come out alike, around “Sometimes”/);
    assert.ok(text.includes("Across: 50 (38 to 62) (middle, could also be low)"), text);
  }
});
