//! The relationship map.

use crate::practice::MapWords;
use app::practice::Place;

pub(super) const MAP: MapWords = MapWords {
    heading: "The people who matter most to your work",
    lede: "Put down a few of them, above, beside and below you, and outside. Initials or a word such as “boss” will do. Then see what the picture shows.",
    empty: "Nobody is here yet. Start with whoever came to mind first.",
    count: |number, of| format!("{number} of {of}"),
    full: |of| format!("The map has room for {of}. To add someone, take someone off first."),
    picture: "You stand in the middle. The closer a name, the stronger the tie.",
    you: "You",
    list_heading: "The same as a list",

    add_heading: "Someone new on the map",
    edit_heading: |name| format!("Change {name}"),
    name: "Initials or a role word",
    name_hint: "For example K., or “finance lead”. It is better without full names.",
    kind: "Who are they to you?",
    place: "Where do they stand in relation to you?",
    tie: "How are things between you?",
    last_talk: "When did you two last really talk?",
    last_talk_hint: "About more than tasks and dates.",
    important: "This one matters a great deal",
    add: "Add someone",
    save: "Save",
    cancel: "Cancel",
    choose_short: "Choose an act",
    edit_short: "Change",
    remove_short: "Take off",
    edit: |name| format!("Change {name}"),
    remove: |name| format!("Take off the map: {name}"),
    move_up: |name| format!("Move {name} up"),
    move_down: |name| format!("Move {name} down"),

    shows_heading: "What the map shows",
    only_strained: |place| match place {
        Place::Up => {
            "Above you, the map shows tension or neglect and nothing else. A talk that asks for nothing may be the place to begin."
        }
        Place::Across => {
            "Beside you, each tie is marked tense or neglected. Shared work can run on courtesy for a while; one frank coffee may save it some detours."
        }
        Place::Down => {
            "On your team, whoever you put down is marked tense or neglected. Half an hour with one person is enough for a start."
        }
        Place::Outside => {
            "Outside, what you named has gone tense or quiet. People there are the least tangled up in your work, so a short message may do a lot."
        }
    },
    nobody: |place| match place {
        Place::Up => {
            "There is no one above you on the map. Perhaps that is how it is; or who decides on your aims and your money?"
        }
        Place::Across => {
            "There is no peer or partner on the map. Whose help will you need before long, without being able to order it?"
        }
        Place::Down => {
            "There is no one from your team here. If you lead people, whom do you know least?"
        }
        Place::Outside => {
            "Nobody on the map is from outside. Senior roles tend to drift that way, and one person with no stake in your decisions is worth having."
        }
    },
    long_silence: |name| {
        format!(
            "{name} matters a great deal to you, and the last real talk is long past. Two lines are enough to end a silence."
        )
    },
    all_steady: "Nothing here asks for help just now. It may be a good week to thank somebody, or to ask how it looks from the other side.",
    choose: "Where would you like to begin?",
    choose_about: "One is enough, and it need not be the hardest.",
    proposed: "A place to start",
    choose_one: |name| format!("Choose an act with {name}"),
};
