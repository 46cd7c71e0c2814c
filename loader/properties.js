// Properties that reflect attributes: an owner's script may set either.
import { PROPERTIES } from "./attributes.js";

/** Gives a class of elements its properties. */
export function defineProperties(prototype) {
  for (const [property, attribute] of Object.entries(PROPERTIES)) {
    Object.defineProperty(prototype, property, {
      configurable: true,
      enumerable: true,
      get() {
        return this.getAttribute(attribute);
      },
      set(value) {
        if (value === null || value === undefined) this.removeAttribute(attribute);
        else this.setAttribute(attribute, value);
      },
    });
  }
}

/** A property that was set before the element was defined hides the accessor: sets it again. */
export function upgradeProperties(host) {
  for (const property of Object.keys(PROPERTIES)) {
    if (!Object.hasOwn(host, property)) continue;
    const value = host[property];
    delete host[property];
    host[property] = value;
  }
}
