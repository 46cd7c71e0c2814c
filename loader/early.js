// The first screen until the program has arrived: what a visitor pressed on it, how far the program is, and why it does
// not come. Radio buttons answer by themselves; a press of Start, or of the way to a saved result, is acknowledged. The
// program acts on all once it is there.
import { element } from "./dom.js";
import { uncover } from "./uncover.js";

/** How often the bar shows what has arrived, and for how long nobody needs one. */
const TICK_MS = 500;

export class EarlyScreen {
  #root;
  #heard;
  /** The button that was pressed last. */
  #pressed;
  /** Whether the visitor has pressed anything, and waits. */
  #waits = false;
  /** What is said below the way to begin, or in place of a screen that is not there yet. */
  #said;
  /** What stood in that place. */
  #placeholder;
  #timer;
  #listening = new AbortController();

  /** @param {() => void} heard is called at every press */
  constructor(root, heard) {
    this.#root = root;
    this.#heard = heard;
    const { signal } = this.#listening;
    root.addEventListener("click", (event) => this.#press(event), { __proto__: null, signal });
  }

  #press({ target }) {
    // What a failure offers acts by itself: saving must not begin another try.
    if (target.closest?.(".failure")) return;
    const button = target.closest?.(".welcome button");
    if (!button && !target.closest?.("input")) return;
    this.#waits = true;
    if (target.name === "response") this.#offerNext("link", "secondary");
    if (button) {
      this.rest();
      this.#pressed = button;
      button.setAttribute("aria-busy", "true");
    }
    this.#heard();
  }

  /** The way on is a button once there is an answer, as in the program, so that nothing moves when that takes over. */
  #offerNext(before, now) {
    this.#root.querySelector(".nav > :last-child")?.classList.replace(before, now);
  }

  /** Has no button look busy. What was pressed is acted on all the same, should the program arrive. */
  rest() {
    this.#pressed?.removeAttribute("aria-busy");
  }

  /** Shows how far the program is to whoever waits for it. @param {() => number} progress from 0 to 1 */
  wait(progress, label) {
    this.hush();
    let bar;
    this.#timer = setInterval(() => {
      if (this.#root.querySelector("form") && !this.#waits) return;
      if (!bar) {
        bar = element("progress", { ariaLabel: label });
        this.say(bar);
      }
      bar.value = progress();
    }, TICK_MS);
  }

  /** Says something where the visitor looks. @param {boolean} [used] whether they were using the widget */
  say(node, used) {
    if (node.localName !== "progress") this.hush();
    this.#said = node;
    const start = this.#root.querySelector(".welcome .primary");
    const screen = this.#root.querySelector("form");
    if (start) start.after(node);
    else if (screen || node.localName === "progress") this.#root.lastElementChild.append(node);
    else {
      this.#placeholder = [...this.#root.firstChild.childNodes];
      this.#root.firstChild.replaceChildren(node);
    }
    if (!used && !this.#waits) return;
    node.scrollIntoView({ __proto__: null, block: "nearest", behavior: "instant" });
    uncover(node);
  }

  /** Takes away what was said. */
  hush() {
    clearInterval(this.#timer);
    if (this.#placeholder) this.#said.replaceWith(...this.#placeholder);
    else this.#said?.remove();
    this.#placeholder = this.#said = undefined;
  }

  stop() {
    this.#listening.abort();
    this.rest();
    this.hush();
  }

  /** Stops listening, gives the nodes back as they were drawn, and tells what was pressed. */
  take() {
    this.stop();
    const value = (name) => this.#root.querySelector(`input[name=${name}]:checked`)?.value;
    const presses = {
      form: value("form"),
      response: value("response"),
      started: this.#pressed?.matches(".primary"),
      place: this.#pressed?.value || undefined,
    };
    for (const input of this.#root.querySelectorAll("input")) input.checked = input.defaultChecked;
    this.#offerNext("secondary", "link");
    return presses;
  }
}
