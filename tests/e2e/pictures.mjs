// Draws the picture in the README from the built widget: `node tests/e2e/pictures.mjs`.
import { fileURLToPath } from "node:url";
import { serve } from "./server.mjs";
import { answer, launch, newContext, open, pressButton } from "./widget.mjs";

const PICTURE = fileURLToPath(new URL("../../docs/leadership-audit.png", import.meta.url));
const PHONE = { width: 360, height: 720 };

const server = await serve();
const browser = await launch();
const page = await open(
  await newContext(browser, { viewport: PHONE, deviceScaleFactor: 1.5 }),
  server.address,
);
// A visitor takes some seconds over each statement.
await page.clock.install();
await page.reload();
await page.locator("leadership-audit h2").waitFor();
const answerSlowly = async (digits) => {
  for (const digit of digits) {
    await page.clock.runFor(9_000);
    await answer(page, [digit]);
  }
};
// The widget alone, as on a page of its own.
await page.addStyleTag({ content: "header, footer, .bar, main > :not(.preview) { display: none }" });
const shots = [];
const shoot = async (heading) => {
  if (heading) {
    await page.getByRole("heading", { name: heading }).evaluate((element) => element.scrollIntoView());
  }
  shots.push((await page.screenshot()).toString("base64"));
};

await pressButton(page, "Start");
await answerSlowly("4442445543522213");
await pressButton(page, "Back");
await shoot();
await pressButton(page, "Next");
await answerSlowly("12321135454535445545");
await page.locator("leadership-audit .plot").waitFor();
await shoot();
await shoot("All 36 answers");

await page.setViewportSize({ width: 3 * PHONE.width + 64, height: PHONE.height + 32 });
await page.setContent(`<style>
  body { margin: 0; padding: 16px; display: flex; gap: 16px; background: #e4e2dc }
  img { width: ${PHONE.width}px; border-radius: 10px }
</style>${shots.map((shot) => `<img src="data:image/png;base64,${shot}">`).join("")}`);
await page.screenshot({ path: PICTURE });
await browser.close();
await server.stop();
