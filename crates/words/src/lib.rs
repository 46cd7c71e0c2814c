//! The texts of the interface, one typed table per language: [`Strings`] for the audit,
//! [`workbook::WorkbookStrings`] for what follows a result, [`practice::PracticeWords`] for the
//! practice. A language that lacks a text does not compile.
//!
//! The questionnaire's stems and labels belong to the instrument (`measure`), the paragraphs of the
//! results to a content file (`records::texts`), and what is said without the program to `loader/`.

mod en;
pub mod practice;
mod sentences;
pub mod workbook;

pub use en::EN;

use app::session::{Notice, Part};
use measure::instrument::FormName;
use measure::scoring::{Band, Note};

/// How one score was computed. Numbers are formatted as in the export.
#[derive(Debug)]
pub struct Made<'a> {
    /// Label of the direction.
    pub label: &'a str,
    /// How many of its items were answered with an option.
    pub answered: usize,
    /// How many of its items the form has.
    pub total: usize,
    /// Mark beside a reverse-keyed item.
    pub reversed: usize,
    /// Average of the keyed answers, 1 to 5, two decimals.
    pub mean: &'a str,
    /// The score, one decimal.
    pub score: &'a str,
    /// Standard error of measurement, one decimal.
    pub sem: &'a str,
    /// Whether the error is assumed rather than estimated from data.
    pub assumed: bool,
}

/// The texts of the audit in one language. A text with a variable part is a function of it.
#[derive(Debug)]
pub struct Strings {
    /// BCP 47 tag.
    pub language: &'static str,

    /// Heading of the welcome screen.
    pub welcome_heading: &'static str,
    /// Introduction: what the audit asks and what it gives.
    pub welcome_lede: &'static str,
    /// What the audit is not.
    pub welcome_limits: &'static str,
    /// What happens to the answers, where they are kept on the device.
    pub privacy: &'static str,
    /// What happens to the answers, where nothing can be stored.
    pub privacy_memory: &'static str,
    /// What happens to the answers, where they are kept until the tab is closed.
    pub privacy_session: &'static str,
    /// Summary that opens the longer privacy text.
    pub privacy_more: &'static str,
    /// The longer privacy text.
    pub privacy_details: &'static str,
    /// Legend of the form choice.
    pub form_legend: &'static str,
    /// Name of the full form.
    pub form_full: &'static str,
    /// Name of the short form.
    pub form_short: &'static str,
    /// Length of a form: number of statements, minutes.
    pub form_length: fn(usize, usize) -> String,
    /// What choosing the full form gives.
    pub form_full_gives: &'static str,
    /// What choosing the short form gives.
    pub form_short_gives: &'static str,
    /// Button that begins the audit.
    pub start: &'static str,
    /// Button that continues with stored answers.
    pub go_on: &'static str,
    /// Progress of the stored answers: number answered, number in the form.
    pub go_on_state: fn(usize, usize) -> String,
    /// Button that begins a new audit although answers are stored.
    pub start_again: &'static str,
    /// What beginning a new audit does to the stored answers.
    pub start_again_cost: &'static str,
    /// Button that opens the stored result; takes its date.
    pub see_result: fn(&str) -> String,
    /// Button that begins a new audit although a result is stored.
    pub take_again: &'static str,

    /// Button that opens the practice with the act of this week.
    pub go_on_practice: &'static str,
    /// What a new audit does to the stored result where earlier results are kept.
    pub take_again_kept: &'static str,
    /// What a new audit does to the stored result where only the latest is kept.
    pub take_again_cost: &'static str,

    /// What a scale of the shipped instrument is about, by its id; `None` for other scales.
    pub scale_about: fn(&str) -> Option<&'static str>,
    /// Position in the form: number of the item, number of items.
    pub progress: fn(usize, usize) -> String,
    /// Time frame of the questions, above every item.
    pub item_time_frame: &'static str,
    /// How to answer, on the first item.
    pub item_how: &'static str,
    /// Setting: choosing an answer moves on to the next item.
    pub moves_on: &'static str,
    /// Button that marks a direction as not applicable, because it has no people in it.
    pub no_one: &'static str,
    /// Confirms that a direction is marked as not applicable; takes its label.
    pub marked: fn(&str) -> String,
    /// Button that undoes the mark.
    pub unmark: &'static str,
    /// Button to the previous screen.
    pub back: &'static str,
    /// Button to the next item.
    pub next: &'static str,

    /// Heading of the review; takes the number of items left out.
    pub review_heading: fn(usize) -> String,
    /// What can be done about items left out.
    pub review_lede: &'static str,
    /// A direction with too few answers: its label, number answered, number needed.
    pub review_unscored: fn(&str, usize, usize) -> String,
    /// Says that every direction has enough answers for a score.
    pub review_wider: &'static str,
    /// Button that finishes with items left out.
    pub finish_as_it_is: &'static str,
    /// Button that finishes with every item answered.
    pub finish: &'static str,

