//! A browser in memory: tabs that share one storage, run their effects on it and hear of each
//! other's writes.

use std::cell::RefCell;
use std::collections::VecDeque;
use std::rc::Rc;

use super::faulty::{Fault, FaultyStore};
use app::after::After;
use app::event::PracticeWrite;
use app::parts::{FollowUp, Parts};
use app::practice::calendar::Zone;
use app::practice::{self, Practice};
use app::session::{
    Effect, ElementEvent, Event, FormChoice, Message, Moment, Notice, Screen, Session,
};
use measure::completed::Completed;
use measure::instrument::{Id, Instrument};
use measure::response::{Response, ResponseSheet};
use measure::time::UnixMs;
use records::slot::Slot;
use records::store::{self, Store, StoreError};
use records::stored::Writer;

use super::storage::{Shared, Watched};
use testing::{option, shipped};

struct Tab {
    session: Session,
    inbox: VecDeque<Message>,
    open: bool,
    /// Every effect so far.
    effects: Vec<Effect>,
}

pub struct Browser {
    pub instrument: Rc<Instrument>,
    pub choice: FormChoice,
    /// Both clocks of every tab.
    pub now: Moment,
    /// How far the clocks advance with each message, in milliseconds.
    pub pace: u32,
    store: FaultyStore<Shared>,
    tabs: Vec<Tab>,
}

/// The shipped questionnaire, parsed once.
pub(crate) fn shipped_once() -> Rc<Instrument> {
    thread_local! {
        static SHIPPED: Rc<Instrument> = Rc::new(shipped());
    }
    SHIPPED.with(Rc::clone)
}

/// Every part of the program is linked, as in a build of one piece.
pub fn linked() -> Message {
    let mut parts = Parts::default();
    parts.report(FollowUp::NAME, None);
    Message::LinkedFollowUp(parts.follow_up.linked().expect("it is linked"))
}

pub fn audit() -> Id {
    Id::new("default").expect("an id")
}

impl Default for Browser {
    fn default() -> Self {
        Self::new()
    }
}

impl Browser {
    pub fn new() -> Self {
        // Call number usize::MAX never comes.
        Self::with_fault(Fault::Once {
            call: usize::MAX,
            error: StoreError::Full,
        })
    }

    pub fn with_fault(fault: Fault) -> Self {
        Self {
            instrument: shipped_once(),
            choice: FormChoice::Choose,
            now: Moment {
                wall: UnixMs(1_795_251_600_000),
                tick: 1000,
            },
            pace: 1000,
            store: FaultyStore::new(Shared::default(), fault),
            tabs: Vec::new(),
        }
    }

    /// The same storage behind another fault, counted anew; tabs stay open.
    pub fn set_fault(&mut self, fault: Fault) {
        self.store = FaultyStore::new(self.store.inner().clone(), fault);
    }

    pub fn calls(&self) -> usize {
        self.store.calls()
    }

    /// Opens a tab, which loads what is stored.
    pub fn open(&mut self) -> usize {
        let number = self.tabs.len();
        let loaded = store::load(&self.store, &audit(), &self.instrument);
        let writer = Writer(u32::try_from(number).expect("few tabs") + 1);
        let instrument = Rc::clone(&self.instrument);
        let (mut session, effects) = Session::open(instrument, self.choice, writer, loaded);
        session.update(Event {
            at: self.now,
            message: linked(),
        });
        self.tabs.push(Tab {
            session,
            inbox: VecDeque::new(),
            open: true,
            effects: Vec::new(),
        });
        self.run(number, effects);
        number
    }

    pub fn session(&self, tab: usize) -> &Session {
        &self.tabs[tab].session
    }

    /// What follows a result in a tab that has opened a screen of it.
    pub fn after(&self, tab: usize) -> &After {
        self.session(tab).after().expect("it was opened")
    }

    pub fn practice(&self, tab: usize) -> &Practice {
        &self.after(tab).practice
    }

    /// Everything that a tab asked of the world so far.
    pub fn effects(&self, tab: usize) -> &[Effect] {
        &self.tabs[tab].effects
    }

    /// What the host page heard.
    pub fn emitted(&self, tab: usize) -> Vec<&ElementEvent> {
        let effects = self.effects(tab).iter();
        effects
            .filter_map(|effect| match effect {
                Effect::Emit(event) => Some(event),
                _ => None,
            })
            .collect()
    }

    /// The visitor does something in a tab. What was sent to the tab before reaches it first.
    pub fn does(&mut self, tab: usize, message: Message) {
        self.deliver(tab);
        self.takes(tab, message);
    }

    /// The same before the tab has heard of the others.
    pub fn takes(&mut self, tab: usize, message: Message) {
        assert!(self.tabs[tab].open, "tab {tab} is closed");
        if !matches!(message, Message::Stored(_) | Message::Removed(_)) {
            self.now.wall.0 += i64::from(self.pace);
            self.now.tick += u64::from(self.pace);
        }
        let event = Event {
            at: self.now,
            message,
        };
        let effects = self.tabs[tab].session.update(event);
        self.run(tab, effects);
    }

    fn run(&mut self, tab: usize, effects: Vec<Effect>) {
        for effect in effects {
            let watched = Watched {
                store: &self.store,
                changes: RefCell::default(),
            };
            let (removed, outcome) = match &effect {
                Effect::Commit(ops) => (None, Some(store::commit(&watched, &audit(), ops))),
                Effect::Erase { marker } => {
                    let (removed, outcome) = store::erase(&watched, &audit(), marker);
                    (Some(removed), Some(outcome))
                }
                _ => (None, None),
            };
            let changes = watched.changes.into_inner();
            self.tabs[tab].effects.push(effect.clone());
            for (key, text) in changes {
                self.tell_others(tab, &key, text.as_deref());
            }
            if let Some(removed) = removed {
                self.takes(tab, Message::Removed(removed));
            }
            if let Some(outcome) = outcome {
                self.takes(tab, Message::Stored(outcome));
            }
            if let Effect::ProbeZone(appointment) = effect {
                let zone = Zone::probe(None, self.now.wall, &|_| 0);
                let probed = practice::Message::ProbedZone(appointment, zone, 7);
                self.takes(tab, probed.into());
            }
        }
    }

