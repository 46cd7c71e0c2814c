// What host pages, their owners and hostile files do to the widget.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { hostPage, walk } from "../visit.mjs";

const HOST = "hostile host CSS, prototype pollution, DOM clobbering";

/** The audit on this host page exports the same file as on a plain page. */
const sameFile = (name, parts) => ({
  row: HOST,
  name: `${name}: the exported file is the same`,
  async run(visit) {
    await visit.host();
    const plain = await walk(visit);
    await visit.end();
    await visit.host(parts);
    assert.deepEqual(await walk(visit), plain);
  },
});

const CSS = `
  body * { all: unset !important; font: italic 900 60px serif !important }
  leadership-audit { font-family: sans-serif !important; display: block !important }
  leadership-audit * { all: initial !important }
  leadership-audit { direction: rtl !important;
    color: red !important; letter-spacing: 20px !important; text-transform: uppercase !important;
    white-space: pre !important; text-align: end !important; line-height: 5 !important;
    visibility: visible !important; zoom: 1 !important }
  * { --_paper: red !important; --_ink: red !important; --_space: 90px !important }
  .screen, .option, button, [part] { display: none !important }`;

/** What is drawn of the first two screens on this host page. */
async function draw(visit, parts) {
  await visit.host(parts);
  await visit.says("Start");
  const welcome = await visit.run(() => probe.drawn());
  await visit.start();
  await visit.run(() => probe.root().activeElement.blur());
  return { welcome, item: await visit.run(() => probe.drawn()) };
}

/** Elements whose names and ids become properties of window, document and forms. */
const CLOBBERING = `
  <form name="customElements"><input name="define"><input name="get"></form>
  <form name="forms"><input name="children"><input name="parentNode"></form>
  <a id="leadership-audit" href="#">one</a><a id="root">two</a><form id="screens"></form>
  ${["localStorage", "sessionStorage", "currentScript", "fetch", "WebAssembly", "URL", "scripts"]
    .concat(["activeElement", "hidden", "baseURI", "adoptedStyleSheets"])
    .map((name) => `<img name="${name}" alt="">`)
    .join("")}`;

const INSTRUMENTS = {
  "a list nested a hundred deep": () => "[".repeat(100) + "]".repeat(100),
  "ten megabytes in one text": () => JSON.stringify({ id: "x".repeat(10 << 20) }),
  "two million values": () => `[${"0,".repeat(2_000_000)}0]`,
  "NaN": () => '{"id": NaN}',
  "a duplicate key": () => '{"id": "a", "id": "b"}',
  "__proto__ among its keys": () => '{"__proto__": {"polluted": true}, "id": 1}',
  "script in a text and a duplicate id": (shipped) => {
    const item = { ...shipped.items[0], stem: "<img src=x onerror=probe.errors.push(1)>" };
    return JSON.stringify({ ...shipped, items: [...shipped.items, item] });
  },
};

/** Values that must not reach the page, by attribute. */
const ATTRIBUTES = {
  "cta-href": [
    "javascript:probe.errors.push(1)",
    " JaVaScRiPt:probe.errors.push(1)",
    "java\nscript:probe.errors.push(1)",
    "data:text/html,x",
    "http://coach.example/",
    "//coach.example/",
    "https:coach",
    "https://coach.example@evil.example/",
    "https://evil.example\\@coach.example/",
    "https://coach.example%2f@evil.example/",
    "https://coach.example\u202e/",
  ],
  form: ["constructor", "<img src=x>"],
  start: ["__proto__", "//evil"],
  retain: ["cookie"],
  theme: ["'); drop"],
  "audit-id": ["../../x", "a:b"],
  "share-label": ["x".repeat(100_000)],
};

