//! Holds the session, feeds it events and runs its effects, all within the visitor's own event: an
//! answer is stored before the next screen shows.

mod effects;
mod language;
mod parts;
mod rounding;

use std::cell::{Cell, RefCell};
use std::collections::VecDeque;
use std::rc::{Rc, Weak};

use gloo_events::EventListener;
use wasm_bindgen::JsValue;
use web_sys::{Element, File, HtmlElement, StorageEvent};
use yew::Callback;

use super::browser_store::{BrowserStore, other};
use super::clock::now;
use super::loader::{self, Loader};
use super::page::{self, PageEvent};
use super::siblings::{self, Membership};
use super::view::View;
use crate::ui::Focus;
use app::attributes::{Attributes, Retain};
use app::parts::Parts;
use app::reader;
use app::session::{Effect, Erasing, Event, Message, Session};
use app::storing;
use measure::instrument::{Id, Instrument};
use records::slot::Slot;
use records::store::{Areas, Loaded, Problem, Store};
use records::stored::Writer;
use words::Language;

/// One running widget.
pub struct Runtime {
    host: HtmlElement,
    loader: Loader,
    /// Whether what the results need was asked for while the audit was under way.
    asked: Cell<bool>,
    words: Cell<&'static Language>,
    parts: RefCell<Rc<Parts>>,
    /// The files that the visitor chose, until the part that reads them is linked.
    chosen: RefCell<Vec<File>>,
    attributes: RefCell<Rc<Attributes>>,
    /// Where records are kept, and the other storage.
    stores: [Option<BrowserStore>; 2],
    session: Rc<RefCell<Session>>,
    focus: Cell<Focus>,
    queue: RefCell<VecDeque<Message>>,
    running: Cell<bool>,
    watcher: RefCell<Option<Callback<View>>>,
    listeners: RefCell<Vec<EventListener>>,
    membership: RefCell<Option<Membership>>,
    /// Asks before the page is left, while something is in memory alone.
    guard: RefCell<Option<EventListener>>,
    /// Itself, for what goes on after an effect.
    this: Weak<Self>,
}

impl Runtime {
    /// Loads the stored records, and those that an instance before this one left in `early.held`, and
    /// begins to listen to the page. `None` if there are records and the part that reads them is not
    /// linked: without it they would be written over.
    pub fn start(
        host: HtmlElement,
        loader: Loader,
        instrument: Rc<Instrument>,
        words: &'static Language,
        attributes: Attributes,
        early: &JsValue,
    ) -> Option<Rc<Self>> {
        let stores = BrowserStore::open_both(attributes.retain);
        let parts = loader::linked(early);
        let (reader, audit) = (parts.reader.linked(), &attributes.audit_id);
        let areas = areas(&stores);
        let loaded = match areas.has_records(audit) {
            Ok(true) => {
                let moves = !siblings::has(&family(other(attributes.retain), audit));
                reader::load(reader?, areas, moves, audit, &instrument, now().wall)
            }
            Ok(false) => Loaded::default(),
            Err(error) => Loaded {
                problems: vec![Problem::Unavailable(error)],
                ..Loaded::default()
            },
        };
        let (mut session, effects) = Session::open(instrument, attributes.form, writer(), loaded);
        if loader::has_held(early) {
            loader::take_over(reader?, &mut session, early, audit);
        }
        let start = attributes.start;
        let runtime = Rc::new_cyclic(|this| Self {
            host,
            loader,
            asked: Cell::new(false),
            words: Cell::new(words),
            parts: RefCell::new(Rc::new(parts)),
            chosen: RefCell::default(),
            attributes: RefCell::new(Rc::new(attributes)),
            stores,
            session: Rc::new(RefCell::new(session)),
            focus: Cell::default(),
            queue: RefCell::default(),
            running: Cell::new(false),
            watcher: RefCell::default(),
            listeners: RefCell::default(),
            membership: RefCell::default(),
            guard: RefCell::default(),
            this: this.clone(),
        });
        runtime.listen();
        for effect in effects {
            runtime.run(effect);
        }
        runtime.tell_parts();
        runtime.dispatch(Message::Arrived(start));
        Some(runtime)
    }

    /// Listens to the page and to siblings. The listeners hold the runtime weakly.
    fn listen(self: &Rc<Self>) {
        let runtime = Rc::downgrade(self);
        let listeners = page::listen(move |event| {
            if let Some(runtime) = runtime.upgrade() {
                runtime.page_changed(event);
            }
        });
        self.listeners.replace(listeners);

        let attributes = self.attributes.borrow();
        let family = family(attributes.retain, &attributes.audit_id);
        let runtime = Rc::downgrade(self);
        let membership = Membership::join(family, move |slot, text| {
            if let Some(runtime) = runtime.upgrade() {
                let text = text.map(str::to_owned);
                runtime.dispatch(Message::ChangedElsewhere(slot.clone(), text));
            }
        });
        self.membership.replace(Some(membership));
    }

