// A project that uses the package, as the compiler sees it. Compiled by tests/e2e/package.test.mjs,
// never run and never published.
import "leadership-audit";
import type { LeadershipAuditElement, LeadershipAuditResult } from "leadership-audit";

const audit: LeadershipAuditElement = document.createElement("leadership-audit");
audit.form = "short";
audit.theme = null;
audit.ctaHref = "https://coach.example/book";
// @ts-expect-error there is no form of this name
audit.form = "long";
// @ts-expect-error values are texts
audit.shareLabel = 3;

audit.addEventListener("leadership-audit-progressed", function ({ detail }) {
  const share: number = detail.answered / detail.total;
  this.title = share.toFixed(2);
  // @ts-expect-error only `shared` carries answers
  detail.responses;
});
audit.addEventListener("click", ({ clientX }) => clientX);
audit.addEventListener("an-event-of-the-page", (event) => event.type);

function keep(result: LeadershipAuditResult): string {
  const across = result.scores.directions.across;
  if (across?.score == null) return "too few answers";
  const [low, high]: [number, number] = [across.interval.low, across.interval.high];
  return `${across.band}, ${low} to ${high}, ${result.responses["up-trust-1"] ?? "left out"}`;
}

// Events bubble, so the document hears them too.
document.addEventListener("leadership-audit-shared", ({ detail }) => keep(detail));
window.addEventListener("leadership-audit-failed", ({ detail }) => {
  const blocked = detail.kind === "blocked";
  // @ts-expect-error there is no failure of this kind
  return blocked || detail.kind === "tired";
});

const found = document.querySelector("leadership-audit");
found?.removeEventListener("leadership-audit-erased", () => {});
document.body.append(audit);
