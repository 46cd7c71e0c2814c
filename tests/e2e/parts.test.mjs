// The parts of the program that are fetched on demand: each of them as the first thing that a visitor
// opens, and what is left to do while one is late, missing, damaged, or of another version.
import assert from "node:assert/strict";
import { before, test } from "node:test";
import { damaged, hostPage } from "./server.mjs";
import { useSite } from "./site.mjs";
import { audit, chooseAll, deleteEverything, finishShort, onItem, onResults, save, says, startAndAnswer } from "./steps.mjs";
import { armTraps } from "./trap.mjs";
import { PREFIX, answer, focused, pressButton, slowClock, stored } from "./widget.mjs";

const RESULT = `${PREFIX}result`;
const RESULTS = "/leadership-audit-results.wasm";
const IMPORTS = "/leadership-audit-imports.wasm";
const ITEMS = 18;

const site = useSite();
/** What storage holds after a finished audit. */
let finished;

before(async () => {
  await site.ready;
  const page = await site.open();
  await finishShort(page);
  finished = await stored(page);
});

/** A visitor with these records, of a server of its own with this fault, whose pages may report errors of it. */
async function visit(fault, { path = "", records = {}, script = () => {}, pages } = {}) {
  const server = await site.serve({ fault, pages });
  const context = await site.newContext();
  await context.addInitScript((records) => {
    if (!localStorage.length) Object.assign(localStorage, records);
  }, records);
  const page = await site.open(server.address + path, { context, init: script });
  if (fault || script === armTraps) delete page.faults;
  return { page, server };
}

/** Answers the short form to its end; the last answer finishes it. */
async function finish(page) {
  await audit(page).getByLabel("3 minutes").check();
  await startAndAnswer(page, "4".repeat(ITEMS));
}

const seeResult = (widget) => widget.getByRole("button", { name: /^See your result from / }).click();
const missing = (page) => page.getByRole("heading", { name: "This part is not here yet" }).waitFor();
const onItsWay = (page) => page.getByRole("heading", { name: "This part is on its way" }).waitFor();

/** A promise, and what keeps it. */
function later() {
  let keep;
  return [new Promise((resolve) => (keep = resolve)), keep];
}

/** The result is stored and can be saved, without the part that shows it. */
async function assertSafe(page) {
  const { [RESULT]: kept } = await stored(page);
  assert.equal(Object.keys(JSON.parse(kept).responses).length, ITEMS);
  assert.equal((await save(page, "Save as a JSON file")).text, kept);
}

const HTML = { type: "text/html", body: Buffer.from("<p>Hello") };
const GONE = { ...HTML, status: 404 };

/** The file of another build: as good as ours, but not ours. It ends in an empty custom section. */
const ofAnotherBuild = (body) => Buffer.concat([body, Buffer.from([0, 2, 1, 120])]);

/** A part, and a way to it that needs nothing else before: with a stored result or without, and what it draws. */
const WAYS = [
  [RESULTS, "a stored result", true, /^See your result from /, ".plot"],
  [RESULTS, "a saved file", false, /^Open a saved result$/, ".after input[type=file]"],
  ["/leadership-audit-followup.wasm", "a saved file", false, /^Open a saved result$/, ".after input[type=file]"],
];

for (const [file, what, kept, button, drawn] of WAYS) {
  test(`${file} first, for ${what}: fetched when it is opened, not before`, async () => {
    const { page, server } = await visit(undefined, { records: kept ? finished : {} });
    const press = audit(page).getByRole("button", { name: button });
    await press.waitFor();
    assert.ok(!server.asked.includes(file));
    await press.click();
    await audit(page).locator(drawn).first().waitFor();
    assert.equal(server.asked.filter((path) => path === file).length, 1);
    assert.match(await focused(page), /^h2 /);
  });
}

const FAULTS = [
  ["missing", () => GONE, "A file of the audit is missing on the website."],
  ["damaged", (body) => ({ body: damaged(body) }), "The website sent a damaged file"],
  ["cut off", () => ({ breaks: true }), "The audit couldn’t be fetched: the connection failed."],
];

