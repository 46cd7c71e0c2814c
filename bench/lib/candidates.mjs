// What is measured: each driver with its folder, its script for the page, and the means it must show.
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expectedMeans, instrument } from "./items.mjs";

const BENCH = fileURLToPath(new URL("../", import.meta.url));
const INPAGE = readFileSync(`${BENCH}lib/inpage.js`, "utf8");

function script({ page, alive, autoAdvance = false }) {
  const functions = Object.entries(page).map(([name, f]) => `${name}: ${f}`);
  const known = `alive: ${JSON.stringify(alive)}, autoAdvance: ${autoAdvance}`;
  return INPAGE.replace(
    "driver = DRIVER",
    () => `driver = { ${[...functions, known].join(",\n")} }`,
  );
}

export async function candidate(name) {
  const driver = (await import(`../drivers/${name}.mjs`)).default;
  const folder = `${BENCH}dist/${driver.folder ?? name}`;
  if (!existsSync(folder))
    throw new Error(`${name}: no ${folder}; run "node bench/build.mjs" first`);
  return {
    ...driver,
    folder,
    script: script(driver),
    file: (size) => (size === 36 ? "index.html" : `index-${size}.html`),
    means: (size) => expectedMeans(driver.instrument?.() ?? instrument(size)),
  };
}

/** Whether a run ended as it must: the expected means on the results page, the answers stored. */
export function faultOf({ name, means }, size, { results, means: shown, stored }) {
  const expected = means(size);
  // Peers show two decimals, our file has one of a score, which is 25 times as fine.
  const right = expected.every((mean, k) => Math.abs(mean - shown[k]) < 0.0051);
  if (results && right && shown.length === expected.length && stored >= size) return undefined;
  return `${name}: results ${results}, means ${shown} instead of ${expected}, ${stored} bytes stored`;
}
