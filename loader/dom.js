// Elements, made by calls alone: strict Trusted Types let no HTML be parsed.

export function element(name, properties = {}, ...children) {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
}
