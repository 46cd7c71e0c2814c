// An accessibility conformance report in the OpenACR format (openacr-0.1.0, by GSA), and the same to read, made of the
// tables of docs/accessibility.md. Nothing is called supported because a program found no fault: that takes a review of the screens,
// or of what assistive technology is given.

const CATALOG = "2.5-edition-wcag-2.2-en";
/** Checks of docs/accessibility.md that are reviews; the others are programs. */
const REVIEWS = ["looking", "trees"];
/** Criteria that depend on what a screen reader makes of the page. */
const HEARD = [
  "1.1.1", "1.3.1", "1.3.2", "2.4.3", "2.4.4", "2.4.6", "2.5.3", "3.1.2", "3.2.3", "3.2.4", "3.3.1", "3.3.2", "3.3.3", "4.1.2", "4.1.3",
];

const LABELS = {
  supports: "Supports",
  "not-applicable": "Not applicable",
  "not-evaluated": "Not evaluated",
};

const CHAPTERS = {
  success_criteria_level_a: "Level A",
  success_criteria_level_aa: "Level AA",
};

const NOT_EVALUATED =
  "“Not evaluated” stands for criteria that automated tests find met and that nobody has reviewed yet; the form keeps that term for " +
  "level AAA, and has no better one.";

/** The rows of the tables of criteria. */
export function criteria(accessibility) {
  const rows = accessibility.split("\n").filter((line) => /^\| \d/.test(line));
  return rows.map((row) => {
    const [criterion, level, applies, checks, result] = row.slice(1, -1).split("|").map((cell) => cell.trim());
    const [number, ...name] = criterion.split(" ");
    return { number, name: name.join(" "), level, applies, checks: checks.split(", "), result };
  });
}

const sentence = (text) => (/[.!?]$/.test(text) ? text : `${text}.`);
const capital = (text) => text[0].toUpperCase() + text.slice(1);

/** What the report says of a criterion: its level of conformance, and the remarks. */
export function verdict({ number, applies, checks, result }) {
  const about = result === "–" ? "" : result;
  const why = applies.replace(/^(yes|no)(: )?/, "");
  if (/^no\b/.test(applies) || !/^Met\b/.test(result)) {
    return { level: "not-applicable", notes: [why, about].filter(Boolean).map(capital).map(sentence).join(" ") };
  }
  const automated = checks.filter((check) => !REVIEWS.includes(check));
  const heard = HEARD.includes(number) ? " Not checked with a screen reader." : "";
  if (automated.length === checks.length) {
    const found = about.replace(/^Met\b/, "Automated tests find it met");
    return { level: "not-evaluated", notes: `${found} Not reviewed yet.${heard}` };
  }
  const how = checks.map((check) => (check === "trees" ? "review of the accessibility tree" : check)).join(", ");
  const remark = about.replace(/^Met\. ?/, "");
  return { level: "supports", notes: `${remark} Checked by ${how}.${heard}`.trim() };
}

/** The items below a heading, each in one line, without links. */
function items(accessibility, heading) {
  const [, section] = accessibility.split(`## ${heading}\n`);
  if (!section) throw new Error(`docs/accessibility.md has no section ${heading}`);
  const list = section.split("\n## ")[0].trim().split(/\n?^- /m).slice(1);
  return list.map((item) => item.replace(/\s+/g, " ").trim());
}

function chapters(accessibility) {
  const rows = criteria(accessibility);
  const of = (level) => rows.filter((row) => row.level === level);
  return { success_criteria_level_a: of("A"), success_criteria_level_aa: of("AA") };
}

