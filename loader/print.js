// Prints a document without the page around it: from a frame that holds nothing else.
import { build, element } from "./dom.js";

/**
 * @param {HTMLElement} host whose accent colour the document takes over
 * @param {string} title which browsers suggest as the name of a PDF
 * @param {string} body as data for `build`
 */
export async function printDocument(host, title, body, style) {
  const root = host.shadowRoot;
  root.querySelector(".print")?.remove();
  const frame = element("iframe", { className: "print", tabIndex: -1, ariaHidden: "true" });
  await new Promise((resolve) => {
    frame.addEventListener("load", resolve, { __proto__: null, once: true });
    root.append(frame);
  });
  const { contentWindow: page, contentDocument: document } = frame;
  const sheet = new page.CSSStyleSheet();
  sheet.replaceSync(style);
  document.adoptedStyleSheets = [sheet];
  document.title = title;
  document.documentElement.dir = getComputedStyle(host).direction;
  const accent = getComputedStyle(host).getPropertyValue("--leadership-audit-accent").trim();
  if (accent) document.documentElement.style.setProperty("--accent", accent);
  document.body.append(build(JSON.parse(body)));
  const focused = root.querySelector(":focus");
  page.addEventListener("afterprint", () => {
    frame.remove();
    focused?.focus();
  });
  page.focus();
  page.print();
}
