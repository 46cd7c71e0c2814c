//! Results of nobody: of the shipped questionnaire in both forms, and of questionnaires of other shapes.
#![allow(
    dead_code,
    clippy::pedantic,
    clippy::restriction,
    reason = "test code, of which each program uses a part"
)]

use std::fs;

use measure::instrument::FormName::{self, Full, Short};
use measure::instrument::{Instrument, ItemIndex, parse};
use measure::response::{OptionNumber, Response, ResponseSheet};
use measure::time::UnixMs;
use records::document::ResultDocument;
use research::{Answered, read};
use testing::random::Random;
use testing::{answers, completed, root, shaped, shipped, small};

/// A questionnaire with results.
pub(crate) struct Sample {
    pub(crate) name: &'static str,
    pub(crate) instrument: Instrument,
    pub(crate) results: Vec<Answered>,
}

/// Every sample, always the same.
pub(crate) fn all() -> Vec<Sample> {
    let ours = shipped();
    let sheets = [
        (Full, "444244444442 424444244444 424444442444"),
        (Full, "4x4-44444442 xxxxxxxxxxxx 1234512345--"),
        (Short, "123451 xx---- 555555"),
        (Full, ""),
    ];
    let sheets = sheets.map(|(form, text)| answers(&ours, form, text));
    let mut all = vec![sample("shipped", &ours, sheets)];
    for name in ["handing-over", "listening", "project-habits"] {
        let path = root().join(format!("examples/questionnaires/{name}.json"));
        let instrument = parse(&fs::read_to_string(path).unwrap()).unwrap();
        all.push(random(name, &instrument));
    }
    all.push(random("one-scale", &shaped([1, 0, 3], 2, true)));
    all.push(random("many-scales", &shaped([7, 3, 2], 11, false)));
    all.push(random(
        "estimated",
        &small(4, |text| {
            // So large that it is beyond the range of scores where few are answered.
            text.replace(r#""s1","facet""#, r#""s2","facet""#)
                .replace(r#"{"value":12,"items":8"#, r#"{"value":90,"items":8"#)
        }),
    ));
    all.push(random("odd-words", &odd()));
    all
}

/// Words that need care in XML, JSON and CSV, directions that alternate, ids that look alike.
pub(crate) fn odd() -> Instrument {
    small(4, |text| {
        text.replace(r#""title":"Small""#, r#""title":"Q&A <b>""#)
            .replace(r#""label":"One""#, r#""label":"=A & <i>""#)
            .replace("I 1.", r#"<b>&amp; \"x\" | [y] {z}"#)
            .replace("I 2.", "=SUM(A1); -1 & “ü” 你")
            .replace(r#""i2","scale":"s1""#, r#""I.1","scale":"s2""#)
            .replace(r#""i3""#, r#""I-1""#)
            .replace(r#""i2""#, r#""I.1""#)
            .replace(r#"["a","b""#, r#"["a|b, c","=b""#)
    })
}

fn random(name: &'static str, instrument: &Instrument) -> Sample {
    let mut random = Random::new(7);
    let sheets = (0..3).map(|_| {
        let mut sheet = ResponseSheet::blank(instrument, FormName::Full);
        for index in ItemIndex::all(&instrument.items) {
            let option = 1 + random.below(instrument.options.len());
            let chosen = OptionNumber::new(option as u64).map(Response::Chosen);
            let response = match random.below(8) {
                0 => None,
                1 if instrument.not_applicable.is_some() => Some(Response::NotApplicable),
                _ => chosen,
            };
            sheet.set(index, response);
        }
        sheet
    });
    sample(name, instrument, sheets.collect::<Vec<_>>())
}

fn sample(
    name: &'static str,
    instrument: &Instrument,
    sheets: impl IntoIterator<Item = ResponseSheet>,
) -> Sample {
    let results = sheets.into_iter().zip(0..).map(|(sheet, day)| {
        let mut completed = completed(sheet, 352);
        completed.version.clone_from(&instrument.version);
        completed.ended_at = UnixMs(completed.ended_at.0 + day * 86_400_000);
        let text = ResultDocument::of(instrument, &completed)
            .made_up()
            .to_text();
        read(&text, instrument).unwrap()
    });
    Sample {
        name,
        results: results.collect(),
        instrument: instrument.clone(),
    }
}
