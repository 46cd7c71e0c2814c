// The files of the packages for learning platforms, by their names in the zip.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { markedIn } from "./marked.mjs";
import { ENGLISH } from "./scorm/says.js";
import { readTranslations, translationsModule } from "./texts.mjs";

/** SCORM 1.2, and the 4th edition of SCORM 2004. */
export const SCORMS = ["1.2", "2004"];

/** Of what is built, only what the page loads: what the element fetches, and what the page shares with that for iframes. */
const FETCHED = /^leadership-audit/;
const SHARED = ["embed.css", "icon.svg", "marked.js"];
const OWN = ["bindings.js", "learner.js", "page.css", "page.js", "platform.js", "says.js", "session.js", "unreported.js", "words.js"];

/** @param {string} scorm one of `SCORMS` @returns {Record<string, Buffer>} */
export function scormFiles({ root, version, files }, scorm) {
  const own = (name) => readFileSync(join(root, name));
  const filled = (name, values) => {
    const text = own(`packaging/scorm/${name}`).toString();
    return Buffer.from(text.replace(/@([A-Z]+)@/g, (_, key) => values[key]));
  };
  const all = {
    "index.html": filled("index.html", { SCORM: scorm, VERSION: version }),
    "LICENSE-MIT": own("LICENSE-MIT"),
    "LICENSE-APACHE": own("LICENSE-APACHE"),
  };
  for (const name of OWN) all[`page/${name}`] = own(`packaging/scorm/${name}`);
  const marked = markedIn(own("packaging/scorm/index.html").toString());
  const texts = { ...Object.fromEntries(marked.map(({ key, text }) => [key, text])), ...ENGLISH };
  all["page/translations.js"] = Buffer.from(translationsModule(root, readTranslations(root), texts));
  for (const name of SHARED) all[`page/${name}`] = files[`site/${name}`];
  // The version is in the address: no cache can pair a new loader with an old program.
  for (const [name, bytes] of Object.entries(files)) {
    if (FETCHED.test(name)) all[`${version}/${name}`] = bytes;
  }
  const listed = Object.keys(all).sort().map((name) => `      <file href="${name}"/>`);
  const manifest = filled(`manifest-${scorm}.xml`, { VERSION: version, FILES: listed.join("\n") });
  return { ...all, "imsmanifest.xml": manifest };
}
