// axe on every screen in both colour schemes, no sideways scroll at 320 px, and focus on headings.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import AxeBuilder from "@axe-core/playwright";
import { serve } from "./server.mjs";
import { answer, focused, launch, newContext, open, pressButton } from "./widget.mjs";

let server;
let browser;

before(async () => {
  server = await serve();
  browser = await launch();
});

after(async () => {
  await browser?.close();
  await server?.stop();
});

/** Every screen, in the order in which one walk reaches it. */
const WALK = [
  ["welcome", async () => {}],
  ["first item", (page) => pressButton(page, "Start")],
  ["an item with a marked direction before it", (page) => pressButton(page, "I have no one here")],
  [
    "review",
    async (page) => {
      await answer(page, [..."2123221323"]);
      await pressButton(page, "Next");
      await answer(page, [..."2", ..."454545454545"]);
      await page.getByRole("heading", { name: "One statement is left out" }).waitFor();
    },
  ],
  ["results", (page) => pressButton(page, "Finish as it is")],
  [
    "results with everything open",
    (page) =>
      page.evaluate(() => {
        const { shadowRoot } = document.querySelector("leadership-audit");
        for (const details of shadowRoot.querySelectorAll("details")) details.open = true;
      }),
  ],
  [
    "results with a field of the map open",
    (page) => page.locator("leadership-audit .map tbody button").first().click(),
  ],
  [
    "keep",
    async (page) => {
      await pressButton(page, "Keep or delete this result");
      await page.getByRole("button", { name: "Print, or save as PDF" }).waitFor();
    },
  ],
  ["asked to delete", (page) => pressButton(page, "Delete everything")],
  ["deleted", (page) => pressButton(page, "Yes, delete")],
];

async function assertSound(page, screen) {
  const { violations, incomplete } = await new AxeBuilder({ page }).analyze();
  const found = [...violations, ...incomplete].map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ target, any }) => `${target} ${any[0]?.message ?? ""}`).join("; ")}`,
  );
  assert.deepEqual(found, [], screen);
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  assert.ok(overflow <= 0, `${screen}: ${overflow} px wider than the window`);
}

for (const [colorScheme, width] of [
  ["light", 1280],
  ["dark", 1280],
  ["light", 320],
]) {
  test(`every screen, ${colorScheme}, ${width} px: nothing for axe to find`, async () => {
    const context = await newContext(browser, {
      colorScheme,
      viewport: { width, height: 800 },
      reducedMotion: "reduce",
    });
    const page = await open(context, server.address);
    for (const [screen, go] of WALK) {
      await go(page);
      await page.locator("leadership-audit h2").waitFor();
      await assertSound(page, screen);
    }
    await context.close();
  });
}

test("focus moves to each new heading, and to nothing on load", async () => {
  const context = await newContext(browser);
  const page = await open(context, server.address);
  assert.equal(await page.evaluate(() => document.activeElement === document.body), true);
  await pressButton(page, "Start");
  assert.match(await focused(page), /^h2 I deliver/);
  await pressButton(page, "Back");
  assert.match(await focused(page), /^h2 How sound/);
  await context.close();
});
