// A panic of a program: the page stays alive, its widgets restart from a fresh instance of the compiled
// module, and nothing is lost. Two widgets, and repeated panics, are in tests/matrix/cases/loading.mjs.
import assert from "node:assert/strict";
import { test } from "node:test";
import { useSite } from "./site.mjs";
import {
  audit,
  finishShort,
  hear,
  heard,
  onItem,
  onResults,
  startAndAnswer,
  toKeep,
  withoutStorage,
} from "./steps.mjs";
import { armTraps } from "./trap.mjs";
import { PREFIX, answer, focused, pressButton, stored, storedAnswers } from "./widget.mjs";

const CALM = "Something went wrong here, and the audit has started afresh.";
/** How long the loader remembers a panic. It waits for nothing else. */
const MEMORY_MS = 10_000;

const site = useSite();

/** A page whose program can be made to trap. */
async function openArmed(init) {
  const context = await site.newContext();
  await context.addInitScript(armTraps);
  await context.addInitScript(hear);
  await context.addInitScript(() => {
    window.escaped = [];
    addEventListener("error", ({ message }) => window.escaped.push(message));
    addEventListener("unhandledrejection", ({ reason }) => window.escaped.push(String(reason)));
  });
  const { length: askedBefore } = site.server.asked;
  const page = Object.assign(await site.open("", { context, init }), { askedBefore });
  await page.evaluate(() => (window.sameDocument = true));
  return page;
}

const arm = (page, ...how) => page.evaluate((how) => window.arm(...how), how);

/** A change that calls out of the program, and so traps where it is armed, without an answer. */
const changeTheme = (page) => audit(page).evaluate((element) => element.setAttribute("theme", "dark"));

/** What reads records: an instance that finds any fetches it, unless it is there. */
const READER = ["/leadership-audit-followup-reader.wasm", "/leadership-audit-reader.wasm"];
/** How long the loader waits for a file. */
const PATIENCE_MS = 30_000;

/** Waits for the message, which must come without a timer, and without fetching anything again. */
async function recovered(page) {
  await audit(page).getByText(CALM).first().waitFor();
  const asked = site.server.asked.slice(page.askedBefore);
  assert.equal(new Set(asked).size, asked.length, "the compiled modules were kept");
  const waited = READER.some((path) => asked.includes(path)) ? PATIENCE_MS : undefined;
  const delays = await page.evaluate(() => window.traps.delays.filter((ms) => ms > 0));
  const others = delays.filter((ms) => ms !== waited);
  assert.deepEqual([...new Set(others)], [MEMORY_MS], "no other timer was set");
}

/** The page keeps running, and only the console mentions the panic. */
async function assertAlive(page) {
  assert.equal(await page.evaluate(() => window.sameDocument), true, "the page was not loaded again");
  assert.deepEqual(await page.evaluate(() => window.escaped), [], "nothing reached the page");
  assert.deepEqual(await heard(page, "failed"), []);
  delete page.faults;
}

test("a panic of Yew while it renders: the same item is back, and every answer is kept", async () => {
  const page = await openArmed();
  await startAndAnswer(page, "445");
  const before = await storedAnswers(page);
  // The page breaks a function that Yew renders with, once; Yew panics, in Rust.
  await page.evaluate(() => {
    const { insertBefore } = Node.prototype;
    Node.prototype.insertBefore = function () {
      Node.prototype.insertBefore = insertBefore;
      window.noteTrap();
      throw new DOMException("broken by the page", "NotFoundError");
    };
  });
  await page.keyboard.press("2");
  await recovered(page);
  await page.getByText("5 of 36").waitFor();
  assert.deepEqual(await storedAnswers(page), { ...before, "up-stewardship-1": 2 });
  assert.deepEqual(await page.evaluate(() => window.traps.instances), 2);
  assert.ok(page.faults.some((fault) => fault.includes("unreachable")), "the console says what happened");
  await assertAlive(page);
  // The keyboard works where the visitor was, and the message can be closed.
  await answer(page, "3");
  await page.getByText("6 of 36").waitFor();
  await pressButton(page, "Close");
  assert.match(await focused(page), /^h2/, "focus is not lost");
  assert.equal(await page.getByText(CALM).count(), 0);
  // By now everything is kept that an instance needs.
  const { length } = site.server.asked;
  await arm(page, 1);
  await changeTheme(page);
  await page.getByText(CALM).waitFor();
  await page.getByText("6 of 36").waitFor();
  assert.deepEqual(site.server.asked.slice(length), []);
});

