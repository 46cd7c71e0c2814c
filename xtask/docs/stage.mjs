// Lays out the sources of the documentation site for mdBook: docs/ as it is, the documents at the top in project/, data
// and licences that pages link to in files/. Links to other files of the project become links to its repository, or
// plain text while Cargo.toml names none. A link that leads nowhere is a fault, and so is a page that
// docs/SUMMARY.md does not list.
//
//   node xtask/docs/stage.mjs FOLDER     or     node xtask/docs/stage.mjs --check
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join, posix } from "node:path";
import { fileURLToPath } from "node:url";
import { repository, version } from "../../packaging/cargo.mjs";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const SUMMARY = "docs/SUMMARY.md";

/** A fenced block, a code span, or a link with its mark of a picture, its text and its target. */
const TOKENS = /^ *```[\s\S]*?^ *```$|(`+)[^`]+\1|(!?)\[((?:[^[\]`]|`[^`]*`)*)\]\(([^()\s]+)\)/gm;
const ELSEWHERE = /^[a-z][a-z\d+.-]*:/i;
/** Files that a browser shows, and that readers of the pages want. */
const READ_AS_IS = /^LICENSE-|\.json$/;

/** Every file below a folder of the project, by its path from the top. */
function filesIn(folder) {
  const entries = readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  return files.map((entry) => posix.join(entry.parentPath ?? entry.path, entry.name).slice(ROOT.length)).sort();
}

const top = readdirSync(ROOT).filter((name) => name.endsWith(".md"));
const docs = filesIn("docs");
const pages = [...top, ...docs].filter((path) => path.endsWith(".md"));
const copied = new Set(docs.filter((path) => !path.endsWith(".md")));
const faults = [];

/** Where on the site a file of the project is; undefined if it is not there. */
function placeOf(path) {
  if (path.startsWith("docs/")) return path.slice("docs/".length);
  if (top.includes(path)) return `project/${path}`;
  // Servers say what a file is by the end of its name.
  if (READ_AS_IS.test(path)) return `files/${path.includes(".") ? path : `${path}.txt`}`;
  return undefined;
}

/** The file that a link means; a folder means its README, where it has one. */
function meant(path) {
  if (!statSync(join(ROOT, path)).isDirectory()) return path;
  const readme = posix.join(path, "README.md");
  return existsSync(join(ROOT, readme)) ? readme : path;
}

/** A link of a page as the site needs it. */
function rewritten(page, whole, text, target) {
  if (ELSEWHERE.test(target) || target.startsWith("#")) return whole;
  const [, address, fragment] = /^([^#]*)(#.*)?$/.exec(target);
  const path = posix.join(posix.dirname(page), decodeURI(address)).replace(/\/$/, "");
  if (path.startsWith("..") || !existsSync(join(ROOT, path))) {
    faults.push(`${page}: ${target} leads to nothing`);
    return whole;
  }
  const file = meant(path);
  const place = placeOf(file);
  if (place) {
    if (!file.endsWith(".md")) copied.add(file);
    return whole.replace(`](${target})`, `](${posix.relative(posix.dirname(placeOf(page)), place)}${fragment ?? ""})`);
  }
  return repository ? whole.replace(`](${target})`, `](${repository}/blob/v${version}/${path}${fragment ?? ""})`) : text;
}

function staged(page) {
  const source = readFileSync(join(ROOT, page), "utf8");
  return source.replace(TOKENS, (whole, _ticks, _mark, text, target) =>
    target === undefined ? whole : rewritten(page, whole, text, target),
  );
}

/** Every page is in the table of contents: mdBook leaves out what is not. */
function unlisted(summary) {
  const listed = new Set([...summary.matchAll(TOKENS)].map(([, , , , target]) => target));
  return pages.filter((page) => page !== SUMMARY && !listed.has(placeOf(page)));
}

const texts = Object.fromEntries(pages.map((page) => [page, staged(page)]));
for (const page of unlisted(texts[SUMMARY])) faults.push(`${page} is not listed in ${SUMMARY}`);

const [out] = process.argv.slice(2);
if (faults.length > 0) {
  console.error(faults.join("\n"));
  process.exitCode = 1;
} else if (out !== "--check") {
  rmSync(out, { recursive: true, force: true });
  const write = (name, text) => {
    mkdirSync(dirname(join(out, name)), { recursive: true });
    writeFileSync(join(out, name), text);
  };
  for (const [page, text] of Object.entries(texts)) write(`src/${placeOf(page)}`, text);
  for (const file of copied) cpSync(join(ROOT, file), join(out, "src", placeOf(file)));
  for (const name of ["book.toml", "look.css", "mended.js"]) write(name, readFileSync(new URL(name, import.meta.url)));
  write("theme/favicon.svg", readFileSync(join(ROOT, "site/icon.svg")));
  // In place of the fonts that mdBook brings.
  write("theme/fonts/fonts.css", "/* The site has the fonts of the system. */\n");
}
