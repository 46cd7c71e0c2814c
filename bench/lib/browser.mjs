// A browser, and one visit to a candidate's page in it.
import { setTimeout as pause } from "node:timers/promises";
import { fileOf } from "./candidates.mjs";

const PATIENCE_MS = 60_000;

/** The conditions of a visit. `slow` is a mid-range phone on a slow line, `cpu4` the phone alone. */
const CONDITIONS = {
  plain: {},
  slow: { cpu: 4, latency: 150, down: 1.6e6 / 8, up: 0.75e6 / 8 },
  cpu4: { cpu: 4 },
};

/**
 * Opens a candidate's page as a new visitor (storage, cache and process of its own), waits until it
 * is alive and measures that, then lets `act` do something with it.
 */
export async function visit(
  { browser, server },
  candidate,
  { size = 36, condition = "plain", act },
) {
  const context = await browser.newContext({ viewport: { width: 800, height: 720 } });
  try {
    const page = await open(context, candidate, CONDITIONS[condition]);
    server.take();
    const address = `${server.address}${candidate.name}/${fileOf(size)}`;
    await page.goto(address);
    await page.within("__bench.whenReady", "its first item was never answerable");
    // Only on a slow line is there time to press before the program comes.
    let early;
    if (candidate.early && condition === "slow") {
      await page.run("__bench.whenPainted");
      early = await page.press("select", 4);
    }
    await page.within("__bench.whenAlive", "it never came alive");
    const stored =
      early && (await page.within("__bench.whenKept(4)", "an early press was not stored"));
    await page.loaded();
    const requests = server.take();
    const seen = {
      ...(await page.run("__bench.loading()")),
      requests,
      heap: await page.heap(),
    };
    if (early) seen.early = { pressed: early.start, stored };
    if (act) Object.assign(seen, await act(page, candidate, size));
    seen.errors = page.errors;
    for (const { url, status } of [...requests, ...server.take()]) {
      if (status !== 200) seen.errors.push(`${url} answered ${status}`);
    }
    return seen;
  } finally {
    await context.close();
  }
}

/** A page with what the harness does to it. */
async function open(context, { name, script }, { cpu, latency, down, up }) {
  const page = await context.newPage();
  const errors = [];
  page.on("pageerror", (error) => errors.push(error.message));
  const cdp = await context.newCDPSession(page);
  await page.addInitScript(script);
  for (const domain of ["Network", "HeapProfiler"]) await cdp.send(`${domain}.enable`);
  if (down) {
    await cdp.send("Network.emulateNetworkConditions", {
      offline: false,
      latency,
      downloadThroughput: down,
      uploadThroughput: up,
    });
  }
  if (cpu) await cdp.send("Emulation.setCPUThrottlingRate", { rate: cpu });

  const run = async (expression) => {
    const options = { expression, awaitPromise: true, returnByValue: true };
    const { result, exceptionDetails } = await cdp.send("Runtime.evaluate", options);
    if (!exceptionDetails) return result.value;
    const { exception, text } = exceptionDetails;
    throw new Error(`${name}: ${exception?.description ?? text}`);
  };
  const within = (expression, complaint) => {
    const late = pause(PATIENCE_MS, undefined, { ref: false }).then(() => {
      throw new Error(`${name}: ${complaint}; ${errors[0] ?? "no error"}`);
    });
    return Promise.race([run(expression), late]);
  };
  /**
   * After forced collections, of which one alone leaves what the last elements were reached by: the
   * JavaScript heap, buffers and WebAssembly memories, DOM nodes.
   */
  const heap = async () => {
    for (let collections = 0; collections < 3; collections++) {
      await cdp.send("HeapProfiler.collectGarbage");
      await pause(100);
    }
    const { usedSize, backingStorageSize = 0 } = await cdp.send("Runtime.getHeapUsage");
    const { nodes } = await cdp.send("Memory.getDOMCounters");
    const wasm = await run("__bench.wasmBytes()");
    return { js: usedSize, buffers: backingStorageSize, wasm, nodes };
  };
  /** A real mouse press, and how long until its effect was painted. */
  const press = async (kind, v) => {
    const place = await run(`__bench.arm("${kind}", ${v})`);
    if (!place) {
      throw new Error(`${name}: nothing to press for ${kind} at "${await run("__bench.item()")}"`);
    }
    const mouse = { ...place, button: "left", clickCount: 1, pointerType: "mouse" };
    await Promise.all([
      cdp.send("Input.dispatchMouseEvent", { ...mouse, type: "mousePressed", buttons: 1 }),
      cdp.send("Input.dispatchMouseEvent", { ...mouse, type: "mouseReleased", buttons: 0 }),
    ]);
    const pressed = await run("__bench.pressed");
    if (!pressed) throw new Error(`${name}: ${kind} had no visible effect`);
    return pressed;
  };
  const settle = () => pause(60);
  return {
    errors,
    run,
    within,
    heap,
    press,
    settle,
    goto: (address) => page.goto(address, { waitUntil: "commit", timeout: PATIENCE_MS }),
    loaded: async () => {
      await page.waitForLoadState("load");
      await settle();
    },
  };
}
