// With every text replaced by a translator, every screen says what it says without one.
import assert from "node:assert/strict";
import { test } from "node:test";
import { PAGES, WALKS, walk } from "./screens.mjs";
import { useSite } from "./site.mjs";
import { settled } from "./steps.mjs";
import { said, translator } from "./translator.mjs";

const site = useSite({ pages: PAGES });

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
