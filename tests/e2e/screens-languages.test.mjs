// Every screen in the two pseudo-languages: en-XA, a third longer, and ar-XB, from right to left. `cargo xtask test
// --languages` has every language.
import { inspectLanguages } from "./screens-languages.mjs";
import { PAGES } from "./screens.mjs";
import { useSite } from "./site.mjs";

const NARROW = 320;
const WIDE = 1280;

const site = useSite({ pages: PAGES });

inspectLanguages(site, [
  { tag: "en-XA", widths: [WIDE, NARROW], axeAt: [NARROW] },
  { tag: "ar-XB", widths: [WIDE, NARROW], axeAt: [NARROW] },
]);
