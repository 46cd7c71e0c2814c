//! The rules of the texts that carry over to a translation, in that language's own measure: its quotation marks and
//! spaces, and what holds of a statement.

use std::collections::BTreeSet;

use catalogue::Catalogue;
use std::path::Path;

use super::texts::{CONTENT, Language, Text};
use super::{hold, untidy_spaces};

/// What a language's rules are made of.
struct Rules {
    tag: &'static str,
    /// Its opening and closing quotation marks.
    quotes: (char, char),
    /// The most characters of a statement: as many as say what twenty English words say.
    statement: usize,
    /// Negation that a respondent would have to undo.
    negations: &'static [&'static str],
    /// How often something happens, which the options ask.
    frequencies: &'static [&'static str],
}

const RULES: &[Rules] = &[
    Rules {
        tag: "de",
        quotes: ('„', '“'),
        statement: 150,
        negations: &[
            "nicht",
            "nichts",
            "nie",
            "niemals",
            "kein",
            "keine",
            "keinen",
            "keiner",
            "keinem",
            "niemand",
            "niemanden",
            "ohne",
            "kaum",
            "weder",
        ],
        frequencies: &[
            "oft", "immer", "manchmal", "selten", "häufig", "meistens", "ständig",
        ],
    },
    Rules {
        tag: "fr",
        quotes: ('«', '»'),
        statement: 150,
        negations: &[
            "ne", "pas", "jamais", "rien", "aucun", "aucune", "sans", "ni", "guère",
        ],
        frequencies: &[
            "souvent",
            "toujours",
            "parfois",
            "rarement",
            "habituellement",
        ],
    },
    Rules {
        tag: "es",
        quotes: ('“', '”'),
        statement: 150,
        negations: &[
            "no", "nunca", "jamás", "nada", "nadie", "ningún", "ninguna", "sin", "ni", "tampoco",
            "apenas",
        ],
        frequencies: &["siempre", "veces", "raramente", "habitualmente"],
    },
    Rules {
        tag: "pt-BR",
        quotes: ('“', '”'),
        statement: 150,
        negations: &[
            "não", "nunca", "jamais", "nada", "ninguém", "nenhum", "nenhuma", "sem", "nem",
            "tampouco",
        ],
        frequencies: &[
            "sempre",
            "vezes",
            "raramente",
            "frequentemente",
            "geralmente",
        ],
    },
    Rules {
        tag: "ja",
        quotes: ('「', '」'),
        statement: 70,
        // Written without spaces: found anywhere in a statement.
        negations: &["ない", "なかっ", "ません", "ず、", "ずに"],
        frequencies: &["いつも", "よく", "ときどき", "たまに", "常に"],
    },
    Rules {
        tag: "ar",
        quotes: ('«', '»'),
        statement: 140,
        negations: &["لا", "لم", "لن", "ليس", "ليست", "لست", "دون", "أبداً"],
        frequencies: &["غالباً", "دائماً", "أحياناً", "نادراً", "عادةً"],
    },
];

/// Each language beside English with its rules; one without any has to be given some.
fn translations() -> Vec<(&'static Rules, Language)> {
    let tags = Catalogue::tags(Path::new(CONTENT)).unwrap();
    let tags: Vec<String> = tags
        .into_iter()
        .filter(|tag| !tag.starts_with("en"))
        .collect();
    let rules = tags.iter().map(|tag| {
        let rules = RULES.iter().find(|rules| rules.tag == *tag);
        (
            rules.unwrap_or_else(|| panic!("there are no rules for {tag}")),
            Language::read(tag),
        )
    });
    rules.collect()
}

const QUOTES: &str = "„“”«»「」‹›";

/// A mark that the language does not quote with, or one without its other half.
fn unquoted(text: &str, (open, close): (char, char)) -> Option<String> {
    let foreign = text
        .chars()
        .find(|mark| QUOTES.contains(*mark) && *mark != open && *mark != close);
    let halves = text.matches(open).count() != text.matches(close).count();
    foreign
        .or(halves.then_some(open))
        .map(|mark| format!("{mark}"))
}

