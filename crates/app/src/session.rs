//! The audit as a state machine: one pure [`update`] from a session and an event to the next
//! session and its effects. State changes nowhere else.

mod answering;
mod correcting;
mod erasing;
mod event;
mod handover;
mod history;
mod keeping;
mod stopwatch;
mod taking;
mod update;

use std::rc::Rc;

pub use erasing::{Erasing, Undo};
pub use event::{Effect, ElementEvent, Event, Message, Moment, RECORD_SEPARATOR};
pub use update::update;

use history::Forgotten;
use keeping::{Access, Commit, Keeping};
use measure::completed::Completed;
use measure::instrument::{FormName, Instrument};
use measure::response::{Response, ResponseSheet};
use records::journal::Journal;
use records::past::PastResult;
use records::store::{Loaded, Problem, StoreError};
use records::stored::{Answer, Writer};
use records::texts::Texts;
use stopwatch::Stopwatch;

/// Which forms the owner offers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum FormChoice {
    /// The visitor picks.
    #[default]
    Choose,
    /// Only this one.
    Only(FormName),
}

/// Where a visitor begins; with the first item only one without stored answers or a result.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Start {
    /// On the welcome screen.
    #[default]
    Welcome,
    /// On the first item.
    Audit,
    /// With a part that the workbook draws.
    Part(Part),
}

/// What is on screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Screen {
    /// What this is, and where to begin or go on.
    Welcome,
    /// One item.
    Item {
        /// Place in the form, from 0.
        place: usize,
        /// Whether the review sent the visitor here.
        from_review: bool,
    },
    /// What was left out.
    Review,
    /// The finding, the scores and the map.
    Results,
    /// Save, delete.
    Keep,
    /// A part that the workbook draws.
    Part(Part),
}

/// What comes after a result, each part by itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// The relationship map.
    Map,
    /// The support circle.
    Circle,
    /// One act this week, and what came of it.
    Practice,
}

impl Part {
    /// All parts, in the order in which they are offered.
    pub const ALL: [Self; 3] = [Self::Map, Self::Practice, Self::Circle];

    /// As written in attributes.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Map => "map",
            Self::Circle => "circle",
            Self::Practice => "practice",
        }
    }

    /// Reads what [`Part::as_str`] writes.
    #[must_use]
    pub fn from_text(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|part| part.as_str() == text)
    }
}

/// Something that the visitor should know.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Notice {
    /// Nothing can be stored; answers last as long as the page.
    MemoryOnly,
    /// The last write failed; it is tried again with the next answer.
    NotSaved,
    /// The last write failed because storage is full.
    StorageFull,
    /// Some stored text could not be read and was set aside.
    Unreadable,
    /// Stored answers are newer than this page; nothing is written.
    ReadOnly,
    /// Stored answers belong to another questionnaire.
    OtherInstrument,
    /// Another tab began another questionnaire in the same place.
    DisplacedElsewhere,
    /// The audit was finished in another tab.
    FinishedElsewhere,
    /// The audit was started again in another tab.
    RestartedElsewhere,
    /// Everything was deleted in another tab.
    ErasedElsewhere,
    /// Storage was cleared from outside; the answers were written again.
    ClearedElsewhere,
    /// Something could not be deleted.
    NotErased,
}

impl Notice {
    /// Of these the last is true, and no other.
    fn is_of_another_tab(self) -> bool {
        matches!(
            self,
            Notice::FinishedElsewhere | Notice::RestartedElsewhere | Notice::ErasedElsewhere
        )
    }
}

/// A direction that the visitor marked as having no one in it, and its answers before.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Marked {
    scale: usize,
    before: Vec<(usize, Option<Response>)>,
}

