//! The practice within the workbook. The session stores its records, and tells of those that other
//! tabs wrote; the workbook has what they say.

use std::rc::Rc;

use super::update::tell;
use super::{Effect, Opened, Page, Workbook};
use crate::practice::weekly::Baseline;
use crate::practice::{self, Message, Place, Write};
use crate::session::Part;
use measure::change::{self, Comparison, Refusal};
use measure::completed::{Completed, Kept};
use measure::report::Report;
use measure::time::UnixMs;
use records::document::ResultDocument;
use records::practice::PracticeDocument;
use records::practice::record::Name;
use records::read;
use records::slot::Slot;
use records::store::backup::Import;
use records::store::{Loaded, Problem};
use records::stored::RecordError;

/// The middle of the five steps of the map.
const MIDDLING: u8 = 3;

impl Workbook {
    pub(super) fn practise(&mut self, message: Message, now: UnixMs, effects: &mut Vec<Effect>) {
        let practice = self.practice.clone();
        let (practice, wanted) = practice::update(practice, message, now);
        self.practice = practice;
        for effect in wanted {
            self.run(effect, now, effects);
        }
    }

    fn run(&mut self, effect: practice::Effect, now: UnixMs, effects: &mut Vec<Effect>) {
        match effect {
            // The session keeps them from here on, and says so if storage does not.
            practice::Effect::Store(writes) => {
                effects.extend(writes.into_iter().map(|write| match write {
                    Write::Put(name, text) => tell(&format!("practice:{name}"), &text),
                    Write::SetAside(name) => tell("practice-aside", &name.to_string()),
                }));
            }
            practice::Effect::FoundNewer => effects.push(tell("practice-newer", "")),
            practice::Effect::SaveCalendar(appointment) => {
                effects.push(Effect::OfferCalendar(appointment));
            }
            practice::Effect::Copy(text) => effects.push(Effect::Copy(text)),
            practice::Effect::PrintPlan => effects.push(Effect::PrintPlan),
            practice::Effect::TellBaseline => {
                if let Some(baseline) = self.baseline() {
                    self.practise(Message::ToldBaseline(baseline), now, effects);
                }
            }
            practice::Effect::OpenAudit => effects.push(tell("audit", "")),
            practice::Effect::FocusHeading => self.move_focus(false),
            practice::Effect::FocusLacking => self.move_focus(true),
        }
    }

    pub(super) fn move_focus(&mut self, to_lacking: bool) {
        self.focus.moves = self.focus.moves.wrapping_add(1);
        self.focus.to_lacking = to_lacking;
    }

    /// The latest result, to show change against later.
    #[must_use]
    pub fn baseline(&self) -> Option<Baseline> {
        let result = self.shelf.result.as_ref()?;
        Some(Baseline {
            ended_at: result.ended_at,
            document: ResultDocument::of(&self.instrument, result)
                .to_text()
                .into(),
        })
    }

    /// Opens what the page shows first, without taking focus from where a page has just loaded.
    pub(super) fn open_part(&mut self, now: UnixMs, effects: &mut Vec<Effect>) {
        let Page::Part(part) = self.page else { return };
        let before = self.focus;
        self.practise(
            Message::Opened(match part {
                Part::Map => practice::Part::Map,
                Part::Circle => practice::Part::Circle,
                Part::Practice => practice::Part::Act,
            }),
            now,
            effects,
        );
        if self.shelf.opened == Opened::WithThePage {
            self.focus = before;
        }
    }

    /// Takes over the records that were written, or removed, since the shelf was last seen.
    pub(super) fn take_over_practice(
        &mut self,
        before: &[(String, Rc<str>)],
        now: UnixMs,
        effects: &mut Vec<Effect>,
    ) {
        let after = self.shelf.practice.clone();
        for (name, text) in &after {
            if !before.contains(&(name.clone(), Rc::clone(text))) {
                let text = Some(text.to_string());
                self.practise(Message::ChangedElsewhere(name.clone(), text), now, effects);
            }
        }
        for (name, _) in before {
            if !after.iter().any(|(other, _)| other == name) {
                self.practise(Message::ChangedElsewhere(name.clone(), None), now, effects);
            }
        }
    }

    /// What changed between the result that the weekly loop began with and a later one.
    #[must_use]
    pub fn since_the_loop_began(&self) -> Option<Result<Comparison, Refusal>> {
        let baseline = self.practice.running()?.baseline.as_ref()?;
        let latest = self.shelf.result.as_ref()?;
        if latest.ended_at <= baseline.ended_at {
            return None;
        }
        let before = read::kept(&baseline.document, &self.instrument).ok()?;
        let latest = Kept::from_completed(&self.instrument, Completed::clone(latest));
        Some(change::compare(&self.instrument, &before, &latest))
    }

    /// The scale that a place stands for, and the facet with the lowest field of the map in it;
    /// `None` where even that is sound.
    #[must_use]
    pub fn weakest_in(&self, place: Place) -> Option<(String, String)> {
        let report = Report::from_completed(&self.instrument, self.shelf.result.as_ref()?);
        let scale = report
            .directions
            .iter()
            .position(|direction| direction.id == place.as_str())?;
        let fields = report.facets.iter().zip(&report.map);
        let fields = fields.filter_map(|(facet, row)| Some((row.get(scale)?.as_ref()?, facet)));
        let strained = fields.filter(|(step, _)| **step <= MIDDLING);
        let (_, facet) = strained.min_by_key(|(step, _)| **step)?;
        Some((place.as_str().to_owned(), facet.id.clone()))
    }

    pub(super) fn offer_json(&self, effects: &mut Vec<Effect>) {
        if let Some(result) = &self.shelf.result {
            let document = ResultDocument::of(&self.instrument, result)
                .with_practice(self.practice.document(self.include));
            effects.push(Effect::OfferJson(document.to_text()));
        }
    }

    /// What the chosen file holds of a practice, if it can be read.
    #[must_use]
    pub fn file_practice(&self) -> Option<PracticeDocument> {
        let Ok(Import::Result(preview)) = &self.file.as_ref()?.judged else {
            return None;
        };
        preview.practice.clone()?.ok()
    }

    pub(super) fn take_in_practice(&mut self, now: UnixMs, effects: &mut Vec<Effect>) {
        if let (Some(imported), Some(file)) = (self.file_practice(), &mut self.file) {
            file.practice_taken = true;
            self.practise(Message::TookIn(Box::new(imported)), now, effects);
        }
    }
}

/// Leaves out what cannot be read of the practice in a backup: stored, it would be in the way of
/// what can.
pub(super) fn judge_practice(loaded: &mut Loaded) {
    let problems = &mut loaded.problems;
    loaded.practice.retain(|(name, text)| {
        let read = Name::from_text(name).map(|name| name.read(text));
        problems.push(match read {
            None | Some(Ok(_)) => return true,
            Some(Err(RecordError::Newer(_))) => Problem::Newer,
            Some(Err(RecordError::Corrupt(faults))) => Problem::Unreadable {
                slot: Slot::Practice(name.clone()).suffix(),
                why: faults,
            },
        });
        false
    });
}
