// Automatic checks of the screen that a page shows. Each returns a list of faults, empty if there are none.
import { runAxe } from "./axe.mjs";

/** What axe cannot judge by itself: looked at by people, and why it is right. */
export const REVIEWED = [
  {
    rule: "color-contrast",
    is: ({ html }) => html.startsWith("<text "),
    why: "words in the picture are ink on paper, in a ring that nothing else is drawn over",
  },
];

/** Everything that axe finds, or cannot judge and nobody has reviewed; `met`: what was reviewed. */
export async function axeFinds(page, condition, met) {
  const rules = {
    "target-size": { enabled: true },
    // Under forced colours it would read our colours, where the visitor's own are drawn.
    "color-contrast": { enabled: condition.forcedColors === "none" },
  };
  const options = { resultTypes: ["violations", "incomplete"], rules };
  const { violations, incomplete } = await runAxe(page, options);
  const isReviewed = (id) => (node) => {
    const found = REVIEWED.find(({ rule, is }) => rule === id && is(node));
    if (found) met.add(found);
    return found !== undefined;
  };
  return [
    ...violations,
    ...incomplete.filter(({ id, nodes }) => !nodes.every(isReviewed(id))),
  ].map(({ id, nodes }) => {
    const where = nodes.map(({ target, any }) => `${target} ${any[0]?.message ?? ""}`);
    return `${id}: ${where.join("; ")}`;
  });
}

export const scrollsSideways = (page) =>
  page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    return scrollWidth > clientWidth ? [`${scrollWidth - clientWidth} px wider than the window`] : [];
  });

/** Everything that can be pressed or typed into and is smaller than 24 px; a label counts with it. */
export const smallTargets = (page) =>
  page.evaluate(() => {
    const { shadowRoot } = document.querySelector("leadership-audit");
    const found = [];
    const controls = "button, input, textarea, select, summary, a[href]";
    for (const control of [document, shadowRoot].flatMap((root) => [...root.querySelectorAll(controls)])) {
      const boxes = [control, control.closest("label"), control.labels?.[0]]
        .filter(Boolean)
        .map((element) => element.getBoundingClientRect());
      const size = Math.max(...boxes.map(({ width, height }) => Math.min(width, height)));
      if (size > 0 && size < 24) found.push(`"${control.textContent.trim() || control.type}": ${size} px`);
    }
    return found;
  });

/** What has focus, through shadow roots; nothing if the page has it. */
export const hasFocus = (page) =>
  page.evaluate(() => {
    let element = document.activeElement;
    while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
    return element !== document.body && element !== null;
  });

/**
 * Goes through the page by Tab alone, until it is left. Faults: a stop that comes before the one
 * before it in the order of reading, whose focus cannot be seen, or that is out of sight.
 */
export async function faultsByTab(page) {
  await page.evaluate(() => {
    window.all = (root) =>
      [...root.querySelectorAll("*")].flatMap((one) => [one, ...(one.shadowRoot ? all(one.shadowRoot) : [])]);
    window.focusOf = () => {
      let element = document.activeElement;
      while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
      return element;
    };
    window.wasOn = focusOf();
    window.before = document.createElement("button");
    document.body.prepend(before);
    before.focus();
  });
  const faults = [];
  let last = -1;
  let presses = 0;
  for (; presses < 250; presses++) {
    await page.keyboard.press("Tab");
    const stop = await page.evaluate(() => {
      const element = focusOf();
      if ([before, document.body, document.documentElement, null].includes(element)) return undefined;
      // A hidden control shows its focus on its label.
      const shown = [element, element.closest("label")].filter(Boolean);
      const seen = shown.some((one) => {
        const { outlineStyle, outlineWidth } = getComputedStyle(one);
        return outlineStyle !== "none" && parseFloat(outlineWidth) >= 2;
      });
      const { bottom, top } = shown.at(-1).getBoundingClientRect();
      const inView = bottom > 0 && top < innerHeight;
      const name = element.textContent.trim() || element.id || element.type;
      return { at: all(document).indexOf(element), seen, inView, name };
    });
    if (!stop) break;
    // A field for a time or a colour has stops of its own.
    if (stop.at < last) faults.push(`"${stop.name}" is out of order`);
    if (!stop.seen) faults.push(`focus on "${stop.name}" cannot be seen`);
    if (!stop.inView) faults.push(`"${stop.name}" is out of sight`);
    last = stop.at;
  }
  if (last < 0) faults.push("Tab comes to nothing");
  if (presses === 250) faults.push("Tab does not get out");
  await page.evaluate(() => {
    before.remove();
    wasOn?.focus();
  });
  return faults;
}

