// Checks that every npm package is pinned: asked for at one version, locked with a hash, and none
// of them shipped.
import { readFileSync } from "node:fs";

const read = (name) => JSON.parse(readFileSync(new URL(`../${name}`, import.meta.url), "utf8"));
const faults = [];
let count = 0;
for (const folder of ["", "bench/"]) {
  const { dependencies, devDependencies } = read(`${folder}package.json`);
  if (dependencies) faults.push(`${folder}package.json has dependencies, as if npm code shipped`);
  for (const [name, version] of Object.entries(devDependencies)) {
    if (!/^(npm:.+@)?\d+\.\d+\.\d+$/.test(version)) faults.push(`${name} is not pinned: ${version}`);
  }
  const { packages } = read(`${folder}package-lock.json`);
  for (const [path, { integrity }] of Object.entries(packages)) {
    if (path === "") continue; // The project itself.
    count++;
    if (!integrity?.startsWith("sha512-")) faults.push(`${path} is locked without a hash`);
  }
}
for (const fault of faults) console.error(fault);
console.log(`${count} npm packages, ${faults.length} of them not pinned`);
process.exitCode = faults.length ? 1 : 0;
