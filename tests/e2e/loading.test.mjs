// Files that never arrive, and what becomes of the widget meanwhile. How loading fails otherwise is in
// tests/matrix/cases/loading.mjs.
import assert from "node:assert/strict";
import { test } from "node:test";
import { hostPage, isProgram } from "./server.mjs";
import { useSite } from "./site.mjs";
import { audit, hear, heard, onItem, says, startAndAnswer, withoutStorage } from "./steps.mjs";
import { focused, pressButton } from "./widget.mjs";

const site = useSite({
  pages: { "/own": hostPage({ attributes: 'src="/own.json" loading="eager"' }) },
  fault: (path) => path === "/own.json" && { until: new Promise(() => {}) },
});

/** Opens a page under a clock of the test's own, once `file` was requested. */
async function openWaiting(path, file) {
  const context = await site.newContext();
  await context.clock.install();
  const requested = context.waitForEvent("request", (request) => request.url().endsWith(file));
  const page = await context.newPage();
  await page.addInitScript(hear);
  await page.goto(site.address + path);
  await requested;
  await page.waitForTimeout(100);
  return page;
}

test("a questionnaire that does not arrive: reported after half a minute", async () => {
  const page = await openWaiting("own", "/own.json");
  await says(page, "The questionnaire is on its way.");
  await page.clock.runFor(31_000);
  await says(page, "The questionnaire that this page names couldn’t be fetched.");
  assert.deepEqual((await heard(page, "failed")).map(({ kind }) => kind), ["source"]);
});

test("another try that succeeds moves focus to the screen", async () => {
  const server = await site.serve({ fault: (path) => isProgram(path) && { status: 404 } });
  const page = await site.open(server.address);
  delete page.faults;
  await page.getByRole("button", { name: "Try again" }).focus();
  server.behaviour.fault = undefined;
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: "Try again" }).waitFor({ state: "detached" });
  assert.match(await focused(page), /^h2/);
});

/** Whether all of an element is in the window. */
const isInSight = (locator) =>
  locator.evaluate((element) => {
    const { top, bottom } = element.getBoundingClientRect();
    return top >= 0 && bottom <= innerHeight;
  });

for (const [start, press] of [
  ["welcome", (page) => audit(page).getByRole("button", { name: "Start" }).click()],
  ["audit", (page) => audit(page).locator("label").filter({ hasText: "Often" }).click()],
]) {
  test(`no program on the first screen of start="${start}": the visitor sees why, at each press`, async () => {
    const server = await site.serve({
      fault: (path) => isProgram(path) && { status: 404 },
      pages: { "/page": hostPage({ attributes: `start="${start}"`, before: "<p style='height: 150vh'>Above</p>" }) },
    });
    const page = await site.open(`${server.address}page`, { viewport: { width: 360, height: 640 } });
    delete page.faults;
    const panel = audit(page).locator(".failure");
    await panel.waitFor();
    const pressAndLook = async () => {
      await press(page);
      await panel.getByText("A file of the audit is missing").waitFor();
      await page.waitForFunction(() => !document.querySelector("leadership-audit").shadowRoot.querySelector("[aria-busy]"));
      assert.ok(await isInSight(panel.getByRole("alert")));
    };
    await pressAndLook();
    await pressAndLook();
    server.behaviour.fault = undefined;
    await panel.getByRole("button", { name: "Try again" }).click();
    await onItem(page);
  });
}

test("a visitor who waits sees how far the program is, and another try goes on from there", async () => {
  const ranges = [];
  const server = await site.serve({
    fault(path, body, { headers }) {
      if (!path.endsWith("_bg.wasm")) return undefined;
      ranges.push(headers.range);
      const from = Number(/^bytes=(\d+)-$/.exec(headers.range ?? "")?.[1] ?? 0);
      return from ? { status: 206, body: body.subarray(from) } : { stalls: true };
    },
  });
  const context = await site.newContext();
  await context.addInitScript(() => {
    const { setTimeout: real } = globalThis;
    globalThis.setTimeout = (act, ms) => real(act, ms === 30_000 ? 3_000 : ms);
  });
  const page = await site.open(server.address, { context });
  delete page.faults;
  await audit(page).getByRole("button", { name: "Start" }).click();
  const bar = audit(page).getByRole("progressbar");
  await bar.waitFor();
  assert.ok(Math.abs((await bar.evaluate(({ value }) => value)) - 0.5) < 0.2);
  await page.getByRole("button", { name: "Try again" }).click();
  await onItem(page);
  assert.equal(ranges.length, 2);
  assert.match(ranges[1], /^bytes=\d{5,}-$/);
});

test("without storage, an element that is removed and put back still has its answers", async () => {
  const page = await site.open("", { init: withoutStorage });
  await startAndAnswer(page, "453");
  await page.evaluate(async () => {
    const element = document.querySelector("leadership-audit");
    element.remove();
    await new Promise((resolve) => setTimeout(resolve, 50));
    document.body.append(element);
    element.scrollIntoView();
  });
  await says(page, "3 of 36 answered.");
  await pressButton(page, "Continue where you left off");
  await says(page, "4 of 36");
});
