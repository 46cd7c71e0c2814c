// What a visitor does in several actions: the steps of the walks through the screens.
import { readFileSync } from "node:fs";
import { answer, pressButton } from "./widget.mjs";

export const DAY = 86_400_000;
export const MONDAY = Date.parse("2026-11-23T08:30:00Z");

/** Answers to the 18 statements of the short form, and to the 36 of the full one, with one "does not apply" each. */
export const SHORT = "445504521231553115";
export const FULL = "252433254352124324215324454535445540";

export const audit = (page) => page.locator("leadership-audit");
export const heading = (page, name) => audit(page).getByRole("heading", { name }).first().waitFor();
export const says = (page, text) => audit(page).getByText(text).first().waitFor();
export const pick = (page, name) => audit(page).getByRole("radio", { name, exact: true }).check();
export const onItem = (page) => audit(page).locator("fieldset.item").waitFor();
/** Where nothing applies there is no plot. */
export const onResults = (page) => audit(page).locator(".hero, .plot").first().waitFor();

export async function start(page, button = "Start") {
  await pressButton(page, button);
  await onItem(page);
}

/** Starts the form that is offered, and answers its first items. */
export async function startAndAnswer(page, digits) {
  await start(page);
  await answer(page, digits);
}

/** Takes the full form to its results. */
export async function finish(page, digits = FULL) {
  await startAndAnswer(page, digits);
  await onResults(page);
}

/** Takes the short form to its results. */
export async function finishShort(page, digits = SHORT) {
  await audit(page).getByLabel("3 minutes").check();
  await finish(page, digits);
}

/** Goes from the results to where a result is exported and deleted. */
export async function toKeep(page) {
  await onResults(page);
  await pressButton(page, "Save, print or delete");
  await heading(page, "Open a saved result");
}

/** Presses a button that saves a file; returns the file's name, bytes and text. */
export async function save(page, button, press = pressButton) {
  const [download] = await Promise.all([page.waitForEvent("download"), press(page, button)]);
  const bytes = readFileSync(await download.path());
  return { name: download.suggestedFilename(), bytes, text: bytes.toString("utf8") };
}

/** Deletes everything that is stored, from where a result is kept. */
export async function deleteEverything(page) {
  await pressButton(page, "Delete everything");
  await pressButton(page, "Yes, delete");
}

/** Waits for what the last step has set off: requests, timers without a delay, a drawing. */
export async function settled(page) {
  await page.waitForLoadState("networkidle");
  await page.evaluate(
    () =>
      new Promise((resolve) => {
        setTimeout(() => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(resolve))));
      }),
  );
}

export const openDetails = (page) =>
  page.evaluate(() => {
    const root = document.querySelector("leadership-audit").shadowRoot;
    for (const details of [...document.querySelectorAll("details"), ...root.querySelectorAll("details")])
      details.open = true;
  });

export async function describe(page, { name, kind, tie, talk }) {
  await audit(page).getByLabel("Initials or a role word", { exact: true }).fill(name);
  for (const choice of [kind, tie, talk]) await pick(page, choice);
  await pressButton(page, "Save");
}

export const PEER = { name: "K.", kind: "Peer", tie: "Tense", talk: "Longer ago" };
export const REPORT = { name: "D.", kind: "Direct report", tie: "Strong", talk: "This week" };

/** This many people all around the visitor, as they are stored: the later ones with long names. */
export function crowd(count) {
  const [places, kinds] = [["up", "across", "down", "outside"], ["boss", "peer", "direct_report", "client"]];
  const ties = ["strong", "uneven", "tense", "neglected"];
  const talks = ["this_week", "this_month", "this_quarter", "long_ago", "cannot_remember"];
  const names = ["K.", "D.", "Head of sales", "M.", "Finance lead", "S.", "Chair of the board of trustees, abroad", "P."];
  const people = Array.from({ length: count }, (_, at) => {
    const clock = at + 1;
    const person = {
      name: names[at] ?? (at === 8 ? "Donaudampfschifffahrtsgesellschaftskapit" : `Partner in programme ${at}, region ${at}`),
      place: places[at % 4],
      kind: kinds[at % 4],
      tie: ties[(at + (at >> 2)) % 4],
      last_talk: talks[at % 5],
      important: at % 4 === 1,
    };
    return [`practice:relationship-${clock}-7`, { version: 1, clock, writer: 7, ...person }];
  });
  return people.map(([name, record]) => [`leadership-audit:default:${name}`, JSON.stringify(record)]);
}

/** Runs in the page before its scripts: stores such records. */
export const placed = (records) => {
  for (const [key, text] of records) localStorage.setItem(key, text);
};

/** Chooses a file to open; `content` is its text or bytes, or an object to write as JSON. */
export async function choose(page, name, content) {
  await chooseAll(page, [[name, content]]);
  await says(page, name);
}

/** Chooses files to open at once, each a name and its content. */
export async function chooseAll(page, files) {
  const written = files.map(([name, content]) => {
    const isObject = typeof content === "object" && !Buffer.isBuffer(content);
    const buffer = Buffer.from(isObject ? JSON.stringify(content) : content);
    return { name, mimeType: "application/json", buffer };
  });
  await audit(page).locator("input[type=file]").setInputFiles(written);
}

/** Runs in the page before its scripts: records the events of all widgets, see `heard`. */
export const hear = () => {
  window.heard = [];
  for (const what of ["ready", "started", "progressed", "completed", "exported", "shared", "erased", "failed"]) {
    addEventListener(`leadership-audit-${what}`, ({ detail }) => window.heard.push([what, detail]));
  }
};

/** The details of the events with this name, or with any name, that the page has received. */
export async function heard(page, name) {
  const events = await page.evaluate(() => window.heard);
  return events.filter(([what]) => [undefined, what].includes(name)).map(([, detail]) => detail);
}

/** Waits until a widget of the page is ready. */
export const isReady = (page) => page.waitForFunction(() => window.heard.some(([what]) => what === "ready"));

/** Runs in the page before its scripts: there is no localStorage. */
export const withoutStorage = () => Object.defineProperty(window, "localStorage", { get: () => null });

/** Runs in the page before its scripts: catches what is printed, since nobody can answer a print dialog. */
export const catchPaper = () => {
  window.print = () => {
    window.dispatchEvent(new Event("beforeprint"));
    const sheets = [...document.adoptedStyleSheets].flatMap((sheet) => [...sheet.cssRules]);
    const style = sheets.map(({ cssText }) => cssText).join("\n");
    window.parent.paper = { title: document.title, markup: document.documentElement.outerHTML, style };
  };
};

/** Presses a button that prints; returns a page that has what was printed, and its title. */
export async function printed(page, button, press = pressButton) {
  await press(page, button);
  await page.waitForFunction(() => window.paper !== undefined);
  const { title, markup, style } = await page.evaluate(() => window.paper);
  const paper = await page.context().newPage();
  await paper.setContent(markup);
  await paper.addStyleTag({ content: style });
  return { title, paper, text: await paper.locator("body").innerText() };
}

/** On how many sheets of this size a page is printed. */
export async function sheets(paper, format) {
  const pdf = await paper.pdf({ format, printBackground: true });
  return pdf.toString("latin1").match(/\/Type\s*\/Page\b/g)?.length;
}

/** What one walk keeps for its later steps. */
export const kept = new WeakMap();
