//! Makes one input from another: a tree with a few of its values changed, or a text with a few of
//! its characters changed, or both.

use json::Json;

use crate::corpus::Seeds;
use testing::random::Random;

/// Texts at the edges of what readers expect, separated by spaces.
const WORDS: &str = "a 0 -1 __proto__ constructor toString id up trust full short forward reverse \
    assumed estimated not_applicable weakest likely high answering finished erased up-trust-1 \
    up-candour-1 1.0.0 2.0.0 1.0 en pt-BR fnv1a64:0000000000000000 2026-11-21T09:00:00Z \
    2026-02-30T09:00:00Z +026-11-21T09:00:00Z 9999-12-31T23:59:59Z <script>alert(1)</script> \
    javascript:alert(1) https://coach.example/ HTTPS://coach.example mailto:a@b.example \
    https://coach.example/\u{202e}x \u{202e}abc \u{200b} \u{feff} \u{0} \u{7f} \u{fffd} \u{10ffff} \
    é שלום 👩‍👩‍👧 '\";-- ../../etc leadership-audit/result leadership-audit/backup \
    leadership-audit/texts leadership-audit:default:head leadership-audit:x:answer:up-trust-1";

/// Texts that are blank or contain spaces.
const SPACED: [&str; 3] = ["", " ", "<img src=x onerror=alert(1)>"];

/// Numbers at the edges of what readers expect, separated by spaces.
const NUMBERS: &str = "0 -0 1 2 5 6 -1 0.5 1.5 49.95 50 74.95 75 100 100.1 255 256 4294967295 4294967296 \
    9007199254740991 9007199254740992 1e300 -1e300 5e-324";

