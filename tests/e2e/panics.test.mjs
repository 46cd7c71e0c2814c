// A program that panics: the page lives on, its widgets are back within a second from a fresh
// instance of the module that is there already, and nothing is lost.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, test } from "node:test";
import { hostPage } from "./pixels.mjs";
import { serve } from "./server.mjs";
import { armTraps } from "./trap.mjs";
import { PREFIX, answer, focused, launch, newContext, open, pressButton, stem, stored } from "./widget.mjs";

const CALM = "Something went wrong here, and the audit has started afresh.";
const WITHIN_MS = 1000;

let server;
let browser;

const TWO = hostPage({
  attributes: 'id="one"',
  after: '<p id="host">The host</p><leadership-audit id="two" audit-id="two"></leadership-audit>',
});

before(async () => {
  server = await serve({ pages: { "/one": hostPage(), "/two": TWO } });
  browser = await launch();
});

after(async () => {
  await browser?.close();
  await server?.stop();
});

/** A page whose programs can be made to trap; it counts its own loads. */
async function openArmed(path = "one", { script } = {}) {
  const context = await newContext(browser);
  await context.addInitScript(armTraps);
  await context.addInitScript(() => {
    window.failures = [];
    addEventListener("leadership-audit-failed", ({ detail }) => window.failures.push(detail.kind));
    window.escaped = [];
    addEventListener("error", ({ message }) => window.escaped.push(message));
    addEventListener("unhandledrejection", ({ reason }) => window.escaped.push(String(reason)));
  });
  if (script) await context.addInitScript(script);
  const page = await open(context, server.address + path);
  await page.evaluate(() => (window.sameDocument = true));
  return page;
}

async function start(page) {
  await pressButton(page, "Start");
  await page.locator("leadership-audit fieldset.item").waitFor();
}

const arm = (page, ...how) => page.evaluate((how) => window.arm(...how), how);

/** Waits for the message, and tells how long after the trap it came, by the page's clock. */
async function recovery(page) {
  await page.locator("leadership-audit").getByText(CALM).first().waitFor({ timeout: 5000 });
  return page.evaluate(() => performance.now() - window.traps.trappedAt);
}

async function assertAlive(page) {
  assert.equal(await page.evaluate(() => window.sameDocument), true, "the page was not loaded again");
  assert.deepEqual(await page.evaluate(() => window.escaped), [], "nothing reached the page");
  assert.deepEqual(await page.evaluate(() => window.failures), []);
}

const values = async (page, audit = "default") => {
  const records = await stored(page);
  const prefix = `leadership-audit:${audit}:answer:`;
  const found = {};
  for (const [key, text] of Object.entries(records)) {
    if (key.startsWith(prefix)) found[key.slice(prefix.length)] = JSON.parse(text).value;
  }
  return found;
};

test("a panic of Yew while it draws: back at the same place, every answer kept", async () => {
  const page = await openArmed();
  await start(page);
  await answer(page, [..."445"]);
  const before = await values(page);
  const asked = server.asked.length;
  // The page has broken what Yew draws with; Yew panics, in Rust, and the page repairs it.
  await page.evaluate(() => {
    const { insertBefore } = Node.prototype;
    Node.prototype.insertBefore = function () {
      Node.prototype.insertBefore = insertBefore;
      window.traps.trappedAt = performance.now();
      throw new DOMException("broken by the page", "NotFoundError");
    };
  });
  await page.keyboard.press("2");
  const ms = await recovery(page);
  assert.ok(ms < WITHIN_MS, `${ms} ms`);
  await page.getByText("5 of 36").waitFor();
  assert.deepEqual(await values(page), { ...before, "up-stewardship-1": 2 });
  assert.deepEqual(await page.evaluate(() => window.traps.instances), 2);
  assert.deepEqual(server.asked.slice(asked), [], "the module was kept");
  assert.ok(page.faults.some((fault) => fault.includes("unreachable")), "developers are told");
  await assertAlive(page);
  // It goes on by keyboard where it was, and the message can be put away.
  await answer(page, ["3"]);
  await page.getByText("6 of 36").waitFor();
  await pressButton(page, "Close");
  assert.match(await focused(page), /^h2/, "not nowhere");
  assert.equal(await page.getByText(CALM).count(), 0);
  await page.context().close();
});

