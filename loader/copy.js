// Copies a text, with a fallback where the Clipboard API is not allowed.
import { element } from "./dom.js";

/** How long the Clipboard API has to answer; some never do. */
const LATE_MS = 1000;

/**
 * @param {Element} place in the shadow root, where the fallback can select something
 * @returns {Promise<boolean>} whether it is there
 */
export async function copyText(place, text) {
  try {
    const copying = navigator.clipboard.writeText(text);
    await Promise.race([copying, new Promise((_, reject) => setTimeout(reject, LATE_MS))]);
    return true;
  } catch {
    return copySelected(place, text);
  }
}

function copySelected(place, text) {
  const before = place.getRootNode().activeElement;
  const area = element("textarea", { className: "print", value: text, tabIndex: -1 });
  let copied = false;
  // Scripts that keep a page from being copied listen further out.
  area.addEventListener("copy", (event) => {
    event.clipboardData.setData("text/plain", text);
    event.preventDefault();
    event.stopPropagation();
    copied = true;
  });
  place.append(area);
  area.select();
  try {
    return document.execCommand("copy") && copied;
  } catch {
    return false;
  } finally {
    area.remove();
    before?.focus({ __proto__: null, preventScroll: true });
  }
}
