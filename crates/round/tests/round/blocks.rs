//! How blocks are written, and what of a text counts as one.

use round::base32;
use round::block::{Block, BlockHash, Kind};
use round::find::{Found, LONGEST_TEXT, Problem, TooLong, find};
use round::hex;
use testing::random::Random;

use crate::support::{block, list, random_bytes, text, vectors};

/// The first two messages of the first sealed round.
fn messages() -> [String; 2] {
    let vectors = vectors();
    [0, 1].map(|at| text(&vectors["sealed"][0]["messages"][at]["text"]).to_owned())
}

fn found(text: &str) -> Found {
    find(text).unwrap()
}

/// The problems of a text without a whole block.
fn problems(text: &str) -> Vec<Problem> {
    let Found { blocks, problems } = found(text);
    assert_eq!(blocks, [], "{text}");
    problems
}

#[test]
fn base32_is_canonical() {
    let mut random = Random::new(1);
    for length in 0..70 {
        let bytes = random_bytes(&mut random, length);
        let written = base32::write(&bytes);
        assert_eq!(written.len(), (length * 8).div_ceil(5));
        assert_eq!(base32::read(&written), Some(bytes));
    }
    // A filling bit is set; lower case; letters that Crockford would take for digits.
    for text in ["01", "0a", "0O", "0I", "0L", "0U", "0 ", "0é"] {
        assert_eq!(base32::read(text), None, "{text}");
    }
}

#[test]
fn every_length_is_written_and_found() {
    let mut random = Random::new(2);
    for length in 0..=255 {
        for kind in [Kind::Invitation, Kind::Sealed, Kind::Outcome] {
            let written = Block::new(kind, random_bytes(&mut random, length)).unwrap();
            assert_eq!(block(&written.to_text()), written);
        }
    }
    assert_eq!(Block::new(Kind::Outcome, vec![0; 256]), None);
}

#[test]
fn every_changed_symbol_is_noticed() {
    let [message, _] = messages();
    for at in 6..message.len() {
        for symbol in ["0", "7", "Z"] {
            let mut changed = message.clone();
            changed.replace_range(at..=at, symbol);
            if changed == message {
                continue;
            }
            let problems = problems(&changed);
            assert_eq!(problems.len(), 1, "{changed}");
            // The first two symbols have the length, so that more or fewer symbols may be needed.
            assert!(at < 8 || problems == [Problem::Damaged], "{changed}");
        }
    }
}

#[test]
fn kinds_and_versions_that_are_not_known_are_newer() {
    let [message, _] = messages();
    for prefix in [
        "LA2.S.",
        "LA0.S.",
        "LA01.S.",
        "LA12.S.",
        "la2.s.",
        "LA1.J.",
        "LA1.R.",
        "LA1.X.",
        "L A 2 . S .",
    ] {
        assert_eq!(
            problems(&message.replace("LA1.S.", prefix)),
            [Problem::Newer],
            "{prefix}"
        );
    }
    for prefix in [
        "LA.S.", "LA123.S.", "LA1 2.S.", "LA1S.", "LA1.S", "LA1.1.", "LA1.SS.", "A1.S.", "L1.S.",
        "LAé.S.", "LA1.é.",
    ] {
        assert_eq!(problems(&message.replace("LA1.S.", prefix)), [], "{prefix}");
    }
}

#[test]
fn blocks_are_distinct_and_in_the_order_of_their_bytes() {
    let mut random = Random::new(3);
    let kinds = [Kind::Outcome, Kind::Sealed, Kind::Invitation];
    let mut blocks: Vec<Block> = (0..60)
        .map(|number| {
            let length = random.below(40);
            Block::new(kinds[number % 3], random_bytes(&mut random, length)).unwrap()
        })
        .collect();
    let mut texts: Vec<String> = blocks.iter().map(Block::to_text).collect();
    texts.extend_from_within(..20);
    blocks.sort_by_key(|block| (block.kind.letter(), block.payload.clone()));
    blocks.dedup();
    assert_eq!(
        found(&texts.concat()),
        Found {
            blocks,
            problems: vec![]
        }
    );
}

#[test]
fn problems_are_named_in_the_order_of_the_text() {
    let [message, other] = messages();
    let cut = &message[..60];
    let damaged = [
        &other[..60],
        if &other[60..=60] == "0" { "1" } else { "0" },
        &other[61..],
    ]
    .concat();
    let newer = message.replace(".S.", ".X.");
    assert_eq!(problems(cut), [Problem::Cut]);
    let text = [&*newer, "!", cut, "!", &*damaged, "!", cut, "!"].concat();
    assert_eq!(
        problems(&text),
        [Problem::Newer, Problem::Cut, Problem::Damaged, Problem::Cut]
    );
    // What is cut does not swallow what follows, even if all of it is symbols.
    for between in ["", " Hello, "] {
        let Found { blocks, problems } = found(&[cut, between, &*other].concat());
        assert_eq!(
            (blocks, problems),
            (vec![block(&other)], vec![Problem::Cut])
        );
    }
}

#[test]
fn a_header_in_the_middle_cuts_and_a_lost_character_damages() {
    let [message, other] = messages();
    let header = [&message[..70], "\n[12:05] Ben: ", &message[70..]].concat();
    assert_eq!(problems(&header), [Problem::Cut]);
    let lost = [&message[..70], &message[71..]].concat();
    assert_eq!(problems(&lost), [Problem::Cut]);
    assert_eq!(problems(&[&*lost, "\n0"].concat()), [Problem::Damaged]);
    let Found { blocks, problems } = found(&[&*header, "\n", &*other].concat());
    assert_eq!(
        (blocks, problems),
        (vec![block(&other)], vec![Problem::Cut])
    );
}

