// The visitor's language: which one it is, and its files beside the loader. The loader carries the
// first screens and the sentences of one language, the fallback; every other brings its own.
import { fallback, pins } from "virtual:language";
import { fetchPinned } from "./pinned.js";
import { textsIn } from "./template.js";

/** The language whose first screens are drawn at once. */
export const FALLBACK = fallback;

const fileOf = (tag, part) => `leadership-audit-words.${tag}${part ? `.${part}` : ""}.txt`;

/** The regions of languages that are for tests alone. */
const PSEUDO = { __proto__: null, XA: true, XB: true };

/**
 * The languages that an element asks for: its own `lang`, or the nearest one around it, through shadow
 * roots; where there is none, the browser's.
 * @returns {readonly string[]} tags, the most wanted first
 */
export function wantedBy(host) {
  for (let node = host; node; node = node.getRootNode().host) {
    const named = node.closest("[lang]")?.getAttribute("lang");
    if (named) return [named];
  }
  return navigator.languages ?? [];
}

/** The tag of the first of these languages that there is, or of the fallback. */
export function languageOf(wanted) {
  for (const tag of wanted) {
    const found = match(tag);
    if (found) return found;
  }
  return FALLBACK.tag;
}

/**
 * Looks a tag up as BCP 47 does (RFC 4647, section 3.4), then any language of the same first subtag: a
 * reader of one kind of Portuguese understands the other. Pseudo-languages have to be asked for. Without
 * string methods, since some pages replace them.
 */
function match(tag) {
  let wanted;
  try {
    wanted = new Intl.Locale(tag);
  } catch {
    return undefined;
  }
  const { language, script, region } = wanted;
  const ranges = [`${language}-${script}-${region}`, `${language}-${region}`, `${language}-${script}`, language];
  for (const range of ranges) if (Object.hasOwn(pins, range)) return range;
  for (const own of Object.keys(pins)) {
    const known = new Intl.Locale(own);
    if (known.language === language && !PSEUDO[known.region]) return own;
  }
  return undefined;
}

/** One language with what has arrived of it. The program reads the same properties. */
class Language {
  #pins;
  #tables = new Map();
  #fetching = new Map();

  constructor({ tag, locale, direction, says, drawn, screens, questionnaire, first, pins }) {
    Object.assign(this, { tag, locale, direction, says, drawn, screens, plain: drawn.plain });
    this.questionnaire = questionnaire;
    this.#pins = pins;
    const { texts } = first;
    const carried = textsIn(FALLBACK);
    for (let at = 0; at < texts.length; at++) if (typeof texts[at] === "number") texts[at] = carried[texts[at]];
    this.#tables.set("first", first);
  }

  /** The texts of a part, once they have arrived. */
  table(part) {
    return this.#tables.get(part);
  }

  /** Whether texts of this part have yet to arrive. */
  lacks(part) {
    return Object.hasOwn(this.#pins, part) && !this.#tables.has(part);
  }

  /** Fetches the texts of several parts, and of those that are added to them meanwhile. */
  async fetchAll(parts) {
    // A loop, since some pages replace methods of Array.prototype; one at a time, since few are left.
    for (const part of parts) await this.fetch(part);
  }

  /** Fetches the texts of a part, if it has any. */
  async fetch(part) {
    if (!this.lacks(part)) return;
    if (!this.#fetching.has(part)) {
      const text = textOf(fileOf(this.tag, part), this.#pins[part]);
      this.#fetching.set(part, text);
      text.catch(() => this.#fetching.delete(part));
    }
    this.#tables.set(part, JSON.parse(await this.#fetching.get(part)));
  }
}

const textOf = async (file, hash) => new TextDecoder().decode(await fetchPinned(file, hash));

/** The languages that were fetched or are being fetched, by tag. */
const fetching = new Map();
const arrived = new Map();

/** Fetches a language, once for all elements of a page; again after a failure. */
export function fetchLanguage(tag) {
  if (!fetching.has(tag)) {
    const language = textOf(fileOf(tag), pins[tag]).then((text) => {
      const made = new Language({ ...FALLBACK, ...JSON.parse(text) });
      arrived.set(tag, made);
      return made;
    });
    fetching.set(tag, language);
    language.catch(() => fetching.delete(tag));
  }
  return fetching.get(tag);
}

/**
 * The language for a first screen; undefined if it has to be fetched first. A reader of another region reads the fallback
 * until then.
 */
export function drawable(tag) {
  if (tag === FALLBACK.tag) return FALLBACK;
  const { language, region } = new Intl.Locale(tag);
  const isRegional = language === new Intl.Locale(FALLBACK.tag).language && !PSEUDO[region];
  return arrived.get(tag) ?? (isRegional ? FALLBACK : undefined);
}

const watchers = new Set();
let observer;

/** Calls `watcher` whenever the language of the page changes. */
export function watchPage(watcher) {
  if (watchers.size === 0) {
    observer ??= new MutationObserver(() => {
      for (const watcher of watchers) watcher();
    });
    const options = { __proto__: null, attributes: true, attributeFilter: ["lang"] };
    observer.observe(document.documentElement, options);
  }
  watchers.add(watcher);
}

/** Unsubscribes a watcher. */
export function leavePage(watcher) {
  watchers.delete(watcher);
  if (watchers.size === 0) observer.disconnect();
}
