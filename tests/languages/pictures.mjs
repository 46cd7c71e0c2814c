// Draws the pictures of docs/translating.md from the built widget: `node tests/languages/pictures.mjs`.
import { fileURLToPath } from "node:url";
import { PAGES } from "../e2e/screens.mjs";
import { serve } from "../e2e/server.mjs";
import { audit, onResults, start } from "../e2e/steps.mjs";
import { PROJECT, answer, launch, newContext } from "../e2e/widget.mjs";

process.env.FONTCONFIG_FILE = fileURLToPath(new URL("fonts.conf", import.meta.url));

const server = await serve({ pages: PAGES });
const browser = await launch();
const viewport = { width: 360, height: 760 };
const context = await newContext(browser, { viewport, deviceScaleFactor: 1.25, colorScheme: "light", reducedMotion: "reduce" });
const page = await context.newPage();
await page.clock.install();
await page.goto(`${server.address}welcome`);
await start(page);
// A visitor takes some seconds over each statement.
for (const digit of "444244554354222131232113545453544554") {
  await page.clock.runFor(9_000);
  await answer(page, [digit]);
}
await onResults(page);
await page.addStyleTag({ content: "h1 { display: none }" });
for (const tag of ["ar", "ja"]) {
  await audit(page).evaluate((element, tag) => (element.lang = tag), tag);
  await audit(page).locator(`.screen[lang="${tag}"]`).waitFor({ state: "attached" });
  await page.evaluate(() => scrollTo(0, 0));
  await page.screenshot({ path: `${PROJECT}docs/languages-${tag}.png` });
}
await browser.close();
await server.stop();
