//! The session of one widget: the audit, its results, and what follows them. [`Session::update`] is
//! the only place where state changes.

mod answering;
mod elsewhere;
mod erasing;
mod handover;
mod history;
mod home;
mod importing;
mod keys;
mod persistence;
mod reading;
mod rounding;
mod stopwatch;
mod update;

use std::rc::Rc;

pub use crate::attributes::{FormChoice, Start};
pub use crate::effect::{Effect, ElementEvent};
pub use crate::event::{Event, Message, Moment};
pub use crate::screen::{GridCell, Notice, Part, Screen};
pub use erasing::{Erasing, Undo};
pub use home::Planned;
pub use reading::take_over;

use crate::after::{After, State};
use crate::parts::{self, FollowUp, Imports, Linked, Reader, Results};
use crate::rounds::{self, Rounds};
use crate::turn::View;
use history::Forgotten;
use measure::completed::Completed;
use measure::instrument::{FormName, Id, Instrument, ItemIndex, ScaleIndex};
use measure::response::{Response, ResponseSheet, items_of_scale};
use persistence::Persistence;
use records::journal::Journal;
use records::past::PastResult;
use records::practice::Outcome;
use records::slot::Slot;
use records::store::{Loaded, Problem};
use records::stored::{Answer, OfAudit, Phase, Writer};
use stopwatch::Stopwatch;

/// A direction that the visitor marked as having no one in it, and its responses before that, by item.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Marked {
    scale: ScaleIndex,
    before: Vec<(ItemIndex, Option<Response>)>,
}

/// Everything about one widget that can change.
#[derive(Debug, Clone, PartialEq)]
pub struct Session {
    /// The questionnaire.
    pub instrument: Rc<Instrument>,
    /// The forms that the owner offers.
    pub choice: FormChoice,
    /// The screen that is shown.
    pub screen: Screen,
    /// The form picked on the welcome screen.
    pub picked: FormName,
    /// Whether a tap on an option advances.
    pub moves_on: bool,
    /// The latest finished result.
    pub result: Option<Rc<Completed>>,
    /// Whether earlier results are kept.
    pub history: bool,
    /// The results that are kept, oldest first. The latest is among them.
    pub past: Vec<Rc<PastResult>>,
    /// The stored texts of the practice and of rounds, which their parts of the program parse.
    pub unparsed: Vec<(Slot, Rc<str>)>,
    /// What follows a result, once a screen needs it and its part is linked.
    after: Option<State>,
    results: Option<Linked<Results>>,
    follow_up: Option<Linked<FollowUp>>,
    reader: Option<Linked<Reader>>,
    imports: Option<Linked<Imports>>,
    linked_rounds: Option<Linked<parts::Rounds>>,
    /// The rounds, once a screen needs them and their part is linked.
    rounds: Option<rounds::State>,
    /// The invitation in the page's address, until the part that reads it is linked.
    invitation: Option<Rc<str>>,
    /// What happened and has to wait for the reader, in order.
    unread: Vec<Message>,
    /// What the visitor said of the act under way, until the part that looks back on it is linked.
    outcome: Option<Outcome>,
    /// What the visitor should know, oldest first.
    pub notices: Vec<Notice>,
    /// The progress of deleting everything.
    pub erasing: Erasing,
    /// Whether anything is stored, also what this session does not know: records of another
    /// questionnaire or of a newer version, what was set aside, what is in the other storage.
    stored: bool,
    journal: Journal,
    marked: Vec<Marked>,
    stopwatch: Stopwatch,
    persistence: Persistence,
    /// The earlier results that were deleted last.
    forgotten: Option<Forgotten>,
}

