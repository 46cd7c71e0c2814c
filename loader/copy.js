// Puts a text on the clipboard, also where the page may not use the newer way.
import { element } from "./dom.js";

/** @returns {Promise<boolean>} whether it is there */
export async function copyText(root, text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copySelected(root, text);
  }
}

function copySelected(root, text) {
  const before = root.activeElement;
  const area = element("textarea", { className: "print", value: text, tabIndex: -1 });
  root.append(area);
  area.select();
  const copied = document.execCommand("copy");
  area.remove();
  before?.focus({ preventScroll: true });
  return copied;
}
