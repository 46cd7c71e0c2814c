// Restores the program's files. In a packed file the code section of a WebAssembly module has the same bytes in another
// order: opcodes, locals, constants, offsets and so on each by themselves, which compresses a tenth better.

/** The code section, and the section that stands for it in a packed file: no module has one of that number. */
export const CODE = 10;
export const PACKED = 0x7f;

/** How many bytes each length in a packed section takes. */
export const LENGTH_BYTES = 3;

/** The streams: one for each kind of byte, so that like is near like. */
export const OPCODE = 0;
const LOCALS = 1;
const BLOCK = 2;
const BRANCH = 3;
const TABLE = 4;
const CALL = 5;
const TYPE = 6;
const GET = 7;
const SET = 8;
const TEE = 9;
const GLOBAL = 10;
const ALIGNMENT = 11;
const LOAD = 12;
const STORE = 13;
const SMALL = 14;
const LARGE = 15;
const LONG = 16;
const FLOAT = 17;
export const STREAMS = 18;

/** The streams of the operands that follow an opcode, numbers in LEB128; what is not here has none, or is below. */
const OPERANDS = {
  __proto__: null,
  0x02: [BLOCK],
  0x03: [BLOCK],
  0x04: [BLOCK],
  0x0c: [BRANCH],
  0x0d: [BRANCH],
  0x10: [CALL],
  0x11: [TYPE, TABLE],
  0x20: [GET],
  0x21: [SET],
  0x22: [TEE],
  0x23: [GLOBAL],
  0x24: [GLOBAL],
  0x25: [TABLE],
  0x26: [TABLE],
  0x3f: [TABLE],
  0x40: [TABLE],
  0x41: [SMALL],
  0x42: [LONG],
  0xd0: [TYPE],
  0xd2: [CALL],
};
const FIRST_BLOCK = 0x02;
const LAST_BLOCK = 0x04;
const END = 0x0b;
const BR_TABLE = 0x0e;
const FIRST_LOAD = 0x28;
const FIRST_STORE = 0x36;
const LAST_STORE = 0x3e;
const I32_CONST = 0x41;
const F32_CONST = 0x43;
const F64_CONST = 0x44;
const PREFIX = 0xfc;
/** After the prefix: `memory.copy` and, with one operand less, `memory.fill`. */
const MEMORY_COPY = 10;
const MEMORY_FILL = 11;

/** The usual alignment of each load and store, as a power of two. Streams have no other, unless the opcode is marked. */
const ALIGNMENTS = "23230011001122232301012";
/** Added to an opcode, marks a load or store with another alignment, and a constant of more than two bytes: most are addresses. */
export const MARK = 0xb6;

/** Whether the opcode at this place of a module is to be marked. */
export function isUnusual(module, at) {
  const [code, first, second] = module.subarray(at, at + 3);
  if (code >= FIRST_LOAD && code <= LAST_STORE) return first !== +ALIGNMENTS[code - FIRST_LOAD];
  return code === I32_CONST && first > 0x7f && second > 0x7f;
}

/** Whether an opcode in a stream is marked. No opcode of ours is that high. */
const isMarked = (found) => found >= FIRST_LOAD + MARK && found <= I32_CONST + MARK;

/** A number in LEB128, of the bytes that `next` returns. */
export function numberOf(next) {
  let value = 0;
  let byte;
  for (let shift = 0; shift === 0 || byte > 0x7f; shift += 7) value |= ((byte = next()) & 0x7f) << shift;
  return value;
}

/** Where the section of this kind starts in a module, where its content does, and where it ends. */
export function sectionOf(module, kind) {
  let at = 8;
  const next = () => module[at++];
  while (at < module.length) {
    const start = at;
    const id = next();
    const size = numberOf(next);
    if (id === kind) return { start, at, end: at + size };
    at += size;
  }
}

