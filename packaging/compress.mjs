// For servers that send what is compressed already: each file as small as it gets, once.
import { brotliCompressSync, constants, gzipSync } from "node:zlib";

const COMPRESSED = /\.(wasm|js|txt|json|css|html|svg)$/;

/** @param {Record<string, Buffer>} files by name @returns {Record<string, Buffer>} each that can be compressed, as .br and .gz */
export function compressed(files) {
  const pairs = Object.entries(files)
    .filter(([name]) => COMPRESSED.test(name))
    .flatMap(([name, bytes]) => {
      const [br, gz] = once(name, bytes);
      return [[`${name}.br`, br], [`${name}.gz`, gz]];
    });
  return Object.fromEntries(pairs);
}

/** What was compressed, by what it was made of: two packages have the same files. */
const made = new WeakMap();

function once(name, bytes) {
  if (!made.has(bytes)) {
    made.set(bytes, [brotliCompressSync(bytes, { params: brotli(name, bytes) }), gzipSync(bytes, { level: 9 })]);
  }
  return made.get(bytes);
}

function brotli(name, bytes) {
  const text = constants.BROTLI_MODE_TEXT;
  return {
    [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
    [constants.BROTLI_PARAM_LGWIN]: constants.BROTLI_MAX_WINDOW_BITS,
    [constants.BROTLI_PARAM_MODE]: name.endsWith(".wasm") ? constants.BROTLI_MODE_GENERIC : text,
    [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
  };
}
