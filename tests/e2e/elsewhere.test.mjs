// What the product promises a coach, in one walk: the builder's snippet, pasted into a page of another origin
// with the strict policy and a hostile style sheet, shows the pixels and exports the file of a plain page.
import assert from "node:assert/strict";
import { test } from "node:test";
import { DRAWN_WHOLE, difference, inside, stopClocks } from "./pixels.mjs";
import { strictPolicy } from "./server.mjs";
import { useSite } from "./site.mjs";
import { SHORT, hear, heard, onResults, save, start, toKeep } from "./steps.mjs";
import { answer, pressButton } from "./widget.mjs";

/** The page may set the font family, and nothing else. */
const HOSTILE = `
body * { all: unset !important; font: italic 900 60px/4 sans-serif !important; color: red !important }
leadership-audit, leadership-audit * { letter-spacing: 20px !important; text-transform: uppercase }
leadership-audit { display: block !important; direction: rtl !important; columns: 3 !important }`;

const site = useSite({ headers: { "access-control-allow-origin": "*" } }, DRAWN_WHOLE);

async function snippetOfBuilder() {
  const page = await site.open();
  await page.locator("#form").selectOption("short");
  await page.locator("#cta-href").fill("https://coach.example/book?a=1&b=2");
  await page.locator("#cta-label").fill("Book a talk");
  await page.locator("#share-label").fill("Share with Noor");
  await page.waitForFunction(() => /sha384-/.test(document.querySelector("#snippet").value));
  return page.locator("#snippet").inputValue();
}

/** Takes the audit to the exported and the shared file, with a picture of every screen. */
async function walk(address, width) {
  const viewport = { width, height: 800 };
  const context = await site.newContext({ viewport, reducedMotion: "reduce" });
  await stopClocks(context);
  const page = await site.open(address, { context, init: hear });
  const seen = { welcome: await inside(page) };
  await start(page);
  seen.item = await inside(page);
  await answer(page, SHORT);
  await onResults(page);
  seen.results = await inside(page);
  const link = page.getByRole("link", { name: "Book a talk" });
  assert.equal(await link.getAttribute("href"), "https://coach.example/book?a=1&b=2");
  await toKeep(page);
  const { text } = await save(page, "Save as a JSON file");
  await pressButton(page, "Share with Noor");
  assert.deepEqual(await heard(page, "shared"), [JSON.parse(text)]);
  return { seen, text };
}

test("the builder's snippet, on a page of another origin, under the strict policy and hostile styles", async () => {
  const page = (head) =>
    snippetOfBuilder().then(
      (snippet) => `<!doctype html><html lang="en"><meta charset="utf-8">
<meta name="viewport" content="width=device-width"><title>A host</title>
<link rel="stylesheet" href="/site.css">${head}<body>${snippet}`,
    );
  const css = { "/site.css": "body { margin: 0; font-family: sans-serif }", "/hostile.css": HOSTILE };
  const plain = await site.serve({ pages: { ...css, "/host": await page("") } });
  const hostile = await site.serve({
    pages: { ...css, "/host": await page('<link rel="stylesheet" href="/hostile.css">') },
    headers: { "content-security-policy": strictPolicy(site.address.slice(0, -1)) },
  });
  for (const width of [360, 1280]) {
    const expected = await walk(`${plain.address}host`, width);
    const found = await walk(`${hostile.address}host`, width);
    for (const screen of Object.keys(expected.seen)) {
      const differs = await difference(site.browser, expected.seen[screen], found.seen[screen]);
      assert.equal(differs, undefined, `${screen}, ${width} px`);
    }
    assert.equal(found.text, expected.text);
  }
});
