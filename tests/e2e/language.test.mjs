// Which language a widget speaks, that it changes without losing anything, and what happens where the files
// of a language do not arrive. The pseudo-languages stand for two of any kind: en-XA, and ar-XB from right
// to left.
import assert from "node:assert/strict";
import { test } from "node:test";
import { useSite } from "./site.mjs";
import { audit, finishShort, hear, heard, isReady, onResults, save, start, toKeep } from "./steps.mjs";
import { INSTRUMENT, answer, pressButton, storedAnswers } from "./widget.mjs";
import { accented, text } from "./words.mjs";

const site = useSite();

/** A page of these parts of markup, without a language of its own. */
function pageOf({ root = "", before = "", attributes = "", after = "" } = {}) {
  return `<!doctype html><html ${root}><meta charset="utf-8"><title>A host</title>
<script type="module" src="/leadership-audit.js"></script>
<body>${before}<leadership-audit loading="eager" ${attributes}></leadership-audit>${after}`;
}

/** Opens a page of these parts once its widget runs. */
async function openPage(parts, options = {}) {
  const known = (site.server.behaviour.pages ??= {});
  const path = `/language-${Object.keys(known).length}`;
  known[path] = pageOf(parts);
  const page = await site.open(path.slice(1), { init: hear, ...options });
  if (!options.fails) await isReady(page);
  return page;
}

const screen = (page) => audit(page).locator(".screen").first();

/** The language and the direction of the current screen. */
const spoken = (page) => screen(page).evaluate(({ lang, dir }) => `${lang} ${dir}`);

/** Waits until the screen is in this language. */
const speaks = (page, tag) => audit(page).locator(`.screen[lang="${tag}"]`).waitFor();

const setLang = (page, tag) => audit(page).evaluate((element, tag) => (element.lang = tag), tag);

/** What the pages of a visitor with these languages ask for. */
const browserOf = (languages) => (context) =>
  context.addInitScript((languages) => {
    Object.defineProperty(navigator, "languages", { get: () => languages });
    Object.defineProperty(navigator, "language", { get: () => languages[0] });
  }, languages);

const SPOKEN = [
  ["the element's own", { root: 'lang="en"', attributes: 'lang="en-XA"' }, "en-XA ltr"],
  ["the page's", { root: 'lang="ar-XB"' }, "ar-XB rtl"],
  ["the nearest around it", { root: 'lang="en"', before: '<div lang="en-XA">', after: "</div>" }, "en-XA ltr"],
  ["in any case, with subtags that nothing has", { attributes: 'lang="EN-xa-x-more"' }, "en-XA ltr"],
  ["one subtag less", { attributes: 'lang="ar-XB-oxendict"' }, "ar-XB rtl"],
  ["what is no tag at all", { attributes: 'lang="en_XA-"' }, "en ltr"],
  ["another region", { attributes: 'lang="en-AU"' }, "en ltr"],
  ["a region finds its language, and no pseudo-language", { attributes: 'lang="ar-EG"' }, "ar rtl"],
  ["one that there is not", { root: 'lang="en-XA"', attributes: 'lang="tlh"' }, "en ltr"],
  ["right to left on a page from left to right", { root: 'lang="en" dir="ltr"', attributes: 'lang="ar-XB"' }, "ar-XB rtl"],
  ["left to right on a page from right to left", { root: 'lang="ar" dir="rtl"', attributes: 'lang="en-XA"' }, "en-XA ltr"],
];

for (const [name, parts, expected] of SPOKEN) {
  test(`the language: ${name}`, async () => {
    assert.equal(await spoken(await openPage(parts)), expected);
  });
}

test("the language: the nearest one through a shadow root", async () => {
  const page = await openPage({ root: 'lang="en"', before: '<div id="host" lang="ar-XB"></div>' });
  await page.evaluate(() => {
    const shadow = document.querySelector("#host").attachShadow({ mode: "open" });
    shadow.append(document.createElement("section"));
    shadow.firstChild.append(document.createElement("leadership-audit"));
  });
  await page.locator('#host leadership-audit .screen[lang="ar-XB"]').waitFor();
});

