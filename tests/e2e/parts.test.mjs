// The parts of the program that are fetched on demand: each of them as the first thing that a visitor
// opens, and what is left to do while one is late, missing, damaged, or of another version.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, test } from "node:test";
import { hostPage, serve } from "./server.mjs";
import { armTraps } from "./trap.mjs";
import { PREFIX, answer, focused, launch, newContext, open, pressButton, stored } from "./widget.mjs";

const RESULT = `${PREFIX}result`;
const ITEMS = 18;

/** A part: its file, and the ways to it that need nothing else before. */
const PARTS = [
  {
    file: "/leadership-audit-results.wasm",
    ways: [
      ["a stored result", "withResult", /^See your result of /, ".scores"],
      ["a saved file", "plain", /^Open a saved result$/, ".after input[type=file]"],
    ],
  },
  {
    file: "/leadership-audit-followup.wasm",
    ways: [["a saved file", "plain", /^Open a saved result$/, ".after input[type=file]"]],
  },
];
const [{ file: RESULTS }] = PARTS;

let browser;
/** What storage holds after a finished audit. */
let finished;

before(async () => {
  browser = await launch();
  const server = await serve();
  const { page, context } = await visit(server);
  await finish(page);
  await page.locator("leadership-audit .scores").waitFor();
  finished = await stored(page);
  await context.close();
  await server.stop();
});

after(() => browser?.close());

async function visit(server, { path = "", records = {}, script } = {}) {
  const context = await newContext(browser, { acceptDownloads: true });
  await context.addInitScript((records) => {
    if (!localStorage.length) Object.assign(localStorage, records);
  }, records);
  if (script) await context.addInitScript(script);
  return { context, page: await open(context, server.address + path) };
}

/** Answers the short form to its end; the last answer finishes it. */
async function finish(page) {
  await page.getByLabel("Short").check();
  await pressButton(page, "Start");
  await page.locator("leadership-audit fieldset.item").waitFor();
  await answer(page, "4".repeat(ITEMS));
}

const missing = (page) => page.getByRole("heading", { name: "This part is not here yet" }).waitFor();
const shown = (page) => page.locator("leadership-audit .scores").waitFor();

/** A promise, and what keeps it. */
function later() {
  let keep;
  return [new Promise((resolve) => (keep = resolve)), keep];
}

async function savedJson(page) {
  const [file] = await Promise.all([
    page.waitForEvent("download"),
    pressButton(page, "Save as a JSON file"),
  ]);
  return readFileSync(await file.path(), "utf8");
}

/** The result is stored and can be saved, without the part that shows it. */
async function assertSafe(page) {
  const { [RESULT]: text } = await stored(page);
  assert.equal(Object.keys(JSON.parse(text).responses).length, ITEMS);
  assert.equal(await savedJson(page), text);
}

function damaged(body) {
  const copy = Buffer.from(body);
  copy[copy.length >> 1] ^= 1;
  return copy;
}

const HTML = { type: "text/html", body: Buffer.from("<p>Hello") };
const GONE = { ...HTML, status: 404 };

/** The file of another build: as good as ours, but not ours. It ends in an empty custom section. */
const ofAnotherBuild = (body) => Buffer.concat([body, Buffer.from([0, 2, 1, 120])]);

for (const { file, ways } of PARTS) {
  for (const [what, state, button, drawn] of ways) {
    test(`${file} first, for ${what}: fetched when it is opened, not before`, async () => {
      const server = await serve();
      const records = state === "withResult" ? finished : {};
      const { page, context } = await visit(server, { records });
      const press = page.locator("leadership-audit").getByRole("button", { name: button });
      await press.waitFor();
      assert.ok(!server.asked.includes(file));
      await press.click();
      await page.locator(`leadership-audit ${drawn}`).first().waitFor();
      assert.equal(server.asked.filter((path) => path === file).length, 1);
      assert.match(await focused(page), /^h2 /);
      assert.deepEqual(page.faults, []);
      await context.close();
      await server.stop();
    });
  }
}

const FAULTS = [
  ["missing", () => GONE, "A file of the audit is missing on the website."],
  ["damaged", (body) => ({ body: damaged(body) }), "The website sent a damaged file"],
  ["cut off", () => ({ breaks: true }), "The audit could not be fetched: the connection failed."],
];

for (const [what, fault, why] of FAULTS) {
  test(`a part that is ${what}: answering goes on, the end is stored, another try shows it`, async () => {
    const server = await serve({ fault: (path, body) => path === RESULTS && fault(body) });
    const { page, context } = await visit(server);
    await finish(page);
    await missing(page);
    assert.match(await focused(page), /^h2 This part is not here yet/);
    await page.getByRole("alert").getByText(why).waitFor();
    await assertSafe(page);
    await pressButton(page, "Try again");
    await page.getByRole("alert").getByText(why).waitFor();
    server.behaviour.fault = undefined;
    await pressButton(page, "Try again");
    await shown(page);
    assert.match(await focused(page), /^h2 /);
    assert.equal(await page.getByRole("alert").count(), 0);
    await context.close();
    await server.stop();
  });
}

test("a part that failed while the audit was under way is fetched again at the end, unasked", async () => {
  const server = await serve({ fault: (path) => path === RESULTS && { ...HTML, status: 503 } });
  const { page, context } = await visit(server);
  await page.getByLabel("Short").check();
  await pressButton(page, "Start");
  await page.locator("leadership-audit fieldset.item").waitFor();
  await answer(page, "4".repeat(ITEMS - 1));
  assert.equal(await page.getByRole("alert").count(), 0, "nobody is interrupted");
  assert.ok(server.asked.includes(RESULTS));
  server.behaviour.fault = undefined;
  await answer(page, "4");
  await shown(page);
  await context.close();
  await server.stop();
});

