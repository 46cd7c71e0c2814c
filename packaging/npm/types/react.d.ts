/** `<leadership-audit>` in the JSX of React 19. Once in a project: `import type {} from "leadership-audit/react";` */
import type { DetailedHTMLProps, HTMLAttributes } from "react";
import type { LeadershipAuditAttributes, LeadershipAuditElement, LeadershipAuditHandlers } from "leadership-audit";

declare module "react" {
  namespace JSX {
    interface IntrinsicElements {
      "leadership-audit": DetailedHTMLProps<HTMLAttributes<LeadershipAuditElement>, LeadershipAuditElement> &
        LeadershipAuditAttributes &
        LeadershipAuditHandlers;
    }
  }
}
