// The files of the WordPress plugin, by their names in its zip.
import { createHash } from "node:crypto";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { readTranslations } from "./texts.mjs";
import { readmeIn } from "./wordpress/readme.mjs";
import { localeOf, translationFiles } from "./wordpress/translations.mjs";

const PLUGIN = "packaging/wordpress/plugin";

/** What the element fetches, and its loader. A page of WordPress needs no page for iframes. */
const SERVED = /^leadership-audit(-.+)?\.(js|wasm|txt)$/;

/** @returns {Record<string, Buffer>} */
export function wordpressFiles({ root, version, files }) {
  const own = (name) => readFileSync(join(root, name));
  const served = Object.entries(files).filter(([name]) => SERVED.test(name));
  const counted = [...served, ["start.js", own(`${PLUGIN}/start.js`)]];
  const build = hashOf(Buffer.from(counted.map(([name, bytes]) => name + hashOf(bytes)).join())).slice(0, 8);
  const versioned = (name) =>
    Buffer.from(own(name).toString().replaceAll("@VERSION@", version).replaceAll("@BUILD@", build));
  const all = { "LICENSE-MIT": own("LICENSE-MIT"), "LICENSE-APACHE": own("LICENSE-APACHE") };
  const entries = readdirSync(join(root, PLUGIN), { recursive: true, withFileTypes: true });
  for (const entry of entries.filter((entry) => entry.isFile())) {
    const path = join(entry.parentPath ?? entry.path, entry.name).slice(join(root, PLUGIN).length + 1);
    all[path] = versioned(join(PLUGIN, path));
  }
  for (const [tag, translate] of Object.entries(readTranslations(root))) {
    const made = translationFiles(root, tag, translate);
    for (const [name, bytes] of Object.entries(made)) all[`languages/${name}`] = bytes;
    // The directory keeps translations of its page itself: this is what to give it.
    const readme = readmeIn(root, translate).replaceAll("@VERSION@", version);
    all[`languages/readme-${localeOf(tag)}.txt`] = Buffer.from(readme);
  }
  served.push(["start.js", all["start.js"]]);
  delete all["start.js"];
  for (const [name, bytes] of served) all[`assets/${name}`] = bytes;
  all["includes/assets.php"] = assets(served);
  return Object.fromEntries(
    Object.entries(all).map(([name, bytes]) => [`leadership-audit/${name}`, bytes]),
  );
}

const hashOf = (bytes) => createHash("sha256").update(bytes).digest("hex");

/** What the plugin copies, with a hash of each file: in the middle of an update some may be those of another version. */
function assets(served) {
  const longest = Math.max(...served.map(([name]) => name.length));
  const line = ([name, bytes]) => `\t'${name}'${" ".repeat(longest - name.length)} => '${hashOf(bytes)}',\n`;
  return Buffer.from(`<?php
/**
 * The files of assets/, with the SHA-256 of each. Written by packaging/wordpress.mjs.
 *
 * @package LeadershipAudit
 */

defined( 'ABSPATH' ) || exit;

return array(
${served.map(line).join("")});
`);
}
