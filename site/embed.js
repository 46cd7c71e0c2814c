// The page for iframes: applies the options in its query string and posts its height to the parent.
// It listens to no messages and posts nothing else.
import { readQuery } from "./query.js";

const widget = document.querySelector("leadership-audit");
const { attributes, properties, warnings } = readQuery(location.search, location.href);

for (const warning of warnings) console.warn(warning);
for (const [name, value] of properties) document.documentElement.style.setProperty(name, value);
for (const [name, value] of attributes) {
  // Attributes that the site's owner wrote into embed.html win over the query string.
  if (!widget.hasAttribute(name)) widget.setAttribute(name, value);
}

if (parent !== window) {
  new ResizeObserver(() => {
    const height = Math.ceil(document.body.getBoundingClientRect().height);
    parent.postMessage({ type: "leadership-audit-height", height }, "*");
  }).observe(document.body);
}