#[test]
fn every_translation_quotes_as_its_language_does() {
    assert!(unquoted("„a”", ('„', '“')).is_some());
    assert!(unquoted("„a", ('„', '“')).is_some());
    assert!(unquoted("„a“", ('„', '“')).is_none());
    for (rules, language) in translations() {
        hold(&language.texts, |text| unquoted(text, rules.quotes));
    }
}

/// A space that a line could break at where French has one that it may not.
fn breakable(text: &str) -> Option<String> {
    let wrong = [" :", " ;", " !", " ?", "« ", " »"];
    let found = wrong.into_iter().find(|wrong| text.contains(wrong));
    let missing = [':', ';', '!', '?', '»'].into_iter().find(|mark| {
        let before: Vec<char> = text
            .split(*mark)
            .filter_map(|part| part.chars().last())
            .collect();
        before.len() > 1
            && before[..before.len() - 1]
                .iter()
                .any(|last| last.is_alphabetic())
    });
    found
        .map(str::to_owned)
        .or(missing.map(|mark| mark.to_string()))
}

#[test]
fn french_keeps_its_marks_on_the_line_of_their_word() {
    assert!(breakable("Quoi ?").is_some());
    assert!(breakable("Quoi? Oui").is_some());
    assert!(breakable("Quoi\u{202f}?").is_none());
    for (_, language) in translations().iter().filter(|(rules, _)| rules.tag == "fr") {
        // Addresses and times have colons of their own.
        hold(&language.texts, |text| {
            let addresses = ["mailto:", "https:", "http:"];
            let prose = addresses
                .iter()
                .fold(text.to_owned(), |text, start| text.replace(start, ""));
            breakable(&prose)
        });
    }
}

#[test]
fn every_translation_is_whole() {
    for (_, language) in translations() {
        hold(&language.texts, untidy_spaces);
    }
}

/// The words of a text; of one without spaces, the text itself.
fn has(text: &str, word: &str, spaced: bool) -> bool {
    if !spaced {
        return text.contains(word);
    }
    let lower = text.to_lowercase();
    let mut words = lower.split(|letter: char| !letter.is_alphabetic());
    words.any(|found| found == word)
}

/// What is wrong with a statement, whoever answers it.
fn unplain(statement: &str, rules: &Rules) -> Option<String> {
    let spaced = rules.tag != "ja";
    let length = statement.chars().count();
    let listed = |words: &[&str]| {
        let found = words.iter().find(|word| has(statement, word, spaced))?;
        Some(format!("“{found}”"))
    };
    let ends = statement.matches(['.', '。', '؟', '?', '!']).count();
    (length > rules.statement)
        .then(|| format!("{length} characters"))
        .or_else(|| listed(rules.negations))
        .or_else(|| listed(rules.frequencies))
        .or_else(|| (ends != 1).then(|| "not one sentence".to_owned()))
}

#[test]
fn every_translated_statement_is_one_plain_sentence() {
    for (rules, language) in translations() {
        for name in [
            "questionnaire.stem",
            "observer.statement",
            "pulse.statement",
        ] {
            hold(language.below(name), |statement| unplain(statement, rules));
        }
    }
}

/// What two statements have in common, by their pairs of neighbouring letters: a measure that needs no knowledge of words.
fn overlap(one: &str, other: &str) -> f64 {
    let pairs = |text: &str| -> BTreeSet<(char, char)> {
        let letters: Vec<char> = text
            .chars()
            .filter(|letter| letter.is_alphabetic())
            .collect();
        letters
            .iter()
            .copied()
            .zip(letters.iter().copied().skip(1))
            .collect()
    };
    let (one, other) = (pairs(one), pairs(other));
    one.intersection(&other).count() as f64 / one.union(&other).count() as f64
}

#[test]
fn no_two_translated_statements_are_alike() {
    for (rules, language) in translations() {
        for name in ["questionnaire.stem", "observer.statement"] {
            let statements: Vec<&Text> = language.below(name).collect();
            let mut pairs = Vec::new();
            for (index, one) in statements.iter().enumerate() {
                for other in &statements[index + 1..] {
                    let share = overlap(&one.text, &other.text);
                    if share > 0.62 {
                        pairs.push(format!("{share:.2}: {} / {}", one.text, other.text));
                    }
                }
            }
            assert_eq!(pairs, Vec::<String>::new(), "{}", rules.tag);
        }
    }
}
