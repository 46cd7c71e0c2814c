// Injects traps into the programs from outside: every function that a program imports is wrapped, and one of the
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
  const { compileStreaming, instantiate } = WebAssembly;
  /** The program of each module, by the file that it came from. */
  const programs = new WeakMap();
  WebAssembly.compileStreaming = async (response) => {
    const module = await compileStreaming.call(WebAssembly, response);
    programs.set(module, response.url.includes("-workbook_") ? "workbook" : "widget");
    return module;
  };
  const state = {
    /** The number of instances so far. */
    instances: { widget: 0, workbook: 0 },
    /** Calls of imported functions since the trap was armed. */
    calls: { widget: 0, workbook: 0 },
    /** The number of the call that traps. */
    at: { widget: Infinity, workbook: Infinity },
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
  window.arm = (program, at, always = false) => {
    state.calls[program] = 0;
    state.at[program] = at;
    state.always = always;
  };
  WebAssembly.instantiate = (module, imports) => {
    const program = programs.get(module);
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