    /// Puts the root of the widget on the page.
    pub fn show(&self, root: &Element) {
        self.loader.show(root);
    }

    /// Leaves focus where it is, although the screen has changed.
    pub fn leave_focus(&self) {
        self.focus.take();
    }

    /// What to draw now.
    pub fn view(&self) -> View {
        View {
            session: self.session.clone(),
            attributes: self.attributes.borrow().clone(),
            focus: self.focus.get(),
            parts: self.parts.borrow().clone(),
            words: self.words.get(),
        }
    }

    /// Applies changed attributes. Returns `false` if they name another storage or audit id, which are
    /// fixed at the start. There, answers to the same audit are moved to the other storage.
    pub fn configure(&self, attributes: Attributes) -> bool {
        let before = self.attributes.replace(Rc::new(attributes));
        let now = self.attributes.borrow().clone();
        if (before.retain, &before.audit_id) != (now.retain, &now.audit_id) {
            self.attributes.replace(before);
            return false;
        }
        if before.form == now.form {
            self.redraw();
        } else {
            self.dispatch(Message::Configured(now.form));
        }
        true
    }

    /// How many other audits of the website have stored something, while the visitor is asked whether to
    /// delete everything of this one.
    pub fn other_audits(&self) -> usize {
        match self.session.borrow().erasing {
            Erasing::Asked(_) => {
                let audit = &self.attributes.borrow().audit_id;
                areas(&self.stores).other_audits(audit)
            }
            _ => 0,
        }
    }

    /// Calls `watcher` after every change from now on.
    pub fn watch(&self, watcher: Callback<View>) {
        self.watcher.replace(Some(watcher));
    }

    /// Stops listening; the widget is gone.
    pub fn stop(&self) {
        self.listeners.take();
        self.membership.take();
        self.watcher.take();
        self.guard.take();
    }

    fn redraw(&self) {
        // Not borrowed while it draws.
        let watcher = self.watcher.borrow().clone();
        if let Some(watcher) = watcher {
            watcher.emit(self.view());
        }
    }

    /// Dispatches a message. Everything that follows from it is run and drawn before this returns.
    pub fn dispatch(&self, message: Message) {
        self.dispatch_all(vec![message]);
    }

    /// Dispatches messages one after the other, and draws what came of all.
    fn dispatch_all(&self, messages: Vec<Message>) {
        self.queue.borrow_mut().extend(messages);
        if self.running.replace(true) {
            return;
        }
        loop {
            let next = self.queue.borrow_mut().pop_front();
            let Some(message) = next else { break };
            let event = Event { at: now(), message };
            let effects = self.session.borrow_mut().update(event);
            for effect in effects {
                self.run(effect);
            }
        }
        self.running.set(false);
        let attributes = self.attributes.borrow().clone();
        loader::note(&self.loader, &self.session.borrow(), &attributes.audit_id);
        self.redraw();
        self.fetch_parts();
    }

    /// Runs an effect on storage, and tells the other widgets of this page what it changed.
    pub(super) fn store(&self, effect: &Effect) {
        let audit = self.attributes.borrow().audit_id.clone();
        let Some(applied) = storing::apply(effect, areas(&self.stores), &audit) else {
            return;
        };
        for reply in applied.replies.into_iter().rev() {
            self.queue.borrow_mut().push_front(reply);
        }
        if let Some(membership) = &*self.membership.borrow() {
            for (slot, text) in applied.changes {
                membership.tell(&slot, text.as_deref());
            }
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

    /// Dispatches what another document did to this audit's records.
    fn stored_elsewhere(&self, event: &StorageEvent) {
        let [own, _] = &self.stores;
        if !own.as_ref().is_some_and(|store| store.is_area_of(event)) {
            return;
        }
        let Some(key) = event.key() else {
            self.dispatch(Message::ClearedElsewhere);
            return;
        };
        let prefix = Slot::prefix(&self.attributes.borrow().audit_id);
        let slot = key.strip_prefix(&prefix).map(Slot::from_suffix);
        if let Some(slot) = slot {
            self.dispatch(Message::ChangedElsewhere(slot, event.new_value()));
        }
    }
}

fn areas([own, other]: &[Option<BrowserStore>; 2]) -> Areas<'_> {
    Areas {
        own: own.as_ref().map(|store| store as &dyn Store),
        other: other.as_ref().map(|store| store as &dyn Store),
    }
}

/// The name of the widgets that keep their records in the same place.
fn family(retain: Retain, audit: &Id) -> String {
    format!("{retain:?}:{audit}")
}

/// Logs a refusal of the browser for developers; the visitor loses nothing.
pub(super) fn report(outcome: Result<(), JsValue>) {
    if let Err(thrown) = outcome {
        web_sys::console::warn_2(&"leadership-audit:".into(), &thrown);
    }
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "0 to 2^32"
)]
pub(super) fn writer() -> Writer {
    Writer((js_sys::Math::random() * f64::from(u32::MAX)) as u32)
}