test("an exception in an effect, and one in the visitor's own event: no earlier answer is lost", async () => {
  for (const breaking of [
    () => {
      const { now } = Performance.prototype;
      Performance.prototype.now = function () {
        Performance.prototype.now = now;
        window.noteTrap();
        throw new Error("broken by the page");
      };
    },
    () => {
      const { preventDefault } = Event.prototype;
      Event.prototype.preventDefault = function () {
        Event.prototype.preventDefault = preventDefault;
        window.noteTrap();
        throw new Error("broken by the page");
      };
    },
  ]) {
    const page = await openArmed();
    await startAndAnswer(page, "44");
    await page.evaluate(breaking);
    await page.keyboard.press("5");
    await recovered(page);
    await onItem(page);
    const { "up-trust-1": first, "up-candour-1": second } = await storedAnswers(page);
    assert.deepEqual([first, second], [4, 4]);
    await assertAlive(page);
  }
});

test("a trap at any call that an answer makes: nothing acknowledged is lost", async () => {
  const page = await openArmed();
  await startAndAnswer(page, "1");
  await arm(page, Infinity);
  await answer(page, "1");
  await page.waitForTimeout(50);
  const calls = await page.evaluate(() => window.traps.calls);
  assert.ok(calls > 50, `${calls} calls for an answer`);
  // All of them with EVERY_TRAP=1, otherwise a sample.
  const step = process.env.EVERY_TRAP ? 1 : Math.ceil(calls / 12);
  for (let at = 1; at <= calls; at += step) {
    // A page of its own for each, since the third panic within ten seconds is final.
    const page = await openArmed();
    await startAndAnswer(page, "234");
    await arm(page, at);
    const before = await storedAnswers(page);
    await page.keyboard.press("5");
    // This answer may make fewer calls than the one whose calls were counted.
    const passed = await page.waitForFunction(() => {
      const { shadowRoot } = document.querySelector("leadership-audit");
      return window.traps.delays ? "trapped" : /\D5 of 36/.test(shadowRoot.textContent) && "passed";
    });
    if ((await passed.jsonValue()) === "passed") await changeTheme(page);
    await recovered(page);
    await onItem(page);
    const after = await storedAnswers(page);
    for (const [item, value] of Object.entries(before)) assert.equal(after[item], value, `call ${at}`);
    const place = await page.locator("leadership-audit .progress").textContent();
    if (place.includes("5 of 36")) assert.equal(after["up-stewardship-1"], 5, `call ${at}`);
    await assertAlive(page);
    await answer(page, "3");
    await page.context().close();
  }
});

test("without storage: the answers and the result are handed over in memory", async () => {
  const page = await openArmed(withoutStorage);
  await page.getByLabel("3 minutes").check();
  await startAndAnswer(page, "12345");
  await arm(page, 20);
  await page.keyboard.press("2");
  await recovered(page);
  await page.getByText(/[67] of 18/).waitFor();
  await page.waitForTimeout(50);
  const place = await page.locator("leadership-audit .progress").textContent();
  await answer(page, "4".repeat(place.includes("6 of 18") ? 13 : 12));
  await onResults(page);
  const finding = await page.locator("leadership-audit h2").first().textContent();
  await arm(page, 1);
  await changeTheme(page);
  await page.waitForFunction(() => window.traps.instances === 3);
  await onResults(page);
  assert.equal(await page.locator("leadership-audit h2").first().textContent(), finding);
  await assertAlive(page);
});

test("full storage: what it lacks is handed over in memory, and stored once there is room", async () => {
  const page = await openArmed();
  await startAndAnswer(page, "1");
  await page.evaluate(() => {
    const real = Storage.prototype.setItem;
    window.restoreStorage = () => (Storage.prototype.setItem = real);
    Storage.prototype.setItem = () => {
      throw new DOMException("full", "QuotaExceededError");
    };
  });
  await answer(page, "23");
  await arm(page, 1);
  await changeTheme(page);
  await recovered(page);
  await page.getByText("4 of 36").waitFor();
  await page.evaluate(() => window.restoreStorage());
  await answer(page, "4");
  assert.deepEqual(Object.values(await storedAnswers(page)).sort(), [1, 2, 3, 4]);
  await assertAlive(page);
});

test("a panic after the result: back on the same screen, the answers and the practice kept", async () => {
  const page = await openArmed();
  await finishShort(page);
  await toKeep(page);
  const print = page.getByRole("button", { name: "Print, or save as PDF" });
  await print.waitFor();
  await arm(page, 1);
  await pressButton(page, "Copy a summary");
  await recovered(page);
  await print.waitFor();
  await pressButton(page, "Back");
  await page.getByRole("button", { name: "Look at your support" }).click();
  await page.getByLabel("Yes", { exact: true }).first().check();
  await page.waitForFunction((key) => localStorage.getItem(key), `${PREFIX}practice:circle`);
  const before = await stored(page);
  await arm(page, 1);
  await changeTheme(page);
  await page.waitForFunction(() => window.traps.instances === 3);
  assert.ok(await page.getByLabel("Yes", { exact: true }).first().isChecked());
  assert.deepEqual(await stored(page), before);
  await assertAlive(page);
});
