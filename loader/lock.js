// Locks among the tabs of a site.

/**
 * How long a lock is held on to when its work is done: what was written to localStorage reaches the copy of another tab's
 * process a moment later, and nothing says when.
 */
const SETTLED_MS = 1000;

/** What releases each lock that the program holds. */
const held = new Set();

/** Waits for the lock of this name. Gives the function that releases it; undefined where there are no Web Locks. */
export const hold = (name) =>
  new Promise((got) => {
    const { locks } = navigator;
    if (!locks) return got();
    const work = () =>
      new Promise((done) => {
        held.add(done);
        got(() => {
          held.delete(done);
          setTimeout(done, SETTLED_MS);
        });
      });
    // In a frame without an origin there are none either.
    locks.request(name, work).catch(() => got());
  });

/** Releases every lock of a program that has crashed. */
export function releaseAll() {
  for (const done of held) done();
  held.clear();
}
