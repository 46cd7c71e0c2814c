// Faults that keep the program from starting, and panics that stop it.
import assert from "node:assert/strict";
import { damaged, isProgram, strictPolicy } from "../../e2e/server.mjs";
import { armTraps } from "../../e2e/trap.mjs";
import { hostPage } from "../visit.mjs";

const HTML = { type: "text/html", body: Buffer.from("<p>Hello") };
const FAILS = "the program fails to load";

/** Runs in the page: shortens the time limit of half a minute, so that nobody waits for it. */
const shortenPatience = () => {
  const { setTimeout: real } = globalThis;
  globalThis.setTimeout = (act, ms) => real(act, ms === 30_000 ? 300 : ms);
};

/** Runs in the page: `fetch` as pages and extensions wrap it, for addresses that are texts, and with a response of its own. */
const wrapFetch = () => {
  const { fetch: real } = globalThis;
  globalThis.fetch = async (address, options) => {
    if (!address.startsWith("http")) throw new Error("unknown address");
    const response = await real(address, { ...options, integrity: "" });
    return { ok: response.ok, status: response.status, headers: new Headers(), arrayBuffer: () => response.arrayBuffer() };
  };
};

/** Runs in the page: no constructed style sheets, as in Safari before 16.4. */
const withoutSheets = () => {
  globalThis.CSSStyleSheet = function () {
    throw new TypeError("Illegal constructor");
  };
  for (const { prototype } of [Document, ShadowRoot]) delete prototype.adoptedStyleSheets;
};

/** Runs in the page: no way to observe what is in the window. */
const withoutObserver = () => delete globalThis.IntersectionObserver;

/** The audit runs all the same. */
const runs = (name, parts, fault) => ({
  row: FAILS,
  name: `${name}: the audit runs all the same`,
  async run(visit) {
    await visit.host(parts, { fault: (path, body, request) => isProgram(path) && fault?.(body, request) });
    await visit.start();
    const colour = await visit.run(() => getComputedStyle(probe.root().querySelector(".item")).maxInlineSize);
    assert.notEqual(colour, "none", "it has its style");
  },
});

/** A cache that has the files of another release, and gives them to whoever does not ask past it. */
const stale = (body, { headers }) => (headers["cache-control"] === "no-cache" ? undefined : { body: damaged(body) });

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
  fails("a policy without 'wasm-unsafe-eval'", "blocked", "security policy doesn’t let the audit run", {
    headers: {
      "content-security-policy": strictPolicy()
        .replace(" 'wasm-unsafe-eval'", "")
        .replace("script-src 'self'", "script-src 'self' 'unsafe-inline'"),
    },
  }),
  fails("WebAssembly switched off", "unsupported", "This browser can’t run the audit", {
    changed: { script: () => delete globalThis.WebAssembly },
  }),
  fails("it is asked to log in", "login", "won’t give out a file of the audit", {
    fault: () => ({ ...HTML, status: 401 }),
  }),
  fails("it is sent on to a login", "login", "won’t give out a file of the audit", {
    fault: () => ({ status: 302, headers: { location: "http://127.0.0.1:1/login" } }),
  }),
  fails("a policy that does not let it be fetched", "blocked", "security policy doesn’t let the audit run", {
    headers: { "content-security-policy": "connect-src 'none'" },
  }),
  fails("with an invalid audit-id", "missing", "A file of the audit is missing", {
    fault: () => ({ status: 404 }),
    changed: { attributes: 'audit-id="no id"' },
  }),
  {
    row: FAILS,
    name: "the files were replaced after the page was loaded: it says so, and the page that is loaded again runs",
    async run(visit) {
      let replaced = false;
      await visit.host({}, {
        fault(path, body) {
          if (isProgram(path)) return { body: damaged(body) };
          if (path !== "/leadership-audit.js") return undefined;
          const fault = replaced ? { body: Buffer.from("// Another release.") } : undefined;
          replaced = true;
          return fault;
        },
      });
      await visit.says("The website was updated after you opened this page.");
      assert.deepEqual(await visit.run(() => probe.failures), ["updated"]);
      visit.server.behaviour.fault = undefined;
      await visit.run(() => (window.before = true));
      await visit.press("Reload the page");
      await visit.until(() => !window.before && window.probe !== undefined);
      await visit.start();
    },
  },
  runs("a media type with a parameter", {}, () => ({ type: "application/wasm; charset=utf-8" })),
  runs("another media type", {}, () => ({ type: "text/plain" })),
  runs("fetch wrapped by the page", { script: wrapFetch }),
  runs("no constructed style sheets", { script: withoutSheets }),
  runs("no IntersectionObserver", { script: withoutObserver }),
  runs("a cache with the files of another release", {}, stale),
  runs("a line that is slow and steady", { script: shortenPatience }, () => ({ pace: 60 })),
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
      // A page that finds records has fetched all that a fresh instance needs.
      await visit.open();
      await visit.resume(1);
      await visit.resume(0);
      await visit.run((at) => window.arm(at), at);
      await visit.browser.press("3");
      for (const widget of [0, 1]) {
        await visit.says("the audit has started afresh", widget);
        await visit.until((at) => probe.root(at).querySelector("fieldset.item") !== null, widget);
      }
      await visit.until(() => document.activeElement === probe.widget(0));
      // The loader sets one timer, to forget the panic, and waits for none. A download under way may set its own.
      const delays = await visit.run(() => window.traps.delays.filter((ms) => ms > 0 && ms !== 30_000));
      assert.deepEqual(delays, [10_000]);
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
