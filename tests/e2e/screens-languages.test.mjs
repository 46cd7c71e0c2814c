// Every screen in German and Arabic, and in the two pseudo-languages: en-XA, a third longer, and ar-XB, from right to
// left. `cargo xtask test --languages` has every language.
import { inspectLanguages } from "./screens-languages.mjs";
import { PAGES } from "./screens.mjs";
import { useSite } from "./site.mjs";

const NARROW = 320;
const WIDE = 1280;

const site = useSite({ pages: PAGES });

inspectLanguages(site, [
  { tag: "en-XA", widths: [WIDE, NARROW], axeAt: [] },
  { tag: "ar-XB", widths: [WIDE, NARROW], axeAt: [] },
  { tag: "de", widths: [NARROW], axeAt: [NARROW] },
  { tag: "ar", widths: [NARROW], axeAt: [NARROW] },
]);
