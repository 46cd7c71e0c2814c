// The texts that a questionnaire may have beside its statements, as a form: per scale, per square, for the pulse and
// for observers. Every one may stay empty: the program then says a neutral sentence, or nothing.

import { say } from "./words.js";

const BANDS = ["low", "middle", "high"];
const LONGEST = { text: 1000, statement: 500 };
const PULSE = 5;

let fields = 0;

/** A labelled field for the text at these keys of the questionnaire. */
function field(label, questionnaire, keys, longest, written) {
  const id = `own-text-${++fields}`;
  const box = document.createElement("div");
  box.className = "field";
  const name = document.createElement("label");
  name.htmlFor = id;
  name.textContent = label;
  const area = document.createElement("textarea");
  Object.assign(area, { id, rows: 2, maxLength: longest, className: "prose", value: at(questionnaire, keys) ?? "" });
  area.addEventListener("change", () => {
    put(questionnaire, keys, area.value.trim());
    written();
  });
  box.append(name, area);
  return box;
}

const at = (value, keys) => keys.reduce((inner, key) => inner?.[key], value);

/** Writes a text at these keys; an empty one is left out, with what is empty around it. */
function put(value, [key, ...rest], text) {
  if (rest.length === 0) {
    if (text) value[key] = text;
    else delete value[key];
    return;
  }
  value[key] ??= typeof rest[0] === "number" ? [] : {};
  put(value[key], rest, text);
  if (Object.keys(value[key]).length === 0) delete value[key];
}

/** A disclosure whose fields are made when it is opened first: there may be thousands. */
function section(title, make) {
  const details = document.createElement("details");
  const summary = document.createElement("summary");
  summary.textContent = title;
  details.append(summary);
  details.addEventListener("toggle", () => details.open && details.append(...make()), { once: true });
  return details;
}

/**
 * Fills `target` with the fields. @param questionnaire as in docs/instrument.md; it is changed
 * @param {(questionnaire: object) => void} changed is called after each change
 */
export function editTexts(target, questionnaire, changed) {
  const { scales, facets = [], items } = questionnaire;
  // A pulse has five statements or none: until all are written it stays out of the file.
  const pulse = Array.from({ length: PULSE }, (_, index) => questionnaire.pulse?.[index] ?? "");
  const written = () => {
    const { pulse: _, ...others } = questionnaire;
    changed(pulse.every(Boolean) ? { ...others, pulse } : others);
  };
  const one = (label, keys, longest = LONGEST.text) => field(label, questionnaire, keys, longest, written);

  const ofScales = scales.map(({ label }, index) =>
    section(label, () => [
      one(say("texts.who"), ["scales", index, "who"]),
      one(say("texts.why"), ["scales", index, "why"]),
      ...BANDS.map((band) => one(say(`texts.${band}`), ["scales", index, "about", band])),
    ]),
  );
  const has = new Set(items.map(({ scale, facet }) => `${scale} ${facet}`));
  const squares = scales.flatMap((scale) =>
    facets.filter((facet) => has.has(`${scale.id} ${facet.id}`)).map((facet) => ({ scale, facet })),
  );
  const ofSquares = squares.map(({ scale, facet }) =>
    section(say("texts.square", { scale: scale.label, facet: facet.label }), () => [
      one(say("texts.square-about"), ["squares", scale.id, facet.id, "about"]),
      one(say("texts.square-try"), ["squares", scale.id, facet.id, "try"]),
    ]),
  );
  const ofFacets = facets.map(({ label }, index) => one(label, ["facets", index, "about"]));
  const ofPulse = () => [
    hint(say("texts.pulse-hint")),
    ...pulse.map((_, index) => field(say("texts.pulse-statement", { number: index + 1 }), pulse, [index], LONGEST.statement, written)),
  ];
  const ofObservers = () => [
    hint(say("texts.observers-hint")),
    ...items.map(({ stem }, index) => one(stem, ["items", index, "observer"], LONGEST.statement)),
  ];
  target.replaceChildren(
    ...ofScales,
    ...(facets.length ? [section(say("texts.facets"), () => ofFacets)] : []),
    ...ofSquares,
    section(say("texts.pulse"), ofPulse),
    section(say("texts.observers"), ofObservers),
  );
}

function hint(text) {
  const made = document.createElement("p");
  made.className = "hint";
  made.textContent = text;
  return made;
}
