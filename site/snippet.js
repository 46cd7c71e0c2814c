// The snippets that an owner pastes, as text. Nothing stands inside a script or a style: where a content system takes the
// tags out, a sentence with a link stays, and no code.
import { NOT_IN_FRAMES, property } from "./settings.js";
import { say } from "./words.js";

/**
 * @typedef {object} Chosen the settings that differ from the defaults, and where the files are
 * @property {Record<string, string>} attributes
 * @property {Record<string, string>} tokens
 * @property {URL} base the folder of the files
 * @property {boolean} [hasPages] whether pages are served from there, not only files
 * @property {boolean} [apart] whether the owner's style sheet has the custom properties
 * @property {string} [sandbox] the tokens of the frame's sandbox; without it there is none
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

const declarations = ({ tokens }) => Object.entries(tokens).map(([token, value]) => `${property(token)}: ${value}`);

/** The custom properties as a CSS rule; empty if none is set. */
export function styleSheet(chosen) {
  const lines = declarations(chosen).map((declaration) => `  ${declaration};`);
  return lines.length ? ["leadership-audit {", ...lines, "}"].join("\n") : "";
}

/** What no link to the page for iframes may decide, unless its owner says so there. */
const NOT_BY_LINK = ["src", "round-href", "share-href", "cta-href", "cta-label"];

/** The tag to write into embed.html for what no link may decide; empty if there is nothing. */
export function framedTag({ attributes }) {
  const inside = Object.entries(attributes).filter(([name]) => NOT_BY_LINK.includes(name));
  return inside.length ? `<leadership-audit${pairs(Object.fromEntries(inside))}>` : "";
}

/** The page with nothing but the audit, with these settings. It speaks English unless its address says otherwise. */
function pageOf({ attributes, tokens, base }) {
  const left = [...NOT_IN_FRAMES, ...NOT_BY_LINK];
  const { lang } = document.documentElement;
  const inside = Object.entries(lang === "en" ? attributes : { lang, ...attributes }).filter(([name]) => !left.includes(name));
  const page = new URL("embed.html", base);
  page.search = new URLSearchParams([...inside, ...Object.entries(tokens)]);
  return page.href;
}

const linkTo = (page) => `<a href="${escape(page)}">${say("snippet.open")}</a>`;

/** What a page shows until the script runs, and where it never does. No link leads to somebody else's questionnaire. */
function instead(chosen) {
  const isElsewhere = chosen.hasPages && !chosen.attributes.src;
  return isElsewhere ? say("snippet.instead-link", { link: linkTo(pageOf(chosen)) }) : say("snippet.instead");
}

/** @param {Chosen} chosen */
function plain(chosen) {
  const { attributes, base, hash, apart } = chosen;
  const src = escape(new URL("leadership-audit.js", base).href);
  const own = attributes.src && escape(attributes.src);
  const ahead = own ? `<link rel="preload" href="${own}" as="fetch" crossorigin="anonymous">\n` : "";
  const pin = hash ? ` integrity="${hash}" crossorigin="anonymous"` : "";
  // In single quotes, a person can read what stands in double ones.
  const style = apart ? "" : declarations(chosen).join("; ").replaceAll('"', "'");
  return `${ahead}<script type="module" src="${src}"${pin}></script>
<leadership-audit${pairs(style ? { ...attributes, style } : attributes)}>
  <p>${instead(chosen)}</p>
</leadership-audit>`;
}

/** @param {Chosen} chosen */
function wordpress({ attributes }) {
  return `[leadership_audit${pairs(attributes, (name) => name.replaceAll("-", "_"))}]`;
}

/** @param {Chosen} chosen */
function iframe(chosen) {
  const { base, sandbox } = chosen;
  const page = pageOf(chosen);
  const boxed = sandbox === undefined ? {} : { sandbox };
  const link = linkTo(page);
  // The script is first, so that no height is missed.
  return `<script src="${escape(new URL("embed-height.js", base).href)}"></script>
<iframe class="leadership-audit" src="${escape(page)}" title="${say("snippet.title")}"
  width="100%" height="720" frameborder="0" loading="lazy" allow="clipboard-write; web-share"${pairs(boxed)}></iframe>
<p class="leadership-audit-link">${say("snippet.beside-link", { link })}</p>`;
}

export const FLAVOURS = { plain, wordpress, iframe };
