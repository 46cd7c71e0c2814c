// Lets the program take over the nodes of a first screen: what it asks the browser to create while it draws that screen
// for the first time is there already, focus and all. The glue calls these functions in place of the browser's.

export class Adopter {
  /** The nodes yet to be taken over, in the order in which Yew creates them: parents first, siblings from the last. */
  #left = [];
  /** The nodes that were taken over and still stand where they were. */
  #taken = new Set();
  /** The roots that are drawn already. */
  #roots = new Set();
  /** The element that was created last. */
  #made;

  /** Has the first drawing into `root` take its nodes over. */
  adopt(root) {
    this.#roots.add(root);
  }

  /** Yew empties a root before it draws into it: nothing is to be removed where nodes are taken over. */
  lastChild(node) {
    if (!this.#roots.delete(node)) return node.lastChild;
    this.#note(node);
    return null;
  }

  #note(parent) {
    for (let child = parent.lastChild; child; child = child.previousSibling) {
      this.#left.push(child);
      this.#note(child);
    }
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
    if (node?.nodeType !== Node.TEXT_NODE || !text || !node.data.endsWith(text)) return page.createTextNode(text);
    // Texts beside each other were drawn as one.
    if (node.data !== text) return this.#take(node.splitText(node.data.length - text.length));
    return this.#take(this.#left.shift());
  }

  insertBefore(parent, node, next) {
    return this.#taken.delete(node) ? node : parent.insertBefore(node, next);
  }

  #takeElement(name) {
    const [node] = this.#left;
    if (!node) return undefined;
    if (node.localName === name) return this.#take(this.#left.shift());
    // Not the screen that is drawn here.
    for (const other of this.#left) other.remove();
    this.#left = [];
    return undefined;
  }

  #take(node) {
    this.#taken.add(node);
    return node;
  }
}