/// Everything about one widget that can change.
#[derive(Debug, Clone, PartialEq)]
pub struct Session {
    /// The questionnaire.
    pub instrument: Rc<Instrument>,
    /// The paragraphs for each band, once they have arrived; perhaps another instrument's.
    pub texts: Option<Rc<Texts>>,
    /// The field of the map that shows its items: facet and scale.
    pub opened_cell: Option<(usize, usize)>,
    /// Which forms the owner offers.
    pub choice: FormChoice,
    /// What is on screen.
    pub screen: Screen,
    /// The form picked on the welcome screen.
    pub picked: FormName,
    /// Whether a tap on an option moves on.
    pub moves_on: bool,
    /// The latest finished result.
    pub result: Option<Rc<Completed>>,
    /// Whether earlier results are kept.
    pub history: bool,
    /// The kept results, the one that ended first first. The latest is among them.
    pub past: Vec<Rc<PastResult>>,
    /// The stored texts of the practice by name, untouched.
    pub practice: Vec<(String, Rc<str>)>,
    /// What the visitor should know, oldest first.
    pub notices: Vec<Notice>,
    /// How far deleting everything has got.
    pub erasing: Erasing,
    /// The direction marked just now as having no one in it, while undoing is offered.
    pub just_marked: Option<usize>,
    journal: Journal,
    marked: Vec<Marked>,
    stopwatch: Stopwatch,
    keeping: Keeping,
    /// A later result from another tab, while an earlier one is being looked at.
    waiting_result: Option<Rc<Completed>>,
    /// The results that were deleted last.
    forgotten: Option<Forgotten>,
    /// The undo of an earlier deletion, while another is being asked about.
    undo_before: Option<Box<Undo>>,
}

impl Session {
    /// A session on the welcome screen, with what was found in storage, and what to do about that.
    #[must_use]
    pub fn open(
        instrument: Rc<Instrument>,
        choice: FormChoice,
        writer: Writer,
        loaded: Loaded,
    ) -> (Self, Vec<Effect>) {
        let mut journal = Journal::new(writer, instrument.items.len());
        if let Some(head) = loaded.head {
            journal.merge_head(head);
        }
        for (index, answer) in loaded.answers {
            journal.merge_answer(index, answer);
        }
        if let Some(position) = loaded.position {
            journal.merge_position(position);
        }
        let run = journal.run();
        let picked = first_offered(&instrument, choice, loaded.result.as_ref());
        let mut session = Self {
            moves_on: run.is_none_or(|run| run.moves_on),
            instrument,
            texts: None,
            opened_cell: None,
            choice,
            screen: Screen::Welcome,
            picked,
            result: loaded.result.map(Rc::new),
            history: loaded.history_on,
            past: loaded.past.into_iter().map(Rc::new).collect(),
            practice: loaded
                .practice
                .into_iter()
                .map(|(name, text)| (name, text.into()))
                .collect(),
            forgotten: None,
            notices: Vec::new(),
            erasing: Erasing::Idle,
            just_marked: None,
            keeping: Keeping {
                access: Access::Open,
                journal_behind: false,
                result_behind: false,
                pending: Vec::new(),
                under_way: Commit::Repairs(loaded.repairs.len()),
                before_writing: [loaded.repairs.clone(), loaded.before_writing].concat(),
            },
            journal,
            marked: Vec::new(),
            stopwatch: Stopwatch::default(),
            waiting_result: None,
            undo_before: None,
        };
        for problem in &loaded.problems {
            let notice = match problem {
                Problem::Unavailable(StoreError::Full | StoreError::Unavailable) => {
                    session.keeping.access = Access::Nowhere;
                    Notice::MemoryOnly
                }
                Problem::Newer => {
                    session.keeping.access = Access::ReadOnly;
                    Notice::ReadOnly
                }
                Problem::Unreadable { .. } => Notice::Unreadable,
                Problem::OtherInstrument => Notice::OtherInstrument,
            };
            session.tell(notice);
        }
        let effects = if loaded.repairs.is_empty() {
            Vec::new()
        } else {
            vec![Effect::Commit(loaded.repairs)]
        };
        (session, effects)
    }

