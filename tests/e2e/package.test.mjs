// The npm package and the WordPress plugin: packed from dist/, installed into an empty project, and used there.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { serve } from "./server.mjs";
import { useSite } from "./site.mjs";
import { start, startAndAnswer } from "./steps.mjs";
import { PROJECT, noteFaults, pressButton, storedAnswers } from "./widget.mjs";

const { version } = JSON.parse(
  execFileSync("cargo", ["metadata", "--no-deps", "--format-version", "1"], { cwd: PROJECT }),
).packages.find(({ name }) => name === "leadership-audit");

const site = useSite();
let scratch;
let project;
let packed;
let installed;
let sri;
let server;

function pack(out) {
  execFileSync("node", ["packaging/pack.mjs", "--out", join(scratch, out)], { cwd: PROJECT });
  const read = (name) => readFileSync(join(scratch, out, name));
  return {
    tarball: read(`leadership-audit-${version}.tgz`),
    plugin: read(`leadership-audit-wordpress-${version}.zip`),
    scorm12: read(`leadership-audit-scorm12-${version}.zip`),
    scorm2004: read(`leadership-audit-scorm2004-${version}.zip`),
  };
}

before(async () => {
  scratch = mkdtempSync(join(tmpdir(), "leadership-audit-package-"));
  project = join(scratch, "project");
  mkdirSync(project);
  writeFileSync(join(project, "package.json"), '{"private": true, "type": "module"}\n');
  packed = pack("out");
  const tarball = join(scratch, "out", `leadership-audit-${version}.tgz`);
  const install = ["install", "--offline", "--ignore-scripts", "--no-audit", "--no-fund", tarball];
  execFileSync("npm", install, { cwd: project, stdio: ["ignore", "ignore", "inherit"] });
  installed = join(project, "node_modules/leadership-audit");
  sri = JSON.parse(readFileSync(join(installed, "sri.json")));
  server = await serve({ headers: { "access-control-allow-origin": "*" } }, project);
});

after(async () => {
  await server?.stop();
  rmSync(scratch, { recursive: true, force: true });
});

/** Opens a page of the project with this in its head. */
async function openPage(name, head, host = "127.0.0.1") {
  const body = "<leadership-audit loading=eager><p>Needs JavaScript.</p></leadership-audit>";
  const start = '<!doctype html><meta charset="utf-8"><link rel="icon" href="data:,">';
  writeFileSync(join(project, name), `${start}${head}${body}`);
  const page = await (await site.newContext()).newPage();
  noteFaults(page);
  await page.goto(server.address.replace("127.0.0.1", host) + name);
  return page;
}

test("a page that imports the installed package: an answer is stored", async () => {
  const main = createRequire(join(project, "package.json")).resolve("leadership-audit");
  const map = { imports: { "leadership-audit": main.slice(project.length) } };
  const page = await openPage(
    "import.html",
    `<script type="importmap">${JSON.stringify(map)}</script>
     <script type="module">import "leadership-audit";</script>`,
  );
  await page.getByLabel("3 minutes").check();
  await startAndAnswer(page, "4");
  assert.deepEqual(await storedAnswers(page), { "up-trust-1": 4 });
  assert.deepEqual(page.faults, []);
});

test("imported where there is no page, as servers do, it does nothing", () => {
  const command = ["--input-type=module", "--eval", 'import "leadership-audit";'];
  assert.equal(execFileSync("node", command, { cwd: project, encoding: "utf8" }), "");
});

test("every entry of the package resolves to a file, and every listed file exists", () => {
  const description = JSON.parse(readFileSync(join(installed, "package.json")));
  assert.equal(description.version, version);
  const require = createRequire(join(project, "package.json"));
  const entries = Object.keys(description.exports).filter((entry) => !entry.includes("*"));
  entries.push("./instruments/leadership-relationships.json", "./schema/result.v1.json");
  for (const entry of entries) require.resolve(`leadership-audit${entry.slice(1)}`);
  for (const name of [...description.files, description.types, description.customElements]) {
    assert.ok(existsSync(join(installed, name)), name);
  }
  const { modules } = JSON.parse(readFileSync(join(installed, "custom-elements.json")));
  for (const { path } of modules) {
    require.resolve(`leadership-audit/${path}`);
  }
});

test("the page for iframes finds everything it loads in the package", async () => {
  const page = await openPage("unused.html", "");
  const missing = [];
  page.on("response", (response) => response.ok() || missing.push(response.url()));
  await page.goto(new URL("node_modules/leadership-audit/embed.html?form=short", page.url()).href);
  await pressButton(page, "Start");
  await page.getByText("1 of 18").waitFor();
  assert.deepEqual(missing, []);
});

test("hashes and compressed files match the files", () => {
  for (const [name, integrity] of Object.entries(sri.files)) {
    const content = readFileSync(join(installed, name));
    assert.equal(integrity, `sha384-${createHash("sha384").update(content).digest("base64")}`);
    const smaller = (ending) => readFileSync(join(installed, name + ending));
    assert.deepEqual(brotliDecompressSync(smaller(".br")), content, `${name}.br`);
    assert.deepEqual(gunzipSync(smaller(".gz")), content, `${name}.gz`);
  }
});

/** The manifest's own tag, from another origin: the host's other name. */
function tag() {
  const folder = `${server.address}node_modules/leadership-audit/`;
  return sri.script.replace('src="', `src="${folder}`);
}

test("pinned by the manifest's hash, it runs on a page of another origin", async () => {
  const page = await openPage("pinned.html", tag(), "localhost");
  await start(page);
  assert.deepEqual(page.faults, []);
});

test("pinned by a wrong hash, none of it runs, and the page shows its fallback content", async () => {
  const wrong = createHash("sha384").update("another file").digest("base64");
  const page = await openPage(
    "wrong.html",
    tag().replace(/sha384-[^"]+/, `sha384-${wrong}`),
    "localhost",
  );
  await page.getByText("Needs JavaScript.").waitFor();
  assert.equal(await page.evaluate(() => customElements.get("leadership-audit")), undefined);
  assert.match(page.faults.join(), /integrity/);
});

test("a TypeScript project compiles against its types", () => {
  cpSync(join(PROJECT, "packaging/npm/consumer.ts"), join(project, "consumer.ts"));
  const strict = ["--noEmit", "--strict", "--target", "es2022", "--lib", "es2022,dom"];
  const module = ["--module", "nodenext", "--noUncheckedSideEffectImports"];
  const compiler = join(PROJECT, "node_modules/typescript/bin/tsc");
  try {
    const command = [compiler, ...strict, ...module, "consumer.ts"];
    execFileSync("node", command, { cwd: project, encoding: "utf8" });
  } catch (error) {
    assert.fail(error.stdout);
  }
});

test("packed twice, every file that is published has the same bytes", () => {
  const again = pack("again");
  for (const [name, bytes] of Object.entries(packed)) assert.ok(bytes.equals(again[name]), name);
});
