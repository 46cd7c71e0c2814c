// What is true of the page around the widget, in every engine: an old page, a dark one, one with shortcuts, one with a header
// that stays, one that is translated.
import assert from "node:assert/strict";
import { standStill } from "../../e2e/pixels.mjs";
import { translator } from "../../e2e/translator.mjs";

const ROW = "a page without doctype, in the dark, with shortcuts, with a fixed header, translated";

/** Position, size and style of everything on the screens of a short audit. */
async function drawn(visit, parts) {
  // A result says how long it took where that was quick.
  await visit.host({ script: standStill, ...parts });
  await visit.says("Start");
  const screens = { welcome: await visit.run(() => probe.drawn()) };
  await visit.finish();
  screens.results = await visit.run(() => {
    for (const details of probe.root().querySelectorAll("details")) details.open = true;
    probe.root().activeElement?.blur();
    return probe.drawn();
  });
  return screens;
}

const paper = () => getComputedStyle(probe.root().firstElementChild).backgroundColor;
const LIGHT = "rgb(251, 250, 247)";
const DARK = "rgb(21, 24, 26)";

export const CASES = [
  {
    row: ROW,
    name: "without a doctype every element inside is drawn the same",
    async run(visit) {
      const attributes = 'theme="light"';
      const plain = await drawn(visit, { attributes });
      await visit.end();
      const head = "<style>body { color: #fff; background: #123; font: 900 9px/4 sans-serif; text-align: end }</style>";
      const old = await drawn(visit, { attributes, head, doctype: "" });
      for (const screen of ["welcome", "results"]) {
        const [expected, found] = [plain, old].map((all) => all[screen].split("\n"));
        const at = found.findIndex((line, index) => line !== expected[index]);
        if (at < 0) continue;
        const [one, two] = [expected, found].map((lines) => lines[at].split("; "));
        const differences = two.filter((part, index) => part !== one[index]).slice(0, 5);
        assert.fail(`${screen}, element ${at}: ${differences.join("; ")} instead of ${one.filter((part, index) => part !== two[index]).slice(0, 5).join("; ")}`);
      }
    },
  },
  {
    row: ROW,
    name: "it is as dark as the page, and follows it",
    async run(visit) {
      for (const [css, expected] of [
        ["", LIGHT],
        ["body { background: #fff; color: #222 }", LIGHT],
        ["body { background: #111; color: #eee }", DARK],
        ["body { background: oklch(0.2 0.02 250) }", DARK],
        [":root { color-scheme: dark }", DARK],
        [":root { color-scheme: only light } body { background: #111 }", LIGHT],
      ]) {
        await visit.host({ head: `<style>${css}</style>` });
        await visit.says("Start");
        assert.equal(await visit.run(paper), expected, css);
        await visit.end();
      }
      await visit.host();
      await visit.says("Start");
      await visit.run(() => document.documentElement.style.setProperty("color-scheme", "dark"));
      await visit.until((paper) => getComputedStyle(probe.root().firstElementChild).backgroundColor === paper, DARK);
      await visit.run(() => document.documentElement.style.setProperty("color-scheme", "normal"));
      await visit.run(() => document.body.style.setProperty("background", "#222"));
      await visit.run(() => document.body.style.setProperty("background", "#eee"));
      await visit.until((paper) => getComputedStyle(probe.root().firstElementChild).backgroundColor === paper, LIGHT);
    },
  },
  {
    row: ROW,
    name: "a shortcut of the page takes no key from a field",
    async run(visit) {
      const script = () => {
        window.heard = [];
        for (const type of ["keydown", "keypress", "keyup"]) {
          document.addEventListener(type, ({ key }) => window.heard.push(key));
        }
      };
      await visit.host({ script, attributes: 'start="map"' });
      await visit.press("Add someone");
      await visit.until(() => probe.root().querySelector("input[type=text]"));
      await visit.run(() => {
        probe.root().querySelector("input[type=text]").focus();
        window.heard.length = 0;
      });
      await visit.browser.press("/");
      await visit.until(() => probe.root().querySelector("input[type=text]").value === "/");
      assert.deepEqual(await visit.run(() => window.heard), []);
    },
  },
  {
    row: ROW,
    name: "each statement is below a header that stays",
    async run(visit) {
      const style = "body { margin: 0 } header { position: fixed; inset: 0 0 auto; block-size: 120px; background: #345; z-index: 9 }";
      const before = '<header>Menu</header><main><p style="block-size: 300px">Introduction</p>';
      await visit.host({ head: `<style>${style}</style>`, before, after: '<p style="block-size: 2000px">More</p></main>' });
      await visit.press("3 minutes…");
      await visit.start();
      const isBelow = () => {
        const { top } = probe.root().querySelector("h2").getBoundingClientRect();
        return top >= 119 && top < innerHeight;
      };
      for (const digit of "44552") {
        await visit.until(isBelow);
        // As far up as it can be seen.
        await visit.run(() => scrollBy(0, probe.root().querySelector("h2").getBoundingClientRect().top - 40));
        await visit.answer(digit);
      }
      await visit.until(isBelow);
    },
  },
  {
    row: ROW,
    name: "translated, the place keeps up with the statements",
    async run(visit) {
      const ready = 'addEventListener("leadership-audit-ready", () => (window.isReady = true))';
      await visit.host({ script: `() => { ${ready}; (${translator})("once"); }` });
      // A first screen that is translated already is drawn anew.
      await visit.until(() => window.isReady);
      await visit.press("3 minutes…");
      await visit.start();
      for (const [at, digit] of [..."44552123"].entries()) {
        await visit.until((place) => probe.root().querySelector("#place").textContent.endsWith(place), `${at + 1} of 18`);
        await visit.answer(digit);
      }
      assert.ok(await visit.run(() => probe.root().querySelectorAll("font > font").length > 10));
    },
  },
  {
    row: ROW,
    name: "there is room between a statement and its first answer",
    async run(visit) {
      await visit.host();
      await visit.start();
      const gap = await visit.run(() => {
        const [stem, option] = ["h2", ".option"].map((one) => probe.root().querySelector(one).getBoundingClientRect());
        return option.top - stem.bottom;
      });
      assert.ok(gap >= 8, `${gap} px`);
    },
  },
];
