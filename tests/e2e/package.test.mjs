// What is published: packed from dist/, installed into an empty project, and used there.
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
import { createServer } from "node:http";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { extname, join } from "node:path";
import { after, before, test } from "node:test";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { PREFIX, PROJECT, launch, newContext, pressButton, stored } from "./widget.mjs";

const { version } = JSON.parse(
  execFileSync("cargo", ["metadata", "--no-deps", "--format-version", "1"], { cwd: PROJECT }),
).packages.find(({ name }) => name === "leadership-audit");

const TYPES = {
  ".html": "text/html; charset=utf-8",
  ".css": "text/css",
  ".svg": "image/svg+xml",
  ".js": "text/javascript",
  ".json": "application/json",
  ".wasm": "application/wasm",
};

let scratch;
let project;
let packed;
let installed;
let sri;
let server;
let browser;

function pack(out) {
  execFileSync("node", ["packaging/pack.mjs", "--out", join(scratch, out)], { cwd: PROJECT });
  const read = (name) => readFileSync(join(scratch, out, name));
  return {
    tarball: read(`leadership-audit-${version}.tgz`),
    plugin: read(`leadership-audit-wordpress-${version}.zip`),
  };
}

/** The files of the project as they lie there, for pages of any origin. */
function serveFolder(folder) {
  const made = createServer((request, response) => {
    const path = new URL(request.url, "http://localhost").pathname;
    const headers = { "access-control-allow-origin": "*" };
    try {
      const body = readFileSync(join(folder, path));
      response.writeHead(200, { "content-type": TYPES[extname(path)] ?? "text/plain", ...headers });
      response.end(body);
    } catch {
      response.writeHead(404, headers).end();
    }
  });
  return new Promise((resolve) => made.listen(0, "127.0.0.1", () => resolve(made)));
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
  server = await serveFolder(project);
  browser = await launch();
});

after(async () => {
  await browser?.close();
  server?.closeAllConnections();
  server?.close();
  rmSync(scratch, { recursive: true, force: true });
});

/** Opens a page of the project with this in its head. */
async function openPage(context, name, head, host = "127.0.0.1") {
  const body = "<leadership-audit loading=eager><p>Needs JavaScript.</p></leadership-audit>";
  const start = '<!doctype html><meta charset="utf-8"><link rel="icon" href="data:,">';
  writeFileSync(join(project, name), `${start}${head}${body}`);
  const page = await context.newPage();
  page.faults = [];
  page.on("pageerror", (error) => page.faults.push(String(error)));
  page.on("console", (message) => {
    if (message.type() === "error") page.faults.push(message.text());
  });
  await page.goto(`http://${host}:${server.address().port}/${name}`);
  return page;
}

test("a page that imports the installed package: an answer is stored", async () => {
  const main = createRequire(join(project, "package.json")).resolve("leadership-audit");
  const map = { imports: { "leadership-audit": main.slice(project.length) } };
  const context = await newContext(browser);
  const page = await openPage(
    context,
    "import.html",
    `<script type="importmap">${JSON.stringify(map)}</script>
     <script type="module">import "leadership-audit";</script>`,
  );
  await page.getByLabel("Short").check();
  await pressButton(page, "Start");
  await page.locator("leadership-audit fieldset.item").waitFor();
  await page.keyboard.press("4");
  await page.getByText("2 of 18").waitFor();
  const record = (await stored(page))[`${PREFIX}answer:up-trust-1`];
  assert.equal(JSON.parse(record).value, 4);
  assert.deepEqual(page.faults, []);
  await context.close();
});

test("every entry of the package leads to a file, and all that it lists is there", () => {
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

test("the page for iframes has in the package all that it loads", async () => {
  const context = await newContext(browser);
  const page = await openPage(context, "unused.html", "");
  const missing = [];
  page.on("response", (response) => response.ok() || missing.push(response.url()));
  await page.goto(new URL("node_modules/leadership-audit/embed.html?form=short", page.url()).href);
  await pressButton(page, "Start");
  await page.getByText("1 of 18").waitFor();
  assert.deepEqual(missing, []);
  await context.close();
});

test("hashes and compressed files are those of the files", () => {
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
  const folder = `http://127.0.0.1:${server.address().port}/node_modules/leadership-audit/`;
  return sri.script.replace('src="', `src="${folder}`);
}

test("pinned by the manifest's hash, it runs on a page of another origin", async () => {
  const context = await newContext(browser);
  const page = await openPage(context, "pinned.html", tag(), "localhost");
  await pressButton(page, "Start");
  await page.locator("leadership-audit fieldset.item").waitFor();
  assert.deepEqual(page.faults, []);
  await context.close();
});

test("pinned by another hash, none of it runs, and the page shows what it has instead", async () => {
  const context = await newContext(browser);
  const wrong = createHash("sha384").update("another file").digest("base64");
  const page = await openPage(
    context,
    "wrong.html",
    tag().replace(/sha384-[^"]+/, `sha384-${wrong}`),
    "localhost",
  );
  await page.getByText("Needs JavaScript.").waitFor();
  assert.equal(await page.evaluate(() => customElements.get("leadership-audit")), undefined);
  assert.match(page.faults.join(), /integrity/);
  await context.close();
});

test("a loader that is pinned refuses a program that was changed", async () => {
  const context = await newContext(browser);
  await context.route("**/*.wasm", async (route) => {
    const body = readFileSync(join(installed, "leadership-audit-widget_bg.wasm"));
    body[body.length >> 1] ^= 1;
    const headers = { "access-control-allow-origin": "*", "content-type": "application/wasm" };
    await route.fulfill({ body, headers });
  });
  const page = await openPage(context, "changed.html", tag(), "localhost");
  await page.getByText("sent a damaged file instead of the audit").waitFor();
  await context.close();
});

test("its types hold a project to what the element has", () => {
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

test("packed twice, the tarball and the plugin have the same bytes", () => {
  const again = pack("again");
  assert.ok(packed.tarball.equals(again.tarball));
  assert.ok(packed.plugin.equals(again.plugin));
});
