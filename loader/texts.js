// The paragraphs for each band: the same file whatever was answered, fetched while the audit is
// under way. Without it the results show their shorter words.
import { texts as integrity } from "virtual:integrity";
import { patiently } from "./patience.js";

const ADDRESS = new URL("leadership-audit-texts.en.json", import.meta.url);

let texts;

/** The file's text, once for all elements of a page; none after a failure, and asked for again then. */
export function loadTexts() {
  texts ??= patiently(async (signal) => {
    const response = await fetch(ADDRESS, { __proto__: null, credentials: "omit", integrity, signal });
    return response.ok ? response.text() : Promise.reject(response);
  }).catch(() => {
    texts = undefined;
  });
  return texts;
}
