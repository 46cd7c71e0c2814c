// What the address of the page for iframes asks for, judged option by option.
import { ATTRIBUTES, TOKENS, isToken, property } from "./settings.js";

/** Letters of a value. */
const LONGEST = 500;

/**
 * @param {string} query of the page's address
 * @param {string} page the address without it
 * @returns {{attributes: [string, string][], properties: [string, string][], warnings: string[]}}
 *   attributes of the element and custom properties, by name, and a sentence for whatever is neither
 */
export function readQuery(query, page) {
  const found = { attributes: [], properties: [], warnings: [] };
  for (const [name, value] of new URLSearchParams(query)) {
    const why = fault(name, value, page);
    if (why) {
      const [shownName, shownValue] = [name, value].map((text) => text.slice(0, 40));
      found.warnings.push(`leadership-audit: ${shownName}="${shownValue}" in the address ${why}`);
    } else if (TOKENS.has(name)) {
      found.properties.push([property(name), value]);
    } else {
      found.attributes.push([name, value]);
    }
  }
  return found;
}

/** Why an option is not taken; nothing if it is. */
function fault(name, value, page) {
  if (value.length > LONGEST) return "is too long";
  if (TOKENS.has(name)) {
    return isToken(name, value) ? undefined : `is not a ${TOKENS.get(name)} value`;
  }
  if (!ATTRIBUTES.includes(name)) return "is not an option";
  if (name === "share-label") return "has no page to hand anything to";
  if (name === "src" && isElsewhere(value, page)) return "is on another website";
  return undefined;
}

/** Whoever writes an address must not put questions of their own under this site's name. */
function isElsewhere(address, page) {
  try {
    return new URL(address, page).origin !== new URL(page).origin;
  } catch {
    return true;
  }
}
