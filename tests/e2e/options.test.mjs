// Questionnaires with fewer or more than five answers to choose from.
import assert from "node:assert/strict";
import { test } from "node:test";
import { hostPage } from "./server.mjs";
import { useSite } from "./site.mjs";
import { audit, onResults, start } from "./steps.mjs";
import { INSTRUMENT } from "./widget.mjs";

const COUNTS = [2, 4, 7, 11];
const pages = {};
for (const count of COUNTS) {
  const options = Array.from({ length: count }, (_, index) => `Step ${index + 1}`);
  const own = { ...INSTRUMENT, id: `steps-${count}`, options };
  pages[`/${count}`] = hostPage({ attributes: `src="/${count}.json" audit-id="steps-${count}"` });
  pages[`/${count}.json`] = JSON.stringify(own);
}
const site = useSite({ pages });

for (const count of COUNTS) {
  test(`${count} answers to choose from: shown, pressed, scored and drawn`, async () => {
    const page = await site.open(String(count), { viewport: { width: 360, height: 740 } });
    await start(page);
    const labels = await audit(page).locator(".option:not(.na) > span:nth-child(2)").allTextContents();
    assert.equal(labels.length, count);
    // A digit that no answer has does nothing, and each answer can be tapped.
    if (count < 9) await page.keyboard.press(String(count + 1));
    await audit(page).getByText("1 of 36").waitFor();
    for (let item = 1; item <= 36; item++) {
      await audit(page).getByText(`${item} of 36`).waitFor();
      await audit(page).locator(".option").nth(count - 1).click();
    }
    await onResults(page);
    // Two of twelve statements in each direction are reversed.
    const scores = await audit(page).locator(".row .value b").allTextContents();
    assert.deepEqual(scores, ["83", "83", "83"]);
    const words = await audit(page).locator(".axis .words span").allTextContents();
    assert.equal(words[0], "Step 1");
    assert.equal(words.at(-1), `Step ${count}`);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth);
    assert.equal(wide, 360, "nothing scrolls sideways");
  });
}
