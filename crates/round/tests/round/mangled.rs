//! What chats, mail and people do to pasted text. Gentle changes lose no block; harsh ones invent none.

use round::block::{Block, Kind};
use round::find::{Problem, find};
use testing::random::Random;

use crate::support::random_bytes;

/// How many texts are mangled. `cargo xtask fuzz` asks for more by the environment.
fn texts() -> u64 {
    let asked = std::env::var("FUZZ_INPUTS").ok();
    asked.map_or(10_000, |count| count.parse().unwrap())
}

const WORDS: [&str; 19] = [
    "ok",
    "Danke!",
    "see you on Monday 10:30",
    "👍",
    "Hecho. LA también.",
    "la1 or la2?",
    "L.A. 1.",
    "https://example.org/a?b=LA1",
    "> quoted",
    "---",
    "تمام",
    "了解です",
    "Total 12,5 %",
    "LA1.",
    "LA1.Q",
    "\u{200b}",
    "“so”",
    "<image omitted>",
    "+49 30 1234567",
];
const BREAKS: [&str; 12] = [
    "\n", "\r\n", " \n", "\n> ", "\r\n>> ", "=\n", "-\n", "\u{2028}", "\n\t", "\u{ad}\n", " \\\n",
    "\n| ",
];
const INVISIBLE: [&str; 9] = [
    "\u{200b}", "\u{200c}", "\u{200d}", "\u{2060}", "\u{feff}", "\u{ad}", "\u{200e}", "\u{202a}",
    "\u{fe0f}",
];
const SPACES: [&str; 4] = ["\u{a0}", "\u{2009}", "\u{202f}", " "];
const AROUND: [(&str, &str); 12] = [
    ("“", "”"),
    ("«", "»"),
    ("*", "*"),
    ("**", "**"),
    ("`", "`"),
    ("```\n", "\n```"),
    ("<", ">"),
    ("(", ")"),
    ("||", "||"),
    ("_", "_"),
    ("‘", "’"),
    ("\"", "\"."),
];
const LINKS: [&str; 3] = [
    "https://example.org/audit#",
    "https://links.example/?url=https%3A%2F%2Fexample.org%2F%23",
    "<https://example.org/#",
];
const BEHIND_LINKS: [&str; 5] = ["", "&data=05%7C02", ">", "/", "&reserved=0 "];
const HEADERS: [&str; 5] = [
    "[28/11/2026, 12:05:04] Ana: ",
    "\u{200e}[12:05, 28.11.2026] ~ Jürgen M.: ",
    "Ana Müller  12:05\n",
    "On Sat, Ana <ana@example.org> wrote:\n> ",
    "My answers (1 of 2): ",
];
const FOOTERS: [&str; 5] = [
    "",
    " (edited)",
    "\u{200e}<This message was edited>",
    " ✓✓",
    "\n",
];
const FOREIGN: &str = "0123456789ABCDEFGHJKMNPQRSTVWXYZLIOU.,;!?é";

/// The text with something chosen by `behind` after each of its characters.
fn each(text: &str, mut behind: impl FnMut(char) -> &'static str) -> String {
    let mut changed = String::new();
    for character in text.chars() {
        changed.push(character);
        changed += behind(character);
    }
    changed
}

fn lines(random: &mut Random, text: &str) -> String {
    let length = 4 + random.below(75);
    let by = *random.pick(&BREAKS);
    let characters: Vec<char> = text.chars().collect();
    let lines: Vec<String> = characters
        .chunks(length)
        .map(|line| line.iter().collect())
        .collect();
    lines.join(by)
}

fn wide(character: char) -> char {
    let is_ascii = ('!'..='~').contains(&character);
    let code = u32::from(character) + if is_ascii { 0xFEE0 } else { 0 };
    char::from_u32(code).unwrap()
}

/// Changes after which a reader still sees the whole block.
fn gentle(random: &mut Random, mut text: String) -> String {
    let mut changes: Vec<u8> = (0..9).collect();
    for _ in 0..random.below(4) {
        text = match changes.remove(random.below(changes.len())) {
            0 => lines(random, &text),
            1 => each(&text, |_| {
                if random.once_in(5) {
                    *random.pick(&INVISIBLE)
                } else {
                    ""
                }
            }),
            2 => each(&text, |_| {
                if random.once_in(10) {
                    *random.pick(&SPACES)
                } else {
                    ""
                }
            }),
            3 => text.to_ascii_lowercase(),
            4 => {
                let other = |character: char| match random.below(3) {
                    0 => character.to_ascii_lowercase(),
                    1 => character.to_ascii_uppercase(),
                    _ => character,
                };
                text.chars().map(other).collect()
            }
            5 => text.chars().map(wide).collect(),
            6 => {
                let (before, behind) = *random.pick(&AROUND);
                [before, &*text, behind].concat()
            }
            7 => [*random.pick(&LINKS), &*text, *random.pick(&BEHIND_LINKS)].concat(),
            _ => [*random.pick(&HEADERS), &*text, *random.pick(&FOOTERS)].concat(),
        };
    }
    text
}

