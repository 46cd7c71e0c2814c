//! The words for what follows the last answer, one typed table per language: they travel with the
//! part of the program that shows them.

mod en;

pub use en::RESULTS_EN;

use measure::instrument::FormName;
use measure::scoring::{Band, Note};

/// What one score was made of; numbers as they are exported, with their decimals.
#[derive(Debug)]
pub struct Made<'a> {
    /// The direction.
    pub label: &'a str,
    /// Items answered with an option.
    pub answered: usize,
    /// Items of the direction in the form.
    pub total: usize,
    /// Reverse-keyed items among those answered.
    pub reversed: usize,
    /// Average of the keyed answers, 1 to 5, two decimals.
    pub mean: &'a str,
    /// The score, one decimal.
    pub score: &'a str,
    /// Standard error of measurement, one decimal.
    pub sem: &'a str,
    /// Whether that error is assumed.
    pub assumed: bool,
}

/// The results, and the screen for keeping them, in one language.
#[derive(Debug)]
pub struct ResultStrings {
    /// Above the finding: date, form.
    pub result_kicker: fn(&str, FormName) -> String,
    /// The finding: this direction is the weakest.
    pub finding_weakest: fn(&str) -> String,
    /// Why.
    pub finding_weakest_why: &'static str,
    /// The finding: these directions are too close to call.
    pub finding_too_close: fn(&[&str]) -> String,
    /// The finding: all directions are.
    pub finding_all_close: &'static str,
    /// Why.
    pub finding_too_close_why: &'static str,
    /// The finding: too few directions are scored.
    pub finding_not_enough: &'static str,
    /// Why.
    pub finding_not_enough_why: &'static str,
    /// Heading of the scores.
    pub scores_heading: &'static str,
    /// Reads the chart to the visitor; the error is assumed.
    pub scores_caption_assumed: &'static str,
    /// Reads the chart to the visitor; the error is estimated.
    pub scores_caption_estimated: &'static str,
    /// A score and the two ends of its interval, rounded.
    pub score_with_interval: fn(i64, i64, i64) -> String,
    /// Instead of a score: answered, of.
    pub not_scored: fn(usize, usize) -> String,
    /// Instead of a score, in a narrow table.
    pub not_scored_cell: &'static str,
    /// Instead of a score: the direction does not apply.
    pub not_applicable: &'static str,
    /// Summary of the table with the same content.
    pub scores_as_table: &'static str,
    /// Heads of the table: direction, score, interval, band, answered.
    pub table_heads: [&'static str; 5],
    /// The two ends of an interval, rounded.
    pub interval: fn(i64, i64) -> String,
    /// Answered, of.
    pub answered_of: fn(usize, usize) -> String,
    /// Name of a band.
    pub band: fn(Band) -> &'static str,
    /// A band that could also be another: its name, the other's or others'.
    pub band_hedged: fn(&str, &[&str]) -> String,
    /// What a band means, where there is no paragraph for it.
    pub band_meaning: fn(Band) -> &'static str,
    /// Heading of the band texts.
    pub bands_heading: &'static str,
    /// Stands before a first move.
    pub first_move: &'static str,
    /// Heading of the facet texts.
    pub facets_heading: &'static str,
    /// How to read them.
    pub facets_about: &'static str,
    /// Says that bands are provisional.
    pub bands_provisional: &'static str,
    /// Heading of the map.
    pub map_heading: &'static str,
    /// How to read it.
    pub map_caption: &'static str,
    /// Says that a field opens.
    pub map_opens: &'static str,
    /// Head of the facet column.
    pub map_facet: &'static str,
    /// The word for a cell: step 1 to 5, or `None` for empty.
    pub map_step: fn(Option<u8>) -> &'static str,
    /// Instead of an answer: the item was left out.
    pub left_out: &'static str,
    /// Beside a reverse-keyed item.
    pub reversed: &'static str,
    /// Strongest and weakest facet.
    pub facet_extremes: fn(&str, &str) -> String,
    /// Heading of the response-quality notes.
    pub quality_heading: &'static str,
    /// A response-quality note.
    pub quality_note: fn(&Note) -> String,
    /// Summary of how the score was made.
    pub made_heading: &'static str,
    /// How it was made: paragraphs.
    pub made: &'static [&'static str],
    /// How one score was made, in numbers.
    pub made_of: fn(&Made) -> String,
    /// Whose view this is, and where to get another.
    pub self_view: &'static str,
    /// Heading of what comes next.
    pub next_heading: &'static str,
    /// Goes on to the full form; takes how many statements are new.
    pub go_on_to_full: fn(usize) -> String,
    /// Says what the parts that follow a result are for.
    pub parts_lede: &'static str,
    /// Opens the screen for keeping and deleting.
    pub open_keep: &'static str,
    /// Back to the beginning.
    pub open_welcome: &'static str,
    /// Heading of the screen where a saved file is opened.
    pub saved_heading: &'static str,
    /// What can be done with a saved file.
    pub saved_lede: &'static str,
    /// Heading of the keep screen.
    pub keep_heading: &'static str,
    /// What saving is for.
    pub keep_lede: &'static str,
    /// What saving is for, where the result lasts as long as the tab.
    pub keep_lede_session: &'static str,
    /// What the JSON file holds.
    pub save_json_about: &'static str,
    /// What sharing does.
    pub share_about: &'static str,
}
