// The same as visitors have it unless they switch it off: one press answers and moves on.
import audit from "./audit.mjs";

const { stay, ...page } = audit.page;

export default {
  ...audit,
  name: "audit-tap",
  folder: "audit",
  autoAdvance: true,
  walkOnly: true,
  page,
};
