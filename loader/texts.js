// The paragraphs for each band: the same file whatever was answered, fetched while the audit is
// under way. Without it the results show their shorter words.
import { texts as integrity } from "virtual:integrity";

const ADDRESS = new URL("leadership-audit-texts.en.json", import.meta.url);

let texts;

/** The file's text, once for all elements of a page; asked for again after a failure. */
export function loadTexts() {
  texts ??= fetch(ADDRESS, { __proto__: null, credentials: "omit", integrity })
    .then((response) => (response.ok ? response.text() : Promise.reject(response)))
    .catch(() => {
      texts = undefined;
    });
  return texts;
}
