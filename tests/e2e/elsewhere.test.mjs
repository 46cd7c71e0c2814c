// What the product promises a coach, in one walk: the snippet that the builder shows, pasted into a
// page of another origin with the strict policy and a hostile style sheet, shows the same pixels as
// a plain page and gives the same file.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, test } from "node:test";
import { DRAWN_WHOLE, difference, inside, stopClocks } from "./pixels.mjs";
import { serve, strictPolicy } from "./server.mjs";
import { answer, launch, newContext, pressButton } from "./widget.mjs";

/** The font family is the page's to give; everything else is not. */
const HOSTILE = `
body * { all: unset !important; font: italic 900 60px/4 sans-serif !important; color: red !important }
leadership-audit, leadership-audit * { letter-spacing: 20px !important; text-transform: uppercase }
leadership-audit { display: block !important; direction: rtl !important; columns: 3 !important }`;

let files;
let browser;

before(async () => {
  files = await serve({ headers: { "access-control-allow-origin": "*" } });
  browser = await launch(DRAWN_WHOLE);
});

after(async () => {
  await browser?.close();
  await files?.stop();
});

async function snippetOfBuilder() {
  const context = await newContext(browser);
  const page = await context.newPage();
  await page.goto(files.address);
  await page.locator("#form").selectOption("short");
  const shown = page.locator("#snippet");
  await page.waitForFunction(() => /sha384-/.test(document.querySelector("#snippet").value));
  const text = await shown.inputValue();
  await context.close();
  return text;
}

/** Walks to the exported file, with a picture of every screen on the way. */
async function walk(address, width) {
  const viewport = { width, height: 800 };
  const context = await newContext(browser, { viewport, reducedMotion: "reduce" });
  await stopClocks(context);
  const page = await context.newPage();
  const faults = [];
  page.on("pageerror", (error) => faults.push(String(error)));
  page.on("console", (message) => message.type() === "error" && faults.push(message.text()));
  await page.goto(address);
  await page.locator("leadership-audit h2").waitFor();
  const seen = { welcome: await inside(page) };
  await pressButton(page, "Start");
  await page.locator("leadership-audit fieldset.item").waitFor();
  seen.item = await inside(page);
  await answer(page, [..."445544521231553115"]);
  await page.locator("leadership-audit .scores").waitFor();
  seen.results = await inside(page);
  await pressButton(page, "Keep or delete this result");
  const [file] = await Promise.all([
    page.waitForEvent("download"),
    pressButton(page, "Save as a JSON file"),
  ]);
  const text = readFileSync(await file.path(), "utf8");
  await context.close();
  assert.deepEqual(faults, []);
  return { seen, text };
}

test("the builder's snippet, elsewhere, under the strict policy, among hostile styles", async (t) => {
  const page = (head) =>
    snippetOfBuilder().then(
      (snippet) => `<!doctype html><html lang="en"><meta charset="utf-8">
<meta name="viewport" content="width=device-width"><title>A host</title>
<link rel="stylesheet" href="/site.css">${head}<body>${snippet}`,
    );
  const css = { "/site.css": "body { margin: 0; font-family: sans-serif }", "/hostile.css": HOSTILE };
  const plain = await serve({ pages: { ...css, "/host": await page("") } });
  t.after(plain.stop);
  const hostile = await serve({
    pages: { ...css, "/host": await page('<link rel="stylesheet" href="/hostile.css">') },
    headers: { "content-security-policy": strictPolicy(files.address.slice(0, -1)) },
  });
  t.after(hostile.stop);
  for (const width of [360, 1280]) {
    const expected = await walk(`${plain.address}host`, width);
    const found = await walk(`${hostile.address}host`, width);
    for (const screen of Object.keys(expected.seen)) {
      const differs = await difference(browser, expected.seen[screen], found.seen[screen]);
      assert.equal(differs, undefined, `${screen}, ${width} px`);
    }
    assert.equal(found.text, expected.text);
  }
});
