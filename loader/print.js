// Prints a document without the page around it: from a frame that holds nothing else.
import { build, element } from "./dom.js";
import { isForbidden } from "./file.js";
import { dressPage } from "./sheet.js";

/** How long the browser has to begin; some do so after `print` has returned. */
const LATE_MS = 1500;

/**
 * @param {HTMLElement} host whose accent colour the document takes over
 * @param {string} title which browsers suggest as the name of a PDF
 * @param {string} body as data for `build`
 * @param {(begun: boolean) => void} hear is called with whether printing began, as soon as that is known. If it begins late,
 *   `hear` is called a second time, with true.
 */
export async function printDocument(host, title, body, style, hear) {
  const root = host.shadowRoot;
  root.querySelector(".print")?.remove();
  const frame = element("iframe", { className: "print", tabIndex: -1, ariaHidden: "true" });
  await new Promise((resolve) => {
    frame.addEventListener("load", resolve, { __proto__: null, once: true });
    root.append(frame);
  });
  const { contentWindow: page, contentDocument: document } = frame;
  dressPage(page, style);
  document.title = title;
  document.documentElement.dir = getComputedStyle(host).direction;
  const accent = getComputedStyle(host).getPropertyValue("--leadership-audit-accent").trim();
  if (accent) document.documentElement.style.setProperty("--picked", accent);
  document.body.append(build(JSON.parse(body)));
  for (const sheet of document.querySelectorAll(".sheet:not(.long)")) fit(sheet);
  const focused = root.querySelector(":focus");
  let begun = false;
  // The only sign of printing: where it is forbidden, `print` returns as it does anywhere else.
  const begin = () => {
    begun = true;
    hear(true);
  };
  page.addEventListener("beforeprint", begin, { __proto__: null, once: true });
  page.addEventListener("afterprint", () => {
    frame.remove();
    focused?.focus();
  });
  page.focus();
  let wait = isForbidden("allow-modals") ? 0 : LATE_MS;
  try {
    page.print();
  } catch (error) {
    console.warn("leadership-audit:", error);
    wait = 0;
  }
  setTimeout(() => {
    if (begun) return;
    focused?.focus();
    hear(false);
  }, wait);
}

/** Makes the text of a sheet smaller until it is no longer than a page. What is too long for any size runs on. */
function fit(sheet) {
  const { minBlockSize, fontSize } = getComputedStyle(sheet);
  for (let size = parseFloat(fontSize); sheet.offsetHeight > parseFloat(minBlockSize) + 1 && size > 8; ) {
    size -= 0.25;
    sheet.style.fontSize = `${size}px`;
  }
}
