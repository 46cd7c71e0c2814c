// The whole walk under the strict policy, from the page's own origin and from another: no violation,
// no request that the page did not ask for, nothing stored before the first answer.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, test } from "node:test";
import { hostPage } from "./pixels.mjs";
import { serve, strictPolicy } from "./server.mjs";
import { PREFIX, answer, launch, newContext, pressButton, stored } from "./widget.mjs";

let browser;

before(async () => {
  browser = await launch();
});

after(() => browser?.close());

/** The policy allows no style element and no cookie gets lost: the page is as bare as can be. */
const strictPage = (script) =>
  hostPage({ attributes: 'share-label="Share with Noor"', after: "" })
    .replace(/<style>.*<\/style>/, "")
    .replace("/leadership-audit.js", script);

const CASES = [
  ["from the page's own origin", false],
  ["from another origin", true],
];

for (const [name, elsewhere] of CASES) {
  test(`the whole walk under the strict policy, ${name}`, async () => {
    const cookies = [];
    const noteCookies = (request) => cookies.push(request.headers.cookie);
    const files = await serve({
      headers: { "access-control-allow-origin": "*", "set-cookie": "files=1" },
      request: noteCookies,
    });
    const origin = files.address.slice(0, -1);
    const site = elsewhere ? await serve() : files;
    const policy = elsewhere ? strictPolicy(origin) : strictPolicy();
    site.behaviour.pages = { "/host": strictPage(`${elsewhere ? origin : ""}/leadership-audit.js`) };
    site.behaviour.headers = {
      ...site.behaviour.headers,
      "content-security-policy": policy,
      "set-cookie": "site=1",
    };

    const context = await newContext(browser);
    const requests = [];
    context.on("request", (request) => requests.push(request.url()));
    const page = await context.newPage();
    const faults = [];
    page.on("console", (message) => {
      if (message.type() !== "info" && message.type() !== "log") faults.push(message.text());
    });
    page.on("pageerror", (error) => faults.push(String(error)));
    await page.addInitScript(() => {
      window.violations = [];
      addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI }) =>
        window.violations.push(`${violatedDirective} ${blockedURI}`),
      );
      window.ready = new Promise((resolve) => addEventListener("leadership-audit-ready", resolve));
    });
    await page.goto(`${site.address}host`);
    await page.evaluate(() => window.ready);
    const loaded = requests.length;

    assert.deepEqual(await stored(page), {});
    await page.getByText("What happens to my answers").click();
    await page.getByLabel("Short").check();
    await pressButton(page, "Start");
    await page.locator("leadership-audit fieldset.item").waitFor();
    assert.deepEqual(await stored(page), {}, "no key before the first answer");
    await answer(page, [..."445544521231553115"]);
    await page.locator("leadership-audit .scores").waitFor();
    assert.ok(Object.keys(await stored(page)).every((key) => key.startsWith(PREFIX)));
    assert.equal(await page.evaluate(() => sessionStorage.length), 0);

    await pressButton(page, "Keep or delete this result");
    const [file] = await Promise.all([
      page.waitForEvent("download"),
      pressButton(page, "Save as a JSON file"),
    ]);
    assert.equal(JSON.parse(readFileSync(await file.path(), "utf8")).schema, "leadership-audit/result");
    await pressButton(page, "Print, or save as PDF");
    await page.locator("leadership-audit iframe.print").waitFor({ state: "attached" });
    await pressButton(page, "Copy a summary");
    await page.getByText("The summary is on the clipboard.").waitFor();
    const shared = page.evaluate(
      () =>
        new Promise((resolve) => {
          addEventListener("leadership-audit-shared", ({ detail }) => resolve(detail.schema));
        }),
    );
    await pressButton(page, "Share with Noor");
    assert.equal(await shared, "leadership-audit/result");
    await pressButton(page, "Delete everything");
    await pressButton(page, "Yes, delete");
    await page.getByText("Everything is deleted.").waitFor();

    assert.deepEqual(await page.evaluate(() => window.violations), []);
    assert.deepEqual(faults, []);
    const asked = requests.slice(0, loaded).filter((url) => !url.endsWith("/favicon.ico"));
    assert.deepEqual(asked.sort(), [
      `${site.address}host`,
      `${files.address}leadership-audit-widget_bg.wasm`,
      `${files.address}leadership-audit.js`,
    ].sort());
    const later = requests.slice(loaded).filter((url) => !/^blob:|\/favicon\.ico$/.test(url));
    const beside = (name) => `${files.address}leadership-audit-${name}`;
    assert.deepEqual(later, [beside("texts.en.json"), beside("results.wasm"), beside("workbook_bg.wasm")]);
    if (elsewhere) assert.deepEqual(new Set(cookies), new Set([undefined]), "no cookie goes elsewhere");
    const cookieNames = (await context.cookies()).map(({ name }) => name);
    assert.ok(!cookieNames.some((name) => /audit/.test(name)), "the widget sets no cookie");
    await context.close();
    await files.stop();
    if (elsewhere) await site.stop();
  });
}

test("the program is fetched without the visitor's cookies, from the page's own origin too", async () => {
  const sent = {};
  const server = await serve({
    pages: { "/host": hostPage() },
    headers: { "set-cookie": "visitor=1; Path=/" },
    request: ({ url, headers }) => {
      sent[url] = headers.cookie;
    },
  });
  const context = await newContext(browser);
  await context.addCookies([{ name: "visitor", value: "1", url: server.address }]);
  const page = await context.newPage();
  await page.goto(`${server.address}host`);
  await pressButton(page, "Start");
  await page.locator("leadership-audit fieldset.item").waitFor();
  assert.equal(sent["/host"], "visitor=1", "the browser had one to send");
  await page.keyboard.press("5");
  await page.waitForFunction(() => localStorage.length > 0);
  for (const name of ["widget_bg.wasm", "texts.en.json", "results.wasm"]) {
    const path = `/leadership-audit-${name}`;
    assert.ok(path in sent, path);
    assert.equal(sent[path], undefined, path);
  }
  await context.close();
  await server.stop();
});
