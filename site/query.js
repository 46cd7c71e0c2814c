// Parses and validates the query string of the page for iframes.
import {
  ATTRIBUTES,
  LONGEST_OPTION,
  NOT_IN_FRAMES,
  TOKENS,
  isToken,
  property,
} from "./settings.js";

/** How much of an invalid option a warning quotes, in UTF-16 code units. */
const LONGEST_QUOTE = 40;

/**
 * @typedef {object} Allowed what the owner lets links decide, which anyone can write
 * @property {boolean} cta whether they may set the call to action
 * @property {string[]} src the questionnaires that they may name
 */

/**
 * @param {string} query the query string
 * @param {string} page the URL of the page, against which `src` is resolved
 * @param {Allowed} allowed
 * @returns {{attributes: [string, string][], properties: [string, string][], warnings: string[]}}
 *   attributes of the element and custom properties by name, and a warning for each rejected option
 */
export function readQuery(query, page, allowed) {
  const found = { attributes: [], properties: [], warnings: [] };
  for (const [name, value] of new URLSearchParams(query)) {
    const why = fault(name, value, page, allowed);
    if (why) {
      const [shownName, shownValue] = [name, value].map((text) => text.slice(0, LONGEST_QUOTE));
      found.warnings.push(`leadership-audit: ${shownName}="${shownValue}" in the address ${why}`);
    } else if (TOKENS.has(name)) {
      found.properties.push([property(name), value]);
    } else {
      found.attributes.push([name, value]);
    }
  }
  return found;
}

/** Why an option is rejected; undefined if it is valid. */
function fault(name, value, page, allowed) {
  if (value.length > LONGEST_OPTION) return "is too long";
  if (TOKENS.has(name)) {
    return isToken(name, value) ? undefined : `is not a ${TOKENS.get(name)} value, or is out of bounds`;
  }
  if (!ATTRIBUTES.includes(name)) return "is not an option";
  if (NOT_IN_FRAMES.includes(name)) return "is for your own page";
  if (name.startsWith("cta-") && !allowed.cta) return "is not for links to decide: see data-cta in embed.html";
  if (name === "src" && !isListed(value, page, allowed.src)) return "is not listed in data-src in embed.html";
  return undefined;
}

/** A link to this page must not show somebody else's questions under this site's name. */
function isListed(address, page, list) {
  const resolved = (text) => (URL.canParse(text, page) ? new URL(text, page) : undefined);
  const url = resolved(address);
  return url?.origin === new URL(page).origin && list.some((text) => resolved(text)?.href === url.href);
}
