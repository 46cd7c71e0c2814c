//! The texts per direction and band, and why a direction matters. Each is true of every score in
//! its band: whatever a text says about the answers is listed here as a claim, and the claim is
//! tried on every set of answers whose score lies in the band.

use testing::shipped;

use super::english::VERDICTS;
use super::prose::{listed, sentences, words};
use super::{english, hold, too_hard, too_long};

/// Keyed answers, 1 to 5 each, in ascending order.
type Answers = [u8];

fn mean(answers: &Answers) -> f64 {
    let sum: u32 = answers.iter().map(|answer| u32::from(*answer)).sum();
    f64::from(sum) / answers.len() as f64
}

fn one_is_low(answers: &Answers) -> bool {
    answers.iter().any(|answer| *answer <= 2)
}

fn one_can_go_up_by_two(answers: &Answers) -> bool {
    answers.iter().any(|answer| *answer <= 3)
}

fn one_is_high(answers: &Answers) -> bool {
    answers.iter().any(|answer| *answer >= 4)
}

fn sometimes_to_often(answers: &Answers) -> bool {
    (3.0..4.0).contains(&mean(answers))
}

fn often_or_more(answers: &Answers) -> bool {
    mean(answers) >= 4.0
}

/// A statement about the answers, and what it says of them.
struct Claim {
    key: &'static str,
    words: &'static str,
    holds: fn(&Answers) -> bool,
}

const fn claim(key: &'static str, words: &'static str, holds: fn(&Answers) -> bool) -> Claim {
    Claim { key, words, holds }
}

const CLAIMS: [Claim; 9] = [
    claim(
        "up.low",
        "At least one answer about your boss is at the low end",
        one_is_low,
    ),
    claim(
        "up.middle",
        "At least one answer about your boss still has room above it",
        one_can_go_up_by_two,
    ),
    claim(
        "up.high",
        "At least one answer about your boss is near the top",
        one_is_high,
    ),
    claim(
        "across.low",
        "One or more answers about your peers are low",
        one_is_low,
    ),
    claim(
        "across.middle",
        "this is “Sometimes” or more, and less than “Often”",
        sometimes_to_often,
    ),
    claim("across.high", "this is “Often” or more", often_or_more),
    claim(
        "down.low",
        "at least one is in the lower part of the scale",
        one_is_low,
    ),
    claim(
        "down.middle",
        "at least one could go up by a step or two",
        one_can_go_up_by_two,
    ),
    claim(
        "down.high",
        "At least one answer about your team is in the upper part of the scale",
        one_is_high,
    ),
];

/// Every set of `count` keyed answers, in ascending order.
fn sets(count: usize) -> Vec<Vec<u8>> {
    let mut sets = vec![Vec::new()];
    for _ in 0..count {
        let longer = sets.iter().flat_map(|set: &Vec<u8>| {
            let from = set.last().copied().unwrap_or(1);
            (from..=5).map(move |next| [set.as_slice(), &[next]].concat())
        });
        sets = longer.collect();
    }
    sets
}

/// Every set of answers that a direction of either form can be scored from, with its band's key.
fn scored() -> Vec<(&'static str, Vec<u8>)> {
    let cut_offs = shipped().cut_offs;
    let band = |set: &Vec<u8>| cut_offs.band(100.0 * (mean(set) - 1.0) / 4.0).as_str();
    let sets = (2..=12).flat_map(sets);
    sets.map(|set| (band(&set), set)).collect()
}

#[test]
fn what_a_text_says_about_the_answers_holds_for_every_score_in_its_band() {
    let language = english();
    let scored = scored();
    for Claim { key, words, holds } in CLAIMS {
        assert!(
            language
                .text(&format!("results.band_about[{key}]"))
                .contains(words),
            "{key}"
        );
        let (_, band) = key.split_once('.').expect("a direction and a band");
        for (_, set) in scored.iter().filter(|(of, _)| *of == band) {
            assert!(holds(set), "{key} is said of {set:?}: {words}");
        }
        let elsewhere = scored.iter().any(|(of, set)| *of != band && !holds(set));
        assert!(elsewhere, "{key} says nothing: {words}");
    }
}

