// The one file that a page has to load: defines <leadership-audit> and starts the program that
// lies beside it.
import css from "./element-style.js";

const NAME = "leadership-audit";

let program;

/** The program, fetched and compiled once for all elements of the page; again after a failure. */
function loadProgram() {
  program ??= import(new URL("./leadership-audit-widget.js", import.meta.url).href)
    .then(async (glue) => {
      await glue.default({
        module_or_path: new URL("./leadership-audit-widget_bg.wasm", import.meta.url),
      });
      return glue;
    })
    .catch((error) => {
      program = undefined;
      throw error;
    });
  return program;
}

let sheet;

function adoptStyle(shadow) {
  if (!sheet) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
  }
  shadow.adoptedStyleSheets = [sheet];
}

function element(name, properties = {}, ...children) {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
}

class LeadershipAudit extends HTMLElement {
  #root;
  #widget;
  #starting = false;

  connectedCallback() {
    if (!this.#root) {
      const shadow = this.attachShadow({ mode: "open" });
      adoptStyle(shadow);
      this.#root = element("div");
      shadow.append(this.#root);
    }
    if (!this.#widget && !this.#starting) this.#start();
  }

  // An element that is only moved is connected again before the microtask runs.
  disconnectedCallback() {
    queueMicrotask(() => {
      if (this.isConnected) return;
      this.#widget?.destroy();
      this.#widget = undefined;
    });
  }

  async #start() {
    this.#starting = true;
    this.#root.replaceChildren(
      element("p", { className: "screen", role: "status", textContent: "The audit is loading." }),
    );
    try {
      const glue = await loadProgram();
      if (!this.isConnected) return;
      this.#root.replaceChildren();
      this.#widget = glue.mount(this, this.#root);
      this.#emit("ready", {});
    } catch (error) {
      this.#fail(error);
    } finally {
      this.#starting = false;
    }
  }

  #fail(error) {
    const again = element("button", { type: "button", textContent: "Try again" });
    again.addEventListener("click", () => this.#start());
    this.#root.replaceChildren(
      element(
        "div",
        { className: "screen", role: "alert" },
        element("p", {
          textContent:
            "The audit could not be loaded. What you answered before is still kept in this browser.",
        }),
        element("p", { className: "quiet", textContent: String(error) }),
        again,
      ),
    );
    this.#emit("failed", { message: String(error) });
  }

  #emit(what, detail) {
    const options = { bubbles: true, composed: true, detail };
    this.dispatchEvent(new CustomEvent(`${NAME}-${what}`, options));
  }
}

if (!customElements.get(NAME)) customElements.define(NAME, LeadershipAudit);
