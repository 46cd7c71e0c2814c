// Gathers what a release page offers, and writes beside it what it was made of, and the checksums.
//
//   node packaging/release-page.mjs --packages FOLDER --sbom FOLDER --notes FILE --command TEXT --out FOLDER
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { repository, version } from "./cargo.mjs";
import { provenance, sha256 } from "./provenance.mjs";

const root = fileURLToPath(new URL("../", import.meta.url));
const string = { type: "string" };
const { values } = parseArgs({
  options: { packages: string, sbom: string, notes: string, command: string, out: string },
});

/** The files of a folder by name; the npm package is there as a folder, too. */
function filesOf(folder) {
  const entries = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isFile());
  return Object.fromEntries(entries.map(({ name }) => [name, readFileSync(join(folder, name))]));
}

/** The notes as a page of their own: links to files of the project lead to its repository, or are plain text. */
function standingAlone(notes) {
  return notes.replace(/\[([^\]]+)\]\((?![a-z]+:)([^)]+)\)/g, (_, text, path) =>
    repository ? `[${text}](${repository}/blob/v${version}/${path})` : text,
  );
}

const files = { ...filesOf(values.packages), ...filesOf(values.sbom) };
const made = provenance({ root, version, repository, command: values.command, files });
const all = { ...files, "provenance.json": made, "RELEASE_NOTES.md": Buffer.from(standingAlone(readFileSync(values.notes, "utf8"))) };
const names = Object.keys(all).sort();
const sums = names.map((name) => `${sha256(all[name])}  ${name}\n`).join("");

const out = resolve(values.out);
rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });
for (const name of names) writeFileSync(join(out, name), all[name]);
writeFileSync(join(out, "SHA256SUMS"), sums);
