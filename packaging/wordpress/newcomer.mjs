// A coach's first minutes: from the dashboard of a WordPress without the plugin to the first statement, clicked as a person clicks.
// Prints how long docs/coach/wordpress.md takes: the machine by a watch, hands by the keystroke-level model, reading by its speed.
// Makes that page's pictures as well. Not a test: nothing here fails for being slow.
//
//   node packaging/wordpress/newcomer.mjs [6.1 | 6.7] [FOLDER FOR PICTURES]
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { launch, newContext, pressButton } from "../../tests/e2e/widget.mjs";
import { packedPlugin, startWordPress } from "./site.mjs";

const [, , release = "6.7", pictures] = process.argv;

/** Seconds to think, point, press, move to the keys, and of a key of somebody who types without skill: Card, Moran and Newell (1980). */
const [THINK, POINT, CLICK, HOME, KEY] = [1.35, 1.1, 0.2, 0.4, 0.28];
const presses = (count) => count * (THINK + POINT + CLICK);
const typing = (text) => THINK + POINT + CLICK + HOME + text.length * KEY;
/** Words a minute, silently, in English non-fiction: Brysbaert (2019). */
const WORDS = 238;
const TITLE = "How do you lead?";
const [ADDRESS, LABEL] = ["calendly.com/coach", "Book a conversation"];

/** Seconds to read the first three sections of the page for coaches. */
function reading() {
  const text = readFileSync(new URL("../../docs/coach/wordpress.md", import.meta.url), "utf8");
  const sections = text.split(/^## /m).filter((part) => /^[123]\./.test(part));
  const words = sections.join(" ").replace(/!\[[^\]]*\]\([^)]*\)/g, "").split(/\s+/).filter((word) => /\w/.test(word));
  return (60 * words.length) / WORDS;
}

const wordpress = await startWordPress(undefined, release);
const browser = await launch();
try {
  const context = await newContext(browser, { viewport: { width: 1280, height: 800 } });
  await context.route((url) => !wordpress.address.includes(url.host), (route) => route.fulfill({ status: 204 }));
  const page = await context.newPage();
  const open = (path) => page.goto(new URL(path, wordpress.address).href);
  await open("wp-login.php");
  await page.waitForTimeout(500);
  await page.fill("#user_login", "admin");
  await page.fill("#user_pass", wordpress.password);
  await page.click("#wp-submit");
  await page.waitForURL(/wp-admin/, { waitUntil: "commit" });

  const clock = [];
  const start = performance.now();
  let hands = 0;
  const step = async (what, seconds, act) => {
    const before = performance.now();
    await act();
    hands += seconds;
    clock.push(`${((performance.now() - before) / 1000).toFixed(1).padStart(5)} s  ${what}`);
  };
  const shot = async (name, width = 1280, height = 800) => {
    if (!pictures) return;
    const before = performance.now();
    const path = join(pictures, `wordpress-${name}.png`);
    await page.screenshot({ path });
    execFileSync("convert", [path, "-strip", "+dither", "-colors", "128", "-define", "png:compression-level=9", path]);
    paused += performance.now() - before;
  };
  let paused = 0;

  await step("Plugins, Add New, Upload Plugin, choose the zip, Install Now", presses(6), async () => {
    await open("wp-admin/plugin-install.php?tab=upload");
    await page.setInputFiles("#pluginzip", packedPlugin());
    await shot("upload");
    await page.click("#install-plugin-submit");
    await page.getByRole("link", { name: "Activate Plugin" }).waitFor();
  });
  await step("Activate", presses(1), () => page.getByRole("link", { name: "Activate Plugin" }).click());
  await step("Pages, Add New, a title", presses(2) + typing(TITLE), async () => {
    await open("wp-admin/post-new.php?post_type=page");
    await page.waitForFunction(() => window.wp?.data?.select("core/editor")?.getCurrentPostId());
    await page.evaluate(() => window.wp.data.dispatch("core/preferences").set("core/edit-post", "welcomeGuide", false));
    const framed = await page.locator('iframe[name="editor-canvas"]').waitFor({ timeout: 4000 }).then(() => true, () => false);
    page.canvas = framed ? page.frameLocator('iframe[name="editor-canvas"]') : page;
    await page.canvas.getByRole("textbox", { name: "Add title" }).fill(TITLE);
  });
  await step("+, “leadership”, the block", presses(2) + typing("leadership"), async () => {
    await page.getByRole("button", { name: /Toggle block inserter|^Block Inserter/i }).first().click();
    await page.locator(".block-editor-inserter__search input").pressSequentially("leadership", { delay: 40 });
    await page.getByRole("option", { name: "Leadership Audit" }).click();
    await page.canvas.locator("leadership-audit").getByRole("button", { name: "Start", includeHidden: true }).waitFor();
    await page.getByRole("button", { name: /Toggle block inserter|^Block Inserter/i }).first().click();
  });
  await step("the link at the end and a colour, in the sidebar", typing(ADDRESS) + typing(LABEL) + presses(2), async () => {
    const address = page.getByLabel("Link at the end: address");
    const isClosed = await address.waitFor({ timeout: 1000 }).then(() => false, () => true);
    if (isClosed) await page.canvas.getByRole("button", { name: "Open the settings" }).click();
    await address.fill(ADDRESS);
    await page.getByLabel("Link at the end: text").fill(LABEL);
    await page.waitForTimeout(300);
    await shot("block");
    await page.getByRole("button", { name: "Accent", exact: true }).click();
    await page.locator(".components-circular-option-picker__option").nth(3).click();
    await shot("colours");
    await page.keyboard.press("Escape");
  });
  const view = () => page.locator(".post-publish-panel__postpublish a", { hasText: "View Page" });
  await step("Publish, Publish", presses(2), async () => {
    await page.getByRole("button", { name: "Publish", exact: true }).first().click();
    await page.locator(".editor-post-publish-panel .editor-post-publish-button").click();
    await view().waitFor();
  });
  await step("View Page, Start: the first statement", presses(2), async () => {
    await page.goto(await view().getAttribute("href"));
    await page.locator("leadership-audit h2").first().waitFor();
    await shot("page");
    await pressButton(page, "Start");
    await page.locator("leadership-audit fieldset.item").waitFor();
  });
  const waiting = (performance.now() - start - paused) / 1000;
  const all = { reading: reading(), hands, waiting, together: reading() + hands + waiting };
  const row = Object.entries(all).map(([what, seconds]) => `${what} ${Math.round(seconds)} s`);
  console.log(`WordPress ${release}: ${row.join(", ")}\n${clock.join("\n")}`);

  if (pictures) {
    const address = page.url();
    await page.setViewportSize({ width: 360, height: 720 });
    await page.evaluate(() => localStorage.clear());
    await page.goto(address);
    await page.locator("leadership-audit h2").first().waitFor();
    await page.locator("leadership-audit").evaluate((element) => scrollTo(0, element.offsetTop - 16));
    await page.waitForTimeout(500);
    await shot("page-360");
    await open(`wp-admin/post.php?post=${new URL(address).searchParams.get("page_id")}&action=edit`);
    await page.canvas.locator("leadership-audit h2").first().waitFor();
    await page.canvas.locator('[data-type="leadership-audit/audit"]').click();
    await page.waitForTimeout(500);
    await shot("block-360");
  }
} finally {
  await browser.close();
  await wordpress.stop();
}