test("the language: the first of the browser's that there is, where the page names none", async () => {
  for (const [languages, expected] of [
    [["ar-XB"], "ar-XB rtl"],
    [["tlh", "en-XA", "en"], "en-XA ltr"],
    [["tlh"], "en ltr"],
  ]) {
    const context = await site.newContext();
    await browserOf(languages)(context);
    assert.equal(await spoken(await openPage({}, { context })), expected, String(languages));
  }
});

test("another language is one file more before the first answer, and none of the default's", async () => {
  const { length } = site.server.asked;
  await openPage({ attributes: 'lang="en-XA"' });
  assert.deepEqual(site.server.asked.slice(length + 1).sort(), [
    "/leadership-audit-widget_bg.wasm",
    "/leadership-audit-words.en-XA.txt",
    "/leadership-audit.js",
  ]);
});

/** Puts focus on an element of the widget and marks it. */
const mark = (locator) =>
  locator.evaluate((element) => {
    element.focus();
    window.marked = element;
  });

/** Whether the marked element is still on the page, with focus. */
const isMarkedFocused = (page) =>
  page.evaluate(() => window.marked.isConnected && window.marked.getRootNode().activeElement === window.marked);

test("changed before the start: the choice and the focus stay", async () => {
  const page = await openPage({ attributes: 'lang="en"' });
  const short = audit(page).locator("input[value=short]");
  await short.check();
  await mark(short);
  await setLang(page, "en-XA");
  await speaks(page, "en-XA");
  assert.equal(await short.isChecked(), true);
  assert.equal(await isMarkedFocused(page), true);
  await setLang(page, "ar-XB");
  await speaks(page, "ar-XB");
  assert.equal(await spoken(page), "ar-XB rtl");
  assert.equal(await isMarkedFocused(page), true);
});

test("changed in a statement: the answers, the statement and the focus stay", async () => {
  const page = await openPage({ attributes: 'lang="en"' });
  await start(page);
  await answer(page, "425");
  const before = await storedAnswers(page);
  await mark(audit(page).locator("input[value='2']"));
  await setLang(page, "en-XA");
  await speaks(page, "en-XA");
  const { stem } = INSTRUMENT.items.find(({ id }) => id === INSTRUMENT.forms.full[3]);
  await audit(page).getByRole("heading", { name: accented(stem) }).waitFor();
  assert.equal(await isMarkedFocused(page), true);
  assert.deepEqual(await storedAnswers(page), before);
  await page.keyboard.press("5");
  await audit(page).getByText(/5 öƒ|5 öf 36/).first().waitFor();
  assert.equal(Object.keys(await storedAnswers(page)).length, 4);
});

test("changed on the results: the same result, the same screen, and its texts arrive", async () => {
  const page = await openPage({ attributes: 'lang="en"' });
  await finishShort(page);
  const numbers = () => audit(page).locator(".plot .value b").allTextContents();
  const before = await numbers();
  await mark(audit(page).getByRole("button", { name: text("audit.open_keep") }).first());
  await setLang(page, "en-XA");
  await speaks(page, "en-XA");
  assert.ok((await screen(page).innerText()).includes(accented(text("results.kicker_short").split("{date}")[0])));
  assert.equal(await isMarkedFocused(page), true);
  assert.equal(before.length, 3);
  assert.deepEqual(await numbers(), before);
});

test("changed while something is being written: what was typed stays", async () => {
  const page = await openPage({ attributes: 'lang="en" start="map"' });
  await pressButton(page, text("map.add"));
  const field = audit(page).getByLabel(text("map.name"), { exact: true });
  await field.fill("K.");
  await mark(field);
  await setLang(page, "ar-XB");
  await speaks(page, "ar-XB");
  assert.equal(await isMarkedFocused(page), true);
  assert.equal(await audit(page).locator("input[type=text]").first().inputValue(), "K.");
});

