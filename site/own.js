// “Bring your own questionnaire”: reads what an owner drops, lists what to mend, and hands a good questionnaire to the
// preview and the snippet. The file never leaves the page; the program that judges it is fetched when it is first needed.
import { editTexts } from "./texts.js";
import { say } from "./words.js";

const PROGRAM = "leadership-audit-builder";
/** What a browser calls a file of each kind that is saved here. */
const TYPES = {
  json: "application/json",
  csv: "text/csv",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
};
/** The most faults and notes that are on screen. */
const MOST_LISTED = 60;

const find = (id) => document.getElementById(id);

let loading;

/** Has the program speak the language of this page. */
async function translate(judge) {
  const { lang } = document.documentElement;
  if (lang === "en") return;
  const response = await fetch(new URL(`judge.${lang}.json`, import.meta.url), { credentials: "omit" });
  if (!response.ok) throw new Error(`${response.url} answered ${response.status}`);
  const { locale, authoring, imports } = await response.json();
  judge.speak(locale, JSON.stringify(authoring), JSON.stringify(imports));
}

/** The program, as `crates/builder` exports it; again after a failure. */
function program() {
  const load = async () => {
    const judge = await import(new URL(`../${PROGRAM}.js`, import.meta.url));
    await judge.default({ module_or_path: new URL(`../${PROGRAM}_bg.wasm`, import.meta.url) });
    await translate(judge);
    return judge;
  };
  loading ??= load().catch((error) => {
    loading = undefined;
    throw error;
  });
  return loading;
}

const addressOf = (ending, content) => URL.createObjectURL(new Blob([content], { type: TYPES[ending] }));

/** Forgets an address once whoever has just asked for it must have got an answer. */
const forget = (address) => setTimeout(() => URL.revokeObjectURL(address), 60_000);

function save(name, ending, content) {
  const link = document.createElement("a");
  link.href = addressOf(ending, content);
  link.download = `${name}.${ending}`;
  link.click();
  forget(link.href);
}

function item({ place, text }) {
  const made = document.createElement("li");
  if (place) {
    const where = document.createElement("b");
    where.textContent = say("own.place", { place });
    made.append(where, " ");
  }
  made.append(text);
  return made;
}

function list(target, entries, more = "") {
  const shown = entries.slice(0, MOST_LISTED).map(item);
  const left = entries.length - shown.length;
  if (left > 0) shown.push(item({ text: say("own.more", { count: left }) }));
  if (more) shown.push(item({ text: more }));
  target.replaceChildren(...shown);
}

/** What a good questionnaire holds. */
function summary({ title, items, scales, translations = [], forms }) {
  return say("own.ready", {
    title,
    items: items.length,
    short: forms.short?.length ?? say("own.none"),
    scales: scales.length,
    languages: translations.length + 1,
  });
}

/**
 * @param {(own?: { id: string, address: string, text: string }) => void} changed is called with the questionnaire to
 *   show, or without one for the shipped questionnaire
 */
export function bringQuestionnaire(changed) {
  let questionnaire;
  let address;

  function put(text) {
    questionnaire = text;
    if (address) forget(address);
    address = text && addressOf("json", text);
    changed(text && { id: JSON.parse(text).id, address, text });
  }

  /** Says what came of a file. Its texts can be written once it has no faults. */
  function tell(name, { questionnaire: text, faults, more, notes }) {
    const isGood = faults.length === 0 && text;
    find("own-verdict").textContent = isGood
      ? summary(JSON.parse(text))
      : say("own.mend", { name });
    list(find("own-faults"), faults, more);
    list(find("own-notes"), notes);
    find("own-noted").hidden = notes.length === 0;
    find("own-ready").hidden = !isGood;
    find("own-back").hidden = !isGood;
    put(isGood ? text : undefined);
    return isGood;
  }

  async function read(name, bytes) {
    find("own-verdict").textContent = say("own.reading");
    try {
      const judge = await program();
      const reading = JSON.parse(judge.read(name, new Uint8Array(bytes)));
      if (tell(name, reading)) editTexts(find("own-texts"), JSON.parse(questionnaire), rewritten);
    } catch (error) {
      console.warn(`leadership-audit: ${error}`);
      find("own-verdict").textContent = say("own.not-loaded");
    }
  }

  /** Judges the questionnaire again after one of its texts was written. While it is good nothing on the page moves. */
  async function rewritten(changedTo) {
    const judge = await program();
    const bytes = new TextEncoder().encode(JSON.stringify(changedTo));
    const { questionnaire: text, faults, more } = JSON.parse(judge.read("questionnaire.json", bytes));
    list(find("own-faults"), faults, more);
    if (faults.length === 0) put(text);
  }

  const take = async ([file]) => file && read(file.name, await file.arrayBuffer());
  const choose = find("own-file");
  choose.addEventListener("change", async () => {
    await take(choose.files);
    // So that the same file can be chosen again once it is mended.
    choose.value = "";
  });
  const drop = find("own-drop");
  for (const kind of ["dragover", "drop", "dragleave"]) {
    drop.addEventListener(kind, (event) => {
      event.preventDefault();
      drop.classList.toggle("over", kind === "dragover");
      if (kind === "drop") take(event.dataTransfer.files);
    });
  }
  find("own-back").addEventListener("click", () => {
    find("own-verdict").textContent = "";
    for (const id of ["own-ready", "own-back", "own-noted"]) find(id).hidden = true;
    find("own-faults").replaceChildren();
    put(undefined);
    choose.focus();
  });

  const onPress = (id, act) =>
    find(id).addEventListener("click", async () => {
      try {
        act(await program());
      } catch (error) {
        console.warn(`leadership-audit: ${error}`);
        find("own-verdict").textContent = say("own.not-written");
      }
    });
  const id = () => JSON.parse(questionnaire).id;
  onPress("own-template-xlsx", (judge) => save("questionnaire", "xlsx", judge.template_xlsx()));
  onPress("own-template-csv", (judge) => save("questionnaire", "csv", judge.template_csv()));
  onPress("own-save", () => save(id(), "json", questionnaire));
  onPress("own-save-xlsx", (judge) => save(id(), "xlsx", judge.to_xlsx(questionnaire)));
  onPress("own-save-csv", (judge) => save(id(), "csv", judge.to_csv(questionnaire)));
}
