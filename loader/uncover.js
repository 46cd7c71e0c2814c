// Browsers scroll what gets focus into the window, but not out from under a header or a footer that the page keeps there.
import { around } from "./dom.js";

/** What covers more of the window than this is no header. */
const MOST = 0.6;

/** The innermost element at a point of the window, inside other components too, but not inside `host`. */
function topmost(host, x, y) {
  let over;
  for (let root = document; root; root = over !== host && over.shadowRoot) {
    const inner = root.elementFromPoint(x, y);
    if (!inner || inner === over) break;
    over = inner;
  }
  return over;
}

/** The box of what the page keeps over a point, however it is scrolled. */
function coverAt(host, outside, x, y) {
  for (const node of around(topmost(host, x, y))) {
    if (outside.has(node)) return undefined;
    const { position } = getComputedStyle(node);
    if (position === "fixed" || position === "sticky") return node.getBoundingClientRect();
  }
  return undefined;
}

/** How far an element has to be scrolled to be uncovered: up to below a header, down to above a footer. */
function coveredBy(host, { left, top, width, height }) {
  const outside = new Set(around(host));
  let [header, footer] = [0, 0];
  for (const x of [left + 1, left + width / 2, left + width - 1]) {
    for (const y of [top + 1, top + height / 2, top + height - 1]) {
      const cover = coverAt(host, outside, x, y);
      if (!cover || cover.height > innerHeight * MOST) continue;
      if (cover.top + cover.bottom < innerHeight) header = Math.max(header, cover.bottom - top);
      else footer = Math.max(footer, top + height - cover.top);
    }
  }
  return Math.ceil(footer) - Math.ceil(header);
}

/** Scrolls the nearest box around `host` that can be. */
function scroll(host, by) {
  for (const node of around(host)) {
    const { overflowY } = getComputedStyle(node);
    if (node !== document.scrollingElement && !/auto|scroll/.exec(overflowY)) continue;
    const before = node.scrollTop;
    node.scrollBy({ __proto__: null, top: by, behavior: "instant" });
    if (node.scrollTop !== before) return;
  }
}

/** Scrolls an element of the widget by as much as the page covers of it. */
export function uncover(element) {
  const { host } = element.getRootNode();
  const by = host ? coveredBy(host, element.getBoundingClientRect()) : 0;
  if (by) scroll(host, by);
}

/** Has no header or footer of the page cover what has focus, unless a pointer put it there. */
export function uncoverFocus(root) {
  // A pointer moves focus between the first two.
  let pressed = false;
  for (const type of ["mousedown", "mouseup", "keydown"]) {
    root.addEventListener(type, () => {
      pressed = type === "mousedown";
    });
  }
  root.addEventListener("focusin", ({ target }) => {
    if (pressed || !target.matches("h2, [aria-invalid], :focus-visible")) return;
    requestAnimationFrame(() => {
      if (!target.isConnected) return;
      const { scrollBehavior } = getComputedStyle(document.documentElement);
      // A page that scrolls smoothly is still on its way.
      if (scrollBehavior === "smooth") target.scrollIntoView({ __proto__: null, block: "nearest", behavior: "instant" });
      uncover(target.closest(".field") ?? target);
      // What is said above the heading of a new screen.
      const notice = target.localName === "h2" && root.querySelector(".notice");
      if (notice) uncover(notice);
    });
  });
}
