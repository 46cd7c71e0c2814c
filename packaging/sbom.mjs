// Makes of what cargo-cyclonedx wrote into a checkout one list of components (CycloneDX) for each program that
// ships. It gives the names of folders back their place in the project, marks what only the compiler runs, and adds
// the standard library, which is compiled with the programs.
//
//   node packaging/sbom.mjs --checkout FOLDER --out FOLDER
import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";

/** The programs that ship, by the folder of their package. */
const PROGRAMS = { ".": "leadership-audit", "crates/builder": "leadership-audit-builder" };
const TARGET = "wasm32-unknown-unknown";

const { values } = parseArgs({ options: { checkout: { type: "string" }, out: { type: "string" } } });
const asked = (command, ...words) => execFileSync(command, words, { cwd: values.checkout, encoding: "utf8", maxBuffer: 1 << 28 });
const { packages } = JSON.parse(asked("cargo", "metadata", "--locked", "--format-version", "1", "--filter-platform", TARGET));
const macros = new Set(packages.filter(({ targets }) => targets.some(({ kind }) => kind.includes("proc-macro"))).map(({ id }) => id));
const [, compiler] = /^rustc (\S+)/.exec(asked("rustc", "--version"));

const std = {
  type: "library",
  "bom-ref": `rust-std@${compiler}`,
  name: "std",
  version: compiler,
  description: "Rust's standard library, compiled with the program",
  scope: "required",
  licenses: [{ expression: "MIT OR Apache-2.0" }],
  purl: `pkg:generic/rust-std@${compiler}`,
};

/** What can be in the program: reached from it by anything but a macro, which runs in the compiler. */
function linked(root, dependencies) {
  const edges = new Map(dependencies.map(({ ref, dependsOn = [] }) => [ref, dependsOn]));
  const reached = new Set();
  const open = [root];
  while (open.length > 0) {
    const ref = open.pop();
    if (reached.has(ref) || macros.has(ref)) continue;
    reached.add(ref);
    open.push(...(edges.get(ref) ?? []));
  }
  return reached;
}

function bill(folder) {
  const bom = JSON.parse(readFileSync(join(values.checkout, folder, "bom.json"), "utf8"));
  const root = bom.metadata.component["bom-ref"];
  const inside = linked(root, bom.dependencies);
  for (const component of bom.components) {
    if (!inside.has(component["bom-ref"])) component.scope = "excluded";
  }
  bom.components.push(std);
  bom.dependencies.find(({ ref }) => ref === root).dependsOn.push(std["bom-ref"]);
  return `${JSON.stringify(bom, null, 2)}\n`.replaceAll(`file://${values.checkout}`, "file://.");
}

mkdirSync(values.out, { recursive: true });
const version = packages.find(({ name }) => name === "leadership-audit").version;
for (const [folder, name] of Object.entries(PROGRAMS)) {
  writeFileSync(join(values.out, `${name}-${version}.cdx.json`), bill(folder));
}
