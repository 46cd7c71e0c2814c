/** `<leadership-audit>` in the JSX of Preact. Once in a project: `import type {} from "leadership-audit/preact";` */
import type { HTMLAttributes } from "preact";
import type { LeadershipAuditAttributes, LeadershipAuditElement, LeadershipAuditHandlers } from "leadership-audit";

declare module "preact" {
  namespace JSX {
    interface IntrinsicElements {
      "leadership-audit": Omit<HTMLAttributes<LeadershipAuditElement>, keyof LeadershipAuditAttributes> &
        LeadershipAuditAttributes &
        LeadershipAuditHandlers;
    }
  }
}
