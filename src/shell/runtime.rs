//! Holds the session, feeds it events and runs its effects, all inside the visitor's own event:
//! an answer is stored before the next screen shows.

use std::cell::{Cell, RefCell};
use std::collections::VecDeque;
use std::rc::Rc;

use gloo_events::EventListener;
use wasm_bindgen::JsValue;
use web_sys::{HtmlElement, StorageEvent};
use yew::Callback;

use super::browser_store::BrowserStore;
use super::page::{self, PageEvent};
use super::{download, element_event};
use crate::attributes::Attributes;
use crate::instrument::{Id, Instrument};
use crate::record::slot::Slot;
use crate::record::stored::Writer;
use crate::session::{Effect, Event, Message, Moment, Session, update};
use crate::store::{self, Loaded, Problem, Store, StoreError};
use crate::time::UnixMs;

/// What the screens are drawn from.
#[derive(Debug, Clone)]
pub struct View {
    /// The state.
    pub session: Rc<Session>,
    /// Counts the changes of screen.
    pub focus: u32,
}

/// One running widget.
pub struct Runtime {
    host: HtmlElement,
    audit: Id,
    store: Option<BrowserStore>,
    session: RefCell<Rc<Session>>,
    focus: Cell<u32>,
    queue: RefCell<VecDeque<Message>>,
    running: Cell<bool>,
    watcher: RefCell<Option<Callback<View>>>,
    listeners: RefCell<Vec<EventListener>>,
}

impl Runtime {
    /// Loads what is stored and begins to listen to the page.
    #[must_use]
    pub fn start(
        host: HtmlElement,
        instrument: Rc<Instrument>,
        attributes: &Attributes,
    ) -> Rc<Self> {
        let store = BrowserStore::open(attributes.retain);
        let loaded = match &store {
            Some(store) => store::load(store, &attributes.audit, &instrument),
            None => Loaded {
                problems: vec![Problem::Unavailable(StoreError::Unavailable)],
                ..Loaded::default()
            },
        };
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "0 to 2^32"
        )]
        let writer = Writer((js_sys::Math::random() * f64::from(u32::MAX)) as u32);
        let (session, effects) = Session::open(instrument, attributes.form, writer, loaded);
        let runtime = Rc::new(Self {
            host,
            audit: attributes.audit.clone(),
            store,
            session: RefCell::new(Rc::new(session)),
            focus: Cell::new(0),
            queue: RefCell::default(),
            running: Cell::new(false),
            watcher: RefCell::default(),
            listeners: RefCell::default(),
        });
        for effect in effects {
            runtime.run(effect);
        }
        // Held weakly: a widget that is gone listens no more.
        let listening = Rc::downgrade(&runtime);
        runtime.listeners.replace(page::listen(move |event| {
            if let Some(runtime) = listening.upgrade() {
                runtime.page_changed(event);
            }
        }));
        runtime
    }

    /// What to draw now.
    #[must_use]
    pub fn view(&self) -> View {
        View {
            session: self.session.borrow().clone(),
            focus: self.focus.get(),
        }
    }

    /// Tells `watcher` about every change from now on.
    pub fn watch(&self, watcher: Callback<View>) {
        self.watcher.replace(Some(watcher));
    }

    /// Stops listening; the widget is gone.
    pub fn stop(&self) {
        self.listeners.take();
        self.watcher.take();
    }

    /// Takes in a message and runs everything that follows from it before it returns.
    pub fn dispatch(&self, message: Message) {
        self.queue.borrow_mut().push_back(message);
        if self.running.replace(true) {
            return;
        }
        loop {
            let next = self.queue.borrow_mut().pop_front();
            let Some(message) = next else { break };
            let session = Session::clone(&self.session.borrow());
            let at = now();
            let (session, effects) = update(session, Event { at, message });
            self.session.replace(Rc::new(session));
            for effect in effects {
                self.run(effect);
            }
        }
        self.running.set(false);
        if let Some(watcher) = &*self.watcher.borrow() {
            watcher.emit(self.view());
        }
    }

    fn run(&self, effect: Effect) {
        match effect {
            Effect::Commit(ops) => self.store(|store| store::commit(store, &self.audit, &ops)),
            Effect::Erase { marker } => {
                self.store(|store| store::erase(store, &self.audit, &marker));
            }
            Effect::Download { name, mime, text } => {
                report(download::offer(&self.host, &name, mime, &text));
            }
            Effect::FocusHeading => self.focus.set(self.focus.get().wrapping_add(1)),
            Effect::Emit(event) => report(element_event::dispatch(&self.host, &event)),
        }
    }

    fn store(&self, apply: impl FnOnce(&dyn Store) -> Result<(), StoreError>) {
        if let Some(store) = &self.store {
            let outcome = apply(store);
            self.queue.borrow_mut().push_front(Message::Stored(outcome));
        }
    }

    fn page_changed(&self, event: PageEvent) {
        match event {
            PageEvent::Hidden => self.dispatch(Message::PageHidden),
            PageEvent::Shown => self.dispatch(Message::PageShown),
            PageEvent::Left => self.dispatch(Message::PageLeft),
            PageEvent::Stored(event) => self.stored_elsewhere(&event),
        }
    }

    /// Passes on what another document did to this audit's records.
    fn stored_elsewhere(&self, event: &StorageEvent) {
        if !self
            .store
            .as_ref()
            .is_some_and(|store| store.is_area_of(event))
        {
            return;
        }
        let Some(key) = event.key() else {
            self.dispatch(Message::ClearedElsewhere);
            return;
        };
        let slot = key
            .strip_prefix(&Slot::prefix(&self.audit))
            .and_then(Slot::from_suffix);
        if let Some(slot) = slot {
            self.dispatch(Message::ChangedElsewhere(slot, event.new_value()));
        }
    }
}

/// A browser that refuses to do this leaves a line for developers; the visitor loses nothing.
fn report(outcome: Result<(), JsValue>) {
    if let Err(thrown) = outcome {
        web_sys::console::warn_2(&"leadership-audit:".into(), &thrown);
    }
}

/// Both clocks.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "milliseconds, far below 2^53"
)]
fn now() -> Moment {
    let performance = web_sys::window().and_then(|window| window.performance());
    Moment {
        wall: UnixMs(js_sys::Date::now() as i64),
        tick: performance.map_or(0.0, |performance| performance.now()) as u64,
    }
}
