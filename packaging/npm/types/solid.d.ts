/** `<leadership-audit>` in the JSX of Solid. Once in a project: `import type {} from "leadership-audit/solid";` */
import type { JSX } from "solid-js";
import type { LeadershipAuditAttributes, LeadershipAuditElement, LeadershipAuditEventMap } from "leadership-audit";

type Listeners = {
  [Name in keyof LeadershipAuditEventMap as `on:${Name}`]?: (event: LeadershipAuditEventMap[Name]) => void;
};

declare module "solid-js" {
  namespace JSX {
    interface IntrinsicElements {
      "leadership-audit": JSX.HTMLAttributes<LeadershipAuditElement> & LeadershipAuditAttributes & Listeners;
    }
  }
}
