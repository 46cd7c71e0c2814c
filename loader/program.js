// Fetches and compiles a program and its parts, once for all elements of a page; again after a
// failure. A program that falls gives way to a fresh instance of the modules that are kept.
import createWidgetGlue from "virtual:glue/widget";
import { parts, widget as widgetHash } from "virtual:integrity";
import { Failure } from "./failure.js";
import { guard } from "./guard.js";
import { patiently } from "./patience.js";

/** A program that falls this often within this time is not started again unasked. */
const TOO_OFTEN = 3;
const MEMORY_MS = 10_000;

class Program {
  #file;
  #hash;
  #createGlue;
  #running;
  /** The parts that have arrived, by name: every instance is linked with them. */
  #parts = new Set();
  #users = new Set();
  /** How often it fell of late. */
  #falls = 0;

  constructor(name, hash, createGlue) {
    this.#file = `leadership-audit-${name}_bg.wasm`;
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

  /** Fetches the part of this name and links it into the running program. */
  async link(part) {
    await modulesOf(part);
    this.#parts.add(part);
    const glue = await this.#running;
    if (glue) await link(glue, part);
  }

  async #start() {
    // No promise of an object would ever be kept here, fetch's neither.
    if (typeof {}.then === "function") throw new Failure("page", "Object.prototype.then");
    const module = await moduleOf(this.#file, this.#hash);
    let fallen;
    const glue = this.#createGlue((exports) =>
      guard(exports, (error) => {
        fallen = error;
        this.#fell(error);
      }),
    );
    try {
      await glue.default({ module_or_path: module });
    } catch (error) {
      throw isPolicy(error) ? new Failure("blocked", String(error)) : error;
    }
    if (fallen) throw new Failure("crashed", String(fallen));
    Object.assign(glue, { links: new Map(), parts: new Set() });
    for (const part of this.#parts) await link(glue, part);
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

/**
 * Links a part into an instance, each of its files once: a second time would reset its data. Its
 * functions and data are then where the calls of the instance expect them.
 */
async function link(glue, part) {
  for (const { file, module } of await modulesOf(part)) {
    if (!glue.links.has(file)) {
      const linking = glue.link(file, module);
      glue.links.set(file, linking);
      linking.catch(() => glue.links.delete(file));
    }
    await glue.links.get(file);
  }
  glue.parts.add(part);
}

/** The names and hashes of a part's files; none while the program is in one piece. */
function filesOf(part) {
  return parts[part] ?? [];
}

/** The compiled files of a part. Loops only: pages have been seen to replace the methods of arrays. */
async function modulesOf(part) {
  const fetched = new Map();
  for (const [file, hash] of filesOf(part)) fetched.set(file, moduleOf(file, hash));
  const found = new Set();
  for (const [file, fetching] of fetched) found.add({ file, module: await fetching });
  return found;
}

/** Every file that was fetched or is being fetched, compiled. */
const modules = new Map();

function moduleOf(file, hash) {
  if (!modules.has(file)) {
    const module = fetchModule(file, hash);
    modules.set(file, module);
    module.catch(() => modules.delete(file));
  }
  return modules.get(file);
}

async function fetchModule(file, hash) {
  if (typeof WebAssembly !== "object") throw new Failure("unsupported");
  const address = new URL(file, import.meta.url);
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
