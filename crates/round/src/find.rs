//! Finds blocks in pasted text: whole chats and mails, with what those do to text. Line breaks, quotation
//! marks, invisible and full-width characters and another case leave a block whole; whatever else has changed
//! it is a problem with a name.

use std::collections::BinaryHeap;

use crate::base32;
use crate::block::{Block, Kind, payload_of};

/// The most characters that are searched.
pub const LONGEST_TEXT: usize = 2 * 1024 * 1024;

/// The most noise characters in a row inside a block.
const LONGEST_NOISE: usize = 64;

/// What every noise character is read as.
const NOISE: u8 = b' ';

/// What a character that can be no part of a block is read as.
const FOREIGN: u8 = 0;

/// What was found in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// Each block once, in the order of their bytes. The order in the text is lost on purpose: it is the order
    /// in which people answered.
    pub blocks: Vec<Block>,
    /// What is wrong, in the order of the text.
    pub problems: Vec<Problem>,
}

/// Why something that begins like a block is none.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Problem {
    /// It ends early, or something foreign is inside, and it is not the beginning of a block that is there whole.
    Cut,
    /// Its checksum or its last bits are wrong.
    Damaged,
    /// It is of a version or kind that this version does not know.
    Newer,
}

/// The text has more than [`LONGEST_TEXT`] characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TooLong;

/// Finds all blocks in any text.
///
/// # Errors
///
/// [`TooLong`], and nothing was searched.
pub fn find(text: &str) -> Result<Found, TooLong> {
    if text.chars().nth(LONGEST_TEXT).is_some() {
        return Err(TooLong);
    }
    let text: Vec<u8> = text.chars().filter_map(cleaned).collect();
    // Each begins with the letter of its kind; symbols are kept as their values.
    let (mut found, mut whole) = (Vec::new(), Vec::new());
    let mut problems = Vec::new();
    let mut rest = &*text;
    while !rest.is_empty() {
        let Some((kind, behind)) = prefix(rest) else {
            rest = rest.get(1..).unwrap_or_default();
            continue;
        };
        // After a problem the search goes on here, so that a cut block cannot swallow the next.
        rest = behind;
        let Some(kind) = kind else {
            problems.push((Problem::Newer, Vec::new()));
            continue;
        };
        let Symbols {
            values,
            all,
            behind,
        } = symbols(rest);
        let key = [&[kind.letter()], &*values].concat();
        if !all {
            problems.push((Problem::Cut, key));
            continue;
        }
        let bytes = base32::from_values(&values);
        let Some(payload) = bytes.as_ref().and_then(|bytes| payload_of(kind, bytes)) else {
            problems.push((Problem::Damaged, Vec::new()));
            continue;
        };
        found.push([&[kind.letter()], payload].concat());
        whole.push(key);
        rest = behind;
    }
    let (whole, mut found) = (sorted(whole), sorted(found));
    found.dedup();
    problems.retain(|(problem, start)| *problem != Problem::Cut || !begins_one(start, &whole));
    Ok(Found {
        blocks: found.iter().filter_map(|key| to_block(key)).collect(),
        problems: problems.into_iter().map(|(problem, _)| problem).collect(),
    })
}

/// By a heap, since the code of `sort_unstable` is larger by a kilobyte after compression.
fn sorted(keys: Vec<Vec<u8>>) -> Vec<Vec<u8>> {
    BinaryHeap::from(keys).into_sorted_vec()
}

fn to_block(key: &[u8]) -> Option<Block> {
    let (letter, payload) = key.split_first()?;
    Block::new(Kind::from_letter(*letter)?, payload.to_vec())
}

/// Whether one of the sorted `whole` begins with `start`, as a preview or a quotation of it does.
fn begins_one(start: &[u8], whole: &[Vec<u8>]) -> bool {
    let (Ok(place) | Err(place)) = whole.binary_search_by(|one| (**one).cmp(start));
    whole.get(place).is_some_and(|one| one.starts_with(start))
}

