// Pages that are the same file in every language: they speak the one that is asked for, as far as it is translated.

/**
 * @typedef {{ direction: "ltr" | "rtl", texts: Record<string, string> }} Translation the texts by the keys of `data-text`
 */

/**
 * The language asked for, or one of its relatives. @param {string} lang a BCP 47 tag
 * @param {Record<string, Translation>} translations by tag @returns {string | undefined} the tag
 */
export function nearest(lang, translations) {
  const wanted = lang.toLowerCase();
  const [language] = wanted.split("-");
  const tags = Object.keys(translations);
  return (
    tags.find((tag) => tag.toLowerCase() === wanted) ?? tags.find((tag) => tag.toLowerCase().split("-")[0] === language)
  );
}

/** Puts the marked texts of this page into one of these languages. */
export function speak(tag, translations) {
  const { direction, texts } = translations[tag];
  const root = document.documentElement;
  root.lang = tag;
  root.dir = direction;
  for (const element of document.querySelectorAll("[data-text]")) {
    element.textContent = texts[element.dataset.text] ?? element.textContent;
  }
}
