// A translator replaces the texts of the widget while it runs: every screen says what it says without one.
import assert from "node:assert/strict";
import { test } from "node:test";
import { PAGES, WALKS, walk } from "./screens.mjs";
import { useSite } from "./site.mjs";
import { audit, settled, startAndAnswer } from "./steps.mjs";
import { translator } from "./translator.mjs";
import { answer } from "./widget.mjs";

const site = useSite({ pages: PAGES });

/** What the widget says on screen, and how much of it is translated. */
const said = (page) =>
  page.evaluate(() => {
    const { shadowRoot } = document.querySelector("leadership-audit");
    const text = [...shadowRoot.querySelectorAll(":scope > div > *")].map((part) => part.textContent).join("\n");
    return { text, translations: shadowRoot.querySelectorAll("font > font").length };
  });

/** Takes a walk and returns what each of its screens says. `expected` waits until it says that. */
async function texts(one, { init, expected } = {}) {
  const context = await site.newContext({ viewport: { width: 1280, height: 900 } });
  if (init) await context.addInitScript(...init);
  const found = new Map();
  await walk(context, site.address, one, async (page, screen) => {
    await settled(page);
    const want = expected?.get(screen).text;
    const isSaid = (want) => {
      const { shadowRoot } = document.querySelector("leadership-audit");
      const parts = [...shadowRoot.querySelectorAll(":scope > div > *")];
      return parts.map((part) => part.textContent).join("\n") === want;
    };
    // The comparison finds a text that stays wrong.
    if (want) await page.waitForFunction(isSaid, want, { timeout: 5000 }).catch(() => {});
    found.set(screen, await said(page));
  });
  return found;
}

for (const one of WALKS.filter(({ whole }) => !whole)) {
  const screens = one.screens.map(([screen]) => screen);
  test(`translated, all is said as without: ${screens[0]} … ${screens.at(-1)}`, async () => {
    const expected = await texts(one);
    const found = await texts(one, { init: [translator, "once"], expected });
    for (const screen of screens) {
      assert.equal(found.get(screen).text, expected.get(screen).text, screen);
      // No screen has fewer than three texts.
      assert.ok(found.get(screen).translations >= 3, `${screen} is translated`);
    }
  });
}

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
