//! Every word of the interface, one typed table per language: a language that lacks a text does
//! not compile. The questionnaire's own words live in the instrument.

mod en;
pub mod practice;
mod wording;
pub mod workbook;

pub use en::EN;

use app::session::{Notice, Part};
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

/// The interface in one language. Functions take what they put into a sentence.
#[derive(Debug)]
pub struct Strings {
    /// BCP 47 tag.
    pub language: &'static str,

    /// Heading of the welcome screen.
    pub welcome_heading: &'static str,
    /// What this is.
    pub welcome_lede: &'static str,
    /// What it is not.
    pub welcome_limits: &'static str,
    /// What happens to the answers, in one sentence or two.
    pub privacy: &'static str,
    /// The same where nothing can be stored.
    pub privacy_memory: &'static str,
    /// The same where answers are kept until the tab is closed.
    pub privacy_session: &'static str,
    /// Summary of the longer privacy text.
    pub privacy_more: &'static str,
    /// The longer privacy text.
    pub privacy_details: &'static str,
    /// Legend of the form choice.
    pub form_legend: &'static str,
    /// Name of the full form.
    pub form_full: &'static str,
    /// Name of the short form.
    pub form_short: &'static str,
    /// Length of a form: statements, minutes.
    pub form_length: fn(usize, usize) -> String,
    /// What the full form gives.
    pub form_full_gives: &'static str,
    /// What the short form gives.
    pub form_short_gives: &'static str,
    /// Begins.
    pub start: &'static str,
    /// Goes on with stored answers.
    pub go_on: &'static str,
    /// How far they got: answered, of.
    pub go_on_state: fn(usize, usize) -> String,
    /// Begins anew although there are stored answers.
    pub start_again: &'static str,
    /// What that costs.
    pub start_again_cost: &'static str,
    /// Opens the stored result; takes its date.
    pub see_result: fn(&str) -> String,
    /// Begins anew although there is a stored result.
    pub take_again: &'static str,

    /// Goes on with the act of this week.
    pub go_on_practice: &'static str,
    /// What taking it again means where earlier results are kept.
    pub take_again_kept: &'static str,
    /// What that costs in the end.
    pub take_again_cost: &'static str,

    /// What a scale of the shipped instrument is about, by id.
    pub scale_about: fn(&str) -> Option<&'static str>,
    /// Place in the form: number, of.
    pub progress: fn(usize, usize) -> String,
    /// Stands above every item.
    pub item_time_frame: &'static str,
    /// How to answer; on the first item.
    pub item_how: &'static str,
    /// The setting that lets a tap move on.
    pub moves_on: &'static str,
    /// Marks a direction as having no one in it.
    pub no_one: &'static str,
    /// Says that a direction is marked; takes its label.
    pub marked: fn(&str) -> String,
    /// Takes that back.
    pub unmark: &'static str,
    /// Goes back.
    pub back: &'static str,
    /// Goes on.
    pub next: &'static str,

    /// Heading of the review: items left out.
    pub review_heading: fn(usize) -> String,
    /// What to do about them.
    pub review_lede: &'static str,
    /// A direction that would not be scored: label, answered, needed.
    pub review_unscored: fn(&str, usize, usize) -> String,
    /// Said when every direction would still be scored.
    pub review_wider: &'static str,
    /// Finishes with items left out.
    pub finish_as_it_is: &'static str,
    /// Finishes with nothing left out.
    pub finish: &'static str,

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
    /// The same; the error is estimated.
    pub scores_caption_estimated: &'static str,
    /// A score and the two ends of its interval, rounded.
    pub score_with_interval: fn(i64, i64, i64) -> String,
    /// Instead of a score: answered, of.
    pub not_scored: fn(usize, usize) -> String,
    /// The same in a narrow table.
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
    /// Opens a part.
    pub open_part: fn(Part) -> &'static str,
    /// Opens the screen for keeping and deleting.
    pub open_keep: &'static str,
    /// Back to the beginning.
    pub open_welcome: &'static str,

    /// Leads to the screen where a saved file is opened, while there is no result.
    pub open_saved: &'static str,
    /// Heading of that screen.
    pub saved_heading: &'static str,
    /// What can be done there.
    pub saved_lede: &'static str,
    /// Heading of the keep screen.
    pub keep_heading: &'static str,
    /// What saving is for.
    pub keep_lede: &'static str,
    /// The same where the result lasts as long as the tab.
    pub keep_lede_session: &'static str,
    /// Saves the JSON file.
    pub save_json: &'static str,
    /// What the file holds.
    pub save_json_about: &'static str,
    /// What sharing does.
    pub share_about: &'static str,
    /// Heading of the deletion.
    pub erase_heading: &'static str,
    /// What will be deleted.
    pub erase_what: &'static str,
    /// Asks to delete.
    pub erase: &'static str,
    /// Asks for confirmation.
    pub erase_sure: &'static str,
    /// Confirms.
    pub erase_yes: &'static str,
    /// Declines.
    pub erase_no: &'static str,
    /// Says that it is done.
    pub erased: &'static str,
    /// Says that undoing is possible, where not all could be deleted.
    pub erased_in_part: &'static str,
    /// Takes it back.
    pub erase_undo: &'static str,

    /// A notice.
    pub notice: fn(Notice) -> &'static str,
    /// Closes a notice.
    pub dismiss: &'static str,
    /// A date: year, month (1 to 12), day.
    pub date: fn(i64, i64, i64) -> String,
}
