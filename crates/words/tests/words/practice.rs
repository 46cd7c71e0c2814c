//! Holds the words of the practice to their rules.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::PathBuf;

use app::practice::{Act, Kind, LastTalk, Place, Tie};
use testing::prose::{ABSOLUTES, AMERICAN, JARGON, hold, listed, runs, sentences, too_hard, words};
use testing::shipped;
use words::practice::{PRACTICE_EN as WORDS, Term};

/// The texts between straight quotes in this source: every one of the table, so that none can be
/// forgotten here. Comments have none, and no text has an escape.
fn literals(source: &str) -> Vec<String> {
    let code: String = source
        .lines()
        .filter(|line| !line.trim_start().starts_with("//"))
        .map(|line| format!("{line}\n"))
        .collect();
    assert!(!code.contains('\\'), "an escape: read it here as well");
    code.split('"')
        .skip(1)
        .step_by(2)
        .map(str::to_owned)
        .collect()
}

fn sources(folder: &str) -> Vec<PathBuf> {
    let mut open = vec![testing::root().join(folder)];
    let mut found = Vec::new();
    while let Some(folder) = open.pop() {
        for entry in fs::read_dir(&folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                open.push(path);
            } else {
                found.push(path);
            }
        }
    }
    found.sort();
    found
}

/// Every text of the practice in English, with the file that it is in.
fn texts() -> Vec<(String, String)> {
    let mut found = Vec::new();
    for path in sources("crates/words/src/practice/en") {
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        let source = fs::read_to_string(&path).unwrap();
        let texts = literals(&source).into_iter();
        // The moves are found by ids, which are no words for visitors.
        let texts = texts.filter(|text| name != "moves.rs" || text.contains(' '));
        found.extend(texts.map(|text| (name.clone(), text)));
    }
    let table = sources("crates/words/src/practice").into_iter();
    let table = table.filter(|path| path.ends_with("practice/en.rs"));
    for path in table {
        let source = fs::read_to_string(&path).unwrap();
        let texts = literals(&source).into_iter();
        found.extend(texts.map(|text| ("en.rs".to_owned(), text)));
    }
    found
}

fn hold_everywhere(rule: &str, broken: impl Fn(&str) -> Option<String>) {
    let texts = texts();
    let texts = texts
        .iter()
        .map(|(name, text)| (name.as_str(), text.as_str()));
    hold(rule, texts, broken);
}

#[test]
fn every_text_of_the_tables_is_read_here() {
    let all: BTreeSet<String> = texts().into_iter().map(|(_, text)| text).collect();
    assert!(all.len() > 250, "{}", all.len());
    for text in [
        WORDS.privacy,
        WORDS.lacks.day,
        WORDS.map.lede,
        WORDS.circle.signpost,
        WORDS.act.guidance[0],
        WORDS.cadence.talk[0],
        WORDS.weekly.not_yet.about,
        WORDS.sheet.look_back_lines[2],
        (WORDS.opener)(Act::AskHow, Place::Down).unwrap(),
        (WORDS.first_move)("down", "repair").unwrap(),
    ] {
        assert!(all.contains(text), "{text}");
    }
}

#[test]
fn no_two_texts_share_six_words_in_a_row() {
    let mut seen: BTreeMap<String, String> = BTreeMap::new();
    let elsewhere = ["crates/words/src/en.rs", "content/result-texts.en.json"];
    let root = testing::root();
    for path in elsewhere {
        let text = fs::read_to_string(root.join(path)).unwrap();
        seen.extend(runs(&text, 6).into_iter().map(|run| (run, path.to_owned())));
    }
    for item in shipped().items {
        seen.extend(
            runs(&item.stem, 6)
                .into_iter()
                .map(|run| (run, item.id.to_string())),
        );
    }
    // The same promise for three ways of keeping.
    let twins = [WORDS.privacy, WORDS.privacy_memory, WORDS.privacy_session];
    let mut shared = Vec::new();
    for (name, text) in texts() {
        if twins.contains(&text.as_str()) {
            continue;
        }
        let mut own = BTreeSet::new();
        for run in runs(&text, 6) {
            let other = seen.get(&run);
            if let Some(other) = other {
                shared.push(format!("{name} and {other}: {run}"));
            }
            own.insert(run);
        }
        seen.extend(own.into_iter().map(|run| (run, name.clone())));
    }
    assert_eq!(shared, Vec::<String>::new());
}

#[test]
fn every_text_is_tidy_plain_and_british() {
    hold_everywhere("British spelling", |text| listed(text, AMERICAN));
    hold_everywhere("no jargon", |text| listed(text, JARGON));
    hold_everywhere("no hype", |text| {
        listed(
            text,
            "amazing powerful transform* unlock* journey* great-job awesome thrive* boost* \
             game-changer superpower",
        )
    });
    hold_everywhere("no absolutes", |text| {
        listed(text, ABSOLUTES).filter(|found| found != "every")
    });
    hold_everywhere("typographic", |text| {
        let untidy = text.trim() != text
            || text.contains("  ")
            || text.contains(['\'', '!', '–', '—'])
            || text.contains("...")
            || text.matches('“').count() != text.matches('”').count();
        // As a visitor may type it.
        let typed = text == "i'll";
        (untidy && !typed).then(|| "untidy".into())
    });
    hold_everywhere("reading grade at most 9", |text| {
        // Of a label or a short sentence the formula says little.
        let long = words(text).len() >= 20;
        too_hard(text, 9.0).filter(|_| long)
    });
    hold_everywhere("at most 32 words in a sentence", |text| {
        let longest = sentences(text).into_iter().map(|s| words(s).len()).max()?;
        (longest > 32).then(|| format!("{longest} words"))
    });
}

