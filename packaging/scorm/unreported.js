// A completion that no platform has accepted yet. This browser remembers it, so that the next visit reports it: the
// audit is finished then, and would not say so again.
const COMPLETED = "completed";

/** What a use of storage gives; nothing where the browser allows none. */
function attempt(use) {
  try {
    return use(localStorage);
  } catch {
    return undefined;
  }
}

export class Unreported {
  #key;
  #is;

  /** @param {string} audit the name of the learner's audit */
  constructor(audit) {
    this.#key = `leadership-audit-scorm:${audit}`;
    this.#is = attempt((storage) => storage.getItem(this.#key)) === COMPLETED;
  }

  /** Whether there is one. */
  get is() {
    return this.#is;
  }

  remember() {
    this.#is = true;
    attempt((storage) => storage.setItem(this.#key, COMPLETED));
  }

  forget() {
    this.#is = false;
    attempt((storage) => storage.removeItem(this.#key));
  }
}
