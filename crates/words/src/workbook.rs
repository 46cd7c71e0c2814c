//! The texts of the workbook: other forms of a result, earlier results, saved files.

mod en;

pub use en::WORKBOOK_EN;

use super::Strings;
use super::practice::PracticeWords;
use super::results::ResultStrings;
use app::after::{Rejection, Status};
use measure::change::{Refusal, Verdict};
use measure::instrument::FormName;

/// The texts of the workbook in one language.
#[derive(Debug)]
pub struct WorkbookStrings {
    /// The texts that the workbook shares with the audit.
    pub audit: &'static Strings,
    /// The texts that it shares with the results.
    pub results: &'static ResultStrings,
    /// The texts of the practice.
    pub practice: &'static PracticeWords,
    /// Button that saves the result as JSON with the selected parts of the practice.
    pub save_json_with: &'static str,
    /// Button that imports the parts of a practice that a file contains.
    pub take_practice: &'static str,
    /// What importing a practice does to what is stored.
    pub take_practice_about: &'static str,
    /// Heading of the change since the weekly loop began.
    pub since_heading: &'static str,
    /// Button that lets the loop continue from the latest result.
    pub begin_anew: &'static str,
    /// Heading of the other ways to save a result.
    pub more_heading: &'static str,
    /// Button that prints the report.
    pub print: &'static str,
    /// What the report contains.
    pub print_about: &'static str,
    /// Button that copies the summary.
    pub copy: &'static str,
    /// What the summary contains.
    pub copy_about: &'static str,
    /// Button that saves the answers as CSV.
    pub save_csv: &'static str,
    /// What the CSV file contains.
    pub save_csv_about: &'static str,
    /// Outcome of copying or printing.
    pub said: fn(Status) -> &'static str,
    /// Heading of the section that opens a saved file.
    pub open_heading: &'static str,
    /// Which files can be opened, and what happens then.
    pub open_about: &'static str,
    /// Label of the file chooser.
    pub open: &'static str,
    /// Why a file is rejected; takes its name.
    pub unfit: fn(&str, &Rejection) -> String,
    /// How many faults there are beyond those listed.
    pub more_faults: fn(usize) -> String,
    /// A file with a result: its name, date of the result, form, number answered, number of items.
    pub file_result: fn(&str, &str, FormName, usize, usize) -> String,
    /// A file with stored records: its name, number of answers in progress, number of results.
    pub file_backup: fn(&str, usize, usize) -> String,
    /// How many records of a file could not be read.
    pub file_faulty: fn(usize) -> String,
    /// Says that the scores in a file match its answers.
    pub file_agrees: &'static str,
    /// Says in how many places a file does not match its answers.
    pub file_differs: fn(usize) -> String,
    /// Summary that opens the table of differences.
    pub each_difference: &'static str,
    /// Heads of the table of differences: path, value in the file, recomputed value.
    pub difference_heads: [&'static str; 3],
    /// In place of a value that is missing.
    pub no_value: &'static str,
    /// Unknown fields of a file: their number, the path of the first.
    pub file_ignored: fn(usize, &str) -> String,
    /// Button that shows the result in a file as the latest.
    pub take: &'static str,
    /// What that replaces; takes the date of the stored result.
    pub take_cost: fn(&str) -> String,
    /// Button that imports stored records.
    pub take_backup: &'static str,
    /// What importing records does to what is stored.
    pub take_backup_about: &'static str,
    /// Button that adds the result in a file to the earlier ones.
    pub add: &'static str,
    /// Confirms an import.
    pub taken: &'static str,
    /// Button that closes the file.
    pub close_file: &'static str,

    /// Heading of the earlier results.
    pub past_heading: &'static str,
    /// Setting: earlier results are kept.
    pub keep_past: &'static str,
    /// What turning the setting on or off does.
    pub keep_past_about: &'static str,
    /// In place of the setting, where nothing can be stored.
    pub keep_past_impossible: &'static str,
    /// An earlier result in the list: its date, its form.
    pub past_result: fn(&str, FormName) -> String,
    /// Mark of the result that is on screen.
    pub past_latest: &'static str,
    /// Mark of the result that comes from the open file.
    pub past_file: &'static str,
    /// Mark of a result of another questionnaire.
    pub past_other: &'static str,
    /// Button that shows an earlier result; takes its date.
    pub show: fn(&str) -> String,
    /// Button that deletes an earlier result; takes its date.
    pub forget: fn(&str) -> String,
    /// Confirms that an earlier result was deleted.
    pub forgotten: &'static str,
    /// How to compare two results.
    pub compare_hint: &'static str,
    /// Heading of a comparison: the two dates.
    pub compare_heading: fn(&str, &str) -> String,
    /// Why two results are not compared.
    pub refusal: fn(Refusal) -> &'static str,
    /// Change of a direction: its label, the verdict.
    pub change: fn(&str, Verdict) -> String,
    /// How to read the comparison.
    pub compare_about: &'static str,
    /// Says that two results are of the same second.
    pub order_unknown: &'static str,
    /// Heads of the table of changes: direction, earlier, later, change.
    pub compare_heads: [&'static str; 4],
    /// A change in points, and the margin that it has to exceed to be reliable.
    pub points: fn(i64, i64) -> String,

    /// Last line of the summary, where the error is assumed.
    pub summary_assumed: &'static str,
    /// What the report measures: number of statements answered, number asked.
    pub print_about_audit: fn(usize, usize) -> String,
    /// What a facet of the shipped instrument is about, in the report, by its id; `None` for other
    /// facets.
    pub print_facet: fn(&str) -> Option<&'static str>,
    /// Heading of the first move in the report; takes the label of the direction or facet.
    pub print_monday: fn(&str) -> String,
    /// Heading of the answers in the report.
    pub print_answers: &'static str,
    /// How to read the answers in the report.
    pub print_answers_about: &'static str,
    /// Button to the welcome screen, where there is no result.
    pub to_audit: &'static str,
}
