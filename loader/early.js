// What a visitor pressed before the program arrived. Radio buttons answer by themselves; a press of
// Start is acknowledged. The program acts on both once it is there.

export class EarlyPresses {
  #root;
  #started;
  #listening = new AbortController();

  constructor(root) {
    this.#root = root;
    root.addEventListener("click", (event) => this.#pressed(event), {
      __proto__: null,
      signal: this.#listening.signal,
    });
  }

  #pressed({ target }) {
    const start = target.closest?.(".welcome button.primary");
    if (!start) return;
    this.#started = start;
    start.setAttribute("aria-busy", "true");
  }

  stop() {
    this.#listening.abort();
    this.#started?.removeAttribute("aria-busy");
  }

  /** Stops listening, gives the nodes back as they were drawn, and tells what was pressed. */
  take() {
    this.stop();
    const value = (name) => this.#root.querySelector(`input[name=${name}]:checked`)?.value;
    const presses = {
      form: value("form"),
      response: value("response"),
      started: this.#started !== undefined,
    };
    for (const input of this.#root.querySelectorAll("input")) input.checked = input.defaultChecked;
    return presses;
  }
}