export const CASES = [
  {
    row: "element moved, removed during a save, script loaded twice",
    name: "moved and removed, in the page and through a fragment: no answer is lost",
    async run(visit) {
      await visit.host({ after: "<div id='there'></div>" });
      await visit.startAndAnswer("4");
      // In a task of the page, since not every driver runs its scripts in one.
      await visit.run(() => {
        setTimeout(() => {
          const element = probe.widget();
          const fragment = new DocumentFragment();
          fragment.append(element);
          document.getElementById("there").append(element);
          window.moved = true;
        });
      });
      await visit.until(() => window.moved);
      await visit.says("2 of 36");
      // The page removes the element in the event that reports the answer.
      await visit.run(() => {
        const element = probe.widget();
        addEventListener("leadership-audit-progressed", () => element.remove(), { once: true });
        window.removed = element;
        element.shadowRoot.querySelector("h2").focus();
      });
      await visit.browser.press("5");
      await visit.until(() => !window.removed.isConnected);
      await visit.until(() => new Promise((resolve) => setTimeout(() => resolve(true), 60)));
      await visit.run(() => {
        document.body.append(window.removed);
        window.removed.scrollIntoView();
      });
      await visit.says("2 of 36 answered.");
      assert.equal(await visit.run(() => probe.root().querySelectorAll("h2").length), 1);
    },
  },
  {
    row: "element moved, removed during a save, script loaded twice",
    name: "the script several times, from several addresses: one widget",
    async run(visit) {
      const script = (address) => `<script type="module" src="${address}"></script>`;
      const copy = readFileSync(new URL("../../../dist/leadership-audit.js", import.meta.url), "utf8");
      const parts = { head: script("/leadership-audit.js?copy=1") + script("/copy/leadership-audit.js") };
      parts.after = script("/leadership-audit.js?copy=2");
      await visit.host(parts, { pages: { "/copy/leadership-audit.js": copy } });
      await visit.startAndAnswer("4");
      await visit.run(() => void import("/leadership-audit.js?copy=3").then(() => (window.imported = true)));
      await visit.until(() => window.imported);
      await visit.run(() => probe.root().querySelector("h2").focus());
      await visit.answer("5");
      assert.equal(await visit.run(() => probe.root().querySelectorAll("h2").length), 1);
    },
  },
  {
    row: HOST,
    name: "a style that attacks everything: every element inside is drawn the same",
    async run(visit) {
      const plain = await draw(visit, {});
      await visit.end();
      const attacked = await draw(visit, { head: `<style>${CSS}</style>` });
      for (const screen of ["welcome", "item"]) {
        const [expected, found] = [plain, attacked].map((drawn) => drawn[screen].split("\n"));
        const at = found.findIndex((line, index) => line !== expected[index]);
        if (at < 0) continue;
        const [one, two] = [expected, found].map((lines) => lines[at].split("; "));
        const differences = two.filter((part, index) => part !== one[index]).slice(0, 5);
        assert.fail(`${screen}, element ${at}: ${differences.join("; ")}`);
      }
    },
  },
  sameFile("Object.prototype has properties with the names of options", {
    script: () => {
      const names = ["extra", "method", "mode", "body", "headers", "integrity", "is", "form", "held"];
      for (const name of [...names, "records", "place", "root", "slotAssignment", "detail"]) {
        Object.prototype[name] = "polluted";
      }
    },
  }),
  sameFile("elements with the names of globals", { before: CLOBBERING, after: CLOBBERING }),
  {
    row: "hostile attributes and URLs",
    name: "hostile attributes: each is named in a warning, and none is applied",
    async run(visit) {
      await visit.host({ attributes: 'cta-label="<b>Book"' });
      await visit.says("Start");
      const set = (name, value) =>
        visit.run(
          (name, value) => {
            probe.warnings.length = 0;
            if (value === null) probe.widget().removeAttribute(name);
            else probe.widget().setAttribute(name, value);
          },
          name,
          value,
        );
      for (const [name, values] of Object.entries(ATTRIBUTES)) {
        for (const value of values) {
          await set(name, value);
          const warnings = await visit.until(() => probe.warnings.length > 0 && probe.warnings);
          assert.ok(warnings.some((text) => text.includes(`attribute ${name}=`)), `${name}: ${warnings}`);
          assert.ok(warnings.every((text) => text.length < 300));
        }
      }
      await visit.finish();
      assert.equal(await visit.run(() => probe.root().querySelectorAll("a[href]").length), 0);
      assert.ok(Object.keys(await visit.stored()).every((key) => key.startsWith("leadership-audit:default:")));
    },
  },
  {
    row: "hostile instrument",
    name: `${Object.keys(INSTRUMENTS).join("; ")}: refused, and what is stored stays`,
    async run(visit) {
      await visit.host();
      await visit.startAndAnswer("45");
      const stored = await visit.stored();
      const shipped = JSON.parse(
        await visit.run(() => fetch("/instruments/leadership-relationships.json").then((response) => response.text())),
      );
      const { pages } = visit.server.behaviour;
      pages["/its"] = hostPage({ attributes: 'src="/its.json"' });
      for (const [name, make] of Object.entries(INSTRUMENTS)) {
        pages["/its.json"] = make(shipped);
        await visit.open("its");
        await visit.says("The questionnaire that this page names has faults.");
        assert.deepEqual(await visit.run(() => probe.failures), ["instrument"], name);
        assert.deepEqual(await visit.run(() => probe.errors), [], name);
        assert.deepEqual(await visit.stored(), stored, name);
      }
    },
  },
  {
    row: "bidirectional and zero-width control characters",
    name: "stripped from an owner's words; right-to-left letters stay",
    async run(visit) {
      const label = "\u202eBook\u200b \u2066שיחה\u2069\u200f";
      await visit.host({ attributes: `cta-href="https://coach.example/" cta-label="${label}"` });
      await visit.finish();
      const shown = await visit.until(() => probe.root().querySelector("a.cta")?.textContent.trim());
      assert.ok(!/[\u200b\u202a-\u202e\u2066-\u2069]/.test(shown), JSON.stringify(shown));
      assert.ok(shown.includes("שיחה"));
    },
  },
  {
    row: "a window of 320 px, which is 1280 px at 400 %",
    name: "no screen of the audit scrolls sideways",
    async run(visit) {
      await visit.begin({
        pages: {
          "/": '<!doctype html><title>Outside</title><iframe src="/inside" width="320" height="640" style="border: 0"></iframe>',
          "/inside": hostPage(),
        },
      });
      await visit.open();
      await visit.browser.frame(() => document.querySelector("iframe"));
      const fits = async (screen) => {
        const excess = await visit.run(() => document.documentElement.scrollWidth - innerWidth);
        assert.ok(excess <= 0, `${screen}: ${excess} px too wide`);
      };
      await visit.says("Start");
      await fits("welcome");
      await visit.press("3 minutes…");
      await visit.start();
      await fits("item");
      await visit.answer("454432125354325411");
      await visit.until(() => probe.root().querySelector(".plot") !== null);
      await fits("results");
      await visit.press("Save, print or delete");
      await visit.until(() => probe.button("Print, or save as PDF"));
      await fits("keep");
    },
  },
];
