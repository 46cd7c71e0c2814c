// A page translator: it puts <font><font>…</font></font> in the place of every text, in open shadow roots too, and goes on doing
// so with what is drawn later.

/** Runs in the page before its scripts. The translation says the same, so that what is shown can be compared. */
export const translator = (steps) => {
  const { attachShadow } = Element.prototype;
  /** What each translation replaced. */
  const originals = new Map();
  const replace = {
    once: (text, by) => text.replaceWith(by),
    before: (text, by) => {
      text.before(by);
      text.remove();
    },
    after: (text, by) => {
      text.after(by);
      text.remove();
    },
  }[steps];
  const translate = (text) => {
    if (!text.data.trim() || text.parentElement?.closest("font, style, textarea, [translate=no]") || !text.parentNode) return;
    const outer = document.createElement("font");
    const inner = document.createElement("font");
    inner.textContent = text.data;
    outer.append(inner);
    originals.set(outer, text);
    replace(text, outer);
  };
  const translateAll = (node) => {
    const walker = document.createTreeWalker(node, NodeFilter.SHOW_TEXT);
    const texts = node.nodeType === Node.TEXT_NODE ? [node] : [];
    while (walker.nextNode()) texts.push(walker.currentNode);
    for (const text of texts) translate(text);
  };
  const observer = new MutationObserver((changes) => {
    for (const { type, target, addedNodes } of changes) {
      if (type === "characterData") translate(target);
      else for (const node of addedNodes) translateAll(node);
    }
  });
  Element.prototype.attachShadow = function (options) {
    const root = attachShadow.call(this, options);
    observer.observe(root, { childList: true, characterData: true, subtree: true });
    return root;
  };
  /** Puts the original texts back, as "Show original" does. */
  window.showOriginal = () => {
    observer.disconnect();
    for (const [font, text] of originals) if (font.isConnected) font.replaceWith(text);
  };
};

/** What the widget says on screen, and how much of it is translated. */
export const said = (page) =>
  page.evaluate(() => {
    const { shadowRoot } = document.querySelector("leadership-audit");
    const text = [...shadowRoot.querySelectorAll(":scope > div > *")].map((part) => part.textContent).join("\n");
    return { text, translations: shadowRoot.querySelectorAll("font > font").length };
  });
