// What pages, owners and files do.
import assert from "node:assert/strict";
import { hostPage, NotHere } from "../visit.mjs";

const DIGITS = "445504521231553115";

/** A whole walk, and the file at its end without its times. */
async function walk(visit) {
  await visit.open();
  await visit.short();
  await visit.start();
  await visit.finish(DIGITS);
  const file = JSON.parse(await visit.saved());
  for (const key of ["started_at", "ended_at", "active_seconds"]) delete file[key];
  return { ...file, quality: file.quality.filter(({ code }) => code !== "too_fast") };
}

async function sameFile(visit, page) {
  await visit.begin();
  const plain = await walk(visit);
  await visit.end();
  await visit.begin({ pages: { "/": hostPage(page) } });
  assert.deepEqual(await walk(visit), plain);
  assert.deepEqual(await visit.run(() => probe.errors), []);
}

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

const style = (text) => ({ head: `<style>${text}</style>` });

async function sameDrawing(visit, page) {
  const draw = async () => {
    await visit.open();
    const drawn = [];
    await visit.until(() => probe.text().includes("Start"));
    drawn.push(await visit.run(() => probe.drawn()));
    await visit.start();
    await visit.run(() => probe.root().activeElement.blur());
    drawn.push(await visit.run(() => probe.drawn()));
    return drawn;
  };
  await visit.begin();
  const plain = await draw();
  await visit.end();
  await visit.begin({ pages: { "/": hostPage(page) } });
  const other = await draw();
  for (const [at, screen] of ["welcome", "item"].entries()) {
    const lines = plain[at].split("\n");
    const differs = other[at].split("\n").findIndex((line, number) => line !== lines[number]);
    if (differs >= 0) {
      const [one, two] = [plain, other].map((drawn) => drawn[at].split("\n")[differs].split("; "));
      const what = two.filter((part, number) => part !== one[number]).slice(0, 5);
      assert.fail(`${screen}, element ${differs}: ${what.join("; ")}`);
    }
  }
}

/** Instruments that are none. The first word of each is its kind. */
const INSTRUMENTS = {
  "a list nested a hundred deep": () => "[".repeat(100) + "]".repeat(100),
  "ten megabytes of one text": () => JSON.stringify({ id: "x".repeat(10 << 20) }),
  "two million empty values": () => `[${"0,".repeat(2_000_000)}0]`,
  "a number that is none": () => '{"id": NaN}',
  "a key twice": () => '{"id": "a", "id": "b"}',
  "__proto__ among its keys": () => '{"__proto__": {"polluted": true}, "id": 1}',
  "script in a text, and duplicate ids": (shipped) =>
    JSON.stringify({ ...shipped, items: [...shipped.items, { ...shipped.items[0], stem: "<img src=x onerror=probe.errors.push(1)>" }] }),
};

