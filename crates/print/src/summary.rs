//! A result as a few lines of plain text, for notes or a message.

use measure::report::Report;
use words::workbook::WorkbookStrings;

/// The summary of a report: date, finding, scores with their margins, notes, and limits. `date` is
/// the date of the result in words. Every line ends in `\n`.
#[must_use]
pub fn of(report: &Report, date: &str, strings: &WorkbookStrings) -> String {
    let words = strings.results;
    let (finding, why) = words.finding(report);
    let mut lines = vec![
        (words.result_kicker)(date, report.form),
        String::new(),
        finding,
        why.to_owned(),
        String::new(),
    ];
    for direction in &report.directions {
        let mut line = format!("{}: {}", direction.label, words.score_text(direction));
        if let Some(estimate) = &direction.set.estimate {
            line = format!("{line} ({})", words.band_text(estimate));
        }
        lines.push(line);
    }
    lines.push(String::new());
    if report.assumed {
        lines.push(strings.summary_assumed.to_owned());
    }
    lines.extend(report.notes.iter().map(words.quality_note));
    lines.push(strings.audit.welcome_limits.to_owned());
    lines.join("\n") + "\n"
}
