// A button that copies a text field, or selects it where the clipboard is not available.
import { say } from "./words.js";

/** How long the Clipboard API has to answer; some never do. */
const LATE_MS = 1000;

async function copied(text) {
  try {
    const copying = navigator.clipboard.writeText(text);
    await Promise.race([copying, new Promise((_, reject) => setTimeout(reject, LATE_MS))]);
    return true;
  } catch {
    return false;
  }
}

/** @param {HTMLButtonElement} button @param {HTMLTextAreaElement} field @param {Element} status */
export function copies(button, field, status) {
  button.addEventListener("click", async () => {
    status.textContent = "";
    if (await copied(field.value)) {
      status.textContent = say("copy.done");
      return;
    }
    field.hidden = false;
    field.focus();
    field.select();
    status.textContent = say("copy.selected");
  });
  // The text in the clipboard is no longer the one in the field.
  field.addEventListener("change", () => {
    status.textContent = "";
  });
}
