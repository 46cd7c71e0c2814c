//! Rhythms and calendar entries.

use crate::practice::{CadenceWords, RhythmWords};

pub(super) const CADENCE: CadenceWords = CadenceWords {
    heading: "Keep a rhythm",
    lede: "A talk with a date has a better chance than one you only mean to have. Choose how often, and put it into your own calendar.",
    choose: "How often?",
    weekly: RhythmWords {
        name: "30 minutes every week",
        about: "with a direct report: for talk, with the status left out",
        title: half_hour,
    },
    monthly: RhythmWords {
        name: "30 minutes once a month",
        about: "with a mentor, a peer or a confidant",
        title: half_hour,
    },
    moments: RhythmWords {
        name: "Micro-moments",
        about: "five minutes on the days you choose: a message, a call, a word in passing",
        title: |name| match name {
            Some(name) => format!("Five minutes for {name}"),
            None => "Five minutes".to_owned(),
        },
    },
    day: "On which day?",
    days: "On which days?",
    weekdays: [
        "Monday",
        "Tuesday",
        "Wednesday",
        "Thursday",
        "Friday",
        "Saturday",
        "Sunday",
    ],
    time: "At what time?",
    reminder: "Remind me ten minutes before",
    title: "Title in the calendar",
    title_hint: "Others may be able to see your calendar. This title is the one thing of yours that goes into it.",
    save: "Save for the calendar",
    save_about: "A calendar file (.ics) with the title, the days and the time. Your calendar asks before it adds the entry.",
    saved: "The file is saved. Open it, and your calendar will offer to add the entry.",
    talk_heading: "What to do with the half hour",
    talk: &[
        "Let them begin: “What is on your mind?” Then wait longer than feels natural.",
        "Keep status out. If a task comes up, note it, and give it the last five minutes.",
        "Listen for what costs them effort and for what they skip. Say back what you heard before you answer it.",
        "Finish with “What could I do that would help?” and do it before you meet again.",
    ],
    moments_heading: "What fits into five minutes",
    moments_ideas: &[
        "Two lines to say that you thought of what they told you.",
        "A thank-you in the corridor that names the thing.",
        "A call in place of a mail.",
        "A question about the thing they were worried about last time.",
    ],
};

/// Title of a half hour. It does not say what the talk is for, since others may see the calendar.
fn half_hour(name: Option<&str>) -> String {
    match name {
        Some(name) => format!("30 minutes with {name}"),
        None => "30 minutes".to_owned(),
    }
}
