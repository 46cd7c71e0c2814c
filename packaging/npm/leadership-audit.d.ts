/**
 * `<leadership-audit>`: a self-assessment for leaders that runs in the visitor's browser alone.
 *
 * `import "leadership-audit"` defines the element and exports nothing at run time; what is exported
 * here are types.
 */

/** The element. Its properties mirror its attributes; null where an attribute is not set. */
export interface LeadershipAuditElement extends HTMLElement {
  // Begin generated properties: by cargo xtask generate, from content/element.json.
  /** Which form is offered: the visitor's choice, 36 statements, or 18. `choose` unless set. */
  form: "choose" | "full" | "short" | null;
  /** Begins on the welcome screen, with the first statement, with a part of what follows a result (the relationship map, the support circle, the act of this week), or where others are asked. `welcome` unless set. */
  start: "welcome" | "audit" | "map" | "circle" | "practice" | "round" | null;
  /** Links the results to your own next step. It needs `cta-label`; there is no link without it. Value: an address that begins with `https:` or `mailto:`. */
  ctaHref: string | null;
  /** What that link says. It needs `cta-href`. Value: 1 to 80 characters. */
  ctaLabel: string | null;
  /** Shows a button with this label that hands the result to your page. There is no button without it, and none in an iframe. With `share-href`, it names the mail instead. Value: 1 to 80 characters. */
  shareLabel: string | null;
  /** Offers the visitor a mail to this address with a summary of the result, which they send themselves. `share-label` names the link; it needs no script. A link to a page for iframes cannot set it. Value: `mailto:` and an address. */
  shareHref: string | null;
  /** Follows the page around it, or is always light or always dark. The page's `color-scheme` counts, or the background where it has none; the visitor's system counts where the page follows it. `auto` unless set. */
  theme: "auto" | "light" | "dark" | null;
  /** Keeps answers and the latest result in this browser for up to 180 days, or until the tab is closed. When it changes, what is stored moves along. `device` unless set. */
  retain: "device" | "session" | null;
  /** Fetches the program when the element comes near the window or is touched, or at once. `lazy` unless set. */
  loading: "lazy" | "eager" | null;
  /** Keeps several audits on one site apart. Two elements with the same one stay in step. Value: `default`, or 1 to 64 of `A–Z a–z 0–9 . _ -`. `default` unless set. */
  auditId: string | null;
  /** Another questionnaire instead of the shipped one; docs/instrument.md has its format. Value: the address of a JSON file. */
  src: string | null;
  /** The page to which invitations lead, if it is not the one that the visitor is on. It needs this element too. Value: the address of a page. */
  roundHref: string | null;
  /** Where the program and its texts are, if not beside the script: for a page that bundles, copies or inlines the script. It counts for every element of the page. Value: the address of a folder. */
  filesHref: string | null;
  // End generated
}

/** The attributes of the element, as a template writes them. */
export interface LeadershipAuditAttributes {
  // Begin generated attributes: by cargo xtask generate, from content/element.json.
  /** Which form is offered: the visitor's choice, 36 statements, or 18. `choose` unless set. */
  "form"?: "choose" | "full" | "short";
  /** Begins on the welcome screen, with the first statement, with a part of what follows a result (the relationship map, the support circle, the act of this week), or where others are asked. `welcome` unless set. */
  "start"?: "welcome" | "audit" | "map" | "circle" | "practice" | "round";
  /** Links the results to your own next step. It needs `cta-label`; there is no link without it. Value: an address that begins with `https:` or `mailto:`. */
  "cta-href"?: string;
  /** What that link says. It needs `cta-href`. Value: 1 to 80 characters. */
  "cta-label"?: string;
  /** Shows a button with this label that hands the result to your page. There is no button without it, and none in an iframe. With `share-href`, it names the mail instead. Value: 1 to 80 characters. */
  "share-label"?: string;
  /** Offers the visitor a mail to this address with a summary of the result, which they send themselves. `share-label` names the link; it needs no script. A link to a page for iframes cannot set it. Value: `mailto:` and an address. */
  "share-href"?: string;
  /** Follows the page around it, or is always light or always dark. The page's `color-scheme` counts, or the background where it has none; the visitor's system counts where the page follows it. `auto` unless set. */
  "theme"?: "auto" | "light" | "dark";
  /** Keeps answers and the latest result in this browser for up to 180 days, or until the tab is closed. When it changes, what is stored moves along. `device` unless set. */
  "retain"?: "device" | "session";
  /** Fetches the program when the element comes near the window or is touched, or at once. `lazy` unless set. */
  "loading"?: "lazy" | "eager";
  /** Keeps several audits on one site apart. Two elements with the same one stay in step. Value: `default`, or 1 to 64 of `A–Z a–z 0–9 . _ -`. `default` unless set. */
  "audit-id"?: string;
  /** Another questionnaire instead of the shipped one; docs/instrument.md has its format. Value: the address of a JSON file. */
  "src"?: string;
  /** The page to which invitations lead, if it is not the one that the visitor is on. It needs this element too. Value: the address of a page. */
  "round-href"?: string;
  /** Where the program and its texts are, if not beside the script: for a page that bundles, copies or inlines the script. It counts for every element of the page. Value: the address of a folder. */
  "files-href"?: string;
  // End generated
}

