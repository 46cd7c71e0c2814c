// What the element needs on a page that knows nothing of it.
import { keepKeys } from "./keys.js";
import { Theme } from "./theme.js";
import { followTranslators } from "./translated.js";
import { uncoverFocus } from "./uncover.js";

/** @param {HTMLElement} box the one child of the shadow root @returns {Theme} */
export function settle(root, box) {
  keepKeys(root);
  followTranslators(root);
  uncoverFocus(root);
  return new Theme(root.host, box);
}
