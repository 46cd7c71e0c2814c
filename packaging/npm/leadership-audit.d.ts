/**
 * `<leadership-audit>`: a self-assessment for leaders that runs in the visitor's browser alone.
 *
 * `import "leadership-audit"` defines the element and exports nothing at run time; what is exported
 * here are types.
 */

/** The element. Its properties mirror its attributes; null where an attribute is not set. */
export interface LeadershipAuditElement extends HTMLElement {
  /** Keeps several audits on one site apart; elements with the same one stay in step. */
  auditId: string | null;
  /** An `https:` or `mailto:` address that the results link to; needs `ctaLabel`. */
  ctaHref: string | null;
  /** What that link says, up to 80 characters; needs `ctaHref`. */
  ctaLabel: string | null;
  /** Which form is offered; `"choose"` unless set. */
  form: "choose" | "full" | "short" | null;
  /** When the program is fetched: near the window (`"lazy"`, unless set) or at once. */
  loading: "lazy" | "eager" | null;
  /** Where answers are kept: until deleted (`"device"`, unless set) or for the tab. */
  retain: "device" | "session" | null;
  /** Shows a button with this label that hands the result to your page; none without it. */
  shareLabel: string | null;
  /** The address of another questionnaire as JSON. */
  src: string | null;
  /** Begins on the welcome screen (unless set), with the first statement, or with a part of what follows. */
  start: "welcome" | "audit" | "map" | "circle" | "practice" | null;
  /** Follows the visitor's system (`"auto"`, unless set), or does not. */
  theme: "auto" | "light" | "dark" | null;

  addEventListener<Name extends keyof LeadershipAuditEventMap>(
    type: Name,
    listener: (this: LeadershipAuditElement, event: LeadershipAuditEventMap[Name]) => unknown,
    options?: boolean | AddEventListenerOptions,
  ): void;
  addEventListener<Name extends keyof HTMLElementEventMap>(
    type: Name,
    listener: (this: LeadershipAuditElement, event: HTMLElementEventMap[Name]) => unknown,
    options?: boolean | AddEventListenerOptions,
  ): void;
  addEventListener(
    type: string,
    listener: EventListenerOrEventListenerObject,
    options?: boolean | AddEventListenerOptions,
  ): void;

  removeEventListener<Name extends keyof LeadershipAuditEventMap>(
    type: Name,
    listener: (this: LeadershipAuditElement, event: LeadershipAuditEventMap[Name]) => unknown,
    options?: boolean | EventListenerOptions,
  ): void;
  removeEventListener<Name extends keyof HTMLElementEventMap>(
    type: Name,
    listener: (this: LeadershipAuditElement, event: HTMLElementEventMap[Name]) => unknown,
    options?: boolean | EventListenerOptions,
  ): void;
  removeEventListener(
    type: string,
    listener: EventListenerOrEventListenerObject,
    options?: boolean | EventListenerOptions,
  ): void;
}

/** The events of the element. They bubble and cross shadow roots; only `shared` carries answers. */
export interface LeadershipAuditEventMap {
  "leadership-audit-ready": CustomEvent<{}>;
  "leadership-audit-started": CustomEvent<{ form: "full" | "short" }>;
  "leadership-audit-progressed": CustomEvent<{ answered: number; total: number }>;
  "leadership-audit-completed": CustomEvent<{ form: "full" | "short"; seconds: number }>;
  "leadership-audit-exported": CustomEvent<{ format: "json" | "csv" | "text" | "print" }>;
  "leadership-audit-shared": CustomEvent<LeadershipAuditResult>;
  "leadership-audit-erased": CustomEvent<{}>;
  "leadership-audit-failed": CustomEvent<{ kind: LeadershipAuditFailure; message: string }>;
}

/** Why the program could not be started. */
export type LeadershipAuditFailure =
  | "unsupported"
  | "missing"
  | "network"
  | "blocked"
  | "corrupt"
  | "timeout"
  | "source"
  | "instrument"
  | "page"
  | "crashed"
  | "internal";

/** The exported result; `schema/result.v1.json` has the rules. Later versions may add fields. */
export interface LeadershipAuditResult {
  schema: "leadership-audit/result";
  version: 1;
  generator: { name: string; version: string };
  instrument: {
    id: string;
    version: string;
    /** Identity of items, keying, forms and error. */
    hash: string;
    form: "full" | "short";
    language: string;
  };
  /** UTC, RFC 3339, as is `ended_at`. */
  started_at: string;
  ended_at: string;
  /** Time with an item on a visible screen, in seconds. */
  active_seconds: number;
  /** By item, in the questionnaire's order; null for left out. */
  responses: Record<string, 1 | 2 | 3 | 4 | 5 | "not_applicable" | null>;
  scores: {
    directions: Record<string, LeadershipAuditScore>;
    facets: Record<string, LeadershipAuditScore>;
  };
  /** Which direction needs the leader most. */
  finding: { kind: "weakest" | "too_close" | "not_enough"; directions: string[] };
  /** How far the answers can be trusted; empty if nothing was noticed. */
  quality: {
    code: "straight_lining" | "too_fast" | "many_missing";
    seen: number;
    of: number;
  }[];
  /** Of the map, the circle and the act what the visitor ticked; its shape is in the schema. */
  practice?: Record<string, unknown>;
}

export type LeadershipAuditBand = "strained" | "uneven" | "steady";

/** A score of 0 to 100, not a percentile, with its error; or null and nothing but the counts. */
export type LeadershipAuditScore =
  | {
      score: number;
      answered: number;
      total: number;
      band: LeadershipAuditBand;
      /** The bands of the interval's ends, where they differ. */
      between?: [LeadershipAuditBand, LeadershipAuditBand];
      interval: { low: number; high: number; level: 0.9 };
      sem: { value: number; origin: "assumed" | "estimated" };
    }
  | { score: null; answered: number; total: number };

declare global {
  interface HTMLElementTagNameMap {
    "leadership-audit": LeadershipAuditElement;
  }
  // The events bubble: whoever listens further up gets them typed as well.
  interface GlobalEventHandlersEventMap extends LeadershipAuditEventMap {}
}
