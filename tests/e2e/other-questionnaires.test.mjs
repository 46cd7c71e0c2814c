// Questionnaires of every shape, walked to their results on a phone: nothing is cut off, no word of the shipped one is
// left, and every score is right.
import assert from "node:assert/strict";
import { test } from "node:test";
import { scrollsSideways, spilling } from "./looks.mjs";
import { QUESTIONNAIRES, SHAPES, choices } from "./questionnaires.mjs";
import { hostPage } from "./server.mjs";
import { useSite } from "./site.mjs";
import { audit, catchPaper, choose, chooseAll, heading, openDetails, printed, save, says, start } from "./steps.mjs";
import { pressButton } from "./widget.mjs";

const pages = {};
for (const [id, file] of Object.entries(QUESTIONNAIRES)) {
  pages[`/${id}`] = hostPage({ attributes: `src="/${id}.json" audit-id="${id}" loading="eager"` });
  pages[`/${id}.json`] = JSON.stringify(file);
}
const site = useSite({ pages });

/** What is said of the shipped questionnaire alone. */
const SHIPPED = /\bboss\b|\bpeers?\b|\byour team\b|\bacross\b|\bdirections?\b|\bleaders?\b|“often”|\bsix\b|\bLeadership\b/i;

/** The first such word in a text. */
const ofShipped = (text) => text.match(SHIPPED)?.[0];

/** The scores of these choices, by scale, as they are shown; of a scale with one statement none. */
function scores({ items, options, scales, forms }, chosen) {
  const at = Object.fromEntries(forms.full.map((id, index) => [id, index]));
  return scales.flatMap(({ id }) => {
    const asked = items.filter(({ scale }) => scale === id);
    if (asked.length < 2) return [];
    const counts = asked.map((item) => {
      const option = chosen[at[item.id]];
      return item.keying === "reverse" ? options.length + 1 - option : option;
    });
    const mean = counts.reduce((sum, count) => sum + count) / counts.length;
    return [String(Math.round((100 * (mean - 1)) / (options.length - 1)))];
  });
}

/** What the results say first. */
const FINDINGS = {
  "one-scale": /^Your answers come out around “/,
  "one-scale-facets": /^Your answers come out around “/,
  "twenty-scales": /^By your own answers, \w+, \w+, \w+ and \d+ more are too close to call\.$/,
  "twenty-scales-facets": /^By your own answers, \w+, \w+, \w+ and \d+ more are too close to call\.$/,
  "many-scales": /^All 200 answers$/,
};

/** How many rows and columns of squares there are. */
const GRIDS = {
  "one-scale": [1, 1],
  "one-scale-facets": [3, 1],
  "three-scales": [3, 1],
  "five-scales": [5, 1],
  "twenty-scales": [20, 1],
  "twenty-scales-facets": [20, 4],
  "many-scales": [200, 1],
  "long-words": [2, 3],
  "long-labels": [2, 3],
  "two-options": [2, 1],
  "eleven-options": [2, 1],
  interleaved: [4, 1],
};

async function looksRight(page, screen) {
  await openDetails(page);
  assert.deepEqual([...(await scrollsSideways(page)), ...(await spilling(page))], [], screen);
  assert.equal(ofShipped(await audit(page).locator(".screen").innerText()), undefined, screen);
}

/** Answers every statement, and gives the choices. */
async function answerAll(page, file) {
  await start(page);
  const chosen = choices(file);
  for (const [index, option] of chosen.entries()) {
    await audit(page).getByText(`${index + 1} of ${chosen.length}`, { exact: true }).waitFor();
    if (index === chosen.length >> 1) await looksRight(page, "a statement");
    await audit(page).locator(".option").nth(option - 1).click();
  }
  await heading(page, "What next");
  return chosen;
}

