// Pages whose scripts patch built-in objects: the exported file is the same, byte for byte. Playwright calls from a world of
// its own, which the patches do not reach. Other pollution, and DOM clobbering, are in tests/matrix/cases/pages.mjs.
import assert from "node:assert/strict";
import { before, test } from "node:test";
import { stopClocks } from "./pixels.mjs";
import { hostPage } from "./server.mjs";
import { useSite } from "./site.mjs";
import { SHORT, save, startAndAnswer, toKeep } from "./steps.mjs";
import { PREFIX, answer, noteFaults } from "./widget.mjs";

/** What other scripts of the page do. */
const SCRIPTS = {
  "prototypes have a toJSON, and a property named then": () => {
    Object.prototype.then = "not a function";
    Object.prototype.toJSON = String.prototype.toJSON = Array.prototype.toJSON = () => "polluted";
  },
  "methods of arrays do something else": () => {
    for (const name of ["map", "filter", "forEach", "includes", "find", "some", "every", "reduce"]) {
      Array.prototype[name] = function () {
        return name === "includes" ? false : undefined;
      };
    }
    for (const name of ["indexOf", "join", "flat", "flatMap", "concat", "entries", "keys"]) {
      Array.prototype[name] = () => {
        throw new Error(`Array.prototype.${name} of the page`);
      };
    }
    Array.prototype.extra = "extra";
    Array.from = () => [];
  },
  "methods of strings do something else": () => {
    for (const name of ["replace", "trim", "includes", "startsWith", "split", "slice", "match"]) {
      String.prototype[name] = () => "patched";
    }
    RegExp.prototype.test = () => false;
    Number.prototype.toString = () => "patched";
  },
  "globals of other loaders": () => {
    globalThis.exports = {};
    globalThis.module = { exports: {} };
    globalThis.process = { env: {}, versions: { node: "20" } };
    globalThis.require = globalThis.define = Object.assign(() => ({}), { amd: {} });
    globalThis.wasm_bindgen = globalThis.glue = globalThis.yew = "taken";
    globalThis.name = "name";
    globalThis.status = globalThis.event = globalThis.root = globalThis.screens = "taken";
  },
  "polyfills replace built-in functions": () => {
    const native = { CustomEvent, Promise };
    globalThis.fetch = fetch.bind(globalThis);
    globalThis.setTimeout = setTimeout.bind(globalThis);
    globalThis.Promise = class extends native.Promise {};
    globalThis.CustomEvent = function (name, options) {
      return new native.CustomEvent(name, options);
    };
    delete globalThis.structuredClone;
    JSON.stringify = () => "patched";
    Object.assign = (target, ...sources) => {
      for (const source of sources) for (const key in source) target[key] = source[key];
      return target;
    };
  },
};

/** The prefix of the answers, and the file, that a plain page gives. */
let expected;

const site = useSite();

before(async () => {
  await site.ready;
  expected = await walk({});
  assert.deepEqual(Object.values(JSON.parse(expected.text).responses).slice(3, 6), [5, "not_applicable", 4]);
  assert.ok(expected.keys.includes(`${PREFIX}answer:up-trust-1`));
});

/** Takes the short form on a host page: the keys stored halfway, and the file at the end. */
async function walk(parts, halfway) {
  const context = await site.newContext();
  await stopClocks(context);
  const page = await site.openHost(parts, { context });
  await page.getByLabel("3 minutes").check();
  await startAndAnswer(page, SHORT.slice(0, 9));
  await halfway?.(page);
  const { origins } = await context.storageState();
  const keys = origins.flatMap(({ localStorage }) => localStorage.map(({ name }) => name)).sort();
  await answer(page, SHORT.slice(9));
  await toKeep(page);
  const { text } = await save(page, "Save as a JSON file");
  return { keys, text };
}

for (const [name, script] of Object.entries(SCRIPTS)) {
  const content = `(${script})()`;

  test(`the same file: ${name}`, async () => {
    assert.deepEqual(await walk({ head: `<script>${content}</script>` }), expected);
  });

  test(`the same file, if it happens during the audit: ${name}`, async () => {
    assert.deepEqual(await walk({}, (page) => page.addScriptTag({ content })), expected);
  });
}

test("the name of the element is taken: the page's own element stays, and nothing is thrown", async () => {
  const context = await site.newContext();
  const page = await context.newPage();
  noteFaults(page);
  site.server.behaviour.pages["/taken"] = hostPage({
    head: `<script>customElements.define("leadership-audit", class extends HTMLElement {
      connectedCallback() { this.textContent = "theirs" } })</script>`,
  });
  await page.goto(`${site.address}taken`, { waitUntil: "networkidle" });
  await page.getByText("theirs").waitFor();
  assert.deepEqual(page.faults, []);
});
