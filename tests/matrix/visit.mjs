// A visit to a page with the widget, in any engine, on a server of its own.
import { readFileSync } from "node:fs";
import { hostPage as plainPage, serve } from "../e2e/server.mjs";
import { PREFIX } from "../e2e/widget.mjs";
import { pause } from "./webdriver.mjs";

const PROBE = readFileSync(new URL("probe.js", import.meta.url), "utf8");
const PATIENCE_MS = 20_000;
const probed = (title) => `<!doctype html><title>${title}</title><script src="/probe.js"></script><body></body>`;

/** A host page with the probe; `script` is a function that runs before the widget's script. */
export function hostPage({ head = "", script, ...parts } = {}) {
  const scripts = `<script src="/probe.js"></script>${script ? `<script>(${script})()</script>` : ""}`;
  return plainPage({ ...parts, head: scripts + head });
}

export class Visit {
  /** @param engine as started by engines.mjs */
  constructor(engine) {
    this.engine = engine;
    this.browser = engine.browser;
  }

  /** Serves dist/ and `pages`, among them a host page at "/" unless `pages` has one. */
  async begin(behaviour = {}) {
    const pages = { "/": hostPage(), "/empty": probed("Empty"), "/frames": probed("Frames"), "/probe.js": PROBE };
    this.server = await serve({ ...behaviour, pages: { ...pages, ...behaviour.pages } });
    this.home = await this.browser.window();
    this.tabs = [];
  }

  /** Serves a host page with these parts at "/", and opens it. */
  async host(parts, { pages, ...behaviour } = {}) {
    await this.begin({ ...behaviour, pages: { "/": hostPage(parts), ...pages } });
    await this.open();
  }

  async end() {
    for (const tab of this.tabs ?? []) {
      await this.browser.switch(tab).then(() => this.browser.close()).catch(() => {});
    }
    await this.browser.frame(null).catch(() => {});
    if (this.home) await this.browser.switch(this.home).catch(() => {});
    await this.browser.go("about:blank").catch(() => {});
    await this.server?.stop();
  }

  async open(path = "") {
    await this.browser.go(this.server.address + path);
  }

  /** Opens another document of the same origin: a tab, or a frame where tabs do not share storage. */
  async tab(path = "") {
    if (this.engine.tabsAreFrames) return this.#newFrame(path);
    const handle = await this.browser.open();
    this.tabs.push(handle);
    await this.open(path);
    return handle;
  }

  async #newFrame(path) {
    await this.browser.frame(null);
    if (!this.inFrames) await this.open("frames");
    this.inFrames = true;
    const index = await this.run((address) => {
      const frame = document.createElement("iframe");
      Object.assign(frame, { src: address, width: 900, height: 450 });
      document.body.append(frame);
      return document.querySelectorAll("iframe").length - 1;
    }, this.server.address + path);
    await this.to(index);
    await this.until(() => document.readyState === "complete" && window.probe !== undefined);
    return index;
  }

  /** Switches to a document that `tab` opened. */
  async to(tab) {
    if (typeof tab !== "number") return this.browser.switch(tab);
    await this.browser.frame(null);
    await this.browser.frame(`return document.querySelectorAll("iframe")[${tab}]`);
    await this.run(() => {
      window.focus();
      window.probe?.root()?.querySelector("h2")?.focus();
    });
  }

  /** Closes the current document, which `tab` opened. */
  async closeTab(tab) {
    if (typeof tab !== "number") {
      await this.browser.close();
      this.tabs.splice(this.tabs.indexOf(tab), 1);
      return;
    }
    await this.browser.frame(null);
    // Removing the frame would renumber the others.
    await this.run((index) => void (document.querySelectorAll("iframe")[index].src = "about:blank"), tab);
  }

  run(script, ...args) {
    return this.browser.run(script, ...args);
  }

  /** Waits until a function in the page returns something truthy, and returns that. */
  async until(script, ...args) {
    for (let tries = 0; tries < PATIENCE_MS / 30; tries++) {
      const found = await this.run(script, ...args);
      if (found) return found;
      await pause(30);
    }
    const text = await this.run(() => probe.text()).catch(() => "?");
    throw new Error(`waited for ${script} ${JSON.stringify(args)}; on screen: ${text.slice(0, 400)}`);
  }

  /** Waits until the widget at this index shows these words. */
  says(words, at) {
    return this.until((words, at) => probe.text(at).includes(words), words, at);
  }

  /** Presses a button, label or summary by its name; a name that ends in "…" is a prefix. */
  async press(name, at) {
    const button = await this.until((name, at) => probe.button(name, at), name, at);
    try {
      // WebKit's driver does not hit elements that are scrolled out of a frame.
      if (this.inFrames) await this.run((button) => button.click(), button);
      else await this.browser.click(button);
    } catch (error) {
      // A part that arrives between looking and clicking draws the screen anew. Nothing was clicked then.
      if (!/stale element/.test(error.message)) throw error;
      await this.press(name, at);
    }
  }

  /** Chooses an answer by pointer. */
  async choose(value, at) {
    const input = (value, at) => probe.root(at).querySelector(`input[value="${value}"]`).closest("label");
    await this.browser.click(await this.run(input, value, at));
  }

  async onItem(at) {
    await this.until((at) => probe.root(at).querySelector("fieldset.item") !== null, at);
    await this.until((at) => probe.root(at).activeElement !== null, at);
  }

  async start(at) {
    await this.press("Start", at);
    await this.onItem(at);
  }

  async resume(at) {
    await this.press("Continue where you left off", at);
    await this.onItem(at);
  }

  /** Starts the full form and answers its first items. */
  async startAndAnswer(digits) {
    await this.start();
    await this.answer(digits);
  }

  /** Answers the items from the current one on by key: "0" to "5". */
  async answer(digits) {
    for (const digit of digits) {
      const before = await this.run(() => probe.heading());
      await this.browser.press(digit);
      await this.until((before) => probe.heading() !== before, before);
    }
  }

  /** Takes the short form to its result. */
  async finish(digits = "454432125354325411") {
    await this.press("3 minutes…");
    await this.startAndAnswer(digits);
    await this.until(() => probe.root().querySelector(".plot") !== null);
  }

  /** Exports the result as JSON from the results screen, and returns the text of the file. */
  async saved() {
    await this.press("Save, print or delete");
    // What arrives above the button moves it, and a click at its old place meets nothing.
    await this.until(() => probe.root().querySelector("[aria-busy]") === null);
    await this.press("Save as a JSON file");
    return this.until(() => probe.saved[0]);
  }

  async stored() {
    return JSON.parse(await this.run(() => probe.stored()));
  }

  async store(records) {
    await this.run((records) => {
      for (const [key, text] of Object.entries(records)) localStorage.setItem(key, text);
    }, records);
  }

  /** The stored values of the answers, by item. */
  async answers() {
    const prefix = `${PREFIX}answer:`;
    const records = Object.entries(await this.stored()).filter(([key]) => key.startsWith(prefix));
    return Object.fromEntries(records.map(([key, text]) => [key.slice(prefix.length), JSON.parse(text).value]));
  }
}

/** Takes the short form, and returns the exported file without its times. */
export async function walk(visit) {
  await visit.finish("445504521231553115");
  const { started_at, ended_at, active_seconds, quality, ...file } = JSON.parse(await visit.saved());
  return { ...file, quality: quality.filter(({ code }) => code !== "too_fast") };
}
