// Files that never arrive, and what becomes of the widget meanwhile. How loading fails otherwise is in
// tests/matrix/cases/loading.mjs.
import assert from "node:assert/strict";
import { test } from "node:test";
import { hostPage, isProgram } from "./server.mjs";
import { useSite } from "./site.mjs";
import { hear, heard, says, startAndAnswer, withoutStorage } from "./steps.mjs";
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
  await says(page, "The questionnaire that this page names could not be fetched.");
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
  await pressButton(page, "Continue where you stopped");
  await says(page, "4 of 36");
});
