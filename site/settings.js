// The options of the element: its attributes, and the custom properties that theme it. The page for
// iframes reads them from its query string, the builder writes them into a snippet.

/** The element validates the values of attributes itself. */
export const ATTRIBUTES = [
  "lang",
  "form",
  "start",
  "cta-href",
  "cta-label",
  "share-label",
  "theme",
  "audit-id",
  "retain",
  "loading",
  "src",
];

const COLOUR = /^(#[\da-f]{3,8}|[a-z]+|(rgba?|hsla?|hwb|(ok)?l(ab|ch)|color)\([^()]*\))$/i;
const LENGTH = /^(0|\d{0,3}\.?\d{1,3}(px|rem|em))$/i;
const FONT = /^("[\p{L}\p{N} -]+"|'[\p{L}\p{N} -]+'|[\p{L}\p{N}-][\p{L}\p{N} -]*)$/u;
const LONGEST_FONTS = 200;

const areFonts = (value) =>
  value.length <= LONGEST_FONTS && value.split(",").every((name) => FONT.test(name.trim()));

const KINDS = {
  colour: (value) => COLOUR.test(value) && CSS.supports("color", value),
  length: (value) => LENGTH.test(value) && CSS.supports("border-radius", value),
  fonts: (value) => areFonts(value) && CSS.supports("font-family", value),
};

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

/** The full name of a custom property. */
export const property = (token) => `--leadership-audit-${token}`;

/** Whether `value` is one valid value of `token` and nothing else, so that it cannot inject CSS. */
export const isToken = (token, value) => KINDS[TOKENS.get(token)]?.(value) ?? false;
