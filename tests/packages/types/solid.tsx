import type {} from "leadership-audit/solid";
import "leadership-audit";

export function Audit() {
  return (
    <leadership-audit
      ref={(element) => element.addEventListener("leadership-audit-ready", () => {})}
      form="short"
      cta-href="https://coach.example/book"
      cta-label="Book a talk"
      class="audit"
      on:leadership-audit-completed={({ detail }) => console.log(detail.seconds.toFixed())}
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
  <leadership-audit on:leadership-audit-completed={({ detail }) => detail.responses} />,
];
