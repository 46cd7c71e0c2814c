//! The figures as plain text for a terminal, at most 80 columns wide unless labels are long.

use std::fmt::Write as _;

use crate::report::{Form, Report, Row};

/// The whole report as text.
#[must_use]
pub fn format_report(report: &Report) -> String {
    let results = &report.results;
    let mut text = format!(
        "{} ({})\n{} looked at: {} counted, {} unreadable",
        single_line(&report.title),
        report.instrument,
        results.read,
        results.counted,
        results.unreadable
    );
    // Writing to a String cannot fail.
    if results.other_form > 0 {
        let _ = write!(text, ", {} of another form left out", results.other_form);
    }
    if results.other_instrument > 0 {
        let _ = write!(
            text,
            ", {} of other instruments left out",
            results.other_instrument
        );
    }
    text.push('\n');
    for form in &report.forms {
        text.push('\n');
        form_table(form, &mut text);
    }
    text.push_str(
        "\nMean and SD: points from 0 to 100, over everybody with a score. Alpha, its\n\
         interval and SEM: over the complete, who answered every item of the row.\n\
         docs/cohort.md says what these figures mean, and what they do not.\n",
    );
    text
}

fn form_table(form: &Form, text: &mut String) {
    let rows = || form.scales.iter().chain(&form.facets);
    let width = rows().map(|row| row.label.chars().count()).max();
    let width = width.unwrap_or_default().clamp(5, 24);
    let _ = writeln!(
        text,
        "{} form, {} results\n\n{:width$}  items   scored  mean    SD  complete   alpha  95 % interval     SEM",
        form.form, form.counted, ""
    );
    for rows in [&form.scales, &form.facets] {
        for row in rows {
            line(row, width, text);
        }
        if !rows.is_empty() {
            text.push('\n');
        }
    }
    for row in rows() {
        if let Some(why) = row.why {
            let _ = writeln!(text, "{}: {why}", single_line(&row.label));
        }
    }
    if rows().any(|row| row.why.is_some()) {
        text.push('\n');
    }
    if form.scales.iter().any(|row| row.sem.is_some()) {
        text.push_str("to put into the instrument, from one form only:\n");
        for row in &form.scales {
            if let Some(sem) = &row.sem {
                let _ = writeln!(text, "  {:width$}  {}", row.id, sem.to_text());
            }
        }
    }
}

fn line(row: &Row, width: usize, text: &mut String) {
    let label: String = single_line(&row.label).chars().take(width).collect();
    let interval = row.interval.as_ref().map_or_else(
        || "–".to_owned(),
        |interval| {
            format!(
                "{} to {}",
                number(Some(interval.low), 3),
                number(Some(interval.high), 3)
            )
        },
    );
    let _ = writeln!(
        text,
        "{label:width$}  {:>5}  {:>7}  {:>4}  {:>4}  {:>8}  {:>6}  {interval:<14}  {:>5}",
        row.items,
        row.scored,
        number(row.mean, 1),
        number(row.sd, 1),
        row.complete,
        number(row.alpha, 3),
        number(row.error, 2)
    );
}

/// A number with this many decimals, or a dash for a missing one.
fn number(value: Option<f64>, decimals: usize) -> String {
    value.map_or_else(
        || "–".to_owned(),
        |value| {
            let text = format!("{value:.decimals$}");
            // A rounded zero has no sign.
            match text.strip_prefix('-') {
                Some(digits) if digits.bytes().all(|byte| matches!(byte, b'0' | b'.')) => {
                    digits.to_owned()
                }
                _ => text,
            }
        },
    )
}

/// Text from a file for one line of a terminal: control characters are escaped, and it is cut after
/// 300 bytes.
#[must_use]
pub fn single_line(text: &str) -> String {
    let mut line = String::new();
    for character in text.chars() {
        if line.len() > 300 {
            line.push('…');
            break;
        }
        if character.is_control() {
            line.extend(character.escape_default());
        } else {
            line.push(character);
        }
    }
    line
}
