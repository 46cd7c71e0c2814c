// Makes of dist/ what is published: an npm package (a folder and its tarball), a WordPress plugin, packages for
// learning platforms and, with the documentation site, the zip for any site. The same files give the same bytes.
// Without arguments: dist/ to target/package/.
//
//   node packaging/pack.mjs [--dist FOLDER] [--out FOLDER] [--docs FOLDER]
import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { zipSync } from "fflate";
import { isForTests } from "../loader/languages.mjs";
import { repository, version } from "./cargo.mjs";
import { npmFiles } from "./npm.mjs";
import { SCORMS, scormFiles } from "./scorm.mjs";
import { siteFiles } from "./site.mjs";
import { manifest } from "./sri.mjs";
import { wordpressFiles } from "./wordpress.mjs";

const ROOT = fileURLToPath(new URL("../", import.meta.url));

/** What of dist/ a site needs: the element, and the page for iframes with what that loads. */
const SHIPPED = [
  /^leadership-audit(-(?!builder)[a-z_-]+\.wasm|\.js)$/,
  /^leadership-audit-words\.[\w-]+(\.[a-z]+)?\.txt$/,
  /^(instruments|schema)\/.+\.json$/,
  /^embed(\.html|-height\.js)$/,
  /^site\/(embed\.css|embed\.js|icon\.svg|marked\.js|query\.js|settings\.js|translations\.js)$/,
];
/** The demo page with the builder, and what belongs to them. Only the zip for any site has it. */
const DEMO = [/^(index(\.[\w-]+)?\.html|licences\.txt)$/, /^leadership-audit-builder/, /^questionnaires\//, /^site\/[^/]+$/];
/** Each package has hashes of its own files, and compresses them itself. */
const MADE_ANEW = [/^sri\.json$/, /\.(br|gz)$/];

function filesIn(folder) {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name).slice(folder.length + 1))
    .sort();
}

const read = (folder, names) => Object.fromEntries(names.map((name) => [name, readFileSync(join(folder, name))]));

/** Reads what is to be published. A file that nobody has decided about is a fault, not a surprise. */
function readBuilt(dist) {
  const isOneOf = (patterns) => (name) => patterns.some((pattern) => pattern.test(name));
  const names = filesIn(dist).filter((name) => !isForTests(name) && !isOneOf(MADE_ANEW)(name));
  const files = names.filter(isOneOf(SHIPPED));
  const demo = names.filter((name) => isOneOf(DEMO)(name) && !files.includes(name));
  const unknown = names.filter((name) => !files.includes(name) && !demo.includes(name));
  if (unknown.length > 0) {
    throw new Error(`say in packaging/pack.mjs whether these are published: ${unknown.join(", ")}`);
  }
  if (!files.includes("leadership-audit.js")) throw new Error(`${dist} holds no built loader`);
  return { files: read(dist, files), demo: read(dist, demo) };
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
    docs: { type: "string" },
  },
});
const out = resolve(values.out);
const docs = values.docs && resolve(values.docs);
const built = { root: ROOT, version, repository, ...readBuilt(resolve(values.dist)) };

rmSync(out, { recursive: true, force: true });
write(join(out, "npm"), npmFiles(built));
const pack = ["pack", "--silent", "--offline", "--ignore-scripts", "--pack-destination", out];
execFileSync("npm", pack, { cwd: join(out, "npm"), stdio: ["ignore", "ignore", "inherit"] });

const plugin = join(out, `leadership-audit-wordpress-${version}.zip`);
writeFileSync(plugin, zip(wordpressFiles(built)));

for (const scorm of SCORMS) {
  const name = `leadership-audit-scorm${scorm.replace(".", "")}-${version}.zip`;
  writeFileSync(join(out, name), zip(scormFiles(built, scorm)));
}

if (docs) {
  // The demo page reads there whether it can link to more.
  const { published, source } = JSON.parse(readFileSync(join(resolve(values.dist), "sri.json"), "utf8"));
  const sri = manifest(version, built.files, { published, source, docs: true });
  const files = siteFiles({ ...built, sri, docs: read(docs, filesIn(docs)) });
  writeFileSync(join(out, `leadership-audit-${version}.zip`), zip(files));
  writeFileSync(join(out, "sri.json"), sri);
}
