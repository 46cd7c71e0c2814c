// What visitors get of the pages that an author wrote.
import assert from "node:assert/strict";
import { test } from "node:test";
import { FLAVOURS } from "../../site/snippet.js";
import { useSite } from "../e2e/site.mjs";
import { pressButton, token } from "../e2e/widget.mjs";
import { answerOne, attributesOf, inEachWordPress, logIn, open } from "./wordpress.mjs";

const site = useSite();

const COPY = /^uploads\/leadership-audit\/\d+\.\d+\.\d+-[\da-f]{8}\//;
const TYPES = { wasm: "application/wasm", txt: "text/plain", js: /^(text|application)\/javascript$/ };

/** All that an audit loads comes from the copy below the uploads, with the types that browsers want. */
function assertLoaded(files) {
  for (const [path, type] of Object.entries(files)) {
    assert.match(path, COPY);
    assert.match(type, new RegExp(TYPES[path.split(".").pop()]));
  }
  const names = Object.keys(files).map((path) => path.replace(COPY, ""));
  for (const name of ["start.js", "leadership-audit.js", "leadership-audit-results.wasm"]) assert.ok(names.includes(name), name);
}

const EMBEDS = {
  shortcode: '<p>Before.</p>\n\n[leadership_audit form="short" audit_id="shortcode"]\n\n<p>After.</p>',
  block: '<!-- wp:paragraph --><p>Before.</p><!-- /wp:paragraph --><!-- wp:leadership-audit/audit {"form":"short","auditId":"block","loading":"eager"} /-->',
};

/** What the builder writes to be pasted where there is no plugin. */
const CHOSEN = {
  attributes: { form: "short" },
  tokens: { accent: "#c2185b" },
  base: new URL("https://files.example/0.1.0/"),
  hash: "sha384-x",
  hasPages: true,
};
const PASTED = ["plain", "iframe"];

/** Links as coaches type them, and what the element gets; undefined: an editor reads why there is none. */
const LINKS = { "calendly.com/coach?a=1&amp;b=2": "https://calendly.com/coach?a=1&b=2", "http://coach.example/": undefined };