impl Session {
    /// A session on the welcome screen with the records that were found in storage, and the repairs
    /// that storage needs. `writer` identifies this page in the records that it writes.
    pub fn open(
        instrument: Rc<Instrument>,
        choice: FormChoice,
        writer: Writer,
        loaded: Loaded,
    ) -> (Self, Vec<Effect>) {
        let persistence = Persistence::from_loaded(&loaded);
        let picked = first_offered(&instrument, choice, loaded.result.as_ref());
        let unparsed = loaded.unparsed.into_iter();
        let mut session = Self {
            moves_on: true,
            instrument,
            choice,
            screen: Screen::Welcome,
            picked,
            result: loaded.result.map(Rc::new),
            history: loaded.history_on,
            past: loaded.past.into_iter().map(Rc::new).collect(),
            unparsed: unparsed.map(|(slot, text)| (slot, text.into())).collect(),
            after: None,
            results: None,
            follow_up: None,
            reader: None,
            imports: None,
            linked_rounds: None,
            rounds: None,
            invitation: None,
            unread: Vec::new(),
            outcome: None,
            notices: Vec::new(),
            erasing: Erasing::Idle,
            stored: loaded.found,
            journal: Journal::new(writer),
            marked: Vec::new(),
            stopwatch: Stopwatch::default(),
            persistence,
            forgotten: None,
        };
        session.journal.catch_up(loaded.clock);
        session.merge_journal(loaded.head, loaded.answers, loaded.position);
        session.find_marked();
        session.report(&loaded.problems);
        let effects = if loaded.repairs.is_empty() {
            Vec::new()
        } else {
            vec![Effect::Commit(loaded.repairs)]
        };
        (session, effects)
    }

    /// What follows a result, once a screen needed it and its part was linked.
    pub fn after(&self) -> Option<&After> {
        self.after.as_ref()?.get()
    }

    /// The rounds, once a screen needed them and their part was linked.
    pub fn rounds(&self) -> Option<&Rounds> {
        self.rounds.as_ref()?.get()
    }

    fn merge_journal(
        &mut self,
        head: Option<OfAudit<Phase>>,
        answers: Vec<(ItemIndex, OfAudit<Answer>)>,
        position: Option<OfAudit<Id>>,
    ) {
        self.journal.merge(head, answers, position);
        if let Some(run) = self.journal.run() {
            self.moves_on = run.moves_on;
        }
    }

    /// Tells the visitor what was wrong with the records, and respects who owns them.
    fn report(&mut self, problems: &[Problem]) {
        for problem in problems {
            let notice = match problem {
                Problem::Unavailable(_) => {
                    self.persistence.make_unavailable();
                    Notice::MemoryOnly
                }
                Problem::Newer => {
                    self.persistence.make_read_only();
                    Notice::ReadOnly
                }
                Problem::Unreadable { .. } => Notice::Unreadable,
                Problem::OtherInstrument => Notice::OtherInstrument,
                Problem::Expired => Notice::Expired,
            };
            self.notify(notice);
        }
    }

    /// What a visitor sees first, before storage was read: the screen that is drawn at build time.
    pub fn first(instrument: Rc<Instrument>, choice: FormChoice, start: Start) -> Self {
        let (mut session, _) = Self::open(instrument, choice, Writer(0), Loaded::default());
        session.update(Event {
            at: Moment::default(),
            message: Message::Arrived(start),
        });
        session
    }

    /// The open cell of the grid.
    pub fn opened_cell(&self) -> Option<GridCell> {
        match self.screen {
            Screen::Results { opened_cell, .. } | Screen::Opened { opened_cell } => opened_cell,
            _ => None,
        }
    }

