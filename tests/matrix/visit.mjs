// A visit to a page with the widget, in any engine, on a server of its own.
import { readFileSync } from "node:fs";
import { serve } from "../e2e/server.mjs";
import { pause } from "./webdriver.mjs";

const PROBE = readFileSync(new URL("probe.js", import.meta.url), "utf8");
const PATIENCE_MS = 20_000;

export const PREFIX = "leadership-audit:default:";

/** A host page; `script` runs before the widget's. */
export function hostPage({ head = "", script, before = "", attributes = "", inside = "", after = "" } = {}) {
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>A host</title>
<style>body { margin: 0; font-family: sans-serif }</style>
<script src="/probe.js"></script>${script ? `<script>(${script})()</script>` : ""}${head}
<script type="module" src="/leadership-audit.js"></script>
<body>${before}<leadership-audit ${attributes}>${inside}</leadership-audit>${after}`;
}

export class Visit {
  /** @param engine as started by engines.mjs */
  constructor(engine) {
    this.engine = engine;
    this.browser = engine.browser;
  }

  /** Serves `pages` (the first is gone to unless there is none) and whatever is in dist/. */
  async begin(behaviour = {}) {
    const frames = "<!doctype html><title>Frames</title><body></body>";
    const pages = { "/": hostPage(), "/frames": frames, ...behaviour.pages, "/probe.js": PROBE };
    this.server = await serve({ ...behaviour, pages });
    this.home = await this.browser.window();
    this.tabs = [];
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

  /** Another document of the same origin: a tab, or a frame where tabs share nothing. */
  async tab(path = "") {
    if (this.engine.tabsAreFrames) return this.#newFrame(path);
    const handle = await this.browser.open();
    this.tabs.push(handle);
    await this.open(path);
    return handle;
  }

  async #newFrame(path) {
    this.inFrames = true;
    await this.browser.frame(null);
    if (!(await this.run(() => document.title === "Frames"))) await this.open("frames");
    const number = await this.run((address) => {
      const frame = document.createElement("iframe");
      Object.assign(frame, { src: address, width: 900, height: 450 });
      document.body.append(frame);
      return document.querySelectorAll("iframe").length - 1;
    }, this.server.address + path);
    await this.to(number);
    await this.until(() => document.readyState === "complete" && window.probe !== undefined);
    return number;
  }

  async to(tab = this.home) {
    if (typeof tab !== "number") return this.browser.switch(tab);
    await this.browser.frame(null);
    await this.browser.frame(`return document.querySelectorAll("iframe")[${tab}]`);
    await this.run(() => {
      window.focus();
      window.probe?.root()?.querySelector("h2")?.focus();
    });
  }

  /** Closes the tab that is gone to. */
  async closeTab(tab) {
    if (typeof tab === "number") {
      await this.browser.frame(null);
      // The others keep their numbers.
      await this.run((tab) => {
        const frame = document.querySelectorAll("iframe")[tab];
        frame.src = "about:blank";
      }, tab);
    } else {
      await this.browser.close();
      this.tabs.splice(this.tabs.indexOf(tab), 1);
    }
  }

  run(script, ...args) {
    return this.browser.run(script, ...args);
  }

  /** Waits until a function in the page returns something true, and returns that. */
  async until(script, ...args) {
    const end = Date.now() + PATIENCE_MS;
    for (;;) {
      const found = await this.run(script, ...args);
      if (found) return found;
      if (Date.now() > end) {
        const text = await this.text().catch(() => "?");
        throw new Error(`waited for ${script} ${JSON.stringify(args)}; on screen: ${text.slice(0, 400)}`);
      }
      await pause(30);
    }
  }

  text(at) {
    return this.run((at) => probe.text(at), at);
  }

  /** Waits for words on screen. */
  says(words, at) {
    return this.until((words, at) => probe.text(at).includes(words), words, at);
  }

  async press(name, at) {
    const button = await this.until((name, at) => probe.button(name, at), name, at);
    // What is scrolled out of a frame, the driver of these frames does not hit.
    if (this.inFrames) {
      await this.run((button) => button.click(), button);
    } else {
      await this.browser.click(button);
    }
  }

  async start(at) {
    await this.press("Start", at);
    await this.until((at) => probe.root(at).querySelector("fieldset.item") !== null, at);
    await this.until((at) => probe.root(at).activeElement !== null, at);
  }

  /** Answers from the item on screen, by keys: "0" to "5". */
  async answer(digits) {
    for (const digit of digits) {
      const before = await this.run(() => probe.heading());
      await this.browser.press(digit);
      await this.until((before) => probe.heading() !== before, before);
    }
  }

  async short() {
    await this.press("Short…");
  }

  async finish(digits = "454432125354325411") {
    await this.answer(digits);
    await this.until(() => probe.root().querySelector(".scores") !== null);
  }

  /** The result as a file, from the results. */
  async saved() {
    await this.press("Keep or delete this result");
    await this.press("Save as a JSON file");
    return this.until(() => probe.saved[0]);
  }

  async stored() {
    return JSON.parse(await this.run(() => probe.stored()));
  }

  async answers() {
    const found = {};
    for (const [key, text] of Object.entries(await this.stored())) {
      if (key.startsWith(`${PREFIX}answer:`)) {
        found[key.slice(PREFIX.length + 7)] = JSON.parse(text).value;
      }
    }
    return found;
  }
}

/** Thrown by a case that cannot be made in this engine: why. */
export class NotHere extends Error {}