    /// What a visitor sees first, before anything is known of what is stored: the screen that is
    /// drawn at build time and hydrated.
    #[must_use]
    pub fn first(instrument: Rc<Instrument>, choice: FormChoice, start: Start) -> Self {
        let (session, _) = Self::open(instrument, choice, Writer(0), Loaded::default());
        let event = Event {
            at: Moment::default(),
            message: Message::Arrived(start),
        };
        update(session, event).0
    }

    /// The form of the audit under way, or the one picked for the next.
    #[must_use]
    pub fn form(&self) -> FormName {
        self.journal.run().map_or(self.picked, |run| run.form)
    }

    /// The items of that form, in the order in which it asks them.
    #[must_use]
    pub fn items(&self) -> &[usize] {
        self.instrument.form(self.form()).unwrap_or_default()
    }

    /// The answers of the audit under way.
    #[must_use]
    pub fn sheet(&self) -> ResponseSheet {
        self.journal.sheet(&self.instrument, self.form())
    }

    /// The response to the item at `index` in the audit under way.
    #[must_use]
    pub fn response(&self, index: usize) -> Option<Response> {
        self.journal
            .answer(index)
            .and_then(|answer| answer.response)
    }

    /// How many items of the audit under way have a response.
    #[must_use]
    pub fn answered(&self) -> usize {
        let items = self.items().iter();
        items
            .filter(|index| self.response(**index).is_some())
            .count()
    }

    /// Whether an audit with at least one answer can be gone on with.
    #[must_use]
    pub fn can_continue(&self) -> bool {
        (self.journal.run().is_some() || self.headless()) && self.answered() > 0
    }

    /// Whether what is answered here is stored.
    #[must_use]
    pub fn is_kept(&self) -> bool {
        self.keeping.may_write()
    }

    /// Whether there is anything to delete.
    #[must_use]
    pub fn has_anything(&self) -> bool {
        self.can_continue()
            || self.result.is_some()
            || !self.past.is_empty()
            || !self.practice.is_empty()
    }

    /// Whether answers may stand there whose head was damaged. A newer page's head is not damaged.
    fn headless(&self) -> bool {
        self.journal.phase().is_none() && self.keeping.may_write()
    }

    /// Whether every item of `scale` in this form is marked "does not apply".
    #[must_use]
    pub fn scale_marked(&self, scale: usize) -> bool {
        self.sheet().scale_not_applicable(&self.instrument, scale)
    }

    /// Whether the item at this place of the form is the first of its scale.
    #[must_use]
    pub fn opens_scale(&self, place: usize) -> bool {
        let scale_at = |place: usize| {
            let index = self.items().get(place)?;
            self.instrument.item(*index).map(|item| item.scale)
        };
        let before = place.checked_sub(1).and_then(scale_at);
        scale_at(place) != before
    }

    fn answer_of(&self, index: usize) -> Answer {
        self.journal.answer(index).unwrap_or_default()
    }

    fn tell(&mut self, notice: Notice) {
        if notice.is_of_another_tab() {
            self.notices.retain(|other| !other.is_of_another_tab());
        }
        if !self.notices.contains(&notice) {
            self.notices.push(notice);
        }
    }

    fn show(&mut self, screen: Screen, effects: &mut Vec<Effect>) {
        if screen != Screen::Results && self.waiting_result.is_some() {
            self.result = self.waiting_result.take();
        }
        self.screen = screen;
        self.opened_cell = None;
        effects.push(Effect::FocusHeading);
    }
}

/// The form that is picked before the visitor picks one: the last result's, which a new one can be
/// compared with.
fn first_offered(
    instrument: &Instrument,
    choice: FormChoice,
    last: Option<&Completed>,
) -> FormName {
    match choice {
        FormChoice::Only(form) if instrument.form(form).is_some() => form,
        _ => last.map_or(FormName::Full, |last| last.sheet.form),
    }
}
