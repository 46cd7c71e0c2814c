// The options of the element: its attributes, and the custom properties that theme it. The page for
// iframes reads them from its query string, the builder writes them into a snippet.

// Begin generated lists: by cargo xtask generate, from content/element.json.
/** The element validates the values of attributes itself. */
export const ATTRIBUTES = [
  "form",
  "start",
  "lang",
  "cta-href",
  "cta-label",
  "share-label",
  "share-href",
  "theme",
  "retain",
  "loading",
  "audit-id",
  "src",
  "round-href",
  "files-href",
];

/** Attributes that the element reads once, when it is connected. */
export const READ_ONCE = ["start"];

/** Attributes for a page of the owner's own: the page for iframes takes none of them from its address. */
export const NOT_IN_FRAMES = ["share-label", "share-href", "round-href", "files-href"];

/** Custom properties without their prefix, with the kind of their values. */
export const TOKENS = new Map([
  ["accent", "colour"],
  ["paper", "colour"],
  ["ink", "colour"],
  ["on-accent", "colour"],
  ["accent-dark", "colour"],
  ["paper-dark", "colour"],
  ["ink-dark", "colour"],
  ["on-accent-dark", "colour"],
  ["font", "fonts"],
  ["heading-font", "fonts"],
  ["font-size", "length"],
  ["radius", "length"],
  ["space", "length"],
]);

export const EVENTS = [
  "leadership-audit-ready",
  "leadership-audit-started",
  "leadership-audit-progressed",
  "leadership-audit-completed",
  "leadership-audit-exported",
  "leadership-audit-shared",
  "leadership-audit-erased",
  "leadership-audit-failed",
];

/** The most UTF-16 code units of an option of the page for iframes. */
export const LONGEST_OPTION = 500;

/** The most characters of a list of fonts. */
export const LONGEST_FONTS = 200;
// End generated

const COLOUR = /^(#[\da-f]{3,8}|[a-z]+|(rgba?|hsla?|hwb|(ok)?l(ab|ch)|color)\([^()]*\))$/i;
const LENGTH = /^(0|\d{0,3}\.?\d{1,3}(px|rem|em))$/i;
/** The most and the least of a length that anyone can set by a link, in px where 1em is 16. */
const LONGEST_LENGTH = 64;
const LEAST_FONT_SIZE = 8;
const FONT = /^("[\p{L}\p{N} -]+"|'[\p{L}\p{N} -]+'|[\p{L}\p{N}-][\p{L}\p{N} -]*)$/u;

function isLength(value, token) {
  if (!LENGTH.test(value)) return false;
  const px = Number.parseFloat(value) * (/em$/i.test(value) ? 16 : 1);
  return px <= LONGEST_LENGTH && (token !== "font-size" || px >= LEAST_FONT_SIZE) && CSS.supports("border-radius", value);
}

const areFonts = (value) =>
  value.length <= LONGEST_FONTS && value.split(",").every((name) => FONT.test(name.trim()));

const KINDS = {
  colour: (value) => COLOUR.test(value) && CSS.supports("color", value),
  length: isLength,
  fonts: (value) => areFonts(value) && CSS.supports("font-family", value),
};

/** The full name of a custom property. */
export const property = (token) => `--leadership-audit-${token}`;

/** Whether `value` is one valid value of `token` and nothing else, so that it cannot inject CSS. */
export const isToken = (token, value) => KINDS[TOKENS.get(token)]?.(value, token) ?? false;
