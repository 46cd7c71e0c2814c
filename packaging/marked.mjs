// The texts of a page that are marked for translation: `data-text` on an element, `data-text-NAME` for its attribute NAME.
import { parse } from "parse5";

/** White space as HTML shows it. */
const collapsed = (text) => text.replace(/\s+/g, " ").trim();
/** Markup without its attributes: translators keep the tags, and nothing in them is theirs to change. */
const bare = (html) => html.replace(/<(\w+)\s[^<>]*>/g, "<$1>");

function* elementsOf(node) {
  if (node.tagName) yield node;
  for (const child of [...(node.childNodes ?? []), ...(node.content?.childNodes ?? [])]) yield* elementsOf(child);
}

const ENTITIES = { "&amp;": "&", "&lt;": "<", "&gt;": ">", "&quot;": '"', "&#38;": "&", "&#60;": "<", "&#62;": ">", "&#34;": '"' };
const unescaped = (text) => text.replace(/&(?:#\d+|\w+);/g, (entity) => ENTITIES[entity] ?? entity);

/**
 * @typedef {object} Marked
 * @property {string} key
 * @property {string} tag of the element
 * @property {string} [attribute] that has the text; without it, the content has
 * @property {number} start of what a translation replaces, in the page
 * @property {number} end
 * @property {string} text for translators: that of an attribute as people read it, a content with its bare markup
 */

/** Every marked text of a page, in its order. @returns {Marked[]} */
export function markedIn(html) {
  const found = [];
  for (const { tagName: tag, attrs, sourceCodeLocation: at } of elementsOf(parse(html, { sourceCodeLocationInfo: true }))) {
    for (const { name, value: key } of attrs) {
      if (name === "data-text") {
        const [start, end] = [at.startTag.endOffset, at.endTag.startOffset];
        found.push({ key, tag, start, end, text: bare(collapsed(html.slice(start, end))) });
      } else if (name.startsWith("data-text-")) {
        const attribute = name.slice("data-text-".length);
        const { startOffset, endOffset } = at.attrs[attribute];
        const [start, end] = [startOffset + attribute.length + 2, endOffset - 1];
        found.push({ key, tag, attribute, start, end, text: collapsed(unescaped(html.slice(start, end))) });
      }
    }
  }
  return found.sort((one, other) => one.start - other.start);
}

/** The markup of a translation with the attributes that each tag has in the original. */
function dressed(translation, original) {
  const tags = [...original.matchAll(/<(\w+)(\s[^<>]*)?>/g)].map(([, tag, attributes = ""]) => ({ tag, attributes }));
  return translation.replace(/<(\w+)>/g, (whole, tag) => {
    const next = tags.findIndex((known) => known.tag === tag);
    return next < 0 ? whole : `<${tag}${tags.splice(next, 1)[0].attributes}>`;
  });
}

/** A page with every marked text translated. @param {(text: string) => string} translate */
export function translated(html, translate) {
  let page = html;
  // From the end, so that the places before stay where they are.
  for (const { attribute, start, end, text } of markedIn(html).reverse()) {
    const made = translate(text);
    const written = attribute ? made.replaceAll("&", "&amp;").replaceAll('"', "&quot;") : dressed(made, html.slice(start, end));
    page = page.slice(0, start) + written + page.slice(end);
  }
  return page;
}
