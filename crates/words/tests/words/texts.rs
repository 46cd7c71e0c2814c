//! Holds the paragraphs about each band to their rules, and their parser to its faults.

use std::collections::BTreeMap;
use std::fs;

use json::Json;
use measure::scoring::Band;
use records::texts::{Paragraph, Texts, parse};
use testing::prose::{
    ABSOLUTES, AMERICAN, JARGON, listed, reading_grade, runs, sentences, syllables, words,
};
use testing::{shipped, small};

const SHIPPED: &str = include_str!("../../../../content/result-texts.en.json");

fn texts() -> Texts {
    parse(SHIPPED).unwrap_or_else(|faults| panic!("{faults}"))
}

/// Every paragraph with its name, for every direction and facet of the shipped instrument.
fn paragraphs() -> Vec<(String, Paragraph)> {
    let (texts, instrument) = (texts(), shipped());
    let mut found = Vec::new();
    for band in Band::ALL {
        for scale in &instrument.scales {
            let name = format!("{} {}", scale.id, band.as_str());
            let paragraph = texts.direction(scale.id.as_str(), band);
            found.push((name.clone(), paragraph.expect(&name).clone()));
        }
        for facet in &instrument.facets {
            let name = format!("{} {}", facet.id, band.as_str());
            let paragraph = texts.facet(facet.id.as_str(), band);
            found.push((name.clone(), paragraph.expect(&name).clone()));
        }
    }
    found
}

fn whole(paragraph: &Paragraph) -> String {
    let Paragraph {
        picture,
        cost,
        first_move,
    } = paragraph;
    format!("{picture} {cost} {first_move}")
}

/// Fails with every paragraph that breaks a rule, not only the first.
fn hold(rule: &str, broken: impl Fn(&Paragraph) -> Option<String>) {
    let faults: Vec<String> = paragraphs()
        .iter()
        .filter_map(|(name, paragraph)| {
            broken(paragraph).map(|why| format!("{name}: {why}: {}", whole(paragraph)))
        })
        .collect();
    assert!(faults.is_empty(), "{rule}\n{}", faults.join("\n"));
}

#[test]
fn every_direction_and_facet_has_a_paragraph_for_every_band() {
    assert_eq!(paragraphs().len(), (3 + 6) * 3);
    assert!(texts().fits(&shipped()));
    assert!(!texts().fits(&small(2, |text| text)));
    assert_eq!(texts().direction("trust", Band::Steady), None);
    assert_eq!(texts().facet("up", Band::Steady), None);
}

#[test]
fn a_paragraph_has_55_to_85_words_and_its_parts_share_them() {
    hold("55 to 85 words", |paragraph| {
        let count = words(&whole(paragraph)).len();
        (!(55..=85).contains(&count)).then(|| format!("{count} words"))
    });
    hold("12 to 45 words in a part", |paragraph| {
        let parts = [&paragraph.picture, &paragraph.cost, &paragraph.first_move];
        let counts = parts.map(|part| words(part).len());
        let fits = counts.iter().all(|count| (12..=45).contains(count));
        (!fits).then(|| format!("{counts:?} words"))
    });
}

#[test]
fn no_sentence_is_longer_than_thirty_words() {
    hold("at most 30 words in a sentence", |paragraph| {
        let text = whole(paragraph);
        let longest = sentences(&text).into_iter().map(|s| words(s).len()).max()?;
        (longest > 30).then(|| format!("{longest} words"))
    });
}

#[test]
fn the_reading_grade_is_at_most_eight() {
    assert_eq!(sentences("One. “Two?” When … three!").len(), 3);
    assert_eq!(syllables("agreement"), 3);
    hold("reading grade at most 8", |paragraph| {
        let grade = reading_grade(&sentences(&whole(paragraph)));
        (grade > 8.0).then(|| format!("grade {grade:.1}"))
    });
}

#[test]
fn every_picture_speaks_of_answers_or_of_what_may_be() {
    hold("hedged", |paragraph| {
        let hedges = "may might can could seem seems probably perhaps answers account report";
        listed(&paragraph.picture, hedges)
            .is_none()
            .then(|| "stated as a fact".into())
    });
}

#[test]
fn no_paragraph_judges_or_scolds() {
    hold("no verdict on a person", |paragraph| {
        let verdicts = "weak* poor* bad worst fail* failure* incompet* toxic lazy selfish dishonest careless \
            arrogant insecure inadequate deficien* flaw* fault* guilty blame* inexcusable \
            disappoint* should must ought";
        listed(&whole(paragraph), verdicts)
    });
    hold("no scolding", |paragraph| {
        let text = words(&whole(paragraph)).join(" ");
        let phrases = [
            "you need to",
            "you have to",
            "you do not",
            "you don't",
            "you are not",
            "you are a",
            "as a leader",
            "good leaders",
            "great leaders",
        ];
        let found = phrases.iter().find(|phrase| text.contains(*phrase));
        found.map(ToString::to_string)
    });
}

#[test]
fn no_paragraph_deals_in_absolutes_or_jargon() {
    hold("no absolutes", |paragraph| {
        listed(&whole(paragraph), ABSOLUTES)
    });
    hold("no jargon", |paragraph| listed(&whole(paragraph), JARGON));
}

