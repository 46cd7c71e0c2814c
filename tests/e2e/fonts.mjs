// Pins the fonts that tests measure with: every browser started from here on sees those of
// fonts.conf alone. Where a system has no fontconfig (macOS), its own fonts stay.
import { fileURLToPath } from "node:url";

process.env.FONTCONFIG_FILE = fileURLToPath(new URL("fonts.conf", import.meta.url));
