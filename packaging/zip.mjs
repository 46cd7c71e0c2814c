// A zip file of the plainest kind, always the same bytes for the same entries: in order of their
// names, all of them dated to the first day that zip knows.
import { deflateRawSync } from "node:zlib";

const FIRST_DAY = 0x21;
/** Version 2.0 of the format, for deflate. */
const NEEDS = 20;
/** An ordinary file that all may read, as Unix says it, and made on Unix. */
const MODE = (0o100644 << 16) >>> 0;
const MADE_BY = (3 << 8) | NEEDS;
const DEFLATED = 8;
/** Names are UTF-8. */
const UTF8 = 1 << 11;

const TABLE = Uint32Array.from({ length: 256 }, (_, index) => {
  let value = index;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value;
});

export function crc32(bytes) {
  let crc = 0xffffffff;
  for (const byte of bytes) crc = TABLE[(crc ^ byte) & 0xff] ^ (crc >>> 8);
  return (crc ^ 0xffffffff) >>> 0;
}

/** Fields of 2 or 4 bytes, little-endian. */
function fields(...pairs) {
  const bytes = Buffer.alloc(pairs.reduce((sum, [size]) => sum + size, 0));
  let place = 0;
  for (const [size, value] of pairs) place = bytes.writeUIntLE(value, place, size);
  return bytes;
}

/** @param {Record<string, Buffer>} files by their names in the archive */
export function zip(files) {
  const contents = [];
  const directory = [];
  let offset = 0;
  const names = Object.keys(files).sort();
  for (const name of names) {
    const title = Buffer.from(name);
    const packed = deflateRawSync(files[name], { level: 9 });
    const shared = fields(
      [2, NEEDS],
      [2, UTF8],
      [2, DEFLATED],
      [2, 0],
      [2, FIRST_DAY],
      [4, crc32(files[name])],
      [4, packed.length],
      [4, files[name].length],
      [2, title.length],
      [2, 0],
    );
    const header = [fields([4, 0x04034b50]), shared, title, packed];
    const rest = fields([2, 0], [2, 0], [2, 0], [4, MODE], [4, offset]);
    directory.push(fields([4, 0x02014b50], [2, MADE_BY]), shared, rest, title);
    contents.push(...header);
    offset += Buffer.concat(header).length;
  }
  const listed = Buffer.concat(directory);
  const end = fields(
    [4, 0x06054b50],
    [2, 0],
    [2, 0],
    [2, names.length],
    [2, names.length],
    [4, listed.length],
    [4, offset],
    [2, 0],
  );
  return Buffer.concat([...contents, listed, end]);
}