for (const [what, fault, why] of FAULTS) {
  test(`a part that is ${what}: answering goes on, the end is stored, another try shows it`, async () => {
    const { page, server } = await visit((path, body) => path === RESULTS && fault(body));
    await finish(page);
    await missing(page);
    assert.match(await focused(page), /^h2 This part is not here yet/);
    await page.getByRole("alert").getByText(why).waitFor();
    await assertSafe(page);
    await pressButton(page, "Try again");
    await page.getByRole("alert").getByText(why).waitFor();
    server.behaviour.fault = undefined;
    await pressButton(page, "Try again");
    await onResults(page);
    assert.match(await focused(page), /^h2 /);
    assert.equal(await page.getByRole("alert").count(), 0);
  });
}

test("a part that failed while the audit was under way is fetched again at the end, unasked", async () => {
  const { page, server } = await visit((path) => path === RESULTS && { ...HTML, status: 503 });
  await audit(page).getByLabel("3 minutes").check();
  await startAndAnswer(page, "4".repeat(ITEMS - 1));
  assert.equal(await page.getByRole("alert").count(), 0, "nobody is interrupted");
  assert.ok(server.asked.includes(RESULTS));
  server.behaviour.fault = undefined;
  await answer(page, "4");
  await onResults(page);
});

test("a part that is missing: everything can be deleted all the same", async () => {
  const { page, server } = await visit((path) => path === RESULTS && GONE, { records: finished });
  await seeResult(audit(page));
  await missing(page);
  await pressButton(page, "Back");
  await deleteEverything(page);
  await page.getByText("Everything is deleted.").waitFor();
  const left = await stored(page);
  assert.deepEqual(Object.keys(left), [`${PREFIX}head`], "only the mark that other tabs go by");
});

/** Chooses a saved result on the screen that a first visitor opens for that. */
async function chooseSaved(page) {
  await pressButton(page, "Open a saved result");
  await chooseAll(page, [["mine.json", finished[RESULT]]]);
}

test("what opens files is fetched when one is chosen, and says so until it is there", async () => {
  const [until, arrive] = later();
  const { page, server } = await visit((path) => path === IMPORTS && { until });
  await pressButton(page, "Open a saved result");
  await audit(page).locator("input[type=file]").waitFor();
  assert.ok(!server.asked.includes(IMPORTS));
  await chooseAll(page, [["mine.json", finished[RESULT]]]);
  await says(page, "This part is on its way");
  arrive();
  await says(page, "A result opened from mine.json");
  assert.match(await focused(page), /^h2 /);
});

test("what opens files is missing: another try opens the file that was chosen", async () => {
  const { page, server } = await visit((path) => path === IMPORTS && GONE);
  await chooseSaved(page);
  await page.getByRole("alert").getByText("A file of the audit is missing on the website.").waitFor();
  server.behaviour.fault = undefined;
  await pressButton(page, "Try again");
  await says(page, "A result opened from mine.json");
});

test("what opens files is missing: so does coming back to the screen", async () => {
  const { page, server } = await visit((path) => path === IMPORTS && GONE);
  await chooseSaved(page);
  await page.getByRole("alert").waitFor();
  await pressButton(page, "Back");
  server.behaviour.fault = undefined;
  await pressButton(page, "Open a saved result");
  await says(page, "A result opened from mine.json");
});

test("two deploys mixed: the part of another build is refused, and the new page shows the result", async () => {
  let loaded = false;
  const { page, server } = await visit((path, body) => {
    if (path === RESULTS) return { body: ofAnotherBuild(body) };
    const replaced = loaded && path === "/leadership-audit.js";
    loaded ||= path === "/leadership-audit.js";
    return replaced && { body: Buffer.from("// Another loader.") };
  });
  await finish(page);
  await missing(page);
  await page.getByText("The website was updated after you opened this page").waitFor();
  await assertSafe(page);
  // The page of the deploy that the part belongs to.
  server.behaviour.fault = undefined;
  await page.reload();
  await seeResult(audit(page));
  await onResults(page);
});

