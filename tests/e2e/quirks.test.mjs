// An old page without a doctype is in quirks mode, which reaches into shadow roots: every element of every screen has the
// place, the size and the text that it has elsewhere.
import assert from "node:assert/strict";
import { test } from "node:test";
import { PAGES, WALKS, walk } from "./screens.mjs";
import { useSite } from "./site.mjs";
import { settled } from "./steps.mjs";

const site = useSite({ pages: PAGES });

/** The same pages without a doctype, with a body that looks like nothing in the widget but its font. */
const OLD = Object.fromEntries(
  Object.entries(PAGES).map(([path, page]) => [
    path,
    page
      .replace("<!doctype html>", "")
      .replace("</style>", "body > * { font-size: 16px } body { color: red; font-weight: 900; font-style: italic; line-height: 4; text-align: end }</style>"),
  ]),
);

/** Every element of the widget: what it is, its size, the style of its text, and where it begins. */
const drawn = (page) =>
  page.evaluate(() => {
    const box = document.querySelector("leadership-audit").shadowRoot.firstElementChild;
    // Invitations and locked answers are random letters, whose widths decide how many lines they take.
    for (const text of box.querySelectorAll("textarea[readonly]")) text.value = "x".repeat(500);
    const { x: left, y: top } = box.getBoundingClientRect();
    const round = (...numbers) => numbers.map((number) => Math.round(number * 2) / 2).join(" ");
    return [...box.querySelectorAll("*")].map((element) => {
      const { x, y, width, height } = element.getBoundingClientRect();
      const { color, font, textAlign, whiteSpace, margin, padding } = getComputedStyle(element);
      const name = `${element.localName}.${element.getAttribute("class") ?? ""}`;
      const look = [name, round(width, height), color, font, textAlign, whiteSpace, margin, padding].join("; ");
      // What is not drawn is nowhere.
      return { look, at: width || height ? round(x - left, y - top) : "" };
    });
  });

/** The innermost element that looks different, or else is elsewhere. */
function difference(expected, found) {
  for (const what of ["look", "at"]) {
    const at = found.findLastIndex((element, index) => element[what] !== expected[index]?.[what]);
    if (at >= 0) return `${found[at].look} at ${found[at].at}, instead of ${expected[at]?.look} at ${expected[at]?.at}`;
  }
  return undefined;
}

async function screensOf(address, one) {
  const context = await site.newContext({ viewport: { width: 1280, height: 900 } });
  const found = new Map();
  await walk(context, address, one, async (page, screen) => {
    await settled(page);
    found.set(screen, await drawn(page));
  });
  return found;
}

for (const one of WALKS.filter(({ whole }) => !whole)) {
  const screens = one.screens.map(([screen]) => screen);
  test(`the same without a doctype: ${screens[0]} … ${screens.at(-1)}`, async () => {
    const old = await site.serve({ pages: OLD });
    const [expected, found] = [await screensOf(site.address, one), await screensOf(old.address, one)];
    const differences = screens.flatMap((screen) => {
      const one = difference(expected.get(screen), found.get(screen));
      return one ? [`${screen}: ${one}`] : [];
    });
    assert.deepEqual(differences, []);
  });
}