for (const [id, file] of Object.entries(QUESTIONNAIRES)) {
  test(`${id}: from the first screen to the result, its grid, its file and its report`, async () => {
    const context = await site.newContext({ viewport: { width: 360, height: 740 } });
    await context.addInitScript(catchPaper);
    const page = await site.open(id, { context });
    await audit(page).getByRole("button", { name: "Start" }).waitFor();
    await looksRight(page, "welcome");
    assert.equal(await audit(page).locator("h2").innerText(), file.title);
    const chosen = await answerAll(page, file);
    await looksRight(page, "results");

    const expected = scores(file, chosen);
    assert.deepEqual(await audit(page).locator(".hero .row .value b").allTextContents(), expected);
    assert.match(await audit(page).locator("h2").innerText(), FINDINGS[id] ?? /^By your own answers, |come out alike/);
    assert.equal(await audit(page).locator(".square .at").count(), chosen.length, "a dot for each answer");
    const squares = audit(page).locator("button.square");
    const [rows, columns] = GRIDS[id];
    assert.equal(await squares.count(), rows * columns);
    assert.equal(await audit(page).locator("button.square[tabindex='0']").count(), 1, "one stop for Tab");
    await squares.last().click();
    await audit(page).locator(".opened li").first().waitFor();
    await looksRight(page, "an open square");
    const last = file.items.filter(({ scale }) => scale === file.scales.at(-1).id);
    const shown = await audit(page).locator(".opened li > p:first-child").allTextContents();
    assert.ok(shown.length > 0 && shown.every((stem) => last.some((item) => item.stem === stem)), shown.join());
    await squares.last().focus();
    await page.keyboard.press("ArrowUp");
    const focus = await page.evaluate(() => document.querySelector("leadership-audit").shadowRoot.activeElement.id);
    assert.equal(focus === (await squares.last().getAttribute("id")), rows === 1, "the square above");

    await pressButton(page, "Save, print or delete");
    await heading(page, "Open a saved result");
    await looksRight(page, "keep");
    const { text } = await save(page, "Save as a JSON file");
    const result = JSON.parse(text);
    const saved = file.scales.map(({ id }) => result.scores.directions[id]).filter((one) => typeof one?.score === "number");
    assert.deepEqual(saved.map(({ score }) => String(Math.round(score))), expected);
    const { paper, text: report } = await printed(page, "Print, or save as PDF");
    assert.equal(ofShipped(report), undefined, "the report");
    await paper.setViewportSize({ width: 794, height: 1000 });
    assert.deepEqual(await scrollsSideways(paper), [], "the report");
    if (file.scales.length > 6) {
      const size = await paper.locator(".sheet").first().evaluate((sheet) => getComputedStyle(sheet).fontSize);
      assert.ok(parseFloat(size) > 13, `a report of ${size}`);
    }
    await paper.close();
    if (!expected.length) return;
    await choose(page, "later.json", { ...result, ended_at: "2027-01-04T09:00:00Z" });
    await audit(page).getByLabel("Compare it with").selectOption({ index: 1 });
    await says(page, /^No reliable change/);
    assert.equal(await audit(page).locator(".pairs .row").count(), expected.length);
    await looksRight(page, "two results");
  });
}

test("a group of people who answered twenty scales", async () => {
  const page = await site.open("twenty-scales", { viewport: { width: 360, height: 740 } });
  await answerAll(page, QUESTIONNAIRES["twenty-scales"]);
  await pressButton(page, "Save, print or delete");
  await heading(page, "Open a saved result");
  const result = JSON.parse((await save(page, "Save as a JSON file")).text);
  const people = [1, 2, 3, 4, 5].map((day) => [`${day}.json`, { ...result, ended_at: `2026-11-2${day}T09:00:00Z` }]);
  await chooseAll(page, people);
  await pressButton(page, "Show the group");
  await heading(page, "The group");
  assert.equal(await audit(page).locator(".plot .row").count(), SHAPES["twenty-scales"].scales);
  await looksRight(page, "the group");
});
