// The files of the WordPress plugin, by their names in its zip.
import { readFileSync } from "node:fs";
import { join } from "node:path";

/** A page of WordPress has the element itself. */
const OF_THE_IFRAME = /^(embed[.-]|site\/)/;

/** @returns {Record<string, Buffer>} */
export function wordpressFiles({ root, version, files }) {
  const own = (name) => readFileSync(join(root, name));
  const versioned = (name) => Buffer.from(own(name).toString().replaceAll("@VERSION@", version));
  const all = {
    "leadership-audit.php": versioned("packaging/wordpress/leadership-audit.php"),
    "readme.txt": versioned("packaging/wordpress/readme.txt"),
    "block.js": own("packaging/wordpress/block.js"),
    "assets/.htaccess": own("packaging/wordpress/htaccess"),
    "LICENSE-MIT": own("LICENSE-MIT"),
    "LICENSE-APACHE": own("LICENSE-APACHE"),
  };
  // The version is in the address: no cache can pair a new loader with an old program.
  for (const [name, bytes] of Object.entries(files)) {
    if (!OF_THE_IFRAME.test(name)) all[`assets/${version}/${name}`] = bytes;
  }
  return Object.fromEntries(
    Object.entries(all).map(([name, bytes]) => [`leadership-audit/${name}`, bytes]),
  );
}
