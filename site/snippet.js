// The snippets that an owner pastes, as text.
import { NOT_IN_FRAMES, property } from "./settings.js";

/**
 * @typedef {object} Chosen the settings that differ from the defaults, and where the files are
 * @property {Record<string, string>} attributes
 * @property {Record<string, string>} tokens
 * @property {URL} base the folder of the files
 * @property {string} [hash] of the loader
 */

const ENTITIES = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  // Brackets would end a shortcode.
  "[": "&#91;",
  "]": "&#93;",
};

const escape = (text) => text.replace(/[&<>"[\]]/g, (character) => ENTITIES[character]);

function pairs(attributes, nameOf = (name) => name) {
  const each = ([name, value]) => ` ${nameOf(name)}="${escape(value)}"`;
  return Object.entries(attributes).map(each).join("");
}

/** The custom properties as a CSS rule; empty if none is set. */
export function styleSheet({ tokens }) {
  const lines = Object.entries(tokens).map(([token, value]) => `  ${property(token)}: ${value};`);
  return lines.length ? ["leadership-audit {", ...lines, "}"].join("\n") : "";
}

/** What a page shows until the script runs, and where it never does. */
const INSTEAD =
  "The self-assessment belongs here. If it doesn’t appear, reload the page, or try another browser with JavaScript on.";

/** @param {Chosen} chosen */
function plain(chosen) {
  const { attributes, base, hash } = chosen;
  const sheet = styleSheet(chosen);
  const style = sheet ? `<style>\n${sheet}\n</style>\n` : "";
  const src = escape(new URL("leadership-audit.js", base).href);
  const own = attributes.src && escape(attributes.src);
  const ahead = own ? `<link rel="preload" href="${own}" as="fetch" crossorigin="anonymous">\n` : "";
  const pin = hash ? ` integrity="${hash}" crossorigin="anonymous"` : "";
  return `${style}${ahead}<script type="module" src="${src}"${pin}></script>
<leadership-audit${pairs(attributes)}>
  <p>${INSTEAD}</p>
</leadership-audit>`;
}

/** @param {Chosen} chosen */
function wordpress({ attributes }) {
  return `[leadership_audit${pairs(attributes, (name) => name.replaceAll("-", "_"))}]`;
}

/** What no link to the page for iframes may decide, unless its owner says so there. */
const NOT_BY_LINK = ["src", "round-href", "share-href", "cta-href", "cta-label"];

/** The tag to write into embed.html for what no link may decide; empty if there is nothing. */
export function framedTag({ attributes }) {
  const inside = Object.entries(attributes).filter(([name]) => NOT_BY_LINK.includes(name));
  return inside.length ? `<leadership-audit${pairs(Object.fromEntries(inside))}>` : "";
}

/** @param {Chosen} chosen */
function iframe({ attributes, tokens, base }) {
  const left = [...NOT_IN_FRAMES, ...NOT_BY_LINK];
  const inside = Object.entries(attributes).filter(([name]) => !left.includes(name));
  const address = new URL("embed.html", base);
  address.search = new URLSearchParams([...inside, ...Object.entries(tokens)]);
  return `<iframe class="leadership-audit" src="${escape(address.href)}" title="Leadership Audit"
  width="100%" height="720" style="border: 0" loading="lazy"></iframe>
<script>
  addEventListener("message", ({ data, origin, source }) => {
    if (origin !== "${address.origin}" || data?.type !== "leadership-audit-height") return;
    for (const frame of document.querySelectorAll("iframe.leadership-audit"))
      if (frame.contentWindow === source) frame.height = data.height;
  });
</script>`;
}

export const FLAVOURS = { plain, wordpress, iframe };
