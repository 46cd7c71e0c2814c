// Leadership Audit with the instrument that it ships with. Its first item is drawn before the
// program is there, so it counts as answerable only if a press then is stored later: `early`.
import { readFileSync } from "node:fs";

const shipped = new URL("../../content/leadership-relationships.json", import.meta.url);

const widget = {
  item: () => $("fieldset.item h2", $s("leadership-audit"))?.textContent,
  radio: (v) => $(`input[name="response"][value="${v}"]`, $s("leadership-audit")),
  chosen: (v) => $(`input[name="response"][value="${v}"]`, $s("leadership-audit")).checked,
  next: () => $b("Next", $s("leadership-audit")),
  results: () => $(".scores", $s("leadership-audit")),
  // From the file that the visitor saves.
  means: async () => {
    const root = $s("leadership-audit");
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
    const ready = new Promise((resolve) =>
      made.addEventListener("leadership-audit-ready", resolve),
    );
    document.body.append(made);
    return ready.then(() => made);
  },
};

export default {
  name: "audit",
  ours: true,
  alive: "leadership-audit-ready",
  early: true,
  instrument: () => JSON.parse(readFileSync(shipped, "utf8")),
  page: widget,
};