#[test]
fn a_preview_of_what_is_there_whole_is_no_problem() {
    let [message, other] = messages();
    let whole = [&*message, "\n", &*other].concat();
    let previews = [
        [&message[..60], "…"].concat(),
        [&other[..80], "..."].concat(),
        ["> Ana: ", &message[..6], "…"].concat(),
        [&message[..message.len() - 1], "\n[12:05] Ben: "].concat(),
        [&message[..40], "!", &message[60..]].concat(),
    ];
    for preview in previews {
        for text in [
            [&*preview, "\n", &*whole].concat(),
            [&*whole, "\n", &*preview].concat(),
        ] {
            let Found { blocks, problems } = found(&text);
            assert_eq!((blocks.len(), problems), (2, vec![]), "{text}");
        }
    }
    let of_another = [&message[..60], "…\n", &*other].concat();
    let of_another_kind = [&message.replace(".S.", ".T.")[..60], "…\n", &*message].concat();
    for text in [of_another, of_another_kind] {
        assert_eq!(found(&text).problems, [Problem::Cut], "{text}");
    }
}

/// The characters of the specification that may be anywhere in a block.
const HARMLESS: [(u32, u32); 39] = [
    // Passed over.
    (0xAD, 0xAD),
    (0x34F, 0x34F),
    (0x61C, 0x61C),
    (0x180E, 0x180E),
    (0x200B, 0x200F),
    (0x202A, 0x202E),
    (0x2060, 0x206F),
    (0xFE00, 0xFE0F),
    (0xFEFF, 0xFEFF),
    (0xFFF9, 0xFFFC),
    // White space.
    (0x9, 0xD),
    (0x20, 0x20),
    (0x85, 0x85),
    (0xA0, 0xA0),
    (0x1680, 0x1680),
    (0x2000, 0x200A),
    (0x2028, 0x2029),
    (0x202F, 0x202F),
    (0x205F, 0x205F),
    (0x3000, 0x3000),
    // " ' * - = > \ _ ` | ~ and their full-width forms, together with what is next to them.
    (0x22, 0x22),
    (0x27, 0x27),
    (0x2A, 0x2A),
    (0x2D, 0x2D),
    (0x3D, 0x3E),
    (0x5C, 0x5C),
    (0x5F, 0x60),
    (0x7C, 0x7C),
    (0x7E, 0x7E),
    (0xFF02, 0xFF02),
    (0xFF07, 0xFF07),
    (0xFF0A, 0xFF0A),
    (0xFF0D, 0xFF0D),
    (0xFF1D, 0xFF1E),
    // Dashes and quotation marks.
    (0x2010, 0x2015),
    (0x2018, 0x201F),
    (0x2039, 0x203A),
    (0xAB, 0xAB),
    (0xBB, 0xBB),
];
const HARMLESS_WIDE: [(u32, u32); 4] = [
    (0xFF3C, 0xFF3C),
    (0xFF3F, 0xFF40),
    (0xFF5C, 0xFF5C),
    (0xFF5E, 0xFF5E),
];

#[test]
fn the_specified_characters_are_harmless_inside_a_block_and_no_others() {
    let short = Block::new(Kind::Sealed, vec![]).unwrap();
    let text = short.to_text();
    let ranges = || HARMLESS.iter().chain(&HARMLESS_WIDE);
    for character in ('\0'..='\u{ffff}').chain(['👍', '\u{e0001}', char::MAX]) {
        let code = u32::from(character);
        let harmless = ranges().any(|(first, last)| (*first..=*last).contains(&code));
        let changed = [&text[..9], &*character.to_string(), &text[9..]].concat();
        assert_eq!(
            found(&changed).blocks.len(),
            usize::from(harmless),
            "U+{code:04X}"
        );
    }
}

#[test]
fn sixty_four_noise_characters_in_a_row_are_passed_over() {
    let short = Block::new(Kind::Sealed, vec![7]).unwrap();
    let text = short.to_text();
    for at in 1..text.len() {
        for (noise, count) in [(64, 1), (65, 0)] {
            // Invisible characters do not count.
            let noise = "\u{200b}> \u{2060}".repeat(noise / 2) + &">".repeat(noise % 2);
            let changed = [&text[..at], &*noise, &text[at..]].concat();
            assert_eq!(found(&changed).blocks.len(), count, "{at}");
        }
    }
    let everywhere: String = text
        .chars()
        .map(|it| [&*it.to_string(), &"*".repeat(64)].concat())
        .collect();
    assert_eq!(found(&everywhere).blocks, [short]);
}

#[test]
fn two_mebi_characters_are_searched_and_no_more() {
    let [message, _] = messages();
    let filled = |count: usize| "é".repeat(count - message.len()) + &message;
    assert_eq!(found(&filled(LONGEST_TEXT)).blocks, [block(&message)]);
    assert_eq!(find(&filled(LONGEST_TEXT + 1)), Err(TooLong));
    assert_eq!(LONGEST_TEXT, 1 << 21);
}

#[test]
fn a_block_is_named_by_its_letter_and_payload() {
    let vectors = vectors();
    let mut compared = 0;
    for entry in list(&vectors["sealed"]) {
        let hash = |text: &str| hex(&BlockHash::of(&block(text)).0)[..32].to_owned();
        for message in list(&entry["messages"]) {
            let (_, name) = text(&message["stored_as"]).rsplit_once(":seen:").unwrap();
            assert_eq!(hash(text(&message["text"])), name);
            compared += 1;
        }
        let outcome = &entry["outcome"];
        let name = text(&outcome["kept_as"]).strip_prefix("outcome:").unwrap();
        assert_eq!(hash(text(&outcome["text"])), name);
    }
    assert_eq!(compared, 31);
}
