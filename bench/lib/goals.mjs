// The goals, each with its figure out of a run and the verdict.

const KIB = 1024;
const ms = (x) => `${x.toFixed(x < 100 ? 1 : 0)} ms`;
const kib = (x) => `${(x / KIB).toFixed(1)} KiB`;
const times = (x) => `${x.toFixed(2)} ×`;
const shift = (x) => x.toFixed(3).replace(/^0\.000$/, "0");

const MOST_BYTES = 72 * KIB;
const NOISE_BYTES = 128 * KIB;
const NOISE_NODES = 50;
const SAME = 1.2;

/** At most `most` times what another candidate needs: its name, and its figure. */
function ratio(what, own, [against, other], most) {
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

function weight(s, what, name) {
  const [own, react] = [s.bytes(name), s.bytes("react")];
  const made = limit(what, own, MOST_BYTES, kib, react ? `react ${kib(react)}` : "");
  return own !== null && react ? { ...made, ratio: times(own / react) } : made;
}

/** Presses before the program, which must be stored after. */
function early(s) {
  const { before, stored } = s.early("audit");
  const what = "presses before the program that were stored after";
  return { what, figure: before ? `${stored} of ${before}` : null, goal: "all", reached: stored === before };
}

function left(s, what, phase) {
  const grown = s.growth("audit", phase);
  if (!grown) return { what, figure: null };
  return {
    what,
    figure: `${kib(grown.bytes)}, ${grown.nodes} nodes`,
    goal: `noise: ≤ ${kib(NOISE_BYTES)}, ${NOISE_NODES} nodes`,
    reached: grown.bytes <= NOISE_BYTES && grown.nodes <= NOISE_NODES,
  };
}

/** Every goal: its number, its name and its rows; a row without `figure` was not measured. */
export function goals(s) {
  const slow = (name, figure) => s.middle(name, "load slow", (v) => v[figure]);
  const perItem = (name) => s.middle(name, "load", ({ total, steps }) => total / steps?.length);
  const p95 = (name, kind) => s.pooled(name, "walk cpu4", (v) => v[kind], 0.95);
  const ready = (phase) => s.middle("audit-src", phase, (v) => v.ready);
  const next = (phase) => s.pooled("audit-src", phase, (v) => v.next, 0.5);
  const preact = ["preact", slow("preact", "ready")];
  const react = ["react", slow("react", "ready")];
  const paint = ["vanilla", slow("vanilla", "fcp")];
  const long = s.long("audit-src");
  const GOALS = {
    Bytes: [
      weight(s, "a whole audit, brotli, HTML included", "audit"),
      weight(s, "the same with a questionnaire of 36 items through `src`", "audit-src"),
    ],
    "First item answerable": [
      ratio("first item answerable, slow", slow("audit", "ready"), preact, 1.25),
      ratio("… through `src`", slow("audit-src", "ready"), preact, 1.5),
      early(s),
      ratio("first paint, slow", slow("audit", "fcp"), paint, 1.1),
      ratio("… through `src`", slow("audit-src", "fcp"), paint, 1.1),
      limit("layout shift", slow("audit", "shift"), 0, shift),
      limit("… through `src`", slow("audit-src", "shift"), 0, shift),
    ],
    "Fully alive": [
      ratio("the program has taken over, slow", slow("audit", "alive"), react, 1),
      ratio("… through `src`", slow("audit-src", "alive"), react, 1),
    ],
    Answering: [
      ratio("scripted, per item", perItem("audit-src"), ["preact", perItem("preact")], 1),
      ratio("select, p95, CPU 4 ×", p95("audit-src", "select"), ["vanilla", p95("vanilla", "select")], 1.25),
      ratio("next, p95, CPU 4 ×", p95("audit-src", "next"), ["vanilla", p95("vanilla", "next")], 1.25),
      limit("long tasks in all walks", long && long.count, 0, String, long?.count ? `longest ${ms(long.longest)}` : ""),
      limit("an item near 3,600 in terms of one near 1", s.drift("audit-src", "3600 whole"), SAME, times),
    ],
    Scale: [
      ratio("answerable with 3,600 items", ready("3600"), ["its own 36:", ready("load")], 1.3),
      ratio("next, p50, with 3,600 items", next("3600"), ["its own 36:", next("walk")], SAME),
      limit("results of 3,600 answers", s.results("audit-src", "3600 whole"), 200, ms),
    ],
    Memory: [
      limit("above a bare page, at the results", s.memory("audit"), 3, (x) => `${x.toFixed(1)} MB`),
      left(s, "left behind by 100 elements", "remounted"),
      left(s, "left behind by 20 audits", "retaken"),
    ],
  };
  return Object.entries(GOALS).map(([name, rows], place) => ({ number: place + 1, name, rows }));
}
