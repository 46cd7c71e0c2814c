// Makes of dist/ what is published: an npm package (a folder and its tarball), a WordPress plugin, and
// packages for learning platforms. The same dist/ gives the same bytes. Without arguments: dist/ to target/package/.
//
//   node packaging/pack.mjs [--dist FOLDER] [--out FOLDER]
import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { zipSync } from "fflate";
import { isForTests } from "../loader/languages.mjs";
import { npmFiles } from "./npm.mjs";
import { SCORMS, scormFiles } from "./scorm.mjs";
import { wordpressFiles } from "./wordpress.mjs";

const ROOT = fileURLToPath(new URL("../", import.meta.url));

/** What of dist/ a site needs: the element, and the page for iframes with what that loads. */
const SHIPPED = [
  /^leadership-audit(-(?!builder)[a-z_-]+\.wasm|\.js)$/,
  /^leadership-audit-words\.[\w-]+(\.[a-z]+)?\.txt$/,
  /^(instruments|schema)\/.+\.json$/,
  /^embed(\.html|-height\.js)$/,
  /^site\/(embed\.css|embed\.js|icon\.svg|query\.js|settings\.js)$/,
];
/**
 * The demo page and what belongs to it, and what is compressed. The package has hashes of its own, of more files, and
 * compresses more.
 */
const STAYS = [/^index\.html$/, /^licences\.txt$/, /^leadership-audit-builder/, /^questionnaires\//, /^sri\.json$/, /^site\/[^/]+$/, /\.(br|gz)$/];

/** Reads what is to be published. A file that nobody has decided about is a fault, not a surprise. */
function shipped(dist) {
  const entries = readdirSync(dist, { recursive: true, withFileTypes: true });
  const names = entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name).slice(dist.length + 1))
    .sort();
  const isOneOf = (patterns) => (name) => patterns.some((pattern) => pattern.test(name));
  const decided = names.filter((name) => !isForTests(name));
  const chosen = decided.filter(isOneOf(SHIPPED));
  const unknown = decided.filter((name) => !isOneOf([...SHIPPED, ...STAYS])(name));
  if (unknown.length > 0) {
    throw new Error(`say in packaging/pack.mjs whether these are published: ${unknown.join(", ")}`);
  }
  if (!chosen.includes("leadership-audit.js")) throw new Error(`${dist} holds no built loader`);
  return Object.fromEntries(chosen.map((name) => [name, readFileSync(join(dist, name))]));
}

function version() {
  const [, found] = /^version = "(.+)"$/m.exec(readFileSync(join(ROOT, "Cargo.toml"), "utf8"));
  return found;
}

function write(folder, files) {
  rmSync(folder, { recursive: true, force: true });
  for (const [name, bytes] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), bytes);
  }
}

/** The same bytes for the same files: sorted, without their time, readable by all on Unix. */
function zip(files) {
  const sorted = Object.fromEntries(Object.entries(files).sort(([a], [b]) => (a < b ? -1 : 1)));
  // Zip knows local time only, from 1980 on.
  return zipSync(sorted, { level: 9, mtime: new Date(1980, 0, 1), os: 3, attrs: 0o100644 << 16 });
}

const { values } = parseArgs({
  options: {
    dist: { type: "string", default: join(ROOT, "dist") },
    out: { type: "string", default: join(ROOT, "target/package") },
  },
});
const out = resolve(values.out);
const built = { root: ROOT, version: version(), files: shipped(resolve(values.dist)) };

rmSync(out, { recursive: true, force: true });
write(join(out, "npm"), npmFiles(built));
const pack = ["pack", "--silent", "--offline", "--ignore-scripts", "--pack-destination", out];
execFileSync("npm", pack, { cwd: join(out, "npm"), stdio: ["ignore", "ignore", "inherit"] });

const plugin = join(out, `leadership-audit-wordpress-${built.version}.zip`);
writeFileSync(plugin, zip(wordpressFiles(built)));

for (const scorm of SCORMS) {
  const name = `leadership-audit-scorm${scorm.replace(".", "")}-${built.version}.zip`;
  writeFileSync(join(out, name), zip(scormFiles(built, scorm)));
}
