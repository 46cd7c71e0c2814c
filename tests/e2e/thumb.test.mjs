// The first screens in a hand: what is in reach at once, and what keeps its place while a visitor answers.
import assert from "node:assert/strict";
import { test } from "node:test";
import { hostPage } from "./server.mjs";
import { useSite } from "./site.mjs";
import { audit, start } from "./steps.mjs";
import { answer } from "./widget.mjs";
import { text } from "./words.mjs";

const HEADER = "position: sticky; inset-block-start: 0; block-size: 80px; background: gray";

const site = useSite({
  pages: {
    "/bare": hostPage(),
    "/sticky": hostPage({ before: `<header style="${HEADER}">A header</header><p style="block-size: 300px">Before</p>` }),
  },
});

const PHONE = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true };
const DESK = { viewport: { width: 1280, height: 900 } };

/** Who is meant, said once for each direction, and how to answer, said once. */
const SAID = {
  up: text("audit.frame_who[up]"),
  across: text("audit.frame_who[across]"),
  down: text("audit.frame_who[down]"),
  often: text("audit.frame_often"),
  not: text("audit.frame_not_applicable"),
};

const box = (page, selector) => page.locator(`leadership-audit ${selector}`).first().boundingBox();

test("Start is in sight at 360 × 740, and reaches from side to side", async () => {
  const page = await site.open("bare", PHONE);
  const { width, y, height } = await box(page, "button.primary");
  assert.ok(y + height <= 740, `Start ends at ${y + height} px`);
  assert.ok(width >= 320, `${width} px`);
  const [short, full] = await page.locator("leadership-audit .forms label").all();
  assert.equal((await short.boundingBox()).y, (await full.boundingBox()).y, "side by side");
});

for (const [name, options] of Object.entries({ phone: PHONE, desk: DESK })) {
  test(`from the first statement to the last, every answer is in sight at the same place, and what is meant is said once: ${name}`, async () => {
    const page = await site.open("bare", options);
    await start(page);
    const places = new Set();
    const said = Object.fromEntries(Object.keys(SAID).map((name) => [name, []]));
    for (let position = 0; position < 36; position++) {
      const places_here = [];
      for (const option of await page.locator("leadership-audit .option").all()) {
        const { y, height } = await option.boundingBox();
        places_here.push(y, height);
      }
      assert.ok(places_here.at(-2) + places_here.at(-1) <= options.viewport.height, `${position}`);
      places.add(places_here.join(" "));
      const [shown] = await page.locator("leadership-audit .screen").allInnerTexts();
      for (const [name, words] of Object.entries(SAID)) if (shown.includes(words)) said[name].push(position);
      if (position < 35) await answer(page, "3");
    }
    assert.equal(places.size, 1, [...places].join("\n"));
    assert.deepEqual(said, { up: [0], across: [12], down: [24], often: [0], not: [0] });
    const gaps = await page.locator("leadership-audit .bar .gap").evaluateAll((all) => all.map((gap) => gap.getAttribute("x")));
    assert.deepEqual(gaps, ["33.33%", "66.67%"], "the bar has a part for each direction");
  });
}

test("after a tap, no answer to the next statement looks different from the others, and no key is shown", async () => {
  const page = await site.open("bare", PHONE);
  await start(page);
  await page.getByText("Often", { exact: true }).tap();
  await page.getByText("2 of 36").waitFor();
  const looks = await page.locator("leadership-audit .option:not(.na)").evaluateAll((options) =>
    options.map((option) => {
      const { borderTopColor, backgroundColor, textDecorationLine, boxShadow } = getComputedStyle(option);
      return [borderTopColor, backgroundColor, textDecorationLine, boxShadow].join(" ");
    }),
  );
  assert.equal(new Set(looks).size, 1, looks.join("\n"));
  assert.equal(await page.locator("leadership-audit .digit").first().isVisible(), false);
  const desk = await site.open("bare", DESK);
  await start(desk);
  assert.equal(await desk.locator("leadership-audit .digit").first().isVisible(), true);
});

test("long words break, and nothing scrolls sideways at 320 px", async () => {
  const page = await site.open("bare", { viewport: { width: 320, height: 640 } });
  const lengthen = (selector) =>
    page.locator(`leadership-audit ${selector}`).evaluateAll((elements) => {
      for (const element of elements) element.textContent = "Rindfleischetikettierungsüberwachungsaufgabenübertragung";
    });
  const fits = async (screen) => {
    const wide = await page.evaluate(() => document.documentElement.scrollWidth);
    assert.ok(wide <= 320, `${screen}: ${wide} px`);
  };
  await fits("welcome");
  await start(page);
  await fits("item");
  await lengthen(".option span:not(.digit), h2, .direction, .opening p, .opening button");
  await fits("item of long words");
  const page2 = await site.open("bare", { viewport: { width: 320, height: 640 } });
  await page2.locator("leadership-audit").evaluate(({ shadowRoot }) => {
    const texts = shadowRoot.querySelectorAll(":is(strong, small, h2, .promise p, summary, .link, .primary)");
    for (const text of texts) text.textContent = "Donaudampfschifffahrtsgesellschaftskapitän";
  });
  assert.ok((await page2.evaluate(() => document.documentElement.scrollWidth)) <= 320, "welcome of long words");
});

test("a statement that takes focus is not under a header that the page keeps at its top", async () => {
  const page = await site.open("sticky", { viewport: { width: 360, height: 640 } });
  await start(page);
  for (let count = 0; count < 3; count++) {
    await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
    await answer(page, "4");
    const { y } = await audit(page).locator("h2").boundingBox();
    assert.ok(y >= 80, `${y} px`);
  }
});
