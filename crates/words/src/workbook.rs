//! The words of the workbook, one typed table per language.

mod en;

pub use en::WORKBOOK_EN;

use super::Strings;
use super::practice::PracticeWords;
use super::results::ResultStrings;
use app::workbook::{Said, Unfit};
use measure::change::{Refusal, Verdict};
use measure::instrument::FormName;

/// The workbook in one language.
#[derive(Debug)]
pub struct WorkbookStrings {
    /// The words that it shares with the audit.
    pub audit: &'static Strings,
    /// The words that it shares with the results.
    pub results: &'static ResultStrings,
    /// The words of the practice.
    pub practice: &'static PracticeWords,
    /// Saves the result as JSON with what is ticked of the practice.
    pub save_json_with: &'static str,
    /// Takes in what a file holds of a practice.
    pub take_practice: &'static str,
    /// What that does to what is here.
    pub take_practice_about: &'static str,
    /// Heading of the change since the weekly loop began.
    pub since_heading: &'static str,
    /// Lets the loop go on from the latest result.
    pub begin_anew: &'static str,
    /// Heading of the other ways to keep a result.
    pub more_heading: &'static str,
    /// Prints the report.
    pub print: &'static str,
    /// What printing gives.
    pub print_about: &'static str,
    /// Copies the summary.
    pub copy: &'static str,
    /// What the summary holds.
    pub copy_about: &'static str,
    /// Saves the table.
    pub save_csv: &'static str,
    /// What the table holds.
    pub save_csv_about: &'static str,
    /// What came of a request.
    pub said: fn(Said) -> &'static str,
    /// Heading of the opening of a saved file.
    pub open_heading: &'static str,
    /// What opening one does.
    pub open_about: &'static str,
    /// Label of the choice of a file.
    pub open: &'static str,
    /// Why a file cannot be taken in; takes its name.
    pub unfit: fn(&str, &Unfit) -> String,
    /// How many faults more there are than those that are shown.
    pub more_faults: fn(usize) -> String,
    /// What a file with a result holds: its name, the day, the form, answered, of.
    pub file_result: fn(&str, &str, FormName, usize, usize) -> String,
    /// What a file with stored records holds: its name, answers under way, results.
    pub file_backup: fn(&str, usize, usize) -> String,
    /// Records in it that could not be read.
    pub file_faulty: fn(usize) -> String,
    /// The file's scores are those of its answers.
    pub file_agrees: &'static str,
    /// They are not, in so many places.
    pub file_differs: fn(usize) -> String,
    /// Summary of the table of differences.
    pub each_difference: &'static str,
    /// Heads of the table of differences: place, in the file, from its answers.
    pub difference_heads: [&'static str; 3],
    /// Instead of a value: there is none.
    pub no_value: &'static str,
    /// What was passed over: how many fields, and the first of them.
    pub file_ignored: fn(usize, &str) -> String,
    /// Shows the result in the file as the latest.
    pub take: &'static str,
    /// What that costs; takes the day of the result whose place it takes.
    pub take_cost: fn(&str) -> String,
    /// Takes in stored records.
    pub take_backup: &'static str,
    /// What that does to what is here.
    pub take_backup_about: &'static str,
    /// Adds the result to the earlier ones.
    pub add: &'static str,
    /// Done.
    pub taken: &'static str,
    /// Puts the file away.
    pub close_file: &'static str,

    /// Heading of the earlier results.
    pub past_heading: &'static str,
    /// The setting that keeps them.
    pub keep_past: &'static str,
    /// What it does.
    pub keep_past_about: &'static str,
    /// The same where nothing can be stored.
    pub keep_past_impossible: &'static str,
    /// A result in the list: its day and form.
    pub past_result: fn(&str, FormName) -> String,
    /// Beside the result on screen.
    pub past_latest: &'static str,
    /// Beside the one in the file.
    pub past_file: &'static str,
    /// Beside one of another questionnaire.
    pub past_other: &'static str,
    /// Shows an earlier result in place of the one on screen; takes its day.
    pub show: fn(&str) -> String,
    /// Deletes an earlier result; takes its day.
    pub forget: fn(&str) -> String,
    /// Said when an earlier result was deleted.
    pub forgotten: &'static str,
    /// How to compare.
    pub compare_hint: &'static str,
    /// Heading of a comparison: the two days.
    pub compare_heading: fn(&str, &str) -> String,
    /// Why two results are not compared.
    pub refusal: fn(Refusal) -> &'static str,
    /// What became of a direction: its label and the verdict.
    pub change: fn(&str, Verdict) -> String,
    /// How to read the comparison.
    pub compare_about: &'static str,
    /// The order of the two is not known.
    pub order_unknown: &'static str,
    /// Heads of the table: direction, earlier, later, change.
    pub compare_heads: [&'static str; 4],
    /// A change in points and the margin that it has to exceed.
    pub points: fn(i64, i64) -> String,

    /// In the summary, where the error is assumed.
    pub summary_assumed: &'static str,
    /// In the report, what was measured: takes the number of statements answered and asked.
    pub print_about_audit: fn(usize, usize) -> String,
    /// In the report, what a facet of the shipped instrument is about, by id.
    pub print_facet: fn(&str) -> &'static str,
    /// In the report, above a first move; takes what it is about.
    pub print_monday: fn(&str) -> String,
    /// In the report, above the answers.
    pub print_answers: &'static str,
    /// How to read them.
    pub print_answers_about: &'static str,
    /// Back to the beginning, where there is no result.
    pub to_audit: &'static str,
}
