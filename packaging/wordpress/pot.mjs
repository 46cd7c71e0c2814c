// Writes the plugin's template for translators, by GNU xgettext: what PHP and the block's script say, what block.json has, and the
// plugin's header. With --check it writes nothing, and fails if the template lacks a text or has one too many.
//
//   node packaging/wordpress/pot.mjs [--check]
import { execFileSync } from "node:child_process";
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const PLUGIN = fileURLToPath(new URL("plugin/", import.meta.url));
const POT = join(PLUGIN, "languages/leadership-audit.pot");

const php = readdirSync(PLUGIN, { recursive: true }).filter((name) => name.endsWith(".php")).sort();

/** Runs xgettext in the plugin’s folder. @returns the template */
function xgettext(language, files, input) {
  const keywords = ["__:1", "_x:1,2c", "esc_html__:1"].map((keyword) => `--keyword=${keyword}`);
  const options = [`--language=${language}`, "--from-code=UTF-8", "--add-location=file", "--add-comments=translators:"];
  const command = ["--keyword", ...keywords, ...options, "--output=-", ...files];
  return execFileSync("xgettext", command, { cwd: PLUGIN, encoding: "utf8", input });
}

/** What WordPress translates without a call to be found: as calls. */
function described() {
  const { title, description, keywords } = JSON.parse(readFileSync(join(PLUGIN, "block.json"), "utf8"));
  const header = readFileSync(join(PLUGIN, "leadership-audit.php"), "utf8");
  const field = (name) => new RegExp(`^ \\* ${name}: +(.+)$`, "m").exec(header)[1];
  const said = (text, context) => (context ? `_x(${JSON.stringify(text)}, ${JSON.stringify(context)});` : `__(${JSON.stringify(text)});`);
  return [
    ...["Plugin Name", "Description", "Author"].map((name) => said(field(name))),
    said(title, "block title"),
    said(description, "block description"),
    ...keywords.map((keyword) => said(keyword, "block keyword")),
  ].join("\n");
}

const HEAD = `# Texts of the WordPress plugin Leadership Audit. Under the licence of the plugin.
msgid ""
msgstr ""
"Project-Id-Version: Leadership Audit\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=UTF-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"X-Domain: leadership-audit\\n"
`;

function template() {
  const parts = [xgettext("PHP", php), xgettext("JavaScript", ["block.js"]), xgettext("JavaScript", ["-"], described())];
  const entries = new Map();
  for (const entry of parts.flatMap((part) => part.trim().split("\n\n").slice(1))) {
    const key = entry.replace(/^#.*\n/gm, "");
    const comments = entry.split("\n").filter((line) => /^#(?!: standard input)/.test(line));
    entries.set(key, [...new Set([...(entries.get(key) ?? []), ...comments])]);
  }
  const lines = [...entries].map(([key, comments]) => [...comments, key].join("\n"));
  return `${HEAD}\n${lines.join("\n\n")}\n`;
}

/** The texts with their contexts, whatever the version of xgettext puts around them. */
const texts = (pot) => pot.match(/^(msgctxt .*\n)?msgid [^]+?(?=^msgstr)/gm).sort().join("");

const made = template();
if (!process.argv.includes("--check")) {
  writeFileSync(POT, made);
} else if (texts(made) !== texts(readFileSync(POT, "utf8"))) {
  console.error("languages/leadership-audit.pot is not current: run `node packaging/wordpress/pot.mjs`");
  process.exitCode = 1;
}
