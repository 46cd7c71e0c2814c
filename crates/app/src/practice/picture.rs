//! The map as a picture around "you": Up above, Down below, Across and Outside at the two inline
//! sides; strong relationships are near. The boxes with the names never overlap.
//!
//! It is laid out in pixels of a picture 320 wide, the narrowest screen, and given in tenths of a
//! percent of its width and height: it grows taller with the map, never wider. The first inline side
//! is the left one, or the right one where the page is written from right to left.

use super::map::Map;
use super::relationship::{Key, Relationship};
use records::practice::MAX_RELATIONSHIPS;
use records::practice::{Place, Tie};

/// Width that the picture is laid out for, in pixels.
pub const WIDTH: i32 = 320;
/// Width of a name's box, in such pixels.
pub const BOX_WIDTH: i32 = 96;
/// Height of a name's box.
pub const BOX_HEIGHT: i32 = 28;

/// Height of a row of boxes, with the gap.
const ROW: i32 = 32;
/// Height of an empty row above or below, so that distance shows.
const EMPTY_ROW: i32 = 14;
/// Least height between what is above and what is below, for "you".
const MIDDLE: i32 = 96;
/// Where the columns above and below have their middle: the nearest first.
const COLUMNS: [i32; 3] = [WIDTH / 2, 54, WIDTH - 54];
/// How far the middle of a strong tie's box at a side is from the edge, and how much nearer to it
/// each weaker tie is.
const NEAR: i32 = 84;
const STEP: i32 = 11;

/// How much a box holds at 12 pixels, in halves of a small letter.
const LABEL_HALVES: usize = 27;

/// The position of one relationship.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mark {
    /// The relationship.
    pub key: Key,
    /// The middle of its box from the inline start, in tenths of a percent of the width.
    pub x: i32,
    /// The middle of its box from the top, in tenths of a percent of the height.
    pub y: i32,
    /// Its name, cut to fit the box.
    pub label: String,
}

/// The whole picture.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Picture {
    /// Its height at a width of [`WIDTH`], in pixels.
    pub height: i32,
    /// The middle of "you" from the top, in tenths of a percent of the height; it is in the middle
    /// of the width.
    pub you: i32,
    /// The marks of the first [`MAX_RELATIONSHIPS`] relationships, direction by direction.
    pub marks: Vec<Mark>,
}

/// Lays the map out.
pub fn picture(map: &Map) -> Picture {
    let [mut up, mut across, mut down, mut outside] = [const { Vec::new() }; 4];
    for entry in map.0.iter().take(MAX_RELATIONSHIPS) {
        match entry.1.place {
            Place::Up => up.push(entry),
            Place::Across => across.push(entry),
            Place::Down => down.push(entry),
            Place::Outside => outside.push(entry),
        }
    }
    let (up, up_height) = stack(&up);
    let (down, down_height) = stack(&down);
    let rows = i32::try_from(across.len().max(outside.len())).unwrap_or_default();
    let middle = MIDDLE.max(rows * ROW);
    let height = up_height + middle + down_height;
    let you = up_height + middle / 2;

    let mut marks = Vec::new();
    let mut place = |(key, one): &(Key, Relationship), x: i32, y: i32| {
        marks.push(Mark {
            key: *key,
            x: x * 1000 / WIDTH,
            y: y * 1000 / height,
            label: label(&one.name),
        });
    };
    for (entry, x, away) in up {
        place(entry, x, up_height - away);
    }
    for (entry, from_edge, away) in side(across, rows) {
        place(entry, from_edge, you + away);
    }
    for (entry, x, away) in down {
        place(entry, x, up_height + middle + away);
    }
    for (entry, from_edge, away) in side(outside, rows) {
        place(entry, WIDTH - from_edge, you + away);
    }
    Picture {
        height,
        you: you * 1000 / height,
        marks,
    }
}

type Placed<'a> = (&'a (Key, Relationship), i32, i32);

/// Rows from the middle outwards, one or more for each tie; where each box has its middle, and the
/// height of it all.
fn stack<'a>(entries: &[&'a (Key, Relationship)]) -> (Vec<Placed<'a>>, i32) {
    let mut placed = Vec::new();
    let mut away = 0;
    for tie in Tie::ALL {
        let mut column = 0;
        for entry in entries.iter().filter(|entry| entry.1.tie == *tie) {
            if column == COLUMNS.len() {
                column = 0;
                away += ROW;
            }
            let x = COLUMNS.get(column).copied().unwrap_or_default();
            placed.push((*entry, x, away + ROW / 2));
            column += 1;
        }
        away += if column > 0 { ROW } else { EMPTY_ROW };
    }
    (placed, away)
}

/// One below the other, the strongest in the middle: how far each middle is from the edge, and
/// below "you". An even number of `rows` has no row in the middle.
fn side(mut entries: Vec<&(Key, Relationship)>, rows: i32) -> Vec<Placed<'_>> {
    entries.sort_by_key(|entry| entry.1.tie);
    let shift = if rows % 2 == 0 { ROW / 2 } else { 0 };
    let mut row = 0;
    let mut placed = Vec::new();
    for entry in entries {
        let weaker = i32::try_from(entry.1.tie as usize).unwrap_or_default();
        placed.push((entry, NEAR - weaker * STEP, row * ROW - shift));
        // 0, 1, −1, 2, −2 …
        row = if row > 0 { -row } else { 1 - row };
    }
    placed
}

/// A name cut to fit its box.
fn label(name: &str) -> String {
    let whole: usize = name.chars().map(halves).sum();
    if whole <= LABEL_HALVES {
        return name.to_owned();
    }
    let mut label = String::new();
    let mut room = LABEL_HALVES - halves('…');
    for character in name.chars() {
        if halves(character) > room {
            break;
        }
        room -= halves(character);
        label.push(character);
    }
    label.truncate(label.trim_end().len());
    label.push('…');
    label
}

/// How wide a character is drawn, in halves of a small letter.
fn halves(character: char) -> usize {
    match character {
        'A'..='Z' => 3,
        // Quotation marks.
        '\u{2018}'..='\u{201f}' => 1,
        '\0'..'\u{1100}' | '\u{2000}'..'\u{2070}' => 2,
        _ => 4,
    }
}