#[test]
fn a_claim_that_a_score_in_the_band_contradicts_is_found() {
    let scored = scored();
    let contradicted = |band: &str, holds: fn(&Answers) -> bool| {
        let mut of_band = scored.iter().filter(|(of, _)| *of == band);
        of_band.any(|(_, set)| !holds(set))
    };
    // What such texts are easily read to say, and what somebody in that band may have answered.
    assert!(contradicted("high", |set| !one_is_low(set)), "all is well");
    assert!(
        contradicted("high", |set| set.iter().all(|answer| *answer >= 4)),
        "often"
    );
    assert!(
        contradicted("middle", |set| set[0] < set[set.len() - 1]),
        "uneven"
    );
    assert!(
        contradicted("middle", |set| set[0] == set[set.len() - 1]),
        "even"
    );
    assert!(contradicted("middle", one_is_high), "some strong acts");
    assert!(contradicted("middle", one_is_low), "some weak acts");
    assert!(
        contradicted("low", |set| !one_is_high(set)),
        "nothing works"
    );
    assert!(contradicted("low", |set| set.contains(&1)), "almost never");
}

/// Words by which a text would report answers, moods or relationships that nobody was asked about.
const REPORTS: &str = "often sometimes rarely usually mostly tend tends seem* appear* apparently \
    probably likely clearly strong weak strained steady uneven good bad poor report* describe* suggest* reveal* \
    indicate* prove* means typical* habit* mood*";

/// What may follow "you" where it is no report: what could be done, asked or remembered.
const AFTER_YOU: &str = "and or could have like change remember hesitate";

/// "You" and the word after it, where the text may report what the reader does or is.
fn told(sentence: &str) -> Option<String> {
    let words = words(sentence);
    words.windows(2).find_map(|pair| {
        let contracted = ["you're", "you've"].contains(&pair[0].as_str());
        let free = pair[0] != "you" || AFTER_YOU.split(' ').any(|word| word == pair[1]);
        (contracted || !free).then(|| format!("“{} {}”", pair[0], pair[1]))
    })
}

#[test]
fn beside_its_claim_a_text_reports_nothing_about_the_reader() {
    let language = english();
    for wrong in [
        "You listen to your team.",
        "You’re steady.",
        "It seems that things go well.",
        "Trust is strong here.",
    ] {
        assert!(reported(wrong).is_some(), "{wrong}");
    }
    for scale in shipped().scales {
        for band in ["low", "middle", "high"] {
            let key = format!("{}.{band}", scale.id);
            let text = language.text(&format!("results.band_about[{key}]"));
            let claims: Vec<&str> = CLAIMS
                .iter()
                .filter(|c| c.key == key)
                .map(|c| c.words)
                .collect();
            assert_eq!(claims.len(), 1, "{key}");
            let rest = text.replace(claims[0], "");
            let found = sentences(&rest).into_iter().find_map(reported);
            assert_eq!(found, None, "{key}: {rest}");
        }
    }
}

fn reported(sentence: &str) -> Option<String> {
    told(sentence).or(listed(sentence, REPORTS))
}

#[test]
fn why_a_direction_matters_is_told_of_leaders_in_general() {
    let language = english();
    for scale in shipped().scales {
        let why = language.text(&format!("results.why[{}]", scale.id));
        assert_eq!(sentences(why).into_iter().find_map(told), None, "{why}");
        assert!(listed(why, "coaches").is_some(), "whose experience: {why}");
    }
}

#[test]
fn texts_of_the_results_are_short_plain_and_judge_nobody() {
    let language = english();
    let texts = ["results.band_about", "results.why", "results.facet"];
    hold(
        texts.into_iter().flat_map(|name| language.below(name)),
        |text| {
            too_long(text, 60)
                .or(too_hard(text, 9.0))
                .or(listed(text, VERDICTS))
                .or(listed(
                    text,
                    "should must ought always never every constantly",
                ))
        },
    );
    for facet in shipped().facets {
        for (name, limit) in [("facet", 12), ("facet_covers", 32)] {
            let key = format!("results.{name}[{}]", facet.id);
            assert_eq!(too_long(language.text(&key), limit), None, "{key}");
        }
    }
}
