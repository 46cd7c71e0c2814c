// What a visitor sees when the program cannot be loaded.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { serve } from "./server.mjs";
import { launch } from "./widget.mjs";

let browser;

before(async () => {
  browser = await launch();
});

after(() => browser?.close());

for (const missing of [/_bg\.wasm$/, /widget\.js$/]) {
  test(`${missing} is missing: a message that can be acted on, and an event`, async () => {
    const server = await serve({ missing });
    const context = await browser.newContext();
    const page = await context.newPage();
    await page.addInitScript(() => {
      window.failures = 0;
      addEventListener("leadership-audit-failed", () => window.failures++);
    });
    await page.goto(server.address);
    await page.getByText("The audit could not be loaded.").waitFor();
    assert.equal(await page.evaluate(() => window.failures), 1);
    await context.close();
    await server.stop();
  });
}

test("the program comes back: trying again starts the audit", async () => {
  const server = await serve({ missing: /_bg\.wasm$/ });
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(server.address);
  await page.getByText("The audit could not be loaded.").waitFor();
  server.faults.missing = undefined;
  await page.getByRole("button", { name: "Try again" }).click();
  await page.getByRole("button", { name: "Start" }).waitFor();
  await context.close();
  await server.stop();
});

test("an element that is moved and removed keeps one widget and its place", async () => {
  const server = await serve();
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(server.address);
  await page.getByRole("button", { name: "Start" }).click();
  await page.keyboard.press("4");
  await page.getByText("2 of 36").waitFor();
  await page.evaluate(() => {
    document.querySelector("footer").append(document.querySelector("leadership-audit"));
  });
  await page.getByText("2 of 36").waitFor();
  await page.evaluate(async () => {
    const element = document.querySelector("leadership-audit");
    element.remove();
    await new Promise((resolve) => setTimeout(resolve, 50));
    document.body.append(element);
  });
  await page.getByText("1 of 36 answered.").waitFor();
  assert.equal(await page.locator("leadership-audit h2").count(), 1);
  await context.close();
  await server.stop();
});
