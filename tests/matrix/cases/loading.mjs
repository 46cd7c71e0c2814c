// What keeps the program from starting, and what brings it down.
import assert from "node:assert/strict";
import { strictPolicy } from "../../e2e/server.mjs";
import { armTraps } from "../../e2e/trap.mjs";
import { hostPage } from "../visit.mjs";
import { pause } from "../webdriver.mjs";

const isProgram = (path) => path.endsWith(".wasm");
const HTML = { type: "text/html", body: Buffer.from("<p>Hello") };

const damaged = (body) => {
  const copy = Buffer.from(body);
  copy[copy.length >> 1] ^= 1;
  return copy;
};

/** A named failure with another try that works, after answers were stored: those can be saved. */
const fails = (name, kind, change, { repair = true } = {}) => ({
  row: "wasm 404, wrong MIME, blocked by CSP, corrupt, switched off",
  name,
  async run(visit) {
    await visit.begin();
    await visit.open();
    await visit.start();
    await visit.answer("45");
    const stored = await visit.stored();
    Object.assign(visit.server.behaviour, change(visit.server.behaviour));
    await visit.open(repair ? "" : "changed");
    await visit.says("What you answered before is still here.");
    assert.deepEqual(await visit.run(() => probe.failures), [kind]);
    await visit.press("Save everything stored here as a file");
    const backup = JSON.parse(await visit.until(() => probe.saved[0]));
    assert.deepEqual(backup.records, stored);
    if (!repair) return;
    visit.server.behaviour.fault = undefined;
    await visit.press("Try again");
    await visit.press("Continue where you stopped");
    await visit.says("3 of 36");
  },
});

const faulty = (fault) => () => ({ fault: (path, body) => isProgram(path) && fault(body) });

export const CASES = [
  fails("404", "missing", faulty(() => ({ ...HTML, status: 404 }))),
  fails("a page in its place", "corrupt", faulty(() => HTML)),
  fails("one bit turned", "corrupt", faulty((body) => ({ body: damaged(body) }))),
  fails("the connection breaks", "network", faulty(() => ({ breaks: true }))),
  {
    row: "wasm 404, wrong MIME, blocked by CSP, corrupt, switched off",
    name: "a type that is none: it runs all the same",
    async run(visit) {
      await visit.begin({ fault: (path) => isProgram(path) && { type: "application/octet-stream" } });
      await visit.open();
      await visit.start();
    },
  },
  fails(
    "a policy without 'wasm-unsafe-eval'",
    "blocked",
    ({ pages }) => ({
      headers: {
        "content-security-policy": strictPolicy().replace(" 'wasm-unsafe-eval'", "").replace("script-src 'self'", "script-src 'self' 'unsafe-inline'"),
      },
      pages: { ...pages, "/changed": hostPage() },
    }),
    { repair: false },
  ),
  fails(
    "WebAssembly switched off",
    "unsupported",
    ({ pages }) => ({
      pages: { ...pages, "/changed": hostPage({ script: () => delete globalThis.WebAssembly }) },
    }),
    { repair: false },
  ),
  {
    row: "wasm 404, wrong MIME, blocked by CSP, corrupt, switched off",
    name: "never arrives: told after half a minute",
    async run(visit) {
      // Half a minute of the page's own, so that nobody waits for it.
      const script = () => {
        const { setTimeout: real } = globalThis;
        globalThis.setTimeout = (act, ms) => real(act, ms === 30_000 ? 300 : ms);
      };
      await visit.begin({
        pages: { "/": hostPage({ script }) },
        fault: (path) => isProgram(path) && { until: new Promise(() => {}) },
      });
      await visit.open();
      await visit.says("The audit took too long to arrive.");
      assert.deepEqual(await visit.run(() => probe.failures), ["timeout"]);
    },
  },
  {
    row: "hostile host CSS, polluted prototypes, clobbered DOM",
    name: "every object has a then() that never calls back: no request of the page ends, which is told",
    async run(visit) {
      const script = () => {
        const { setTimeout: real } = globalThis;
        globalThis.setTimeout = (act, ms) => real(act, ms === 30_000 && {}.then ? 300 : ms);
        Object.prototype.then = () => {};
        // As long as it is there, a driver's scripts do not end either.
        real(() => delete Object.prototype.then, 3000);
      };
      await visit.begin({ pages: { "/": hostPage({ script }) } });
      await visit.open();
      await pause(3500);
      await visit.says("Nothing of yours is lost.");
      assert.equal((await visit.run(() => probe.failures)).length, 1);
      await visit.press("Try again");
      await visit.start();
    },
  },
  {
    row: "JavaScript off",
    name: "in a frame without scripts the element's own content shows",
    async run(visit) {
      await visit.begin({
        pages: {
          "/": '<!doctype html><title>Outside</title><iframe src="/inside" sandbox="allow-same-origin" width="900" height="700"></iframe>',
          "/inside": hostPage({ inside: '<p>Write to <a href="mailto:me@coach.example">me</a>.</p>' }),
        },
      });
      await visit.open();
      await visit.until(() => document.querySelector("iframe").contentDocument?.querySelector("a") != null);
      const shown = await visit.run(() => {
        const { contentDocument: inside, contentWindow } = document.querySelector("iframe");
        const { width, height } = inside.querySelector("a").getBoundingClientRect();
        return [inside.querySelector("leadership-audit").shadowRoot === null, contentWindow.probe === undefined, width * height > 0];
      });
      assert.deepEqual(shown, [true, true, true]);
    },
  },
  ...[3, 40].map((at) => ({
    row: "Rust panic",
    name: `a trap at call ${at} of an answer: both widgets back at once`,
    async run(visit) {
      const after = '<leadership-audit audit-id="two"></leadership-audit>';
      await visit.begin({ pages: { "/": hostPage({ script: armTraps, after }) } });
      await visit.open();
      await visit.start(1);
      await visit.start(0);
      await visit.answer("45");
      await visit.run((at) => window.arm("widget", at), at);
      await visit.browser.press("3");
      for (const widget of [0, 1]) await visit.says("the audit has started afresh", widget);
      // No timer was waited for: the loader sets one alone, to forget the panic.
      assert.deepEqual(await visit.run(() => window.traps.delays.filter((ms) => ms > 0)), [10_000]);
      assert.equal(await visit.run(() => window.traps.instances.widget), 2);
      await visit.until(() => probe.root(1).querySelector("fieldset.item") !== null);
      const answers = await visit.answers();
      assert.equal(answers["up-trust-1"], 4);
      assert.equal(answers["up-candour-1"], 5);
      assert.deepEqual(await visit.run(() => probe.errors), []);
      assert.equal(await visit.run(() => probe.same), true);
    },
  })),
  {
    row: "Rust panic",
    name: "again and again: given up by name, another try",
    async run(visit) {
      await visit.begin({ pages: { "/": hostPage({ script: armTraps }) } });
      await visit.open();
      await visit.start();
      await visit.answer("4");
      await visit.run(() => window.arm("widget", 3, true));
      await visit.browser.press("3");
      await visit.says("The audit stopped unexpectedly, again and again.");
      await visit.run(() => window.arm("widget", 1e9));
      await visit.press("Try again");
      await visit.press("Continue where you stopped");
    },
  },
];