function report(accessibility, version) {
  const [, date] = /^As of (.+), version/m.exec(accessibility) ?? [];
  if (!date) throw new Error("docs/accessibility.md does not say as of when it is");
  return {
    title: "Leadership Audit Accessibility Conformance Report",
    product: {
      name: "Leadership Audit",
      version,
      description: "A self-assessment for leaders that an owner puts on a page of theirs; the demo page; the page for iframes.",
    },
    // The format requires an address. The project has none yet.
    author: { name: "The maintainers of Leadership Audit", email: "none yet; SECURITY.md and the project's issues say how to reach them" },
    report_date: new Date(`${date} UTC`).toISOString().slice(0, 10),
    notes: `The page around the audit is its owner’s. ${NOT_EVALUATED} Not checked: ${items(accessibility, "Not checked").join(" ")} Known, and left: ${items(accessibility, "Known, and left").join(" ")}`,
    evaluation_methods_used:
      "Axe-core and tests of our own in Chromium on every screen, a review of the accessibility tree of every screen, and looking at screenshots. No screen reader was used. docs/accessibility.md names each check and test.",
    license: "MIT",
    catalog: CATALOG,
    chapters: {
      ...Object.fromEntries(
        Object.entries(chapters(accessibility)).map(([id, rows]) => [
          id,
          { criteria: [...rows.map(entry), ...(id.endsWith("_a") ? [PARSING] : [])] },
        ]),
      ),
      success_criteria_level_aaa: { disabled: true, notes: "Not looked at." },
    },
  };
}

const entry = (row) => {
  const { level, notes } = verdict(row);
  return { num: row.number, components: [{ name: "web", adherence: { level, notes } }] };
};

/** In the catalogue, and no longer in WCAG 2.2. */
const PARSING = {
  num: "4.1.1",
  components: [{ name: "web", adherence: { level: "not-applicable", notes: "No longer part of WCAG 2.2." } }],
};

/** Any value as YAML. Strings are written as in JSON, which YAML 1.2 contains. */
function yaml(value, indent = "") {
  if (Array.isArray(value)) {
    return value.map((item) => `${indent}- ${yaml(item, `${indent}  `).trimStart()}`).join("");
  }
  if (typeof value !== "object") return `${indent}${JSON.stringify(value)}\n`;
  const line = ([key, item]) =>
    typeof item === "object" ? `${indent}${key}:\n${yaml(item, `${indent}  `)}` : `${indent}${key}: ${JSON.stringify(item)}\n`;
  return Object.entries(value).map(line).join("");
}

/** docs/openacr.yaml */
export function asYaml(accessibility, version) {
  return `# Generated by \`cargo xtask generate\` from docs/accessibility.md: change that file.\n${yaml(report(accessibility, version))}`;
}

/** docs/openacr.md */
export function asPage(accessibility, version) {
  const { report_date, evaluation_methods_used } = report(accessibility, version);
  const list = (heading) => items(accessibility, heading).map((item) => `- ${item}\n`).join("");
  const tables = Object.entries(chapters(accessibility)).map(([id, rows]) => {
    const lines = rows.map((row) => {
      const { level, notes } = verdict(row);
      return `| ${row.number} ${row.name} | ${LABELS[level]} | ${notes} |\n`;
    });
    return `## ${CHAPTERS[id]}\n\n| criterion | conformance | remarks |\n|---|---|---|\n${lines.join("")}\n`;
  });
  return `# Accessibility conformance report

<!-- Generated by \`cargo xtask generate\` from docs/accessibility.md: change that file. -->

Leadership Audit ${version}, against WCAG 2.2 at levels A and AA, as of ${report_date}. The same for programs is in
[openacr.yaml](openacr.yaml), in GSA’s [OpenACR](https://github.com/GSA/openacr) format with the catalogue \`${CATALOG}\`. How
each criterion was checked, with the tests, is in [accessibility.md](accessibility.md), from which both are made.

It covers the audit with all that follows a result, the demo page and the page for iframes. The page around the audit is its owner’s.

**How it was evaluated.** ${evaluation_methods_used}

**Terms.** “Supports” is said only where the screens were looked at, or what assistive technology is given was reviewed, and the
criterion was found met: never because a program found no fault. ${NOT_EVALUATED}

## Not checked

${list("Not checked")}
${tables.join("")}4.1.1 Parsing is no longer part of WCAG 2.2. Level AAA was not looked at.

## Known, and left

${list("Known, and left")}`;
}
