import type {} from "leadership-audit/react";
import "leadership-audit";
import { useRef } from "react";
import type { LeadershipAuditElement } from "leadership-audit";

export function Audit() {
  const element = useRef<LeadershipAuditElement>(null);
  return (
    <leadership-audit
      ref={element}
      form="short"
      cta-href="https://coach.example/book"
      cta-label="Book a talk"
      lang="en"
      className="audit"
      onleadership-audit-completed={({ detail }) => console.log(detail.seconds.toFixed(), element.current?.form)}
    >
      <p>The self-assessment belongs here.</p>
    </leadership-audit>
  );
}

export const wrong = [
  // @ts-expect-error there is no form of this name
  <leadership-audit form="long" />,
  // @ts-expect-error values are texts
  <leadership-audit share-label={3} />,
  // @ts-expect-error only `shared` carries answers
  <leadership-audit onleadership-audit-completed={({ detail }) => detail.responses} />,
];