test("an exception in an effect, and one in the visitor's own event", async () => {
  for (const breaking of [
    () => {
      const { now } = Performance.prototype;
      Performance.prototype.now = function () {
        Performance.prototype.now = now;
        window.traps.trappedAt = performance.now();
        throw new Error("broken by the page");
      };
    },
    () => {
      const { focus } = HTMLElement.prototype;
      HTMLElement.prototype.focus = function deep() {
        HTMLElement.prototype.focus = focus;
        window.arm(1);
        return focus.apply(this, arguments);
      };
    },
  ]) {
    const page = await openArmed();
    await start(page);
    await answer(page, [..."44"]);
    await page.evaluate(breaking);
    await page.keyboard.press("5");
    const ms = await recovery(page);
    assert.ok(ms < WITHIN_MS, `${ms} ms`);
    await page.locator("leadership-audit fieldset.item").waitFor();
    const now = await values(page);
    assert.equal(now["up-trust-1"], 4);
    assert.equal(now["up-candour-1"], 4);
    await assertAlive(page);
    await page.context().close();
  }
});

test("a trap at any call that an answer makes: nothing acknowledged is lost", async () => {
  const page = await openArmed();
  await start(page);
  await answer(page, ["1"]);
  await arm(page, Infinity);
  await answer(page, ["1"]);
  await page.waitForTimeout(50);
  const calls = await page.evaluate(() => window.traps.calls);
  assert.ok(calls > 50, `${calls} calls for an answer`);
  // All of them with EVERY_TRAP=1; a spread of them otherwise.
  const step = process.env.EVERY_TRAP ? 1 : Math.ceil(calls / 12);
  for (let at = 1; at <= calls; at += step) {
    // Three within ten seconds would be given up: a page of its own for each.
    const page = await openArmed();
    await start(page);
    await answer(page, [..."234"]);
    await arm(page, at);
    const before = await values(page);
    await page.keyboard.press("5");
    const ms = await recovery(page);
    assert.ok(ms < WITHIN_MS, `call ${at}: ${ms} ms`);
    await page.locator("leadership-audit fieldset.item").waitFor();
    const after = await values(page);
    for (const [item, value] of Object.entries(before)) assert.equal(after[item], value, `call ${at}`);
    const place = await page.locator("leadership-audit .progress").textContent();
    if (place.includes("5 of 36")) assert.equal(after["up-stewardship-1"], 5, `call ${at}`);
    await assertAlive(page);
    await answer(page, ["3"]);
    await page.context().close();
  }
  await page.context().close();
});

test("two widgets: both are back, only the one in use takes focus, and an old one hears no more", async () => {
  const page = await openArmed("two");
  const one = page.locator("#one");
  const two = page.locator("#two");
  for (const widget of [two, one]) {
    await widget.getByRole("button", { name: "Start", exact: true }).click();
    await widget.locator("fieldset.item").waitFor();
  }
  await two.locator("fieldset.item input[value='4']").click();
  await two.getByText("2 of 36").waitFor();
  await one.locator("fieldset.item input[value='2']").click();
  await one.getByText("2 of 36").waitFor();
  await arm(page, 5);
  await page.keyboard.press("3");
  await recovery(page);
  for (const widget of [one, two]) {
    await widget.getByText(CALM).waitFor();
    await widget.locator("fieldset.item").waitFor();
  }
  await page.waitForFunction(() => document.activeElement?.id === "one");
  assert.deepEqual(await values(page, "two"), { "up-trust-1": 4 });
  assert.equal((await values(page))["up-trust-1"], 2);
  assert.equal(await page.evaluate(() => window.traps.instances), 2);
  await page.evaluate(() => {
    for (const type of ["visibilitychange", "pagehide", "storage"]) {
      document.dispatchEvent(new Event(type));
      window.dispatchEvent(new StorageEvent(type));
    }
  });
  await two.locator("fieldset.item input[value='5']").click();
  await two.getByText("3 of 36").waitFor();
  await assertAlive(page);
  await page.context().close();
});

const NO_STORAGE = () => Object.defineProperty(window, "localStorage", { get: () => null });

