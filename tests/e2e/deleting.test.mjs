// Deleting: offered for whatever is stored and in whichever storage, true when it says that all is gone, and
// possible where the program cannot start. What nobody chose to keep goes by itself.
import assert from "node:assert/strict";
import { test } from "node:test";
import { hostPage, isProgram } from "./server.mjs";
import { useSite } from "./site.mjs";
import { DAY, audit, deleteEverything, finishShort, hear, heard, onItem, placed, says, startAndAnswer } from "./steps.mjs";
import { INSTRUMENT, PREFIX, open, pressButton } from "./widget.mjs";

const OTHER = { ...INSTRUMENT, id: "another", items: INSTRUMENT.items.map((item) => ({ ...item, stem: `${item.stem} ` })) };
const MAY = Date.parse("2026-05-04T09:00:00Z");

const site = useSite({
  pages: {
    "/device": hostPage({ attributes: 'loading="eager"' }),
    "/session": hostPage({ attributes: 'loading="eager" retain="session"' }),
    "/other": hostPage({ attributes: 'loading="eager" src="/other.json"' }),
    "/other.json": JSON.stringify(OTHER),
    "/elsewhere": "<!doctype html><title>Elsewhere</title>",
  },
});

/** The keys of both storages, without the prefix of the audit. */
const keys = async (page) => {
  const all = await page.evaluate(() => [localStorage, sessionStorage].flatMap((storage) => Object.keys(storage)));
  return all.map((key) => key.replace(PREFIX, "")).sort();
};

/** A visitor's tab with these records in localStorage, before the widget. */
async function withRecords(records, path = "device") {
  const context = await site.newContext();
  const tab = await context.newPage();
  await tab.goto(new URL("elsewhere", site.address).href);
  await tab.evaluate(placed, records);
  await tab.close();
  return site.open(path, { context, init: hear });
}

/** Deletes everything from the first screen; then nothing is left once the page is left. */
async function deletesEverything(page, name) {
  await deleteEverything(page);
  await says(page, "Everything is deleted.");
  assert.deepEqual((await heard(page, "erased")).length, 1, name);
  assert.deepEqual(await keys(page), ["head"], `${name}: only the tombstone`);
  assert.equal(await audit(page).getByRole("button", { name: "Delete everything" }).count(), 0, name);
  await page.goto(new URL("elsewhere", site.address).href);
  assert.deepEqual(await keys(page), [], name);
}

const record = (slot, text) => [`${PREFIX}${slot}`, typeof text === "string" ? text : JSON.stringify(text)];

for (const [name, records] of [
  ["damaged records", [record("head", "damaged"), record("answer:up-trust-1", "damaged")]],
  ["what was set aside", [record("aside:1:answer:up-trust-1", "4")]],
  ["a head of a newer version", [record("head", { version: 2, clock: 900 })]],
  ["a result of a newer version", [record("result", { schema: "leadership-audit/result", version: 2 })]],
  ["a note alone", [record("practice:mood", "x")]],
  ["nothing but the choice to keep earlier results", [record("history", { version: 1 })]],
]) {
  test(`deleting is offered and deletes: ${name}`, async () => {
    await deletesEverything(await withRecords(records), name);
    // Also where results are saved and opened.
    const page = await withRecords(records);
    if (await audit(page).getByRole("button", { name: "Open a saved result" }).count()) {
      await pressButton(page, "Open a saved result");
      await audit(page).getByRole("button", { name: "Delete everything" }).waitFor();
    }
  });
}

test("answers and a result of another questionnaire are deleted, and brought back", async () => {
  const context = await site.newContext();
  let page = await site.open("device", { context });
  await finishShort(page);
  await pressButton(page, "Back to the start");
  await pressButton(page, "Take it again");
  await onItem(page);
  await page.keyboard.press("4");
  await says(page, "2 of 18");
  const before = await page.evaluate(() => ({ ...localStorage }));
  await page.close();
  page = await site.open("other", { context, init: hear });
  await says(page, "answers to another questionnaire");
  await deleteEverything(page);
  await says(page, "Everything is deleted.");
  await pressButton(page, "Undo");
  await says(page, "answers to another questionnaire");
  assert.deepEqual(await page.evaluate(() => ({ ...localStorage })), before);
  await page.reload();
  await says(page, "answers to another questionnaire");
  await deletesEverything(page, "another questionnaire");
});

