//! The texts of the audit in English.

use super::Strings;
use app::session::{Notice, Part};

/// The texts of the audit in English.
pub static EN: Strings = Strings {
    language: "en",

    welcome_heading: "How sound are the relationships your work runs on?",
    welcome_lede: "Short statements about how you worked, in the last three months, with the people above you, beside you and below you. At the end you see a score with its margin of error for each of the three, and whether one of them stands out as needing you most.",
    welcome_limits: "This is an aid to reflection, not a validated psychological test. It says nothing about anyone’s fitness for a job.",
    privacy: "From your first answer on, your answers are kept in this browser so that you can come back to them. They leave it only if you pass them on, and you can delete everything from this screen.",
    privacy_memory: "Your answers stay on this page and are gone when you close it. They leave it only if you pass them on.",
    privacy_session: "From your first answer on, your answers are kept in this browser tab, as a rule until you close it. They leave it only if you pass them on, and you can delete everything from this screen.",
    privacy_more: "What happens to my answers",
    privacy_details: "There is no account and no cookie, and your answers go to no server. This browser stores your answers, how long each took, and your latest result, for this website; earlier results if you choose to keep them, and the notes you make afterwards about relationships and acts. Anyone who uses the same browser can open them here, and scripts that this website itself runs could read them. The website is told when you start, finish, save or delete, how many statements you have answered and how long it took, but no answer. What you enter leaves the browser only by your own act: when you save a file, print, copy, or press a share button, if the website’s owner has put one here.",
    form_legend: "How much time do you have?",
    form_full: "Full",
    form_short: "Short",
    form_length: |items, minutes| {
        format!(
            "{}, about {}.",
            counted(items as u64, "statement"),
            counted(minutes as u64, "minute")
        )
    },
    form_full_gives: "Narrower margins of error, and a fuller map.",
    form_short_gives: "Wider margins of error. You can go on to the full form without answering anything twice.",
    start: "Start",
    go_on: "Continue where you stopped",
    go_on_state: |answered, total| format!("{answered} of {total} answered."),
    start_again: "Start again",
    start_again_cost: "Starting again replaces those answers as soon as you give a new one.",
    see_result: |date| format!("See your result of {date}"),
    take_again: "Take it again",
    go_on_practice: "Continue with this week’s act",
    take_again_kept: "Your earlier results stay in this browser, so that you can compare.",
    take_again_cost: "When you finish, the new result replaces this one in this browser. To compare them later, save this one first.",

    scale_about: |id| match id {
        "up" => Some("the people who set your direction and your resources"),
        "across" => Some("peers and partners you have no authority over"),
        "down" => Some("your team"),
        _ => None,
    },
    progress: |number, total| format!("{number} of {total}"),
    item_time_frame: "Thinking of the last three months",
    item_how: "Tap an answer, or press 1 to 5, and the next statement comes. If a statement doesn’t fit your work, or the situation didn’t come up, choose the last answer (0). Arrow keys choose without moving on; Enter moves on.",
    moves_on: "Move on when I tap an answer",
    no_one: "I have no one here",
    marked: |label| format!("{label} is marked as having no one in it."),
    unmark: "Undo",
    back: "Back",
    next: "Next",

    review_heading: |count| match count {
        0 => "Nothing is left out".to_owned(),
        1 => "One statement is left out".to_owned(),
        count => format!("{count} statements are left out"),
    },
    review_lede: "Open any of them to answer it, or finish as it is.",
    review_unscored: |label, answered, needed| {
        format!(
            "{label} cannot be scored as it is: {answered} answered, and it takes at least {needed}."
        )
    },
    review_wider: "Every direction can be scored as it is, with somewhat wider margins of error.",
    finish_as_it_is: "Finish as it is",
    finish: "See the result",

    open_part: |part| match part {
        Part::Map => "Map your relationships",
        Part::Practice => "Choose an act for this week",
        Part::Circle => "Look at your support",
    },
    open_saved: "Open a saved result",
    save_json: "Save as a JSON file",
    erase_heading: "Delete everything",
    erase_what: "Removes your answers, your result and anything else this audit has stored or set aside in this browser, in every open tab. Copies you have saved or shared stay where they are.",
    erase: "Delete everything",
    erase_sure: "Delete everything this audit keeps in this browser, your notes and earlier results too?",
    erase_yes: "Yes, delete",
    erase_no: "No, keep it",
    erased: "Everything is deleted. Until you close this page, you can still undo this; answers given since then are kept instead.",
    erased_in_part: "Until you close this page, you can still bring back what is deleted.",
    erase_undo: "Undo",

    notice: |notice| match notice {
        Notice::MemoryOnly => {
            "This browser does not let the page keep anything. Your answers last until you close it, so save the result at the end."
        }
        Notice::NotSaved => {
            "What you entered last could not be stored. It stays here while this page is open, and is tried again as you continue. To be safe, save the result as a file before you leave."
        }
        Notice::StorageFull => {
            "The browser’s storage for this website is full, so what you entered last could not be stored. It stays here while this page is open, and is tried again as you continue. To be safe, save the result as a file before you leave."
        }
        Notice::Unreadable => {
            "Part of what was stored could not be read. It was set aside untouched; the rest is here."
        }
        Notice::ReadOnly => {
            "This page is older than your saved answers, which were stored by a newer version. They are left untouched, and nothing new is stored here."
        }
        Notice::OtherInstrument => {
            "There are saved answers to another questionnaire. They are set aside, not deleted, when you answer this one."
        }
        Notice::DisplacedElsewhere => {
            "Another questionnaire was started in another tab and is now the one that is stored. What you answer here lasts until you close this page."
        }
        Notice::FinishedElsewhere => {
            "You finished this audit in another tab. You can see the result here as well."
        }
        Notice::RestartedElsewhere => "You started this audit again in another tab.",
        Notice::ErasedElsewhere => "Everything was deleted in another tab.",
        Notice::ClearedElsewhere => {
            "The stored answers were removed from outside this page. This page still had them and has stored them again."
        }
        Notice::NotErased => {
            "Not everything could be deleted. Clearing this website’s data in the browser’s settings removes the rest, with anything else the website keeps there."
        }
    },
    dismiss: "Close",
    date: |year, month, day| {
        let months = [
            "January",
            "February",
            "March",
            "April",
            "May",
            "June",
            "July",
            "August",
            "September",
            "October",
            "November",
            "December",
        ];
        let place = usize::try_from(month - 1).unwrap_or_default();
        format!("{day} {} {year}", months.get(place).unwrap_or(&""))
    },
    part_fetching: "This part is on its way",
    part_missing: "This part is not here yet",
    part_retry: "Try again",
};

/// A number with its noun, whose plural ends in s, as in "1 minute" and "2 minutes".
pub(crate) fn counted(count: u64, noun: &str) -> String {
    let end = if count == 1 { "" } else { "s" };
    format!("{count} {noun}{end}")
}