    /// The records that a part may read.
    pub fn view(&self) -> View<'_> {
        View {
            instrument: &self.instrument,
            latest: self.result.as_deref(),
            past: &self.past,
            unparsed: &self.unparsed,
        }
    }

    /// The form of the audit under way, or the one picked for the next.
    pub fn form(&self) -> FormName {
        self.journal.run().map_or(self.picked, |run| run.form)
    }

    /// The items of that form in the order of asking.
    pub fn items(&self) -> &[ItemIndex] {
        self.instrument.form(self.form()).unwrap_or_default()
    }

    /// The position in that form at which this item is asked.
    fn position_of(&self, item: ItemIndex) -> Option<usize> {
        self.items().iter().position(|other| *other == item)
    }

    /// The answers of the audit under way.
    pub fn sheet(&self) -> ResponseSheet {
        self.journal.sheet(&self.instrument, self.form())
    }

    /// The response to the item at `index` in the audit under way.
    pub fn response(&self, index: ItemIndex) -> Option<Response> {
        self.journal
            .answer(index)
            .and_then(|answer| answer.response)
    }

    /// How many items of the audit under way have a response.
    pub fn answered(&self) -> usize {
        let items = self.items().iter();
        items
            .filter(|index| self.response(**index).is_some())
            .count()
    }

    /// Whether an audit with at least one answer can be continued.
    pub fn can_continue(&self) -> bool {
        (self.journal.run().is_some() || self.headless()) && self.answered() > 0
    }

    /// Whether answers are stored, as far as that is known: before the first write it is not.
    pub fn is_kept(&self) -> bool {
        self.persistence.may_write() && !self.persistence.is_failing()
    }

    /// Whether there is anything to delete, of whatever kind or version.
    pub fn can_erase(&self) -> bool {
        self.stored || self.has_anything()
    }

    /// Whether there is anything to go on with.
    pub fn has_anything(&self) -> bool {
        self.can_continue()
            || self.result.is_some()
            || !self.past.is_empty()
            || !self.unparsed.is_empty()
    }

    /// Whether the visitor has been here before with something of their own: more than an answer about
    /// somebody else.
    pub fn is_back(&self) -> bool {
        let texts = self.unparsed.iter();
        let is_practice = |(slot, _): &(Slot, _)| matches!(slot, Slot::Practice(_));
        self.can_continue()
            || self.result.is_some()
            || !self.past.is_empty()
            || texts.clone().any(is_practice)
            || self.has_outcome()
            || self.round_under_way() == Some("collecting")
    }

    /// Whether there may be answers whose head was corrupt. A newer page's head is not corrupt.
    fn headless(&self) -> bool {
        self.journal.phase().is_none() && self.persistence.may_write()
    }

    /// Whether every item of `scale` in this form is marked "does not apply".
    pub fn scale_marked(&self, scale: ScaleIndex) -> bool {
        self.sheet().scale_not_applicable(&self.instrument, scale)
    }

    /// Whether the item at this position of the form is the first of its scale: a form may come back to a scale.
    pub fn introduces_scale(&self, position: usize) -> bool {
        let index = self.items().get(position).copied();
        let item = index.and_then(|index| self.instrument.item(index));
        item.is_some_and(|item| {
            items_of_scale(&self.instrument, self.form(), item.scale).next() == index
        })
    }

    /// The only form that is offered, if the owner chose one that the questionnaire has.
    pub fn only_form(&self) -> Option<FormName> {
        only_form(&self.instrument, self.choice)
    }

    fn is_erased(&self) -> bool {
        self.journal.phase() == Some(&Phase::Erased)
    }

    fn answer_of(&self, index: ItemIndex) -> Answer {
        self.journal.answer(index).unwrap_or_default()
    }

    fn notify(&mut self, notice: Notice) {
        if notice.is_of_another_tab() {
            self.notices.retain(|other| !other.is_of_another_tab());
        }
        if !self.notices.contains(&notice) {
            self.notices.push(notice);
        }
    }

    fn show(&mut self, screen: Screen, effects: &mut Vec<Effect>) {
        let before = std::mem::replace(&mut self.screen, screen);
        if let Screen::Results { waiting, .. } = before {
            self.result = waiting.or_else(|| self.result.take());
        }
        effects.push(Effect::FocusHeading);
    }

    /// Puts a result in place of the latest, also of one that waits to be shown.
    fn replace_result(&mut self, result: Option<Rc<Completed>>) {
        if let Screen::Results { waiting, .. } = &mut self.screen {
            *waiting = None;
        }
        self.result = result;
    }
}

/// The form that is picked before the visitor picks one: the last result's, which a new one can be
/// compared with.
fn first_offered(
    instrument: &Instrument,
    choice: FormChoice,
    last: Option<&Completed>,
) -> FormName {
    only_form(instrument, choice)
        .unwrap_or_else(|| last.map_or(FormName::Full, |last| last.sheet.form))
}

fn only_form(instrument: &Instrument, choice: FormChoice) -> Option<FormName> {
    choice
        .only()
        .filter(|form| instrument.form(*form).is_some())
}
