// Between a program and everything that calls it. A Rust panic ends in a trap, and neither a trap
// nor an exception leaves an instance fit for use: what it held stays held. So the first that
// escapes from any of its functions ends the instance, and the page hears nothing of it.

/**
 * @param exports of an instance
 * @param {(error: unknown) => void} fell hears once, while the calls that failed are being left
 * @returns the same exports; once the instance has fallen they do nothing, and return what the glue
 *   takes for no value and no error
 */
export function guard(exports, fell) {
  const guarded = Object.create(null);
  let depth = 0;
  let fallen = false;

  const guardedCall =
    (call) =>
    (...values) => {
      if (fallen) {
        // What still runs in there must not go on as if nothing had happened.
        if (depth > 0) throw new Error("This instance has stopped.");
        return [];
      }
      depth++;
      try {
        return call(...values);
      } catch (error) {
        if (!fallen) {
          fallen = true;
          fell(error);
        }
        if (depth > 1) throw error;
        return [];
      } finally {
        depth--;
      }
    };

  for (const name of Object.keys(exports)) {
    const value = exports[name];
    guarded[name] = typeof value === "function" ? guardedCall(value) : value;
  }
  return guarded;
}