/// What is read for a character: a capital letter, a digit, another character of Latin-1, [`NOISE`] or
/// [`FOREIGN`]; `None` if it is passed over.
fn cleaned(character: char) -> Option<u8> {
    let character = narrowed(character);
    if is_invisible(character) {
        return None;
    }
    if is_noise(character) {
        return Some(NOISE);
    }
    Some(u8::try_from(character).map_or(FOREIGN, |byte| byte.to_ascii_uppercase()))
}

const fn is_invisible(character: char) -> bool {
    matches!(
        character,
        '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}'
            | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{fe00}'..='\u{fe0f}'
            | '\u{feff}' | '\u{fff9}'..='\u{fffc}'
    )
}

/// White space, and what quotations, tables, markup and line breaks leave.
const fn is_noise(character: char) -> bool {
    let space = matches!(
        character,
        '\t'..='\r' | ' ' | '\u{85}' | '\u{a0}' | '\u{1680}' | '\u{2000}'..='\u{200a}' | '\u{2028}'
            | '\u{2029}' | '\u{202f}' | '\u{205f}' | '\u{3000}'
    );
    let sign = matches!(
        character,
        '>' | '|' | '*' | '_' | '~' | '`' | '\'' | '"' | '\\' | '=' | '-' | '‹' | '›' | '«' | '»'
            | '\u{2010}'..='\u{2015}' | '\u{2018}'..='\u{201f}'
    );
    space || sign
}

/// The ASCII character of a full-width form, or the character itself.
fn narrowed(character: char) -> char {
    let code = u32::from(character);
    let wide = (0xFF01..=0xFF5E).contains(&code);
    let narrow = if wide { code - 0xFEE0 } else { code };
    char::from_u32(narrow).unwrap_or(character)
}

/// What follows up to [`LONGEST_NOISE`] noise characters.
fn behind_noise(text: &[u8]) -> &[u8] {
    let ahead = text.iter().take(LONGEST_NOISE);
    let noise = ahead.take_while(|byte| **byte == NOISE).count();
    text.get(noise..).unwrap_or_default()
}

/// What follows `wanted`, before which there may be noise.
fn behind(text: &[u8], wanted: u8) -> Option<&[u8]> {
    let (first, rest) = behind_noise(text).split_first()?;
    (*first == wanted).then_some(rest)
}

/// Reads `LA1.S.` at the beginning of a text: the kind, or `None` if this version does not know it or the version
/// before it; and what follows.
fn prefix(text: &[u8]) -> Option<(Option<Kind>, &[u8])> {
    let rest = text.strip_prefix(b"L")?;
    let rest = behind_noise(behind(rest, b'A')?);
    let digits = rest.iter().take(2).take_while(|byte| byte.is_ascii_digit());
    let (version, rest) = rest.split_at_checked(digits.count())?;
    let rest = behind(rest, b'.')?;
    let (letter, rest) = behind_noise(rest).split_first()?;
    if version.is_empty() || !letter.is_ascii_uppercase() {
        return None;
    }
    let rest = behind(rest, b'.')?;
    let known = version == b"1";
    Some((known.then(|| Kind::from_letter(*letter)).flatten(), rest))
}

/// The symbols behind a prefix.
struct Symbols<'a> {
    values: Vec<u8>,
    /// Whether there are as many as the length byte says.
    all: bool,
    behind: &'a [u8],
}

fn symbols(text: &[u8]) -> Symbols<'_> {
    let mut values = Vec::new();
    let mut behind = text;
    // Two symbols have the length byte.
    let mut needed = 2;
    while values.len() < needed {
        let Some((symbol, rest)) = behind_noise(behind).split_first() else {
            break;
        };
        let Some(value) = base32::value(*symbol) else {
            break;
        };
        values.push(value);
        behind = rest;
        if let [first, second] = *values {
            let length = (usize::from(first) << 3) + (usize::from(second) >> 2);
            // The length byte, the payload and four bytes of checksum.
            needed = base32::symbols_of(length + 5);
        }
    }
    let all = values.len() == needed;
    Symbols {
        values,
        all,
        behind,
    }
}
