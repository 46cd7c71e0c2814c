// node bench/build.mjs: builds bench/dist/, one folder with its pages for each candidate. Ours is
// the project's dist/, which has to be there.
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { build, transform } from "esbuild";
import { NOT_FOR_VISITORS } from "./lib/audit-files.mjs";
import { SIZES, definition, instrument } from "./lib/items.mjs";

const HERE = fileURLToPath(new URL("./", import.meta.url));
const PRODUCT = fileURLToPath(new URL("../dist/", import.meta.url));

const WIDGET = "<likert-widget></likert-widget>";
const APP = '<div id="app"></div>';
/** `inside`: the style travels inside the script, into a shadow root. */
const PEERS = {
  vanilla: { entry: "main.js", body: WIDGET, inside: true },
  preact: {
    entry: "main.jsx",
    body: WIDGET,
    inside: true,
    options: { jsxFactory: "h", jsxFragment: "Fragment" },
  },
  react: { entry: "main.jsx", body: APP, options: { jsx: "automatic" } },
  surveyjs: { entry: "main.js", body: APP },
  surveyjs3: {
    entry: "main.jsx",
    body: APP,
    options: { jsx: "automatic", alias: { "survey-core": "survey-core-3" } },
  },
  tripetto: { entry: "main.js", body: APP },
  jspsych: { entry: "main.js", body: APP },
};

const page = (head, body) =>
  '<!doctype html><html lang="en"><head><meta charset="utf-8">' +
  '<meta name="viewport" content="width=device-width,initial-scale=1"><title>Questionnaire</title>' +
  `<link rel="icon" href="data:,">${head}</head><body>${body}</body></html>`;

const nameOf = (size) => (size === 36 ? "index.html" : `index-${size}.html`);
const itemsOf = (size) =>
  `<script type="application/json" id="items">${JSON.stringify(definition(size))}</script>`;

function fresh(name) {
  const folder = `${HERE}dist/${name}/`;
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  return folder;
}

async function minified(file) {
  const text = readFileSync(file, "utf8");
  return (await transform(text, { loader: "css", minify: true })).code.trim();
}

const styleAsText = {
  name: "style-as-text",
  setup(bundler) {
    bundler.onLoad({ filter: /\.css$/ }, async ({ path }) => ({
      contents: await minified(path),
      loader: "text",
    }));
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
  for (const size of SIZES) writeFileSync(folder + nameOf(size), page(head, body + itemsOf(size)));
}

// What no candidate can go below: the first item in the HTML, and no script.
const { items, options } = definition(36);
const radios = options
  .map((o, k) => `<label><input type="radio" name="v" value="${k + 1}">${o}</label>`)
  .join("");
writeFileSync(
  `${fresh("floor")}index.html`,
  page(
    `<style>${await minified(`${HERE}peers/widget.css`)}</style>`,
    '<section class="w"><progress max="36" value="0"></progress><p>1 / 36</p>' +
      `<fieldset><legend>${items[0].text}</legend>${radios}</fieldset>` +
      `<nav><button disabled>Back</button><button disabled>Next</button></nav></section>${itemsOf(36)}`,
  ),
);

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
  writeFileSync(`${folder}items-${size}.json`, JSON.stringify(instrument(size)));
  writeFileSync(folder + nameOf(size), page(loader, element(` src="items-${size}.json"`)));
}
