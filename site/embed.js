// The page for iframes: takes the options from its address, and tells the page around it how high
// it is. It listens to no messages, and only that number leaves it.
import { readQuery } from "./query.js";

const widget = document.querySelector("leadership-audit");
const { attributes, properties, warnings } = readQuery(location.search, location.href);

for (const warning of warnings) console.warn(warning);
for (const [name, value] of properties) document.documentElement.style.setProperty(name, value);
for (const [name, value] of attributes) {
  // What the site's owner wrote on the element in embed.html stands.
  if (!widget.hasAttribute(name)) widget.setAttribute(name, value);
}

if (parent !== window) {
  new ResizeObserver(() => {
    const height = Math.ceil(document.body.getBoundingClientRect().height);
    parent.postMessage({ type: "leadership-audit-height", height }, "*");
  }).observe(document.body);
}
