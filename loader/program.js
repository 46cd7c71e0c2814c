// Fetches and compiles a program, once for all elements of a page; again after a failure.
import createWidgetGlue from "virtual:glue/widget";
import createWorkbookGlue from "virtual:glue/workbook";
import * as integrity from "virtual:integrity";
import { Failure } from "./failure.js";

const PATIENCE_MS = 30_000;

/** The running program: what `src/main.rs` exports. */
export const loadProgram = once("widget", createWidgetGlue);
/** What comes after a result: what `src/bin/workbook.rs` exports. */
export const loadWorkbook = once("workbook", createWorkbookGlue);

function once(name, createGlue) {
  const address = new URL(`leadership-audit-${name}_bg.wasm`, import.meta.url);
  let program;
  return () => {
    program ??= start(address, integrity[name], createGlue).catch((error) => {
      program = undefined;
      throw error;
    });
    return program;
  };
}

async function start(address, hash, createGlue) {
  if (typeof WebAssembly !== "object") throw new Failure("unsupported");
  const blocked = watchPolicy(address);
  const patience = new AbortController();
  const timer = setTimeout(() => patience.abort(), PATIENCE_MS);
  try {
    const module = await compile(address, await request(address, hash, patience.signal));
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

async function request(address, hash, signal) {
  const options = { credentials: "omit", signal };
  try {
    return await fetch(address, { ...options, integrity: hash });
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