/** The longest that anything moves or fades, in seconds. */
export const longestMotion = (page) =>
  page.evaluate(() => {
    const { shadowRoot } = document.querySelector("leadership-audit");
    const elements = [document, shadowRoot].flatMap((root) => [...root.querySelectorAll("*")]);
    const times = elements.flatMap((element) => {
      const { transitionDuration, animationDuration } = getComputedStyle(element);
      return `${transitionDuration},${animationDuration}`.split(",").map(parseFloat);
    });
    return Math.max(...times);
  });

/** What is cut off, or makes the page scroll sideways, under a visitor's own style. */
export const cutOff = (page, style) =>
  page.evaluate((style) => {
    const { shadowRoot } = document.querySelector("leadership-audit");
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(style);
    const roots = [document, shadowRoot];
    for (const root of roots) root.adoptedStyleSheets.push(sheet);
    const found = [];
    for (const element of roots.flatMap((root) => [...root.querySelectorAll("*")])) {
      const { overflowX, overflowY, position } = getComputedStyle(element);
      const hides = [overflowX, overflowY].some((value) => value === "hidden" || value === "clip");
      const over = element.scrollHeight - element.clientHeight > 1 || element.scrollWidth - element.clientWidth > 1;
      // What is there for screen readers alone is cut off on purpose, and a line to write in scrolls.
      const mayHide = position === "absolute" || element.localName === "input";
      if (hides && over && !mayHide) found.push(element.className || element.localName);
    }
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth > clientWidth) found.push(`${scrollWidth - clientWidth} px too wide`);
    for (const root of roots) root.adoptedStyleSheets.pop();
    return found;
  }, style);

/** Every block of the widget whose text is wider than it is, although nothing hides the rest. */
export const spilling = (page) =>
  page.evaluate(() => {
    const { shadowRoot } = document.querySelector("leadership-audit");
    const found = [];
    for (const element of shadowRoot.querySelectorAll("*")) {
      const { display, overflowX, position } = getComputedStyle(element);
      const isBlock = element instanceof HTMLElement && !display.startsWith("inline") && display !== "contents";
      // What is there for screen readers alone is a dot; what is folded away has the sizes of an earlier width.
      if (!isBlock || !element.checkVisibility() || overflowX !== "visible" || position === "absolute" || element.clientWidth < 2) continue;
      const over = element.scrollWidth - element.clientWidth;
      if (over > 1) found.push(`${element.localName}.${element.className} by ${over} px: ${element.textContent.slice(0, 40)}`);
    }
    return found;
  });

/** Pairs of texts of the widget that are drawn over each other. */
export const lapping = (page) =>
  page.evaluate(() => {
    const { shadowRoot } = document.querySelector("leadership-audit");
    const walker = document.createTreeWalker(shadowRoot, NodeFilter.SHOW_TEXT);
    const boxes = [];
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const parent = node.parentElement;
      if (!node.data.trim() || !parent?.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue;
      if (parent.closest(".sr")) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      for (const box of range.getClientRects()) if (box.width > 1) boxes.push({ box, text: node.data.trim(), node });
    }
    const found = [];
    for (const [at, one] of boxes.entries()) {
      for (const other of boxes.slice(at + 1)) {
        if (one.node === other.node) continue;
        const wide = Math.min(one.box.right, other.box.right) - Math.max(one.box.left, other.box.left);
        const high = Math.min(one.box.bottom, other.box.bottom) - Math.max(one.box.top, other.box.top);
        // The boxes of lines touch where letters do not.
        if (wide > 2 && high > 6) found.push(`“${one.text.slice(0, 30)}” and “${other.text.slice(0, 30)}”`);
      }
    }
    return found;
  });
