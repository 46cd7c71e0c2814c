// Lets the program adopt the nodes of a first screen. While Yew renders that screen for the first time, the glue calls
// these functions instead of the browser's, and they return the nodes that the loader has drawn, so focus and presses
// survive. Several widgets may wait for their first render while others render; each render runs without interruption.

export class Adopter {
  /** The roots to adopt; from the moment Yew starts to render into one, with its nodes. */
  #roots = new WeakMap();
  /** The nodes of the current root that are not adopted yet, in the order in which Yew creates them: parents first, siblings from the last. */
  #left = [];
  /** The nodes that were taken over, until Yew puts them where they are. */
  #taken = new Set();
  /** Where the next element will be. */
  #parent;
  /** The element that was created last. */
  #made;

  /** Has the first drawing into `root` take its nodes over. */
  adopt(root) {
    this.#roots.set(root, []);
  }

  /** Yew empties a root before it draws into it: nothing is to be removed where nodes are taken over. */
  lastChild(node) {
    const nodes = this.#roots.get(node);
    if (!nodes) return node.lastChild;
    note(node, nodes);
    return null;
  }

  /** Yew asks for this of the parent of each element but `svg`, just before it creates one. */
  namespaceURI(node) {
    this.#parent = node;
    return node.namespaceURI;
  }

  createElement(page, name) {
    this.#made = this.#takeElement(name) ?? page.createElement(name);
    return this.#made;
  }

  createElementNS(page, namespace, name) {
    return this.#takeElement(name) ?? page.createElementNS(namespace, name);
  }

  /** Yew makes most elements by copying the first one of their name, which it copied as soon as it was created. */
  cloneNode(node) {
    const isFirst = node === this.#made;
    this.#made = undefined;
    if (isFirst) return document.createElement(node.localName);
    return this.#takeElement(node.localName) ?? node.cloneNode();
  }

  createTextNode(page, text) {
    const [node] = this.#left;
    if (!node || !text) return page.createTextNode(text);
    if (node.nodeType !== Node.TEXT_NODE || !node.data.endsWith(text)) return this.#drop() ?? page.createTextNode(text);
    // Texts beside each other were drawn as one.
    if (node.data !== text) return this.#take(node.splitText(node.data.length - text.length));
    return this.#take(this.#left.shift());
  }

  insertBefore(parent, node, next) {
    return this.#taken.delete(node) ? node : parent.insertBefore(node, next);
  }

  #takeElement(name) {
    if (this.#roots.has(this.#parent)) {
      this.#left = this.#roots.get(this.#parent);
      this.#roots.delete(this.#parent);
    }
    const [node] = this.#left;
    if (!node || (name !== "svg" && node.parentNode !== this.#parent)) return undefined;
    if (node.localName === name) return this.#take(this.#left.shift());
    return this.#drop();
  }

  /** Removes the nodes that are left: they are of another screen than the one that Yew renders. */
  #drop() {
    for (const other of this.#left) other.remove();
    this.#left = [];
    return undefined;
  }

  #take(node) {
    this.#taken.add(node);
    return node;
  }
}

/** Notes the nodes inside of `parent`. */
function note(parent, nodes) {
  for (let child = parent.lastChild; child; child = child.previousSibling) {
    nodes.push(child);
    note(child, nodes);
  }
}