test("a part that is late: a screen says so, the result is stored, and gives way to it", async () => {
  const [until, arrive] = later();
  const { page } = await visit((path) => path === RESULTS && { until });
  await finish(page);
  await onItsWay(page);
  await assertSafe(page);
  arrive();
  await onResults(page);
  assert.match(await focused(page), /^h2 /);
});

test("a part that does not arrive: told after half a minute, and tried again", async () => {
  const never = { until: new Promise(() => {}) };
  const { page, server } = await visit((path) => path === RESULTS && never);
  await page.clock.install();
  await page.reload();
  await audit(page).locator("h2").waitFor();
  await finish(page);
  await onItsWay(page);
  await page.clock.runFor(31_000);
  await page.getByText("The audit took too long to arrive.").waitFor();
  server.behaviour.fault = undefined;
  await pressButton(page, "Try again");
  await onResults(page);
});

/** Notes every heading that is drawn from now on in `window.seen`. */
function watchHeadings() {
  const { shadowRoot } = document.querySelector("leadership-audit");
  window.seen = new Set();
  new MutationObserver(() => {
    window.seen.add(shadowRoot.querySelector("h2")?.textContent);
  }).observe(shadowRoot, { subtree: true, childList: true });
}

/** A slow device on the results, and what is seen there. */
async function onSlowResults() {
  const pages = { "/alone": hostPage() };
  const { page, server } = await visit(undefined, { path: "alone", records: finished, script: armTraps, pages });
  await seeResult(audit(page));
  await onResults(page);
  const finding = await page.locator("leadership-audit h2").first().textContent();
  await page.evaluate(slowClock);
  await page.evaluate(watchHeadings);
  return { page, server, finding };
}

test("a panic on the results: the same screen from a fresh instance, nothing fetched again", async () => {
  const { page, server, finding } = await onSlowResults();
  const asked = server.asked.length;
  await page.evaluate(() => {
    window.arm(1);
    document.querySelector("leadership-audit").setAttribute("theme", "dark");
  });
  await page.waitForFunction(() => window.traps.instances === 2);
  await page.getByText("Something went wrong here, and the audit has started afresh.").waitFor();
  await onResults(page);
  assert.deepEqual(await page.evaluate(() => [...window.seen]), [finding], "no other screen meanwhile");
  assert.deepEqual(server.asked.slice(asked), []);
  await page.locator("leadership-audit .grid button").first().click();
  await page.locator("leadership-audit .grid tr.opened").waitFor();
});

test("back to a page that the browser kept: the same screen at once, focus where it was", async () => {
  const { page, finding } = await onSlowResults();
  assert.match(await focused(page), /^h2 /);
  await page.evaluate(() => dispatchEvent(new PageTransitionEvent("pageshow", { persisted: true })));
  await page.waitForFunction(() => [...window.seen].some(Boolean));
  await onResults(page);
  assert.deepEqual(await page.evaluate(() => [...window.seen].filter(Boolean)), [finding], "no other screen meanwhile");
  assert.match(await focused(page), /^h2 /);
});

test("a panic while a part is on its way: it is linked into the instance that follows", async () => {
  const [until, arrive] = later();
  const { page, server } = await visit((path) => path === RESULTS && { until }, { script: armTraps });
  await audit(page).getByLabel("3 minutes").check();
  await startAndAnswer(page, "44");
  await page.evaluate(() => {
    window.arm(1);
    document.querySelector("leadership-audit").setAttribute("theme", "dark");
  });
  await page.waitForFunction(() => window.traps.instances === 2);
  await page.getByText("3 of 18").waitFor();
  arrive();
  await answer(page, "4".repeat(ITEMS - 2));
  await onResults(page);
  assert.equal(server.asked.filter((path) => path === RESULTS).length, 1);
});

test("two widgets: the part is fetched once, and each shows it", async () => {
  const two = hostPage({ attributes: 'id="one"', after: '<leadership-audit id="two"></leadership-audit>' });
  const { page, server } = await visit(undefined, { path: "two", records: finished, pages: { "/two": two } });
  for (const id of ["one", "two"]) {
    const widget = page.locator(`#${id}`);
    await seeResult(widget);
    await widget.locator(".plot").waitFor();
  }
  assert.equal(server.asked.filter((path) => path === RESULTS).length, 1);
});
