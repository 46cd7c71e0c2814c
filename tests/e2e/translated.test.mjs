// A translator replaces the texts of the widget while it runs: nothing is lost, and the place keeps up.
import assert from "node:assert/strict";
import { test } from "node:test";
import { PAGES } from "./screens.mjs";
import { useSite } from "./site.mjs";
import { audit, startAndAnswer } from "./steps.mjs";
import { said, translator } from "./translator.mjs";
import { answer } from "./widget.mjs";

const site = useSite({ pages: PAGES });

for (const steps of ["before", "after"]) {
  test(`a translator that works in two steps, ${steps}: the place keeps up`, async () => {
    const page = await site.open("welcome", { init: undefined, context: await translated(steps) });
    await startAndAnswer(page, "44");
    assert.equal(await audit(page).locator("#place").textContent(), "Up3 of 36");
    assert.ok((await said(page)).translations > 10);
  });
}

async function translated(steps) {
  const context = await site.newContext();
  await context.addInitScript(translator, steps);
  return context;
}

test("the original is shown again: nothing is lost, and it keeps up", async () => {
  const page = await site.open("welcome", { context: await translated("once") });
  await startAndAnswer(page, "44");
  const { text } = await said(page);
  await page.evaluate(() => window.showOriginal());
  await page.waitForFunction(() => !document.querySelector("leadership-audit").shadowRoot.querySelector("font"));
  assert.equal((await said(page)).text, text);
  await answer(page, "4");
  assert.equal(await audit(page).locator("#place").textContent(), "Up4 of 36");
});
