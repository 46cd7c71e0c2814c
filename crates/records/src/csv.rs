//! The answers as a table (RFC 4180), one row per item of the form in instrument order.
//! `docs/exports.md` describes its columns.

use measure::completed::Completed;
use measure::instrument::Instrument;
use measure::response::Response;
use measure::scoring::keyed;

/// The columns, in order.
pub const COLUMNS: [&str; 11] = [
    "instrument",
    "version",
    "form",
    "ended_at",
    "item",
    "scale",
    "facet",
    "keying",
    "response",
    "keyed",
    "stem",
];

/// The whole file: UTF-8 with a byte order mark, without which spreadsheets guess another encoding;
/// a header row; CR LF at the end of each row.
#[must_use]
pub fn text(instrument: &Instrument, completed: &Completed) -> String {
    let mut text = String::from('\u{feff}');
    let ended_at = completed.ended_at.to_rfc3339();
    row(&mut text, COLUMNS);
    let items = instrument.in_instrument_order(completed.sheet.form);
    let items = items.filter_map(|index| Some((index, instrument.item(index)?)));
    for (index, item) in items {
        let scale = instrument.scale(item.scale);
        let facet = item.facet.and_then(|facet| instrument.facet(facet));
        let response = completed.sheet.get(index);
        row(
            &mut text,
            [
                instrument.id.as_str(),
                &completed.version,
                completed.sheet.form.as_str(),
                &ended_at,
                item.id.as_str(),
                scale.map_or("", |scale| scale.id.as_str()),
                facet.map_or("", |facet| facet.id.as_str()),
                item.keying.as_str(),
                response_text(response),
                response
                    .and_then(|response| keyed(instrument, item, response))
                    .map_or("", digit),
                &item.stem,
            ],
        );
    }
    text
}

/// A response as a cell.
pub(super) fn response_text(response: Option<Response>) -> &'static str {
    match response {
        None => "",
        Some(Response::NotApplicable) => "not_applicable",
        Some(Response::Chosen(option)) => digit(option.get()),
    }
}

/// 1 to 11.
fn digit(number: u8) -> &'static str {
    let digits = ["1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11"];
    let index = usize::from(number).checked_sub(1);
    index
        .and_then(|index| digits.get(index))
        .copied()
        .unwrap_or_default()
}

/// Appends a row of any table: its cells, then CR LF.
pub fn row<'a>(text: &mut String, cells: impl IntoIterator<Item = &'a str>) {
    for (index, value) in cells.into_iter().enumerate() {
        if index > 0 {
            text.push(',');
        }
        cell(text, value);
    }
    text.push_str("\r\n");
}

/// Appends a cell, quoted where RFC 4180 section 2 requires it. Where a spreadsheet would run a formula
/// an apostrophe comes before it (OWASP ASVS 5.0, 1.2.10), and so it becomes text: at the beginning of
/// the value, and behind every character at which a spreadsheet may begin another cell. In much of
/// Europe that is `;`, and quotes do not help there, as they are in the middle of a cell.
fn cell(text: &mut String, value: &str) {
    let quoted = value.contains(['"', ',', '\r', '\n']);
    if quoted {
        text.push('"');
    }
    if value.starts_with(['\t', '\r', '\n', '\0']) {
        text.push('\'');
    }
    let mut begins = true;
    for character in value.chars() {
        if begins && matches!(character, '=' | '+' | '-' | '@' | '＝' | '＋' | '－' | '＠') {
            text.push('\'');
        }
        // What a spreadsheet trims off a cell, or takes for the quote around it, is not its beginning.
        begins = matches!(character, ';' | '\t' | '\r' | '\n')
            || begins && (character.is_whitespace() || matches!(character, '"' | '\0'));
        if character == '"' {
            text.push('"');
        }
        text.push(character);
    }
    if quoted {
        text.push('"');
    }
}
