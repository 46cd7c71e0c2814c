// The goals, each with its figure out of a run and the verdict.

const KIB = 1024;
const ms = (x) => `${x.toFixed(x < 100 ? 1 : 0)} ms`;
const kib = (x) => `${(x / KIB).toFixed(1)} KiB`;
const times = (x) => `${x.toFixed(2)} ×`;

/** At most `most` times what another candidate needs. */
function ratio(what, own, other, against, most) {
  if (own === null || other === null) return { what, figure: null };
  const factor = own / other;
  return {
    what,
    figure: ms(own),
    beside: `${against} ${ms(other)}`,
    ratio: times(factor),
    goal: `≤ ${most} ×`,
    reached: factor <= most,
  };
}

/** At most `most`, by itself. */
function limit(what, value, most, show, beside = "") {
  if (value === null) return { what, figure: null };
  return { what, figure: show(value), beside, goal: `≤ ${show(most)}`, reached: value <= most };
}

const MOST_BYTES = 72 * KIB;
const NOISE_BYTES = 128 * KIB;
const NOISE_NODES = 50;
const SAME = 1.2;

function bytes(s) {
  const react = s.bytes("react");
  const row = (what, name) => {
    const own = s.bytes(name);
    const made = limit(what, own, MOST_BYTES, kib, react ? `react ${kib(react)}` : "");
    if (own !== null && react) made.ratio = times(own / react);
    return made;
  };
  return [
    row("a whole audit, brotli, HTML included", "audit"),
    row("the same with a questionnaire of 36 items through `src`", "audit-src"),
  ];
}

function answerable(s) {
  const slow = (name, figure) => s.middle(name, "load slow", (v) => v[figure]);
  const { before, stored } = s.early("audit");
  return [
    ratio(
      "first item answerable, slow",
      slow("audit", "ready"),
      slow("preact", "ready"),
      "preact",
      1.25,
    ),
    ratio("… through `src`", slow("audit-src", "ready"), slow("preact", "ready"), "preact", 1.25),
    {
      what: "presses before the program that were stored after",
      figure: before ? `${stored} of ${before}` : null,
      goal: "all",
      reached: stored === before,
    },
    ratio("first paint, slow", slow("audit", "fcp"), slow("vanilla", "fcp"), "vanilla", 1.1),
    ratio("… through `src`", slow("audit-src", "fcp"), slow("vanilla", "fcp"), "vanilla", 1.1),
    limit("layout shift", slow("audit", "shift"), 0, (x) => x.toFixed(3).replace(/^0\.000$/, "0")),
    limit("… through `src`", slow("audit-src", "shift"), 0, (x) =>
      x.toFixed(3).replace(/^0\.000$/, "0"),
    ),
  ];
}

function alive(s) {
  const slow = (name, figure) => s.middle(name, "load slow", (v) => v[figure]);
  const react = slow("react", "ready");
  return [
    ratio("the program has taken over, slow", slow("audit", "alive"), react, "react", 1),
    ratio("… through `src`", slow("audit-src", "alive"), react, "react", 1),
  ];
}

function answering(s) {
  const perItem = (name) => s.middle(name, "load", ({ total, steps }) => total / steps?.length);
  const p95 = (name, kind) => s.pooled(name, "walk cpu4", (v) => v[kind], 0.95);
  const long = s.long("audit-src");
  const drift = s.drift("audit-src", "3600 whole");
  return [
    ratio("scripted, per item", perItem("audit-src"), perItem("preact"), "preact", 1),
    ratio(
      "select, p95, CPU 4 ×",
      p95("audit-src", "select"),
      p95("vanilla", "select"),
      "vanilla",
      1.25,
    ),
    ratio("next, p95, CPU 4 ×", p95("audit-src", "next"), p95("vanilla", "next"), "vanilla", 1.25),
    limit(
      "long tasks in all walks",
      long && long.count,
      0,
      String,
      long?.count ? `longest ${ms(long.longest)}` : "",
    ),
    limit("an item near 3,600 in terms of one near 1", drift, SAME, times),
  ];
}

function scale(s) {
  const ready = (phase) => s.middle("audit-src", phase, (v) => v.ready);
  const next = (phase) => s.pooled("audit-src", phase, (v) => v.next, 0.5);
  return [
    ratio("answerable with 3,600 items", ready("3600"), ready("load"), "its own 36:", 1.3),
    ratio("next, p50, with 3,600 items", next("3600"), next("walk"), "its own 36:", SAME),
    limit("results of 3,600 answers", s.results("audit-src", "3600 whole"), 200, ms),
  ];
}

function memory(s) {
  const left = (name, phase, what) => {
    const grown = s.growth(name, phase);
    if (!grown) return { what, figure: null };
    const reached = grown.bytes <= NOISE_BYTES && grown.nodes <= NOISE_NODES;
    return {
      what,
      figure: `${kib(grown.bytes)}, ${grown.nodes} nodes`,
      goal: `noise: ≤ ${kib(NOISE_BYTES)}, ${NOISE_NODES} nodes`,
      reached,
    };
  };
  return [
    limit("above a bare page, at the results", s.memory("audit"), 3, (x) => `${x.toFixed(1)} MB`),
    left("audit", "remounted", "left behind by 100 elements"),
    left("audit", "retaken", "left behind by 20 audits"),
  ];
}

/** Every goal: its number, its name and its rows; a row without `figure` was not measured. */
export function goals(samples) {
  return [
    { name: "Bytes", rows: bytes(samples) },
    { name: "First item answerable", rows: answerable(samples) },
    { name: "Fully alive", rows: alive(samples) },
    { name: "Answering", rows: answering(samples) },
    { name: "Scale", rows: scale(samples) },
    { name: "Memory", rows: memory(samples) },
  ].map((goal, place) => ({ number: place + 1, ...goal }));
}
