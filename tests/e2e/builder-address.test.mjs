// The settings in the address of the builder's page: kept, restored, and judged, since anybody can write one.
import assert from "node:assert/strict";
import { test } from "node:test";
import { attribute, choose, openBuilder, snippet } from "./builder.mjs";
import { strictPolicy } from "./server.mjs";
import { useSite } from "./site.mjs";
import { pressButton, token } from "./widget.mjs";

const site = useSite({ headers: { "content-security-policy": strictPolicy() } });

const fragment = (page) => page.evaluate(() => location.hash);
const addressHas = (page, text) => page.waitForFunction((text) => location.hash.includes(text), text);

test("settings are in the fragment, survive a reload, and go with a reset", async () => {
  const page = await openBuilder(site);
  await choose(page, "#form", "short");
  await choose(page, "#accent", "oklch(0.6 0.2 20)");
  await choose(page, "#cta-href", "calendly.com/coach");
  await choose(page, "#cta-label", "Book a talk & “more”");
  await page.locator("#radius").press("ArrowRight");
  await choose(page, "#base", "https://coach.example/audit/");
  await page.getByRole("radio", { name: "iframe" }).check();
  await page.getByText("Put the frame into a sandbox").click();
  await page.getByLabel("A sandbox that runs scripts").check();
  await page.getByLabel("Printing").uncheck();
  const before = await snippet(page);
  await addressHas(page, "allow-modals=false");
  assert.ok(!site.server.asked.some((path) => path.includes("short")), "no server is sent them");
  await page.reload();
  await page.waitForFunction((text) => document.querySelector("#snippet").value === text, before);
  assert.equal(await attribute(page, "form"), "short");
  assert.equal(await token(page, "accent"), "oklch(0.6 0.2 20)");
  assert.equal(await attribute(page, "cta-label"), "Book a talk & “more”");
  assert.equal(await page.locator("#came").textContent(), "", "they are this page's own");
  await page.getByRole("button", { name: "Reset all settings" }).click();
  await page.waitForFunction(() => location.hash === "");
  assert.equal(page.url(), site.address);
});

test("a link to the settings opens them for somebody else, who is told to check its addresses", async () => {
  const page = await openBuilder(site, "", { permissions: ["clipboard-read", "clipboard-write"] });
  await choose(page, "#accent", "#7a1f5c");
  await choose(page, "#cta-href", "https://coach.example/book");
  await choose(page, "#cta-label", "Book a talk");
  await page.getByRole("button", { name: "Copy a link to these settings" }).click();
  await page.locator("#copied-link").getByText("Copied.").waitFor();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  const other = await openBuilder(site, link);
  assert.equal(await snippet(other), await snippet(page));
  assert.match(await other.locator("#came").textContent(), /^These addresses came with the link .+: Link at the end: address\.$/);
  await other.getByRole("button", { name: "Reset all settings" }).click();
  assert.equal(await other.locator("#came").textContent(), "");
});

test("a fragment that is nonsense, hostile or huge changes nothing", async () => {
  const untouched = await snippet(await openBuilder(site));
  for (const hash of [
    "form=enormous&start=<b>&theme=",
    "accent=red;}*{display:none}&paper=url(//evil.example)&font=%22open",
    "cta-href=javascript:alert(1)&cta-label=%00x",
    `cta-label=${"x".repeat(81)}`,
    "base=javascript:alert(1)&flavour=nothing&sandbox=perhaps&radius=1e9",
    "__proto__=1&constructor=1&onclick=alert(1)&style=color:red&files-href=https://evil.example/",
    "src=https://evil.example/questions.json",
    "settings=1&snippet=x&%E0%A4%A=1&&&===",
    `form=short&audit-id=${"a".repeat(9000)}`,
  ]) {
    const page = await openBuilder(site, `#${hash}`);
    assert.equal(await snippet(page), untouched, hash);
    assert.deepEqual(
      await page.locator("leadership-audit").evaluate((element) => element.getAttributeNames()),
      [],
      hash,
    );
  }
});

test("a link fetches nothing from elsewhere, not even a questionnaire", async () => {
  const page = await openBuilder(site, "#src=https://evil.example/q.json&form=short");
  assert.equal(await attribute(page, "src"), null);
  assert.equal(await attribute(page, "form"), "short");
  await page.getByText("names a questionnaire on another site").waitFor();
});

test("steps of the audit and browser Back keep the settings, and so does a link that is opened on the page", async () => {
  const page = await openBuilder(site, "#form=short");
  await pressButton(page, "Start");
  await page.getByText("1 of 18").waitFor();
  await choose(page, "#accent", "#7a1f5c");
  await addressHas(page, "accent=%237a1f5c");
  await page.goBack();
  await page.getByRole("button", { name: "Continue where you left off" }).or(page.getByRole("button", { name: "Start" })).first().waitFor();
  assert.equal(await token(page, "accent"), "#7a1f5c", "the step back was one of the audit");
  assert.match(await fragment(page), /accent=%237a1f5c/);
  await page.evaluate(() => (location.hash = "#theme=dark"));
  await page.waitForFunction(() => document.querySelector("leadership-audit").getAttribute("theme") === "dark");
  assert.equal(await token(page, "accent"), "");
  await page.goBack();
  await page.waitForFunction(() => document.querySelector("leadership-audit").getAttribute("theme") === null);
  assert.equal(await token(page, "accent"), "#7a1f5c");
});

test("a place on the page, or an address without settings, is no reason to forget them", async () => {
  const page = await openBuilder(site, "#form=short");
  await page.evaluate(() => (location.hash = "#own-title"));
  await page.waitForTimeout(500);
  assert.equal(await attribute(page, "form"), "short");
  assert.equal(await fragment(page), "#own-title");
  await choose(page, "#theme", "dark");
  await page.waitForFunction(() => location.hash === "#theme=dark&form=short");
});

test("an invitation in the address is the element's", async () => {
  const page = await site.open("#LA1.I.nonsense");
  await page.waitForFunction(() => location.hash === "");
  await page.waitForFunction(() => document.querySelector("#snippet").value.includes("sha384-"));
  await page.locator("leadership-audit h2").waitFor();
  assert.notEqual(await page.locator("leadership-audit h2").textContent(), "How well do your working relationships hold up?");
});
