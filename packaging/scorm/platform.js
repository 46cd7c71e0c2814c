// The learning platform around the page: finds its API, and reports to it. Whatever a platform throws counts as a
// refusal: nothing of it may reach the audit.

/** How many windows are asked for the API, at most: those around this one, and those that opened them. */
const MOST_WINDOWS = 50;

/** The API under this name in this window, those around it or those that opened them, the nearest first. */
function findApi({ api, calls }) {
  const waiting = [window];
  const seen = new Set();
  while (waiting.length > 0 && seen.size < MOST_WINDOWS) {
    const one = waiting.shift();
    if (!one || seen.has(one)) continue;
    seen.add(one);
    try {
      if (typeof one[api]?.[calls.initialize] === "function") return one[api];
    } catch {
      // A window of another origin, which still says what is around it.
    }
    waiting.push(one.parent, one.opener);
  }
  return undefined;
}

export class Platform {
  #binding;
  #api;
  #isOpen = false;

  /** @param {import("./bindings.js").Binding} binding of the version of SCORM */
  constructor(binding) {
    this.#binding = binding;
  }

  /**
   * Finds the platform and begins a session. What a later step would lose is written at once: browsers cut a page off
   * when it is left.
   * @returns {"absent" | "refused" | "preview" | "open" | "completed"} "completed": on an earlier visit
   */
  connect() {
    const { fields } = this.#binding;
    this.#api = findApi(this.#binding);
    if (!this.#api) return "absent";
    // A platform that has begun the session by itself refuses to begin it again, but answers.
    if (!this.#does("initialize", "") && !this.#get(fields.status)) return "refused";
    this.#isOpen = true;
    if (/^(browse|review)$/.test(this.#get(fields.mode))) return "preview";
    const status = this.#get(fields.status);
    const isCompleted = /^(completed|passed)$/.test(status);
    // SCORM 1.2 takes a page that leaves without a status for completed.
    if (!isCompleted && status !== "incomplete") this.#set(fields.status, "incomplete");
    // The same attempt on the next visit: a new one would have forgotten that this one was completed.
    this.#set(fields.exit, "suspend");
    this.#does("commit", "");
    return isCompleted ? "completed" : "open";
  }

  /** The learner's id as the platform has it; empty if it gives none. */
  get learner() {
    return this.#isOpen ? this.#get(this.#binding.fields.learner) : "";
  }

  /** Reports that the audit is completed. @returns {boolean} whether the platform has accepted that */
  complete() {
    return this.#isOpen && this.#set(this.#binding.fields.status, "completed") && this.#does("commit", "");
  }

  /**
   * Reports a result: the score of each scale as an objective, each answer as an interaction.
   * @param {object} result as in schema/result.v1.json
   * @returns {boolean} whether the platform has accepted all of it
   */
  report({ scores, responses }) {
    if (!this.#isOpen) return false;
    const scored = Object.entries(scores.directions).filter(([, { score }]) => typeof score === "number");
    const answered = Object.entries(responses).filter(([, response]) => typeof response === "number");
    return (
      scored.every(([id, { score }]) => this.#setObjective(id, score)) &&
      answered.every(([id, response]) => this.#addInteraction(id, response)) &&
      this.#does("commit", "")
    );
  }

  /** Ends the session. @returns {void} */
  leave() {
    if (!this.#isOpen) return;
    this.#isOpen = false;
    this.#does("terminate", "");
  }

  #setObjective(id, score) {
    const place = (at) => `cmi.objectives.${at}`;
    const count = this.#countOf("objectives");
    let at = 0;
    while (at < count && this.#get(`${place(at)}.id`) !== id) at++;
    return (
      this.#set(`${place(at)}.id`, id) &&
      this.#set(`${place(at)}.score.min`, "0") &&
      this.#set(`${place(at)}.score.max`, "100") &&
      this.#set(`${place(at)}.score.raw`, String(score))
    );
  }

  /** After earlier ones: SCORM 1.2 does not let a page read them. */
  #addInteraction(id, response) {
    const place = `cmi.interactions.${this.#countOf("interactions")}`;
    return (
      this.#set(`${place}.id`, id) &&
      this.#set(`${place}.type`, "numeric") &&
      this.#set(`${place}.${this.#binding.response}`, String(response))
    );
  }

  #countOf(list) {
    return Number(this.#get(`cmi.${list}._count`)) || 0;
  }

  #get(field) {
    return String(this.#call("get", field) ?? "");
  }

  #set(field, value) {
    return this.#does("set", field, value);
  }

  /** Whether the platform says that it has done this. */
  #does(call, ...values) {
    return /^(true|1)$/i.test(String(this.#call(call, ...values)));
  }

  #call(call, ...values) {
    const name = this.#binding.calls[call];
    try {
      return this.#api[name](...values);
    } catch (error) {
      console.warn(`leadership-audit: the learning platform failed in ${name}:`, error);
      return undefined;
    }
  }
}
