//! Every word of the interface, one typed table per language: a language that lacks a text does
//! not compile. The questionnaire's own words live in the instrument.

mod en;
pub mod practice;
pub mod results;
mod wording;
pub mod workbook;

pub use en::EN;

use app::session::{Notice, Part};

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
    /// Heading while a part of the program is being fetched.
    pub part_fetching: &'static str,
    /// Heading where it could not be fetched.
    pub part_missing: &'static str,
    /// Fetches it again.
    pub part_retry: &'static str,
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
    /// Opens a part.
    pub open_part: fn(Part) -> &'static str,

    /// Leads to the screen where a saved file is opened, while there is no result.
    pub open_saved: &'static str,
    /// Saves the JSON file.
    pub save_json: &'static str,
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