inEachWordPress((wordpress) => {
  for (const [title, content] of Object.entries(EMBEDS)) {
    test(`${title}: an author's page runs the audit and stores the answer`, async () => {
      const page = await open(await site.newContext(), wordpress, wordpress.publish(content));
      assert.equal(await page.locator("leadership-audit").count(), 1);
      const texts = page.waitForResponse(/-words\.[\w-]+\.results\.txt$/);
      assert.equal(await answerOne(page, title), 4);
      await texts;
      assertLoaded(page.files);
      assert.deepEqual(page.faults, []);
    });
  }

  test("the tag of the script opts out of optimisers, before its address", async () => {
    const page = await open(await site.newContext(), wordpress, wordpress.publish("[leadership_audit]"));
    const tag = await page.locator('script[src*="/start.js"]').evaluate((element) => element.outerHTML);
    // Rocket Loader reads only the attributes before the address.
    assert.match(tag, /^<script data-cfasync="false" .*data-jetpack-boost="ignore".* src=/);
  });

  test("the settings of a shortcode reach the element, and no other attribute does", async () => {
    const content = '[leadership_audit form="short" cta_href="https://coach.example/" cta_label="Book &quot;now&quot; &#91;60 min&#93;" onclick="alert(1)" files_href="https://evil.example/"]';
    const page = await open(await site.newContext(), wordpress, wordpress.publish(content));
    const { "files-href": files, ...given } = await attributesOf(page);
    assert.match(files, new RegExp(`^${wordpress.address}wp-content/uploads/leadership-audit/\\d+\\.\\d+\\.\\d+-[\\da-f]{8}/$`));
    assert.deepEqual(given, { form: "short", "cta-href": "https://coach.example/", "cta-label": 'Book "now" [60 min]' });
  });

  test("hostile values stay values", async () => {
    const content = '[leadership_audit form="&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;" src="data:text/html,x" accent="red;background:url(//evil.example)"]';
    const page = await open(await site.newContext(), wordpress, wordpress.publish(content));
    await pressButton(page, "Start");
    await page.getByText("1 of 36").waitFor();
    const { "files-href": files, ...given } = await attributesOf(page);
    assert.deepEqual(given, { form: '"><script>alert(1)</script>' });
    assert.deepEqual(page.faults, []);
  });

  for (const [typed, href] of Object.entries(LINKS)) {
    test(`the link ${typed} is ${href ?? "left out, and editors read why"}`, async () => {
      const address = wordpress.publish(`[leadership_audit cta_href="${typed}" cta_label="Book"]`);
      const visitor = await open(await site.newContext(), wordpress, address);
      assert.equal((await attributesOf(visitor))["cta-href"], href);
      const note = "Only editors see this";
      assert.equal(await visitor.getByText(note).count(), 0);
      const editor = await open(await site.newContext(), wordpress, address);
      await logIn(editor, wordpress);
      await editor.goto(address);
      assert.equal(await editor.getByText(note).count(), href ? 0 : 1);
      assert.equal(await editor.getByText("begins with http://").count(), href ? 0 : 1);
    });
  }

  test("colours reach the element under a policy that forbids style attributes and elements", async () => {
    const content = '<!-- wp:leadership-audit/audit {"accent":"#7a3e9d","paperDark":"#101010"} /-->[leadership_audit ink="rgb(20, 20, 60)"]';
    const address = wordpress.publish(content);
    const page = await open(await site.newContext(), wordpress, address, { policy: true });
    await page.locator("leadership-audit h2").first().waitFor();
    assert.equal(await token(page, "accent"), "#7a3e9d");
    assert.equal(await token(page, "paper-dark"), "#101010");
    const second = page.locator("leadership-audit").nth(1);
    const ink = (element) => getComputedStyle(element).getPropertyValue("--leadership-audit-ink");
    assert.equal(await second.evaluate(ink), "rgb(20, 20, 60)");
    const ours = page.faults.filter((fault) => /leadership-audit/.test(fault));
    assert.deepEqual(ours, []);
  });

  test("no other page loads the script", async () => {
    const page = await open(await site.newContext(), wordpress, wordpress.publish("<p>Nothing of ours here.</p>"));
    await page.waitForLoadState("networkidle");
    assert.deepEqual(page.files, {});
  });

  for (const flavour of PASTED) {
    test(`of the snippet "${flavour}" that an author pastes, a sentence with a link is left`, async () => {
      const address = wordpress.publish(`<!-- wp:html -->${FLAVOURS[flavour](CHOSEN)}<!-- /wp:html -->`);
      const page = await open(await site.newContext(), wordpress, address);
      const left = page.locator(".entry-content, .wp-block-post-content");
      const sentences = /^(The self-assessment belongs here\. )?If (it|the self-assessment) doesn’t appear( here)?, open it on a page of its own\.$/;
      assert.match((await left.innerText()).trim(), sentences);
      assert.match(await left.locator("a").getAttribute("href"), /^https:\/\/files\.example\/0\.1\.0\/embed\.html/);
      assert.equal(await left.locator("script, style, link, iframe, leadership-audit").count(), 0);
    });
  }

  test("the builder's shortcode runs with its settings", async () => {
    const page = await open(await site.newContext(), wordpress, wordpress.publish(FLAVOURS.wordpress(CHOSEN)));
    assert.equal(await answerOne(page), 4);
  });

  test("where JavaScript is off, the page says so", async () => {
    const context = await site.newContext({ javaScriptEnabled: false });
    const page = await open(context, wordpress, wordpress.publish("[leadership_audit]"));
    await page.getByText("The self-assessment belongs here.").waitFor();
  });

  test("PHP logged no complaint about the plugin", () => {
    assert.deepEqual(wordpress.complaints(), []);
  });
});
