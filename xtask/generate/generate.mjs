// Writes everything that follows from content/element.json, what docs/measurement.md says of the
// questionnaire, and the accessibility report that docs/accessibility.md gives. With --check it writes nothing, and fails if anything is not as it would be written.
//
//   node xtask/generate/generate.mjs [--check]
import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import * as documents from "./documents.mjs";
import { pageLanguages } from "../../packaging/texts.mjs";
import { readFacts } from "./facts.mjs";
import { questionnaire } from "./measurement.mjs";
import * as openacr from "./openacr.mjs";
import * as packages from "./packages.mjs";
import { pages } from "./pages.mjs";
import * as rust from "./rust.mjs";
import * as scripts from "./scripts.mjs";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const facts = readFacts(ROOT);
const accessibility = readFileSync(`${ROOT}docs/accessibility.md`, "utf8");
const [, version] = /^version = "(.+)"$/m.exec(readFileSync(`${ROOT}Cargo.toml`, "utf8"));
/** How far each language has come, as Markdown. */
const states = () =>
  execFileSync("cargo", ["run", "--quiet", "--package", "catalogue", "--", "--table"], { cwd: ROOT, encoding: "utf8" });
const controls = (group) => documents.controls(facts, group);

/** Files that are generated whole: their text. */
const FILES = {
  "crates/measure/src/limits.rs": rust.limits(facts),
  "crates/app/src/attributes/definition.rs": rust.attributes(facts),
  "src/shell/element_event/events.rs": rust.events(facts),
  "loader/attributes.js": scripts.loader(facts),
  "custom-elements.json": packages.manifest(facts),
  "docs/openacr.md": openacr.asPage(accessibility, version),
  "docs/openacr.yaml": openacr.asYaml(accessibility, version),
};

/** Files of which regions are generated: the text of each region by its name. */
const REGIONS = {
  "README.md": {
    attributes: documents.attributes(facts),
    events: documents.events(facts),
    properties: documents.properties(facts),
    parts: documents.parts(facts),
  },
  "docs/embedding.md": { options: documents.options(facts) },
  "docs/translating.md": { states: states() },
  "docs/measurement.md": { questionnaire: questionnaire(ROOT) },
  "index.html": Object.fromEntries([
    ["languages", documents.pageLinks(facts.languages, pageLanguages(ROOT))],
    ...["theme", "colours", "dark", "fonts", "radius", "offers", "more"].map((group) => [group, controls(group)]),
  ]),
  "packaging/npm/leadership-audit.d.ts": {
    properties: packages.typedProperties(facts),
    attributes: packages.typedAttributes(facts),
    events: packages.typedEvents(facts),
  },
  "packaging/wordpress/plugin/includes/options.php": { options: packages.plugin(facts) },
  "packaging/wordpress/plugin/block.js": { options: packages.blockOptions(facts) },
  "site/settings.js": { lists: scripts.settings(facts) },
  "style/tokens.css": {
    tokens: scripts.tokens(facts, false),
    "dark tokens": scripts.tokens(facts, true),
  },
};

/** JSON files of which members are generated: the value of each by its name. */
const MEMBERS = {
  "packaging/wordpress/plugin/block.json": { attributes: packages.blockAttributes(facts) },
};

/** `text` with each region, from its line "Begin generated NAME" to "End generated", written anew. */
function withRegions(name, text, regions) {
  const missing = new Set(Object.keys(regions));
  const region = /^([\t ]*)(\S+ Begin generated ([a-z ]+):.*\n)[^]*?^([\t ]*\S+ End generated)/gm;
  const written = text.replace(region, (whole, indent, begin, found, end) => {
    if (!(found in regions)) throw new Error(`${name}: nothing generates the region ${found}`);
    missing.delete(found);
    return `${indent}${begin}${regions[found].replace(/^(?=.)/gm, indent)}${end}`;
  });
  if (missing.size > 0) throw new Error(`${name}: no region ${[...missing].join(", ")}`);
  return written;
}

const stale = [];

function put(name, makeText) {
  let before = "";
  try {
    before = readFileSync(ROOT + name, "utf8");
  } catch {
    // It is written for the first time.
  }
  const text = makeText(before);
  if (text === before) return;
  stale.push(name);
  if (!process.argv.includes("--check")) writeFileSync(ROOT + name, text);
}

for (const [name, text] of Object.entries(FILES)) put(name, () => text);
for (const [name, regions] of Object.entries(REGIONS)) {
  put(name, (text) => withRegions(name, text, regions));
}
for (const [name, members] of Object.entries(MEMBERS)) {
  put(name, (text) => `${JSON.stringify({ ...JSON.parse(text), ...members }, null, 2)}\n`);
}
// Of the pages, as they are now.
put("content/en/pages.po", () => pages(ROOT));

if (process.argv.includes("--check")) {
  if (stale.length > 0) {
    console.error(`Not as it would be written: ${stale.join(", ")}`);
    process.exitCode = 1;
  }
} else {
  console.log(stale.length > 0 ? `Wrote ${stale.join(", ")}` : "Nothing has changed");
}
