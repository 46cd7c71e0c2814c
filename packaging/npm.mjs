// The files of the npm package.
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { compressed } from "./compress.mjs";
import { HTML_DATA, CSS_DATA, WEB_TYPES, editorFiles } from "./editors.mjs";
import { LOADER, manifest } from "./sri.mjs";

const TYPES = "leadership-audit.d.ts";
/** What the loader fetches from beside it: the program's parts, and the words of each language. */
const FETCHED = /^leadership-audit-.+\.(wasm|txt)$/;

/** @returns {Record<string, Buffer>} files by name */
export function npmFiles({ root, version, repository, files }) {
  const own = (name) => readFileSync(join(root, name));
  const served = { ...files, "custom-elements.json": own("custom-elements.json") };
  const all = {
    ...served,
    ...compressed(served),
    "sri.json": manifest(version, served),
    ...editorFiles({ root, version }),
    [TYPES]: own(`packaging/npm/${TYPES}`),
    ...frameworkTypes(root),
    "README.md": own("packaging/npm/README.md"),
    "LICENSE-MIT": own("LICENSE-MIT"),
    "LICENSE-APACHE": own("LICENSE-APACHE"),
  };
  const names = Object.keys(all).sort();
  const fetched = Object.keys(files).filter((name) => FETCHED.test(name));
  return { ...all, "package.json": json({ ...description(version, names, fetched), ...source(repository) }) };
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

/** Where npm's page links to. */
function source(repository) {
  return repository && { homepage: repository, repository: { type: "git", url: `git+${repository}.git` }, bugs: `${repository}/issues` };
}

function json(value) {
  return Buffer.from(`${JSON.stringify(value, null, 2)}\n`);
}
