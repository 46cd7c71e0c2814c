//! The texts of the practice in English.

mod act;
mod cadence;
mod circle;
mod map;
mod moves;
mod openers;
mod sheet;
mod terms;
mod weekly;

use crate::en::counted;

use super::{ChangedWords, LacksWords, PracticeWords};

/// The texts of the practice in English.
pub static PRACTICE_EN: PracticeWords = PracticeWords {
    place: terms::place,
    kind: terms::kind,
    tie: terms::tie,
    last_talk: terms::last_talk,
    act_name: terms::act,
    opener: openers::opener,
    first_move: moves::first_move,

    privacy: "What you write here stays in this browser, and anyone who uses the same browser can open it. A saved result includes it only if you tick it; the Share button leaves it out.",
    privacy_memory: "What you write here stays on this page and is gone when you close it. A saved result includes it only if you tick it; the Share button leaves it out.",
    privacy_session: "What you write here stays in this browser tab, as a rule until it is closed. A saved result includes it only if you tick it; the Share button leaves it out.",
    include_legend: "Also include in the file",
    include_about: "These are notes about other people. Left unticked, they stay here.",
    include_map: "My relationship map",
    include_circle: "My support circle",
    include_practice: "My plan and how earlier weeks went",
    back_to_result: "Back to your result",
    changed: ChangedWords {
        added: "Added to the map.",
        edited: "The map is changed.",
        removed: "Taken off the map.",
        moved: "Moved to another place in the list.",
        cleared_circle: "Your answers about support are cleared.",
        replaced_plan: "The new plan has replaced the one before.",
        dropped_plan: "The plan is let go.",
        forgot_baseline: "The copy of your result is deleted.",
        took_in: "The notes from the file are here now.",
    },
    no_room: |people, most| {
        let most = counted(most as u64, "relationship");
        format!("A map holds {most} at most; there is no room for {people} of those in the file.")
    },
    undo: "Undo",
    lacks: LacksWords {
        name: "Give it a name: one letter is enough.",
        kind: "Choose what this person is to you.",
        place: "Choose where this person stands.",
        tie: "Choose how things are between you; your first thought will do.",
        last_talk: "Choose when you last talked. “I cannot remember” is an answer too.",
        relationship: "Choose a relationship from your map.",
        act: "Choose an act.",
        opener: "Write how you might begin, or bring back the suggestion.",
        outcome: "Say whether it happened.",
        day: "Choose a day.",
        title: "Give the entry a title.",
        shorter: |limit| {
            let limit = counted(limit as u64, "character");
            format!("This is a little long: {limit} at most.")
        },
    },

    map: map::MAP,
    circle: circle::CIRCLE,
    act: act::ACT,
    cadence: cadence::CADENCE,
    weekly: weekly::WEEKLY,
    sheet: sheet::SHEET,
};
