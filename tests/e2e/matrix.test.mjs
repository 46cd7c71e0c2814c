// Storage, sealed messages and some kills in a whole Chromium. `cargo xtask test --all-browsers` runs the fault matrix, of which
// these are two groups, in every engine; the faults of its other groups have tests of their own in this folder.
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

test("every fault of storage is survived, and messages are sealed as specified", () => {
  run("run", "chromium", "--groups", "storage,vectors");
});

test("twenty pages are killed right after an answer, and no answer is lost", () => {
  run("kills", "--count", "20", "--browsers", "0");
});
