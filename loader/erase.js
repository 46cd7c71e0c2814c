// Deletes everything that is stored of one audit, where the program that does so cannot run.

const STORAGES = ["localStorage", "sessionStorage"];

/** A damaged record may name a clock above this, after which no more could be written. */
const LATEST = 2 ** 52;

/** When a record was written, in logical time; 0 where it does not say so. */
function clockOf(text) {
  try {
    const { clock, began } = JSON.parse(text);
    const clocks = [clock, began].filter((one) => Number.isInteger(one) && one <= LATEST);
    return Math.max(0, ...clocks);
  } catch {
    return 0;
  }
}

/** Calls `act` with each storage that has keys of the audit, and with those keys. Whether none of it threw. */
function withStorages(prefix, act) {
  const done = STORAGES.map((name) => {
    try {
      const storage = window[name];
      const keys = Object.keys(storage).filter((key) => key.startsWith(prefix));
      if (keys.length) act(storage, keys);
      return true;
    } catch {
      return false;
    }
  });
  return done.every(Boolean);
}

/**
 * Deletes everything of this audit in both storages. Until the page is left a tombstone stays, later than every record,
 * as the program writes it: tabs in which that runs would write everything again.
 * @returns {boolean} whether all of it is gone
 */
export function eraseEverything(audit) {
  const prefix = `leadership-audit:${audit}:`;
  const head = `${prefix}head`;
  let latest = 0;
  withStorages(prefix, (storage, keys) => {
    latest = Math.max(latest, ...keys.map((key) => clockOf(storage.getItem(key))));
  });
  const clock = latest + 1;
  const tombstone = JSON.stringify({ version: 1, began: clock, clock, writer: 0, phase: "erased" });
  const mark = (storage) => {
    try {
      storage.setItem(head, tombstone);
      return true;
    } catch {
      return false;
    }
  };
  let erased = withStorages(prefix, (storage, keys) => {
    const marked = mark(storage);
    for (const key of keys) if (key !== head) storage.removeItem(key);
    // If there was no room for it, there is now.
    if (!marked && !mark(storage)) storage.removeItem(head);
  });
  withStorages(prefix, (storage, keys) => {
    if (keys.some((key) => key !== head) || ![null, tombstone].includes(storage.getItem(head))) erased = false;
  });
  const leave = () => {
    withStorages(prefix, (storage) => storage.getItem(head) === tombstone && storage.removeItem(head));
  };
  addEventListener("pagehide", leave, { __proto__: null, once: true });
  return erased;
}
