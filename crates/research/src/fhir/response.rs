//! The answers of a result as a `QuestionnaireResponse`.

use json::{Json, object};
use measure::instrument::{Instrument, ItemIndex};
use measure::time::UnixMs;

use super::address::{Addresses, Subject};
use super::elements::{fields, identifier, list, narrative, reference, text};
use super::questionnaire::{answer, group_id};
use crate::Answered;
use crate::codebook::{CAUTION, Set, runs};

/// What is the same for every resource of a result.
#[derive(Debug, Clone, Copy)]
pub(super) struct Context<'a> {
    pub(super) instrument: &'a Instrument,
    pub(super) addresses: &'a Addresses<'a>,
    pub(super) subject: Option<&'a Subject>,
    pub(super) answered: &'a Answered,
}

impl Context<'_> {
    /// The identifier of the answers, or of something that follows from them.
    pub(super) fn urn(&self, what: &str) -> String {
        self.addresses.urn(&format!("{} {what}", self.answered.id))
    }

    /// That of the answers.
    pub(super) fn response_urn(&self) -> String {
        self.urn("answers")
    }

    /// Whom it is about.
    pub(super) fn subject(&self) -> Option<Json> {
        self.subject.map(|subject| reference(subject.as_str()))
    }

    /// The mark of data about nobody.
    pub(super) fn meta(&self) -> Option<Json> {
        let mark = object([
            (
                "system",
                text("http://terminology.hl7.org/CodeSystem/v3-ActReason"),
            ),
            ("code", text("HTEST")),
            ("display", text("test health data")),
        ]);
        self.answered
            .made_up
            .then(|| object([("security", list([mark]))]))
    }

    /// When the audit was finished; `None` in the year 0, which FHIR does not have.
    pub(super) fn ended_at(&self) -> Option<Json> {
        date_time(self.answered.completed.ended_at).map(|moment| text(&moment))
    }
}

fn date_time(moment: UnixMs) -> Option<String> {
    Some(moment.to_rfc3339()).filter(|moment| !moment.starts_with("0000"))
}

/// The resource.
pub(super) fn response(context: &Context<'_>) -> Json {
    let completed = &context.answered.completed;
    let form = completed.sheet.form;
    let questionnaire = format!(
        "{}|{}",
        context.addresses.questionnaire(form),
        completed.version
    );
    let groups = runs(context.instrument, form).into_iter().enumerate();
    let groups = groups.filter_map(|(at, run)| {
        let (_, label) = Set::Direction(run.scale).named(context.instrument)?;
        let items = run.items.iter().filter_map(|index| item(context, *index));
        Some(object([
            ("linkId", text(&group_id(at))),
            ("text", text(label)),
            ("item", list(items)),
        ]))
    });
    fields([
        ("resourceType", Some(text("QuestionnaireResponse"))),
        ("meta", context.meta()),
        ("language", Some(text(&context.instrument.language))),
        ("text", Some(story(context))),
        ("identifier", Some(identifier(&context.response_urn()))),
        ("questionnaire", Some(text(&questionnaire))),
        ("status", Some(text("completed"))),
        ("subject", context.subject()),
        ("authored", context.ended_at()),
        ("source", context.subject()),
        ("item", Some(list(groups))),
    ])
}

/// A statement with its answer, or without one if it was left out.
fn item(context: &Context<'_>, index: ItemIndex) -> Option<Json> {
    let item = context.instrument.item(index)?;
    let given = context.answered.completed.sheet.get(index);
    let given = given.and_then(|response| {
        let coding = answer(context.instrument, context.addresses, index, response)?;
        Some(list([object([("valueCoding", coding)])]))
    });
    Some(fields([
        ("linkId", Some(text(item.id.as_str()))),
        ("text", Some(text(&item.stem))),
        ("answer", given),
    ]))
}

/// What has no element of its own.
fn story(context: &Context<'_>) -> Json {
    let completed = &context.answered.completed;
    let answered = format!(
        "Answered from {} to {}, in {} seconds, in the language {} (wording {}, {}).",
        completed.started_at.to_rfc3339(),
        completed.ended_at.to_rfc3339(),
        completed.active_seconds,
        completed.language,
        completed.wording.version,
        completed.wording.state.as_str(),
    );
    let mut lines = vec![context.instrument.title.as_str(), &answered, CAUTION];
    if context.answered.made_up {
        lines.push("Made up: nobody gave these answers.");
    }
    narrative(&lines)
}
