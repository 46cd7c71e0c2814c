// Of the product's dist/: which files a visitor's browser may fetch, and what they weigh.
import { brotliCompressSync, constants } from "node:zlib";

/** What is beside the widget for owners and developers, by its path in dist/; the languages for tests and what is compressed too. */
export const NOT_FOR_VISITORS =
  /^((index(\.[\w-]+)?\.html|embed\.html|sri\.json|embed-height\.js|licences\.txt|docs|site|schema|instruments|questionnaires)(\/|$)|leadership-audit-builder|leadership-audit-words\.(en-XA|ar-XB)\.)|\.(br|gz)$/;

/** As a host sends it that has compressed everything before: quality 11. */
export function brotli(body) {
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: 11,
    [constants.BROTLI_PARAM_SIZE_HINT]: body.length,
  };
  return brotliCompressSync(body, { params });
}
