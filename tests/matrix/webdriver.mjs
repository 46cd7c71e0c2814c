// A minimal WebDriver client: the few commands that the matrix needs, which all three drivers understand.

const ELEMENT = "element-6066-11e4-a52e-4f735466cecf";

export const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

export class WebDriver {
  #address;
  #session;

  /** @param {string} address of the driver */
  constructor(address) {
    this.#address = address;
  }

  async #call(method, path, body) {
    const response = await fetch(this.#address + path, {
      method,
      headers: { "content-type": "application/json" },
      body: body && JSON.stringify(body),
    });
    const { value } = await response.json();
    if (!response.ok) throw new Error(`${path}: ${value?.error}: ${value?.message}`);
    return value;
  }

  #post(path, body = {}) {
    return this.#call("POST", `/session/${this.#session}${path}`, body);
  }

  /** Waits until the driver responds, then starts a browser; returns the browser's capabilities. */
  async start(alwaysMatch) {
    for (let tries = 0; ; tries++) {
      try {
        await this.#call("GET", "/status");
        break;
      } catch (error) {
        if (tries > 100) throw error;
        await pause(100);
      }
    }
    const session = await this.#call("POST", "/session", { capabilities: { alwaysMatch } });
    this.#session = session.sessionId;
    return session.capabilities;
  }

  quit = () => this.#call("DELETE", `/session/${this.#session}`);
  go = (url) => this.#post("/url", { url });
  back = () => this.#post("/back");
  reload = () => this.#post("/refresh");

  /** Runs a function, or the text of one's body, in the page. */
  run(script, ...args) {
    const text = typeof script === "string" ? script : `return (${script})(...arguments)`;
    return this.#post("/execute/sync", { script: text, args });
  }

  click = (element) => this.#post(`/element/${element[ELEMENT]}/click`);

  /** Presses a key on the element that has focus. */
  press(value) {
    const actions = ["keyDown", "keyUp"].map((type) => ({ type, value }));
    return this.#post("/actions", { actions: [{ type: "key", id: "keyboard", actions }] });
  }

  window = () => this.#call("GET", `/session/${this.#session}/window`);
  switch = (handle) => this.#post("/window", { handle });
  close = () => this.#call("DELETE", `/session/${this.#session}/window`);

  /** Opens a tab and switches to it. */
  async open() {
    const { handle } = await this.#post("/window/new", { type: "tab" });
    await this.switch(handle);
    return handle;
  }

  /** Enters the frame that a function in the page returns, or leaves all frames. */
  async frame(find) {
    await this.#post("/frame", { id: find ? await this.run(find) : null });
  }
}
