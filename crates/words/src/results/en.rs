//! The texts of the results in English.

use super::{Made, ResultStrings};
use crate::en::counted;
use measure::instrument::FormName;
use measure::scoring::{Band, Note, NoteCode};

/// The texts of the results in English.
pub static RESULTS_EN: ResultStrings = ResultStrings {
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
    open_keep: "Keep or delete this result",
    open_welcome: "Back to the start",

    saved_heading: "What you saved before",
    saved_lede: "Continue from where you were, here or on another device.",
    keep_heading: "Yours to keep",
    keep_lede: "This browser keeps your latest result until you delete it or clear its data. Some browsers clear such data after a week without a visit, so a file is safer.",
    keep_lede_session: "This result is here until you close this tab. Save a file if you want to keep it.",
    save_json_about: "Every answer, the scores with their margins, and when and how long you took. No name, no e-mail address, no device number. A coach or a program can read it.",
    share_about: "Gives this result, with every answer, to the website you’re on. Its owner decides what happens to it then. Nothing is given unless you press the button.",
};

/// Joins labels as in "A", "A and B", "A, B and C".
fn join(labels: &[&str]) -> String {
    match labels {
        [] => String::new(),
        [only] => (*only).to_owned(),
        [first @ .., last] => format!("{} and {last}", first.join(", ")),
    }
}
