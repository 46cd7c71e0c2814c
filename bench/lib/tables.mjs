// The tables with every candidate, each figure with its multiple of vanilla's.

const KIB = 1024;

export const row = (cells) => `| ${cells.join(" | ")} |`;

export function table(head, rows, numbers = head.length - 1) {
  const rule = head.map((_, place) => (place < head.length - numbers ? "---" : "--:"));
  return [row(head), `|${rule.join("|")}|`, ...rows.map(row)].join("\n");
}

function cell(value, base, digits) {
  if (value === null || value === undefined) return "-";
  if (!base) return value.toFixed(digits);
  const factor = value / base;
  return `${value.toFixed(digits)} (${factor.toFixed(factor < 10 ? 2 : 0)})`;
}

/** `figures`: name of the row, the figure of a candidate, digits after the point. */
function compared(names, figures) {
  const rows = figures.map(([what, figure, digits]) => {
    const base = figure("vanilla");
    return [what, ...names.map((name) => cell(figure(name), base, digits))];
  });
  const measured = rows.filter((cells) => cells.slice(1).some((text) => text !== "-"));
  return table(["median (× vanilla)", ...names], measured);
}

const blocking = (long) => long.reduce((sum, { duration }) => sum + Math.max(0, duration - 50), 0);

function loading(s) {
  const at = (key) => (name) => s.middle(name, "load", (v) => v[key]);
  const bytes = (kind) => (name) => (s.bytes(name, kind) ?? NaN) / KIB || null;
  return compared(s.names("load"), [
    ["brotli KiB", bytes("wire"), 1],
    ["gzip KiB", bytes("gz"), 1],
    ["raw KiB", bytes("raw"), 1],
    ["requests", (name) => s.files(name).length || null, 0],
    ["first paint ms", at("fcp"), 1],
    ["answerable ms", at("ready"), 1],
    ["alive ms", at("alive"), 1],
    ["main thread ms", at("task"), 1],
    ["long tasks", (name) => s.middle(name, "load", ({ long }) => long.length), 0],
  ]);
}

function slow(s) {
  const at = (key) => (name) => s.middle(name, "load slow", (v) => v[key]);
  return compared(s.names("load slow"), [
    ["first paint ms", at("fcp"), 0],
    ["answerable ms", at("ready"), 0],
    ["alive ms", at("alive"), 0],
    ["main thread ms", at("task"), 0],
    ["layout shift", at("shift"), 3],
    ["long tasks", (name) => s.middle(name, "load slow", ({ long }) => long.length), 0],
    ["blocking ms", (name) => s.middle(name, "load slow", ({ long }) => blocking(long)), 0],
  ]);
}

function answering(s) {
  const pooled = (phase, key, q) => (name) => s.pooled(name, phase, (v) => v[key], q);
  const middle = (phase, key) => (name) => s.middle(name, phase, (v) => v[key]);
  const inOneFrame = (name) => {
    const frames = s.of(name, "walk cpu4").flatMap((v) => v.frames);
    return frames.length
      ? (frames.filter((count) => count === 1).length / frames.length) * 100
      : null;
  };
  return compared(s.names("walk"), [
    ["36 items, scripted, ms", middle("load", "total"), 1],
    ["an item, scripted, CPU 4 ×, ms", pooled("load slow", "steps", 0.5), 2],
    ["select p50 ms", pooled("walk", "select", 0.5), 1],
    ["select p95 ms", pooled("walk", "select", 0.95), 1],
    ["next p50 ms", pooled("walk", "next", 0.5), 1],
    ["next p95 ms", pooled("walk", "next", 0.95), 1],
    ["task ms per item", middle("walk", "taskPerItem"), 2],
    ["select p50, CPU 4 ×", pooled("walk cpu4", "select", 0.5), 1],
    ["select p95, CPU 4 ×", pooled("walk cpu4", "select", 0.95), 1],
    ["next p50, CPU 4 ×", pooled("walk cpu4", "next", 0.5), 1],
    ["next p95, CPU 4 ×", pooled("walk cpu4", "next", 0.95), 1],
    ["in the next frame, CPU 4 ×, %", inOneFrame, 0],
    ["INP, CPU 4 ×", middle("walk cpu4", "inp"), 0],
    ["task ms per item, CPU 4 ×", middle("walk cpu4", "taskPerItem"), 2],
    ["long tasks in all walks", (name) => s.long(name)?.count ?? null, 0],
  ]);
}

function scale(s) {
  const sizes = [36, 360, 3600];
  const loadOf = (size) => (size === 36 ? "load" : `${size}`);
  const figures = sizes.flatMap((size) => {
    const walk = size === 36 ? "walk" : `${size}`;
    return [
      [`answerable ms, ${size}`, (name) => s.middle(name, loadOf(size), (v) => v.ready), 1],
      [`next p50 ms, ${size}`, (name) => s.pooled(name, walk, (v) => v.next, 0.5), 1],
      [
        `an item, scripted, ms, ${size}`,
        (name) => s.pooled(name, loadOf(size), (v) => v.steps, 0.5),
        2,
      ],
    ];
  });
  return compared(s.names("3600", "360"), [
    ...figures,
    ["results ms, 36", (name) => s.results(name, "load"), 1],
    ["results ms, 3600", (name) => s.results(name, "3600 whole"), 1],
    ["the last 100 of 3600, × the first 100", (name) => s.drift(name, "3600 whole"), 2],
  ]);
}

function memory(s) {
  const left = (phase, key, unit) => (name) => {
    const grown = s.growth(name, phase);
    return grown && grown[key] / grown.times / unit;
  };
  const figures = [
    ["at the results, above a bare page, MB", (name) => s.memory(name), 2],
    ["left by an element, KiB", left("remounted", "bytes", KIB), 2],
    ["… of that WebAssembly memory, KiB", left("remounted", "wasm", KIB), 2],
    ["left by an element, DOM nodes", left("remounted", "nodes", 1), 2],
    ["left by an element, listeners", left("remounted", "listeners", 1), 2],
    ["left by an audit, KiB", left("retaken", "bytes", KIB), 2],
    ["left by an audit, DOM nodes", left("retaken", "nodes", 1), 1],
  ];
  const names = s.names("walk").filter((name) => s.memory(name) !== null);
  const rows = figures.map(([what, figure, digits]) => [
    what,
    ...names.map((name) => cell(figure(name), null, digits)),
  ]);
  return table(["", ...names], rows);
}

/** Title and text of each. */
export const tables = (samples) => [
  ["Size and load, nothing slowed", loading(samples)],
  ["Load, CPU 4 ×, 1.6 Mbps, 150 ms", slow(samples)],
  ["36 answers", answering(samples)],
  ["Scale, nothing slowed", scale(samples)],
  ["Memory", memory(samples)],
];
