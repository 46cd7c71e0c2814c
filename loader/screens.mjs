// Markup, as Yew draws it, to the data that loader/first-screen.js builds nodes from.
import { parseFragment } from "parse5";

function asData(node) {
  switch (node.nodeName) {
    case "#text":
      return node.value;
    default: {
      const attributes = Object.fromEntries(node.attrs.map(({ name, value }) => [name, value]));
      return [node.tagName, attributes, ...node.childNodes.map(asData)];
    }
  }
}

/** @param {Record<string, string>} markup by name of the screen */
export function screensAsData(markup) {
  return Object.fromEntries(
    Object.entries(markup).map(([name, text]) => [name, parseFragment(text).childNodes.map(asData)]),
  );
}
