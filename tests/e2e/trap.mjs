// Injects traps into the program from outside: every function that the program imports is wrapped, and one of the
// calls executes the instruction that a Rust panic ends in. No shipped code knows about it.

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
    /** The number of instances so far. */
    instances: 0,
    /** Calls of imported functions since the trap was armed. */
    calls: 0,
    /** The number of the call that traps. */
    at: Infinity,
    /** Whether every later call traps, too. */
    always: false,
    /** The delays of all timers that were set since the first trap, in milliseconds. */
    delays: undefined,
  };
  window.traps = state;
  window.noteTrap = () => {
    if (state.delays) return;
    state.delays = [];
    const { setTimeout } = window;
    window.setTimeout = (act, ms = 0, ...values) => {
      state.delays.push(ms);
      return setTimeout(act, ms, ...values);
    };
  };
  window.arm = (at, always = false) => Object.assign(state, { calls: 0, at, always });
  WebAssembly.instantiate = (module, imports) => {
    // A part of the program imports its memory and table, but calls nothing outside.
    const calls = Object.values(imports).some((space) =>
      Object.values(space).some((value) => typeof value === "function"),
    );
    if (!calls) return instantiate.call(WebAssembly, module, imports);
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
                  window.noteTrap();
                  trap();
                }
                return call(...values);
              };
      }
    }
    return instantiate.call(WebAssembly, module, wrapped);
  };
}
