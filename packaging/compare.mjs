// node packaging/compare.mjs SRI_JSON [DIST]: whether dist/ is the build that another sri.json is of. Names the files
// that differ, the first one first.
import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { isForTests } from "../loader/languages.mjs";

const [theirs, dist = "dist"] = process.argv.slice(2);
const { version, files } = JSON.parse(readFileSync(theirs, "utf8"));
const ours = JSON.parse(readFileSync(join(dist, "sri.json"), "utf8"));

function hashOf(name) {
  const path = join(dist, name);
  return existsSync(path) && `sha384-${createHash("sha384").update(readFileSync(path)).digest("base64")}`;
}

const faults = [];
if (version !== ours.version) faults.push(`version ${version} there, ${ours.version} here`);
for (const [name, hash] of Object.entries(files)) {
  const here = hashOf(name);
  if (here !== hash) faults.push(`${name}: ${hash} there, ${here || "no such file"} here`);
}
for (const name of Object.keys(ours.files)) {
  if (!(name in files) && !isForTests(name)) faults.push(`${name}: only here`);
}
for (const fault of faults) console.error(fault);
const count = Object.keys(files).length;
console.log(faults.length ? `${faults.length} differences` : `${count} files, each the same`);
process.exitCode = faults.length ? 1 : 0;
