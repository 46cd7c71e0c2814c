//! The texts of the workbook in English.

use super::WorkbookStrings;
use crate::EN;
use crate::en::counted;
use crate::practice::PRACTICE_EN;
use crate::results::RESULTS_EN;
use app::after::{Rejection, Status};
use measure::change::{Refusal, Verdict};
use measure::instrument::FormName;
use records::import::Refused;

/// The texts of the workbook in English.
pub static WORKBOOK_EN: WorkbookStrings = WorkbookStrings {
    audit: &EN,
    results: &RESULTS_EN,
    practice: &PRACTICE_EN,
    save_json_with: "Save as a JSON file with what is ticked",
    take_practice: "Import the notes in it",
    take_practice_about: "The file also has a map, notes on support or a plan. Relationships are added to yours; the rest replaces what is here.",
    since_heading: "Since you began",
    begin_anew: "Continue from the newer result",
    more_heading: "On paper, or somewhere else",
    print: "Print, or save as PDF",
    print_about: "Two pages: the finding, the scores, the map, what they may mean, and your answers.",
    copy: "Copy a summary",
    copy_about: "A few lines of text for your notes or a message.",
    save_csv: "Save the answers as a table",
    save_csv_about: "A CSV file for a spreadsheet, one row for each statement.",
    said: |said| match said {
        Status::Copied => "The summary is on the clipboard.",
        Status::NotCopied => "This browser did not let the summary be copied.",
        Status::NotPrinted => "This browser did not let the report be printed here.",
    },
    open_heading: "Open a saved result",
    open_about: "A JSON file that this audit saved, here or on another device. You see what it holds before anything is stored.",
    open: "Choose a file",
    unfit: |name, unfit| match unfit {
        Rejection::TooLarge(bytes) => format!(
            "{name} is too large to be a result: {} KiB, where 1024 is the limit.",
            bytes.div_ceil(1024)
        ),
        Rejection::Unreadable => format!("The browser could not read {name}."),
        Rejection::Refused(refused) => {
            let why = match refused {
                Refused::NotJson(_) => "is not a JSON file, or is damaged",
                Refused::OtherFile(_) => "is not a result that this audit saved",
                Refused::Newer { .. } => {
                    "was saved by a newer version of this audit than the one on this page"
                }
                Refused::OtherInstrument(_) => {
                    "answers a different questionnaire from the one on this page"
                }
                Refused::Faulty(_) => "has errors, so nothing was imported",
            };
            format!("{name} {why}.")
        }
    },
    more_faults: |count| format!("And {count} more."),
    file_result: |name, day, form, answered, of| {
        let form = form_name(form);
        format!("{name}: a result of {day}, {form} form, {answered} of {of} answered.")
    },
    file_backup: |name, answers, results| {
        let answers = counted(answers as u64, "answer");
        let results = counted(results as u64, "finished result");
        format!("{name}: answers stored by this audit. {answers} in progress, {results}.")
    },
    file_faulty: |count| match count {
        1 => "One record in it can’t be read and is left out.".to_owned(),
        count => format!("{count} records in it can’t be read and are left out."),
    },
    file_agrees: "Every score in the file matches its answers.",
    file_differs: |count| {
        let places = if count == 1 {
            "one place"
        } else {
            "several places"
        };
        format!(
            "The file does not match its own answers in {places} ({count}). The answers count; this page shows what follows from them."
        )
    },
    each_difference: "See each place",
    difference_heads: ["Place", "In the file", "From its answers"],
    no_value: "nothing",
    file_ignored: |count, first| format!("Not known to this page, and ignored ({count}): {first}"),
    take: "Show this result here",
    take_cost: |day| format!("It replaces your result of {day}, unless you keep earlier results."),
    take_backup: "Import this",
    take_backup_about: "What is already here stays; what is missing is added. A second result turns on “Keep earlier results”.",
    add: "Add it to the earlier results",
    taken: "Imported.",
    close_file: "Close the file",

    past_heading: "Earlier results",
    keep_past: "Keep earlier results in this browser",
    keep_past_about: "Otherwise the next result replaces this one. Turning it off deletes the others, not the one shown here.",
    keep_past_impossible: "This browser can’t store anything here. You can still open saved files and compare them.",
    past_result: |day, form| format!("{day}, {} form", form_name(form)),
    past_latest: "shown here",
    past_file: "in the file you opened",
    past_other: "another questionnaire",
    show: |day| format!("Show the result of {day}"),
    forget: |day| format!("Delete the result of {day}"),
    forgotten: "Deleted from this browser.",
    compare_hint: "Tick two to see what has changed between them.",
    compare_heading: |earlier, later| format!("From {earlier} to {later}"),
    refusal: |refusal| match refusal {
        Refusal::OtherInstrument => {
            "These two answer different questionnaires: their scores mean different things."
        }
        Refusal::OtherMajorVersion => {
            "These two answer different editions of the questionnaire, which do not ask the same."
        }
        Refusal::OtherForm => {
            "One is of the full form, the other of the short one: they ask different statements, so a difference may come from those."
        }
        Refusal::CannotBeScored => {
            "One of these answers a questionnaire that is not on this page, so it cannot be scored here."
        }
        Refusal::SameResult => "These two are the same result.",
    },
    change: |label, verdict| match verdict {
        Verdict::Higher => {
            format!("{label}: higher, by more than the margins of error alone would explain.")
        }
        Verdict::Lower => {
            format!("{label}: lower, by more than the margins of error alone would explain.")
        }
        Verdict::NoReliableChange => format!("{label}: no reliable change."),
        Verdict::CannotBeCompared => {
            format!("{label}: cannot be compared, since it has no score in one of the two.")
        }
    },
    compare_about: "The open dot is the earlier score, the full one the later. A change counts as reliable only if it is larger than the margin of error of two scores together. Even then it says how you see it, not why.",
    order_unknown: "These two were finished in the same second, so which came first is not known.",
    compare_heads: ["Direction", "Earlier", "Later", "Change"],
    points: |points, margin| {
        let sign = match points.signum() {
            1 => "+",
            -1 => "−",
            _ => "",
        };
        format!("{sign}{} (margin {margin})", points.unsigned_abs())
    },

    summary_assumed: "How wide the margins are rests on an assumption: no study has measured the error yet.",
    print_about_audit: |answered, total| {
        format!(
            "The Leadership Skills Audit asks a leader about working relationships in the last three months: {answered} of {} answered, by the leader alone.",
            counted(total as u64, "statement")
        )
    },
    print_facet: |id| match id {
        "trust" => Some("promises kept, fairness, judgement under pressure"),
        "candour" => Some("hard things said early, and heard"),
        "alignment" => Some("expectations spoken, decisions that stick"),
        "stewardship" => Some("shared aims before own wins"),
        "presence" => Some("attention, listening, small acts of care"),
        "repair" => Some("missteps owned, ways back found"),
        _ => None,
    },
    print_monday: |about| format!("One place to begin, on Monday: {about}"),
    print_answers: "What you answered",
    print_answers_about: "About the last three months. ↺ marks a statement that describes the opposite: there, a lower answer counts for more.",
    to_audit: "Go to the audit",
};

fn form_name(form: FormName) -> &'static str {
    match form {
        FormName::Full => "full",
        FormName::Short => "short",
    }
}
