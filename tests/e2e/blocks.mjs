// The code blocks of the documents.
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { PROJECT } from "./widget.mjs";

/**
 * @typedef {object} Block
 * @property {string} place its file and line
 * @property {string} file
 * @property {string} language
 * @property {string} text without the indentation of a list
 * @property {string} [notRun] why nothing can run it here, as the comment above it says
 */

/** The documents that are published. */
export function documents() {
  const docs = readdirSync(join(PROJECT, "docs"), { recursive: true }).filter((name) => name.endsWith(".md"));
  return ["README.md", "CONTRIBUTING.md", "packaging/npm/README.md", ...docs.map((name) => `docs/${name}`).sort()];
}

/** @returns {Block[]} the blocks of a document */
export function blocksOf(file, text = readFileSync(join(PROJECT, file), "utf8")) {
  const lines = text.split("\n");
  const blocks = [];
  for (let at = 0; at < lines.length; at++) {
    const fence = /^( *)```(\w*)$/.exec(lines[at]);
    if (!fence) continue;
    const [, indent, language] = fence;
    const end = lines.indexOf(`${indent}\`\`\``, at + 1);
    if (end < 0) throw new Error(`${file}:${at + 1}: a block without an end`);
    const inside = lines.slice(at + 1, end).map((line) => line.slice(indent.length));
    const [, notRun] = /^\s*<!-- Not run here: (.+) -->$/.exec(lines[at - 1] ?? "") ?? [];
    blocks.push({ place: `${file}:${at + 1}`, file, language, text: inside.join("\n"), notRun });
    at = end;
  }
  return blocks;
}

/** Every block, of one language if it is named. */
export const blocks = (language) =>
  documents()
    .flatMap((file) => blocksOf(file))
    .filter((block) => language === undefined || block.language === language);
