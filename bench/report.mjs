// node bench/report.mjs: writes docs/performance.md from what was measured last (results/) and from
// the log, which is kept by hand (log.md).
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { goals } from "./lib/goals.mjs";
import { Samples } from "./lib/samples.mjs";
import { median, quantile } from "./lib/stats.mjs";

const file = (path) => fileURLToPath(new URL(path, import.meta.url));
const text = (path) => (existsSync(file(path)) ? readFileSync(file(path), "utf8") : undefined);
const json = (path) => JSON.parse(text(path) ?? "null");

const run = json("results/latest.json");
if (!run) throw new Error("nothing was measured yet: run `cargo xtask bench`");
const core = text("results/core.txt");
const samples = new Samples(run);

function table(head, rows, numbers = head.length - 1) {
  const row = (cells) => `| ${cells.join(" | ")} |`;
  const rule = head.map((_, place) => (place < head.length - numbers ? "---" : "--:"));
  return [row(head), `|${rule.join("|")}|`, ...rows.map(row)].join("\n");
}

const kib = (bytes) => (bytes / 1024).toFixed(1);

function goalTable() {
  const rows = goals(samples).flatMap(({ number, name, rows }) =>
    rows.map(({ what, figure, beside = "", ratio = "", goal = "", reached }, place) => [
      place === 0 ? `**${number} ${name}**` : "",
      what,
      figure ?? "not measured",
      beside,
      ratio,
      goal,
      figure === null ? "" : reached ? "reached" : "**not yet**",
    ]),
  );
  return table(["goal", "what", "figure", "beside", "ratio", "wanted", ""], rows, 0);
}

function fileTable() {
  const rows = ["audit", "audit-src"].flatMap((name) => {
    const [{ requests, later }] = samples.of(name, "whole");
    const files = [
      ...requests.map((file) => ({ ...file, when: "opening" })),
      ...later.map((file) => ({ ...file, when: "later" })),
    ];
    const total = ["raw", "gz", "wire"].map((kind) => `**${kib(samples.bytes(name, kind))}**`);
    return [
      ...files.map(({ url, when, raw, gz, wire }) => [
        name,
        `\`${url.slice(1)}\``,
        when,
        kib(raw),
        kib(gz),
        kib(wire),
      ]),
      [name, "**all**", "", ...total],
    ];
  });
  return table(["page", "file", "when", "raw KiB", "gzip KiB", "brotli KiB"], rows, 3);
}

const { busy } = run;
const spins = [quantile(busy.spins, 0), median(busy.spins), quantile(busy.spins, 1)];
const repeats = run.repeats;
const page = `# Performance

Written by \`cargo xtask bench\`, not by hand${run.quick ? ", and this time by a quick run (`--quick`), whose few repeats are for trying" : ""}.
[bench/README.md](../bench/README.md) says how it is measured. All figures are from one run of ${run.when.slice(0, 10)}, medians
over the repeats of each candidate, in turns (loads: ${repeats.loads}, walks: ${repeats.walks}, long questionnaires: ${repeats.scaled}). “Slow” is CPU 4 ×,
1.6 Mbps, 150 ms.

\`audit\` is this widget with the instrument that it ships with; its first item is drawn before the program is there.
\`audit-src\` is this widget with the same 36 items as the others, fetched through \`src\`: those cannot be drawn before they
have arrived. Both with all the product's features in; that a press moves on at once is off, because the peers have a Next
button. \`vanilla\` is a custom element written by hand, the lower bound; \`preact\` and \`react\` are the same
questionnaire as a component.

## Goals

${goalTable()}

## What is transferred

Everything from opening the page to the results, and a second more. What the page fetches by itself while it opens is apart
from what comes later, when it is wanted.

${fileTable()}

${core ? `## The core, natively\n\n\`\`\`text\n${core.trim()}\n\`\`\`\n\n` : ""}## How quiet the machine was

Chromium ${run.browser}, Node ${run.node}, ${run.cpu}. Load average ${busy.before.toFixed(2)} before and ${busy.after.toFixed(2)} after; the same piece of work took
${spins.map((spin) => spin.toFixed(1)).join(", ")} ms (least, median, most): the wider, the busier. The run took ${run.seconds} s. ${
  run.faults.length
    ? `**Invalid**: ${run.faults.join("; ")}`
    : "Every walk to the end showed the expected means and had stored every answer."
}

${(text("log.md") ?? "").trim()}
`;
writeFileSync(file("../docs/performance.md"), page);
for (const { number, name, rows } of goals(samples)) {
  for (const { what, figure, ratio = "", goal = "", reached } of rows) {
    const verdict = figure === null ? "not measured" : reached ? "reached" : "NOT YET";
    console.log(`${number} ${name}: ${what}: ${figure ?? "-"} ${ratio} (${goal}) ${verdict}`);
  }
}
