// The files of the npm package.
import { createHash } from "node:crypto";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { compressed } from "./compress.mjs";
import { HTML_DATA, CSS_DATA, WEB_TYPES, editorFiles } from "./editors.mjs";

const LOADER = "leadership-audit.js";
const TYPES = "leadership-audit.d.ts";
/** What the loader fetches from beside it: the program's parts, and the words of each language. */
const FETCHED = /^leadership-audit-.+\.(wasm|txt)$/;

/** @returns {Record<string, Buffer>} files by name */
export function npmFiles({ root, version, files }) {
  const own = (name) => readFileSync(join(root, name));
  const served = { ...files, "custom-elements.json": own("custom-elements.json") };
  const all = {
    ...served,
    ...compressed(served),
    "sri.json": json(manifest(version, served)),
    ...editorFiles({ root, version }),
    [TYPES]: own(`packaging/npm/${TYPES}`),
    ...frameworkTypes(root),
    "README.md": own("packaging/npm/README.md"),
    "LICENSE-MIT": own("LICENSE-MIT"),
    "LICENSE-APACHE": own("LICENSE-APACHE"),
  };
  const names = Object.keys(all).sort();
  const fetched = Object.keys(files).filter((name) => FETCHED.test(name));
  return { ...all, "package.json": json(description(version, names, fetched)) };
}

/** What each framework's compiler has to know of the element. */
function frameworkTypes(root) {
  const names = readdirSync(join(root, "packaging/npm/types")).sort();
  return Object.fromEntries(names.map((name) => [`types/${name}`, readFileSync(join(root, "packaging/npm/types", name))]));
}

function description(version, names, fetched) {
  const types = names.filter((name) => name.startsWith("types/"));
  const frameworks = types.map((name) => name.slice("types/".length, -".d.ts".length));
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
    "web-types": `./${WEB_TYPES}`,
    vscode: { html: { customData: [`./${HTML_DATA}`] }, css: { customData: [`./${CSS_DATA}`] } },
    // To import it is to define the element.
    sideEffects: [`./${LOADER}`],
    exports: {
      ".": loader,
      [`./${LOADER}`]: loader,
      ...Object.fromEntries(fetched.map((name) => [`./${name}`, `./${name}`])),
      ...Object.fromEntries(frameworks.map((name) => [`./${name}`, { types: `./types/${name}.d.ts` }])),
      "./custom-elements.json": "./custom-elements.json",
      [`./${HTML_DATA}`]: `./${HTML_DATA}`,
      [`./${CSS_DATA}`]: `./${CSS_DATA}`,
      [`./${WEB_TYPES}`]: `./${WEB_TYPES}`,
      "./embed.html": "./embed.html",
      "./embed-height.js": "./embed-height.js",
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

function json(value) {
  return Buffer.from(`${JSON.stringify(value, null, 2)}\n`);
}
