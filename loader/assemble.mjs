// Trunk's last step: bundles the loader with all that it carries into one file. Runs in the folder
// of the project; writes into the folder that Trunk is about to publish.
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { build, transformSync } from "esbuild";
import { asFactory, optimise } from "./glue.mjs";
import { screensAsData } from "./screens.mjs";
import { split } from "./split.mjs";

const out = process.env.TRUNK_STAGING_DIR;
const programs = ["widget"];
const program = (name) => `${out}/leadership-audit-${name}`;
const target = "es2022";

/** While somebody works on it, the program may be large, but must be there soon. */
const ships = process.env.TRUNK_PROFILE !== "debug";
/** The files of each part of the widget, by the part's name; while it is in one piece, none. */
const parts = ships ? split("leadership-audit-widget", out) : {};
const partFiles = [...new Set(Object.values(parts).flat())];
const renamed = Object.fromEntries(
  programs.map((name) => [name, ships ? optimise(`${program(name)}_bg.wasm`) : undefined]),
);
const renamedParts = Object.fromEntries(
  partFiles.map((file) => [file, optimise(`${out}/${file}`)]),
);

/** A file's hash, as subresource integrity writes it. */
function hashOf(file) {
  return `sha384-${createHash("sha384").update(readFileSync(file)).digest("base64")}`;
}

/** The style sheets in the order of the cascade. */
const SHEETS = ["tokens", "element", "item", "results", "workbook"];

/** The paragraphs for each band, without the spaces that are for people. */
const TEXTS = "leadership-audit-texts.en.json";
const texts = JSON.parse(readFileSync("content/result-texts.en.json", "utf8"));
writeFileSync(`${out}/${TEXTS}`, JSON.stringify(texts));

/** What the loader imports as `virtual:NAME`, made here. */
const VIRTUAL = {
  /** The widget's style as one text. */
  style() {
    const text = SHEETS.map((name) => readFileSync(`style/${name}.css`, "utf8")).join("\n");
    const { code } = transformSync(text, { loader: "css", minify: true, target: "chrome111" });
    return `export default ${JSON.stringify(code.trim())}`;
  },

  /** The first screens, drawn by the program's own code, compiled for this machine. */
  screens() {
    const command = ["run", "--quiet", "--features", "prerender", "--example", "prerender"];
    const { RUSTC_BOOTSTRAP, CARGO_UNSTABLE_BUILD_STD, ...ordinary } = process.env;
    const env = { ...ordinary, CARGO_TARGET_DIR: "target/prerender" };
    const markup = execFileSync("cargo", command, { env, stdio: ["ignore", "pipe", "inherit"] });
    return `export default ${JSON.stringify(screensAsData(JSON.parse(markup)))}`;
  },

  /** A pinned loader pins with it what it fetches. */
  integrity() {
    const pin = (name, file) => `export const ${name} = "${hashOf(file)}";`;
    const lines = programs.map((name) => pin(name, `${program(name)}_bg.wasm`));
    const pinned = Object.entries(parts).map(([part, files]) => {
      const hashes = files.map((file) => [file, hashOf(`${out}/${file}`)]);
      return `${part}: ${JSON.stringify(hashes)}`;
    });
    return [
      ...lines,
      pin("texts", `${out}/${TEXTS}`),
      `export const parts = { __proto__: null, ${pinned.join(", ")} };`,
    ].join("\n");
  },

  ...Object.fromEntries(
    programs.map((name) => {
      const linked = name === "widget" ? renamedParts : {};
      const glue = () => asFactory(`${program(name)}.js`, name, renamed[name], target, linked);
      return [`glue/${name}`, glue];
    }),
  ),
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
for (const name of programs) rmSync(`${program(name)}.js`);

// What pages and packages pin the loader with.
const [, version] = readFileSync("Cargo.toml", "utf8").match(/^version = "([^"]+)"/m);
const wasm = [...programs.map((name) => `leadership-audit-${name}_bg.wasm`), ...partFiles];
const files = ["leadership-audit.js", TEXTS, ...wasm];
const hashes = Object.fromEntries(files.map((name) => [name, hashOf(`${out}/${name}`)]));
writeFileSync(`${out}/sri.json`, `${JSON.stringify({ version, files: hashes }, null, 2)}\n`);