export const CASES = [
  {
    row: "element moved, removed in mid-save, script loaded twice",
    name: "moved, removed and put back, in the page and through a fragment",
    async run(visit) {
      await visit.begin({ pages: { "/": hostPage({ after: "<div id='there'></div>" }) } });
      await visit.open();
      await visit.start();
      await visit.answer("4");
      // In a task of the page's own, as a driver's script is none in every engine.
      await visit.run(() => {
        setTimeout(() => {
          const element = probe.widget();
          const fragment = new DocumentFragment();
          fragment.append(element);
          document.getElementById("there").append(element);
          window.moved = true;
        });
        return true;
      });
      await visit.until(() => window.moved);
      await visit.says("2 of 36");
      // Removed by the page inside the event that tells of the answer.
      await visit.run(() => {
        const element = probe.widget();
        addEventListener("leadership-audit-progressed", () => element.remove(), { once: true });
        window.gone = element;
        element.shadowRoot.querySelector("h2").focus();
        return true;
      });
      await visit.browser.press("5");
      await visit.until(() => !window.gone.isConnected);
      await visit.until(() => new Promise((resolve) => setTimeout(() => resolve(true), 60)));
      await visit.run(() => {
        document.body.append(window.gone);
        window.gone.scrollIntoView();
        return true;
      });
      await visit.says("2 of 36 answered.");
      assert.equal(await visit.run(() => probe.root().querySelectorAll("h2").length), 1);
      assert.deepEqual(await visit.run(() => probe.errors), []);
    },
  },
  {
    row: "element moved, removed in mid-save, script loaded twice",
    name: "the script twice, from two addresses",
    async run(visit) {
      const head = '<script type="module" src="/leadership-audit.js?copy"></script>';
      await visit.begin({ pages: { "/": hostPage({ head, after: head.replace("copy", "third") }) } });
      await visit.open();
      await visit.start();
      await visit.answer("45");
      assert.equal(await visit.run(() => probe.root().querySelectorAll("h2").length), 1);
      assert.deepEqual(await visit.run(() => probe.errors), []);
    },
  },
  {
    row: "hostile host CSS, polluted prototypes, clobbered DOM",
    name: "a style that attacks everything: every element inside is drawn alike",
    run: (visit) => sameDrawing(visit, style(CSS)),
  },
  {
    row: "hostile host CSS, polluted prototypes, clobbered DOM",
    name: "right-to-left words of the host, a transform, an inherited font",
    run: async (visit) => {
      await visit.begin({
        pages: {
          "/": hostPage({
            before: '<div dir="rtl" style="transform: rotate(2deg) scale(0.9); font: 30px serif">',
            after: "</div>",
          }),
        },
      });
      await visit.open();
      await visit.start();
      assert.equal(await visit.run(() => getComputedStyle(probe.root().querySelector(".screen")).direction), "rtl");
      await visit.answer("45");
      assert.deepEqual(await visit.run(() => probe.errors), []);
    },
  },
  {
    row: "hostile host CSS, polluted prototypes, clobbered DOM",
    name: "Object.prototype has grown: the same file",
    run: (visit) =>
      sameFile(visit, {
        script: () => {
          const names = ["extra", "method", "mode", "body", "headers", "integrity", "is", "form", "held"];
          for (const name of [...names, "records", "place", "root", "slotAssignment", "detail"]) {
            Object.prototype[name] = "polluted";
          }
        },
      }),
  },
  {
    row: "hostile host CSS, polluted prototypes, clobbered DOM",
    name: "elements with the names of globals: the same file",
    run: (visit) =>
      sameFile(visit, {
        before: `<form name="customElements"><input name="define"></form><img name="localStorage" alt="">
          <a id="leadership-audit">one</a><img name="fetch" alt=""><img name="WebAssembly" alt="">
          <img name="baseURI" alt=""><img name="activeElement" alt=""><img name="hidden" alt="">`,
      }),
  },
  {
    row: "hostile attributes and URLs",
    name: "no link but https and mailto; a warning names each attribute",
    async run(visit) {
      const attributes = `cta-href="java&#10;script:probe.errors.push(1)" cta-label="<b>x" form="<img src=x>"
        audit-id="a:b" theme="'); drop" retain="forever" start="//evil" loading="eager"`;
      await visit.begin({ pages: { "/": hostPage({ attributes }) } });
      await visit.open();
      await visit.short();
      await visit.start();
      await visit.finish();
      assert.equal(await visit.run(() => probe.root().querySelectorAll("a[href]").length), 0);
      const warned = (await visit.run(() => probe.warnings)).join("\n");
      for (const name of ["cta-href", "form", "audit-id", "theme", "retain", "start"]) {
        assert.ok(warned.includes(name), `${name} in ${warned}`);
      }
      assert.ok(Object.keys(await visit.stored()).every((key) => key.startsWith("leadership-audit:default:")));
      assert.deepEqual(await visit.run(() => probe.errors), []);
    },
  },
  ...Object.entries(INSTRUMENTS).map(([name, make]) => ({
    row: "hostile instrument or result JSON",
    name: `an instrument with ${name}: refused, what is stored stays`,
    async run(visit) {
      await visit.begin();
      await visit.open();
      await visit.start();
      await visit.answer("45");
      const stored = await visit.stored();
      const shipped = JSON.parse(
        await visit.run(() => fetch("/instruments/leadership-relationships.json").then((answer) => answer.text())),
      );
      visit.server.behaviour.pages["/its.json"] = make(shipped);
      visit.server.behaviour.pages["/its"] = hostPage({ attributes: 'src="/its.json"' });
      await visit.open("its");
      await visit.says("The questionnaire that this page names has faults.");
      assert.deepEqual(await visit.run(() => probe.failures), ["instrument"]);
      assert.deepEqual(await visit.run(() => probe.errors), []);
      assert.deepEqual(await visit.stored(), stored);
    },
  })),
  {
    row: "hostile instrument or result JSON",
    name: "files to import: refused with the path of the fault, or shown as text",
    async run(visit) {
      await visit.begin();
      await visit.open();
      await visit.short();
      await visit.start();
      await visit.finish();
      const good = JSON.parse(await visit.saved());
      const stored = await visit.stored();
      const script = "<img src=x onerror=probe.errors.push(1)>";
      const files = {
        "none.json": script,
        "deep.json": "[".repeat(5000),
        "big.json": "x".repeat(10 << 20),
        "value.json": JSON.stringify({ ...good, responses: { ...good.responses, "up-trust-1": script } }),
        "proto.json": JSON.stringify(good).replace('"schema"', '"__proto__": {"x": 1}, "schema"'),
      };
      await visit.until(() => probe.root().querySelector("input[type=file]") !== null);
      for (const [name, text] of Object.entries(files)) {
        const chosen = await visit.run(
          (name, text) => {
            const input = probe.root().querySelector("input[type=file]");
            const files = new DataTransfer();
            files.items.add(new File([text], name, { type: "application/json" }));
            input.files = files.files;
            input.dispatchEvent(new Event("change", { bubbles: true }));
            return true;
          },
          name,
          text,
        );
        assert.ok(chosen);
        await visit.says(name);
        if (name === "value.json") await visit.says("responses.up-trust-1");
        assert.deepEqual(await visit.stored(), stored, name);
      }
      assert.deepEqual(await visit.run(() => probe.errors), []);
    },
  },
  {
    row: "bidi and zero-width controls",
    name: "stripped from an owner's words; right-to-left letters stay",
    async run(visit) {
      const label = "\u202eBook\u200b \u2066שיחה\u2069\u200f";
      const attributes = `cta-href="https://coach.example/" cta-label="${label}"`;
      await visit.begin({ pages: { "/": hostPage({ attributes }) } });
      await visit.open();
      await visit.short();
      await visit.start();
      await visit.finish();
      const shown = await visit.until(() => probe.root().querySelector("a.cta")?.textContent.trim());
      assert.ok(!/[\u200b\u202a-\u202e\u2066-\u2069]/.test(shown), JSON.stringify(shown));
      assert.ok(shown.includes("שיחה"));
    },
  },
  {
    row: "320 px, 400 % zoom, reduced motion, forced colours, 6× slower CPU",
    name: "320 px, which is 1280 px at 400 %: no sideways scroll on any screen",
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
        const over = await visit.run(() => {
          const { scrollWidth } = document.documentElement;
          return scrollWidth - innerWidth;
        });
        assert.ok(over <= 0, `${screen}: ${over} px too wide`);
      };
      await visit.short();
      await fits("welcome");
      await visit.start();
      await fits("item");
      await visit.finish();
      await fits("results");
      await visit.press("Keep or delete this result");
      await visit.until(() => probe.button("Print, or save as PDF"));
      await fits("keep");
      await visit.browser.frame(null);
    },
  },
  {
    row: "320 px, 400 % zoom, reduced motion, forced colours, 6× slower CPU",
    name: "reduced motion and forced colours: nothing moves, nothing is lost",
    not: { webkit: "cannot be emulated: it has neither setting that a program can turn, and no forced colours" },
    async run(visit) {
      await visit.begin();
      if (visit.engine.name === "chromium") {
        await visit.browser.devtools("Emulation.setEmulatedMedia", {
          features: [
            { name: "prefers-reduced-motion", value: "reduce" },
            { name: "forced-colors", value: "active" },
          ],
        });
      }
      await visit.open();
      const asked = await visit.run(() => matchMedia("(prefers-reduced-motion: reduce)").matches);
      if (!asked) throw new NotHere("this browser did not take the setting");
      await visit.start();
      const moving = await visit.run(() =>
        [...probe.root().querySelectorAll("*")].filter((element) => {
          const style = getComputedStyle(element);
          return [style.transitionDuration, style.animationDuration].some((time) => parseFloat(time) > 0.01);
        }).length,
      );
      assert.equal(moving, 0);
      await visit.answer("45");
      if (visit.engine.name === "chromium") await visit.browser.devtools("Emulation.setEmulatedMedia", {});
    },
  },
  {
    row: "320 px, 400 % zoom, reduced motion, forced colours, 6× slower CPU",
    name: "a CPU six times slower: every answer arrives, the next statement within 200 ms of processor time",
    not: {
      firefox: "cannot be emulated: it cannot be slowed down; measured in Chromium",
      webkit: "cannot be emulated: it cannot be slowed down; measured in Chromium",
    },
    async run(visit) {
      await visit.begin();
      await visit.open();
      await visit.start();
      await visit.browser.devtools("Emulation.setCPUThrottlingRate", { rate: 6 });
      await visit.answer("44");
      await visit.browser.devtools("Emulation.setCPUThrottlingRate", { rate: 1 });
      // Time that the page's thread ran, whatever else the machine was doing.
      await visit.browser.devtools("Performance.enable", { timeDomain: "threadTicks" });
      const spent = async () => {
        const { metrics } = await visit.browser.devtools("Performance.getMetrics");
        return metrics.find(({ name }) => name === "TaskDuration").value * 1000;
      };
      const before = await spent();
      await visit.answer("4545454545");
      const ms = (6 * (await spent() - before)) / 10;
      assert.ok(ms > 0 && ms < 200, `${ms} ms an answer`);
      await visit.browser.devtools("Performance.disable");
      assert.equal(Object.keys(await visit.answers()).length, 12);
    },
  },
];
