// What the two versions of SCORM call the same things.

/**
 * @typedef {object} Binding
 * @property {string} api the name by which a window has the platform's API
 * @property {Record<"initialize" | "terminate" | "get" | "set" | "commit", string>} calls
 * @property {Record<"learner" | "mode" | "status" | "exit", string>} fields
 * @property {string} response the field of an interaction that has what was answered
 */

/** @type {Record<string, Binding>} by version */
export const BINDINGS = {
  1.2: {
    api: "API",
    calls: {
      initialize: "LMSInitialize",
      terminate: "LMSFinish",
      get: "LMSGetValue",
      set: "LMSSetValue",
      commit: "LMSCommit",
    },
    fields: {
      learner: "cmi.core.student_id",
      mode: "cmi.core.lesson_mode",
      status: "cmi.core.lesson_status",
      exit: "cmi.core.exit",
    },
    response: "student_response",
  },
  2004: {
    api: "API_1484_11",
    calls: {
      initialize: "Initialize",
      terminate: "Terminate",
      get: "GetValue",
      set: "SetValue",
      commit: "Commit",
    },
    fields: {
      learner: "cmi.learner_id",
      mode: "cmi.mode",
      status: "cmi.completion_status",
      exit: "cmi.exit",
    },
    response: "learner_response",
  },
};
