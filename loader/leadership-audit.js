// Defines <leadership-audit>: paints the first screen at once, fetches the program when the element
// is near or touched, and lets it take over the nodes that are already there. Options for the
// browser have no prototype: what a page gave to every object would be among them.
import style from "virtual:style";
import { ATTRIBUTES, PROPERTIES } from "./attributes.js";
import { copyText } from "./copy.js";
import { element } from "./dom.js";
import { EarlyPresses } from "./early.js";
import { Failure, startedAfresh } from "./failure.js";
import { drawFirstScreen, mendFirstScreen } from "./first-screen.js";
import { fetchInstrument } from "./instrument.js";
import { printDocument } from "./print.js";
import { widgetProgram } from "./program.js";
import { loadTexts } from "./texts.js";

const NAME = "leadership-audit";
/** How far outside the window, in viewport heights, fetching begins. */
const NEAR = "100%";
/** The attributes that decide what is seen first. */
const DRAWN_BY = new Set(["form", "start", "src"]);
const TOUCHES = ["pointerenter", "pointerdown", "focusin"];
const AFRESH =
  "Something went wrong here, and the audit has started afresh. Your answers are as you left them.";

/** Asked for by name, an element of that name would answer. */
const { get: activeElement } = Object.getOwnPropertyDescriptor(Document.prototype, "activeElement");

let sheet;

function sharedSheet() {
  if (!sheet) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(style);
  }
  return sheet;
}

class LeadershipAudit extends HTMLElement {
  static observedAttributes = ATTRIBUTES;

  #status;
  #root;
  #early;
  #near;
  #widget;
  /** Counts starts, so that one which was overtaken knows it. */
  #turn = 0;
  #starting = false;
  /** The questionnaire's text, if it is not the shipped one. */
  #instrument;
  /** The records that storage lacks, by key: they outlive the program, and being taken off the page. */
  #held;
  /** The screen that the program had on. */
  #place;
  /** Whether anything has happened on it. */
  #settled = false;
  /** Whether that had the focus. */
  #focused = false;
  /** Whether focus was last in here. */
  #used = false;
  /** What the visitor is told when a program takes the place of another. */
  #notice = "";

