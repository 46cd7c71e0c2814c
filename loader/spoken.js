// The language of one element: the one that the page asks for, and the current one.
import { FALLBACK, drawable, fetchLanguage, languageOf, wantedBy } from "./language.js";

export class Spoken {
  #host;
  /** The tag of the language that the page asks for. */
  #asked = FALLBACK.tag;
  /** The current language. */
  language = FALLBACK;
  /** The tags that the page asks for, separated by spaces: a questionnaire may have other languages. */
  wanted = "";

  constructor(host) {
    this.#host = host;
  }

  /** Asks the page again. @returns {boolean} whether it wants other languages than before */
  ask() {
    const before = this.wanted;
    const wanted = wantedBy(this.#host);
    this.wanted = "";
    // A loop, since some pages replace methods of Array.prototype.
    for (const tag of wanted) this.wanted += `${tag} `;
    this.#asked = languageOf(wanted);
    return this.wanted !== before;
  }

  /** The language for a first screen; undefined if it has to be fetched first. */
  get drawable() {
    return drawable(this.#asked);
  }

  /**
   * Fetches the language that the page asks for, with the texts of the parts in `linked`.
   * @returns nothing, where the page has meanwhile asked for another
   */
  async fetch(linked) {
    const tag = this.#asked;
    const language = await fetchLanguage(tag);
    await language.fetchAll(linked);
    return tag === this.#asked ? language : undefined;
  }

  /** Returns to the current language after the other could not be fetched. */
  stay() {
    this.#asked = this.language.tag;
  }

  /** The texts of a part, in whichever language is current once they have arrived. */
  async textsOf(part) {
    for (;;) {
      const { language } = this;
      await language.fetch(part);
      if (language === this.language) return language.table(part);
    }
  }
}
