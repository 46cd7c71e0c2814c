// The files of the zip for any site, by their names in it: one folder with the version in its name, which
// overwrites nothing of the site. In it are the audit, the page with the builder, and the documentation.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { compressed } from "./compress.mjs";

/** @returns {Record<string, Buffer>} */
export function siteFiles({ root, version, files, demo, docs, sri }) {
  const own = (name) => readFileSync(join(root, name));
  const served = { ...files, ...demo };
  // Notes on the examples for whoever has the project's source.
  delete served["questionnaires/README.md"];
  // No hidden files: they are for hosts of documentation alone.
  const shown = Object.entries(docs).filter(([name]) => !/(^|\/)\./.test(name));
  const inDocs = shown.map(([name, bytes]) => [`docs/${name}`, bytes]);
  const all = {
    ...served,
    ...compressed(served),
    ...Object.fromEntries(inDocs),
    "sri.json": sri,
    "README.txt": Buffer.from(own("packaging/site/README.txt").toString().replaceAll("@VERSION@", version)),
  };
  return Object.fromEntries(
    Object.entries(all).map(([name, bytes]) => [`leadership-audit-${version}/${name}`, bytes]),
  );
}
