// The controls of the builder: what each of them says, how it is used, and whether it can be.
import { withFallback } from "./fonts.js";
import { isLink, isMailbox, mended } from "./link.js";
import { TOKENS, isToken } from "./settings.js";
import { say } from "./words.js";

/** The two settings that are nothing without each other: the address of a link, and its text. */
const LINK = "cta-href";
const LINK_TEXT = "cta-label";
/** The setting that only the address of a mail will do for. */
const MAIL = "share-href";

/** The name of a setting: of a custom property without its prefix, or of an attribute. */
export const nameOf = (control) => control.dataset.token ?? control.name;

const labelOf = (control) => control.labels[0].textContent.trim();

/** Every control of these forms that is a setting. */
export const settingsOf = (...forms) => forms.flatMap((form) => [...form.elements]).filter(nameOf);

export function isUntouched(control) {
  if (control instanceof HTMLSelectElement) return control.selectedOptions[0].defaultSelected;
  if (/^(radio|checkbox)$/.test(control.type)) return control.checked === control.defaultChecked;
  return control.value.trim() === control.defaultValue;
}

/** What an owner typed as it is used: an address has its scheme, a font something to fall back on. */
export function valueOf(control, typed = control.value) {
  const { token, unit = "" } = control.dataset;
  if (control.inputMode === "url") return mended(typed);
  if (TOKENS.get(token) === "fonts") return withFallback(typed.trim(), token);
  return `${typed.trim()}${unit}`;
}

function isAddress(text) {
  return URL.canParse(text) && /^https?:$/.test(new URL(text).protocol);
}

/** Whether a control can be used with this text. */
export function isUsable(control, typed = control.value) {
  const value = valueOf(control, typed);
  const { dataset, inputMode, maxLength, name, pattern } = control;
  if (maxLength >= 0 && value.length > maxLength) return false;
  if (dataset.token) return isToken(dataset.token, value);
  if (name === LINK) return isLink(value);
  if (name === MAIL) return isMailbox(value);
  if (inputMode === "url") return isAddress(value);
  return !/\p{Cc}/u.test(value) && (!pattern || new RegExp(`^(?:${pattern})$`, "u").test(value));
}

/**
 * The settings that differ from their defaults.
 * @returns {{attributes: Record<string, string>, tokens: Record<string, string>, wrong: Map<Element, string>}} `wrong`: the
 *   controls to mend, each with the sentence that says why
 */
export function read(form) {
  const attributes = {};
  const tokens = {};
  const wrong = new Map();
  for (const control of settingsOf(form)) {
    if (isUntouched(control)) continue;
    if (!isUsable(control)) wrong.set(control, problemOf(control));
    else if (control.dataset.token) tokens[nameOf(control)] = valueOf(control);
    else attributes[nameOf(control)] = valueOf(control);
  }
  const [address, text] = [LINK, LINK_TEXT].map((name) => form.elements[name]);
  if (isUntouched(address) !== isUntouched(text)) {
    const problem = say("problem.half", { href: labelOf(address), label: labelOf(text) });
    for (const control of [address, text]) if (!wrong.has(control)) wrong.set(control, problem);
  }
  // A link needs both.
  if (!attributes[LINK] || !attributes[LINK_TEXT]) {
    delete attributes[LINK];
    delete attributes[LINK_TEXT];
  }
  return { attributes, tokens, wrong };
}

export function problemOf(control) {
  return say(control.name === LINK ? "problem.link" : "problem.unusable", { label: labelOf(control) });
}

/** Marks these of the controls as wrong, and says below each why. */
export function mark(controls, wrong) {
  const said = new Set();
  for (const control of controls) {
    const problem = wrong.get(control);
    if (problem) control.setAttribute("aria-invalid", "true");
    else control.removeAttribute("aria-invalid");
    const line = control.closest(".field")?.querySelector(".problem");
    // What is wrong with two at once is said once.
    if (line) line.textContent = problem && !said.has(problem) ? problem : "";
    said.add(problem);
  }
}

/** The folder of the files that an owner typed; undefined if there is none, or it is no address. */
export function folderOf(control) {
  const address = mended(control.value);
  if (!isAddress(address)) return undefined;
  const url = new URL(address);
  url.search = "";
  url.hash = "";
  if (!url.pathname.endsWith("/")) url.pathname += "/";
  return url;
}
