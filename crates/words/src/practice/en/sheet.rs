//! The printed plan.

use crate::practice::SheetWords;

pub(super) const SHEET: SheetWords = SheetWords {
    print: "Print the plan on one page",
    title: "One relationship, one act",
    made_on: |date| format!("Made on {date}"),
    with: "With",
    act: "The act",
    opener: "How I might begin",
    plan: "When, and what",
    guidance: "Before I speak",
    look_back: "In a week",
    look_back_lines: [
        "Did it happen?",
        "What did I notice?",
        "Mend, repeat, or choose the next?",
    ],
    privacy: "A private note that concerns another person. Keep it as you would keep a letter.",
};
