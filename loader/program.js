// Fetches and compiles a program, once for all elements of a page; again after a failure. A program
// that falls gives way to a fresh instance of the module that is kept.
import createWidgetGlue from "virtual:glue/widget";
import { widget as widgetHash } from "virtual:integrity";
import { Failure } from "./failure.js";
import { guard } from "./guard.js";
import { patiently } from "./patience.js";

/** A program that falls this often within this time is not started again unasked. */
const TOO_OFTEN = 3;
const MEMORY_MS = 10_000;

class Program {
  #name;
  #hash;
  #createGlue;
  #module;
  #running;
  #users = new Set();
  /** How often it fell of late. */
  #falls = 0;

  constructor(name, hash, createGlue) {
    this.#name = name;
    this.#hash = hash;
    this.#createGlue = createGlue;
  }

  /**
   * The running program, as what its Rust source exports.
   * @param {(failure?: Failure) => void} user hears if it falls: why, if it did so too often for
   *   another try
   */
  load(user) {
    this.#users.add(user);
    this.#running ??= this.#start().catch((error) => {
      this.#running = undefined;
      throw error;
    });
    return this.#running;
  }

  /** This user wants to hear no more. */
  leave(user) {
    this.#users.delete(user);
  }

  async #start() {
    // No promise of an object would ever be kept here, fetch's neither.
    if (typeof {}.then === "function") throw new Failure("page", "Object.prototype.then");
    this.#module ??= await fetchModule(this.#name, this.#hash);
    let fallen;
    const glue = this.#createGlue((exports) =>
      guard(exports, (error) => {
        fallen = error;
        this.#fell(error);
      }),
    );
    try {
      await glue.default({ module_or_path: this.#module });
    } catch (error) {
      throw isPolicy(error) ? new Failure("blocked", String(error)) : error;
    }
    if (fallen) throw new Failure("crashed", String(fallen));
    return glue;
  }

  #fell(error) {
    console.error("leadership-audit:", error);
    this.#running = undefined;
    this.#falls++;
    setTimeout(() => this.#falls--, MEMORY_MS);
    const failure = this.#falls < TOO_OFTEN ? undefined : new Failure("crashed", String(error));
    const users = [...this.#users];
    this.#users.clear();
    // Not before the calls that failed have been left.
    queueMicrotask(() => {
      for (const user of users) user(failure);
    });
  }
}

/** What `src/main.rs` exports. */
export const widgetProgram = new Program("widget", widgetHash, createWidgetGlue);

async function fetchModule(name, hash) {
  if (typeof WebAssembly !== "object") throw new Failure("unsupported");
  const address = new URL(`leadership-audit-${name}_bg.wasm`, import.meta.url);
  const blocked = watchPolicy(address);
  try {
    return await patiently(async (signal) => {
      try {
        return await compile(address, await request(address, hash, signal));
      } catch (error) {
        throw signal.aborted ? new Failure("timeout", String(error)) : error;
      }
    });
  } catch (error) {
    // The report of a violation may come after the rejection that it causes.
    await new Promise((resolve) => setTimeout(resolve));
    throw blocked.seen || isPolicy(error) ? new Failure("blocked", String(error)) : error;
  } finally {
    blocked.stop();
  }
}

/** Some browsers compile what they then refuse to run. */
function isPolicy(error) {
  return /Content Security Policy|unsafe-eval/.test(error);
}

async function request(address, hash, signal) {
  const options = { __proto__: null, credentials: "omit", signal };
  try {
    return await fetch(address, { __proto__: null, ...options, integrity: hash });
  } catch (error) {
    throw await diagnose(address, error, options);
  }
}

/** A body of any other hash, an error page's too, is rejected without a reason: looks for it. */
async function diagnose(address, error, options) {
  let response;
  try {
    response = await fetch(address, options);
  } catch {
    return new Failure("network", String(error));
  }
  const type = response.headers.get("content-type") ?? "no type";
  return response.ok
    ? new Failure("corrupt", `${address}, ${type}: not the file that belongs to this loader`)
    : new Failure("missing", `${address} answered ${response.status}`);
}

/** Compiles while it arrives, where the server names the type that this needs. */
async function compile(address, response) {
  const type = response.headers.get("content-type") ?? "no type";
  try {
    return /^application\/wasm\b/i.test(type)
      ? await WebAssembly.compileStreaming(response)
      : await WebAssembly.compile(await response.arrayBuffer());
  } catch (error) {
    if (error.name === "TypeError") throw new Failure("network", String(error));
    throw new Failure("corrupt", `${address}, ${type}: ${error}`);
  }
}

/** Whether the page's Content Security Policy refused something of ours meanwhile. */
function watchPolicy(address) {
  const blocked = { seen: false, stop: () => document.removeEventListener(name, look) };
  const name = "securitypolicyviolation";
  const look = ({ blockedURI }) => {
    blocked.seen ||= blockedURI === "wasm-eval" || blockedURI === address.href;
  };
  document.addEventListener(name, look);
  return blocked;
}
