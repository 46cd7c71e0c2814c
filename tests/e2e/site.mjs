// A server and a browser for the tests of one file.
import assert from "node:assert/strict";
import { after, afterEach, before } from "node:test";
import { hostPage, serve } from "./server.mjs";
import { launch, newContext, open } from "./widget.mjs";

/**
 * A server for the tests of a file. `behaviour` may be an async function that returns it. `ready` settles once the server
 * runs: hooks at the top of a file do not wait for one another.
 */
export function useServer(behaviour = {}, folder) {
  const server = {};
  const start = async () => {
    const given = typeof behaviour === "function" ? await behaviour() : behaviour;
    Object.assign(server, await serve(given, folder));
  };
  server.ready = start();
  before(() => server.ready);
  after(() => server.stop?.());
  return server;
}

/**
 * A server and a browser for the tests of a file. After each test, what it opened is closed, and it fails if one of its
 * pages reported an error, unless the test deleted the `faults` of that page.
 * @param {import("./server.mjs").Behaviour} behaviour of the server
 * @param {string[]} flags of the browser
 */
export function useSite(behaviour, ...flags) {
  const server = useServer(behaviour);
  const contexts = [];
  const servers = [];
  const pages = [];
  const site = {
    server,
    get address() {
      return server.address;
    },
    /** Another server, which is stopped after the test. */
    async serve(behaviour) {
      const other = await serve(behaviour);
      servers.push(other);
      return other;
    },
    /** A new visitor, with options of Playwright. */
    async newContext(options) {
      const context = await newContext(site.browser, options);
      contexts.push(context);
      return context;
    },
    /**
     * Opens a page and waits for the widget. `path` may be an address. The page has a new visitor, with these options,
     * unless a `context` is given; `init` runs in the page before its scripts.
     */
    async open(path = "", { context, init, ...options } = {}) {
      const visitor = context ?? (await site.newContext(options));
      if (init) await visitor.addInitScript(init);
      return site.watch(await open(visitor, new URL(path, server.address).href));
    },
    /** Has the test fail if this page, whose faults are noted, reports an error. */
    watch(page) {
      pages.push(page);
      return page;
    },
    /** Opens a host page made of these parts, at an address of its own. */
    openHost(parts, options) {
      const known = (server.behaviour.pages ??= {});
      const path = `/host-${Object.keys(known).length}`;
      known[path] = hostPage(parts);
      return site.open(path, options);
    },
  };
  site.ready = Promise.all([server.ready, launch(...flags)]).then(([, browser]) => {
    site.browser = browser;
  });
  before(() => site.ready);
  afterEach(async () => {
    const faults = pages.splice(0).flatMap((page) => page.faults ?? []);
    for (const context of contexts.splice(0)) await context.close();
    for (const other of servers.splice(0)) await other.stop();
    assert.deepEqual(faults, [], "errors of pages");
  });
  after(() => site.browser?.close());
  return site;
}
