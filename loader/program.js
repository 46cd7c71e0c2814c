// Fetches and compiles the program and its parts once for all elements of a page, and again after a failure.
// A crashed program is replaced by a fresh instance of the compiled modules.
import createGlue from "virtual:glue";
import { files, parts } from "virtual:integrity";
import { Adopter } from "./adopt.js";
import { Failure } from "./failure.js";
import { guard } from "./guard.js";
import { releaseAll } from "./lock.js";
import { fetchPinned } from "./pinned.js";
import { isPolicy, notBlocked } from "./policy.js";
import { addStyleOf } from "./sheet.js";
import { unpack } from "./unpack.js";

/** After this many crashes within this time, the program restarts only when the visitor asks. */
const TOO_OFTEN = 3;
const MEMORY_MS = 10_000;

const FILE = "leadership-audit-widget_bg.wasm";

/** Whether the page has given every object a method `then`: awaiting any hangs, a response included, and whatever waits for it. */
export const awaitHangs = () => typeof {}.then === "function";

class Program {
  #running;
  /** The parts that have arrived, by name: every instance is linked with them. */
  #parts = new Set();
  #users = new Set();
  /** How many crashes are remembered. */
  #falls = 0;

  /**
   * The running program, as what its Rust source exports.
   * @param {(failure?: Failure) => void} user called if the program crashes, with a failure if that happened
   *   too often to restart
   */
  load(user) {
    this.#users.add(user);
    this.#running ??= this.#start().catch((error) => {
      this.#running = undefined;
      throw error;
    });
    return this.#running;
  }

  /** Requests the program before anybody needs it. A failure is for whoever needs it then. */
  request() {
    if (!awaitHangs()) moduleOf(FILE).catch(() => {});
  }

  /** Unsubscribes a user. */
  leave(user) {
    this.#users.delete(user);
  }

  /** The names of the parts that have arrived. */
  get linked() {
    return this.#parts;
  }

  /** Fetches the part of this name and links it into the running program. */
  async link(part) {
    await modulesOf(part);
    this.#parts.add(part);
    const glue = await this.#running;
    if (glue) await link(glue, part);
  }

  async #start() {
    const module = await moduleOf(FILE);
    let fallen;
    const nodes = new Adopter();
    const guarded = (exports) =>
      guard(exports, (error) => {
        fallen = error;
        this.#fell(error);
      });
    const glue = createGlue(guarded, nodes);
    try {
      await glue.default(module);
    } catch (error) {
      throw isPolicy(error) ? new Failure("blocked", String(error)) : error;
    }
    if (fallen) throw new Failure("crashed", String(fallen));
    Object.assign(glue, { nodes, links: new Map(), parts: new Set() });
    for (const part of this.#parts) await link(glue, part);
    return glue;
  }

  #fell(error) {
    console.error("leadership-audit:", error);
    releaseAll();
    this.#running = undefined;
    this.#falls++;
    setTimeout(() => this.#falls--, MEMORY_MS);
    const failure = this.#falls < TOO_OFTEN ? undefined : new Failure("crashed", String(error));
    const users = [...this.#users];
    this.#users.clear();
    // After the stack of the failed calls has unwound.
    queueMicrotask(() => {
      for (const user of users) user(failure);
    });
  }
}

/** What `src/main.rs` exports. */
export const widgetProgram = new Program();

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

/** The compiled files of a part. Only loops: some pages replace methods of Array.prototype. */
async function modulesOf(part) {
  const fetched = new Map();
  // None while the program is in one piece.
  for (const file of parts[part] ?? []) fetched.set(file, moduleOf(file));
  const found = new Set();
  for (const [file, fetching] of fetched) found.add({ file, module: await fetching });
  return found;
}

/** Every file that was fetched or is being fetched, compiled. */
const modules = new Map();

/** How many bytes of each file have arrived. */
const sizes = new Map();

/** How much of the files that were asked for is here, from 0 to 1. */
export function progress() {
  let here = 0;
  let all = 0;
  for (const [file, size] of sizes) {
    here += size;
    all += files[file].size;
  }
  return all && here / all;
}

function moduleOf(file) {
  if (!modules.has(file)) {
    const module = fetchModule(file);
    modules.set(file, module);
    module.catch(() => modules.delete(file));
  }
  return modules.get(file);
}

async function fetchModule(file) {
  if (typeof WebAssembly !== "object") throw new Failure("unsupported");
  sizes.set(file, 0);
  const bytes = await fetchPinned(file, files[file].hash, (size) => sizes.set(file, size));
  try {
    const module = await notBlocked("wasm-eval", () => WebAssembly.compile(unpack(bytes)));
    addStyleOf(file, module);
    return module;
  } catch (error) {
    // Right bytes that do not compile: this browser is too old for them.
    throw error instanceof Failure ? error : new Failure("unsupported", String(error));
  }
}