/// A change after which a block may be lost, but none may be found that was not there.
fn harsh(random: &mut Random, text: &str) -> String {
    let mut text: Vec<char> = text.chars().collect();
    let (one, other) = (random.below(text.len()), random.below(text.len()));
    let foreign: Vec<char> = FOREIGN.chars().collect();
    match random.below(7) {
        0 => drop(text.remove(one)),
        1 => text.truncate(one),
        2 => text.insert(one, *random.pick(&foreign)),
        3 => text[one] = *random.pick(&foreign),
        4 => drop(text.drain(one.min(other)..one.max(other))),
        5 => drop(text.splice(one..one, "\n[28/11/2026, 12:05:04] Ben: ".chars())),
        _ => text.swap(one, other),
    }
    text.into_iter().collect()
}

/// Blocks of three rounds.
fn sample(random: &mut Random) -> Vec<Block> {
    let mut blocks = Vec::new();
    for number in 0..12 {
        let message = [&[number % 3; 8][..], &random_bytes(random, 88)].concat();
        blocks.push(Block::new(Kind::Sealed, message).unwrap());
        blocks.push(Block::new(Kind::Invitation, random_bytes(random, 85)).unwrap());
        let length = *random.pick(&[22, 27]);
        blocks.push(Block::new(Kind::Outcome, random_bytes(random, length)).unwrap());
    }
    blocks
}

/// Up to four blocks, and a text with them and words between them.
fn mangled(random: &mut Random, blocks: &[Block], harm: bool) -> (Vec<Block>, String) {
    let mut some: Vec<Block> = (0..random.below(5))
        .map(|_| random.pick(blocks).clone())
        .collect();
    if !some.is_empty() && random.once_in(5) {
        some.push(some[0].clone());
    }
    let mut parts = Vec::new();
    for block in &some {
        let text = gentle(random, block.to_text());
        parts.push((*random.pick(&WORDS)).to_owned());
        parts.push(if harm { harsh(random, &text) } else { text });
    }
    parts.push((*random.pick(&WORDS)).to_owned());
    let text = parts.join(*random.pick(&["\n", " \n", "\r\n\r\n"]));
    some.sort();
    some.dedup();
    (some, text)
}

#[test]
fn gentle_changes_lose_no_block_and_harsh_ones_invent_none() {
    let mut random = Random::new(99);
    let blocks = sample(&mut random);
    let (mut there, mut left) = (0, 0);
    let texts = texts();
    for number in 0..texts {
        let harm = number % 5 > 2;
        let (some, text) = mangled(&mut random, &blocks, harm);
        let found = find(&text).unwrap();
        if harm {
            let known = found.blocks.iter().all(|block| some.contains(block));
            assert!(known, "{text:?}");
            there += some.len();
            left += found.blocks.len();
        } else {
            assert_eq!(found.blocks, some, "{text:?}");
            assert!(!found.problems.contains(&Problem::Damaged), "{text:?}");
        }
    }
    // Harsh changes do harm, and not to everything.
    println!("{texts} texts; of {there} blocks that were harmed {left} were found");
    assert!(left > 0 && left < there);
}

#[test]
fn garbage_has_no_blocks() {
    let mut random = Random::new(5);
    let mut pieces: Vec<String> = FOREIGN.chars().map(String::from).collect();
    for piece in [
        "LA1.S.", "la1.t.0", "LA2.I.", "LA1.", "\n", "\u{200b}", ">", "…", "李", "👍",
    ] {
        pieces.extend(vec![piece.to_owned(); 4]);
    }
    let mut problems = 0;
    for _ in 0..3000 {
        let length = random.below(300);
        let text: String = (0..length).map(|_| &**random.pick(&pieces)).collect();
        let found = find(&text).unwrap();
        assert_eq!(found.blocks, [], "{text:?}");
        problems += found.problems.len();
    }
    assert!(problems > 10_000, "{problems}");
}
