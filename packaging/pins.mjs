// Checks that every npm package is pinned: asked for at one version, locked with a hash, and none
// of them shipped.
import { existsSync, readFileSync, readdirSync } from "node:fs";

const at = (name) => new URL(`../${name}`, import.meta.url);
const read = (name) => JSON.parse(readFileSync(at(name), "utf8"));
const faults = [];
let count = 0;
const hosts = readdirSync(at("tests/packages/")).map((name) => `tests/packages/${name}/`);
// One folder has only files that several of these projects share.
const folders = ["", "bench/", "tests/research/", "tests/sites/", ...hosts].filter((folder) => existsSync(at(`${folder}package.json`)));
for (const folder of folders) {
  const { dependencies, devDependencies } = read(`${folder}package.json`);
  if (dependencies) faults.push(`${folder}package.json has dependencies, as if npm code shipped`);
  for (const [name, version] of Object.entries(devDependencies)) {
    if (!/^(npm:.+@)?\d+\.\d+\.\d+$/.test(version)) faults.push(`${name} is not pinned: ${version}`);
  }
  const { packages } = read(`${folder}package-lock.json`);
  for (const [path, { integrity, inBundle }] of Object.entries(packages)) {
    // The project itself, and what another package's own archive holds.
    if (path === "" || inBundle) continue;
    count++;
    if (!integrity?.startsWith("sha512-")) faults.push(`${path} is locked without a hash`);
  }
}
for (const fault of faults) console.error(fault);
console.log(`${count} npm packages, ${faults.length} of them not pinned`);
process.exitCode = faults.length ? 1 : 0;
