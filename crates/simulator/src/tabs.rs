//! A browser in memory: tabs that share one storage, run their effects on it and hear of each
//! other's writes.

use std::collections::VecDeque;
use std::rc::Rc;

use super::faulty::{Fault, FaultyStore};
use app::after::After;
use app::event::PracticeWrite;
use app::parts::{FollowUp, Imports, Parts, Reader, Results, Rounds};
use app::practice::Practice;
use app::reader;
use app::session::{Effect, ElementEvent, Event, FormChoice, Message, Moment, Session};
use measure::completed::Completed;
use measure::instrument::{Id, Instrument};
use measure::response::ResponseSheet;
use measure::time::UnixMs;
use records::slot::Slot;
use records::store::{self, Areas, Store};
use records::stored::Writer;

use super::storage::Shared;
use testing::shipped;

pub(crate) struct Tab {
    pub(crate) session: Session,
    /// Messages that are to be applied at once, and whether that is under way.
    pub(crate) queue: VecDeque<Message>,
    pub(crate) running: bool,
    /// The page that it is on, almost always alone. Widgets of one page hear of each other's writes at
    /// once, and of those of other pages together.
    pub(crate) page: usize,
    pub(crate) open: bool,
    /// Every effect so far.
    pub(crate) effects: Vec<Effect>,
}

pub struct Browser {
    pub instrument: Rc<Instrument>,
    pub choice: FormChoice,
    /// Both clocks of every tab.
    pub now: Moment,
    /// How far the clocks advance with each message, in milliseconds.
    pub pace: u32,
    pub(crate) store: FaultyStore<Shared>,
    /// The storage that the owner did not choose. No tab hears of changes in it.
    pub(crate) other: FaultyStore<Shared>,
    pub(crate) tabs: Vec<Tab>,
    /// By page: what the browser has to tell of other pages' writes.
    pub(crate) inboxes: Vec<VecDeque<Message>>,
}

/// The shipped questionnaire, parsed once.
pub(crate) fn shipped_once() -> Rc<Instrument> {
    thread_local! {
        static SHIPPED: Rc<Instrument> = Rc::new(shipped());
    }
    SHIPPED.with(Rc::clone)
}

