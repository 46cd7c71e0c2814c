// node bench/build.mjs: builds bench/dist/, one folder with its pages for each candidate. Ours is
// the project's dist/, which has to be there.
import { execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { build, transform } from "esbuild";
import { fileOf } from "./lib/candidates.mjs";
import { NOT_FOR_VISITORS } from "./lib/dist.mjs";
import { SIZES, definition, instrument } from "./lib/items.mjs";

const HERE = fileURLToPath(new URL("./", import.meta.url));
const ROOT = fileURLToPath(new URL("../", import.meta.url));
const PRODUCT = `${ROOT}dist/`;

/** Components are compiled for each from the same source. */
const jsx = (library, hooks) => ({ jsx: "automatic", jsxImportSource: library, alias: { hooks } });
const WIDGET = "<likert-widget></likert-widget>";
/** `inside`: the style travels inside the script, into a shadow root. */
const PEERS = {
  vanilla: { entry: "main.js", body: WIDGET, inside: true },
  preact: { entry: "main.jsx", body: WIDGET, inside: true, options: jsx("preact", "preact/hooks") },
  react: { entry: "main.jsx", body: '<div id="app"></div>', options: jsx("react", "react") },
};

const page = (head, body) =>
  '<!doctype html><html lang="en"><head><meta charset="utf-8">' +
  '<meta name="viewport" content="width=device-width,initial-scale=1"><title>Questionnaire</title>' +
  `<link rel="icon" href="data:,">${head}</head><body>${body}</body></html>`;

const itemsOf = (size) =>
  `<script type="application/json" id="items">${JSON.stringify(definition(size))}</script>`;

function fresh(name) {
  const folder = `${HERE}dist/${name}/`;
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  return folder;
}

const styleAsText = {
  name: "style-as-text",
  setup(bundler) {
    bundler.onLoad({ filter: /\.css$/ }, async ({ path }) => {
      const { code } = await transform(readFileSync(path, "utf8"), { loader: "css", minify: true });
      return { contents: code.trim(), loader: "text" };
    });
  },
};

for (const [name, { entry, body, inside, options }] of Object.entries(PEERS)) {
  const folder = fresh(name);
  await build({
    absWorkingDir: HERE,
    entryPoints: { main: `${HERE}peers/${name}/${entry}` },
    outdir: folder,
    bundle: true,
    minify: true,
    format: "esm",
    target: "es2022",
    legalComments: "none",
    define: { "process.env.NODE_ENV": '"production"' },
    logLevel: "error",
    plugins: inside ? [styleAsText] : [],
    ...options,
  });
  const sheet = existsSync(`${folder}main.css`) ? '<link rel="stylesheet" href="main.css">' : "";
  const head = `${sheet}<script type="module" src="main.js"></script>`;
  for (const size of SIZES) writeFileSync(folder + fileOf(size), page(head, body + itemsOf(size)));
}

// A page without any questionnaire, for the memory that a page takes by itself.
writeFileSync(`${fresh("bare")}index.html`, page("", "<p>Nothing</p>"));

// Ours, as an owner pastes it: once with the instrument that it ships with, whose first item is
// drawn before the program, and once with the questionnaire of this bench, which it has to fetch.
if (!existsSync(`${PRODUCT}leadership-audit.js`)) {
  throw new Error("dist/ is not built: run `cargo xtask build` first");
}
const isForVisitors = (path) => !NOT_FOR_VISITORS.test(path.slice(PRODUCT.length));
const loader = '<script type="module" src="leadership-audit.js"></script>';
const element = (more) =>
  `<leadership-audit start="audit" loading="eager"${more}></leadership-audit>`;
for (const name of ["audit", "audit-src"]) {
  cpSync(PRODUCT, fresh(name), { recursive: true, filter: isForVisitors });
}
writeFileSync(`${HERE}dist/audit/index.html`, page(loader, element("")));
for (const size of SIZES) {
  const folder = `${HERE}dist/audit-src/`;
  const file = `${folder}items-${size}.json`;
  writeFileSync(file, JSON.stringify(instrument(size)));
  // As the builder writes it, with what the loader draws of it.
  const judge = ["run", "--quiet", "--example", "judge", "--", file, "--write", file];
  execFileSync("cargo", judge, { cwd: ROOT, stdio: ["ignore", "ignore", "inherit"] });
  const preload = `<link rel="preload" href="items-${size}.json" as="fetch" crossorigin="anonymous">`;
  writeFileSync(folder + fileOf(size), page(preload + loader, element(` src="items-${size}.json"`)));
}
