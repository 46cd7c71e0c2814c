// The block in the editor: its preview, its settings, what it says of a link that is left out.
import assert from "node:assert/strict";
import { test } from "node:test";
import { readTranslations } from "../../packaging/texts.mjs";
import { ENGLISH } from "../../site/english.js";
import { useSite } from "../e2e/site.mjs";
import { PROJECT } from "../e2e/widget.mjs";
import { inEachWordPress, logIn, open } from "./wordpress.mjs";

const site = useSite();

/** Opens what an author wrote in the editor. @returns the page, and the document that shows the block */
async function edit(wordpress, content, route) {
  const address = new URL(wordpress.publish(content));
  const context = await site.newContext({ viewport: { width: 1400, height: 900 } });
  if (route) await context.route("**/leadership-audit.js*", route);
  const page = await open(context, wordpress, address.href);
  await logIn(page, wordpress);
  await page.goto(new URL(`wp-admin/post.php?post=${address.searchParams.get("p")}&action=edit`, address).href);
  // A guide that greets everybody once.
  await page.waitForFunction(() => window.wp?.data?.select("core/editor")?.getCurrentPostId());
  await page.evaluate(() => window.wp.data.dispatch("core/preferences").set("core/edit-post", "welcomeGuide", false));
  // Whether it is open is remembered.
  await page.evaluate(() => window.wp.data.dispatch("core/edit-post").openGeneralSidebar("edit-post/document"));
  const selector = '[data-type="leadership-audit/audit"]';
  await page.locator(`${selector}, iframe[name="editor-canvas"]`).first().waitFor();
  const inFrame = await page.locator('iframe[name="editor-canvas"]').count();
  const canvas = inFrame ? page.frameLocator('iframe[name="editor-canvas"]') : page;
  const block = canvas.locator(selector);
  await block.waitFor();
  return { page, canvas, block };
}

const attributes = (page) =>
  page.evaluate(() => {
    const blocks = window.wp.data.select("core/block-editor").getBlocks();
    return JSON.parse(JSON.stringify(blocks.find(({ name }) => name === "leadership-audit/audit").attributes));
  });

/** Opens the sidebar's part that is named so. */
async function unfold(page, name) {
  const button = page.getByRole("button", { name, exact: true });
  if ((await button.getAttribute("aria-expanded")) === "false") await button.click();
}

inEachWordPress((wordpress) => {
  test("the editor shows the audit as visitors meet it, and a press on it selects the block", async () => {
    const { page, block } = await edit(wordpress, '<!-- wp:leadership-audit/audit {"form":"short","accent":"#7a3e9d"} /-->');
    const start = block.getByRole("button", { name: "Start", exact: true, includeHidden: true });
    await start.waitFor();
    assert.equal(await block.getByText("You set the form").count(), 0);
    const { x, y, width, height } = await start.boundingBox();
    await page.mouse.click(x + width / 2, y + height / 2);
    await block.getByText("You set the form, the link at the end and the colours in the sidebar").waitFor();
    assert.equal(await start.count(), 1, "the audit has not begun");
    await page.evaluate(() => window.wp.data.dispatch("core/edit-post").closeGeneralSidebar());
    await page.getByLabel("Link at the end: text").waitFor({ state: "detached" });
    await block.getByRole("button", { name: "Open the settings" }).click();
    await page.getByLabel("Link at the end: text").waitFor();
    const accent = (element) => getComputedStyle(element).getPropertyValue("--leadership-audit-accent");
    assert.equal(await block.locator("leadership-audit").evaluate(accent), "#7a3e9d");
    assert.deepEqual(page.faults.filter((fault) => /leadership-audit/.test(fault)), []);
  });

  test("the sidebar has every setting in words, and the preview follows", async () => {
    const { page, block } = await edit(wordpress, "<!-- wp:leadership-audit/audit /-->");
    await block.getByText("36 statements").first().waitFor();
    await block.click();
    await page.getByLabel("Form", { exact: true }).selectOption({ label: "Short, 18 statements" });
    await block.getByText("36 statements").first().waitFor({ state: "detached" });
    await page.getByLabel("Theme").selectOption({ label: "Dark" });
    await unfold(page, "More settings");
    await page.getByLabel("Answers are kept").selectOption({ label: "Until the tab is closed" });
    assert.deepEqual(await attributes(page), { form: "short", theme: "dark", retain: "session" });
    await page.getByLabel("Form", { exact: true }).selectOption({ label: "The visitor chooses" });
    assert.deepEqual(await attributes(page), { theme: "dark", retain: "session" }, "a default is not written down");
  });

  test("a colour is picked in the sidebar", async () => {
    const { page, block } = await edit(wordpress, "<!-- wp:leadership-audit/audit /-->");
    await block.click();
    await page.getByRole("button", { name: /^(Accent|Color: Accent)/ }).first().click();
    await page.locator(".components-circular-option-picker__option").first().click();
    const { accent } = await attributes(page);
    assert.match(accent, /^#[\da-f]{6}$/i);
    const shown = (element) => getComputedStyle(element).getPropertyValue("--leadership-audit-accent");
    assert.equal(await block.locator("leadership-audit").evaluate(shown), accent);
  });

  test("a link gets the scheme that it lacks, and the block names what it leaves out", async () => {
    const { page, block } = await edit(wordpress, "<!-- wp:leadership-audit/audit /-->");
    await block.click();
    const address = page.getByLabel("Link at the end: address");
    await address.fill("calendly.com/coach");
    await address.press("Tab");
    await block.getByText("The link needs a text as well.").waitFor();
    await page.getByLabel("Link at the end: text").fill("Book");
    await block.getByText("The link needs a text as well.").waitFor({ state: "detached" });
    assert.deepEqual(await attributes(page), { ctaHref: "https://calendly.com/coach", ctaLabel: "Book" });
    await address.fill("http://coach.example/");
    await block.getByText("This address begins with http://").waitFor();
  });

  test("where the script can't run, the block says so and can be set all the same", async () => {
    const { page, block } = await edit(wordpress, "<!-- wp:leadership-audit/audit /-->", (route) => route.abort());
    await block.getByText("The preview belongs here.").waitFor();
    await block.click();
    await page.getByLabel("Theme").selectOption({ label: "Dark" });
    assert.deepEqual(await attributes(page), { theme: "dark" });
  });

  for (const [locale, tag] of [["de_AT", "de"], ["ja", "ja"]]) {
    test(`the block and its page are in the language of the site: ${locale}`, async () => {
      const say = readTranslations(PROJECT)[tag];
      wordpress.run("language.php", locale);
      try {
        const { page, block } = await edit(wordpress, "<!-- wp:leadership-audit/audit /-->");
        await block.click();
        await page.getByLabel(say("Form"), { exact: true }).selectOption({ label: say("Short, 18 statements") });
        assert.deepEqual(await attributes(page), { form: "short" });
        await page.getByText(say("A self-assessment for leaders that runs in the visitor’s browser.")).first().waitFor();
        const visitors = await (await site.newContext({ javaScriptEnabled: false })).newPage();
        await visitors.goto(wordpress.publish("[leadership_audit]"));
        await visitors.getByText(say(ENGLISH["snippet.instead"])).waitFor();
      } finally {
        wordpress.run("language.php", "");
      }
    });
  }

  test("PHP logged no complaint about the plugin", () => {
    assert.deepEqual(wordpress.complaints(), []);
  });
});
