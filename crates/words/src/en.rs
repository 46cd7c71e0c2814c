//! The texts of the audit in English.

use super::{Made, Strings};
use app::session::{Notice, Part};
use measure::instrument::FormName;
use measure::scoring::{Band, Note, NoteCode};

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

    result_kicker: |date, form| {
        let form = match form {
            FormName::Full => "full",
            FormName::Short => "short",
        };
        format!("Your audit of {date}, {form} form")
    },
    finding_weakest: |label| format!("By your own answers, {label} needs you most."),
    finding_weakest_why: "Its gap to every other direction is larger than the margin of error of such a gap, which is wider than that of one score.",
    finding_too_close: |labels| {
        format!(
            "Which needs you most is too close to call between {}.",
            join(labels)
        )
    },
    finding_all_close: "Which direction needs you most is too close to call.",
    finding_too_close_why: "A gap between two scores has a margin of error too, wider than that of one score, and these gaps lie within it. Naming one direction as the weakest would be a guess. The map may hold a hint.",
    finding_not_enough: "There is too little here to compare directions.",
    finding_not_enough_why: "It takes two directions with a score. A direction gets one once more than half of its statements, and at least two, are answered.",
    scores_heading: "Your three directions",
    scores_caption_assumed: "The dot is your score, the line its margin of error. Other statements of the same kind, or another day, could well move the dot along the line, and sometimes past its end. How long the line is rests on an assumption: no study has measured it yet.",
    scores_caption_estimated: "The dot is your score, the line its margin of error. Other statements of the same kind, or another day, could well move the dot along the line, and sometimes past its end.",
    score_with_interval: |score, low, high| format!("{score}, margin {low} to {high}"),
    not_scored: |answered, total| format!("not scored, {answered} of {total} answered"),
    not_scored_cell: "not scored",
    not_applicable: "does not apply to you",
    scores_as_table: "The same as a table",
    table_heads: [
        "Direction",
        "Score",
        "Margin of error",
        "In a word",
        "Answered",
    ],
    interval: |low, high| format!("{low} to {high}"),
    answered_of: |answered, total| format!("{answered} of {total}"),
    band: |band| match band {
        Band::Strained => "strained",
        Band::Uneven => "uneven",
        Band::Steady => "steady",
    },
    band_hedged: |band, others| format!("{band}, could also be {}", others.join(" or ")),
    band_meaning: |band| match band {
        Band::Strained => {
            "Your answers average below “Sometimes”. The everyday acts that carry a working relationship may be scarce here, and a small strain harder to get past. One unhurried talk with one person is enough to begin with."
        }
        Band::Uneven => {
            "Your answers average between “Sometimes” and “Often”. That can be a steady middle, or some things that hold and others that slip when the week is full. The map hints at which."
        }
        Band::Steady => {
            "Your answers average “Often” or above. This may be ground to stand on when another direction is hard. Ask one of these people whether they would say the same."
        }
    },
    first_move: "A first move:",
    facets_heading: "The six facets, one by one",
    facets_about: "Each facet runs through all three directions. Open one to read what it may mean; it rests on fewer answers than a direction, so hold it more loosely.",
    bands_heading: "What that means",
    bands_provisional: "These words are tied to the answers you could choose from, not to how other people answer. They are provisional, and a score is not a percentile.",
    map_heading: "Where it holds, where it strains",
    map_caption: "Each field sums up one or two answers. Read it as a hint about where to look.",
    map_opens: "Open one to see the statements and what you answered.",
    map_facet: "Facet",
    map_step: |step| match step {
        Some(1) => "bare",
        Some(2) => "thin",
        Some(3) => "middling",
        Some(4) => "sound",
        Some(5) => "strong",
        _ => "no answer",
    },
    left_out: "left out",
    reversed: "turned round: a lower answer counts for more",
    facet_extremes: |strongest, weakest| {
        format!(
            "In your answers no facet comes out higher than {strongest}, and none lower than {weakest}. Each rests on a few answers only, so a small gap between them may mean nothing."
        )
    },
    quality_heading: "About these answers",
    quality_note: |note| {
        let Note { code, seen, of } = note;
        match code {
            NoteCode::StraightLining => format!(
                "{seen} of {of} answers are the same, also where the statement points the other way. If you were tired, a second look on another day will tell you more."
            ),
            NoteCode::TooFast => format!(
                "{} in {} is quicker than most people can read the statements. Treat this result as a first sketch.",
                counted(*of, "answer"),
                counted(*seen, "second")
            ),
            NoteCode::ManyMissing => format!(
                "Left out or not applicable: {seen} of {}. The scores rest on the others, and their lines are wider for it.",
                counted(*of, "statement")
            ),
        }
    },
    made_heading: "How this was made",
    made: &[
        "Each answer counts from 1 (almost never) to 5 (almost always). Statements that describe the opposite are turned round first. A score is the average, put on a line from 0 to 100: 50 stands for “Sometimes” and 75 for “Often”. It is scored once more than half of the statements, and at least two, are answered.",
        "The line runs 1.645 standard errors of measurement to either side of the score, cut off at 0 and 100: a 90 % interval, if the error is right. The questionnaire sets how large the error is; it is not worked out from your answers, and it grows when fewer statements are answered. There is no overall score, since a good direction would hide a strained one.",
    ],
    made_of: |made| {
        let Made {
            label,
            answered,
            total,
            reversed,
            mean,
            score,
            sem,
            assumed,
        } = made;
        let origin = if *assumed {
            "assumed, not measured"
        } else {
            "estimated from other people’s answers"
        };
        format!(
            "{label}: {answered} of {total} statements count, {reversed} of them turned round. Their average is {mean}, and 25 × ({mean} − 1) gives {score}. Standard error of measurement: {sem} points, {origin}."
        )
    },
    self_view: "This is how you see it. Leaders often rate the way they treat people higher than those people do, and nothing here corrects for that. If one line surprises you, ask someone who is on the other end of it.",
    next_heading: "What next",
    go_on_to_full: |items| {
        format!(
            "Continue with the full form, {}",
            counted(items as u64, "more statement")
        )
    },
    parts_lede: "A score changes nothing by itself. One person and one small act this week may.",
    open_part: |part| match part {
        Part::Map => "Map your relationships",
        Part::Practice => "Choose an act for this week",
        Part::Circle => "Look at your support",
    },
    open_keep: "Keep or delete this result",
    open_welcome: "Back to the start",

    open_saved: "Open a saved result",
    saved_heading: "What you saved before",
    saved_lede: "Continue from where you were, here or on another device.",
    keep_heading: "Yours to keep",
    keep_lede: "This browser keeps your latest result until you delete it or clear its data. Some browsers clear such data after a week without a visit, so a file is safer.",
    keep_lede_session: "This result is here until you close this tab. Save a file if you want to keep it.",
    save_json: "Save as a JSON file",
    save_json_about: "Every answer, the scores with their margins, and when and how long you took. No name, no e-mail address, no device number. A coach or a program can read it.",
    share_about: "Gives this result, with every answer, to the website you’re on. Its owner decides what happens to it then. Nothing is given unless you press the button.",
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
};

/// A number with its noun, whose plural ends in s, as in "1 minute" and "2 minutes".
pub(crate) fn counted(count: u64, noun: &str) -> String {
    let end = if count == 1 { "" } else { "s" };
    format!("{count} {noun}{end}")
}

/// Joins labels as in "A", "A and B", "A, B and C".
fn join(labels: &[&str]) -> String {
    match labels {
        [] => String::new(),
        [only] => (*only).to_owned(),
        [first @ .., last] => format!("{} and {last}", first.join(", ")),
    }
}
