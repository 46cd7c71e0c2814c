// A page whose scripts and names get in the way: the same audit, and the same file byte for byte.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, test } from "node:test";
import { hostPage, stopClocks } from "./pixels.mjs";
import { serve } from "./server.mjs";
import { PREFIX, answer, launch, newContext, open, pressButton } from "./widget.mjs";

let server;
let browser;
/** What the plain page exports. */
let exported;

const DIGITS = [..."445504521231553115"];

/** What scripts of the page have done before the widget's is fetched. */
const SCRIPTS = {
  "Object.prototype has grown": () => {
    Object.prototype.extra = "extra";
    Object.prototype.toJSON = () => "polluted";
    Object.prototype.then = "not a function";
    Object.prototype.method = "POST";
    Object.prototype.is = "x-other";
    Object.prototype.form = "short";
    Object.prototype.records = {};
    String.prototype.toJSON = Array.prototype.toJSON = () => "polluted";
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
  "polyfills of what is there": () => {
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

/** What stands in the page's markup: elements that become properties of window and document. */
const NAMES = `
  <form name="customElements"><input name="define"><input name="get"></form>
  <img name="localStorage" alt=""><img name="sessionStorage" alt=""><img name="currentScript" alt="">
  <a id="leadership-audit" href="#">one</a><a id="root">two</a><form id="screens"></form>
  <img name="fetch" alt=""><img name="WebAssembly" alt=""><img name="URL" alt="">
  <form name="forms"><input name="children"><input name="parentNode"></form>
  <img name="scripts" alt=""><img name="activeElement" alt=""><img name="hidden" alt="">
  <img name="baseURI" alt=""><img name="adoptedStyleSheets" alt="">`;

const addressOf = (name) => `/${name.replaceAll(/\W/g, "-")}`;

before(async () => {
  const pages = { "/plain": hostPage(), "/named": hostPage({ before: NAMES, after: NAMES }) };
  for (const [name, script] of Object.entries(SCRIPTS)) {
    pages[addressOf(name)] = hostPage({ head: `<script>(${script})()</script>` });
  }
  server = await serve({ pages });
  browser = await launch();
  exported = await walk("/plain");
});

after(async () => {
  await browser?.close();
  await server?.stop();
});

/** The whole walk on a page: what is stored in the middle of it, and the file at its end. */
async function walk(path, meanwhile) {
  const context = await newContext(browser);
  await stopClocks(context);
  const page = await open(context, new URL(path, server.address).href);
  await page.getByLabel("Short").check();
  await pressButton(page, "Start");
  await page.locator("leadership-audit fieldset.item").waitFor();
  await answer(page, DIGITS.slice(0, 9));
  await meanwhile?.(page);
  const { origins } = await context.storageState();
  const keys = origins.flatMap(({ localStorage }) => localStorage.map(({ name }) => name)).sort();
  await answer(page, DIGITS.slice(9));
  await page.locator("leadership-audit .scores").waitFor();
  await pressButton(page, "Keep or delete this result");
  const [file] = await Promise.all([
    page.waitForEvent("download"),
    pressButton(page, "Save as a JSON file"),
  ]);
  const text = readFileSync(await file.path(), "utf8");
  assert.deepEqual(page.faults, [], path);
  await context.close();
  return { keys, text };
}

test("the plain page: a file of the answers", () => {
  const { keys, text } = exported;
  assert.deepEqual(Object.values(JSON.parse(text).responses).slice(3, 6), [5, "not_applicable", 4]);
  assert.ok(keys.includes(`${PREFIX}answer:up-trust-1`));
});

for (const [name, script] of Object.entries(SCRIPTS)) {
  test(`the same file: ${name}`, async () => {
    assert.deepEqual(await walk(addressOf(name)), exported);
  });

  test(`the same file, if that comes in the middle: ${name}`, async () => {
    // What the page does is left out of the test's own calls: they use the same prototypes.
    assert.deepEqual(await walk("/plain", (page) => page.addScriptTag({ content: `(${script})()` })), exported);
  });
}

test("the same file: elements with the names of globals", async () => {
  assert.deepEqual(await walk("/named"), exported);
});

test("another copy of the script, from the same address and from another: one widget", async () => {
  server.behaviour.pages["/twice"] = hostPage({
    head: `<script type="module" src="/leadership-audit.js?copy=1"></script>
      <script type="module" src="/leadership-audit.js"></script>
      <script type="module" src="/copy/leadership-audit.js"></script>`,
    after: `<script type="module" src="/leadership-audit.js?copy=2"></script>`,
  });
  const copy = readFileSync(new URL("../../dist/leadership-audit.js", import.meta.url), "utf8");
  server.behaviour.pages["/copy/leadership-audit.js"] = copy;
  const walked = await walk("/twice", async (page) => {
    await page.evaluate(() => import("/leadership-audit.js?copy=3"));
    assert.equal(await page.locator("leadership-audit h2").count(), 1);
  });
  assert.deepEqual(walked, exported);
});

test("the name is taken by somebody else's element: theirs stays, nothing is thrown", async () => {
  server.behaviour.pages["/taken"] = hostPage({
    head: `<script>customElements.define("leadership-audit", class extends HTMLElement {
      connectedCallback() { this.textContent = "theirs" } })</script>`,
  });
  const context = await newContext(browser);
  const page = await context.newPage();
  const faults = [];
  page.on("pageerror", (error) => faults.push(String(error)));
  await page.goto(`${server.address}taken`, { waitUntil: "networkidle" });
  await page.getByText("theirs").waitFor();
  assert.deepEqual(faults, []);
  await context.close();
});