#[test]
fn every_paragraph_is_tidy_and_spelled_the_british_way() {
    hold("British spelling", |paragraph| {
        listed(&whole(paragraph), AMERICAN)
    });
    hold("tidy", |paragraph| {
        let parts = [&paragraph.picture, &paragraph.cost, &paragraph.first_move];
        let untidy = |part: &&&String| {
            !part.ends_with(['.', '?', '”'])
                || part.trim() != part.as_str()
                || part.contains("  ")
                || part.contains(['\'', '"', '!', '(', '%', '–', '—'])
                || part.matches('“').count() != part.matches('”').count()
                || !part.starts_with(|first: char| first.is_uppercase())
        };
        parts.iter().find(untidy).map(ToString::to_string)
    });
}

#[test]
fn every_first_move_says_when_or_how_much_or_gives_the_words() {
    hold("concrete", |paragraph| {
        let measures = "monday wednesday thursday friday today lunch week fortnight days month minutes hour one two \
            three";
        let quoted = paragraph.first_move.contains('“');
        (!quoted && listed(&paragraph.first_move, measures).is_none()).then(|| "vague".into())
    });
}

#[test]
fn no_two_texts_share_six_words_in_a_row() {
    let mut seen: BTreeMap<String, String> = BTreeMap::new();
    // Sentences of the interface and of the questionnaire stand beside these on the same page.
    for (name, text) in interface() {
        for run in runs(&text, 6) {
            seen.insert(run, name.clone());
        }
    }
    for (name, paragraph) in paragraphs() {
        for run in runs(&whole(&paragraph), 6) {
            let other = seen.insert(run.clone(), name.clone());
            assert!(other.is_none(), "{name} and {other:?} share “{run}”");
        }
    }
}

/// The words of the interface and of the questionnaire, each with its name.
fn interface() -> Vec<(String, String)> {
    let items = shipped().items.into_iter();
    let mut found: Vec<_> = items.map(|item| (item.id.to_string(), item.stem)).collect();
    let mut open = vec![testing::root().join("crates/words/src")];
    while let Some(folder) = open.pop() {
        for entry in fs::read_dir(&folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                open.push(path);
            } else {
                let text = fs::read_to_string(&path).unwrap();
                found.push((path.display().to_string(), text));
            }
        }
    }
    assert!(found.iter().any(|(name, _)| name.ends_with("en.rs")));
    found
}

#[test]
fn what_is_wrong_is_told_with_its_path() {
    for (from, to, faults) in [
        ("{\n", "[]\n", "$: trailing characters at line 2 column 3"),
        (
            "leadership-audit/texts",
            "leadership-audit/result",
            "$.schema: is not \"leadership-audit/texts\"",
        ),
        ("\"version\": 1", "\"version\": 2", "$.version: is not 1"),
        (
            "\"version\": 1,",
            "",
            "$.version: is missing; expected a whole number of 0 or more",
        ),
        (
            "\"leadership-relationships\"",
            "7",
            "$.instrument: expected a text, found a number",
        ),
        (
            "\"facets\": {",
            "\"facets\": {\"other\": {\"uneven\": {\"picture\": \" \", \"cost\": \"C.\"}},",
            "$.facets.other.strained: is missing; expected an object\n\
             $.facets.other.uneven.picture: is empty\n\
             $.facets.other.uneven.move: is missing; expected a text\n\
             $.facets.other.steady: is missing; expected an object",
        ),
        (
            "\"directions\": {",
            "\"directions\": {\"other\": [],",
            "$.directions.other: expected an object, found a list",
        ),
        (
            "\"directions\"",
            "\"scales\"",
            "$.directions: is missing; expected an object",
        ),
    ] {
        assert!(SHIPPED.contains(from), "{from}");
        let text = SHIPPED.replacen(from, to, 1);
        let told = parse(&text).map(|_| "accepted").unwrap_err().to_string();
        assert_eq!(told, faults, "{to}");
    }
    assert_eq!(
        parse("[]").unwrap_err().to_string(),
        "$: expected an object, found a list"
    );
}

#[test]
fn each_paragraph_that_is_missing_is_named_once() {
    for group in ["directions", "facets"] {
        for id in keys(group) {
            for band in Band::ALL {
                let text = without(group, &id, band);
                let told = parse(&text).unwrap_err().to_string();
                let place = format!("$.{group}.{id}.{}", band.as_str());
                assert_eq!(told, format!("{place}: is missing; expected an object"));
            }
        }
    }
}

#[test]
fn unknown_fields_are_ignored() {
    let noted = SHIPPED
        .replacen("{", "{\"note\": [1],", 1)
        .replace("\"picture\"", "\"note\": 1, \"picture\"");
    assert_eq!(parse(&noted), Ok(texts()));
}

fn object<'a>(json: &'a mut Json, key: &str) -> &'a mut Json {
    match json {
        Json::Object(entries) => {
            let found = entries.iter_mut().find(|(name, _)| name == key);
            found.map(|(_, value)| value).expect("the key is there")
        }
        other => panic!("{} is not an object", other.kind()),
    }
}

fn keys(group: &str) -> Vec<String> {
    let mut tree = json::parse(SHIPPED).unwrap();
    match object(&mut tree, group) {
        Json::Object(entries) => entries.iter().map(|(key, _)| key.clone()).collect(),
        other => panic!("{} is not an object", other.kind()),
    }
}

/// The shipped texts without one paragraph.
fn without(group: &str, id: &str, band: Band) -> String {
    let mut tree = json::parse(SHIPPED).unwrap();
    if let Json::Object(bands) = object(object(&mut tree, group), id) {
        bands.retain(|(name, _)| name != band.as_str());
    }
    tree.to_string()
}