test("the question says that other audits of the website stay", async () => {
  const page = await withRecords([
    record("practice:mood", "x"),
    ["leadership-audit:team:head", "x"],
    ["leadership-audit:team:result", "x"],
  ]);
  await pressButton(page, "Delete everything");
  await says(page, "Another audit on this website has stored something here too. That stays.");
  await pressButton(page, "Yes, delete");
  await says(page, "Everything is deleted.");
  assert.deepEqual(await keys(page), ["head", "leadership-audit:team:head", "leadership-audit:team:result"]);
});

test("retain changed between visits, and back: the result follows, and nothing is left in the other storage", async () => {
  const context = await site.newContext();
  const page = await site.open("device", { context });
  await finishShort(page);
  for (const [path, own, other] of [
    ["session", "sessionStorage", "localStorage"],
    ["device", "localStorage", "sessionStorage"],
  ]) {
    await page.goto(new URL(path, site.address).href);
    await audit(page).getByRole("button", { name: /^See your result/ }).waitFor();
    const count = (storage) => page.evaluate((storage) => Object.keys(window[storage]).length, storage);
    assert.ok((await count(own)) > 0, path);
    assert.equal(await count(other), 0, path);
  }
  await page.goto(new URL("session", site.address).href);
  await says(page, "This tab forgets your answers");
  await page.evaluate(hear);
  await deletesEverything(page, "after a change");
});

test("retain changed twice in one task while an audit is under way: the answers are there", async () => {
  const page = await site.open("device", { init: hear });
  await startAndAnswer(page, "445");
  for (const changes of [["session", "device"], ["session"], ["device", "session"], ["device"]]) {
    await page.evaluate((changes) => {
      window.heard.length = 0;
      for (const retain of changes) document.querySelector("leadership-audit").retain = retain;
    }, changes);
    await page.waitForFunction(() => window.heard.some(([what]) => what === "ready"));
    await says(page, "3 of 36 answered.");
    const [own, other] = changes.at(-1) === "device" ? ["localStorage", "sessionStorage"] : ["sessionStorage", "localStorage"];
    const left = await page.evaluate((other) => Object.keys(window[other]), other);
    assert.deepEqual(left, [], `${changes}: ${own}`);
  }
});

test("a tab that is open while the owner changes retain keeps its answers, and deleting reaches both", async () => {
  const context = await site.newContext();
  const first = await site.open("device", { context });
  await startAndAnswer(first, "44");
  const second = await site.open("session", { context });
  await says(second, "2 of 36 answered.");
  // The first has written its own again.
  await says(first, "3 of 36");
  await first.keyboard.press("5");
  await says(first, "4 of 36");
  await deleteEverything(second);
  await says(second, "Everything is deleted.");
  await says(first, "Everything was deleted in another tab.");
  await second.close();
  assert.deepEqual((await keys(first)).filter((key) => key !== "head"), []);
  await first.goto(new URL("elsewhere", site.address).href);
  assert.deepEqual(await keys(first), []);
});

test("the latest result goes after 180 days, and the screen has said so", async () => {
  const context = await site.newContext();
  await context.clock.install({ time: MAY });
  let page = await site.open("device", { context });
  await finishShort(page);
  await pressButton(page, "Save, print or delete");
  await says(page, "This browser keeps your latest result for 180 days");
  await page.close();
  for (const [days, there] of [[179, true], [26_000, true], [-20_000, true], [181, false]]) {
    page = await context.newPage();
    await page.clock.setSystemTime(MAY + days * DAY);
    await page.goto(new URL("device", site.address).href);
    const result = audit(page).getByRole("button", { name: /^See your result/ });
    if (there) await result.waitFor();
    else await says(page, "What was kept here was more than 180 days old");
    assert.equal(await result.count(), there ? 1 : 0, `${days} days`);
    if (!there) assert.deepEqual(await keys(page), []);
    await page.close();
  }
});

test("where the program cannot start, everything can be deleted, and tabs in which it runs do not write it again", async () => {
  const context = await site.newContext();
  const running = await site.open("device", { context });
  await startAndAnswer(running, "445");
  site.server.behaviour.fault = (path) => isProgram(path) && { status: 404 };
  const page = await open(context, new URL("device", site.address).href);
  site.server.behaviour.fault = undefined;
  await says(page, "What you answered before is still here.");
  await pressButton(page, "Delete all of it");
  await pressButton(page, "No, leave it");
  await pressButton(page, "Delete all of it");
  await pressButton(page, "Yes, delete all of it");
  await says(page, "All of it is deleted.");
  assert.equal(await audit(page).getByRole("button", { name: "Save everything stored here as a file" }).count(), 0);
  await says(running, "Everything was deleted in another tab.");
  assert.deepEqual(await keys(page), ["head"]);
  await page.close();
  await running.goto(new URL("elsewhere", site.address).href);
  assert.deepEqual(await keys(running), []);
});