    fn tell_others(&mut self, writer: usize, key: &str, text: Option<&str>) {
        let suffix = key.strip_prefix(&Slot::prefix(&audit()));
        let Some(slot) = suffix.map(Slot::from_suffix) else {
            return;
        };
        for (number, tab) in self.tabs.iter_mut().enumerate() {
            if number != writer && tab.open {
                let text = text.map(str::to_owned);
                tab.inbox
                    .push_back(Message::ChangedElsewhere(slot.clone(), text));
            }
        }
    }

    /// The tab hears of everything that others did so far.
    pub fn deliver(&mut self, tab: usize) {
        while self.deliver_one(tab) {}
    }

    /// The tab hears of the first thing that others did, if there is anything.
    pub fn deliver_one(&mut self, tab: usize) -> bool {
        let message = self.tabs[tab].inbox.pop_front();
        let any = message.is_some();
        if let Some(message) = message {
            self.takes(tab, message);
        }
        any
    }

    /// Every tab hears of everything, until there is nothing more to hear.
    pub fn settle(&mut self) {
        while self.tabs.iter().any(|tab| !tab.inbox.is_empty()) {
            (0..self.tabs.len()).for_each(|tab| self.deliver(tab));
        }
    }

    pub fn close(&mut self, tab: usize) {
        self.does(tab, Message::PageLeft);
        self.tabs[tab].open = false;
        self.tabs[tab].inbox.clear();
    }

    /// The tab is gone without a word.
    pub fn kill(&mut self, tab: usize) {
        self.tabs[tab].open = false;
        self.tabs[tab].inbox.clear();
    }

    pub fn open_tabs(&self) -> Vec<usize> {
        (0..self.tabs.len())
            .filter(|tab| self.tabs[*tab].open)
            .collect()
    }

    /// What is stored, as a page reads it that opens now.
    pub fn loaded(&self) -> store::Loaded {
        store::load(self.store.inner(), &audit(), &self.instrument)
    }

    /// What a page that opened now would find.
    pub fn stored(&self) -> Session {
        let instrument = Rc::clone(&self.instrument);
        Session::open(instrument, self.choice, Writer(u32::MAX), self.loaded()).0
    }

    pub fn stored_sheet(&self) -> ResponseSheet {
        self.stored().sheet()
    }

    /// The text under a slot's key.
    pub fn text(&self, slot: &Slot) -> Option<String> {
        self.store.inner().get(&slot.key(&audit())).expect("memory")
    }

    pub fn put(&self, slot: &Slot, text: &str) {
        self.store
            .inner()
            .set(&slot.key(&audit()), text)
            .expect("memory");
    }

    pub fn take_away(&self, slot: &Slot) {
        self.store
            .inner()
            .remove(&slot.key(&audit()))
            .expect("memory");
    }

    /// Every key and text.
    pub fn everything(&self) -> Vec<(String, String)> {
        let store = self.store.inner();
        let keys = store.keys().expect("memory").into_iter();
        keys.map(|key| (store.get(&key).expect("memory").expect("listed"), key))
            .map(|(text, key)| (key, text))
            .collect()
    }

    // What visitors do often.

    /// Begins an audit of the picked form and answers its first items so.
    pub fn begins(&mut self, tab: usize, options: &[u64]) {
        self.does(tab, Message::Started);
        self.presses(tab, options);
    }

    pub fn presses(&mut self, tab: usize, options: &[u64]) {
        for number in options {
            self.does(tab, Message::PressedOption(option(*number)));
        }
    }

    /// Jumps to an item and chooses an option, without moving on.
    pub fn answers(&mut self, tab: usize, item: usize, number: u64) {
        self.does(tab, Message::RevisitedItem(item));
        self.does(tab, Message::ChoseOption(option(number)));
    }

    /// The responses in a tab, in short, as far as the last that is there.
    pub fn responses(&self, tab: usize) -> String {
        brief(&self.session(tab).sheet(), self.session(tab).items())
    }

    /// The responses in storage, in short.
    pub fn stored_responses(&self) -> String {
        brief(&self.stored_sheet(), self.stored().items())
    }

    /// The position of the item on screen, from 0.
    pub fn place(&self, tab: usize) -> Option<usize> {
        match self.session(tab).screen {
            Screen::Item { position, .. } => Some(position),
            _ => None,
        }
    }

    pub fn notices(&self, tab: usize) -> &[Notice] {
        &self.session(tab).notices
    }
}

/// The practice stored this text under this name.
pub fn practised(name: &str, text: &str) -> Message {
    let write = PracticeWrite::Put(name.to_owned(), text.into());
    Message::StoredPractice(vec![write])
}

/// The visitor imported this result.
pub fn imported(result: Completed) -> Message {
    Message::ImportedResult(Box::new(result))
}

/// The visitor added this result to the earlier ones.
pub fn added(result: Completed) -> Message {
    Message::AddedToPast(Box::new(result))
}

fn brief(sheet: &ResponseSheet, items: &[usize]) -> String {
    let marks = items.iter().map(|index| match sheet.get(*index) {
        None => "-".to_owned(),
        Some(Response::NotApplicable) => "x".to_owned(),
        Some(Response::Chosen(option)) => option.get().to_string(),
    });
    marks.collect::<String>().trim_end_matches('-').to_owned()
}
