// What the build says of the files beside this page, in sri.json: their version, the loader's hash, and where else they are.

const HERE = new URL("../", import.meta.url);
/** Addresses that work on this computer alone. */
const LOOPBACK = /^(localhost|.+\.localhost|127(\.\d+){3}|0\.0\.0\.0|\[::1?\])$/;

/**
 * @typedef {object} Release
 * @property {string} version
 * @property {string} [hash] of the loader; nobody publishes what is built for working on it, so that has none
 * @property {boolean} isLocal whether this page's own address is of no use to others
 * @property {URL} example where the files may be
 * @property {URL} [cdn] where they are for everybody, once they are published
 * @property {boolean} hasDocs whether the documentation is beside this page
 * @property {string} [source] the address of the repository
 */

/** @returns {Promise<Release>} */
export async function readRelease() {
  const response = await fetch(new URL("sri.json", HERE), { credentials: "omit" });
  if (!response.ok) throw new Error(`sri.json answered ${response.status}`);
  const { version, files, debug, published, docs, source } = await response.json();
  return {
    version,
    hash: debug ? undefined : files["leadership-audit.js"],
    isLocal: Boolean(debug) || LOOPBACK.test(HERE.hostname),
    example: new URL(`https://example.com/leadership-audit/${version}/`),
    cdn: published && !debug ? new URL(`https://cdn.jsdelivr.net/npm/leadership-audit@${version}/`) : undefined,
    hasDocs: Boolean(docs),
    source: /^https:\/\//.test(source) ? source : undefined,
  };
}
