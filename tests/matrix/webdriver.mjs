// A browser through WebDriver: as much of it as the matrix needs, alike in every engine.

const ELEMENT = "element-6066-11e4-a52e-4f735466cecf";

export class WebDriver {
  #address;
  #session;

  /** @param {string} address of the driver */
  constructor(address) {
    this.#address = address;
  }

  async #call(method, path, body) {
    const response = await fetch(`${this.#address}${path}`, {
      method,
      headers: { "content-type": "application/json" },
      body: method === "POST" ? JSON.stringify(body ?? {}) : undefined,
    });
    const { value } = await response.json();
    if (!response.ok) throw new Error(`${path}: ${value?.error}: ${value?.message}`);
    return value;
  }

  #do(method, path, body) {
    return this.#call(method, `/session/${this.#session}${path}`, body);
  }

  /** Waits until the driver answers, then starts a browser. */
  async start(capabilities) {
    for (let tries = 0; ; tries++) {
      try {
        await this.#call("GET", "/status");
        break;
      } catch (error) {
        if (tries > 100) throw error;
        await pause(100);
      }
    }
    const begun = await this.#call("POST", "/session", {
      capabilities: { alwaysMatch: capabilities },
    });
    this.#session = begun.sessionId;
    return begun.capabilities;
  }

  quit() {
    return this.#do("DELETE", "");
  }

  go(url) {
    return this.#do("POST", "/url", { url });
  }

  back() {
    return this.#do("POST", "/back");
  }

  reload() {
    return this.#do("POST", "/refresh");
  }

  /** Runs a function in the page. */
  run(script, ...args) {
    const text = typeof script === "string" ? script : `return (${script})(...arguments)`;
    return this.#do("POST", "/execute/sync", { script: text, args });
  }

  click(element) {
    return this.#do("POST", `/element/${element[ELEMENT]}/click`);
  }

  /** Presses keys one after the other, where focus is. */
  async press(keys) {
    const actions = [...keys].flatMap((value) => [
      { type: "keyDown", value },
      { type: "keyUp", value },
    ]);
    await this.#do("POST", "/actions", { actions: [{ type: "key", id: "keyboard", actions }] });
  }

  window() {
    return this.#do("GET", "/window");
  }

  /** Opens a tab and goes to it. */
  async open() {
    const { handle } = await this.#do("POST", "/window/new", { type: "tab" });
    await this.switch(handle);
    return handle;
  }

  switch(handle) {
    return this.#do("POST", "/window", { handle });
  }

  close() {
    return this.#do("DELETE", "/window");
  }

  /** Goes into the frame that a function in the page finds, or out of all. */
  async frame(find) {
    const id = find ? await this.run(find) : null;
    await this.#do("POST", "/frame", { id });
  }

  size(width, height) {
    return this.#do("POST", "/window/rect", { width, height });
  }

  /** What only Chromium's driver knows. */
  devtools(cmd, params = {}) {
    return this.#do("POST", "/goog/cdp/execute", { cmd, params });
  }
}

export const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
