// Every screen of the walks in languages beside English. The walks go on in English, so every screen also changes its
// language, and back.
import { mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { left } from "./english.mjs";
import { REVIEWED, axeFinds, cutOff, lapping, scrollsSideways, spilling } from "./looks.mjs";
import { inspect, walk } from "./screens.mjs";
import { audit } from "./steps.mjs";
import { PROJECT } from "./widget.mjs";

const CONVENTIONS = JSON.parse(readFileSync(join(PROJECT, "content/cldr.json"), "utf8"));
const WIDE = { width: 1280, height: 800 };
const LIGHT = { colorScheme: "light", forcedColors: "none" };

const CHECKS = {
  speaks: "every screen says its language and its direction",
  mirrors: "from right to left, so do its pictures",
  english: "no text is left in English",
  intl: "numbers and dates are as `Intl` writes them",
  cut: "nothing is cut off, and nothing scrolls sideways",
  spills: "no text is wider than its box",
  laps: "no text is drawn over another",
  axe: "axe finds nothing",
};

/**
 * Has a test for each of the checks, of every screen in each of these languages, given as `{ tag, widths, axeAt }`: the
 * widths of the window in px, and those at which axe looks as well. `pictures`: the folder for a picture of each.
 */
export function inspectLanguages(site, languages, { pictures } = {}) {
  inspect(site, CHECKS, async (from, noteOn) => {
    const context = await site.newContext({ viewport: WIDE, reducedMotion: "reduce", ...LIGHT });
    await walk(context, site.address, from, async (page, screen) => {
      const english = await textsOn(page);
      for (const { tag, widths, axeAt } of languages) {
        const note = noteOn(`${tag}, ${screen}`);
        await translate(page, tag);
        const texts = await textsOn(page);
        note("speaks", await speaksOtherwise(page, tag));
        note("mirrors", await unmirrored(page));
        note("english", left(tag, texts, english));
        note("intl", await notByIntl(page, tag, texts, english));
        for (const width of widths) {
          await page.setViewportSize({ ...WIDE, width });
          const condition = `${width} px`;
          note("cut", [...(await cutOff(page, "")), ...(await scrollsSideways(page))], condition);
          note("spills", await spilling(page), condition);
          note("laps", await lapping(page), condition);
          if (axeAt.includes(width)) note("axe", await axeFinds(page, LIGHT, new Set(REVIEWED)), condition);
          if (pictures) await draw(page, join(pictures, tag, `${width}`), screen);
        }
        await page.setViewportSize(WIDE);
      }
      await translate(page, "en");
    });
    await context.close();
  });
}

/** The conventions of a language; a pseudo-language has those of the language in front. */
const conventionsOf = (tag) => CONVENTIONS[tag.replace(/-X.$/, "")];

/** Changes the language of the widget, and waits until its screen and any failure have it. */
async function translate(page, tag) {
  const failed = await audit(page).locator(".failure").count();
  await audit(page).evaluate((element, tag) => (element.lang = tag), tag);
  await audit(page).locator(`.screen[lang="${tag}"]`).waitFor({ state: "attached" });
  if (failed) await audit(page).locator(`.failure[lang="${tag}"]`).waitFor();
}

/** The texts of the widget, what is only read out included. */
const textsOn = (page) =>
  page.evaluate(() => {
    const { shadowRoot } = document.querySelector("leadership-audit");
    const texts = [];
    const walker = document.createTreeWalker(shadowRoot, NodeFilter.SHOW_ALL);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (node.nodeType === Node.TEXT_NODE && node.parentElement?.localName !== "style") texts.push(node.data);
      for (const name of ["aria-label", "title", "placeholder", "alt"]) texts.push(node.getAttribute?.(name) ?? "");
    }
    return texts.filter((text) => text.trim());
  });

/** What a screen says of itself other than that it is in this language. */
const speaksOtherwise = (page, tag) =>
  page.evaluate(
    ([tag, direction]) => {
      const { shadowRoot } = document.querySelector("leadership-audit");
      return [...shadowRoot.querySelectorAll(".screen, .failure")]
        .map((part) => `${part.lang} ${part.dir} ${getComputedStyle(part).direction}`)
        .filter((said) => said !== `${tag} ${direction} ${direction}`);
    },
    [tag, conventionsOf(tag).direction],
  );

/** The pictures of a screen from right to left that run from left to right; a dot and a line are the same in both. */
const unmirrored = (page) =>
  page.evaluate(() => {
    const { shadowRoot } = document.querySelector("leadership-audit");
    return [...shadowRoot.querySelectorAll("[dir=rtl] svg:not(.tie, .key svg)")]
      .filter((picture) => new DOMMatrix(getComputedStyle(picture).transform).a !== -1)
      .map((picture) => `${picture.parentElement.className} > svg.${picture.getAttribute("class")}`);
  });

/** The dates and decimal numbers of the English screen that the translated one does not have in its own way. */
const notByIntl = (page, tag, texts, english) =>
  page.evaluate(
    ([locale, texts, english]) => {
      const months = "January|February|March|April|May|June|July|August|September|October|November|December";
      const dates = english.matchAll(new RegExp(`\\d{1,2} (?:${months}) \\d{4}`, "g"));
      const long = new Intl.DateTimeFormat(locale, { dateStyle: "long", timeZone: "UTC" });
      const decimals = english.matchAll(/(?<![\d.])\d\.\d(?![\d.])/g);
      const precise = new Intl.NumberFormat(locale, { minimumFractionDigits: 1 });
      const expected = [
        ...[...dates].map(([date]) => long.format(Date.parse(`${date} UTC`))),
        ...[...decimals].map(([number]) => precise.format(number)),
      ];
      const digits = new Intl.NumberFormat(locale, { useGrouping: false }).format(9876543210);
      const strange = [...texts.matchAll(/\p{Nd}/gu)].map(([digit]) => digit).filter((digit) => !digits.includes(digit));
      return [...expected.filter((text) => !texts.includes(text)), ...strange];
    },
    [conventionsOf(tag).locale, texts.join("\n"), english.join("\n")],
  );

/** Takes a picture of the widget. */
async function draw(page, folder, screen) {
  mkdirSync(folder, { recursive: true });
  const path = join(folder, `${screen.replaceAll(/[^a-z0-9]+/gi, "-")}.png`);
  await page.screenshot({ path, fullPage: true });
}
