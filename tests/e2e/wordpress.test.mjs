// The plugin in a real WordPress. Not part of the ordinary run: `cargo xtask test --wordpress` installs the Debian
// packages that it needs, packs the plugin and runs this file.
import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { isInstalled, startWordPress } from "../../packaging/wordpress/site.mjs";
import { useSite } from "./site.mjs";
import { start } from "./steps.mjs";
import { PROJECT, pressButton } from "./widget.mjs";

const PACKAGED = join(PROJECT, "target/package");
const skip = isInstalled() ? false : "only by `cargo xtask test --wordpress`";

const site = useSite();
let wordpress;

before(async () => {
  if (skip) return;
  const isPlugin = (name) => /^leadership-audit-wordpress-.+\.zip$/.test(name);
  const plugin = readdirSync(PACKAGED).find(isPlugin);
  wordpress = await startWordPress(join(PACKAGED, plugin));
});

after(() => wordpress?.stop());

/** Opens a page, and notes its faults and the media types of the plugin's files that it loads. */
async function open(context, address) {
  const page = await context.newPage();
  page.faults = [];
  page.files = {};
  page.on("pageerror", (error) => page.faults.push(String(error)));
  page.on("console", (message) => {
    const { url } = message.location();
    // Browsers request an icon on their own; WordPress requests the author's picture from another host.
    const ours = url.startsWith(wordpress.address) && !/favicon|w-logo/.test(url);
    if (message.type() === "error" && ours) page.faults.push(`${message.text()} ${url}`);
  });
  page.on("response", (response) => {
    const { pathname } = new URL(response.url());
    const [, name] = /\/plugins\/leadership-audit\/(.+)$/.exec(pathname) ?? [];
    if (name) page.files[name] = response.headers()["content-type"]?.split(";")[0];
  });
  await page.goto(address);
  return page;
}

/** Answers the first statement and returns what is stored of it. */
async function answerOne(page, audit) {
  await start(page);
  await page.keyboard.press("4");
  await page.getByText("2 of 18").waitFor();
  const key = `leadership-audit:${audit}:answer:up-trust-1`;
  return page.evaluate((key) => JSON.parse(localStorage.getItem(key)).value, key);
}

/** The files that an audit has loaded once its first statement is answered, with their media types. */
const LOADED = {
  "leadership-audit-results.wasm": "application/wasm",
  "leadership-audit-widget_bg.wasm": "application/wasm",
  "leadership-audit-words.en.txt": "text/plain",
  "leadership-audit-words.en.results.txt": "text/plain",
  "leadership-audit.js": "text/javascript",
};

function assertTypes(files) {
  const plain = Object.entries(files).map(([path, type]) => [
    path.replace(/^assets\/\d+\.\d+\.\d+\//, ""),
    type.replace("application/javascript", "text/javascript"),
  ]);
  assert.deepEqual(Object.fromEntries(plain), LOADED);
}

const EMBEDS = [
  ["shortcode", "code", ""],
  ["block", "block", ""],
  ["shortcode, on a WordPress with script modules", "code", "&modules"],
  ["block, on a WordPress with script modules", "block", "&modules"],
];

for (const [title, audit, query] of EMBEDS) {
  test(`${title}: an author's page runs the audit and stores the answer`, { skip }, async () => {
    const context = await site.newContext();
    const page = await open(context, wordpress.pages[title.split(",")[0]] + query);
    assert.equal(await page.locator("leadership-audit").count(), 1);
    const texts = page.waitForResponse(/-words\.en\.results\.txt$/);
    assert.equal(await answerOne(page, audit), 4);
    await texts;
    assertTypes(page.files);
    assert.deepEqual(page.faults, []);
    const script = page.locator('script[src*="leadership-audit.js"]');
    const tag = await script.evaluate((element) => element.outerHTML);
    // Rocket Loader reads only the attributes before the address.
    assert.match(tag, /^<script type="module" data-cfasync="false" .*src="[^?]+\.js"/);
    assert.equal(query !== "", tag.includes("-js-module"), "the way of this WordPress");
  });
}

test("the attributes of a shortcode reach the element, with the address of the plugin's files", { skip }, async () => {
  const context = await site.newContext();
  const page = await open(context, wordpress.pages.shortcode);
  const attributes = await page.evaluate(() => {
    const { attributes } = document.querySelector("leadership-audit");
    return Object.fromEntries([...attributes].map(({ name, value }) => [name, value]));
  });
  const { "files-href": files, ...given } = attributes;
  assert.match(files, new RegExp(`^${wordpress.address}.*/plugins/leadership-audit/assets/\\d+\\.\\d+\\.\\d+/$`));
  assert.deepEqual(given, {
    "audit-id": "code",
    "cta-href": "https://coach.example/?a=1&b=2",
    "cta-label": 'Book "now" [60 min]',
    form: "short",
  });
});

test("hostile values stay values", { skip }, async () => {
  const context = await site.newContext();
  const page = await open(context, wordpress.pages.hostile);
  await pressButton(page, "Start");
  await page.getByText("1 of 36").waitFor();
  const element = page.locator("leadership-audit");
  assert.equal(await element.getAttribute("form"), '"><script>alert(1)</script>');
  assert.equal(await element.getAttribute("cta-href"), null);
  assert.equal(await element.getAttribute("src"), null);
  assert.equal(await page.getByText("Only editors see this").count(), 0, "visitors are not told of a link that is missing");
  assert.deepEqual(page.faults, []);
});

test("no other page loads it, and a tag that an author pasted is removed", { skip }, async () => {
  const context = await site.newContext();
  for (const title of ["without", "pasted"]) {
    const page = await open(context, wordpress.pages[title]);
    await page.waitForLoadState("networkidle");
    assert.deepEqual(page.files, {});
    assert.equal(await page.locator("leadership-audit").count(), 0);
  }
});

test("where JavaScript is off, the page says so", { skip }, async () => {
  const context = await site.newContext({ javaScriptEnabled: false });
  const page = await open(context, wordpress.pages.block);
  await page.getByText("The self-assessment belongs here.").waitFor();
});

test("the editor shows the block and changes its settings", { skip }, async () => {
  const context = await site.newContext({ viewport: { width: 1400, height: 900 } });
  const page = await open(context, new URL("wp-login.php", wordpress.address).href);
  await page.fill("#user_login", "admin");
  await page.fill("#user_pass", wordpress.password);
  await page.click("#wp-submit");
  await page.waitForURL(/wp-admin/);
  const id = new URL(wordpress.pages.block).searchParams.get("p");
  page.faults = [];
  await page.goto(new URL(`wp-admin/post.php?post=${id}&action=edit`, wordpress.address).href);
  const block = page.locator('[data-type="leadership-audit/audit"]');
  await block.getByText("Form: short").waitFor({ timeout: 30_000 });
  await page.keyboard.press("Escape");
  await block.click();
  const chosen = () =>
    page.evaluate(() => {
      const blocks = window.wp.data.select("core/block-editor").getBlocks();
      return blocks.find(({ name }) => name === "leadership-audit/audit").attributes;
    });
  await page.getByLabel("Theme").selectOption("dark");
  await page.getByLabel("Link at the end: text").fill("Book");
  await page.getByLabel("Form", { exact: true }).selectOption("choose");
  assert.deepEqual(await chosen(), {
    auditId: "block",
    loading: "eager",
    theme: "dark",
    ctaLabel: "Book",
    form: undefined,
  });
  assert.deepEqual(page.faults, []);
});

test("PHP logged no complaint about the plugin", { skip }, () => {
  assert.deepEqual(wordpress.complaints(), []);
});