test("a part that is missing: everything can be deleted all the same", async () => {
  const server = await serve({ fault: (path) => path === RESULTS && GONE });
  const { page, context } = await visit(server, { records: finished });
  await page.locator("leadership-audit").getByRole("button", { name: /^See your result of / }).click();
  await missing(page);
  await pressButton(page, "Back");
  await pressButton(page, "Delete everything");
  await pressButton(page, "Yes, delete");
  await page.getByText("Everything is deleted.").waitFor();
  const left = await stored(page);
  assert.deepEqual(Object.keys(left), [`${PREFIX}head`], "only the mark that other tabs go by");
  await context.close();
  await server.stop();
});

test("two deploys mixed: the part of another build is refused, and the new page shows the result", async () => {
  const server = await serve({
    fault: (path, body) => path === RESULTS && { body: ofAnotherBuild(body) },
  });
  const { page, context } = await visit(server);
  await finish(page);
  await missing(page);
  await page.getByText("The website may have been updated since you opened this page").waitFor();
  await assertSafe(page);
  // The page of the deploy that the part belongs to.
  server.behaviour.fault = undefined;
  await page.reload();
  await page.locator("leadership-audit").getByRole("button", { name: /^See your result of / }).click();
  await shown(page);
  await context.close();
  await server.stop();
});

test("a part that is late: a screen says so, the result is stored, and gives way to it", async () => {
  const [until, arrive] = later();
  const server = await serve({ fault: (path) => path === RESULTS && { until } });
  const { page, context } = await visit(server);
  await finish(page);
  await page.getByRole("heading", { name: "This part is on its way" }).waitFor();
  await assertSafe(page);
  arrive();
  await shown(page);
  assert.match(await focused(page), /^h2 /);
  await context.close();
  await server.stop();
});

test("a part that does not arrive: told after half a minute, and tried again", async () => {
  const never = { until: new Promise(() => {}) };
  const server = await serve({ fault: (path) => path === RESULTS && never });
  const context = await newContext(browser);
  await context.clock.install();
  const page = await open(context, server.address);
  await finish(page);
  await page.getByRole("heading", { name: "This part is on its way" }).waitFor();
  await context.clock.runFor(31_000);
  await page.getByText("The audit took too long to arrive.").waitFor();
  server.behaviour.fault = undefined;
  await pressButton(page, "Try again");
  await shown(page);
  await context.close();
  await server.stop();
});

test("a panic on the results: the same screen from a fresh instance, nothing fetched again", async () => {
  const server = await serve();
  const { page, context } = await visit(server, { records: finished, script: armTraps });
  await page.locator("leadership-audit").getByRole("button", { name: /^See your result of / }).click();
  await shown(page);
  const finding = await page.locator("leadership-audit h2").first().textContent();
  const asked = server.asked.length;
  await page.evaluate(() => {
    window.seen = new Set();
    new MutationObserver(() => {
      const { shadowRoot } = document.querySelector("leadership-audit");
      window.seen.add(shadowRoot.querySelector("h2")?.textContent);
    }).observe(document.querySelector("leadership-audit").shadowRoot, { subtree: true, childList: true });
    window.arm(1);
    document.querySelector("leadership-audit").setAttribute("theme", "dark");
  });
  await page.waitForFunction(() => window.traps.instances === 2);
  await page.getByText("Something went wrong here, and the audit has started afresh.").waitFor();
  await shown(page);
  assert.equal(await page.locator("leadership-audit h2").first().textContent(), finding);
  assert.deepEqual(await page.evaluate(() => [...window.seen]), [finding], "no other screen meanwhile");
  assert.deepEqual(server.asked.slice(asked), []);
  await page.locator("leadership-audit .map button").first().click();
  await page.locator("leadership-audit .map tr.items").waitFor();
  await context.close();
  await server.stop();
});

test("a panic while a part is on its way: it is linked into the instance that follows", async () => {
  const [until, arrive] = later();
  const server = await serve({ fault: (path) => path === RESULTS && { until } });
  const { page, context } = await visit(server, { script: armTraps });
  await page.getByLabel("Short").check();
  await pressButton(page, "Start");
  await page.locator("leadership-audit fieldset.item").waitFor();
  await answer(page, "44");
  await page.evaluate(() => {
    window.arm(1);
    document.querySelector("leadership-audit").setAttribute("theme", "dark");
  });
  await page.waitForFunction(() => window.traps.instances === 2);
  await page.getByText("3 of 18").waitFor();
  arrive();
  await answer(page, "4".repeat(ITEMS - 2));
  await shown(page);
  assert.equal(server.asked.filter((path) => path === RESULTS).length, 1);
  await context.close();
  await server.stop();
});

test("two widgets: the part is fetched once, and each shows it", async () => {
  const two = hostPage({ attributes: 'id="one"', after: '<leadership-audit id="two"></leadership-audit>' });
  const server = await serve({ pages: { "/two": two } });
  const { page, context } = await visit(server, { path: "two", records: finished });
  for (const id of ["one", "two"]) {
    const widget = page.locator(`#${id}`);
    await widget.getByRole("button", { name: /^See your result of / }).click();
    await widget.locator(".scores").waitFor();
  }
  assert.equal(server.asked.filter((path) => path === RESULTS).length, 1);
  await context.close();
  await server.stop();
});
