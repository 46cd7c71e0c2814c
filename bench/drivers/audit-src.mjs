// Leadership Audit with the questionnaire of this bench, fetched through `src`: nothing of it can be
// drawn before it has arrived.
import audit from "./audit.mjs";

export default {
  ...audit,
  name: "audit-src",
  early: false,
  instrument: undefined,
  completes: 3600,
};
