// Packs the program's files for loader/unpack.js.
import { CODE, copyCode, isUnusual, LENGTH_BYTES, MARK, numberOf, OPCODE, PACKED, sectionOf, STREAMS, unpack } from "./unpack.js";

/** A WebAssembly module with its code section packed. */
export function pack(module) {
  const { start, end, ...section } = sectionOf(module, CODE);
  let { at } = section;
  /** Where the function that is being packed ends. */
  let limit = end;
  const require = (isSo) => {
    if (!isSo) throw new Error(`A function that ends at byte ${limit} has an instruction that loader/unpack.js does not know`);
  };
  const next = () => {
    require(at < limit);
    return module[at++];
  };
  const streams = Array.from({ length: STREAMS }, () => []);
  const copy = (stream) => streams[stream].push(next());
  const number = (stream) => {
    const from = at;
    const value = numberOf(next);
    streams[stream].push(...module.subarray(from, at));
    return value;
  };
  const opcode = () => {
    const found = isUnusual(module, at) ? module[at] + MARK : module[at];
    next();
    streams[OPCODE].push(found);
    return found;
  };
  const sized = (write) => {
    limit = end;
    const size = numberOf(next);
    limit = at + size;
    write();
    require(at === limit);
  };
  copyCode({ copy, number, opcode, imply: next, sized });
  const content = Buffer.concat([lengthOf(module), ...streams.map(lengthOf), ...streams.map((bytes) => Buffer.from(bytes))]);
  const packed = Buffer.concat([module.subarray(0, start), Buffer.from([PACKED]), lengthOf(content), content, module.subarray(end)]);
  if (!module.equals(unpack(packed))) throw new Error("What was packed is another module when it is unpacked");
  return packed;
}

/** In LEB128, of `LENGTH_BYTES` bytes however short it is. */
function lengthOf({ length }) {
  if (length >> (7 * LENGTH_BYTES)) throw new Error(`${length} bytes are too many for a packed section`);
  return Buffer.from(Array.from({ length: LENGTH_BYTES }, (_, place) => ((length >> (7 * place)) & 0x7f) | (place + 1 < LENGTH_BYTES ? 0x80 : 0)));
}
