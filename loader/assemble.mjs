// Puts the files that Trunk does not know into the folder it is about to publish.
import { copyFileSync } from "node:fs";
const out = process.env.TRUNK_STAGING_DIR;
copyFileSync("loader/leadership-audit.js", `${out}/leadership-audit.js`);
