// Fetches and compiles the program, once for all elements of a page; again after a failure.
import { integrity } from "virtual:integrity";
import createGlue from "virtual:glue";
import { Failure } from "./failure.js";

const ADDRESS = new URL("leadership-audit-widget_bg.wasm", import.meta.url);
const PATIENCE_MS = 30_000;

let program;

/** The running program: what `src/main.rs` exports. */
export function loadProgram() {
  program ??= start().catch((error) => {
    program = undefined;
    throw error;
  });
  return program;
}

async function start() {
  if (typeof WebAssembly !== "object") throw new Failure("unsupported");
  const blocked = watchPolicy();
  const patience = new AbortController();
  const timer = setTimeout(() => patience.abort(), PATIENCE_MS);
  try {
    const module = await compile(await request(patience.signal));
    const glue = createGlue();
    await glue.default({ module_or_path: module });
    return glue;
  } catch (error) {
    if (patience.signal.aborted) throw new Failure("timeout", String(error));
    // The report of a violation may come after the rejection that it causes.
    await new Promise((resolve) => setTimeout(resolve));
    if (blocked.seen || /Content Security Policy|unsafe-eval/.test(error)) {
      throw new Failure("blocked", String(error));
    }
    throw error;
  } finally {
    clearTimeout(timer);
    blocked.stop();
  }
}

async function request(signal) {
  const options = { credentials: "omit", signal };
  try {
    return await fetch(ADDRESS, { ...options, integrity });
  } catch (error) {
    throw await diagnose(error, options);
  }
}

/** A body of any other hash, an error page's too, is rejected without a reason: looks for it. */
async function diagnose(error, options) {
  let response;
  try {
    response = await fetch(ADDRESS, options);
  } catch {
    return new Failure("network", String(error));
  }
  const type = response.headers.get("content-type") ?? "no type";
  return response.ok
    ? new Failure("corrupt", `${ADDRESS}, ${type}: not the file that belongs to this loader`)
    : new Failure("missing", `${ADDRESS} answered ${response.status}`);
}

/** Compiles while it arrives, where the server names the type that this needs. */
async function compile(response) {
  const type = response.headers.get("content-type") ?? "no type";
  try {
    return /^application\/wasm\b/i.test(type)
      ? await WebAssembly.compileStreaming(response)
      : await WebAssembly.compile(await response.arrayBuffer());
  } catch (error) {
    if (error.name === "TypeError") throw new Failure("network", String(error));
    throw new Failure("corrupt", `${ADDRESS}, ${type}: ${error}`);
  }
}

/** Whether the page's Content Security Policy refused something of ours meanwhile. */
function watchPolicy() {
  const blocked = { seen: false, stop: () => document.removeEventListener(name, look) };
  const name = "securitypolicyviolation";
  const look = ({ blockedURI }) => {
    blocked.seen ||= blockedURI === "wasm-eval" || blockedURI === ADDRESS.href;
  };
  document.addEventListener(name, look);
  return blocked;
}
