// Light or dark: what the owner says, else what the page around the element is. That is its color scheme; where it names
// none, as most pages do, the colour painted behind the element. The visitor's preference counts where the page follows it.
import { around } from "./dom.js";

const PREFERS_DARK = "(prefers-color-scheme: dark)";
/** What may change the look of a page without changing an element around ours. Fades end with the first. */
const EVENTS = ["transitionend", "load", "change", "focusin"];
/** The luminance that has the same contrast with black as with white. */
const MIDDLE = 0.18;

/** The numbers of a computed colour. Without string methods, since some pages replace them. */
function channels(colour) {
  const number = /[ (,](-?[\d.]+(?:e-?\d+)?)/g;
  const found = [];
  for (let match = number.exec(colour); match; match = number.exec(colour)) found.push(Number(match[1]));
  return found;
}

/** Whether a computed colour is dark; undefined if one sees through it. */
function isDarkColour(colour) {
  const [one, two, three, alpha = 1] = channels(colour);
  if (alpha < 0.5) return undefined;
  const [model] = /^\w*/.exec(colour);
  // The first number is the lightness, which eyes see as the cube root of the luminance.
  if (/^ok/.exec(model)) return one ** 3 < MIDDLE;
  if (/^l/.exec(model)) return ((one + 16) / 116) ** 3 < MIDDLE;
  const light = (channel) => (model === "color" ? channel : channel / 255) ** 2.2;
  return 0.2126 * light(one) + 0.7152 * light(two) + 0.0722 * light(three) < MIDDLE;
}

/** Whether what is painted behind an element is dark. On a picture or a gradient the page's text tells. */
function isOnDark(host) {
  for (const node of around(host)) {
    const { backgroundColor, backgroundImage } = getComputedStyle(node);
    const dark = isDarkColour(backgroundColor);
    if (dark !== undefined) return dark;
    if (backgroundImage !== "none") return isDarkColour(getComputedStyle(host).color) === false;
  }
  return false;
}

function isDark(host, preference) {
  const [, said] = /^\s*(light|dark)\s*$/.exec(host.getAttribute("theme")) ?? [];
  if (said) return said === "dark";
  let { colorScheme: scheme } = getComputedStyle(host);
  // A page may name it in its head, which shows in no computed value.
  if (scheme === "normal") scheme = document.querySelector("meta[name=color-scheme]")?.content;
  const light = /\blight\b/.exec(scheme);
  if (/\bdark\b/.exec(scheme)) return light ? preference.matches : true;
  return light ? false : isOnDark(host);
}

export class Theme {
  #host;
  #box;
  #preference = matchMedia(PREFERS_DARK);
  #watching;
  #frame;

  /** @param {Element} box has the class `dark` where that is the theme */
  constructor(host, box) {
    this.#host = host;
    this.#box = box;
  }

  /** Decides, and again whenever the page may have changed, until `leave`. */
  watch() {
    this.leave();
    this.#watching = new AbortController();
    const { signal } = this.#watching;
    const observer = new MutationObserver(this.#changed);
    signal.addEventListener("abort", () => observer.disconnect());
    const attributes = { __proto__: null, attributes: true };
    for (const node of around(this.#host)) observer.observe(node, attributes);
    if (document.head) observer.observe(document.head, { __proto__: null, ...attributes, childList: true, characterData: true, subtree: true });
    const options = { __proto__: null, capture: true, signal };
    this.#preference.addEventListener("change", this.#decide, options);
    for (const event of EVENTS) addEventListener(event, this.#soon, options);
    this.#decide();
  }

  leave() {
    this.#watching?.abort();
  }

  /** At once for what is set on the element itself; a page may change its own attributes many times before it is drawn. */
  #changed = (changes) => {
    for (const { target } of changes) if (target === this.#host) return this.#decide();
    return this.#soon();
  };

  #decide = () => {
    if (this.#host.isConnected) this.#box.classList.toggle("dark", isDark(this.#host, this.#preference));
  };

  #soon = () => {
    cancelAnimationFrame(this.#frame);
    this.#frame = requestAnimationFrame(this.#decide);
  };
}
