// The sentences of the page in the language that is asked for.
import { nearest, speak } from "./marked.js";
import { ENGLISH } from "./says.js";
import TRANSLATIONS from "./translations.js";

/** Languages whose sentences follow each other without a space. */
const CLOSE = /^(ja|zh)\b/;

/** Has the page speak a language. @param {string} lang a BCP 47 tag */
export function wordsIn(lang) {
  const tag = nearest(lang, TRANSLATIONS);
  if (tag) speak(tag, TRANSLATIONS);
  const texts = tag ? TRANSLATIONS[tag].texts : ENGLISH;
  return {
    say: (key, values = {}) => texts[key].replace(/\{(\w+)\}/g, (_, place) => values[place]),
    /** Whole sentences, one after the other. */
    joined: (...sentences) => sentences.join(CLOSE.test(tag) ? "" : " "),
  };
}
