// sri.json: the hashes of what a site serves, for `integrity`.
import { createHash } from "node:crypto";

export const LOADER = "leadership-audit.js";

/**
 * The version, the hash of each file, the tag that carries the loader's, and what else is known of the files.
 * @param {Record<string, Buffer>} served files by name
 */
export function manifest(version, served, facts = {}) {
  const integrity = (bytes) => `sha384-${createHash("sha384").update(bytes).digest("base64")}`;
  const entry = ([name, bytes]) => [name, integrity(bytes)];
  const hash = integrity(served[LOADER]);
  const value = {
    version,
    ...facts,
    script: `<script type="module" src="${LOADER}" integrity="${hash}" crossorigin="anonymous"></script>`,
    files: Object.fromEntries(Object.entries(served).sort().map(entry)),
  };
  return Buffer.from(`${JSON.stringify(value, null, 2)}\n`);
}
