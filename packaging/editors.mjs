// What editors complete and explain: data for VS Code and for JetBrains, made of the custom elements manifest.
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { generateJetBrainsWebTypes } from "custom-element-jet-brains-integration";
import { generateVsCodeCustomElementData } from "custom-element-vs-code-integration";

export const HTML_DATA = "vscode.html-custom-data.json";
export const CSS_DATA = "vscode.css-custom-data.json";
export const WEB_TYPES = "web-types.json";

/** @returns {Record<string, Buffer>} the files by name */
export function editorFiles({ root, version }) {
  const manifest = () => JSON.parse(readFileSync(join(root, "custom-elements.json"), "utf8"));
  const outdir = mkdtempSync(join(tmpdir(), "leadership-audit-editors-"));
  try {
    generateVsCodeCustomElementData(manifest(), { outdir, htmlFileName: HTML_DATA, cssFileName: CSS_DATA });
    const packageJson = false;
    generateJetBrainsWebTypes({ name: "leadership-audit", version, ...manifest() }, { outdir, webTypesFileName: WEB_TYPES, packageJson });
    const names = [HTML_DATA, CSS_DATA, WEB_TYPES];
    return Object.fromEntries(names.map((name) => [name, readFileSync(join(outdir, name))]));
  } finally {
    rmSync(outdir, { recursive: true, force: true });
  }
}
