// Fetches a file that this loader pins by its hash.
import { release } from "virtual:integrity";
import { download } from "./download.js";
import { Failure } from "./failure.js";
import { addressOf } from "./files.js";

/**
 * The bytes of a file that has this hash.
 * @param {string} file its name
 * @param {string} hash as subresource integrity writes it
 * @param {(size: number) => void} [arrived] is called with the number of bytes so far
 * @throws {Failure}
 */
export async function fetchPinned(file, hash, arrived) {
  const address = addressOf(file);
  try {
    let found = await fetchOnce(address, hash, undefined, arrived);
    // A cache may still have the file of another release.
    if (!found.fits) found = await fetchOnce(address, hash, "reload", arrived);
    if (found.fits) return found.bytes;
    throw new Failure("corrupt", `${address}, ${nameOf(found.response)}`);
  } catch (error) {
    const isOther = error.kind === "corrupt" || error.kind === "missing";
    throw isOther && (await isReplaced()) ? new Failure("updated", error.detail) : error;
  }
}

async function fetchOnce(address, hash, cache = "default", arrived) {
  // Browsers compute hashes for secure pages only. Elsewhere they compare them, and do not say why a request failed.
  const integrity = globalThis.crypto?.subtle ? "" : hash;
  try {
    const found = await download(address, { __proto__: null, cache, integrity }, arrived);
    return { ...found, fits: integrity || (await hashOf(found.bytes, hash)) === hash };
  } catch (error) {
    if (!integrity || error.kind !== "network") throw error;
    return { ...(await download(address, { __proto__: null, cache })), fits: false };
  }
}

/** The hash of these bytes, by the algorithm of another hash. */
async function hashOf(bytes, other) {
  const [, size] = /^sha(\d+)/.exec(other);
  let text = "";
  for (const byte of new Uint8Array(await crypto.subtle.digest(`SHA-${size}`, bytes))) {
    text += String.fromCharCode(byte);
  }
  return `sha${size}-${btoa(text)}`;
}

/** What a server sent instead of the file. */
function nameOf({ headers, redirected, url }) {
  const type = headers.get("content-type") ?? "no type";
  const page = /html/.test(type) ? ", an error page or a login" : "";
  const from = redirected ? `, from ${url}` : "";
  return `${type}${page}${from}: not the file that belongs to this loader`;
}

/**
 * Whether the loader itself was replaced since this page was loaded. Fetched past the cache, so that the page has the
 * new one when it is loaded again.
 */
async function isReplaced() {
  try {
    const { bytes } = await download(new URL(import.meta.url), { __proto__: null, cache: "reload" });
    return !new TextDecoder().decode(bytes).includes(release);
  } catch (error) {
    return error.kind === "missing";
  }
}
