// Splits a program into what it needs at once, and the parts that it fetches on demand: `#[split]`
// in its Rust source. Trunk runs wasm-bindgen right after cargo, so that is done again here.
import { execFileSync } from "node:child_process";
import { copyFileSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { FEATURES } from "./glue.mjs";
import { withoutUnreachable } from "./unreachable.mjs";

/**
 * Splits the program `name`, as cargo has built it for release. Its first file and wasm-bindgen's
 * glue take the place of Trunk's in the folder `out`; the files of its parts come beside them.
 * @returns the files of each part, by the part's name
 */
export function split(name, out) {
  const built = `${process.env.CARGO_TARGET_DIR ?? "target"}/wasm32-unknown-unknown/release`;
  const folder = `${built}/split`;
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder);
  const whole = `${folder}/whole.wasm`;
  writeFileSync(whole, withoutUnreachable(readFileSync(`${built}/${name}.wasm`)));
  execFileSync("wasm-split-cli", [whole, folder, "--out-name", name]);
  // The parts import memory, table and stack pointer by the linker's names.
  const options = ["--target", "web", "--no-typescript", "--keep-lld-exports"];
  const into = ["--out-dir", out, "--out-name", name];
  execFileSync("wasm-bindgen", [`${folder}/${name}.wasm`, ...options, ...into]);

  const shared = sharedBy(readFileSync(`${folder}/__wasm_split.js`, "utf8"));
  const parts = readdirSync(folder).flatMap((file) => file.match(/^split_(.*)\.wasm$/)?.[1] ?? []);
  const pieces = [...parts.map((part) => [`split_${part}.wasm`, [part]]), ...shared];
  const program = `${name}_bg.wasm`;
  /** By the name that a file ships under: the parts that need it, and what it is joined from. */
  const files = new Map();
  for (const [piece, users] of pieces) {
    const owners = ownersOf(users);
    const file = isNeededSoon(owners) ? program : `leadership-audit-${owners.join("-")}.wasm`;
    const { needed, from } = files.get(file) ?? { needed: [], from: [] };
    files.set(file, { needed: [...needed, ...users], from: [...from, `${folder}/${piece}`] });
  }
  for (const [file, { from }] of files) {
    if (file === program) join(`${out}/${file}`, from, `${out}/${file}`);
    else if (from.length === 1) copyFileSync(from[0], `${out}/${file}`);
    else join(places(from, `${folder}/places.wasm`), from, `${out}/${file}`);
  }
  files.delete(program);
  const neededBy = (part) => [...files].filter(([, { needed }]) => needed.includes(part));
  return Object.fromEntries(parts.map((part) => [part, neededBy(part).map(([file]) => file)]));
}

/**
 * The parts in whose file a piece ships that these parts use. Few visitors open files, and they have the
 * other parts as well; what reads a questionnaire is fetched with the reader; nearly all who go on from
 * a result have seen it. Rounds are fetched with what reads records, and with what that shares with what follows a result;
 * they share one file with the results, of which they need little; what reads outcomes is a file of its own, for files and rounds.
 */
function ownersOf(all) {
  // What shows outcomes comes after rounds, and finds there what it shares with others.
  const users = all.length < 2 ? all : [...new Set(all.map((part) => (part === "outcomes" ? "rounds" : part)))];
  if (users.length === 2 && users.includes("imports") && users.includes("rounds")) return ["imports", "rounds"];
  const others = users.filter((part) => part !== "imports");
  if (others.length < 2) return others.length ? others : users;
  const owners = [...new Set(others.map((part) => (part === "questionnaire" ? "reader" : part)))];
  if (owners.includes("rounds")) {
    const rest = owners.filter((part) => part !== "rounds");
    if (!rest.includes("reader")) return rest.includes("results") ? ["results", "rounds"] : ["followup", "reader"];
    return ownersOf(rest);
  }
  const goesOn = owners.length === 2 && owners.includes("results") && owners.includes("followup");
  return goesOn ? ["results"] : owners;
}

/** Whether a piece of these parts is part of the program: nobody needs the results and the reader alone. */
function isNeededSoon(owners) {
  return owners.includes("results") && owners.includes("reader");
}

/** Joins files into one, with the module from which they import. */
function join(module, files, out) {
  const named = files.flatMap((file, place) => [file, `piece_${place}`]);
  // With the names of functions, by which they are put in order later.
  execFileSync("wasm-merge", [module, "__wasm_split", ...named, ...FEATURES, "-g", "-o", out]);
}

/** A module at `path` that exports what it imports: memory, table and stack pointer, as far as any of `files` wants them. */
function places(files, path) {
  const wanted = new Map();
  for (const file of files) {
    const text = execFileSync("wasm-dis", [file], { encoding: "utf8", maxBuffer: 1 << 28 });
    const imports = text.matchAll(/^ \(import "\S+" (("\S+") \((\w+) (\S+) .*)$/gm);
    for (const [, place, name, kind, id] of imports) wanted.set(name, [place, kind, id]);
  }
  const imports = [...wanted.values()].map(([place]) => `(import "program" ${place}`);
  const exports = [...wanted].map(([name, [, kind, id]]) => `(export ${name} (${kind} ${id}))`);
  const module = `(module ${imports.join("")} ${exports.join("")})`;
  execFileSync("wasm-as", [...FEATURES, "-", "-o", path], { input: module });
  return path;
}

/** The files with what several parts need, by the comment on each in wasm-split-cli's own loader. */
function sharedBy(loader) {
  const found = [...loader.matchAll(/\/\* (.*?) \*\/\s*const __(chunk_\d+)/g)];
  return new Map(found.map(([, users, chunk]) => [`${chunk}.wasm`, users.split(", ")]));
}
