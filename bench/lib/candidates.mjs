// What is measured, and how the harness uses each. The functions of `page` run inside the page; README.md says what
// each has to do, and inpage.js what `$`, `$s`, `$b`, `saved` and `until` are.
import { readFileSync } from "node:fs";
import { SHIPPED, expectedMeans, instrument } from "./items.mjs";

const INPAGE = readFileSync(new URL("inpage.js", import.meta.url), "utf8");

const inShadow = {
  item: () => $("legend", $s("likert-widget"))?.textContent,
  radio: (v) => $(`input[value="${v}"]`, $s("likert-widget")),
  chosen: (v) => $(`input[value="${v}"]`, $s("likert-widget")).checked,
  next: () => $("button:last-child", $("nav", $s("likert-widget"))),
  results: () => $("h2", $s("likert-widget")),
  means: () => [...$s("likert-widget").querySelectorAll("li b")].map((x) => +x.textContent),
};

const inPage = {
  item: () => $("legend")?.textContent,
  radio: (v) => $(`input[value="${v}"]`),
  chosen: (v) => $(`input[value="${v}"]`).checked,
  next: () => $("nav button:last-child"),
  results: () => $("h2"),
  means: () => [...document.querySelectorAll("li b")].map((x) => +x.textContent),
};

const ours = {
  item: () => $("fieldset.item h2", $s("leadership-audit"))?.textContent,
  radio: (v) => $(`input[name="response"][value="${v}"]`, $s("leadership-audit")),
  chosen: (v) => $(`input[name="response"][value="${v}"]`, $s("leadership-audit")).checked,
  next: () => $b("Next", $s("leadership-audit")),
  results: () => $(".plot", $s("leadership-audit")),
  // From the file that the visitor saves.
  means: async () => {
    const root = $s("leadership-audit");
    if (!$b("Save as a JSON file", root)) {
      [...root.querySelectorAll("button.way")].find((x) => x.textContent.startsWith("Save, print or delete")).click();
      await until(() => $b("Save as a JSON file", root));
    }
    saved.file = null;
    $b("Save as a JSON file", root).click();
    await until(() => saved.file);
    const { scores } = JSON.parse(await saved.file.text());
    return Object.values(scores.directions).map(({ score }) => 1 + score / 25);
  },
  kept: (v) =>
    Object.keys(localStorage).some(
      (key) => key.includes(":answer:") && JSON.parse(localStorage.getItem(key)).value === v,
    ),
  // Then a press chooses and Next moves on, as with the peers.
  stay: async () => {
    const box = $("input[type=checkbox]", $s("leadership-audit"));
    box.click();
    await until(() => !box.checked);
  },
  again: async () => {
    const root = $s("leadership-audit");
    $b("Back to the start", root).click();
    await until(() => $b("Take it again", root));
    $b("Take it again", root).click();
    await until(() => $("fieldset.item", root));
  },
  mount: () => {
    const made = document.createElement("leadership-audit");
    for (const { name, value } of $("leadership-audit").attributes) made.setAttribute(name, value);
    const ready = new Promise((resolve) => made.addEventListener("leadership-audit-ready", resolve));
    document.body.append(made);
    return ready.then(() => made);
  },
};

const CANDIDATES = {
  vanilla: { page: inShadow, completes: 3600 },
  preact: { page: inShadow, completes: 3600 },
  react: { page: inPage, completes: 3600 },
  // Its first item is drawn before the program is there, so it counts as answerable only if a press then is stored
  // later: `early`.
  audit: {
    page: ours,
    alive: "leadership-audit-ready",
    early: true,
    instrument: SHIPPED,
  },
  // With the questionnaire of this bench, whose file says what its first item shows.
  "audit-src": { page: ours, alive: "leadership-audit-ready", early: true, completes: 3600 },
  // A page without a questionnaire: only its memory is measured.
  bare: { page: { item: () => $("p")?.textContent, radio: () => $("p") } },
};

export const NAMES = Object.keys(CANDIDATES);

export const fileOf = (size) => (size === 36 ? "index.html" : `index-${size}.html`);

/** A candidate with its script for the page, and the means that it must show. */
export function candidate(name) {
  if (!(name in CANDIDATES)) throw new Error(`there is no candidate ${name}`);
  const made = { name, ...CANDIDATES[name] };
  const functions = Object.entries(made.page).map(([name, f]) => `${name}: ${f}`);
  const driver = `driver = { ${[...functions, `alive: ${JSON.stringify(made.alive)}`].join(",\n")} }`;
  return {
    ...made,
    script: INPAGE.replace("driver = DRIVER", () => driver),
    means: (size) => expectedMeans(made.instrument ?? instrument(size)),
  };
}

/** Whether a run ended as it must: the expected means on the results page, the answers stored. */
export function faultOf({ name, means }, size, { results, means: shown, stored }) {
  const expected = means(size);
  // Peers show two decimals, our file has one of a score, which is 25 times as fine.
  const right = expected.every((mean, k) => Math.abs(mean - shown[k]) < 0.0051);
  if (results && right && shown.length === expected.length && stored >= size) return undefined;
  return `${name}: results ${results}, means ${shown} instead of ${expected}, ${stored} bytes stored`;
}
