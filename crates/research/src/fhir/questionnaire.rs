//! One form of a questionnaire as a `Questionnaire`.

use json::{Json, object};
use measure::instrument::{FormName, Instrument, ItemIndex};
use measure::response::Response;
use measure::scoring::keyed;

use super::address::Addresses;
use super::codes::{self, answers, computer_name, of_answer, of_item, of_set};
use super::elements::{coding, fields, list, narrative, ordinal, text};
use crate::codebook::{CAUTION, Run, Set, around, runs};

/// The link id of a run of statements. Like every link id that is made here it has a colon, as no id of an item
/// has.
pub(super) fn group_id(run: usize) -> String {
    format!("group:{}", run + 1)
}

/// The coding of an answer to an item, with the number that it counts as: of a reverse item, the first
/// option counts as the last.
pub(super) fn answer(
    instrument: &Instrument,
    addresses: &Addresses<'_>,
    item: ItemIndex,
    response: Response,
) -> Option<Json> {
    let (code, label) = of_answer(instrument, response)?;
    let counts_as = keyed(instrument, instrument.item(item)?, response);
    Some(ordinal(&addresses.codes(), &code, label, counts_as))
}

/// The resource; `None` where the questionnaire has no such form.
pub(super) fn questionnaire(
    instrument: &Instrument,
    addresses: &Addresses<'_>,
    form: FormName,
) -> Option<Json> {
    let items = instrument.form(form)?.len();
    let title = match form {
        FormName::Full => instrument.title.clone(),
        FormName::Short => format!("{} (short form)", instrument.title),
    };
    let ending = match form {
        FormName::Full => "Full",
        FormName::Short => "Short",
    };
    let derived =
        (form == FormName::Short).then(|| list([text(&addresses.questionnaire(FormName::Full))]));
    let frame = object([
        ("linkId", text("about:time")),
        ("text", text(around(instrument).item_time_frame())),
        ("type", text("display")),
    ]);
    let groups = runs(instrument, form);
    let groups = groups
        .iter()
        .enumerate()
        .filter_map(|(at, run)| group(instrument, addresses, at, run));
    Some(fields([
        ("resourceType", Some(text("Questionnaire"))),
        ("language", Some(text(&instrument.language))),
        (
            "text",
            Some(narrative(&[
                &title,
                &format!("{items} statements."),
                CAUTION,
            ])),
        ),
        ("url", Some(text(&addresses.questionnaire(form)))),
        ("version", Some(text(&instrument.version))),
        ("name", Some(text(&computer_name(instrument, ending)))),
        ("title", Some(text(&title))),
        ("derivedFrom", derived),
        ("status", Some(text(codes::status(instrument)))),
        ("experimental", Some(Json::Bool(false))),
        ("description", Some(text(CAUTION))),
        ("item", Some(list([frame].into_iter().chain(groups)))),
    ]))
}

/// The statements of one run, below the direction and who that is about.
fn group(instrument: &Instrument, addresses: &Addresses<'_>, at: usize, run: &Run) -> Option<Json> {
    let (id, label) = Set::Direction(run.scale).named(instrument)?;
    let who = around(instrument).frame(instrument, run.scale);
    let who = who.filter(|_| run.first).map(|who| {
        object([
            ("linkId", text(&format!("about:{}", at + 1))),
            ("text", text(who)),
            ("type", text("display")),
        ])
    });
    let items = run.items.iter();
    let items = items.filter_map(|index| item(instrument, addresses, *index));
    let code = of_set(Set::Direction(run.scale), id);
    Some(object([
        ("linkId", text(&group_id(at))),
        ("code", list([coding(&addresses.codes(), &code, label)])),
        ("text", text(label)),
        ("type", text("group")),
        ("item", list(who.into_iter().chain(items))),
    ]))
}

fn item(instrument: &Instrument, addresses: &Addresses<'_>, index: ItemIndex) -> Option<Json> {
    let item = instrument.item(index)?;
    let id = item.id.as_str();
    let options = answers(instrument).filter_map(|response| {
        let coding = answer(instrument, addresses, index, response)?;
        Some(object([("valueCoding", coding)]))
    });
    Some(object([
        ("linkId", text(id)),
        (
            "code",
            list([coding(&addresses.codes(), &of_item(id), &item.stem)]),
        ),
        ("text", text(&item.stem)),
        ("type", text("choice")),
        ("required", Json::Bool(false)),
        ("repeats", Json::Bool(false)),
        ("answerOption", list(options)),
    ]))
}
