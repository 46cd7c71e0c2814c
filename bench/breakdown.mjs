// node bench/breakdown.mjs: takes the programs in dist/ apart, by section, crate and module, and writes
// results/wasm.json. The names come from Cargo's own output, run through the same two tools that Trunk
// runs, so that the sizes are those of dist/. Wants the tools of `cargo xtask build` on the path.
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { OPTIONS } from "../loader/glue.mjs";
import { brotli } from "./lib/brotli.mjs";
import { functions, owner, sections } from "./lib/wasm.mjs";

const ROOT = fileURLToPath(new URL("../", import.meta.url));
const NAMED = `${ROOT}target/bench/named/`;
const OURS = "leadership_audit";

/** The program with the names of its functions. */
function named(program) {
  const folder = `${ROOT}target/wasm32-unknown-unknown/release`;
  // Without its parts, if it has any.
  const first = `${folder}/split/${program}.wasm`;
  const built = existsSync(first) ? first : `${folder}/${program}.wasm`;
  mkdirSync(NAMED, { recursive: true });
  const options = ["--target", "web", "--no-typescript", "--keep-lld-exports", "--out-dir", NAMED];
  execFileSync("wasm-bindgen", [built, ...options], { stdio: "inherit" });
  const file = `${NAMED}${program}_bg.wasm`;
  execFileSync("wasm-opt", [...OPTIONS, "-g", file, "-o", file], { stdio: "inherit" });
  return readFileSync(file);
}

function sizes(bodies) {
  const all = Buffer.concat(bodies);
  return { raw: all.length, brotli: brotli(all).length };
}

/** Groups by name, largest first, each with its size alone. */
function grouped(functions, nameOf) {
  const groups = new Map();
  for (const one of functions) {
    const name = nameOf(one) || "without a name";
    groups.set(name, [...(groups.get(name) ?? []), one.body]);
  }
  const sized = [...groups].map(([name, bodies]) => ({
    name,
    functions: bodies.length,
    ...sizes(bodies),
  }));
  return sized.sort((a, b) => b.raw - a.raw);
}

const programs = readdirSync(`${ROOT}dist`).filter((name) => name.endsWith("_bg.wasm"));
const results = programs.map((file) => {
  const shipped = readFileSync(`${ROOT}dist/${file}`);
  const all = functions(named(file.replace("_bg.wasm", ""))).map((one) => ({
    ...one,
    owner: owner(one.name),
  }));
  const largest = all.toSorted((a, b) => b.body.length - a.body.length).slice(0, 12);
  return {
    file,
    ...sizes([shipped]),
    named: all.reduce((sum, { body }) => sum + body.length, 0),
    sections: sections(shipped).map(({ name, body }) => ({ name, ...sizes([body]) })),
    crates: grouped(all, ({ owner }) => owner.crate),
    modules: grouped(
      all.filter(({ owner }) => owner.crate === OURS),
      ({ owner }) => owner.module,
    ),
    largest: largest.map(({ owner, name, body }) => ({ ...owner, name, raw: body.length })),
  };
});
const out = fileURLToPath(new URL("results/", import.meta.url));
mkdirSync(out, { recursive: true });
writeFileSync(`${out}wasm.json`, JSON.stringify(results));
for (const { file, raw, brotli } of results) console.log(`${file}: ${raw} bytes, ${brotli} brotli`);
