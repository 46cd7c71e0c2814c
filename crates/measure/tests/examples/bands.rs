//! What the texts per band say about the answers. Each such claim is tried on every set of answers
//! from which a score in its band can come.

use measure::instrument::{FormName, Instrument, ScaleIndex};
use measure::scoring::{Band, needed};

use crate::{EXAMPLES, example_in};

/// Keyed answers, from 1 (weakest), in ascending order.
type Answers = [u8];

fn mean(answers: &Answers) -> f64 {
    let sum: u32 = answers.iter().map(|answer| u32::from(*answer)).sum();
    f64::from(sum) / answers.len() as f64
}

fn one_to_two(answers: &Answers) -> bool {
    answers.iter().any(|answer| *answer <= 2)
}

/// Of five options: there is room for two steps above it.
fn one_to_three(answers: &Answers) -> bool {
    answers.iter().any(|answer| *answer <= 3)
}

fn one_from_four(answers: &Answers) -> bool {
    answers.iter().any(|answer| *answer >= 4)
}

/// Of seven options: in the middle or below, with room for three steps above it.
fn one_to_four(answers: &Answers) -> bool {
    answers.iter().any(|answer| *answer <= 4)
}

/// Of seven options: above the middle.
fn one_from_five(answers: &Answers) -> bool {
    answers.iter().any(|answer| *answer >= 5)
}

/// Of seven options: “Now and then” (3) or more, and less than “Often” (5).
fn three_to_below_five(answers: &Answers) -> bool {
    (3.0..5.0).contains(&mean(answers))
}

/// Of seven options: between “Rarely” (2) and “Very often” (6).
fn between_two_and_six(answers: &Answers) -> bool {
    mean(answers) > 2.0 && mean(answers) < 6.0
}

/// Of seven options: “Often” (5) or more.
fn five_or_more(answers: &Answers) -> bool {
    mean(answers) >= 5.0
}

/// Of five options: between “Rarely” (2) and “Often” (4).
fn between_two_and_four(answers: &Answers) -> bool {
    mean(answers) > 2.0 && mean(answers) < 4.0
}

/// The language and the scale that a text is about, its band, what it says of the answers, and whether
/// that holds.
type Claim = (
    &'static str,
    &'static str,
    Band,
    &'static str,
    fn(&Answers) -> bool,
);

#[rustfmt::skip]
const LISTENING: [Claim; 3] = [
    ("en", "listening", Band::Low, "At least one statement came out in the lower part of the range.", one_to_two),
    ("en", "listening", Band::Middle, "At least one statement has room to go up by two steps or more.", one_to_three),
    ("en", "listening", Band::High, "At least one statement came out near the top.", one_from_four),
];

#[rustfmt::skip]
const PROJECT_HABITS: [Claim; 15] = [
    ("en", "planning", Band::Low, "At least one habit of planning came out low.", one_to_two),
    ("en", "planning", Band::Middle, "this is “Now and then” or more, and less than “Often”.", three_to_below_five),
    ("en", "planning", Band::High, "At least one habit of planning came out in the upper half.", one_from_five),
    ("en", "meetings", Band::Low, "One or more statements about your meetings came out low.", one_to_two),
    ("en", "meetings", Band::Middle, "At least one statement about your meetings is halfway up or lower.", one_to_four),
    ("en", "meetings", Band::High, "this is “Often” or more.", five_or_more),
    ("en", "decisions", Band::Low, "At least one statement about decisions is at the low end.", one_to_two),
    ("en", "decisions", Band::Middle, "At least one statement about decisions could go up by three steps.", one_to_four),
    ("en", "decisions", Band::High, "At least one statement about decisions is above the middle of the range.", one_from_five),
    ("en", "risks", Band::Low, "Among the statements about risks and mistakes, at least one came out low.", one_to_two),
    ("en", "risks", Band::Middle, "this lies between “Rarely” and “Very often”.", between_two_and_six),
    ("en", "risks", Band::High, "At least one statement about risks and mistakes came out in the upper half.", one_from_five),
    ("en", "client", Band::Low, "One or more statements about your client came out in the lower half.", one_to_two),
    ("en", "client", Band::Middle, "At least one statement about your client is in the middle of the range or below it.", one_to_four),
    ("en", "client", Band::High, "this is “Often” or more.", five_or_more),
];

