/** `<leadership-audit>` in the templates of Svelte 5. Once in a project: `import type {} from "leadership-audit/svelte";` */
import type { HTMLAttributes } from "svelte/elements";
import type { LeadershipAuditAttributes, LeadershipAuditElement, LeadershipAuditHandlers } from "leadership-audit";

declare module "svelte/elements" {
  interface SvelteHTMLElements {
    "leadership-audit": HTMLAttributes<LeadershipAuditElement> & LeadershipAuditAttributes & LeadershipAuditHandlers;
  }
}
