// What the scripts of this page say, in its language.
import { ENGLISH } from "./english.js";

const { lang } = document.documentElement;
/** A page in another language has its words in a file of their own, which the build writes. */
const WORDS = lang === "en" ? ENGLISH : (await import(new URL(`words.${lang}.js`, import.meta.url))).default;

/** First strong isolate and the end of it (Unicode Standard Annex 9): what is filled in keeps its own direction. */
const [ISOLATE, END] = document.documentElement.dir === "rtl" ? ["\u2068", "\u2069"] : ["", ""];
const isMarkup = (value) => String(value).startsWith("<");
const isolated = (value) => (isMarkup(value) ? value : `${ISOLATE}${value}${END}`);

/** @param {string} key @param {Record<string, string | number>} [values] for the places of the sentence */
export function say(key, values = {}) {
  const text = WORDS[key];
  if (text === undefined) throw new Error(`There is no text ${key}`);
  return text.replace(/\{(\w+)\}/g, (_, place) => isolated(values[place]));
}
