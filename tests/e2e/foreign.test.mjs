// What others write: the longest words of a questionnaire, files that are no questionnaire, names as people write
// them, and characters that nobody sees.
import assert from "node:assert/strict";
import { test } from "node:test";
import { gzipSync } from "node:zlib";
import { scrollsSideways } from "./looks.mjs";
import { hostPage } from "./server.mjs";
import { useSite } from "./site.mjs";
import {
  audit, catchPaper, choose, chooseAll, finish, hear, heard, heading, onItem, onResults, openDetails, printed, says, save, start, toKeep,
} from "./steps.mjs";
import { INSTRUMENT, answer, pressButton, stem, stored } from "./widget.mjs";

/** One word of this many letters that begins with a text. */
const word = (begin, most) => begin.padEnd(most, "m");
const label = (begin) => word(begin, 120);

const LONGEST = {
  ...INSTRUMENT,
  id: "longest",
  title: label("Title"),
  scales: INSTRUMENT.scales.map((scale) => ({ ...scale, label: label(scale.id) })),
  facets: INSTRUMENT.facets.map((facet) => ({ ...facet, label: label(facet.id) })),
  options: INSTRUMENT.options.map((_, index) => label(`Option${index}`)),
  not_applicable: label("None"),
  items: INSTRUMENT.items.map((item) => ({ ...item, stem: word(item.id, 500) })),
};
const withStem = (stem) =>
  JSON.stringify({ ...INSTRUMENT, id: "own", items: INSTRUMENT.items.map((item) => ({ ...item, stem })) });
const GOOD = JSON.stringify({ ...INSTRUMENT, id: "own" });
const MANY = JSON.stringify({ ...INSTRUMENT, items: Array.from({ length: 5000 }, () => ({})) });
const [MEGABYTE, LARGE] = [1 << 20, 32 << 20];
/** How the server answers at each path of a questionnaire. */
const ANSWERS = {
  "/longest.json": { body: JSON.stringify(LONGEST) },
  "/longer.json": { body: withStem("x".repeat(4000)) },
  "/hidden.json": { body: withStem("\u202eI \u200bsay\u0000 \ufeffthanks.\u2066") },
  "/many.json": { body: MANY },
  "/plus.json": { body: GOOD, type: "application/vnd.questions+json; charset=utf-8" },
  "/text.json": { body: GOOD, type: "text/plain; charset=utf-8" },
  "/page.json": { body: "<!doctype html><title>Log in</title>", type: "text/html" },
  "/moved.json": { body: "", status: 302, headers: { location: "/plus.json" } },
  "/away.json": { body: "", status: 302, headers: { location: "http://localhost:1/" } },
  "/declared.json": { body: Buffer.alloc(LARGE, " "), headers: { "content-length": LARGE }, pace: 50 },
  "/endless.json": { body: Buffer.alloc(LARGE, " "), pace: 50 },
  "/compressed.json": { body: gzipSync(Buffer.alloc(200 << 20, " ")), headers: { "content-encoding": "gzip" } },
};
const pages = {};
for (const path of Object.keys(ANSWERS)) {
  const name = path.replace(".json", "");
  pages[name] = hostPage({ attributes: `src="${path}" loading="eager" audit-id="own"` });
}
pages["/longest"] = hostPage({
  attributes: `src="/longest.json" loading="eager" cta-href="https://bücher.example/${"p".repeat(400)}"
    cta-label="${word("Book", 80)}" share-label="${word("Share", 80)}"`,
});
for (const start of ["map", "practice"]) {
  pages[`/${start}`] = hostPage({ attributes: `start="${start}" loading="eager" audit-id="own"` });
}
/** How many bytes were written to the connection of each path when it was closed. */
const written = new Map();
const site = useSite({
  pages,
  fault(path, _, request) {
    const answer = ANSWERS[path];
    if (!answer) return undefined;
    const { socket } = request;
    const before = socket.bytesWritten;
    request.once("close", () => written.set(path, socket.bytesWritten - before));
    return { status: 200, type: "application/json", ...answer, body: Buffer.from(answer.body) };
  },
});
const NARROW = { viewport: { width: 360, height: 740 } };

test("every text at its longest and in one word: no screen scrolls sideways at 360 px", async () => {
  const context = await site.newContext(NARROW);
  await context.addInitScript(catchPaper);
  const page = await site.open("longest", { context });
  const fits = async (screen) => {
    await openDetails(page);
    assert.deepEqual(await scrollsSideways(page), [], screen);
  };
  await audit(page).getByRole("button", { name: "Start" }).waitFor();
  await fits("welcome");
  await start(page);
  await fits("statement");
  await answer(page, "1".repeat(35));
  await audit(page).getByText("36 of 36").waitFor();
  await pressButton(page, "Back");
  await fits("an answered statement");
  await answer(page, "5");
  await answer(page, "0");
  await onResults(page);
  await fits("results");
  const link = audit(page).locator("a.cta");
  assert.match(await link.getAttribute("href"), /^https:\/\/xn--bcher-kva\.example\/p+$/);
  for (const square of await audit(page).locator("button.square").all()) {
    await square.click();
    await fits("an open square");
  }
  await toKeep(page);
  await fits("keep");
  const { text } = await save(page, "Save as a JSON file");
  const { paper } = await printed(page, "Print, or save as PDF");
  await paper.setViewportSize({ width: 794, height: 1000 });
  assert.deepEqual(await scrollsSideways(paper), [], "on paper");
  assert.ok((await paper.locator("body").innerText()).includes("https://xn--bcher-kva.example/"), "a host in ASCII");
  await choose(page, `${"n".repeat(240)}.json`, text);
  await says(page, "A result opened from");
  await fits("an opened result");
  await pressButton(page, "Close");
  await fits("the list of files");
  await choose(page, "broken.json", JSON.stringify({ ...JSON.parse(text), ["k".repeat(4000)]: 1, responses: 7 }));
  await says(page, "broken.json");
  await fits("faults");
});

