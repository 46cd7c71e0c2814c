// Runs in the page before any script of its own, with DRIVER replaced by the candidate's functions.
// The harness talks to it as window.__bench.
(() => {
  if (window !== top) return;
  const bench = (window.__bench = { long: [], shift: 0, ready: null, alive: null });
  const now = () => performance.now();
  const afterTask = () =>
    new Promise((resolve) => {
      const channel = new MessageChannel();
      channel.port1.onmessage = resolve;
      channel.port2.postMessage(0);
    });

  // ---- what is watched ----------------------------------------------------------------------
  const roots = new WeakMap();
  const attach = Element.prototype.attachShadow;
  Element.prototype.attachShadow = function (options) {
    const root = attach.call(this, options);
    roots.set(this, root);
    watcher?.observe(root, CHANGES);
    return root;
  };
  // Chromium's heap figures leave WebAssembly's memories out.
  const memories = new Set();
  const keepMemory = (made) => {
    for (const value of Object.values((made.instance ?? made).exports ?? {})) {
      if (value instanceof WebAssembly.Memory) memories.add(value);
    }
    return made;
  };
  for (const name of ["instantiate", "instantiateStreaming"]) {
    const original = WebAssembly[name];
    WebAssembly[name] = (...given) => original.apply(WebAssembly, given).then(keepMemory);
  }
  WebAssembly.Instance = new Proxy(WebAssembly.Instance, {
    construct: (target, given) => keepMemory(Reflect.construct(target, given)),
  });
  bench.wasmBytes = () => {
    let sum = 0;
    for (const { buffer } of memories) sum += buffer.byteLength;
    return sum;
  };
  const saved = { file: null };
  const createObjectURL = URL.createObjectURL;
  URL.createObjectURL = (file) => {
    saved.file = file;
    return createObjectURL.call(URL, file);
  };
  const observe = (type, look) =>
    new PerformanceObserver((list) => list.getEntries().forEach(look)).observe({ type, buffered: true });
  observe("longtask", ({ startTime, duration }) => bench.long.push({ start: startTime, duration }));
  // Those right after an input too, unlike CLS: an early press must not hide a shift.
  observe("layout-shift", ({ value }) => (bench.shift += value));

  // ---- what drivers have --------------------------------------------------------------------
  const $ = (selector, from = document) => from && from.querySelector(selector);
  const $s = (host) => {
    const element = typeof host === "string" ? $(host) : host;
    return element && (roots.get(element) ?? element.shadowRoot);
  };
  const $b = (label, from) =>
    from && [...from.querySelectorAll("button")].find((x) => x.textContent.trim() === label);
  const until = async (isSo) => {
    const start = now();
    while (!isSo()) {
      if (now() - start > 15_000) throw new Error(`waited 15 s for ${isSo}`);
      await afterTask();
    }
  };
  const driver = DRIVER;
  const call = (name, ...given) => {
    try {
      return driver[name]?.(...given) ?? null;
    } catch {
      return null;
    }
  };
  const item = () => call("item");
  const radio = (v) => call("radio", v);
  const results = () => Boolean(call("results"));
  bench.item = item;
  for (const name of ["stay", "again"]) bench[name] = () => driver[name]?.();
  /** When an answer was first seen both on the screen and in storage. */
  bench.whenKept = async (v) => {
    await until(() => call("chosen", v) && call("kept", v));
    return now();
  };

  // ---- where a person would press -----------------------------------------------------------
  function deepest(x, y) {
    let element = document.elementFromPoint(x, y);
    for (;;) {
      const root = element && (roots.get(element) ?? element.shadowRoot);
      const inner = root?.elementFromPoint(x, y);
      if (!inner || inner === element) return element;
      element = inner;
    }
  }

  /** The middle of an element, or null if it cannot be pressed there. */
  function pressable(element) {
    if (!element?.isConnected || element.disabled) return null;
    const box = element.getBoundingClientRect();
    if (!(box.width > 0 && box.height > 0)) return null;
    const x = box.left + box.width / 2;
    const y = box.top + box.height / 2;
    const hit = deepest(x, y);
    const labels = [...(element.labels ?? [])];
    const isHit =
      hit === element || element.contains(hit) || labels.some((label) => label.contains(hit));
    return hit && isHit ? { x, y } : null;
  }

  // ---- loading ------------------------------------------------------------------------------
  const CHANGES = {
    subtree: true,
    childList: true,
    attributes: true,
    attributeFilter: ["class", "style", "hidden", "disabled"],
  };
  let watcher;
  bench.whenReady = new Promise((resolve) => {
    const look = () => {
      if (bench.ready !== null || !item() || !pressable(radio(1))) return bench.ready !== null;
      bench.ready = now();
      watcher.disconnect();
      watcher = null;
      resolve(true);
      return true;
    };
    watcher = new MutationObserver(look);
    watcher.observe(document, CHANGES);
    const eachFrame = () => look() || requestAnimationFrame(eachFrame);
    requestAnimationFrame(eachFrame);
  });
  bench.whenAlive = driver.alive
    ? Promise.all([
        bench.whenReady,
        // The program's first drawing comes in a microtask of the same task.
        new Promise((resolve) => addEventListener(driver.alive, resolve, { once: true }))
          .then(afterTask)
          .then(now),
      ]).then(([, time]) => (bench.alive = Math.max(time, bench.ready)))
    : bench.whenReady.then(() => (bench.alive = bench.ready));
  /** Nobody presses what is not painted yet, and a press before would delay the painting. */
  bench.whenPainted = bench.whenReady
    .then(() => new Promise((resolve) => requestAnimationFrame(resolve)))
    .then(afterTask);
  bench.loading = () => ({
    fcp: performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? null,
    ready: bench.ready,
    alive: bench.alive,
    shift: bench.shift,
  });

  // ---- trusted presses: armed here, pressed by the harness, over when it is painted ----------
  bench.arm = (kind, v) => {
    const element = kind === "select" ? radio(v) : call("next");
    let place = pressable(element);
    if (!place && element && !element.disabled) {
      element.scrollIntoView({ block: "center" });
      place = pressable(element);
    }
    if (!place) return null;
    const before = item();
    const moved = () => results() || (item() && item() !== before && pressable(radio(1)));
    const isDone = kind === "select" ? () => call("chosen", v) : moved;
    bench.pressed = new Promise((resolve) => {
      const clicked = (event) => {
        if (!event.isTrusted) return;
        removeEventListener("click", clicked, true);
        const start = event.timeStamp;
        const frame = async () => {
          if (isDone()) {
            await afterTask();
            resolve({ latency: now() - start, start });
          } else if (now() - start > 15_000) resolve(null);
          else requestAnimationFrame(frame);
        };
        requestAnimationFrame(frame);
      };
      addEventListener("click", clicked, true);
    });
    return place;
  };

  // ---- completing from script: no waiting for frames, layout forced after each item ----------
  bench.complete = async (answers) => {
    const steps = [];
    const start = now();
    let toResults = null;
    for (const v of answers) {
      const begin = now();
      const before = item();
      radio(v).click();
      await until(() => call("chosen", v));
      await until(() => {
        const next = call("next");
        return next && !next.disabled;
      });
      const next = now();
      driver.next().click();
      await until(() => results() || (item() && item() !== before));
      document.body.offsetHeight;
      radio(1)?.getBoundingClientRect();
      steps.push(now() - begin);
      if (results()) toResults = now() - next;
    }
    return { total: now() - start, steps, toResults };
  };
  bench.outcome = async () => ({
    results: results(),
    means: (await driver.means?.()) ?? [],
    stored: Object.values({ ...localStorage }).reduce((sum, text) => sum + text.length, 0),
  });

  // ---- mounting and unmounting ---------------------------------------------------------------
  bench.remount = async (times) => {
    const settled = () => new Promise((resolve) => setTimeout(resolve));
    for (let i = 0; i < times; i++) {
      const made = await driver.mount();
      await settled();
      made.remove();
      await settled();
    }
  };
})();
