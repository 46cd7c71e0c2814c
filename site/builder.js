// The snippet builder: reads the settings, shows them in the preview, and writes the snippet.
import { copies } from "./copy.js";
import { logEvents } from "./events.js";
import { canTurnHostile } from "./hostile.js";
import { isLink } from "./link.js";
import { bringQuestionnaire } from "./own.js";
import { show } from "./preview.js";
import { isToken } from "./settings.js";
import { FLAVOURS, framedTag, styleSheet } from "./snippet.js";

const HERE = new URL("../", import.meta.url);
/** Addresses that work on this computer alone. */
const LOOPBACK = /^(localhost|.+\.localhost|127(\.\d+){3}|0\.0\.0\.0|\[::1?\])$/;

/** The setting that is the address of a link, and why one cannot be used. */
const LINK = "cta-href";
const WHY_NOT = "it needs https:// or mailto:, and a host without a user’s name or hidden characters before it";

const find = (id) => document.getElementById(id);
const settings = find("settings");
const hosting = find("hosting");
const base = find("base");
const snippet = find("snippet");
const sheet = find("sheet");
const tag = find("tag");

let hash;
/** The questionnaire that the owner has brought: its id, and its address on this page. */
let own;
/** Where its file will be as long as the owner does not say so: beside the others. */
let suggested = "";
/** Where the files are while nobody has said it. */
let usual = HERE;

function isUntouched(control) {
  if (control instanceof HTMLSelectElement) return control.selectedOptions[0].defaultSelected;
  return control.value.trim() === control.defaultValue;
}

/** The folder of the files; undefined if the text is not an http(s) URL. */
function folder() {
  const text = base.value.trim();
  if (!text) return usual;
  if (!URL.canParse(text) || !/^https?:/i.test(text)) return undefined;
  const url = new URL(text);
  url.search = "";
  url.hash = "";
  if (!url.pathname.endsWith("/")) url.pathname += "/";
  return url;
}

/** The settings that differ from their defaults, and the controls with invalid values. */
function read() {
  const chosen = { attributes: {}, tokens: {}, base: folder() ?? usual, hash };
  const wrong = folder() ? [] : [base];
  for (const control of settings.elements) {
    const { token, unit = "" } = control.dataset;
    if (!(token || control.name) || isUntouched(control)) continue;
    const value = `${control.value.trim()}${unit}`;
    const unfit = (token && !isToken(token, value)) || (control.name === LINK && !isLink(value));
    if (unfit || !control.validity.valid) wrong.push(control);
    else if (token) chosen.tokens[token] = value;
    else chosen.attributes[control.name] = value;
  }
  return { chosen, wrong };
}

/** A link needs its address and its text. */
function withoutHalfLinks(chosen) {
  const { "cta-href": href, "cta-label": label, ...others } = chosen.attributes;
  return href && label ? chosen : { ...chosen, attributes: others };
}

/** What is said about the settings that are left out. */
function leftOut(wrong, { attributes }) {
  const named = wrong.map(({ name, labels }) => {
    const label = `“${labels[0].textContent}”`;
    return name === LINK ? `${label} (${WHY_NOT})` : label;
  });
  if (named.length) return `Left out, because it cannot be used: ${named.join(", ")}.`;
  const half = !attributes[LINK] !== !attributes["cta-label"];
  return half ? "Left out, because the link at the end needs both its address and its text." : "";
}

function reportInvalid(wrong, chosen) {
  for (const control of [base, ...settings.elements]) {
    if (wrong.includes(control)) control.setAttribute("aria-invalid", "true");
    else control.removeAttribute("aria-invalid");
  }
  const text = leftOut(wrong, chosen);
  if (find("problem").textContent !== text) find("problem").textContent = text;
}

function write(field, text) {
  if (field.value === text) return;
  field.value = text;
  field.rows = text.split("\n").length + 1;
  field.dispatchEvent(new Event("change"));
}

function suggestAddress() {
  const field = find("src");
  if (field.value !== suggested) return;
  suggested = own ? new URL(`${own.id}.json`, folder() ?? usual).href : "";
  field.value = suggested;
}

function update() {
  suggestAddress();
  const { chosen: given, wrong } = read();
  const chosen = withoutHalfLinks(given);
  const flavour = new FormData(hosting).get("flavour");
  reportInvalid(wrong, given);
  show(own ? { ...chosen, attributes: { "audit-id": own.id, ...chosen.attributes, src: own.address } } : chosen);
  write(snippet, FLAVOURS[flavour](chosen));
  write(sheet, styleSheet(chosen));
  find("sheet-output").hidden = flavour !== "wordpress" || !sheet.value;
  write(tag, framedTag(chosen));
  find("tag-output").hidden = flavour !== "iframe" || !tag.value;
  for (const note of document.querySelectorAll("[data-flavour]")) {
    note.hidden = note.dataset.flavour !== flavour;
  }
}

/** Adds the loader's hash, which the build wrote into sri.json beside this page. */
async function pin() {
  const response = await fetch(new URL("sri.json", HERE), { credentials: "omit" });
  if (!response.ok) throw new Error(`sri.json answered ${response.status}`);
  const { version, files, debug } = await response.json();
  // Nobody publishes what is built for working on it.
  if (!debug) hash = files["leadership-audit.js"];
  base.placeholder = `https://example.com/leadership-audit/${version}/`;
  if (debug || LOOPBACK.test(HERE.hostname)) {
    usual = new URL(base.placeholder);
    find("here").hidden = true;
    find("nowhere").hidden = false;
  }
  for (const place of document.querySelectorAll("[data-version]")) place.textContent = version;
  update();
}

for (const form of [settings, hosting]) {
  form.addEventListener("submit", (event) => event.preventDefault());
  // A preview cannot follow some fields while they are typed: those update it on change.
  form.addEventListener("input", ({ target }) => "settles" in target.dataset || update());
  form.addEventListener("change", update);
}
// The controls are reset only after the event.
settings.addEventListener("reset", () => setTimeout(update));

bringQuestionnaire((brought) => {
  own = brought;
  update();
});
copies(find("copy"), snippet, find("copied"));
copies(find("copy-sheet"), sheet, find("copied-sheet"));
copies(find("copy-tag"), tag, find("copied-tag"));
logEvents(find("events"), find("no-events"));
canTurnHostile(find("hostile"), find("neighbour"));
update();
pin().catch((error) => console.warn(`leadership-audit: the snippet has no hash: ${error.message}`));