#[test]
fn no_text_diagnoses_gives_a_number_to_call_or_shames() {
    hold_everywhere("no diagnosis", |text| {
        listed(
            text,
            "depress* burnout anxi* disorder* symptom* diagnos* therap* patholog* lonely loneliness",
        )
    });
    hold_everywhere("no shame", |text| {
        listed(
            text,
            "fail* failure missed streak* lazy excuses overdue forgot guilty shame* blame* poor \
             weak*",
        )
    });
    let digits: Vec<_> = WORDS
        .circle
        .signpost
        .chars()
        .filter(char::is_ascii_digit)
        .collect();
    assert!(digits.is_empty());
    for word in ["doctor", "employee assistance line", "local crisis line"] {
        assert!(WORDS.circle.signpost.contains(word), "{word}");
    }
}

#[test]
fn every_term_has_a_name_of_its_own_and_a_line_about_it() {
    let check = |terms: Vec<Term>| {
        let names: BTreeSet<&str> = terms.iter().map(|term| term.name).collect();
        let abouts: BTreeSet<&str> = terms.iter().map(|term| term.about).collect();
        assert_eq!((names.len(), abouts.len()), (terms.len(), terms.len()));
        for term in terms {
            assert!(words(term.name).len() <= 5, "{}", term.name);
            assert!(words(term.about).len() <= 16, "{}", term.about);
            assert!(!term.about.ends_with('.'), "{}", term.about);
        }
    };
    check(Place::ALL.iter().copied().map(WORDS.place).collect());
    check(Kind::ALL.iter().copied().map(WORDS.kind).collect());
    check(Tie::ALL.iter().copied().map(WORDS.tie).collect());
    check(LastTalk::ALL.iter().copied().map(WORDS.last_talk).collect());
    check(Act::ALL.iter().copied().map(WORDS.act_name).collect());
}

#[test]
fn the_map_says_something_else_about_each_place() {
    let mut said = BTreeSet::new();
    for place in Place::ALL {
        said.insert((WORDS.map.only_strained)(*place));
        said.insert((WORDS.map.nobody)(*place));
    }
    assert_eq!(said.len(), 8);
    assert!((WORDS.map.long_silence)("K.").starts_with("K. "));
}

#[test]
fn the_paragraphs_of_the_circle_are_paragraphs() {
    let circle = &WORDS.circle;
    let paragraphs = [
        circle.nobody,
        circle.not_confidential,
        circle.does_not_know_the_role,
        circle.long_ago,
        circle.one,
        circle.several,
        circle.well_supported,
    ];
    for text in paragraphs {
        let count = words(text).len();
        assert!((40..=75).contains(&count), "{count} words: {text}");
    }
}

#[test]
fn the_plan_is_one_sentence_whatever_is_typed() {
    for (when, what, sentence) in [
        (
            "the Monday meeting ends",
            "ask for ten minutes",
            "When the Monday meeting ends, I will ask for ten minutes.",
        ),
        (
            " When I close my laptop, ",
            "I will write to K.",
            "When I close my laptop, I will write to K.",
        ),
        (
            "if the train leaves",
            "I’ll ask: “How are you?”",
            "When the train leaves, I will ask: “How are you?”",
        ),
        (
            "WHEN it is noon",
            "i'll say “thank you”",
            "When it is noon, I will say “thank you”.",
        ),
        ("", "", "When …, I will …"),
        ("when", " I will ", "When …, I will …"),
        ("é", "ü", "When é, I will ü."),
        ("Whenever", "i willow", "When Whenever, I will i willow."),
    ] {
        assert_eq!((WORDS.act.plan_sentence)(when, what), sentence);
    }
    for when in WORDS.act.when_examples {
        for what in WORDS.act.what_examples {
            let sentence = (WORDS.act.plan_sentence)(when, what);
            assert_eq!(sentence, format!("When {when}, I will {what}."));
        }
    }
}

#[test]
fn a_calendar_title_says_nothing_about_what_it_is_for() {
    let cadence = &WORDS.cadence;
    let weekly = (cadence.weekly.title)(Some("D."));
    assert_eq!(weekly, "30 minutes with D.");
    assert_eq!((cadence.monthly.title)(Some("D.")), weekly);
    assert_eq!((cadence.moments.title)(Some("D.")), "Five minutes for D.");
    assert_eq!((cadence.weekly.title)(None), "30 minutes");
    assert_eq!((cadence.moments.title)(None), "Five minutes");
}