test("changed on the page around it, and back by its own attribute", async () => {
  const page = await openPage({ root: 'lang="en"' });
  await page.evaluate(() => (document.documentElement.lang = "en-XA"));
  await speaks(page, "en-XA");
  await setLang(page, "en");
  await speaks(page, "en");
});

test("changed before the program has arrived: the first screen is drawn in it", async () => {
  let release;
  const until = new Promise((resolve) => (release = resolve));
  site.server.behaviour.fault = (path) => path.endsWith(".wasm") && { until };
  const page = await openPage({ attributes: 'lang="en"' }, { fails: true });
  await setLang(page, "en-XA");
  await speaks(page, "en-XA");
  await setLang(page, "ar-XB");
  await speaks(page, "ar-XB");
  site.server.behaviour.fault = undefined;
  release();
  await isReady(page);
  assert.equal(await spoken(page), "ar-XB rtl");
});

test("a reader of another region reads the failure in the fallback, and then in their own language", async () => {
  site.server.behaviour.fault = (path) => path.endsWith(".wasm") && { status: 404, body: Buffer.from("not here") };
  const page = await openPage({ attributes: 'lang="en-US"' }, { fails: true });
  for (const part of [".screen", ".failure"]) await audit(page).locator(`${part}[lang="en-US"]`).waitFor();
  site.server.behaviour.fault = undefined;
  await pressButton(page, "Try again");
  await isReady(page);
  delete page.faults;
});

test("a result says in which language it was answered, and how far that wording has come", async () => {
  const page = await openPage({ attributes: 'lang="en-XA"' });
  await page.keyboard.press("Tab");
  await audit(page).locator("input[value=short]").check();
  await audit(page).locator(".primary").first().click();
  await audit(page).locator("fieldset.item").waitFor();
  await answer(page, "445504521231553115");
  await onResults(page);
  await setLang(page, "en");
  await speaks(page, "en");
  await toKeep(page);
  const { text: file } = await save(page, text("audit.save_json"));
  const { instrument } = JSON.parse(file);
  assert.equal(instrument.language, "en-XA");
  assert.deepEqual(instrument.wording, { version: INSTRUMENT.version, state: "draft" });
});

const BROKEN = [
  ["missing", () => ({ status: 404, body: Buffer.from("not here") })],
  ["damaged", (body) => ({ body: Buffer.from(String(body).replace("texts", "taxts")) })],
];

for (const [kind, fault] of BROKEN) {
  test(`the file of a language is ${kind}: the failure says so, and another try shows the language`, async () => {
    site.server.behaviour.fault = (path, body) => path.endsWith("words.en-XA.txt") && fault(body);
    const page = await openPage({ attributes: 'lang="en-XA"' }, { fails: true });
    const reason = text(kind === "missing" ? "loader.missing" : "loader.corrupt");
    await audit(page).getByText(reason).first().waitFor();
    assert.deepEqual((await heard(page, "failed")).map(({ kind }) => kind), [kind === "missing" ? "missing" : "corrupt"]);
    delete page.faults;
    site.server.behaviour.fault = undefined;
    await pressButton(page, text("loader.again"));
    await speaks(page, "en-XA");
  });

  test(`the texts of a part are ${kind}: the part counts as missing, in the language, until another try`, async () => {
    site.server.behaviour.fault = (path, body) => path.endsWith("words.en-XA.followup.txt") && fault(body);
    const page = await openPage({ attributes: 'lang="en-XA" start="map"' });
    delete page.faults;
    await audit(page).getByRole("heading", { name: accented(text("audit.part_missing")) }).waitFor();
    site.server.behaviour.fault = undefined;
    await audit(page).getByRole("button", { name: accented(text("audit.part_retry")) }).click();
    await audit(page).getByRole("heading", { name: accented(text("map.heading")) }).waitFor();
  });
}