/// Pieces of text that no tree holds, parted by spaces.
const PIECES: &str = r#"{ } [ ] " , : null true \u0000 \ud800 \udc00\ud800 1e999 - NaN Infinity 01
    0x10 /* // ' = \ [[[[[[[[[[[[[[[[[ {"a":{"a":{"a":{"a":{"a":{"a":{"a":{"a":{"a": "id":"a",
    "version":2, "version":1,"#;

/// One input.
pub(crate) fn made(random: &mut Random, seeds: &Seeds) -> String {
    let in_letters = seeds.trees.is_empty() || random.once_in(4);
    let mut text = if in_letters {
        random.pick(&seeds.texts).clone()
    } else {
        let mut tree = random.pick(&seeds.trees).clone();
        for _ in 0..=random.below(3) {
            change_tree(random, &mut tree, seeds);
        }
        tree.to_string()
    };
    if in_letters || random.once_in(8) {
        for _ in 0..=random.below(3) {
            change_letters(random, &mut text);
        }
    }
    text
}

fn size(tree: &Json) -> usize {
    1 + match tree {
        Json::Array(values) => values.iter().map(size).sum(),
        Json::Object(entries) => entries.iter().map(|(_, value)| size(value)).sum(),
        _ => 0,
    }
}

/// The value at an index, counted from the root in reading order.
fn value_at<'a>(tree: &'a mut Json, place: &mut usize) -> Option<&'a mut Json> {
    if *place == 0 {
        return Some(tree);
    }
    *place -= 1;
    let inner: Vec<&mut Json> = match tree {
        Json::Array(values) => values.iter_mut().collect(),
        Json::Object(entries) => entries.iter_mut().map(|(_, value)| value).collect(),
        _ => return None,
    };
    for value in inner {
        let inside = size(value);
        if *place < inside {
            return value_at(value, place);
        }
        *place -= inside;
    }
    None
}

fn change_tree(random: &mut Random, tree: &mut Json, seeds: &Seeds) {
    let mut place = random.below(size(tree));
    let Some(value) = value_at(tree, &mut place) else {
        return;
    };
    match value {
        Json::Array(values) if !random.once_in(4) => change_list(random, values),
        Json::Object(entries) if !random.once_in(4) => change_object(random, entries),
        _ => *value = another(random, value, seeds),
    }
}

fn change_list(random: &mut Random, values: &mut Vec<Json>) {
    let (index, other) = (random.below(values.len()), random.below(values.len()));
    match (random.below(5), values.is_empty()) {
        (0, _) | (_, true) => values.push(anything(random)),
        (1, _) => drop(values.remove(index)),
        (2, _) => values.truncate(index),
        (3, _) => values.swap(index, other),
        _ => {
            let doublings = if random.once_in(500) { 13 } else { 5 };
            let many = 1 << random.below(doublings);
            values.extend(vec![values[index].clone(); many]);
        }
    }
}

fn change_object(random: &mut Random, entries: &mut Vec<(String, Json)>) {
    let (index, other) = (random.below(entries.len()), random.below(entries.len()));
    match (random.below(6), entries.is_empty()) {
        (0, _) | (_, true) => entries.push((word(random), anything(random))),
        (1, _) => drop(entries.remove(index)),
        (2, _) => entries[index].0 = word(random),
        (3, _) => entries.push(entries[index].clone()),
        (4, _) => entries.swap(index, other),
        _ => entries[index].1 = entries[other].1.clone(),
    }
}

/// A replacement for `value`, often of the same kind.
fn another(random: &mut Random, value: &Json, seeds: &Seeds) -> Json {
    match (random.below(6), value) {
        (0, _) => anything(random),
        (1, _) => {
            let mut other = random.pick(&seeds.trees).clone();
            let mut place = random.below(size(&other));
            value_at(&mut other, &mut place).map_or(Json::Null, |value| value.clone())
        }
        (2, _) => Json::Array(vec![value.clone()]),
        (3 | 4, Json::Number(number)) => Json::Number(number + [1.0, -1.0, 0.1][random.below(3)]),
        (3, Json::String(text)) => {
            let mut text = text.clone();
            change_letters(random, &mut text);
            Json::String(text)
        }
        (4, Json::String(text)) => {
            let times = if random.once_in(50) {
                5000
            } else {
                2 + random.below(3)
            };
            Json::String(text.repeat(times).chars().take(6000).collect())
        }
        (_, Json::Number(_)) => edge(random),
        (_, Json::String(_)) => Json::String(word(random)),
        _ => anything(random),
    }
}

fn word(random: &mut Random) -> String {
    if random.once_in(20) {
        return (*random.pick(&SPACED)).to_owned();
    }
    piece(random, WORDS).to_owned()
}

fn edge(random: &mut Random) -> Json {
    Json::Number(piece(random, NUMBERS).parse().expect("a number"))
}

/// One of these, which are separated by spaces.
fn piece(random: &mut Random, all: &'static str) -> &'static str {
    let pieces: Vec<&str> = all.split_whitespace().collect();
    pieces[random.below(pieces.len())]
}

fn anything(random: &mut Random) -> Json {
    match random.below(7) {
        0 => Json::Null,
        1 => Json::Bool(random.once_in(2)),
        2 | 3 => edge(random),
        4 => Json::Array(vec![Json::Null; random.below(3)]),
        5 => Json::Object(Vec::new()),
        _ => Json::String(word(random)),
    }
}

/// A character boundary.
fn between(random: &mut Random, text: &str) -> usize {
    let mut place = random.below(text.len() + 1);
    while !text.is_char_boundary(place) {
        place -= 1;
    }
    place
}

fn change_letters(random: &mut Random, text: &mut String) {
    let (one, other) = (between(random, text), between(random, text));
    let near = between(random, &text[one..]).min(16);
    let (from, to) = match random.once_in(4) {
        true => (one.min(other), one.max(other)),
        false if text.is_char_boundary(one + near) => (one, one + near),
        false => (one, one),
    };
    match random.below(8) {
        0 => text.truncate(one),
        1 => text.replace_range(from..to, ""),
        2 => {
            let copy = text[from..to].to_owned();
            text.insert_str(other, &copy);
        }
        3 | 4 => text.insert_str(one, piece(random, PIECES)),
        5 => text.insert_str(one, &word(random)),
        6 => {
            let letter = char::from_u32(u32::try_from(random.below(0x300)).expect("small"));
            text.replace_range(from..to, &letter.unwrap_or('x').to_string());
        }
        _ => {
            // The digit beside a digit, so that numbers and versions change and stay numbers.
            let digit = text[one..].find(|letter: char| letter.is_ascii_digit());
            if let Some(place) = digit.map(|digit| one + digit) {
                let digit = random.below(10).to_string();
                text.replace_range(place..=place, &digit);
            }
        }
    }
}
