// The workbook of one widget: a program of its own, fetched when a screen has a place for it, and
// drawn into that place.
import { copyText } from "./copy.js";
import { element } from "./dom.js";
import { Failure, startedAfresh } from "./failure.js";
import { printDocument } from "./print.js";
import { workbookProgram } from "./program.js";
import { loadTexts } from "./texts.js";

const AFRESH = "Something went wrong here, and this part has started afresh.";

export class Workbook {
  #host;
  #hear;
  #instrument;
  #root = element("div");
  #book;
  #loading = false;
  #wanted;
  #fallen = false;

  /** @param {(what: string, text: string) => void} hear takes what the visitor did in it */
  constructor(host, instrument, hear) {
    this.#host = host;
    this.#instrument = instrument;
    this.#hear = hear;
  }

  /** Draws `part` in `place`; a retry after a failure does so later. */
  open(place, part, shelf) {
    if (this.#root.parentNode !== place) place.replaceChildren(this.#root);
    this.#wanted = [part, shelf];
    if (this.#book) this.#book.show(part, shelf);
    else this.#load();
  }

  async #load() {
    if (this.#loading) return;
    this.#loading = true;
    this.#root.setAttribute("aria-busy", "true");
    try {
      const [program, texts] = await Promise.all([workbookProgram.load(this.#fell), loadTexts()]);
      this.#adopt(program.style());
      const root = element("div");
      const focused = this.#root.querySelector(":focus");
      this.#root.replaceChildren(...(this.#fallen ? [startedAfresh(AFRESH)] : []), root);
      const wanted = this.#wanted;
      this.#book = program.mount(this.#host, root, this, this.#instrument, texts, ...wanted);
      // What it read may have made the session say something else meanwhile.
      if (this.#wanted !== wanted) this.#book.show(...this.#wanted);
      // "Try again" is gone, and focus with it.
      if (focused) this.#host.shadowRoot.querySelector("h2")?.focus();
    } catch (error) {
      const failure = Failure.of(error);
      console.warn("leadership-audit:", failure.message);
      this.#root.replaceChildren(failure.notice(() => this.#load()));
    }
    this.#loading = false;
    this.#root.removeAttribute("aria-busy");
  }

  #fell = (failure) => {
    this.#book = undefined;
    if (!this.#root.parentNode) return;
    this.#fallen = !failure;
    if (failure) this.#root.replaceChildren(failure.notice(() => this.#load()));
    else this.#load();
  };

  #adopt(style) {
    const { shadowRoot } = this.#host;
    const sheet = sheetOf(style);
    if (!shadowRoot.adoptedStyleSheets.includes(sheet)) shadowRoot.adoptedStyleSheets.push(sheet);
  }

  // What follows is called by the program.

  hear(what, text) {
    this.#hear(what, text);
  }

  async print(title, body, style) {
    try {
      await printDocument(this.#host, title, body, style);
    } catch (error) {
      console.warn("leadership-audit:", error);
      this.#book?.failed_to_print();
    }
  }

  async copy(text) {
    const copied = await copyText(this.#host.shadowRoot, text);
    this.#book?.copied(copied);
  }

  close() {
    workbookProgram.leave(this.#fell);
    this.#book?.destroy();
    this.#book = undefined;
    this.#root.remove();
  }
}

let shared;

function sheetOf(style) {
  if (!shared) {
    shared = new CSSStyleSheet();
    shared.replaceSync(style);
  }
  return shared;
}
