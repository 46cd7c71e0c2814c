// A button that copies a text field, with a way out where the clipboard is out of reach.

async function written(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

/** @param {HTMLButtonElement} button @param {HTMLTextAreaElement} field @param {Element} status */
export function copies(button, field, status) {
  button.addEventListener("click", async () => {
    status.textContent = "";
    if (await written(field.value)) {
      status.textContent = "Copied.";
      return;
    }
    field.focus();
    field.select();
    status.textContent = "It is selected: copy it with Ctrl+C, or ⌘C on a Mac.";
  });
  // What was copied is not what stands there now.
  field.addEventListener("change", () => {
    status.textContent = "";
  });
}
