// The snippet builder: reads the settings, shows them in the preview, and writes the snippet.
import { keepInAddress } from "./address.js";
import { accentNote, followFields, inkNote, pairPalettes, shownColours } from "./colours.js";
import { folderOf, isUntouched, isUsable, mark, problemOf, read, settingsOf, valueOf } from "./controls.js";
import { copies } from "./copy.js";
import { logEvents } from "./events.js";
import { toLoad } from "./fonts.js";
import { canTurnHostile } from "./hostile.js";
import { offerLogo } from "./logo.js";
import { bringQuestionnaire } from "./own.js";
import { chooseView, show } from "./preview.js";
import { readRelease } from "./release.js";
import { FLAVOURS, framedTag, styleSheet } from "./snippet.js";
import { say } from "./words.js";

const HERE = new URL("../", import.meta.url);

const find = (id) => document.getElementById(id);
const settings = find("settings");
const hosting = find("hosting");
const base = find("base");
const accent = find("accent");

/** What a sandbox may allow, besides scripts: without those nothing runs. */
const SANDBOX = {
  "allow-same-origin": "allow-same-origin",
  "allow-downloads": "allow-downloads",
  // What the link opens is not in the sandbox.
  "allow-popups": "allow-popups allow-popups-to-escape-sandbox",
  "allow-modals": "allow-modals",
};

/** @type {Partial<import("./release.js").Release>} */
let release = {};
/** The questionnaire that the owner has brought: its id, and its address on this page. */
let own;
/** Where its file will be as long as the owner does not say so: beside the others. */
let suggested = "";

/** Puts a text into a line of the page, and nothing into one that has it: it would be read out again. */
function tell(id, text) {
  if (find(id).textContent !== text) find(id).textContent = text;
}

const isFromNetwork = () => Boolean(release.cdn) && hosting.elements.files.value === "cdn";

/** The folder of the files, as far as the owner has said it. */
function folder() {
  if (isFromNetwork()) return release.cdn;
  const usual = release.isLocal ? release.example : HERE;
  return folderOf(base) ?? usual;
}

const sandbox = () =>
  ["allow-scripts", ...Object.keys(SANDBOX).filter((name) => find(name).checked).map((name) => SANDBOX[name])].join(" ");

function hosted() {
  return {
    base: folder(),
    hasPages: !isFromNetwork(),
    hash: release.hash,
    apart: find("apart").checked,
    sandbox: find("sandbox").checked ? sandbox() : undefined,
  };
}

function hostingProblem(flavour) {
  if (isFromNetwork()) return flavour === "iframe" ? say("problem.cdn-frame") : "";
  return isUntouched(base) || folderOf(base) ? "" : problemOf(base);
}

/** What is said below a control of the value that it has. */
function tellOfValues(tokens, flavour) {
  for (const control of [...settingsOf(settings), base].filter(({ inputMode }) => inputMode === "url")) {
    const isMended = isUsable(control) && valueOf(control) !== control.value.trim();
    tell(`${control.id}-said`, isMended ? say("said.mended", { address: valueOf(control) }) : "");
  }
  for (const name of ["font", "heading-font"]) {
    const missing = tokens[name] && toLoad(tokens[name]);
    const key = flavour === "iframe" ? "said.font-in-frame" : "said.font";
    tell(`${name}-said`, missing ? say(key, missing) : "");
  }
}

/** What is said of the colours: what the preview makes of them. */
function tellOfColours(tokens) {
  const widget = document.querySelector("leadership-audit");
  if (!widget?.shadowRoot) return;
  tell("accent-said", accentNote(widget, tokens));
  tell("ink-said", inkNote(widget, tokens, "light"));
  tell("ink-dark-said", inkNote(widget, tokens, "dark"));
}

function write(id, text) {
  const field = find(id);
  if (field.value === text) return;
  field.value = text;
  field.rows = text.split("\n").length + 1;
  field.dispatchEvent(new Event("change"));
}

function suggestAddress() {
  const field = find("src");
  if (field.value !== suggested) return;
  suggested = own ? new URL(`${own.id}.json`, folder()).href : "";
  field.value = suggested;
}

function showNotes(flavour) {
  for (const note of document.querySelectorAll("[data-flavour]")) note.hidden = note.dataset.flavour !== flavour;
  find("uploaded").hidden = isFromNetwork();
  find("sandbox-tokens").disabled = !find("sandbox").checked;
}

