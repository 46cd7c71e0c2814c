import { brotliCompressSync, constants } from "node:zlib";

/** As a host sends it that has compressed everything before: quality 11. */
export function brotli(body) {
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: 11,
    [constants.BROTLI_PARAM_SIZE_HINT]: body.length,
  };
  return brotliCompressSync(body, { params });
}
