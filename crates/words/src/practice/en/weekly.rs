//! The weekly loop.

use crate::practice::{Term, WeeklyWords};

pub(super) const WEEKLY: WeeklyWords = WeeklyWords {
    heading: "Welcome back",
    greeting: |act, name| format!("Last time you chose: {act}, with {name}."),
    after_a_gap: "It has been a little while, and that is fine. You can carry on from here.",
    running: |act, name| format!("This week: {act}, with {name}."),

    did_it_happen: "Did it happen?",
    done: Term {
        name: "Yes",
        about: "Good. A line on what you noticed keeps it from fading.",
    },
    partly: Term {
        name: "In part",
        about: "That counts. What stopped the rest may be worth a line.",
    },
    not_yet: Term {
        name: "Not yet",
        about: "It happens. Perhaps the act was too large for the week, or the moment was wrong. A smaller one is no step back.",
    },
    noticed: "What did you notice?",
    noticed_hint: "In them, in yourself, in the work. One word is enough, and it can stay empty.",
    what_now: "What now?",
    mend: Term {
        name: "Mend",
        about: "something came out wrong, or is still open, and I will go back to the same person",
    },
    repeat: Term {
        name: "Repeat",
        about: "the same act for another week",
    },
    next: Term {
        name: "Choose the next",
        about: "another person, or another act",
    },

    log_heading: "What you have done so far",
    log_empty: "Your first week will appear here. Weeks without an entry aren’t counted.",
    log_line: |date, act, name, outcome| format!("{date}: {act}, with {name}. {outcome}."),
    someone: "someone",

    keeps_result: "From now on a copy of the result you have today is kept, so that you can compare in twelve weeks. You can delete it at any time.",
    keeps_copy: |day| format!("A copy of your result of {day} is kept to compare with in time."),
    forget_copy: "Delete the copy",
    keeps_nothing: "There is no result to compare with yet. You can take the audit at any time.",
    audit_offer: "Twelve weeks have gone by since you began. If you take the audit again, you will see both results side by side, and whether a difference goes beyond the margin of error.",
    audit_offer_first: "It is twelve weeks since your first act here. The audit takes a few minutes and shows how your three directions stand today.",
    audit_yes: "Take the audit",
    audit_later: "Not now",
    audit_later_about: "You will be asked again in four weeks.",
};