  connectedCallback() {
    for (const property of Object.keys(PROPERTIES)) this.#upgrade(property);
    addEventListener("pageshow", this.#shown);
    if (!this.#root) this.#attach();
    if (this.#widget || this.#starting) return;
    // The request first: it is under way while the first screen is drawn.
    if (this.getAttribute("loading") === "eager") this.#start();
    else this.#startWhenNear();
    this.#draw();
  }

  // An element that is only moved is connected again before the microtask runs.
  disconnectedCallback() {
    queueMicrotask(() => {
      if (this.isConnected) return;
      removeEventListener("pageshow", this.#shown);
      this.#stop();
    });
  }

  /** Back on a page that the browser had put by: it did not hear what other pages stored. */
  #shown = ({ persisted }) => {
    if (!persisted || !this.#widget) return;
    this.#focused = this.#hasFocus();
    this.#notice = "";
    this.#stop();
    this.#start();
  };

  attributeChangedCallback(name, before, now) {
    if (before === now || !this.#root) return;
    const drawn = DRAWN_BY.has(name);
    if (this.#widget) {
      if (name === "src" || !this.#widget.configure()) this.#restart();
    } else if (drawn) {
      this.#restart();
    } else if (name === "loading" && now === "eager" && this.isConnected) {
      this.#start();
    }
  }

  /** A property that was set before the element was defined hides the accessor: set it again. */
  #upgrade(property) {
    if (!Object.hasOwn(this, property)) return;
    const value = this[property];
    delete this[property];
    this[property] = value;
  }

  #attach() {
    const shadow = this.attachShadow({ __proto__: null, mode: "open" });
    shadow.adoptedStyleSheets = [sharedSheet()];
    // Words of the loader's own, whatever the page's language.
    this.#status = element("div", { className: "above", lang: "en" });
    this.#root = element("div");
    // One child, whatever box the page makes of the element.
    shadow.append(element("div", {}, this.#status, this.#root));
    shadow.addEventListener("focusin", () => {
      this.#used = true;
    });
    shadow.addEventListener("focusout", ({ relatedTarget }) => {
      if (relatedTarget && relatedTarget.getRootNode() !== shadow) this.#used = false;
    });
  }

  #draw() {
    this.#status.replaceChildren();
    drawFirstScreen(this.#root, this);
    this.#early = new EarlyPresses(this.#root);
  }

  #startWhenNear() {
    const start = () => this.#start();
    const touched = new AbortController();
    for (const touch of TOUCHES) {
      this.addEventListener(touch, start, { __proto__: null, signal: touched.signal, once: true });
    }
    const seen = (entries) => {
      for (const { isIntersecting } of entries) if (isIntersecting) start();
    };
    const observer = new IntersectionObserver(seen, { __proto__: null, rootMargin: NEAR });
    observer.observe(this);
    this.#near = () => {
      touched.abort();
      observer.disconnect();
    };
  }

  async #start() {
    if (this.#starting || this.#widget) return;
    this.#near?.();
    this.#starting = true;
    const turn = ++this.#turn;
    try {
      const loading = [widgetProgram.load(this.#fell), this.#fetchInstrument()];
      const [program, instrument] = await Promise.all(loading);
      if (turn !== this.#turn) return;
      this.#instrument = instrument;
      if (this.#early) this.#mountFirst(program);
      else this.#mountAgain(program);
      // A program that fell on it has told of it after this.
      await undefined;
      if (turn !== this.#turn) return;
      this.#early = undefined;
      this.#starting = false;
      this.#emit("ready", {});
    } catch (error) {
      if (turn !== this.#turn) return;
      this.#starting = false;
      this.#fail(Failure.of(error));
    }
  }

  /** Lets the program take over the first screen, with what was pressed on it. */
  #mountFirst(program) {
    const early = this.#early.take();
    const hydrates = this.#instrument === undefined;
    if (hydrates) mendFirstScreen(this.#root, this);
    else this.#root.replaceChildren();
    this.#mount(program, this.#root, hydrates, early);
  }

  /** Puts what a fresh program draws in the place of what another has left. */
  #mountAgain(program) {
    const before = { place: this.#place, quiet: !this.#focused };
    this.#mount(program, element("div"), false, before);
    this.#status.replaceChildren();
    if (this.#notice) this.#status.append(startedAfresh(this.#notice));
  }

  #mount(program, root, hydrates, early) {
    const loader = {
      wantTexts: () => this.#giveTexts(),
      fetchPart: (part) => this.#linkPart(part),
      print: (title, body, style) => this.#print(title, body, style),
      copy: (text) => this.#copy(text),
      note: (place, held) => {
        this.#place = place;
        this.#held = held;
        this.#settled = true;
      },
    };
    const begin = { ...early, held: this.#held, parts: [...program.parts] };
    this.#widget = program.mount(this, root, hydrates, loader, begin, this.#instrument);
    const { root: drawn } = this.#widget;
    // A program that has just fallen names none.
    if (drawn?.localName) this.#takePlace(drawn);
    this.#settled = false;
  }

  /** The program fell, with all its widgets. What it drew stays until another has drawn. */
  #fell = (failure) => {
    this.#turn++;
    this.#starting = false;
    this.#widget = undefined;
    this.#focused = this.#hasFocus();
    this.#notice = AFRESH;
    // Not twice to a screen that may be the reason.
    if (!this.#settled) this.#place = undefined;
    if (failure) {
      this.#draw();
      this.#fail(failure);
    } else {
      this.#start();
    }
  };

  /** Focus that was on an element which is gone is nowhere. */
  #hasFocus() {
    const focused = activeElement.call(document);
    return focused === this || (this.#used && (!focused || focused.localName === "body"));
  }

  async #giveTexts() {
    const texts = await loadTexts();
    if (texts) this.#widget?.take_texts(texts);
  }

  /** Links a part into the program, and reports to the program what came of it. */
  async #linkPart(part) {
    const turn = this.#turn;
    let why;
    try {
      await widgetProgram.link(part);
    } catch (error) {
      const failure = Failure.of(error);
      console.warn("leadership-audit:", failure.message);
      why = failure.whyPart;
    }
    // The program that asked may have crashed since; the next one asks for itself.
    if (turn === this.#turn) this.#widget?.report_part(part, why);
  }

  async #print(title, body, style) {
    try {
      await printDocument(this, title, body, style);
    } catch (error) {
      console.warn("leadership-audit:", error);
      this.#widget?.failed_to_print();
    }
  }

  async #copy(text) {
    const copied = await copyText(this.shadowRoot, text);
    this.#widget?.copied(copied);
  }

  /** The owner's own questionnaire, if there is one. */
  async #fetchInstrument() {
    if (this.#instrument !== undefined) return this.#instrument;
    const address = this.getAttribute("src");
    return address === null ? undefined : fetchInstrument(address, this.baseURI);
  }

  #stop() {
    this.#turn++;
    this.#starting = false;
    this.#near?.();
    this.#early?.stop();
    this.#instrument = undefined;
    widgetProgram.leave(this.#fell);
    this.#widget?.destroy();
    this.#widget = undefined;
    // The other may become another widget's.
    this.#takePlace(element("div"));
  }

  #takePlace(root) {
    if (root === this.#root) return;
    this.#root.replaceWith(root);
    this.#root = root;
  }

  #restart() {
    const was = this.#widget || this.#starting;
    this.#stop();
    if (!this.isConnected) return;
    this.#draw();
    if (was) this.#start();
    else this.#startWhenNear();
  }

  #fail(failure) {
    const retry = () => {
      this.#status.replaceChildren();
      this.#root.querySelector("h2")?.focus();
      this.#start();
    };
    const audit = this.getAttribute("audit-id")?.trim() || "default";
    this.#status.replaceChildren(failure.panel(audit, this.#held, retry));
    this.#emit("failed", { kind: failure.kind, message: failure.message });
  }

  #emit(what, detail) {
    const options = { __proto__: null, bubbles: true, composed: true, detail };
    this.dispatchEvent(new CustomEvent(`${NAME}-${what}`, options));
  }
}

for (const [property, attribute] of Object.entries(PROPERTIES)) {
  Object.defineProperty(LeadershipAudit.prototype, property, {
    configurable: true,
    enumerable: true,
    get() {
      return this.getAttribute(attribute);
    },
    set(value) {
      if (value === null || value === undefined) this.removeAttribute(attribute);
      else this.setAttribute(attribute, value);
    },
  });
}

if (!customElements.get(NAME)) customElements.define(NAME, LeadershipAudit);