    /// Line above the finding: date of the result, form.
    pub result_kicker: fn(&str, FormName) -> String,
    /// Finding: one direction is the weakest; takes its label.
    pub finding_weakest: fn(&str) -> String,
    /// Why one direction counts as the weakest.
    pub finding_weakest_why: &'static str,
    /// Finding: the weakest cannot be told among some of the directions; takes their labels.
    pub finding_too_close: fn(&[&str]) -> String,
    /// Finding: the weakest cannot be told among all directions.
    pub finding_all_close: &'static str,
    /// Why the weakest cannot be told.
    pub finding_too_close_why: &'static str,
    /// Finding: too few directions have a score.
    pub finding_not_enough: &'static str,
    /// What it takes to compare directions.
    pub finding_not_enough_why: &'static str,
    /// Heading of the scores.
    pub scores_heading: &'static str,
    /// How to read the chart, where the error is assumed.
    pub scores_caption_assumed: &'static str,
    /// How to read the chart, where the error is estimated from data.
    pub scores_caption_estimated: &'static str,
    /// A score and the ends of its interval, in whole points.
    pub score_with_interval: fn(i64, i64, i64) -> String,
    /// In place of a score: number answered, number of items.
    pub not_scored: fn(usize, usize) -> String,
    /// In place of a score, in a narrow table.
    pub not_scored_cell: &'static str,
    /// In place of a score: the direction does not apply.
    pub not_applicable: &'static str,
    /// Summary that opens the scores as a table.
    pub scores_as_table: &'static str,
    /// Heads of the table of scores: direction, score, interval, band, answered.
    pub table_heads: [&'static str; 5],
    /// The ends of an interval, in whole points.
    pub interval: fn(i64, i64) -> String,
    /// Number answered, number of items.
    pub answered_of: fn(usize, usize) -> String,
    /// Name of a band.
    pub band: fn(Band) -> &'static str,
    /// A band whose interval reaches into others: its name, the names of the others.
    pub band_hedged: fn(&str, &[&str]) -> String,
    /// What a band means, where its paragraph is not available.
    pub band_meaning: fn(Band) -> &'static str,
    /// Heading of the paragraphs about the directions.
    pub bands_heading: &'static str,
    /// Label before a first move.
    pub first_move: &'static str,
    /// Heading of the paragraphs about the facets.
    pub facets_heading: &'static str,
    /// How to read the paragraphs about the facets.
    pub facets_about: &'static str,
    /// What the names of the bands rest on.
    pub bands_provisional: &'static str,
    /// Heading of the table of facets by directions.
    pub map_heading: &'static str,
    /// How to read the table of facets by directions.
    pub map_caption: &'static str,
    /// Says that a cell of the table can be opened.
    pub map_opens: &'static str,
    /// Head of the column of facets.
    pub map_facet: &'static str,
    /// Shade of a cell in words: 1 (lowest) to 5, `None` without answers.
    pub map_step: fn(Option<u8>) -> &'static str,
    /// In place of an answer: the item was left out.
    pub left_out: &'static str,
    /// Beside a reverse-keyed item.
    pub reversed: &'static str,
    /// Labels of the strongest and the weakest facet.
    pub facet_extremes: fn(&str, &str) -> String,
    /// Heading of the notes on response quality.
    pub quality_heading: &'static str,
    /// A note on response quality.
    pub quality_note: fn(&Note) -> String,
    /// Summary that opens how the scores were computed.
    pub made_heading: &'static str,
    /// How scores are computed: paragraphs.
    pub made: &'static [&'static str],
    /// How one score was computed, in numbers.
    pub made_of: fn(&Made) -> String,
    /// Says that the result is a self-report, and what to ask others.
    pub self_view: &'static str,
    /// Heading of what can be done next.
    pub next_heading: &'static str,
    /// Button that continues with the full form; takes the number of additional items.
    pub go_on_to_full: fn(usize) -> String,
    /// What the parts that follow a result are for.
    pub parts_lede: &'static str,
    /// Button that opens a part.
    pub open_part: fn(Part) -> &'static str,
    /// Button that opens the screen for saving and deleting.
    pub open_keep: &'static str,
    /// Button to the welcome screen.
    pub open_welcome: &'static str,

    /// Button to the screen that opens saved files, where there is no result.
    pub open_saved: &'static str,
    /// Heading of the screen that opens saved files.
    pub saved_heading: &'static str,
    /// What can be done on the screen that opens saved files.
    pub saved_lede: &'static str,
    /// Heading of the screen for saving and deleting.
    pub keep_heading: &'static str,
    /// Why to save a file, where the result is kept on the device.
    pub keep_lede: &'static str,
    /// Why to save a file, where the result is kept until the tab is closed.
    pub keep_lede_session: &'static str,
    /// Button that saves the result as JSON.
    pub save_json: &'static str,
    /// What the JSON file contains.
    pub save_json_about: &'static str,
    /// What the share button does.
    pub share_about: &'static str,
    /// Heading of the deletion.
    pub erase_heading: &'static str,
    /// What will be deleted.
    pub erase_what: &'static str,
    /// Button that asks to delete everything.
    pub erase: &'static str,
    /// Question before deleting everything.
    pub erase_sure: &'static str,
    /// Button that confirms the deletion.
    pub erase_yes: &'static str,
    /// Button that cancels the deletion.
    pub erase_no: &'static str,
    /// Confirms the deletion and offers to undo it.
    pub erased: &'static str,
    /// Offers to undo a deletion that could not remove everything.
    pub erased_in_part: &'static str,
    /// Button that undoes the deletion.
    pub erase_undo: &'static str,

    /// A notice.
    pub notice: fn(Notice) -> &'static str,
    /// Button that closes a notice.
    pub dismiss: &'static str,
    /// A date: year, month (1 to 12), day.
    pub date: fn(i64, i64, i64) -> String,
}
