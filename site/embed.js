// The page for iframes: takes the options from its address, and tells the page around it how high
// it is. It listens to no messages, and only that number leaves it.
import { ATTRIBUTES, TOKENS, isToken, property } from "./settings.js";

const LONGEST = 500;

const widget = document.querySelector("leadership-audit");

function warn(name, value, why) {
  console.warn(`leadership-audit: ${name}="${value.slice(0, 40)}" in the address ${why}`);
}

/** Whoever writes an address must not put questions of their own under this site's name. */
function isElsewhere(address) {
  try {
    return new URL(address, location.href).origin !== location.origin;
  } catch {
    return true;
  }
}

function take(name, value) {
  if (TOKENS.has(name)) {
    if (isToken(name, value)) document.documentElement.style.setProperty(property(name), value);
    else warn(name, value, `is not a ${TOKENS.get(name)} value`);
  } else if (!ATTRIBUTES.includes(name)) {
    warn(name, value, "is not an option");
  } else if (value.length > LONGEST) {
    warn(name, value, "is too long");
  } else if (name === "src" && isElsewhere(value)) {
    warn(name, value, "is on another website");
  } else if (!widget.hasAttribute(name)) {
    // What the site's owner wrote on the element in embed.html stands.
    widget.setAttribute(name, value);
  }
}

for (const [name, value] of new URLSearchParams(location.search)) take(name, value);

if (parent !== window) {
  new ResizeObserver(() => {
    const height = Math.ceil(document.body.getBoundingClientRect().height);
    parent.postMessage({ type: "leadership-audit-height", height }, "*");
  }).observe(document.body);
}
