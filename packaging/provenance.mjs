// What was made, of which commit, by which compiler and tools: an in-toto statement with SLSA's predicate.
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";

/** What decides, beside the commit, which crates, packages and compiler a build takes. */
const LOCKS = ["Cargo.lock", "package-lock.json", "rust-toolchain.toml"];
/** The npm packages that make what ships. */
const MAKERS = ["esbuild", "binaryen", "fflate"];

export const sha256 = (bytes) => createHash("sha256").update(bytes).digest("hex");

const said = (command, ...words) => execFileSync(command, words, { encoding: "utf8" }).trim();

/** Everything whose version decides about the bytes. */
function tools(root) {
  const installed = said("cargo", "install", "--list", "--root", join(root, ".tools"));
  const compiled = [...installed.matchAll(/^(\S+) v(\S+?):$/gm)].map(([, name, version]) => [name, version]);
  const packages = MAKERS.map((name) => {
    const { version } = JSON.parse(readFileSync(join(root, "node_modules", name, "package.json"), "utf8"));
    return [`npm:${name}`, version];
  });
  return {
    rustc: said("rustc", "--version"),
    node: process.version,
    npm: said("npm", "--version"),
    ...Object.fromEntries(compiled),
    ...Object.fromEntries(packages),
  };
}

/**
 * @param {object} release
 * @param {string} release.root the project's folder
 * @param {string} release.version
 * @param {string} release.command what was called
 * @param {string} [release.repository] the address of the source
 * @param {Record<string, Buffer>} release.files what was made, by name
 */
export function provenance({ root, version, command, repository, files }) {
  const commit = said("git", "-C", root, "rev-parse", "HEAD");
  const locked = LOCKS.map((name) => ({ name, digest: { sha256: sha256(readFileSync(join(root, name))) } }));
  const statement = {
    _type: "https://in-toto.io/Statement/v1",
    subject: Object.entries(files).map(([name, bytes]) => ({ name, digest: { sha256: sha256(bytes) } })),
    predicateType: "https://slsa.dev/provenance/v1",
    predicate: {
      buildDefinition: {
        buildType: repository ? `${repository}/blob/v${version}/RELEASING.md` : "urn:leadership-audit:release",
        externalParameters: { command, version },
        resolvedDependencies: [
          { name: "source", ...(repository && { uri: `git+${repository}` }), digest: { gitCommit: commit } },
          ...locked,
        ],
      },
      runDetails: {
        // Whoever releases builds on a machine of their own; no service vouches for it.
        builder: { id: "urn:leadership-audit:maintainer", version: tools(root) },
      },
    },
  };
  return Buffer.from(`${JSON.stringify(statement, null, 2)}\n`);
}
