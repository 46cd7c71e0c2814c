// Translators put an element of theirs in the place of each text, while the program goes on to change the text that it drew,
// to remove it, and to insert before it. So the text goes back beside its translation, empty: whatever the program writes
// into it replaces the translation, which also goes when the text goes.

/** @param {ShadowRoot} root */
export function followTranslators(root) {
  /** For each text that was replaced, what it said and the element that replaced it. */
  const translated = new Map();
  const isKnown = (node) => {
    for (const { by } of translated.values()) if (by === node) return true;
    return false;
  };
  /** What took the place of the text that a change removed, if it did so in two steps. */
  const isNew = (node) => node?.localName === "font" && !isKnown(node);
  const replacement = ({ addedNodes, previousSibling, nextSibling }) => {
    if (addedNodes.length) return addedNodes[0];
    return isNew(previousSibling) ? previousSibling : isNew(nextSibling) ? nextSibling : undefined;
  };

  const note = (change) => {
    const [gone] = change.removedNodes;
    const by = replacement(change);
    if (change.removedNodes.length !== 1 || change.addedNodes.length > 1 || by?.nodeType !== Node.ELEMENT_NODE) return;
    for (const one of translated.values()) if (one.by === gone) one.by = by;
    if (gone.nodeType !== Node.TEXT_NODE || gone.parentNode || by.parentNode !== change.target) return;
    // A new text of the program, which was translated before this was called.
    translated.get(gone)?.by.remove();
    by.before(gone);
    translated.set(gone, { by, said: gone.data });
    gone.data = "";
  };

  const follow = (text, { by, said }) => {
    if (text.data || !text.parentNode) by.remove();
    // The visitor went back to the original.
    else if (!by.parentNode) text.data = said;
    else if (text.isConnected) return;
    translated.delete(text);
  };

  const observer = new MutationObserver((changes) => {
    for (const change of changes) note(change);
    for (const [text, one] of translated) follow(text, one);
    // What was done here.
    observer.takeRecords();
  });
  observer.observe(root, { __proto__: null, childList: true, characterData: true, subtree: true });
}
