//! The statements of a survey.

use measure::instrument::{Id, MAX_STEM};

use super::Question;
use super::strings::Localized;
use crate::draft::{Item, Scale, Text};
use crate::fault::{Fault, NoteKind};
use crate::report::{At, Report, Words};
use crate::values::Taken;

/// A text in the languages of these tags.
pub(super) fn text(
    from: &Localized,
    path: &str,
    most: usize,
    tags: &[String],
    report: &mut Report,
) -> Text {
    let at = report.path(path);
    let own = report.words(at, &from.own, most);
    let others = tags.iter().map(|tag| {
        let words = from
            .other(tag)
            .or_else(|| from.is_universal().then_some(from.own.as_str()))?;
        report.words(at, words, most)
    });
    Text {
        own,
        others: others.collect(),
        at,
        from: None,
    }
}

/// The statements, with the names of their questions as ids.
pub(super) fn items(
    questions: &[Question],
    scales: &[Scale],
    tags: &[String],
    report: &mut Report,
) -> Vec<Item> {
    let mut ids = Taken::default();
    let named: Vec<bool> = questions
        .iter()
        .map(|question| Id::new(&question.name).is_some() && ids.take(&question.name))
        .collect();
    let mut made = 0;
    let items = questions.iter().zip(named).map(|(question, has_id)| {
        let stem = text(&question.title, &question.path, MAX_STEM, tags, report);
        if stem.own.is_none() {
            report.fault(stem.at, Fault::NoStatement);
        }
        let scale = question.scale.of(scales).map_or("item", |scale| &scale.id);
        let id = if has_id {
            question.name.clone()
        } else {
            made += 1;
            ids.numbered(scale)
        };
        Item {
            id: Words {
                text: id,
                at: stem.at,
                is_good: true,
            },
            good_id: String::new(),
            scale: Some(question.scale),
            facet: None,
            is_reverse: false,
            at: stem.at,
            stem,
            observer: None,
        }
    });
    let items = items.collect();
    if made > 0 {
        report.note(At::File, NoteKind::IdsMade(made));
    }
    items
}