#[rustfmt::skip]
const HANDING_OVER: [Claim; 12] = [
    ("en", "handing", Band::Low, "At least one statement about handing over work is in the lower part of the scale.", one_to_two),
    ("en", "handing", Band::Middle, "this lies between “Rarely” and “Often”.", between_two_and_four),
    ("en", "handing", Band::High, "At least one statement about handing over work is in the upper part of the scale.", one_from_four),
    ("en", "following", Band::Low, "One or more statements about following up are low.", one_to_two),
    ("en", "following", Band::Middle, "At least one statement about following up could rise by two steps or more.", one_to_three),
    ("en", "following", Band::High, "At least one statement about following up is near the top.", one_from_four),
    ("de", "handing", Band::Low, "Mindestens eine Aussage zum Übergeben liegt im unteren Teil der Skala.", one_to_two),
    ("de", "handing", Band::Middle, "Alles zusammen liegt zwischen „Selten“ und „Oft“.", between_two_and_four),
    ("de", "handing", Band::High, "Mindestens eine Aussage zum Übergeben liegt im oberen Teil der Skala.", one_from_four),
    ("de", "following", Band::Low, "Eine oder mehrere Aussagen zum Begleiten fallen niedrig aus.", one_to_two),
    ("de", "following", Band::Middle, "Mindestens eine Aussage zum Begleiten kann noch um zwei Stufen oder mehr steigen.", one_to_three),
    ("de", "following", Band::High, "Mindestens eine Aussage zum Begleiten liegt weit oben.", one_from_four),
];

/// Every set of `count` keyed answers to as many options, in ascending order.
fn sets(count: usize, options: u8) -> Vec<Vec<u8>> {
    let mut sets = vec![Vec::new()];
    for _ in 0..count {
        let longer = sets.iter().flat_map(|set: &Vec<u8>| {
            let from = set.last().copied().unwrap_or(1);
            (from..=options).map(move |next| [set.as_slice(), &[next]].concat())
        });
        sets = longer.collect();
    }
    sets
}

/// Every set of answers from which a scale can be scored in any form, with the band of its score.
fn scored(instrument: &Instrument, scale: ScaleIndex) -> Vec<(Band, Vec<u8>)> {
    let counts = [FormName::Full, FormName::Short]
        .into_iter()
        .filter_map(|form| {
            let items = instrument.form(form)?.iter();
            Some(
                items
                    .filter(|item| instrument.items[item.get()].scale == scale)
                    .count(),
            )
        });
    let (least, most) = counts.fold((usize::MAX, 0), |(least, most), count| {
        (least.min(needed(count)), most.max(count))
    });
    let options = u8::try_from(instrument.options.len()).unwrap();
    let band = |set: &Vec<u8>| {
        let above = set.iter().map(|answer| u32::from(*answer) - 1).sum::<u32>();
        let steps = set.len() as u32 * u32::from(options - 1);
        instrument
            .cut_offs
            .band(f64::from(100 * above) / f64::from(steps))
    };
    let sets = (least..=most).flat_map(|count| sets(count, options));
    sets.map(|set| (band(&set), set)).collect()
}

#[test]
fn what_a_text_says_about_the_answers_holds_for_every_score_in_its_band() {
    let claims: [&[Claim]; 3] = [&LISTENING, &PROJECT_HABITS, &HANDING_OVER];
    for (name, claims) in EXAMPLES.into_iter().zip(claims) {
        for (language, scale_id, band, words, holds) in claims {
            let instrument = example_in(name, language);
            let mut scales = instrument.scales.iter();
            let scale = scales
                .position(|scale| scale.id.as_str() == *scale_id)
                .map(ScaleIndex::from_usize)
                .unwrap();
            let text = instrument.own_about_band(scale, *band).unwrap();
            assert!(text.contains(words), "{language} {scale_id}: {words}");
            let scored = scored(&instrument, scale);
            for (_, set) in scored.iter().filter(|(of, _)| of == band) {
                assert!(holds(set), "{language} {scale_id}, of {set:?}: {words}");
            }
            let elsewhere = scored.iter().any(|(of, set)| of != band && !holds(set));
            assert!(elsewhere, "{language} {scale_id} says nothing: {words}");
        }
    }
}

/// The options that the claims name are where the claims say they are.
#[test]
fn the_options_that_texts_quote_are_in_their_places() {
    for (name, language, quoted) in [
        (
            "project-habits",
            "en",
            &[
                (2, "Rarely"),
                (3, "Now and then"),
                (5, "Often"),
                (6, "Very often"),
            ][..],
        ),
        ("handing-over", "en", &[(2, "Rarely"), (4, "Often")]),
        ("handing-over", "de", &[(2, "Selten"), (4, "Oft")]),
    ] {
        let options = example_in(name, language).options;
        for (number, label) in quoted {
            assert_eq!(options[number - 1], *label, "{name}, {language}");
        }
    }
}
