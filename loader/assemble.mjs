// Trunk's last step: bundles the loader with all that it carries into one file. Runs in the folder
// of the project; writes into the folder that Trunk is about to publish.
import { createHash } from "node:crypto";
import { cpSync, existsSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { build, transformSync } from "esbuild";
import { compressed } from "../packaging/compress.mjs";
import { asFactory, optimise } from "./glue.mjs";
import { isForTests, writeLanguages } from "./languages.mjs";
import { pack } from "./pack.mjs";
import { writePages } from "./pages.mjs";
import { split } from "./split.mjs";

const out = process.env.TRUNK_STAGING_DIR;
const NAME = "leadership-audit-widget";
const PROGRAM = `${NAME}_bg.wasm`;
const target = "es2022";

/** The parts that draw results. */
const RESULTS = ["results", "followup", "imports", "rounds", "outcomes"];
/** The style sheets in the order of the cascade, each with the parts whose screens it styles. Those of the first screens name none. */
const SHEETS = {
  tokens: [],
  element: [],
  languages: [],
  item: [],
  welcome: [],
  keep: RESULTS,
  chart: RESULTS,
  grid: RESULTS,
  results: RESULTS,
  workbook: ["followup", "imports", "rounds", "outcomes"],
  rounds: ["rounds", "outcomes"],
  people: ["followup", "imports"],
};

/** While somebody works on it, the program may be large, but must be there soon. */
const ships = process.env.TRUNK_PROFILE !== "debug";
/** The files of each part of the widget, by the part's name; while it is in one piece, none. */
const parts = ships ? split(NAME, out) : {};
const partFiles = [...new Set(Object.values(parts).flat())];
/** The style sheets by the file of a part that brings them, in the order of the cascade; "" is the loader. */
const styles = new Map();
for (const name of Object.keys(SHEETS)) {
  const file = fileOfSheet(name);
  styles.set(file, [...(styles.get(file) ?? []), name]);
}
const renamed = ships ? optimise(`${out}/${PROGRAM}`) : undefined;
const renamedParts = Object.fromEntries(
  partFiles.map((file) => [file, optimise(`${out}/${file}`)]),
);

for (const file of partFiles) if (styles.has(file)) appendStyle(`${out}/${file}`, styled(file));
if (ships) for (const file of [PROGRAM, ...partFiles]) writeFileSync(`${out}/${file}`, pack(readFileSync(`${out}/${file}`)));

/** The file that every part of a sheet needs and the fewest other parts do; a file of the results is the last choice, since most visitors fetch it. */
function fileOfSheet(name) {
  const users = SHEETS[name];
  if (users.length === 0 || partFiles.length === 0) return "";
  const common = partFiles.filter((file) => users.every((part) => parts[part].includes(file)));
  const neededBy = (file) => Object.keys(parts).filter((part) => parts[part].includes(file));
  const crowd = (file) => neededBy(file).length + (neededBy(file).includes("results") ? partFiles.length : 0);
  const [first] = common.sort((one, other) => crowd(one) - crowd(other));
  if (!first) throw new Error(`No file is fetched with each of the parts that style/${name}.css styles: ${users}`);
  return first;
}

/** The style sheets of a file as one text. */
function styled(file) {
  const text = (styles.get(file) ?? []).map((name) => readFileSync(`style/${name}.css`, "utf8")).join("\n");
  return transformSync(text, { loader: "css", minify: true, target: "chrome111" }).code.trim();
}

/** Appends a custom section "style" with this text to a module: its hash then pins both. */
function appendStyle(path, text) {
  const size = (length) => (length > 0x7f ? [(length & 0x7f) | 0x80, ...size(length >> 7)] : [length]);
  const name = Buffer.from("style");
  const body = Buffer.concat([Buffer.from([name.length]), name, Buffer.from(text)]);
  writeFileSync(path, Buffer.concat([readFileSync(path), Buffer.from([0, ...size(body.length)]), body]));
}

/** The hash of a file in that folder, as subresource integrity writes it. A shorter one is enough to pin with, and less to download. */
function hashOf(file, algorithm = "sha384") {
  return `${algorithm}-${createHash(algorithm).update(readFileSync(`${out}/${file}`)).digest("base64")}`;
}

const sizeOf = (file) => statSync(`${out}/${file}`).size;

/** What the native programs make of the texts: every language's tables, screens and sentences. */
const languages = writeLanguages(out);
writePages(".", out, languages.tables);
/** What the loader fetches from beside it. */
const fetched = [PROGRAM, ...partFiles, ...languages.files];

/** What the loader imports as `virtual:NAME`, made here. */
const VIRTUAL = {
  /** The style of the first screens, and the files that bring more, in the order of the cascade. */
  style() {
    const later = [...styles.keys()].filter((file) => file);
    return `export default ${JSON.stringify(styled(""))};
      export const later = ${JSON.stringify(later)};`;
  },

  /** The language that the loader carries, and a hash for the file of each. */
  language() {
    const { fallback, pins } = languages;
    return `export const fallback = ${JSON.stringify(fallback)};
      export const pins = ${JSON.stringify(pins)};`;
  },

  /** An address for each file that ships beside the loader, in the one form that all bundlers follow. */
  files() {
    const names = fetched.filter((name) => !isForTests(name));
    const addresses = names.map((name) => `"${name}": new URL("./${name}", import.meta.url)`);
    return `export const shipped = () => ({ __proto__: null, ${addresses.join(", ")} });`;
  },

  /** A pinned loader pins with it what it fetches. */
  integrity() {
    const pins = [PROGRAM, ...partFiles].map((file) => [file, { hash: hashOf(file, "sha256"), size: sizeOf(file) }]);
    const all = JSON.stringify([pins, languages.pins]);
    return `export const files = ${JSON.stringify(Object.fromEntries(pins))};
      export const parts = { __proto__: null, ...${JSON.stringify(parts)} };
      export const release = "${createHash("sha256").update(all).digest("hex").slice(0, 16)}";`;
  },

  glue: () => asFactory(`${out}/${NAME}.js`, renamed, target, renamedParts),
};

const { metafile } = await build({
  entryPoints: ["loader/leadership-audit.js"],
  metafile: true,
  outfile: `${out}/leadership-audit.js`,
  bundle: true,
  format: "esm",
  minify: true,
  target,
  plugins: [
    {
      name: "virtual",
      setup(bundler) {
        bundler.onResolve({ filter: /^virtual:/ }, ({ path }) => ({
          path: path.slice("virtual:".length),
          namespace: "virtual",
        }));
        bundler.onLoad({ filter: /.*/, namespace: "virtual" }, ({ path }) => ({
          contents: VIRTUAL[path](),
          loader: "js",
        }));
      },
    },
  ],
});

// Nothing but ours ships: npm packages build and test.
const foreign = Object.keys(metafile.inputs).filter((path) => !/^(loader\/|virtual:)/.test(path));
if (foreign.length > 0) throw new Error(`These got into the loader: ${foreign.join(", ")}`);

// The loader carries the glue now.
rmSync(`${out}/${NAME}.js`);

// What pages and packages pin the loader with, and where else the files and their source are.
const manifest = readFileSync("Cargo.toml", "utf8");
const fact = (name) => manifest.match(new RegExp(`^${name} = "?([^"\\n]+)"?`, "m"))?.[1];
/** While somebody works on the pages, the documentation is beside them, as in a release. */
const docs = (!ships && existsSync("target/docs/index.html")) || undefined;
if (docs) cpSync("target/docs", `${out}/docs`, { recursive: true });
const files = ["leadership-audit.js", ...fetched];
const release = {
  version: fact("version"),
  debug: !ships || undefined,
  published: fact("published") === "true" || undefined,
  source: fact("repository"),
  docs,
  files: Object.fromEntries(files.map((name) => [name, hashOf(name)])),
};
writeFileSync(`${out}/sri.json`, `${JSON.stringify(release, null, 2)}\n`);
writeFileSync(`${out}/licences.txt`, ["LICENSE-MIT", "LICENSE-APACHE"].map((name) => readFileSync(name, "utf8")).join("\n\n"));

if (ships) {
  const entries = readdirSync(out, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = entries.map((entry) => `${entry.parentPath ?? entry.path}/${entry.name}`);
  const small = compressed(Object.fromEntries(paths.map((path) => [path, readFileSync(path)])));
  for (const [path, bytes] of Object.entries(small)) writeFileSync(path, bytes);
}
