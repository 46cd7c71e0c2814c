// The types of the npm package in the templates of each framework, checked by that framework's own compiler; and the package
// itself, by the linters of packages.
import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { TYPES, prepare } from "../packages/hosts.mjs";
import { PROJECT } from "./widget.mjs";

let packed, tarball, project;

before(() => {
  packed = mkdtempSync(join(tmpdir(), "leadership-audit-types-"));
  execFileSync("node", ["packaging/pack.mjs", "--out", packed], { cwd: PROJECT });
  tarball = join(packed, readdirSync(packed).find((name) => name.endsWith(".tgz")));
  project = prepare(TYPES, tarball);
});
after(() => rmSync(packed, { recursive: true, force: true }));

/** Runs a tool of the project; returns its exit status and what it printed. */
function run(tool, ...options) {
  const { status, stdout, stderr } = spawnSync(join(project, "node_modules/.bin", tool), options, { cwd: project, encoding: "utf8" });
  return { status, text: stdout + stderr };
}

function clean({ status, text }) {
  assert.equal(status, 0, text);
}

for (const framework of ["react", "preact", "solid"]) {
  test(`JSX of ${framework}: attributes and events are typed`, () => clean(run("tsc", "-p", `tsconfig.${framework}.json`)));
}

test("templates of Vue: attributes and events are typed", () => clean(run("vue-tsc", "--noEmit", "-p", "tsconfig.vue.json")));

test("templates of Svelte: attributes and events are typed", () => {
  const options = ["--tsconfig", "./tsconfig.json", "--output", "machine", "--threshold", "error"];
  const { text } = run("svelte-check", ...options);
  const faults = text.split("\n").filter((line) => / ERROR /.test(line)).map((line) => line.split(" ERROR ")[1]);
  assert.deepEqual(faults.filter((fault) => !fault.startsWith('"Wrong.svelte"')), [], text);
  const named = ["long", "number", "responses"];
  assert.equal(faults.length, named.length, text);
  for (const [index, name] of named.entries()) assert.ok(faults[index].includes(name), faults[index]);
});

test("the package as its linters want it", () => {
  clean(run("publint", "node_modules/leadership-audit", "--strict"));
  // CommonJS cannot import an element; files that are fetched or read by editors have no types.
  const entries = ["./", "react", "preact", "solid", "vue", "svelte"];
  clean(run("attw", tarball, "--profile", "esm-only", "--entrypoints", ...entries));
});

test("editors know every attribute, event, part and custom property", () => {
  const read = (name) => JSON.parse(readFileSync(join(project, "node_modules/leadership-audit", name), "utf8"));
  const [declaration] = read("custom-elements.json").modules[0].declarations;
  const names = (list) => list.map(({ name }) => name).sort();
  const [tag] = read("vscode.html-custom-data.json").tags;
  assert.equal(tag.name, "leadership-audit");
  assert.deepEqual(names(tag.attributes), names(declaration.attributes));
  assert.deepEqual(names(read("vscode.css-custom-data.json").properties), names(declaration.cssProperties));
  const { html, css } = read("web-types.json").contributions;
  const [element] = html.elements;
  assert.deepEqual(names(element.attributes), names(declaration.attributes));
  assert.deepEqual(names(element.js.events), names(declaration.events));
  assert.deepEqual(names(css.properties), names(declaration.cssProperties));
  const parts = declaration.cssParts.map(({ name }) => `part(${name})`).sort();
  assert.deepEqual(names(css["pseudo-elements"]), parts);
});