/// Every part of the program is linked, as in a build of one piece.
pub fn linked() -> [Message; 5] {
    let mut parts = Parts::default();
    for name in [
        Results::NAME,
        FollowUp::NAME,
        Reader::NAME,
        Imports::NAME,
        Rounds::NAME,
    ] {
        parts.report(name, None);
    }
    [
        Message::LinkedResults(parts.results.linked().expect("it is linked")),
        Message::LinkedFollowUp(parts.follow_up.linked().expect("it is linked")),
        Message::LinkedReader(parts.reader.linked().expect("it is linked")),
        Message::LinkedImports(parts.imports.linked().expect("it is linked")),
        Message::LinkedRounds(parts.rounds.linked().expect("it is linked")),
    ]
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
        Self::with_fault(Fault::Never)
    }

    pub fn with_fault(fault: Fault) -> Self {
        let store = FaultyStore::new(Shared::default(), fault);
        Self {
            instrument: shipped_once(),
            choice: FormChoice::Choose,
            now: Moment {
                wall: UnixMs(1_795_251_600_000),
                tick: 1000,
            },
            pace: 1000,
            other: store.beside(Shared::default()),
            store,
            tabs: Vec::new(),
            inboxes: Vec::new(),
        }
    }

    /// The same storage behind another fault, counted anew; tabs stay open.
    pub fn set_fault(&mut self, fault: Fault) {
        self.store = FaultyStore::new(self.store.inner().clone(), fault);
        self.other = self.store.beside(self.other.inner().clone());
    }

    pub fn calls(&self) -> usize {
        self.store.calls()
    }

    /// Opens a tab, which loads what is stored.
    pub fn open(&mut self) -> usize {
        self.inboxes.push(VecDeque::new());
        self.open_on(self.inboxes.len() - 1)
    }

    /// Opens another widget on the page of `tab`, in a later task than what the page has yet to hear.
    pub fn open_beside(&mut self, tab: usize) -> usize {
        self.deliver(tab);
        self.open_on(self.tabs[tab].page)
    }

    fn open_on(&mut self, page: usize) -> usize {
        let tab = self.open_bare(page);
        for message in linked() {
            self.links(tab, message);
        }
        tab
    }

    /// The same as [`Self::open`] for a first visitor, before any part of the program has arrived.
    pub fn open_without_parts(&mut self) -> usize {
        self.inboxes.push(VecDeque::new());
        self.open_bare(self.inboxes.len() - 1)
    }

    fn open_bare(&mut self, page: usize) -> usize {
        let number = self.tabs.len();
        let now = self.now.wall;
        let mut parts = Parts::default();
        parts.report(Reader::NAME, None);
        let reader = parts.reader.linked().expect("it is linked");
        let loaded = reader::load(reader, self.areas(), true, &audit(), &self.instrument, now);
        let writer = Writer(u32::try_from(number).expect("few tabs") + 1);
        let instrument = Rc::clone(&self.instrument);
        let (session, effects) = Session::open(instrument, self.choice, writer, loaded);
        self.tabs.push(Tab {
            session,
            queue: VecDeque::new(),
            running: false,
            page,
            open: true,
            effects: Vec::new(),
        });
        for effect in effects {
            self.run(number, effect);
        }
        self.drain(number);
        number
    }

    /// A part of the program arrives in a tab: what waited for it happens now.
    pub fn links(&mut self, tab: usize, message: Message) {
        let at = self.now;
        for effect in self.tabs[tab].session.update(Event { at, message }) {
            self.run(tab, effect);
        }
        self.drain(tab);
        for message in self.tabs[tab].session.take_unread() {
            self.takes(tab, message);
        }
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

    /// The page of a tab is left. Where it has other widgets, only this one is removed from it.
    pub fn close(&mut self, tab: usize) {
        self.deliver(tab);
        if self.widgets_of(self.tabs[tab].page) == [tab] {
            self.takes(tab, Message::PageLeft);
        }
        self.kill(tab);
    }

    /// The tab is gone without a word.
    pub fn kill(&mut self, tab: usize) {
        self.tabs[tab].open = false;
    }

    pub fn open_tabs(&self) -> Vec<usize> {
        (0..self.tabs.len())
            .filter(|tab| self.tabs[*tab].open)
            .collect()
    }

    /// What is stored, as a page reads it that opens now.
    pub fn loaded(&self) -> store::Loaded {
        let store = self.store.inner();
        store::load(store, &audit(), &self.instrument, self.now.wall)
    }

    /// Both storages.
    pub fn areas(&self) -> Areas<'_> {
        Areas {
            own: Some(&self.store),
            other: Some(&self.other),
        }
    }

    /// The owner changes how long records are kept: the storages change places for whatever opens from
    /// now on.
    pub fn changes_retain(&mut self) {
        std::mem::swap(&mut self.store, &mut self.other);
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

    /// Another program removes everything.
    pub fn clear(&self) {
        for slot in self.slots() {
            self.take_away(&Slot::from_suffix(&slot));
        }
    }

    /// Every key and text.
    pub fn everything(&self) -> Vec<(String, String)> {
        Self::all_of(self.store.inner())
    }

    /// Every key and text of the other storage.
    pub fn elsewhere(&self) -> Vec<(String, String)> {
        Self::all_of(self.other.inner())
    }

    fn all_of(store: &Shared) -> Vec<(String, String)> {
        let keys = store.keys().expect("memory").into_iter();
        keys.map(|key| (store.get(&key).expect("memory").expect("listed"), key))
            .map(|(text, key)| (key, text))
            .collect()
    }
}

/// The practice stored this text under this name.
pub fn practised(name: &str, text: &str) -> Message {
    let write = PracticeWrite::Put(name.to_owned(), text.into());
    Message::StoredPractice(vec![write])
}

/// The visitor imported this result.
pub fn imported(result: Completed) -> Message {
    Message::ImportedResult(Rc::new(result))
}

/// The visitor added this result to the earlier ones.
pub fn added(result: Completed) -> Message {
    Message::AddedToPast(Rc::new(result))
}
