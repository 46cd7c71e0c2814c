//! The figures as plain text for a terminal, at most 80 columns wide unless labels are long. Writing to
//! a String cannot fail, so the results of that are ignored.

use std::array;
use std::fmt::Write as _;

use crate::item::ItemRow;
pub use crate::line::{LINE_BYTES, single_line};
use crate::report::{Form, Report, Row};
use crate::retest::RetestRow;

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
    for (count, what) in [
        (results.other_form, "of another form left out"),
        (results.other_instrument, "of other instruments left out"),
        (results.of_people, "of people with two"),
    ] {
        if count > 0 {
            let _ = write!(text, ", {count} {what}");
        }
    }
    text.push('\n');
    if results.made_up > 0 {
        let _ = writeln!(
            text,
            "MADE-UP PEOPLE: {} of these results are simulated. The figures say nothing about anyone.",
            results.made_up
        );
    }
    for form in &report.forms {
        for form in [form].into_iter().chain(&form.languages) {
            form_table(form, &mut text);
        }
    }
    for retest in &report.retest {
        let _ = write!(
            text,
            "\n{} form, {} people with two results\n\n",
            retest.form, retest.people
        );
        let head = ["", "items", "pairs", "mean change", "correlation", "error"];
        text += &grid(&head, retest.scales.iter().map(retest_cells));
        let entry =
            |row: &RetestRow| Some((row.id.clone(), row.retest.as_ref()?.to_text("retest")));
        entries(retest.scales.iter().filter_map(entry), &mut text);
    }
    text + "\nMean and SD of a direction or facet: points from 0 to 100, over everybody with a\n\
        score. Alpha, its interval and SEM: over the complete, who answered every item of\n\
        the row. Items: keyed answers from 1.\n\
        docs/cohort.md says what these figures mean, and what they do not.\n"
}

/// A table: the first column begins on the left, every other one ends on the right.
pub(crate) fn grid<const COLUMNS: usize>(
    head: &[&str; COLUMNS],
    rows: impl Iterator<Item = [String; COLUMNS]>,
) -> String {
    let rows: Vec<_> = [head.map(str::to_owned)].into_iter().chain(rows).collect();
    let widths: [usize; COLUMNS] = array::from_fn(|column| {
        let cells = rows.iter().filter_map(|row| row.get(column));
        cells
            .map(|cell| cell.chars().count())
            .max()
            .unwrap_or_default()
    });
    let mut text = String::new();
    for row in rows {
        let mut line = String::new();
        for (column, (cell, width)) in row.iter().zip(widths).enumerate() {
            let _ = match column {
                0 => write!(line, "{cell:width$}"),
                _ => write!(line, "  {cell:>width$}"),
            };
        }
        text += line.trim_end();
        text.push('\n');
    }
    text
}

fn form_table(form: &Form, text: &mut String) {
    let language = form.language.as_deref().map(single_line);
    let language = language.map_or_else(String::new, |language| format!(" in {language}"));
    let _ = write!(
        text,
        "\n{} form{language}, {} results\n\n",
        form.form, form.counted
    );
    let head = [
        "",
        "items",
        "scored",
        "mean",
        "SD",
        "complete",
        "alpha",
        "95 % interval",
        "SEM",
    ];
    let rows = || form.scales.iter().chain(&form.facets);
    let gap = (!form.facets.is_empty()).then(Default::default);
    let scales = form.scales.iter().map(cells);
    *text += &grid(
        &head,
        scales.chain(gap).chain(form.facets.iter().map(cells)),
    );
    text.push('\n');
    for row in rows() {
        if let Some(why) = row.why {
            let _ = writeln!(text, "{}: {why}", single_line(&row.label));
        }
    }
    if rows().any(|row| row.why.is_some()) {
        text.push('\n');
    }
    let head = [
        "",
        "answered",
        "mean",
        "SD",
        "floor",
        "ceiling",
        "missing",
        "item-total",
    ];
    *text += &grid(&head, form.items.iter().map(item_cells));
    let scales = form.scales.iter();
    let scales = scales.filter_map(|row| Some((row.id.clone(), row.sem.as_ref()?.to_text("sem"))));
    let facets = form.facet_sem.iter();
    let facets = facets.map(|sem| ("the instrument".to_owned(), sem.to_text("facet_sem")));
    // An estimate is made of everybody, not of those who read one wording.
    let all = form.language.is_none();
    entries(scales.chain(facets).filter(|_| all), text);
}

/// What to paste into the instrument file, and where.
fn entries(entries: impl Iterator<Item = (String, String)>, text: &mut String) {
    let entries: Vec<_> = entries.collect();
    if entries.is_empty() {
        return;
    }
    let width = entries.iter().map(|(id, _)| id.len()).max();
    let width = width.unwrap_or_default();
    text.push_str("\nto put into the instrument, from one form only:\n");
    for (id, entry) in entries {
        let _ = writeln!(text, "  {id:width$}  {entry}");
    }
}

fn cells(row: &Row) -> [String; 9] {
    let number = |value, decimals| number(value, decimals);
    let interval = row.interval.as_ref().map(|interval| {
        let [low, high] = [interval.low, interval.high].map(|end| number(Some(end), 3));
        format!("{low} to {high}")
    });
    [
        single_line(&row.label),
        row.items.to_string(),
        row.scored.to_string(),
        number(row.mean, 1),
        number(row.sd, 1),
        row.complete.to_string(),
        number(row.alpha, 3),
        interval.unwrap_or_else(|| MISSING.to_owned()),
        number(row.error, 2),
    ]
}

fn item_cells(item: &ItemRow) -> [String; 8] {
    let percent = |share: Option<f64>| {
        share.map_or_else(
            || MISSING.to_owned(),
            |share| format!("{:.0} %", share * 100.0),
        )
    };
    [
        item.id.clone(),
        item.answered.to_string(),
        number(item.mean, 2),
        number(item.sd, 2),
        percent(item.floor),
        percent(item.ceiling),
        percent(item.missing),
        number(item.item_total, 2),
    ]
}

fn retest_cells(row: &RetestRow) -> [String; 6] {
    [
        single_line(&row.label),
        row.items.to_string(),
        row.pairs.to_string(),
        number(row.mean_change, 1),
        number(row.correlation, 3),
        number(row.error, 2),
    ]
}

/// In the place of a figure that cannot be computed.
const MISSING: &str = "–";

/// A number with this many decimals.
pub(crate) fn number(value: Option<f64>, decimals: usize) -> String {
    value.map_or_else(
        || MISSING.to_owned(),
        |value| {
            let text = format!("{value:.decimals$}");
            // A rounded zero has no sign.
            match text.strip_prefix('-') {
                Some(digits) if !digits.contains(|c| ('1'..='9').contains(&c)) => digits.to_owned(),
                _ => text,
            }
        },
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_has_a_sign_unless_it_rounds_to_zero() {
        for (value, decimals, expected) in [
            (Some(-2.5), 1, "-2.5"),
            (Some(-0.96), 1, "-1.0"),
            (Some(-0.04), 1, "0.0"),
            (Some(-0.0), 3, "0.000"),
            (Some(0.04), 2, "0.04"),
            (None, 2, "–"),
        ] {
            assert_eq!(number(value, decimals), expected, "{value:?}");
        }
    }
}
