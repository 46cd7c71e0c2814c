// The program as it ships, and wasm-bindgen's glue to it as the loader carries it.
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { buildSync } from "esbuild";

/** What of WebAssembly the compiler uses, and no more: browsers refuse what they do not know. */
export const FEATURES = [
  "--enable-bulk-memory",
  "--enable-multivalue",
  "--enable-mutable-globals",
  "--enable-nontrapping-float-to-int",
  "--enable-reference-types",
  "--enable-sign-ext",
];

/**
 * Small once compressed, which is not always small: what repeats itself costs little then, so long
 * functions stay apart, nothing is computed once that can be said twice, equal ends of branches stay
 * where they are, and functions of similar names lie together. The second round finds what the first
 * has freed. Nothing lies in the first kilobyte of memory: the stack ends there.
 */
const OPTIONS = [
  ...FEATURES,
  "--one-caller-inline-max-function-size=150",
  "--always-inline-max-function-size=4",
  "--skip-pass=local-cse",
  "--skip-pass=code-folding",
  "-Oz",
  "-Oz",
  "--reorder-functions-by-name",
  "--low-memory-unused",
  "--strip-producers",
  "--strip-target-features",
];
/** What program and glue know by the same name gets a shorter one. wasm-opt prints which. */
const SHORTER = "--minify-imports-and-exports-and-modules";

/**
 * Optimises the program at `path` in its place. Returns the new names: `[module, old, new]` of each
 * import, `[old, new]` of each export.
 */
export function optimise(path) {
  const options = [...OPTIONS, SHORTER, path, "-o", path];
  const told = execFileSync("wasm-opt", options, { encoding: "utf8" });
  return JSON.parse(told);
}

/**
 * The glue at `path` as a module that exports a factory, so that a page can have a fresh instance
 * of the program; what the factory is given guards every way into that instance and makes its nodes. `renamed` is what
 * `optimise` returned, if it was called; `parts` is what it returned for the program's other files,
 * by their names: `link(file, module)` links one into the instance.
 */
export function asFactory(path, renamed, target, parts) {
  const contents = startsCompiled(readFileSync(path, "utf8"));
  const { outputFiles } = buildSync({
    stdin: { contents },
    bundle: true,
    format: "esm",
    write: false,
    target,
  });
  // Yew numbers listeners on elements and events under properties of fixed names. A host page that
  // is a Yew app uses the same names, so ours are renamed.
  const text = adopts(encodesWhole(outputFiles[0].text)).replaceAll("__yew_", "__leadership_audit_");
  // Exports become what the factory returns. esbuild's own way would list what a page has added
  // to Object.prototype with them, and stumble over it.
  const [module, names] = text.split(/^export \{(?=[^{]*$)/m);
  const returned = names.replaceAll(/(\w+) as (\w+)/g, "$2: $1");
  const halves = (renamed ? rename(module, renamed) : module).split("wasm = instance.exports;");
  if (halves.length !== 2) throw new Error("wasm-bindgen's glue takes its exports in another way now");
  const guarded = halves.join("wasm = guard(instance.exports);");
  // Without a prototype: a page that gave every object a method `then` would hold up its promise.
  const link = linker(renamed, parts);
  return `export default function createGlue(guard, nodes) { ${guarded}\nreturn { __proto__: null, ${link},${returned} }`;
}

/** The glue with one way to start: a compiled module. Its own ways fetch one too, which the loader does. */
function startsCompiled(text) {
  const exported = "export { initSync, __wbg_init as default };";
  if (!text.includes(exported)) throw new Error("wasm-bindgen's glue exports its start in another way now");
  const start = `export default async function start(module) {
    __wbg_finalize_init(await WebAssembly.instantiate(module, __wbg_get_imports()), module);
  }`;
  return text.replace(exported, () => start);
}

/**
 * The glue with texts encoded from their beginning once a letter is not ASCII. Its own way cuts them
 * with `String.prototype.slice`, which pages have been seen to replace.
 */
function encodesWhole(text) {
  const cut = /if \(offset !== 0\) \{\s*arg = arg\.slice\(offset\);\s*\}/;
  if (!cut.test(text)) throw new Error("wasm-bindgen's glue encodes texts in another way now");
  return text.replace(cut, "offset = 0;");
}

/** The glue with what creates nodes and puts them in their places called on `nodes`: see loader/adopt.js. */
function adopts(text) {
  const calls = ["createElement", "createElementNS", "createTextNode", "cloneNode", "insertBefore"];
  for (const name of calls) text = replaceOnce(text, new RegExp(`(\\w+)\\.${name}\\((?=\\)?)`), `nodes.${name}($1, `);
  for (const name of ["lastChild", "namespaceURI"]) text = replaceOnce(text, new RegExp(`(\\w+)\\.${name}\\b`), `nodes.${name}($1)`);
  return text;
}

function replaceOnce(text, pattern, by) {
  const found = text.match(new RegExp(pattern, "g"))?.length ?? 0;
  if (found !== 1) throw new Error(`wasm-bindgen's glue has ${pattern} in ${found} places`);
  return text.replace(pattern, by);
}

/** A part imports from the program memory, table and stack pointer; its names may differ. */
function linker(renamed, parts) {
  const exported = new Map(renamed?.exports);
  const imports = Object.entries(parts).map(([file, { imports }]) => {
    const taken = imports.map(([, before, after]) => `${after}: wasm.${exported.get(before)}`);
    return `${JSON.stringify(file)}: { __proto__: null, a: { __proto__: null, ${taken.join(", ")} } }`;
  });
  return `link: (file, module) => WebAssembly.instantiate(module, { __proto__: null, ${imports.join(", ")} }[file])`;
}

/** Imports are keys of an object, the module they come from too; exports are members of `wasm`. */
function rename(glue, { imports, exports }) {
  const [[module]] = imports;
  const keys = new Map(imports.map(([, before, after]) => [before, after]));
  const members = new Map(exports);
  const found = new Set();
  const of = (names) => (whole, name) => {
    if (!names.has(name)) return whole;
    found.add(name);
    return whole.replace(name, () => names.get(name));
  };
  const renamed = glue
    .replaceAll(/^\s*(\w+)(?=:)/gm, of(keys))
    .replaceAll(/\bwasm\.(\w+)/g, of(members))
    .replaceAll(`"${module}":`, '"a":');
  const lost = [...keys.keys()].filter((name) => !found.has(name));
  if (lost.length) throw new Error(`not in the glue: ${lost}`);
  return renamed;
}
