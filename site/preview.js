// The widget on this page: it follows the settings, and shows any of its screens.
import { apart, comes, forgetBut, showSample } from "./sample.js";
import { ATTRIBUTES, READ_ONCE } from "./settings.js";
import { styleSheet } from "./snippet.js";
import { say } from "./words.js";

const SHIPPED = new URL("../instruments/leadership-relationships.json", import.meta.url);

/**
 * What an element needs to show a screen. `sample`: made-up answers; then what is pressed on the result, or how an element
 * begins that finds it. Without `attributes` it is what visitors meet.
 */
const SCREENS = {
  live: {},
  statement: { attributes: { start: "audit" } },
  results: { attributes: { start: "audit" }, sample: {} },
  keep: { attributes: { start: "audit" }, sample: { press: ".next .ways li:last-child button" } },
  practice: { attributes: { start: "audit" }, sample: { begins: { start: "practice" } } },
  round: { attributes: { start: "round" } },
  // No address, so that nothing is asked for.
  fault: { attributes: { src: "http://[" } },
};
/** Without these the made-up answers would not fit the statements. */
const SAMPLED_BY = ["form", "src"];

const sheet = new CSSStyleSheet();
document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];

const find = (id) => document.getElementById(id);
const stage = find("stage");
const current = () => stage.querySelector("leadership-audit");

/** The attributes set here last. Attributes set by others are left alone. */
let shown = {};
/** What keeps the element of the current screen apart; nothing of what visitors meet. */
let place = {};
let screen = "live";
/** Counts what is to be shown, so that an overtaken sample can tell. */
let turn = 0;
let making = Promise.resolve();

/** Sets what differs from what an element has had set here; without that, all of it. */
function set(widget, attributes, before) {
  for (const name of ATTRIBUTES) {
    if (before && attributes[name] === before[name]) continue;
    if (attributes[name] === undefined) widget.removeAttribute(name);
    else widget.setAttribute(name, attributes[name]);
  }
}

function anew(attributes) {
  const made = current().cloneNode(true);
  set(made, attributes);
  return made;
}

/**
 * Keeps the preview as high as it is until the widget is there again: whoever presses something below it meanwhile would
 * press beside it.
 */
function holdHeight(widget) {
  stage.style.minBlockSize = `${stage.offsetHeight}px`;
  for (const event of ["leadership-audit-ready", "leadership-audit-failed"]) {
    widget.addEventListener(event, () => (stage.style.minBlockSize = ""), { once: true });
  }
}

/** Presses something without an entry in the history of this page: nobody has gone anywhere. */
function pressQuietly(button) {
  history.pushState = () => {
    throw new Error("not now");
  };
  button.click();
  delete history.pushState;
}

async function itemsOf(attributes, form) {
  const response = await fetch(attributes.src ?? SHIPPED, { credentials: "omit" });
  const { forms, items } = await response.json();
  return forms?.[form] ?? items.map(({ id }) => id);
}

/** Makes an element in a box that shows a screen after the last statement. */
async function sampled(box, attributes, { press, begins }) {
  const put = (more) => {
    const made = anew({ ...attributes, ...more });
    box.replaceChildren(made);
    return made;
  };
  const result = await showSample(put, (form) => itemsOf(attributes, form));
  if (press) {
    pressQuietly(await comes(result, press));
    await comes(result, "input[type=file]");
  }
  return begins ? put(begins) : result;
}

/** Shows an element in place of the one before, of which nothing is kept. */
function replace(widget) {
  turn++;
  current().replaceWith(widget);
  // What left the page is told only afterwards.
  setTimeout(() => forgetBut(widget.getAttribute("audit-id")));
}

async function showSampled(sample, mine) {
  const before = shown;
  const box = document.createElement("div");
  box.hidden = true;
  document.body.append(box);
  stage.setAttribute("aria-busy", "true");
  try {
    const widget = await sampled(box, before, sample);
    if (mine !== turn) return;
    // Settings that do not need another sample may have changed meanwhile.
    set(widget, { ...shown, ...sample.begins }, { ...before, ...sample.begins });
    replace(widget);
  } catch (error) {
    console.warn(`leadership-audit: ${error}`);
    if (mine !== turn) return;
    find("made-up").hidden = true;
    find("preview-problem").textContent = say("preview.failed");
  } finally {
    box.remove();
    stage.removeAttribute("aria-busy");
  }
}

/** @param {import("./snippet.js").Chosen} chosen */
export function show(chosen) {
  const name = find("screen").value;
  sheet.replaceSync(styleSheet(chosen));
  if (!current()) return;
  const { attributes, sample } = SCREENS[name];
  const isOther = name !== screen;
  if (isOther) {
    screen = name;
    place = attributes ? apart() : {};
    find("made-up").hidden = !sample;
    find("preview-problem").textContent = "";
  }
  const wanted = { ...chosen.attributes, ...place, ...attributes };
  const changed = ATTRIBUTES.filter((attribute) => shown[attribute] !== wanted[attribute]);
  if (sample && (isOther || changed.some((attribute) => SAMPLED_BY.includes(attribute)))) {
    // Another sample of the same screen is another audit.
    if (!isOther) place = apart();
    const mine = ++turn;
    shown = { ...wanted, ...place };
    making = making.then(() => mine === turn && showSampled(sample, mine));
    return;
  }
  // A change of these needs a new element.
  const isNew = isOther || (!sample && changed.some((attribute) => READ_ONCE.includes(attribute)));
  const next = isNew ? anew(wanted) : current();
  if (changed.includes("src")) holdHeight(next);
  if (isNew) replace(next);
  else set(next, wanted, shown);
  shown = wanted;
}

/** Lets an owner choose how wide the preview is, and the screen. @param {() => void} chosen is called for another screen */
export function chooseView(chosen) {
  const view = find("view");
  view.addEventListener("submit", (event) => event.preventDefault());
  view.addEventListener("change", ({ target }) => {
    if (target.name === "width") stage.classList.toggle("phone", target.value === "phone");
    else chosen();
  });
  addEventListener("pagehide", () => forgetBut());
  addEventListener("pageshow", ({ persisted }) => {
    if (!persisted) return;
    // What was on screen is forgotten.
    screen = undefined;
    chosen();
  });
}
