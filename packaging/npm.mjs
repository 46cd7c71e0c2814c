// The files of the npm package.
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";

const LOADER = "leadership-audit.js";
const TYPES = "leadership-audit.d.ts";
/** What the loader fetches from beside it. */
const FETCHED = [
  "leadership-audit-widget_bg.wasm",
  "leadership-audit-shared.wasm",
  "leadership-audit-results.wasm",
  "leadership-audit-followup.wasm",
  "leadership-audit-texts.en.json",
];
const COMPRESSED = /\.(wasm|js|json|css|html|svg)$/;

/** @returns {Record<string, Buffer>} files by name */
export function npmFiles({ root, version, files }) {
  const own = (name) => readFileSync(join(root, name));
  const served = { ...files, "custom-elements.json": own("custom-elements.json") };
  const all = {
    ...served,
    ...compressed(served),
    "sri.json": json(manifest(version, served)),
    [TYPES]: own(`packaging/npm/${TYPES}`),
    "README.md": own("packaging/npm/README.md"),
    "LICENSE-MIT": own("LICENSE-MIT"),
    "LICENSE-APACHE": own("LICENSE-APACHE"),
  };
  const names = Object.keys(all).sort();
  return { ...all, "package.json": json(description(version, names)) };
}

function description(version, names) {
  const loader = { types: `./${TYPES}`, default: `./${LOADER}` };
  return {
    name: "leadership-audit",
    version,
    description:
      "A self-assessment of a leader's working relationships, up, across and down, as a custom element that runs entirely in the browser",
    keywords: ["leadership", "assessment", "questionnaire", "custom-element", "web-component", "wasm"],
    license: "MIT OR Apache-2.0",
    type: "module",
    main: `./${LOADER}`,
    types: `./${TYPES}`,
    customElements: "custom-elements.json",
    // To import it is to define the element.
    sideEffects: [`./${LOADER}`],
    exports: {
      ".": loader,
      [`./${LOADER}`]: loader,
      ...Object.fromEntries(FETCHED.map((name) => [`./${name}`, `./${name}`])),
      "./custom-elements.json": "./custom-elements.json",
      "./embed.html": "./embed.html",
      "./instruments/*": "./instruments/*",
      "./schema/*": "./schema/*",
      "./sri.json": "./sri.json",
      "./package.json": "./package.json",
    },
    files: [...new Set(names.map((name) => name.split("/")[0]))],
  };
}

/** Hashes for `integrity`, and the tag that carries the loader's. */
function manifest(version, served) {
  const integrity = (bytes) => `sha384-${createHash("sha384").update(bytes).digest("base64")}`;
  const entry = ([name, bytes]) => [name, integrity(bytes)];
  const hash = integrity(served[LOADER]);
  return {
    version,
    script: `<script type="module" src="${LOADER}" integrity="${hash}" crossorigin="anonymous"></script>`,
    files: Object.fromEntries(Object.entries(served).sort().map(entry)),
  };
}

/** For servers that send what is compressed already: as small as it gets, once. */
function compressed(served) {
  const pairs = Object.entries(served)
    .filter(([name]) => COMPRESSED.test(name))
    .flatMap(([name, bytes]) => [
      [`${name}.br`, brotliCompressSync(bytes, { params: brotli(name, bytes) })],
      [`${name}.gz`, gzipSync(bytes, { level: 9 })],
    ]);
  return Object.fromEntries(pairs);
}

function brotli(name, bytes) {
  const text = constants.BROTLI_MODE_TEXT;
  return {
    [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
    [constants.BROTLI_PARAM_LGWIN]: constants.BROTLI_MAX_WINDOW_BITS,
    [constants.BROTLI_PARAM_MODE]: name.endsWith(".wasm") ? constants.BROTLI_MODE_GENERIC : text,
    [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
  };
}

function json(value) {
  return Buffer.from(`${JSON.stringify(value, null, 2)}\n`);
}
