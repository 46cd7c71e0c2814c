// What a WebAssembly file is made of: its sections, and its functions by crate and module, out of the
// name section.

const SECTIONS = [
  "custom",
  "type",
  "import",
  "function",
  "table",
  "memory",
  "global",
  "export",
  "start",
  "element",
  "code",
  "data",
  "data count",
  "tag",
];
const IMPORTED_FUNCTION = 0;

class Reader {
  constructor(bytes, place = 0) {
    this.bytes = bytes;
    this.place = place;
  }

  number() {
    let [value, shift, byte] = [0, 0, 0];
    do {
      byte = this.bytes[this.place++];
      value += (byte & 0x7f) * 2 ** shift;
      shift += 7;
    } while (byte & 0x80);
    return value;
  }

  take(length) {
    this.place += length;
    return this.bytes.subarray(this.place - length, this.place);
  }

  text() {
    return this.take(this.number()).toString("utf8");
  }

  get ends() {
    return this.place >= this.bytes.length;
  }
}

/** Every section: `name` (a custom one's own) and `body`. */
export function sections(bytes) {
  const found = [];
  for (const reader = new Reader(bytes, 8); !reader.ends;) {
    const id = reader.number();
    const inside = new Reader(reader.take(reader.number()));
    const name = id === 0 ? inside.text() : (SECTIONS[id] ?? `section ${id}`);
    found.push({ name, body: inside.bytes.subarray(inside.place) });
  }
  return found;
}

function limits(reader) {
  const flags = reader.number();
  reader.number();
  if (flags & 1) reader.number();
}

/** How many functions come before the first one with a body. */
function importedFunctions(body) {
  const reader = new Reader(body);
  let count = 0;
  for (let left = reader.number(); left > 0; left--) {
    reader.text();
    reader.text();
    const kind = reader.number();
    if (kind === IMPORTED_FUNCTION) count++;
    if (kind === 1) {
      reader.number();
      limits(reader);
    } else if (kind === 2) limits(reader);
    else if (kind === 3) reader.take(2);
    else reader.number();
  }
  return count;
}

function functionNames(body) {
  const names = new Map();
  for (const reader = new Reader(body); !reader.ends;) {
    const kind = reader.number();
    const inside = new Reader(reader.take(reader.number()));
    if (kind !== 1) continue;
    for (let left = inside.number(); left > 0; left--) names.set(inside.number(), inside.text());
  }
  return names;
}

/** Every function with a body: its symbol name and its bytes. */
export function functions(bytes) {
  const all = new Map(sections(bytes).map(({ name, body }) => [name, body]));
  const names = all.has("name") ? functionNames(all.get("name")) : new Map();
  if (names.size === 0) throw new Error("this program was built without names");
  const first = all.has("import") ? importedFunctions(all.get("import")) : 0;
  const reader = new Reader(all.get("code"));
  return Array.from({ length: reader.number() }, (_, place) => ({
    name: names.get(first + place) ?? "",
    body: reader.take(reader.number()),
  }));
}

/** The library that comes with the compiler: what uses it is more telling. */
const STANDARD = new Set(["core", "alloc", "std", "compiler_builtins", "hashbrown", "dlmalloc"]);
/** `crate::module`, where no path goes before it; v0 symbols have the crate's hash in brackets. */
const PATH = /(?<![\w:])([a-z_][a-z0-9_]*)(?:\[[0-9a-f]+\])?::(\w*)/g;
/** What other names stand for: generic code of Yew's that holds ours, and what the loader calls. */
const KNOWN = [
  [/CompStateInner<COMP> as .*::view/, { crate: "leadership_audit", module: "ui" }],
  [/shim$|^__externref|^__wbindgen/, { crate: "leadership_audit", module: "main" }],
];

/**
 * The crate, and the module in it, that a function belongs to by its demangled name: the first one
 * named, in the types of generic code too, that is not the standard library.
 */
export function owner(name) {
  for (const [pattern, known] of KNOWN) if (pattern.test(name)) return known;
  let standard = { crate: "", module: "" };
  for (const [, crate, module] of name.matchAll(PATH)) {
    if (!STANDARD.has(crate)) return { crate, module };
    if (!standard.crate) standard = { crate, module };
  }
  return standard;
}
