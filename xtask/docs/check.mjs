// Checks the built documentation site: every link of a page leads to a file of the site and every fragment to an
// element, and nothing is loaded from elsewhere. Links to other sites are not followed.
//
//   node xtask/docs/check.mjs FOLDER
import { readFileSync, readdirSync } from "node:fs";
import { join, posix, resolve } from "node:path";
import { parse } from "parse5";

const site = resolve(process.argv[2]);
const entries = readdirSync(site, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
const files = new Set(entries.map((entry) => join(entry.parentPath ?? entry.path, entry.name).slice(site.length + 1)));
const faults = [];
let links = 0;

/** What an element loads, and where it leads. */
const LOADS = { script: "src", img: "src", iframe: "src", source: "src", video: "src", audio: "src", link: "href", embed: "src", object: "data" };
const ELSEWHERE = /^(?:[a-z][a-z\d+.-]*:|\/\/)/i;

function* elements(node) {
  for (const child of node.childNodes ?? []) {
    if (child.attrs) yield child;
    yield* elements(child);
    if (child.content) yield* elements(child.content);
  }
}

const attribute = (element, name) => element.attrs.find((it) => it.name === name)?.value;
const page = (name) => [...elements(parse(readFileSync(join(site, name), "utf8")))];
const pages = new Map([...files].filter((name) => name.endsWith(".html")).map((name) => [name, page(name)]));
const anchors = new Map(
  [...pages].map(([name, all]) => [name, new Set(all.flatMap((it) => [attribute(it, "id"), attribute(it, "name")]))]),
);

/** The fault of an address that a page leads to or loads. */
function faultOf(from, address) {
  const [, path, fragment] = /^([^?#]*)[^#]*(?:#(.*))?$/.exec(address);
  // A folder has no page of its own where the site is opened from a disk.
  const file = path ? posix.join(posix.dirname(from), decodeURI(path)) : from;
  if (!files.has(file)) return "no such file";
  if (fragment && anchors.has(file) && !anchors.get(file).has(decodeURIComponent(fragment))) return "no such anchor";
  return undefined;
}

function check(from, address) {
  links++;
  const fault = faultOf(from, address);
  if (fault) faults.push(`${from}: ${address}: ${fault}`);
}

for (const [name, all] of pages) {
  for (const element of all) {
    const loaded = attribute(element, LOADS[element.tagName]);
    if (loaded && ELSEWHERE.test(loaded)) faults.push(`${name}: loads ${loaded}`);
    else if (loaded) check(name, loaded);
    const href = element.tagName === "a" && attribute(element, "href");
    if (href && !ELSEWHERE.test(href)) check(name, href);
  }
}
for (const name of [...files].filter((it) => it.endsWith(".css"))) {
  for (const [, address] of readFileSync(join(site, name), "utf8").matchAll(/url\(["']?([^"')]+)|@import ["']([^"']+)/g)) {
    if (address.startsWith("data:")) continue;
    if (ELSEWHERE.test(address)) faults.push(`${name}: loads ${address}`);
    else check(name, address);
  }
}

for (const fault of faults) console.error(fault);
console.log(`${pages.size} pages, ${links} links, ${faults.length} of them broken`);
process.exitCode = faults.length || pages.size === 0 ? 1 : 0;
