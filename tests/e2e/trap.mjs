// Traps in the programs, made from outside: between a program and everything that it calls stands
// a wrapper, and one of its calls ends in the instruction that a Rust panic ends in. Nothing in
// what ships knows of it.

/** Runs in the page before its scripts. */
export function armTraps() {
  // (module (func (export "trap") unreachable))
  const bytes = [
    0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1, 96, 0, 0, 3, 2, 1, 0, 7, 8, 1, 4, 116, 114, 97, 112, 0, 0,
    10, 5, 1, 3, 0, 0, 11,
  ];
  if (typeof WebAssembly !== "object") return;
  const { trap } = new WebAssembly.Instance(new WebAssembly.Module(new Uint8Array(bytes))).exports;
  const { compileStreaming, instantiate } = WebAssembly;
  /** Which program a module is, by the file that it came in. */
  const programs = new WeakMap();
  WebAssembly.compileStreaming = async (response) => {
    const module = await compileStreaming.call(WebAssembly, response);
    const [, program] = /-(widget|workbook)_bg\.wasm$/.exec(response.url) ?? [];
    programs.set(module, program);
    return module;
  };
  const state = {
    /** How many instances there have been. */
    instances: { widget: 0, workbook: 0 },
    /** Calls out of a program since it was armed. */
    calls: { widget: 0, workbook: 0 },
    /** Which call traps. */
    at: { widget: Infinity, workbook: Infinity },
    /** Whether every call from then on does. */
    always: false,
    /** When it did last, by the page's clock. */
    trappedAt: 0,
  };
  window.traps = state;
  window.arm = (program, at, always = false) => {
    state.calls[program] = 0;
    state.at[program] = at;
    state.always = always;
  };
  WebAssembly.instantiate = (module, imports) => {
    const program = programs.get(module);
    // A part of a program calls nothing outside it.
    if (!program) return instantiate.call(WebAssembly, module, imports);
    state.instances[program]++;
    const wrapped = {};
    for (const [space, functions] of Object.entries(imports)) {
      wrapped[space] = {};
      for (const [name, call] of Object.entries(functions)) {
        wrapped[space][name] =
          typeof call !== "function"
            ? call
            : (...values) => {
                const count = ++state.calls[program];
                const { [program]: at } = state.at;
                if (count === at || (state.always && count > at)) {
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
