// Every screen in the two pseudo-languages: en-XA, a third longer, and ar-XB, from right to left. Nothing is cut
// off or drawn over something else, no text is left in English, and axe finds nothing. The walks go on in English,
// so every screen also changes its language twice.
import { REVIEWED, axeFinds, cutOff, lapping, scrollsSideways, spilling } from "./looks.mjs";
import { PAGES, inspect, walk } from "./screens.mjs";
import { useSite } from "./site.mjs";
import { audit } from "./steps.mjs";
import { text } from "./words.mjs";

const TAGS = ["en-XA", "ar-XB"];
const NARROW = { width: 320, height: 640 };
const WIDE = { width: 1280, height: 800 };
const LIGHT = { colorScheme: "light", forcedColors: "none" };

/** What the walks and the pages say themselves, in no language of the product. */
const OWN = [
  "Book a talk",
  "Share with the coach",
  "the Monday meeting ends",
  "It was quiet.",
  "leadership-audit/result or leadership-audit/backup",
  "coach.example",
  "TypeError: Failed to fetch",
  // The opener of the plan: a suggestion that the visitor has made their own.
  text("practice.opener[across.name_unspoken]"),
];

const CHECKS = {
  english: "no text is left in English",
  cut: "nothing is cut off, and nothing scrolls sideways, at 320 px",
  spills: "no text is wider than its box",
  laps: "no text is drawn over another",
  axe: "axe finds nothing",
};

const site = useSite({ pages: PAGES });

/** Changes the language of the widget, and waits until its screen and any failure have it. */
async function translate(page, tag) {
  const failed = await audit(page).locator(".failure").count();
  await audit(page).evaluate((element, tag) => (element.lang = tag), tag);
  await audit(page).locator(`.screen[lang="${tag}"]`).waitFor({ state: "attached" });
  if (failed) await audit(page).locator(`.failure[lang="${tag}"]`).waitFor();
}

/** The texts of the screen, what is only read out included, that are neither translated nor of a visitor. */
const inEnglish = (page) =>
  page.evaluate((own) => {
    const { shadowRoot } = document.querySelector("leadership-audit");
    const texts = [];
    const walker = document.createTreeWalker(shadowRoot, NodeFilter.SHOW_ALL);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (node.nodeType === Node.TEXT_NODE) texts.push(node.data);
      for (const name of ["aria-label", "title", "placeholder", "alt"]) texts.push(node.getAttribute?.(name) ?? "");
    }
    const months = "January|February|March|April|May|June|July|August|September|October|November|December";
    const notOurs = [
      /\u202e[^\u202c]*\u202c/g,
      // A plan says what was saved, in the language of that time.
      /\bOn \w+day, I [^\]]*/g,
      new RegExp(`\\d+ (${months}) \\d+|\\b\\w+day\\b`, "g"),
      /\$[\w.[\]-]*|\b[\w.-]+\.json\b|#\w+/g,
      // The address of a file, in the owner's details.
      /http:\/\/127\.0\.0\.1:\d+\/\S+/g,
      // Between what a list has, as `Intl` writes it.
      /\] (and|or) \[/g,
    ];
    // A word with letters that the accented language replaces.
    const plain = /(?<![\p{L}\p{M}])(?=[A-Za-z]*[acdeghiklnorstuwyz])[A-Za-z]{2,}(?![\p{L}\p{M}])/u;
    return texts.filter((text) => {
      let rest = text;
      for (const phrase of own) rest = rest.replaceAll(phrase, "");
      for (const pattern of notOurs) rest = rest.replace(pattern, "");
      return plain.test(rest);
    });
  }, OWN);

inspect(site, CHECKS, async (from, noteOn) => {
  const context = await site.newContext({ viewport: WIDE, reducedMotion: "reduce", ...LIGHT });
  await walk(context, site.address, from, async (page, screen) => {
    for (const tag of TAGS) {
      await translate(page, tag);
      const note = noteOn(`${tag}, ${screen}`);
      note("english", await inEnglish(page));
      note("spills", await spilling(page));
      note("laps", await lapping(page));
      await page.setViewportSize(NARROW);
      note("cut", [...(await cutOff(page, "")), ...(await scrollsSideways(page))]);
      note("spills", await spilling(page));
      note("laps", await lapping(page));
      note("axe", await axeFinds(page, LIGHT, new Set(REVIEWED)));
      await page.setViewportSize(WIDE);
    }
    await translate(page, "en");
  });
  await context.close();
});
