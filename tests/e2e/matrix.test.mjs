// The fault matrix and some kills in Chromium. `cargo xtask test --all-browsers` runs the matrix in every engine.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { CASES } from "../matrix/cases.mjs";
import { NAMES } from "../matrix/engines.mjs";
import { text } from "../matrix/render.mjs";
import { PROJECT } from "./widget.mjs";

function run(script, ...words) {
  const { status, stdout, stderr } = spawnSync("node", [`tests/matrix/${script}.mjs`, ...words], {
    cwd: PROJECT,
    encoding: "utf8",
  });
  assert.equal(status, 0, `${stdout}\n${stderr}`);
}

test("every fault of the matrix is survived", () => run("run", "chromium"));

test("twenty pages are killed right after an answer, and no answer is lost", () => {
  run("kills", "--count", "20", "--browsers", "0");
});

test("docs/reliability.md has these cases for every engine, and none fails", () => {
  const wanted = CASES.map(({ row, name }) => `${row}: ${name}`);
  for (const engine of NAMES) {
    const file = join(PROJECT, `docs/reliability/${engine}.json`);
    const { results } = JSON.parse(readFileSync(file, "utf8"));
    assert.deepEqual(results.map(({ row, name }) => `${row}: ${name}`), wanted, engine);
    assert.deepEqual(results.filter(({ fails }) => fails), [], engine);
  }
  const page = readFileSync(join(PROJECT, "docs/reliability.md"), "utf8");
  assert.equal(page, text, "`node tests/matrix/render.mjs` writes it");
});
