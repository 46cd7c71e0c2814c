// Traps in the program, made from outside: every function that the program calls is wrapped, and one
// of the calls ends in the instruction that a Rust panic ends in. Nothing in what ships knows of it.

/** Runs in the page before its scripts. */
export function armTraps() {
  // (module (func (export "trap") unreachable))
  const bytes = [
    0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1, 96, 0, 0, 3, 2, 1, 0, 7, 8, 1, 4, 116, 114, 97, 112, 0, 0,
    10, 5, 1, 3, 0, 0, 11,
  ];
  if (typeof WebAssembly !== "object") return;
  const { trap } = new WebAssembly.Instance(new WebAssembly.Module(new Uint8Array(bytes))).exports;
  const { instantiate } = WebAssembly;
  const state = {
    /** How many instances there have been. */
    instances: 0,
    /** Calls out of the program since it was armed. */
    calls: 0,
    /** Which call traps. */
    at: Infinity,
    /** Whether every call from then on does. */
    always: false,
    /** When it did last, by the page's clock. */
    trappedAt: 0,
  };
  window.traps = state;
  window.arm = (at, always = false) => Object.assign(state, { calls: 0, at, always });
  WebAssembly.instantiate = (module, imports) => {
    state.instances++;
    const wrapped = {};
    for (const [space, functions] of Object.entries(imports)) {
      wrapped[space] = {};
      for (const [name, call] of Object.entries(functions)) {
        wrapped[space][name] =
          typeof call !== "function"
            ? call
            : (...values) => {
                const count = ++state.calls;
                if (count === state.at || (state.always && count > state.at)) {
                  state.trappedAt = performance.now();
                  trap();
                }
                return call(...values);
              };
      }
    }
    return instantiate.call(WebAssembly, module, wrapped);
  };
}
