// Takes the pictures of the builder for the documents from dist/: `node tests/e2e/builder-pictures.mjs`, and then, so that they
// are small, `mogrify -colors 96 docs/coach/builder-*.png`.
import { openBuilder, preview } from "./builder.mjs";
import { serve } from "./server.mjs";
import { PROJECT, launch, newContext, open } from "./widget.mjs";

const folder = `${PROJECT}docs/coach/`;
const LOGO = `<svg xmlns="http://www.w3.org/2000/svg" width="160" height="60">
  <rect width="160" height="60" fill="#fff"/><circle cx="30" cy="30" r="24" fill="#b4532a"/>
  <rect x="66" y="14" width="84" height="14" fill="#24476b"/><rect x="66" y="34" width="60" height="10" fill="#8fb3a1"/></svg>`;

const server = await serve({});
const browser = await launch();

async function opened(width, height) {
  const context = await newContext(browser, { viewport: { width, height }, colorScheme: "light", reducedMotion: "reduce" });
  return openBuilder({ open: (path) => open(context, server.address + path) });
}

const phone = await opened(360, 740);
await phone.screenshot({ path: `${folder}builder-phone.png` });

const page = await opened(1280, 900);
await page.screenshot({ path: `${folder}builder-start.png` });
await page.locator("#logo-file").setInputFiles({ name: "logo.svg", mimeType: "image/svg+xml", buffer: Buffer.from(LOGO) });
await page.locator("#logo-colours button").first().click();
await page.locator("#font").fill("Montserrat");
await page.locator("#settings fieldset").first().screenshot({ path: `${folder}builder-look.png` });
await page.locator("#cta-href").fill("calendly.com/noor");
await page.locator("#cta-label").fill("Book a conversation");
await preview(page, "a result, with your link");
await page.evaluate(() => scrollTo(0, 0));
await page.screenshot({ path: `${folder}builder-result.png` });
await page.locator("#base").fill("https://coach.example/leadership-audit/0.1.0/");
await page.locator("#base").blur();
await page.locator("section.snippet").screenshot({ path: `${folder}builder-snippet.png` });
await browser.close();
await server.stop();
