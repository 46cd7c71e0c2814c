// Replaces the bodies of functions that no screen reaches with `unreachable`, in the module that the
// linker has written with its relocations. wasm-split-cli then leaves out what only they refer to,
// code and data.

/** The functions, by their symbols. */
const UNREACHABLE = [
  // No screen has a portal.
  /3yew10dom_bundle7bportal.*7VPortalNt.*12Reconcilable6attach$/,
  /3yew5utils.*7vportal7VPortalE.*5RcExt.*15unwrap_or_cloneB7_$/,
  /5alloc2rc.*7vportal7VPortalE9drop_slow/,
  // The one component is the root: none is in what it draws.
  /3yew10dom_bundle5bcomp.*5VCompNt.*12Reconcilable6attach$/,
  /3yew5utils.*5vcomp5VCompE.*5RcExt.*15unwrap_or_cloneB7_$/,
  /5alloc2rc.*5vcomp5VCompE9drop_slow/,
  // `html!` and `attributed` list attributes; only elements made without them have maps.
  /8indexmap3map.*8IndexMap.*7IString.*12get_index_of/,
  /5alloc2rc.*8IndexMap.*19AttributeOrPropertyEE9drop_slow/,
  // No component suspends.
  /3yew4html9component5scope.*8AnyScope17find_parent_scope.*12BaseSuspense/,
  /3yew10dom_bundle9bsuspense.*9VSuspenseNt.*12Reconcilable6attach$/,
  /3yew5utils.*9vsuspense9VSuspenseE.*5RcExt.*15unwrap_or_cloneB7_$/,
  /5alloc2rc.*9vsuspense9VSuspenseE9drop_slow/,
  // No screen is made of text in HTML.
  /3yew10dom_bundle4braw.*4VRawNt.*12Reconcilable6attach$/,
  /3yew10dom_bundle4braw.*4BRaw13detach_bundle$/,
];

const CUSTOM = 0;
const IMPORT = 2;
const CODE = 10;
/** The kinds of relocation that end in an addend. */
const WITH_ADDEND = new Set([3, 4, 5, 8, 9, 11, 14, 15, 16, 17, 21, 22, 23, 25]);

class Reader {
  constructor(bytes, place = 0) {
    Object.assign(this, { bytes, place });
  }

  get ends() {
    return this.place >= this.bytes.length;
  }

  /** A number in LEB128, signed ones included: only their length matters here. */
  number() {
    let [value, scale, byte] = [0, 1, 0];
    do {
      byte = this.bytes[this.place++];
      value += (byte & 0x7f) * scale;
      scale *= 128;
    } while (byte & 0x80);
    return value;
  }

  take(length) {
    this.place += length;
    return this.bytes.subarray(this.place - length, this.place);
  }

  text() {
    return this.take(this.number()).toString("latin1");
  }
}

/** A number in LEB128. */
function encoded(value) {
  const bytes = [];
  for (; value > 0x7f; value = Math.floor(value / 128)) bytes.push((value & 0x7f) | 0x80);
  return Buffer.from([...bytes, value]);
}

/** The module in which those functions trap. */
export function withoutUnreachable(bytes) {
  const module = Buffer.from(bytes);
  const sections = read(module);
  const code = sections.find(({ id }) => id === CODE);
  const found = namesOf(sections.find(({ name }) => name === "name").body).filter(([, name]) =>
    UNREACHABLE.some((symbol) => symbol.test(name)),
  );
  for (const symbol of UNREACHABLE) {
    const matches = found.filter(([, name]) => symbol.test(name)).length;
    if (matches !== 1) throw new Error(`${matches} functions of the program match ${symbol}`);
  }
  const first = importedFunctions(sections.find(({ id }) => id === IMPORT).body);
  const ranges = found.map(([index]) => trap(code.body, index - first));
  const dead = (offset) => ranges.some(([from, to]) => offset >= from && offset < to);
  const parts = sections.map((section) => {
    if (section.name !== "reloc.CODE") return section.whole;
    const body = Buffer.concat([encoded(10), Buffer.from("reloc.CODE"), without(section.body, dead)]);
    return Buffer.concat([Buffer.from([CUSTOM]), encoded(body.length), body]);
  });
  return Buffer.concat([module.subarray(0, 8), ...parts]);
}

function read(module) {
  const sections = [];
  for (const reader = new Reader(module, 8); !reader.ends;) {
    const from = reader.place;
    const id = reader.number();
    const inside = new Reader(reader.take(reader.number()));
    const name = id === CUSTOM ? inside.text() : undefined;
    const body = inside.bytes.subarray(inside.place);
    sections.push({ id, name, body, whole: module.subarray(from, reader.place) });
  }
  return sections;
}

/** The names of functions: `[index, name]`. */
function namesOf(body) {
  const names = [];
  for (const reader = new Reader(body); !reader.ends;) {
    const kind = reader.number();
    const inside = new Reader(reader.take(reader.number()));
    if (kind !== 1) continue;
    for (let left = inside.number(); left > 0; left--) names.push([inside.number(), inside.text()]);
  }
  return names;
}

/** What the linker writes imports functions alone. */
function importedFunctions(body) {
  return new Reader(body).number();
}

/** Overwrites a body in its place and length. Returns the range of what was there. */
function trap(code, index) {
  const reader = new Reader(code);
  reader.number();
  for (let left = index; left > 0; left--) reader.take(reader.number());
  const body = reader.take(reader.number());
  // No locals, `unreachable`, any number of `nop`, `end`.
  body.fill(0x01).set([0x00, 0x00]);
  body[body.length - 1] = 0x0b;
  return [reader.place - body.length, reader.place];
}

/** The relocations but for those at a dead place. */
function without(body, dead) {
  const reader = new Reader(body);
  const target = reader.number();
  const kept = [];
  for (let left = reader.number(); left > 0; left--) {
    const from = reader.place;
    const kind = reader.number();
    const offset = reader.number();
    reader.number();
    if (WITH_ADDEND.has(kind)) reader.number();
    if (!dead(offset)) kept.push(body.subarray(from, reader.place));
  }
  return Buffer.concat([encoded(target), encoded(kept.length), ...kept]);
}
