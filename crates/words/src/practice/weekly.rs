//! The weekly review and the log.

use super::Term;

/// The texts of the weekly review.
#[derive(Debug)]
pub struct WeeklyWords {
    /// Heading of the review.
    pub heading: &'static str,
    /// Last week’s plan: act, name.
    pub greeting: fn(&str, &str) -> String,
    /// Added after a gap of more than two weeks.
    pub after_a_gap: &'static str,
    /// This week’s plan: act, name.
    pub running: fn(&str, &str) -> String,

    /// Asks whether it happened.
    pub did_it_happen: &'static str,
    /// Outcome: it happened; and the response to that.
    pub done: Term,
    /// Outcome: part of it happened.
    pub partly: Term,
    /// Outcome: it has not happened yet.
    pub not_yet: Term,
    /// Asks what was noticed.
    pub noticed: &'static str,
    /// How much of an answer is enough.
    pub noticed_hint: &'static str,
    /// Asks for a decision.
    pub what_now: &'static str,
    /// Decision: put something right with the same person.
    pub mend: Term,
    /// Decision: the same act again.
    pub repeat: Term,
    /// Decision: another person or act.
    pub next: Term,

    /// Heading of the log.
    pub log_heading: &'static str,
    /// In place of the log, while it is empty.
    pub log_empty: &'static str,
    /// A line of the log: date, act, name, outcome.
    pub log_line: fn(&str, &str, &str, &str) -> String,
    /// In place of the name of a relationship that was removed.
    pub someone: &'static str,

    /// Says that starting the loop keeps a copy of the result.
    pub keeps_result: &'static str,
    /// Says that a copy of the result is kept; takes its date.
    pub keeps_copy: fn(&str) -> String,
    /// Button that deletes the copy.
    pub forget_copy: &'static str,
    /// Says that there is no result to compare with.
    pub keeps_nothing: &'static str,
    /// Offers another audit after twelve weeks.
    pub audit_offer: &'static str,
    /// Offers an audit after twelve weeks, where there is no result yet.
    pub audit_offer_first: &'static str,
    /// Button that starts the audit.
    pub audit_yes: &'static str,
    /// Button that postpones the audit.
    pub audit_later: &'static str,
    /// What postponing does.
    pub audit_later_about: &'static str,
}
