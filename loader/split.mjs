// Splits a program into what it needs at once, and the parts that it fetches on demand: `#[split]`
// in its Rust source. Trunk runs wasm-bindgen right after cargo, so that is done again here.
import { execFileSync } from "node:child_process";
import { copyFileSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
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
  const places = ["--out-dir", out, "--out-name", name];
  execFileSync("wasm-bindgen", [`${folder}/${name}.wasm`, ...options, ...places]);

  const files = readdirSync(folder).filter((file) => /^(split|chunk)_.*\.wasm$/.test(file));
  for (const file of files) copyFileSync(`${folder}/${file}`, `${out}/${shipped(file)}`);
  const shared = sharedBy(readFileSync(`${folder}/__wasm_split.js`, "utf8"));
  const own = files.filter((file) => file.startsWith("split_"));
  return Object.fromEntries(
    own.map((file) => {
      const [, part] = file.match(/^split_(.*)\.wasm$/);
      const others = shared.filter(({ users }) => users.includes(part));
      return [part, [...others.map((other) => other.file), file].map(shipped)];
    }),
  );
}

/** A file's name as it ships. Two parts have one file in common at most, whose index is the tool's. */
const shipped = (file) => `leadership-audit-${file.replace(/^split_/, "").replace(/^chunk_\d+/, "shared")}`;

/** The files with what several parts need, by the comment on each in wasm-split-cli's own loader. */
function sharedBy(loader) {
  const found = [...loader.matchAll(/\/\* (.*?) \*\/\s*const __(chunk_\d+)/g)];
  return found.map(([, users, chunk]) => ({ file: `${chunk}.wasm`, users: users.split(", ") }));
}
