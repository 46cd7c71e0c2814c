// The builder's page and the page for iframes in other languages: German, Arabic, and the two pseudo-languages.
import assert from "node:assert/strict";
import { test } from "node:test";
import { readFileSync } from "node:fs";
import { markedIn } from "../../packaging/marked.mjs";
import { directionOf, pageLanguages, readTranslations } from "../../packaging/texts.mjs";
import { ENGLISH } from "../../site/english.js";
import { runAxe } from "./axe.mjs";
import { choose, openBuilder, said, snippet } from "./builder.mjs";
import { strictPolicy } from "./server.mjs";
import { useSite } from "./site.mjs";
import { PROJECT } from "./widget.mjs";

const site = useSite({ headers: { "content-security-policy": strictPolicy() } });
const TRANSLATIONS = readTranslations(PROJECT, { withPseudo: true });
const marked = markedIn(readFileSync(`${PROJECT}index.html`, "utf8"));

const openAll = async (page) => {
  for (const details of await page.locator("main details").all()) await details.evaluate((element) => (element.open = true));
};
const overflow = (page) =>
  page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    const beyond = [...document.querySelectorAll("body *:not(leadership-audit *)")].filter((element) => {
      const { left, right, width } = element.getBoundingClientRect();
      return width > 1 && (right > clientWidth + 1 || left < -1) && getComputedStyle(element).position !== "absolute";
    });
    return [...(scrollWidth > clientWidth ? [`${scrollWidth - clientWidth} px`] : []), ...beyond.map((element) => element.id || element.className || element.localName)];
  });

for (const tag of ["de", "ar", "en-XA", "ar-XB"]) {
  const say = TRANSLATIONS[tag];

  test(`the builder's page in ${tag}: every text, whole, at 320 px as well, and the preview with it`, async () => {
    const page = await openBuilder(site, `index.${tag}.html`);
    await openAll(page);
    const root = await page.evaluate(() => [document.documentElement.lang, document.documentElement.dir]);
    assert.deepEqual(root, [tag, directionOf(PROJECT, tag)]);
    const texts = await page.evaluate(() =>
      Object.fromEntries([...document.querySelectorAll("[data-text]")].map((element) => [element.dataset.text, element.textContent])),
    );
    const plain = (html) => html.replace(/<[^>]+>/g, "").replaceAll("&lt;", "<").replaceAll("&gt;", ">");
    const changing = ["site.version"];
    for (const { key, attribute, text } of marked) {
      if (attribute || changing.includes(key)) continue;
      assert.equal(texts[key].replace(/\s+/g, " "), plain(say(text)).replace(/\s+/g, " "), key);
    }
    await page.locator(`leadership-audit .screen[lang="${tag}"]`).waitFor();
    for (const width of [1280, 320]) {
      await page.setViewportSize({ width, height: 900 });
      assert.deepEqual(await overflow(page), [], `${width} px`);
    }
    const { violations } = await runAxe(page, {}, { exclude: ["leadership-audit"] });
    assert.deepEqual(violations.map(({ id, nodes }) => `${id}: ${nodes[0].html}`), []);
  });
}

test("what the scripts say is in the language of the page: of a colour, of a setting, of a file", async () => {
  const say = TRANSLATIONS.de;
  const page = await openBuilder(site, "index.de.html");
  await openAll(page);
  await choose(page, "#paper", "#777777");
  await choose(page, "#ink", "#888888");
  assert.equal(await said(page, "ink"), say(ENGLISH["said.too-low"]).replace("{ratio}", "1,2"));
  const name = "ziel.csv";
  const bytes = Buffer.from("Aussage\n");
  await page.locator("#own-file").setInputFiles({ name, mimeType: "text/csv", buffer: bytes });
  await page.getByText(say(ENGLISH["own.mend"]).replace("{name}", name)).waitFor();
  const faults = await page.locator("#own-faults").innerText();
  assert.match(faults, /\p{L}{4}/u);
  assert.doesNotMatch(faults, /\b(the|there|column|is)\b/i);
});

test("the sheet to begin with has its example in the language of the page", async () => {
  const page = await openBuilder(site, "index.de.html");
  const [download] = await Promise.all([page.waitForEvent("download"), page.locator("#own-template-csv").click()]);
  const sheet = readFileSync(await download.path(), "utf8");
  assert.match(sheet, /Mein Fragebogen/);
  assert.match(sheet, /^language[,;]de\b/m);
});

test("a snippet speaks the language of the page, and asks for the frame in it", async () => {
  const say = TRANSLATIONS.de;
  const page = await openBuilder(site, "index.de.html");
  const [before] = say(ENGLISH["snippet.instead-link"]).split("{link}");
  assert.ok((await snippet(page)).includes(before), await snippet(page));
  await page.locator('input[value="iframe"]').check();
  assert.match(await snippet(page), /embed\.html\?lang=de"/);
  await choose(page, "#lang", "fr");
  assert.match(await snippet(page), /embed\.html\?lang=fr"/);
});

test("the page in another language has the same settings", async () => {
  const page = await openBuilder(site, "#form=short");
  await choose(page, "#theme", "dark");
  await page.getByRole("link", { name: "Deutsch", exact: true }).click();
  await page.waitForURL(/index\.de\.html#/);
  assert.deepEqual([await page.locator("#form").inputValue(), await page.locator("#theme").inputValue()], ["short", "dark"]);
  assert.equal(await page.locator(".languages [aria-current]").innerText(), "Deutsch");
  const links = await page.locator(".languages a").evaluateAll((all) => all.map(({ hreflang }) => hreflang));
  assert.deepEqual(links, ["en", ...pageLanguages(PROJECT)].sort());
});

for (const asked of ["en", "en-US", "nl"]) {
  test(`the page for iframes in ${asked} is in English`, async () => {
    const page = await site.open(`embed.html?lang=${asked}`);
    await page.locator("leadership-audit .screen").waitFor();
    const root = await page.evaluate(() => [document.documentElement.lang, document.documentElement.dir, document.title]);
    assert.deepEqual(root, ["en", "", "Leadership Audit"]);
  });
}

for (const [asked, tag] of [["de-AT", "de"], ["ar", "ar"], ["pt", "pt-BR"]]) {
  test(`the page for iframes in ${asked}`, async () => {
    const page = await site.open(`embed.html?lang=${asked}`);
    await page.locator("leadership-audit .screen").waitFor();
    const root = await page.evaluate(() => [document.documentElement.lang, document.documentElement.dir, document.title]);
    assert.deepEqual(root, [tag, directionOf(PROJECT, tag), TRANSLATIONS[tag]("Leadership Audit")]);
    const instead = await page.locator("leadership-audit > p").textContent();
    assert.equal(instead, TRANSLATIONS[tag](ENGLISH["snippet.instead"]));
  });
}
