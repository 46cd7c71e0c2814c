// A lock among the tabs of a site.

/** How long to wait for another tab, which may have crashed with the lock. */
const PATIENCE_MS = 5000;

/**
 * Waits for the lock of this name. Gives the function that releases it; undefined where there are no Web Locks, and
 * when the wait was in vain.
 */
export const hold = (name) =>
  new Promise((got) => {
    const { locks } = navigator;
    if (!locks) return got();
    const options = { __proto__: null, signal: AbortSignal.timeout?.(PATIENCE_MS) };
    locks.request(name, options, () => new Promise(got)).catch(() => got());
  });