test("without storage: the answers and the result are handed over in memory", async () => {
  const page = await openArmed("one", { script: NO_STORAGE });
  await page.getByLabel("Short").check();
  await start(page);
  await answer(page, [..."12345"]);
  await arm(page, 20);
  await page.keyboard.press("2");
  await recovery(page);
  await page.getByText(/[67] of 18/).waitFor();
  await page.waitForTimeout(50);
  const place = await page.locator("leadership-audit .progress").textContent();
  await answer(page, "4".repeat(place.includes("6 of 18") ? 13 : 12));
  await page.locator("leadership-audit .scores").waitFor();
  const finding = await page.locator("leadership-audit h2").first().textContent();
  await arm(page, 1);
  await page.evaluate(() => document.querySelector("leadership-audit").setAttribute("theme", "dark"));
  await page.waitForFunction(() => window.traps.instances === 3);
  await page.locator("leadership-audit .scores").waitFor();
  assert.equal(await page.locator("leadership-audit h2").first().textContent(), finding);
  await assertAlive(page);
  await page.context().close();
});

test("storage that is full: what it lacks is handed over in memory, and stored when there is room", async () => {
  const page = await openArmed();
  await start(page);
  await answer(page, ["1"]);
  await page.evaluate(() => {
    const real = Storage.prototype.setItem;
    window.restoreStorage = () => (Storage.prototype.setItem = real);
    Storage.prototype.setItem = () => {
      throw new DOMException("full", "QuotaExceededError");
    };
  });
  await answer(page, [..."23"]);
  await arm(page, 1);
  await page.evaluate(() => document.querySelector("leadership-audit").setAttribute("theme", "dark"));
  await recovery(page);
  await page.getByText("4 of 36").waitFor();
  await page.evaluate(() => window.restoreStorage());
  await answer(page, ["4"]);
  assert.deepEqual(Object.values(await values(page)).sort(), [1, 2, 3, 4]);
  await assertAlive(page);
  await page.context().close();
});

test("a panic after the result: back on the same screen, the answers and the practice kept", async () => {
  const page = await openArmed();
  await page.getByLabel("Short").check();
  await start(page);
  await answer(page, "4".repeat(18));
  await page.locator("leadership-audit .scores").waitFor();
  await pressButton(page, "Keep or delete this result");
  const print = page.getByRole("button", { name: "Print, or save as PDF" });
  await print.waitFor();
  await arm(page, 1);
  await pressButton(page, "Copy a summary");
  assert.ok((await recovery(page)) < WITHIN_MS);
  await print.waitFor();
  await pressButton(page, "Back");
  await page.getByRole("button", { name: "Look at your support" }).click();
  await page.getByLabel("Yes", { exact: true }).first().check();
  await page.waitForFunction((key) => localStorage.getItem(key), `${PREFIX}practice:circle`);
  const before = await stored(page);
  await arm(page, 1);
  await page.evaluate(() => document.querySelector("leadership-audit").setAttribute("theme", "dark"));
  await page.waitForFunction(() => window.traps.instances === 3);
  assert.ok(await page.getByLabel("Yes", { exact: true }).first().isChecked());
  assert.deepEqual(await stored(page), before);
  await assertAlive(page);
  await page.context().close();
});

test("a panic that repeats at once: given up after the third, with another try and the answers as a file", async () => {
  const page = await openArmed();
  await start(page);
  await answer(page, [..."45"]);
  await arm(page, 5, true);
  await page.keyboard.press("3");
  await page.getByText("The audit stopped unexpectedly, again and again.").waitFor();
  await page.waitForTimeout(300);
  assert.equal(await page.evaluate(() => window.traps.instances), 3);
  assert.deepEqual(await page.evaluate(() => window.failures), ["crashed"]);
  const [file] = await Promise.all([
    page.waitForEvent("download"),
    pressButton(page, "Save everything stored here as a file"),
  ]);
  const { records } = JSON.parse(readFileSync(await file.path(), "utf8"));
  assert.ok(`${PREFIX}answer:up-trust-1` in records && `${PREFIX}answer:up-candour-1` in records);
  await arm(page, Infinity);
  await pressButton(page, "Try again");
  await pressButton(page, "Continue where you stopped");
  await page.locator("leadership-audit fieldset.item").waitFor();
  assert.ok(await stem(page));
  assert.equal(await page.evaluate(() => window.sameDocument), true);
  assert.deepEqual(await page.evaluate(() => window.escaped), []);
  await page.context().close();
});
