// Fonts as an owner names them: something to fall back on is added, and what the page has to load itself is known.
import { isToken } from "./settings.js";

const GENERIC =
  /^(serif|sans-serif|monospace|cursive|fantasy|system-ui|ui-(serif|sans-serif|monospace|rounded)|math|emoji|inherit|initial|unset|revert|revert-layer)$/i;
/** Fonts that most systems have, or have a twin of. */
const COMMON =
  /^(arial|helvetica|verdana|tahoma|trebuchet ms|times new roman|times|georgia|garamond|courier new|courier|palatino|segoe ui|roboto|-apple-system)$/i;
const SERIF =
  /(?<!sans[ -])\bserif\b|georgia|times|garamond|palatino|baskerville|caslon|bodoni|didot|playfair|merriweather|lora\b|cormorant|libre book|crimson|spectral|fraunces|slab/i;
const MONOSPACE = /\bmono\b|monospace|courier|consolas|menlo/i;

const bare = (name) => name.trim().replace(/^(["'])(.*)\1$/, "$2");
const listed = (text) => text.split(",").map((name) => name.trim()).filter(Boolean);

/** The kind of letters to show where a font is missing. */
function fallbackOf(name) {
  if (MONOSPACE.test(name)) return "monospace";
  return SERIF.test(name) ? "serif" : "sans-serif";
}

/** A list of fonts that ends in a kind of letters which every device has; names that CSS takes only in quotes have them. */
export function withFallback(text, token) {
  const names = listed(text).map((name) => (isToken(token, name) || GENERIC.test(name) ? name : quoted(name, token)));
  if (names.length === 0) return text;
  if (!GENERIC.test(bare(names.at(-1)))) names.push(fallbackOf(names[0]));
  const list = names.join(", ");
  // What is no list of fonts stays as it was typed.
  return isToken(token, list) ? list : text;
}

function quoted(name, token) {
  const inQuotes = `"${name}"`;
  return isToken(token, inQuotes) ? inQuotes : name;
}

/** The first font that a page must bring, and what shows without it; undefined if every device has one of the list. */
export function toLoad(list) {
  const names = listed(list).map(bare);
  if (names.length === 0 || GENERIC.test(names[0]) || COMMON.test(names[0])) return undefined;
  return { font: names[0], fallback: names[1] ?? "" };
}
