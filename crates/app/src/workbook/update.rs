//! The one place where the workbook changes.

use super::practising::judge_practice;
use super::{ChosenFile, Effect, Message, Opened, Page, Pick, Said, Shelf, Unfit, Workbook};
use crate::session::RECORD_SEPARATOR;
use measure::completed::Completed;
use measure::instrument::Instrument;
use measure::time::UnixMs;
use records::document::ResultDocument;
use records::past::PastResult;
use records::slot::Slot;
use records::store::Loaded;
use records::store::backup::{self, Import};

/// The workbook after `message`, and what the shell must do, in order. `now` is the wall clock.
#[must_use]
pub fn update(mut workbook: Workbook, message: Message, now: UnixMs) -> (Workbook, Vec<Effect>) {
    let mut effects = Vec::new();
    workbook.apply(message, now, &mut effects);
    (workbook, effects)
}

impl Workbook {
    fn apply(&mut self, message: Message, now: UnixMs, effects: &mut Vec<Effect>) {
        match message {
            Message::Shown(page, shelf) => self.show(page, shelf, now, effects),
            Message::WentBack => effects.push(tell("back", "")),
            Message::OpenedPart(part) => effects.push(tell("part", part.as_str())),
            Message::AskedToPrint => self.with_result(Effect::PrintReport, effects),
            Message::AskedToCopy => self.with_result(Effect::CopySummary, effects),
            Message::AskedForCsv => self.with_result(Effect::OfferCsv, effects),
            Message::FailedToPrint => self.said = Some(Said::NotPrinted),
            Message::Copied(true) => self.said = Some(Said::Copied),
            Message::Copied(false) => self.said = Some(Said::NotCopied),
            Message::ChoseFile(name, text) => self.judge(name, &text),
            Message::ChoseUnreadable(name, size) => {
                self.chose(name, Err(size.map_or(Unfit::Unreadable, Unfit::TooLarge)));
            }
            Message::ClosedFile => {
                self.picked.retain(|pick| *pick != Pick::File);
                self.file = None;
            }
            Message::TookIn => self.take_in("take", effects),
            Message::AddedToPast => self.take_in("add", effects),
            Message::ShowedPast(id) => self.show_past(id, effects),
            Message::SetHistory(on) => effects.push(tell("history", if on { "on" } else { "off" })),
            Message::RestoredPast => effects.push(tell("restore", "")),
            Message::ForgotPast(id) => effects.push(tell("forget", &id)),
            Message::Picked(pick) => self.pick(pick),
            Message::Included(include) => self.include = include,
            Message::AskedForJson => self.offer_json(effects),
            Message::TookInPractice => self.take_in_practice(now, effects),
            Message::Practice(message) => {
                self.said = None;
                self.practise(message, now, effects);
            }
        }
    }

    fn show(&mut self, page: Page, shelf: Shelf, now: UnixMs, effects: &mut Vec<Effect>) {
        let before = std::mem::replace(&mut self.shelf, shelf);
        self.take_over_practice(&before.practice, now, effects);
        if page != self.page || self.shelf.opened != Opened::Before {
            self.said = None;
            self.page = page;
            self.open_part(now, effects);
        }
        let picks = self.picks();
        self.picked.retain(|pick| picks.contains(pick));
    }

    fn judge(&mut self, name: String, text: &str) {
        let mut judged = backup::import(text, &self.instrument).map_err(Unfit::Refused);
        if let Ok(Import::Backup(backup)) = &mut judged {
            judge_practice(&mut backup.loaded);
        }
        self.chose(name, judged);
    }

    fn chose(&mut self, name: String, judged: Result<Import, Unfit>) {
        self.picked.retain(|pick| *pick != Pick::File);
        self.file = Some(ChosenFile {
            name,
            judged,
            taken: false,
            practice_taken: false,
        });
    }

    /// Hands what the file holds to the session, which alone stores it.
    fn take_in(&mut self, what: &str, effects: &mut Vec<Effect>) {
        let Some(file) = &mut self.file else { return };
        let document =
            |completed: &Completed| ResultDocument::of(&self.instrument, completed).to_text();
        match &file.judged {
            Ok(Import::Result(preview)) => effects.push(tell(what, &document(&preview.completed))),
            Ok(Import::Backup(backup)) => {
                let loaded = &backup.loaded;
                // One that is here stays the latest; the other joins the earlier ones.
                let (latest, earlier) = match &self.shelf.result {
                    None => (loaded.result.as_ref(), None),
                    Some(here) => {
                        let other = loaded.result.as_ref().filter(|result| *result != &**here);
                        (None, other)
                    }
                };
                effects.extend(latest.map(|result| tell("take", &document(result))));
                let earlier = earlier.map(|result| PastResult::of(&self.instrument, result));
                let records = records(loaded, earlier.as_ref(), &self.instrument);
                effects.push(tell("records", &records));
            }
            Err(_) => return,
        }
        file.taken = true;
    }

    fn show_past(&mut self, id: String, effects: &mut Vec<Effect>) {
        let completed = self.result(&Pick::Past(id)).and_then(|kept| kept.completed);
        if let Some(completed) = completed {
            let document = ResultDocument::of(&self.instrument, &completed).to_text();
            effects.push(tell("take", &document));
        }
    }

    /// Picks a result, or puts it back; of three the one picked first goes back.
    fn pick(&mut self, pick: Pick) {
        let before = self.picked.len();
        self.picked.retain(|other| *other != pick);
        if self.picked.len() == before {
            self.picked.push(pick);
        }
        if self.picked.len() > 2 {
            self.picked.remove(0);
        }
    }

    fn with_result(&mut self, effect: Effect, effects: &mut Vec<Effect>) {
        self.said = None;
        if self.shelf.result.is_some() {
            effects.push(effect);
        }
    }
}

/// The answers under way, the earlier results (and one more) and the practice, record by record:
/// its key, a tab and its text.
fn records(loaded: &Loaded, earlier: Option<&PastResult>, instrument: &Instrument) -> String {
    let head = loaded.head.iter().map(|head| (Slot::Head, head.to_text()));
    let answers = loaded.answers.iter().filter_map(|(index, answer)| {
        let item = instrument.item(*index)?;
        Some((Slot::Answer(item.id.clone()), answer.to_text()))
    });
    let position = loaded.position.iter();
    let position = position.map(|position| (Slot::Position, position.to_text()));
    let past = loaded.past.iter().chain(earlier);
    let past = past.map(|past| (Slot::Past(past.id.clone()), past.text.clone()));
    let practice = loaded.practice.iter();
    let practice = practice.map(|(name, text)| (Slot::Practice(name.clone()), text.clone()));
    let lines = head
        .chain(answers)
        .chain(position)
        .chain(past)
        .chain(practice);
    let lines: Vec<String> = lines
        .map(|(slot, text)| slot.suffix() + "\t" + &text)
        .collect();
    lines.join(RECORD_SEPARATOR)
}

pub(super) fn tell(what: &str, text: &str) -> Effect {
    Effect::Tell {
        what: what.to_owned(),
        text: text.to_owned(),
    }
}
