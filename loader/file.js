// Offers a file: an anchor with a `blob:` address, clicked once. It's in no document, where the page's listeners
// would hear the click.
import { element } from "./dom.js";

/** How long the browser has to fetch the file; some do only after the visitor agreed. */
const REVOKE_AFTER_MS = 60_000;

/**
 * @param {string} type MIME type
 * @returns {boolean} false if the browser cannot have saved it; true if it may have, since browsers don't report it
 */
export function offerFile(name, type, text) {
  try {
    const address = URL.createObjectURL(new Blob([text], { __proto__: null, type }));
    element("a", { href: address, download: name }).click();
    setTimeout(() => URL.revokeObjectURL(address), REVOKE_AFTER_MS);
    return !isForbidden("allow-downloads");
  } catch (error) {
    console.warn("leadership-audit:", error);
    return false;
  }
}

/**
 * Whether a frame around this page is known to forbid something.
 * @param {string} permission that its sandbox lacks. Only frames of the same origin can be asked.
 */
export function isForbidden(permission) {
  for (let page = window; page.frameElement; page = page.parent) {
    const { sandbox } = page.frameElement;
    // An empty one forbids scripts too.
    if (sandbox?.length && !sandbox.contains(permission)) return true;
  }
  return false;
}