/**
 * Copies a code section from a module into streams, or back.
 * @param {object} way which of both
 * @param {(stream: number) => void} way.copy copies a byte of this stream
 * @param {(stream: number) => number} way.number copies a number in LEB128 of this stream and returns it, but for its sign
 * @param {() => number} way.opcode copies an opcode and returns it as it is in the stream
 * @param {(byte: number) => void} way.imply writes a byte that only a module has
 * @param {(write: () => void) => void} way.sized writes something with its size, which only a module has, before it
 */
export function copyCode(way) {
  const { copy, number, opcode, imply } = way;
  const copyFunction = () => {
    for (let groups = number(LOCALS); groups; groups--) {
      number(LOCALS);
      copy(LOCALS);
    }
    for (let depth = 1; depth;) {
      const found = opcode();
      if (isMarked(found)) copyUnusual(way, found - MARK);
      else if (found >= FIRST_LOAD && found <= LAST_STORE) {
        imply(ALIGNMENTS.charCodeAt(found - FIRST_LOAD) & 3);
        number(found < FIRST_STORE ? LOAD : STORE);
      } else {
        copyOperands(way, found);
        if (found >= FIRST_BLOCK && found <= LAST_BLOCK) depth++;
        else if (found === END) depth--;
      }
    }
  };
  for (let left = number(LOCALS); left; left--) way.sized(copyFunction);
}

/** Copies the operands of a marked opcode. */
function copyUnusual({ copy, number }, code) {
  if (code === I32_CONST) number(LARGE);
  else {
    copy(ALIGNMENT);
    number(code < FIRST_STORE ? LOAD : STORE);
  }
}

/** Copies the operands of any other opcode. */
function copyOperands({ copy, number }, code) {
  const streams = OPERANDS[code];
  if (streams) {
    for (let operand = 0; operand < streams.length; operand++) number(streams[operand]);
  } else if (code === BR_TABLE) {
    for (let left = number(TABLE); left >= 0; left--) number(TABLE);
  } else if (code === F32_CONST || code === F64_CONST) {
    for (let left = code === F32_CONST ? 4 : 8; left; left--) copy(FLOAT);
  } else if (code === PREFIX) {
    const prefixed = number(OPCODE);
    if (prefixed === MEMORY_COPY) number(TABLE);
    if (prefixed === MEMORY_COPY || prefixed === MEMORY_FILL) number(TABLE);
  }
}

/** The module that was packed as these bytes; of a module that was not, the bytes themselves. */
export function unpack(packed) {
  const section = sectionOf(packed, PACKED);
  if (!section) return packed;
  let { start, at, end } = section;
  const next = () => packed[at++];
  // A size has five bytes at most, and that many until it is known.
  const module = new Uint8Array(numberOf(next) + 10);
  const places = new Uint32Array(STREAMS);
  let place = at + LENGTH_BYTES * STREAMS;
  for (let stream = 0; stream < STREAMS; stream++) {
    places[stream] = place;
    place += numberOf(next);
  }
  module.set(packed.subarray(0, start));
  let to = start;
  const imply = (byte) => {
    module[to++] = byte;
  };
  const way = {
    __proto__: null,
    imply,
    copy: (stream) => imply(packed[places[stream]++]),
    number(stream) {
      let place = places[stream];
      let value = 0;
      let byte;
      for (let shift = 0; shift === 0 || byte > 0x7f; shift += 7) {
        byte = module[to++] = packed[place++];
        value |= (byte & 0x7f) << shift;
      }
      places[stream] = place;
      return value;
    },
    opcode() {
      const found = packed[places[OPCODE]++];
      imply(isMarked(found) ? found - MARK : found);
      return found;
    },
    sized(write) {
      let place = to;
      to += 5;
      const body = to;
      write();
      let size = to - body;
      for (; size > 0x7f; size >>= 7) module[place++] = size | 0x80;
      module[place++] = size;
      module.copyWithin(place, body, to);
      to += place - body;
    },
  };
  imply(CODE);
  way.sized(() => copyCode(way));
  module.set(packed.subarray(end), to);
  return module.subarray(0, to + packed.length - end);
}
