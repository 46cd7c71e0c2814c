// The page for iframes: applies the options in its query string and posts a height to the parent.
// It listens to no messages and posts nothing else.
import { nearest, speak } from "./marked.js";
import { readQuery } from "./query.js";
import TRANSLATIONS from "./translations.js";

const widget = document.querySelector("leadership-audit");
const listed = (text) => text?.split(/\s+/).filter(Boolean) ?? [];
const { cta, pages, src } = widget.dataset;
const allowed = { cta: cta !== undefined, src: listed(src) };
const { attributes, properties, warnings } = readQuery(location.search, location.href, allowed);

for (const warning of warnings) console.warn(warning);
for (const [name, value] of properties) document.documentElement.style.setProperty(name, value);
for (const [name, value] of attributes) {
  // Attributes that the site's owner wrote into embed.html win over the query string.
  if (!widget.hasAttribute(name)) widget.setAttribute(name, value);
}

const tag = nearest(widget.lang, TRANSLATIONS);
if (tag) speak(tag, TRANSLATIONS);

/** Heights that hold every statement, in em, by the width up to which they do. */
const HEIGHTS = [[17, 62], [22, 58], [35, 53], [Infinity, 50]];

let posted;

/** Tells a height, again where the frame has got another: the page around may not have listened before. */
function post(height, origin) {
  const state = `${height} in ${innerHeight}`;
  if (state === posted) return;
  posted = state;
  parent.postMessage({ type: "leadership-audit-height", height }, origin);
}

/** A height that depends on the width and on the owner's settings alone: from that of a result its parent could read it. */
function usualHeight() {
  const em = Number.parseFloat(getComputedStyle(widget.parentElement).fontSize);
  const [, height] = HEIGHTS.find(([most]) => innerWidth <= most * em);
  return Math.ceil(em * height);
}

/** The origin of the page around this one, if it says so. A message to an origin reaches no other. */
function around() {
  return URL.canParse(document.referrer) ? new URL(document.referrer).origin : undefined;
}

if (parent !== window) {
  const page = around();
  if (page !== "null" && listed(pages).includes(page)) {
    const tell = () => post(Math.ceil(document.body.getBoundingClientRect().height), page);
    addEventListener("resize", tell);
    new ResizeObserver(tell).observe(document.body);
  } else {
    const tell = () => post(usualHeight(), "*");
    addEventListener("resize", tell);
    tell();
  }
}
