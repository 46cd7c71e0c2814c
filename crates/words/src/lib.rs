//! The texts of the interface, one typed table per language: [`Strings`] for the audit,
//! [`results::ResultStrings`] for the results, [`workbook::WorkbookStrings`] for what follows a result, [`practice::PracticeWords`] for the
//! practice. A language that lacks a text does not compile.
//!
//! The questionnaire's stems and labels belong to the instrument (`measure`), the paragraphs of the
//! results to a content file (`records::texts`), and what is said without the program to `loader/`.

mod en;
pub mod practice;
pub mod results;
mod sentences;
pub mod workbook;

pub use en::EN;

use app::session::{Notice, Part};

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
    /// Button that opens a part.
    pub open_part: fn(Part) -> &'static str,

    /// Button to the screen that opens saved files, where there is no result.
    pub open_saved: &'static str,
    /// Button that saves the result as JSON.
    pub save_json: &'static str,
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
    /// Heading while a part of the program is being fetched.
    pub part_fetching: &'static str,
    /// Heading where it could not be fetched.
    pub part_missing: &'static str,
    /// Fetches it again.
    pub part_retry: &'static str,
}