// Begin generated events: by cargo xtask generate, from content/element.json.
/** The events of the element. They bubble and cross shadow roots. */
export interface LeadershipAuditEventMap {
  /** The program runs and has taken over the first screen. */
  "leadership-audit-ready": CustomEvent<{}>;
  /** The visitor began an audit. */
  "leadership-audit-started": CustomEvent<{ form: "full" | "short" }>;
  /** An answer was given. Counts only, and of a direction that is marked as having nobody in it none that were not answered before. */
  "leadership-audit-progressed": CustomEvent<{ answered: number; total: number }>;
  /** The audit was finished, after so many active seconds. No answers. */
  "leadership-audit-completed": CustomEvent<{ form: "full" | "short"; seconds: number }>;
  /** The visitor took the result away. `json`, `csv`: the file was offered to the browser, and no page learns whether it was saved; where that is known to be forbidden, nothing is sent. `text`: the summary is on the clipboard. `print`: printing began, which the visitor can still cancel. */
  "leadership-audit-exported": CustomEvent<{ format: "json" | "csv" | "text" | "print" }>;
  /** The visitor pressed the share button, which only `share-label` shows. The one event that carries answers: the exported document, as in schema/result.v1.json. */
  "leadership-audit-shared": CustomEvent<LeadershipAuditResult>;
  /** The visitor deleted everything, and nothing of it is left in storage. */
  "leadership-audit-erased": CustomEvent<{}>;
  /** The program could not be started. The visitor sees why, can try again, and can save or delete stored answers. */
  "leadership-audit-failed": CustomEvent<{ kind: LeadershipAuditFailure; message: string }>;
}

/** Why the program could not be started. */
export type LeadershipAuditFailure =
  | "unsupported"
  | "missing"
  | "login"
  | "network"
  | "blocked"
  | "corrupt"
  | "updated"
  | "timeout"
  | "source"
  | "instrument"
  | "page"
  | "crashed"
  | "internal";
// End generated

/** Listeners as React 19, Preact and Svelte 5 name them. */
export type LeadershipAuditHandlers = {
  [Name in keyof LeadershipAuditEventMap as `on${Name}`]?: (event: LeadershipAuditEventMap[Name]) => void;
};

/** The exported result; `schema/result.v1.json` has the rules. Later versions may add fields. */
export interface LeadershipAuditResult {
  schema: "leadership-audit/result";
  version: 1;
  generator: { name: string; version: string };
  instrument: {
    id: string;
    version: string;
    /** Identity of items, keying, forms, errors and bands. */
    hash: string;
    form: "full" | "short";
    language: string;
    /** Which wording in that language was answered. */
    wording: { version: string; state: "draft" | "read_back" | "reviewed" };
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
  /** Which direction is probably the lowest; `likelihood` in whole percents that add up to 100. */
  finding:
    | {
        kind: "weakest" | "likely" | "too_close";
        directions: string[];
        likelihood: Record<string, number>;
      }
    | { kind: "not_enough"; directions: [] };
  /** How far the answers can be trusted; empty if nothing was noticed. */
  quality: {
    code: "straight_lining" | "too_fast" | "many_missing";
    seen: number;
    of: number;
  }[];
  /** Of the map, the circle and the act what the visitor ticked; its shape is in the schema. */
  practice?: Record<string, unknown>;
}

export type LeadershipAuditBand = "low" | "middle" | "high";

/** A score of 0 to 100, not a percentile, with its error; or null and nothing but the counts. */
export type LeadershipAuditScore =
  | {
      score: number;
      answered: number;
      total: number;
      /** Missing for a facet with fewer than five answers. */
      band?: LeadershipAuditBand;
      /** The bands of the interval's ends, where they differ and the score has a band. */
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
