// Every screen in every language, at the widths of a phone and of a desk, with a picture of each in target/languages/.
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { inspectLanguages } from "../e2e/screens-languages.mjs";
import { PAGES } from "../e2e/screens.mjs";
import { useSite } from "../e2e/site.mjs";
import { PROJECT } from "../e2e/widget.mjs";

// Those of the other tests have no Japanese.
process.env.FONTCONFIG_FILE = fileURLToPath(new URL("fonts.conf", import.meta.url));

const WIDTHS = [360, 1280];
const folders = readdirSync(join(PROJECT, "content"), { withFileTypes: true }).filter((entry) => entry.isDirectory());
const asked = process.env.LANGUAGES?.split(",");
const tags = folders.map(({ name }) => name).filter((tag) => asked?.includes(tag) ?? true);

const site = useSite({ pages: PAGES });

inspectLanguages(
  site,
  tags.map((tag) => ({ tag, widths: WIDTHS, axeAt: WIDTHS })),
  { pictures: join(PROJECT, "target/languages") },
);
