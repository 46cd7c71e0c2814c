//! What columns, settings and values may be called: the one table of names.

mod table;

use std::collections::BTreeMap;
use std::sync::OnceLock;

use json::visible::clean;

use super::{Asked, Column, Setting};
use table::{COLUMNS, FULL, NO, NONE, SETTINGS, SHORT, YES};

/// A word as it is compared: cleaned, in lower case, full-width letters as others, and without the
/// marks that people put behind it.
pub(crate) fn plain(text: &str) -> String {
    let narrow = |letter: char| match letter {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(letter) - 0xfee0).unwrap_or(letter),
        '\u{a0}' | '\u{202f}' | '\u{3000}' | '_' => ' ',
        other => other,
    };
    let text: String = text.chars().take(200).map(narrow).collect();
    let text = clean(&text, false).to_lowercase();
    text.trim_end_matches(['*', ':', ' ']).to_owned()
}

/// The column of this name, which is plain.
pub(super) fn column(name: &str) -> Option<Column> {
    static BY_NAME: OnceLock<BTreeMap<&str, Column>> = OnceLock::new();
    let by_name = BY_NAME.get_or_init(|| {
        let names = COLUMNS.iter();
        let names = names.flat_map(|(column, names)| names.iter().map(|name| (*name, *column)));
        names.collect()
    });
    by_name.get(name).copied()
}

/// The name that this program gives a column.
pub(crate) fn name(column: Column) -> &'static str {
    let found = COLUMNS.iter().find(|(one, _)| *one == column);
    found
        .and_then(|(_, names)| names.first())
        .copied()
        .unwrap_or_default()
}

/// The name that this program gives a setting.
pub(crate) fn setting_name(setting: Setting) -> &'static str {
    let found = SETTINGS.iter().find(|(one, _)| *one == setting);
    found
        .and_then(|(_, names)| names.first())
        .copied()
        .unwrap_or_default()
}

/// The setting of this name.
pub(crate) fn setting(text: &str) -> Option<Setting> {
    let name = plain(text);
    let found = SETTINGS
        .iter()
        .find(|(_, names)| names.contains(&name.as_str()));
    found.map(|(setting, _)| *setting)
}

/// Yes or no.
pub(crate) fn yes_or_no(text: &str) -> Option<bool> {
    let text = plain(text);
    let is = |words: &[&str]| words.contains(&text.as_str());
    match (is(YES), text.is_empty() || is(NO)) {
        (true, _) => Some(true),
        (_, true) => Some(false),
        _ => None,
    }
}

/// The forms that ask a statement.
pub(crate) fn form(text: &str) -> Option<Asked> {
    let text = plain(text);
    let is = |words: &[&str]| words.contains(&text.as_str());
    match text.as_str() {
        "" => Some(Asked::Full),
        _ if is(FULL) => Some(Asked::Full),
        _ if is(SHORT) => Some(Asked::Both),
        _ if is(NONE) => Some(Asked::Neither),
        _ => None,
    }
}
