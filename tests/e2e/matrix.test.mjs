// The fault matrix and some kills in Chromium. `cargo xtask test --all-browsers` runs the matrix in every engine.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { test } from "node:test";
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