/** Judges the settings, and writes the snippet. @returns the settings that the preview shows */
function compose() {
  suggestAddress();
  const { attributes, tokens, wrong } = read(settings);
  const chosen = { ...hosted(), attributes, tokens };
  const { flavour } = Object.fromEntries(new FormData(hosting));
  const problem = hostingProblem(flavour);
  mark(settingsOf(settings), wrong);
  mark([base], new Map(problem && !isFromNetwork() ? [[base, problem]] : []));
  tell("problem", [...new Set(wrong.values())].join(" "));
  tell("hosting-problem", problem);
  followFields(settings);
  tellOfValues(tokens, flavour);
  showNotes(flavour);
  write("snippet", FLAVOURS[flavour](chosen));
  find("snippet-output").hidden = flavour === "iframe" && isFromNetwork();
  write("sheet", styleSheet(chosen));
  find("sheet-output").hidden = !find("sheet").value || !(flavour === "wordpress" || (flavour === "plain" && chosen.apart));
  write("tag", framedTag(chosen));
  find("tag-output").hidden = flavour !== "iframe" || !find("tag").value;
  return own ? { ...chosen, attributes: { "audit-id": own.id, ...attributes, src: own.address } } : chosen;
}

function update() {
  const chosen = compose();
  show(chosen);
  tellOfColours(chosen.tokens);
}

/** Shows what the build says of the files. */
async function takeRelease() {
  release = await readRelease();
  base.placeholder = release.example.href;
  find("here").hidden = release.isLocal;
  find("nowhere").hidden = !release.isLocal;
  find("sources").hidden = !release.cdn;
  find("docs").hidden = !release.hasDocs;
  find("source").hidden = !release.source;
  if (release.source) find("source").firstElementChild.href = release.source;
  for (const place of document.querySelectorAll("[data-version]")) place.textContent = release.version;
  update();
}

/** Settings came with an address. That of a link may be anybody's, so it fetches nothing from elsewhere. */
function restored(controls, isFresh) {
  const notes = [];
  const source = find("src");
  source.value ||= suggested;
  if (isFresh) {
    if (source.value && source.value !== suggested && new URL(valueOf(source)).origin !== location.origin) {
      source.value = "";
      notes.push(say("address.left-out"));
    }
    const addresses = controls.filter(({ inputMode, value }) => inputMode === "url" && value);
    const labels = addresses.map((control) => control.labels[0].textContent);
    const list = new Intl.ListFormat(document.documentElement.lang).format(labels);
    if (list) notes.push(say("address.check", { labels: list }));
  }
  tell("came", notes.join(" "));
  update();
}

const address = keepInAddress([settings, hosting], (control) => control.id === "src" && control.value === suggested, restored);

function changed() {
  update();
  address.changed();
  find("link").hidden = true;
  tell("copied-link", "");
}

for (const form of [settings, hosting]) {
  form.addEventListener("submit", (event) => event.preventDefault());
  // A preview cannot follow some fields while they are typed. All else does, or the page would move under a press that ends
  // the typing.
  form.addEventListener("input", ({ target }) => ("settles" in target.dataset ? compose() : changed()));
  form.addEventListener("change", changed);
}
settings.addEventListener("reset", () => {
  hosting.reset();
  find("logo-colours").replaceChildren();
  tell("logo-status", "");
  tell("came", "");
  // The controls are reset only after the event.
  setTimeout(changed);
});

bringQuestionnaire((brought) => {
  own = brought;
  update();
});
pairPalettes(settings);
offerLogo(
  { file: find("logo-file"), status: find("logo-status"), colours: find("logo-colours") },
  () => shownColours(document.querySelector("leadership-audit"), "light").paper,
  (colour) => {
    accent.value = colour;
    changed();
  },
);
find("copy-link").addEventListener("click", () => {
  find("link").value = address.link();
});
// The page in another language has the same settings.
for (const link of document.querySelectorAll(".languages a")) {
  link.addEventListener("click", () => {
    link.hash = new URL(address.link()).hash;
  });
}
copies(find("copy-link"), find("link"), find("copied-link"));
copies(find("copy"), find("snippet"), find("copied"));
copies(find("copy-sheet"), find("sheet"), find("copied-sheet"));
copies(find("copy-tag"), find("tag"), find("copied-tag"));
logEvents(find("stage"), find("events"), find("no-events"));
canTurnHostile(find("hostile"), find("neighbour"));
chooseView(update);
address.take();
takeRelease().catch((error) => console.warn(`leadership-audit: the snippet has no hash: ${error.message}`));
