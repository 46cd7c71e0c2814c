//! A result as a few lines of plain text, for notes or a message.

use measure::report::Report;
use words::Language;

/// The summary of a report: date, finding, scores with their margins, notes, and limits. `date` is
/// the date of the result in words. Every line ends in `\n`.
#[must_use]
pub fn of(report: &Report, date: &str, language: &'static Language) -> String {
    let words = language.results();
    let (finding, why) = words.finding(report);
    let mut lines = vec![
        words.kicker(date, report.form),
        String::new(),
        finding,
        why.to_owned(),
        String::new(),
    ];
    lines.extend(scores(report, language));
    lines.push(String::new());
    if report.assumed {
        lines.push(language.keep().summary_assumed().to_owned());
    }
    lines.extend(report.notes.iter().map(|note| words.note(note)));
    lines.push(language.audit().welcome_limits().to_owned());
    lines.join("\n") + "\n"
}

/// The date, the finding and the scores alone, where there is no room for more.
#[must_use]
pub fn short(report: &Report, date: &str, language: &'static Language) -> String {
    let words = language.results();
    let mut lines = vec![words.kicker(date, report.form), words.finding(report).0];
    lines.extend(scores(report, language));
    lines.join("\n") + "\n"
}

/// A line for each direction.
fn scores(report: &Report, language: &'static Language) -> impl Iterator<Item = String> {
    let words = language.results();
    report.directions.iter().map(move |direction| {
        let line = format!("{}: {}", direction.label, words.score_text(direction));
        let estimate = direction.set.estimate.as_ref();
        let band = estimate.and_then(|estimate| words.band_text(estimate));
        match band {
            Some(band) => format!("{line} ({band})"),
            None => line,
        }
    })
}
