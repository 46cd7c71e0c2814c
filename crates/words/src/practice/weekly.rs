//! What is said week by week.

use super::Term;

/// Looking back on an act, and going on.
#[derive(Debug)]
pub struct WeeklyWords {
    /// Heading on return.
    pub heading: &'static str,
    /// What had been chosen: act, name.
    pub greeting: fn(&str, &str) -> String,
    /// Added after more than two weeks.
    pub after_a_gap: &'static str,
    /// An act under way: act, name.
    pub running: fn(&str, &str) -> String,

    /// Asks whether it happened.
    pub did_it_happen: &'static str,
    /// It did, and what is said to that.
    pub done: Term,
    /// Part of it did.
    pub partly: Term,
    /// It still waits.
    pub not_yet: Term,
    /// Asks what was noticed.
    pub noticed: &'static str,
    /// How much that needs to be.
    pub noticed_hint: &'static str,
    /// Asks what follows.
    pub what_now: &'static str,
    /// To put something right with the same person.
    pub mend: Term,
    /// The same act again.
    pub repeat: Term,
    /// Another person or act.
    pub next: Term,

    /// Heading of the log.
    pub log_heading: &'static str,
    /// Stands where the log is empty.
    pub log_empty: &'static str,
    /// One line of it: date, act, name, outcome.
    pub log_line: fn(&str, &str, &str, &str) -> String,
    /// Instead of the name of somebody who is no longer on the map.
    pub someone: &'static str,

    /// Says that beginning keeps the present result.
    pub keeps_result: &'static str,
    /// Said on later visits; takes the day of that result.
    pub keeps_copy: fn(&str) -> String,
    /// Deletes that copy.
    pub forget_copy: &'static str,
    /// Said where there is no result yet.
    pub keeps_nothing: &'static str,
    /// Offers the audit after twelve weeks.
    pub audit_offer: &'static str,
    /// The same without a result to compare with.
    pub audit_offer_first: &'static str,
    /// Accepts.
    pub audit_yes: &'static str,
    /// Declines.
    pub audit_later: &'static str,
    /// What declining does.
    pub audit_later_about: &'static str,
}
