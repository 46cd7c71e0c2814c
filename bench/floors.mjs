// node bench/floors.mjs [FOLDER]: builds pages below which no widget of WebAssembly can go, for
// `node bench/run.mjs --floors`, after bench/build.mjs.
//   wasm-min    vanilla, started only once a module of 60 bytes with 1.1 MB of memory is there
//   yew-hello   FOLDER's output of `wasm-bindgen --target web`, with hints to preload it
//   yew-chain   the same without hints: page, script, glue and program one after the other
import { copyFileSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { definition } from "./lib/items.mjs";

const DIST = fileURLToPath(new URL("dist/", import.meta.url));
const ITEMS = `<script type="application/json" id="items">${JSON.stringify(definition(36))}</script>`;

const page = (head, body = "") =>
  '<!doctype html><html lang="en"><head><meta charset="utf-8">' +
  '<meta name="viewport" content="width=device-width,initial-scale=1"><title>Questionnaire</title>' +
  `<link rel="icon" href="data:,">${head}<script type="module" src="main.js"></script></head>` +
  `<body>${body}</body></html>`;
const module = (name) => `<link rel="modulepreload" href="${name}">`;
const program = (name) =>
  `<link rel="preload" href="${name}" as="fetch" type="application/wasm" crossorigin>`;

function folder(name) {
  mkdirSync(DIST + name, { recursive: true });
  return `${DIST}${name}/`;
}

// Exports `add` and a memory of 17 pages, as many as a Rust program starts with.
const MINIMAL = [
  ...[0, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
  ...[1, 7, 1, 0x60, 2, 0x7f, 0x7f, 1, 0x7f],
  ...[3, 2, 1, 0],
  ...[5, 3, 1, 0, 17],
  ...[7, 7, 1, 3, 0x61, 0x64, 0x64, 0, 0],
  ...[10, 9, 1, 7, 0, 0x20, 0, 0x20, 1, 0x6a, 0x0b],
];
const minimal = folder("wasm-min");
writeFileSync(`${minimal}min.wasm`, Buffer.from(MINIMAL));
writeFileSync(
  `${minimal}main.js`,
  'const made=await WebAssembly.instantiateStreaming(fetch("min.wasm"));made.instance.exports.add(1,2);' +
    readFileSync(`${DIST}vanilla/main.js`, "utf8"),
);
writeFileSync(
  `${minimal}index.html`,
  page(module("main.js") + program("min.wasm"), `<likert-widget></likert-widget>${ITEMS}`),
);

const [given] = process.argv.slice(2);
for (const name of given ? ["yew-hello", "yew-chain"] : []) {
  const files = readdirSync(given);
  const made = folder(name);
  const glue = files.find((file) => file.endsWith(".js"));
  const wasm = files.find((file) => file.endsWith("_bg.wasm"));
  copyFileSync(`${given}/${glue}`, `${made}app.js`);
  copyFileSync(`${given}/${wasm}`, `${made}app.wasm`);
  writeFileSync(
    `${made}main.js`,
    'import{initSync}from"./app.js";' +
      'initSync({module:await WebAssembly.compileStreaming(fetch("app.wasm"))});',
  );
  const hints = module("main.js") + module("app.js") + program("app.wasm");
  writeFileSync(`${made}index.html`, page(name === "yew-chain" ? "" : hints));
}
