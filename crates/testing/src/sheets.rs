//! Generated response sheets of the shipped instrument.

use measure::completed::Completed;
use measure::instrument::{FormName, Instrument, ItemIndex, Keying, Wording, WordingState};
use measure::response::{OptionNumber, Response, ResponseSheet};
use measure::time::{MAX_ACTIVE_SECONDS, UnixMs};
use proptest::prelude::*;

use super::{option, shipped};

/// A pattern of answers to one direction.
#[derive(Debug, Clone, Copy)]
enum Manner {
    /// Any mixture of options, left out and not applicable.
    Mixed,
    /// Every item answered.
    Whole,
    /// About half left out, around the more-than-half rule.
    Half,
    /// One option throughout, or nearly.
    Straight(u64),
    /// Not applicable throughout.
    NoOne,
    /// Nothing answered.
    Nothing,
}

fn manner() -> impl Strategy<Value = Manner> {
    prop_oneof![
        3 => Just(Manner::Mixed),
        3 => Just(Manner::Whole),
        2 => Just(Manner::Half),
        2 => (1_u64..=5).prop_map(Manner::Straight),
        1 => Just(Manner::NoOne),
        1 => Just(Manner::Nothing),
    ]
}

fn response(manner: Manner) -> BoxedStrategy<Option<Response>> {
    let chosen = (1_u64..=5).prop_map(|number| Some(option(number)));
    let not_applicable = Just(Some(Response::NotApplicable));
    match manner {
        Manner::Mixed => prop_oneof![6 => chosen, 1 => not_applicable, 1 => Just(None)].boxed(),
        Manner::Whole => chosen.boxed(),
        Manner::Half => prop_oneof![1 => chosen, 1 => Just(None)].boxed(),
        Manner::Straight(number) => {
            prop_oneof![9 => Just(Some(option(number))), 1 => chosen].boxed()
        }
        Manner::NoOne => not_applicable.boxed(),
        Manner::Nothing => Just(None).boxed(),
    }
}

/// A sheet of either form; its directions have the same pattern or different ones.
pub fn any_sheet() -> impl Strategy<Value = ResponseSheet> {
    let form = prop_oneof![Just(FormName::Full), Just(FormName::Short)];
    let manners = prop_oneof![
        manner().prop_map(|one| [one; 3]),
        [manner(), manner(), manner()]
    ];
    (form, manners).prop_flat_map(|(form, manners)| {
        let instrument = shipped();
        let items = instrument.form(form).expect("both forms ship").to_vec();
        let responses: Vec<_> = items
            .iter()
            .map(|index| response(manners[instrument.items[index.get()].scale.get()]))
            .collect();
        responses.prop_map(move |responses| {
            let mut sheet = ResponseSheet::blank(&instrument, form);
            for (index, response) in items.iter().zip(responses) {
                sheet.set(*index, response);
            }
            sheet
        })
    })
}

/// The sheet with the answer to `item` one step stronger, if there is a stronger one.
pub fn raised(
    instrument: &Instrument,
    sheet: &ResponseSheet,
    item: ItemIndex,
) -> Option<ResponseSheet> {
    let raw = u64::from(sheet.get(item)?.chosen()?.get());
    let stronger = match instrument.items[item.get()].keying {
        Keying::Forward => raw + 1,
        Keying::Reverse => raw - 1,
    };
    let stronger = Response::Chosen(OptionNumber::new(stronger)?);
    let mut raised = sheet.clone();
    raised.set(item, Some(stronger));
    instrument.offers(stronger).then_some(raised)
}

/// The sheet with every option r replaced by 6 − r.
pub fn reversed(sheet: &ResponseSheet) -> ResponseSheet {
    let mut reversed = sheet.clone();
    for index in ItemIndex::all(&shipped().items) {
        if let Some(chosen) = sheet.get(index).and_then(Response::chosen) {
            reversed.set(index, Some(option(6 - u64::from(chosen.get()))));
        }
    }
    reversed
}

/// A finished audit with any answers, times, languages and patch version.
pub fn any_completed() -> impl Strategy<Value = Completed> {
    // The whole range of RFC 3339, to the second.
    let second = -62_167_219_200_i64..=253_402_300_799;
    (
        any_sheet(),
        second.clone(),
        second,
        0..=MAX_ACTIVE_SECONDS,
        "[a-z]{2}(-[A-Z]{2})?",
        prop_oneof![Just("1.0.0"), Just("1.12.3")],
        (
            "[0-9]{1,3}\\.0\\.7",
            prop::sample::select(&WordingState::ALL[..]),
        ),
    )
        .prop_map(
            |(sheet, started, ended, active_seconds, language, version, wording)| Completed {
                sheet,
                version: version.to_owned(),
                language,
                wording: Wording {
                    version: wording.0,
                    state: wording.1,
                },
                started_at: UnixMs(started * 1000),
                ended_at: UnixMs(ended * 1000),
                active_seconds,
            },
        )
}