test("a language that does not arrive while another is on: that one stays, and may be asked for again", async () => {
  site.server.behaviour.fault = (path) => path.endsWith("words.en-XA.txt") && { status: 404, body: Buffer.from("not here") };
  const page = await openPage({ attributes: 'lang="en"' });
  delete page.faults;
  const warned = page.waitForEvent("console", (message) => message.type() === "warning");
  await setLang(page, "en-XA");
  await warned;
  assert.equal(await spoken(page), "en ltr");
  site.server.behaviour.fault = undefined;
  await setLang(page, "en-XA-x-again");
  await speaks(page, "en-XA");
});

test("a part that failed says why in the language that is on", async () => {
  site.server.behaviour.fault = (path) => path.endsWith("followup.wasm") && { status: 404, body: Buffer.from("not here") };
  const page = await openPage({ attributes: 'lang="en" start="map"' });
  delete page.faults;
  await audit(page).getByText(text("loader.missing")).waitFor();
  await setLang(page, "en-XA");
  await audit(page).getByText(accented(text("loader.missing"))).waitFor();
  site.server.behaviour.fault = undefined;
});

test("the faults of an owner's questionnaire are named in the visitor's language", async () => {
  site.server.behaviour.pages["/faulty.json"] = JSON.stringify({ ...INSTRUMENT, version: "one" });
  const page = await openPage({ attributes: 'lang="en-XA" src="/faulty.json"' }, { fails: true });
  await audit(page).getByText(accented(text("loader.instrument"))).waitFor();
  await audit(page).locator(".failure summary").click();
  const fault = accented("is not a version such as 1.0.0.");
  await audit(page).locator(".failure details").getByText(fault).waitFor();
  await audit(page).locator(".failure details").getByText("$.version").waitFor();
});

/** The shipped questionnaire under another id, with the words of a second language. */
function inTwoLanguages() {
  const labelled = (list) => Object.fromEntries(list.map(({ id, label }) => [id, { label: `${label} (it)` }]));
  const scales = labelled(INSTRUMENT.scales);
  scales.up.why = "Perché conta.";
  const translation = {
    language: "it",
    title: "Un questionario",
    scales,
    facets: labelled(INSTRUMENT.facets),
    squares: { up: { trust: { try: "Dormici sopra." } } },
    options: INSTRUMENT.options.map((option) => `${option} (it)`),
    not_applicable: "Salta",
    items: Object.fromEntries(INSTRUMENT.items.map(({ id }) => [id, `Affermazione ${id}.`])),
  };
  return { ...INSTRUMENT, id: "two-languages", translations: [translation] };
}

test("a questionnaire in several languages follows the page, even to one that the widget lacks", async () => {
  site.server.behaviour.pages["/two.json"] = JSON.stringify(inTwoLanguages());
  const page = await openPage({ attributes: 'lang="en" src="/two.json" audit-id="two"' });
  await audit(page).getByLabel("3 minutes").check();
  await start(page);
  const stem = audit(page).locator("#stem");
  assert.equal(await stem.innerText(), INSTRUMENT.items[0].stem);
  assert.equal(await stem.getAttribute("lang"), null);
  await answer(page, "1");
  await setLang(page, "it-CH");
  const second = INSTRUMENT.forms.short[1];
  await stem.getByText(`Affermazione ${second}.`).waitFor();
  // The sentences around the statement are in English, so the statement says what it is.
  assert.equal(await spoken(page), "en ltr");
  assert.equal(await stem.getAttribute("lang"), "it");
  assert.equal(await audit(page).locator("[lang=it]").getByText("Often (it)").count(), 1);
  await answer(page, "5".repeat(17));
  await onResults(page);
  assert.equal(await audit(page).locator("blockquote[lang=it]").first().innerText(), `Affermazione ${INSTRUMENT.forms.short[0]}.`);
  await audit(page).getByText("Dormici sopra.").waitFor();
  await audit(page).getByText("Perché conta.").waitFor({ state: "attached" });
  // The answer from before the change counts.
  const { text: file } = await toKeep(page).then(() => save(page, "Save as a JSON file"));
  const { instrument, responses } = JSON.parse(file);
  assert.equal(instrument.language, "it");
  assert.equal(responses[INSTRUMENT.forms.short[0]], 1);
  assert.deepEqual(page.faults ?? [], []);
});
