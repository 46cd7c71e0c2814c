// `packaging/compare.mjs`, which holds a build against the sri.json of another.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";

import { PROJECT } from "./widget.mjs";

const folder = mkdtempSync(join(tmpdir(), "builds-"));
after(() => rmSync(folder, { recursive: true }));

const hashOf = (text) => `sha384-${createHash("sha384").update(text).digest("base64")}`;
const sri = (files, version = "0.1.0") => JSON.stringify({ version, files });

/** A file of a pseudo-language: a build has it, and no release. */
const PSEUDO = "leadership-audit-words.en-XA.txt";

/** What the command says of a build of "one" and "two" beside another build. */
function compare(theirs) {
  for (const name of ["one", "two"]) writeFileSync(join(folder, name), name);
  writeFileSync(join(folder, "sri.json"), sri({ one: hashOf("one"), two: hashOf("two"), [PSEUDO]: hashOf("pseudo") }));
  writeFileSync(join(folder, "theirs.json"), theirs);
  const script = join(PROJECT, "packaging/compare.mjs");
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, join(folder, "theirs.json"), folder]);
  return { status, out: String(stdout), faults: String(stderr).trim().split("\n") };
}

test("the same files are the same build", () => {
  const { status, out } = compare(sri({ one: hashOf("one"), two: hashOf("two") }));
  assert.deepEqual([status, out], [0, "2 files, each the same\n"]);
});

for (const [what, theirs, fault] of [
  ["another file", sri({ one: hashOf("one"), two: hashOf("2") }), /^two: sha384-/],
  ["a file less", sri({ one: hashOf("one") }), /^two: only here$/],
  ["a file more", sri({ one: hashOf("one"), two: hashOf("two"), three: "sha384-x" }), /^three: sha384-x there, no such file here$/],
  ["another version", sri({ one: hashOf("one"), two: hashOf("two") }, "0.2.0"), /^version 0\.2\.0 there, 0\.1\.0 here$/],
]) {
  test(`${what} is named`, () => {
    const { status, faults } = compare(theirs);
    assert.equal(status, 1);
    assert.match(faults[0], fault);
    assert.equal(faults.length, 1);
  });
}
