// What a visitor pressed before the program arrived. Radio buttons answer by themselves; a press of
// Start, or of the way to a saved result, is acknowledged. The program acts on all once it is there.

export class EarlyPresses {
  #root;
  #pressed;
  #listening = new AbortController();

  constructor(root) {
    this.#root = root;
    root.addEventListener("click", (event) => this.#press(event), {
      __proto__: null,
      signal: this.#listening.signal,
    });
  }

  #press({ target }) {
    const button = target.closest?.(".welcome button");
    if (!button) return;
    this.#pressed?.removeAttribute("aria-busy");
    this.#pressed = button;
    button.setAttribute("aria-busy", "true");
  }

  stop() {
    this.#listening.abort();
    this.#pressed?.removeAttribute("aria-busy");
  }

  /** Stops listening, gives the nodes back as they were drawn, and tells what was pressed. */
  take() {
    this.stop();
    const value = (name) => this.#root.querySelector(`input[name=${name}]:checked`)?.value;
    const presses = {
      form: value("form"),
      response: value("response"),
      started: this.#pressed?.matches(".primary"),
      place: this.#pressed?.matches(".link") ? "keep" : undefined,
    };
    for (const input of this.#root.querySelectorAll("input")) input.checked = input.defaultChecked;
    return presses;
  }
}