test("a text that is longer is a fault that names the limit", async () => {
  const page = await site.open("longer", { init: hear });
  delete page.faults;
  await page.getByText("For the website’s owner").click();
  await says(page, "$.items[0].stem: This text is too long. Characters at most: 500.");
});

test("characters that nobody sees are taken out of a questionnaire", async () => {
  const page = await site.open("hidden");
  await start(page);
  assert.equal(await stem(page), "I say thanks.");
});

test("a questionnaire with thousands of faults names fifty, and counts the others", async () => {
  const page = await site.open("many", { init: hear });
  delete page.faults;
  await page.getByText("For the website’s owner").click();
  const [{ kind, message }] = await heard(page, "failed");
  assert.equal(kind, "instrument");
  const lines = message.split("\n");
  assert.equal(lines.length, 51);
  assert.match(lines.at(-1), /^And [\d,]+ more\.$/);
  assert.ok(message.length < 10_000, `${message.length} letters`);
});

test("JSON of another type of JSON is taken", async () => {
  const page = await site.open("plus");
  await start(page);
  await onItem(page);
});

for (const [path, kind, why] of [
  ["text", "source", "as text/plain; charset=utf-8, and not as application/json"],
  ["page", "source", "as text/html, and not as application/json"],
  ["moved", "source", "was sent on to another address"],
  ["away", "source", "was sent on to another address"],
  ["declared", "instrument", `is longer than ${MEGABYTE} bytes`],
  ["endless", "instrument", `is longer than ${MEGABYTE} bytes`],
  ["compressed", "instrument", `is longer than ${MEGABYTE} bytes`],
]) {
  test(`a file that is ${path} is no questionnaire, and the owner reads why`, async () => {
    const page = await site.open(path, { init: hear });
    delete page.faults;
    await page.getByText("For the website’s owner").click();
    await says(page, why);
    const [detail] = await heard(page, "failed");
    assert.equal(detail.kind, kind);
    assert.ok(detail.message.includes(`src="/${path}.json"`), detail.message);
    const sent = written.get(`/${path}.json`);
    assert.ok(!(sent > LARGE / 2), `${sent} bytes were sent`);
  });
}

test("a name stays as it is written, in one spelling, and without what nobody sees", async () => {
  const page = await site.open("map", NARROW);
  const names = [
    ["Zoe\u0308", "Zoë"],
    ["👩🏽\u200d🦱❤\ufe0f", "👩🏽\u200d🦱❤\ufe0f"],
    ["🏴\u{e0067}\u{e0062}\u{e0073}\u{e0063}\u{e0074}\u{e007f} 🇳🇱", "🏴\u{e0067}\u{e0062}\u{e0073}\u{e0063}\u{e0074}\u{e007f} 🇳🇱"],
    ["می\u200cخواهم", "می\u200cخواهم"],
    ["O’Neill-D'Arcy", "O’Neill-D'Arcy"],
    ["\u202eA\u200b.\u00ad", "A."],
    ["W".repeat(40), "W".repeat(40)],
  ];
  for (const [typed] of names) {
    await pressButton(page, "Add someone");
    const field = audit(page).getByLabel("Initials or a role word", { exact: true });
    await field.fill(typed);
    await field.blur();
    await pressButton(page, "Save");
    await audit(page).getByRole("button", { name: "Add someone" }).waitFor();
  }
  const shown = await audit(page).locator(".people strong").allTextContents();
  assert.deepEqual(shown, names.map(([, kept]) => kept));
  const records = Object.entries(await stored(page)).filter(([key]) => key.includes(":practice:relationship-"));
  const kept = records.map(([, text]) => JSON.parse(text).name);
  assert.deepEqual(kept.sort(), shown.sort());
  assert.deepEqual(await scrollsSideways(page), []);
  // The same person, from a keyboard that writes accents by themselves.
  await page.goto(`${site.address}practice`);
  const who = audit(page).getByLabel("With whom?", { exact: true });
  await who.fill("Zoe\u0308 \u200b");
  await who.blur();
  await pressButton(page, "Save for this week");
  const people = Object.keys(await stored(page)).filter((key) => key.includes(":practice:relationship-"));
  assert.equal(people.length, names.length, "nobody new");
});

test("what a file and its name hide is not shown", async () => {
  const page = await site.open("");
  await finish(page);
  await toKeep(page);
  const { text } = await save(page, "Save as a JSON file");
  const own = { ...JSON.parse(text), "\u202eread \u2066this\u200b": 1 };
  await chooseAll(page, [["\u202egnp\u200b.json", own]]);
  await says(page, "A result opened from gnp.json");
  await says(page, "read this");
  const [first] = Object.keys(own.responses);
  own.responses = { ...own.responses, [first]: "\u202efive" };
  await pressButton(page, "Close");
  await choose(page, "b.json", JSON.stringify(own));
  await heading(page, "Open a saved result");
  await openDetails(page);
  const shown = await page.evaluate(() => document.querySelector("leadership-audit").shadowRoot.textContent);
  assert.doesNotMatch(shown, /[\u202a-\u202e\u2066\u2067\u200b]/);
});
