//! The texts of the results, one typed table per language, apart from those of the audit so that they
//! travel with the part of the program that shows them.

mod en;

pub use en::RESULTS_EN;

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

/// The texts of the results, and of the screen for keeping them, in one language.
#[derive(Debug)]
pub struct ResultStrings {
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
    /// Button that opens the screen for saving and deleting.
    pub open_keep: &'static str,
    /// Button to the welcome screen.
    pub open_welcome: &'static str,
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
    /// What the JSON file contains.
    pub save_json_about: &'static str,
    /// What the share button does.
    pub share_about: &'static str,
}
