// Faults that keep the program from starting, and panics that stop it.
import assert from "node:assert/strict";
import { isProgram, strictPolicy } from "../../e2e/server.mjs";
import { armTraps } from "../../e2e/trap.mjs";
import { hostPage } from "../visit.mjs";

const HTML = { type: "text/html", body: Buffer.from("<p>Hello") };
const FAILS = "the program fails to load";

const damaged = (body) => {
  const copy = Buffer.from(body);
  copy[copy.length >> 1] ^= 1;
  return copy;
};

/** Runs in the page: shortens the time limit of half a minute, so that nobody waits for it. */
const shortenPatience = () => {
  const { setTimeout: real } = globalThis;
  globalThis.setTimeout = (act, ms) => real(act, ms === 30_000 ? 300 : ms);
};

/**
 * Loading fails after answers were stored: the failure has its kind and its message, the answers can be saved as a
 * file, and another try works once the fault is gone. `changed` is a page that has the fault itself.
 */
const fails = (name, kind, message, { fault, headers, changed }) => ({
  row: FAILS,
  name,
  async run(visit) {
    await visit.host({}, { pages: { "/changed": hostPage(changed) } });
    await visit.startAndAnswer("45");
    const records = await visit.stored();
    const behaviour = { headers, fault: fault && ((path, body) => isProgram(path) && fault(body)) };
    Object.assign(visit.server.behaviour, behaviour);
    await visit.open("changed");
    await visit.says(message);
    await visit.says("What you answered before is still here.");
    assert.deepEqual(await visit.run(() => probe.failures), [kind]);
    await visit.press("Save everything stored here as a file");
    const backup = JSON.parse(await visit.until(() => probe.saved[0]));
    assert.deepEqual(backup, { schema: "leadership-audit/backup", version: 1, records });
    if (!fault) return;
    visit.server.behaviour.fault = undefined;
    await visit.press("Try again");
    await visit.resume();
    await visit.says("3 of 36");
  },
});

export const CASES = [
  fails("status 404", "missing", "A file of the audit is missing", { fault: () => ({ ...HTML, status: 404 }) }),
  fails("status 500", "missing", "A file of the audit is missing", { fault: () => ({ ...HTML, status: 500 }) }),
  fails("an HTML page in its place", "corrupt", "sent a damaged file", { fault: () => HTML }),
  fails("one bit flipped", "corrupt", "sent a damaged file", { fault: (body) => ({ body: damaged(body) }) }),
  fails("the connection breaks", "network", "the connection failed", { fault: () => ({ breaks: true }) }),
  fails("a policy without 'wasm-unsafe-eval'", "blocked", "security policy does not let the audit run", {
    headers: {
      "content-security-policy": strictPolicy()
        .replace(" 'wasm-unsafe-eval'", "")
        .replace("script-src 'self'", "script-src 'self' 'unsafe-inline'"),
    },
  }),
  fails("WebAssembly switched off", "unsupported", "This browser cannot run the audit", {
    changed: { script: () => delete globalThis.WebAssembly },
  }),
  {
    row: FAILS,
    name: "a wrong media type: the audit runs all the same",
    async run(visit) {
      await visit.host({}, { fault: (path) => isProgram(path) && { type: "application/octet-stream" } });
      await visit.start();
    },
  },
  {
    row: FAILS,
    name: "it never arrives: reported after half a minute",
    async run(visit) {
      const fault = (path) => isProgram(path) && { until: new Promise(() => {}) };
      await visit.host({ script: shortenPatience }, { fault });
      await visit.says("The audit took too long to arrive.");
      assert.deepEqual(await visit.run(() => probe.failures), ["timeout"]);
    },
  },
  {
    row: "hostile host CSS, prototype pollution, DOM clobbering",
    name: "Object.prototype.then never calls back: reported as the page's fault, and another try works",
    async run(visit) {
      const script = () => {
        Object.prototype.then = () => {};
        // As long as it exists, no script of a driver ends either.
        addEventListener("leadership-audit-failed", () => setTimeout(() => delete Object.prototype.then));
      };
      await visit.host({ script });
      await visit.says("Something else on this page keeps the audit from starting.");
      assert.deepEqual(await visit.run(() => probe.failures), ["page"]);
      assert.ok(await visit.run(() => probe.root().textContent.includes("Object.prototype.then")));
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
    name: `a trap at call ${at} of an answer: both widgets restart at once, and only the one in use takes focus`,
    async run(visit) {
      await visit.host({ script: armTraps, after: '<leadership-audit audit-id="two"></leadership-audit>' });
      await visit.start(1);
      await visit.choose("4", 1);
      await visit.says("2 of 36", 1);
      await visit.start(0);
      await visit.answer("45");
      await visit.run((at) => window.arm(at), at);
      await visit.browser.press("3");
      for (const widget of [0, 1]) {
        await visit.says("the audit has started afresh", widget);
        await visit.until((at) => probe.root(at).querySelector("fieldset.item") !== null, widget);
      }
      await visit.until(() => document.activeElement === probe.widget(0));
      // The loader sets one timer, to forget the panic, and waits for none.
      assert.deepEqual(await visit.run(() => window.traps.delays.filter((ms) => ms > 0)), [10_000]);
      // The page was not reloaded, which would count from one again.
      assert.equal(await visit.run(() => window.traps.instances), 2);
      const answers = await visit.answers();
      assert.deepEqual([answers["up-trust-1"], answers["up-candour-1"]], [4, 5]);
      // No listener of the dead instance is left.
      await visit.run(() => {
        for (const type of ["visibilitychange", "pagehide", "storage"]) {
          document.dispatchEvent(new Event(type));
          window.dispatchEvent(new StorageEvent(type));
        }
      });
      await visit.choose("4", 1);
      await visit.says("3 of 36", 1);
      assert.deepEqual(await visit.run(() => probe.failures), []);
    },
  })),
  {
    row: "Rust panic",
    name: "one panic after another: given up after the third, with another try and the answers as a file",
    async run(visit) {
      await visit.host({ script: armTraps });
      await visit.startAndAnswer("45");
      await visit.run(() => window.arm(5, true));
      await visit.browser.press("3");
      await visit.says("The audit stopped unexpectedly, again and again.");
      assert.equal(await visit.run(() => window.traps.instances), 3);
      assert.deepEqual(await visit.run(() => probe.failures), ["crashed"]);
      await visit.press("Save everything stored here as a file");
      const { records } = JSON.parse(await visit.until(() => probe.saved[0]));
      assert.ok(Object.keys(records).some((key) => key.endsWith("answer:up-candour-1")));
      await visit.run(() => window.arm(1e9));
      await visit.press("Try again");
      await visit.resume();
    },
  },
];
