// The messages of a round, by each engine's own WebCrypto: `crates/seal` in a page, against the bytes that another
// implementation wrote. The program is `crates/seal/examples/vectors.rs`.
import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";

const ROW = "another implementation of rounds";
const ROOT = new URL("../../../", import.meta.url);
const BUILT = new URL("target/vectors/", ROOT);
const FILES = ["vectors.js", "vectors_bg.wasm"];

/** Runs one function of the program on the vectors, after `prepare` has run in the page, and returns what it reports. */
async function report(visit, name, prepare = () => {}) {
  if (!existsSync(new URL(FILES[0], BUILT))) {
    throw new Error("target/vectors/ is not built: run `cargo xtask test --all-browsers`");
  }
  const vectors = readFileSync(new URL("crates/round/tests/vectors.json", ROOT), "utf8");
  const program = FILES.map((file) => [`/${file}`, readFileSync(new URL(file, BUILT))]);
  await visit.begin({ pages: { "/vectors.json": vectors, ...Object.fromEntries(program) } });
  await visit.open("empty");
  await visit.run(prepare);
  await visit.run((name) => {
    const run = async () => {
      const vectors = await (await fetch("/vectors.json")).text();
      const program = await import("/vectors.js");
      await program.default();
      return program[name](vectors);
    };
    // An uncaught rejection reaches the page's errors as well, and the case fails.
    run().then((text) => (window.report = text));
  }, name);
  return JSON.parse(await visit.until(() => window.report));
}

/** The number of checks that passed, for the record. Those that failed are named. */
function passed({ passed, failures }) {
  // One line, which names every failure: the run prints the first few.
  assert.ok(failures.length === 0, `${passed} passed, but not: ${failures.join("; ")}`);
  assert.ok(passed > 0, "nothing was checked");
  return `${passed} passed`;
}

export const CASES = [
  {
    row: ROW,
    name: "WebCrypto gives the same bytes, opens them, and refuses what it must",
    async run(visit) {
      return passed(await report(visit, "check"));
    },
  },
  {
    row: ROW,
    name: "the same where every object has properties with the names of options",
    async run(visit) {
      const prepare = () => {
        Object.assign(Object.prototype, { tagLength: 32, use: "sig", key_ops: [], alg: "none", ext: false });
        Object.defineProperty(Object.prototype, "salt", { value: "mine" });
      };
      return passed(await report(visit, "check", prepare));
    },
  },
  {
    row: ROW,
    name: "without WebCrypto everything is refused",
    async run(visit) {
      const prepare = () => void Object.defineProperty(crypto, "subtle", { value: undefined });
      return passed(await report(visit, "check_without", prepare));
    },
  },
];
