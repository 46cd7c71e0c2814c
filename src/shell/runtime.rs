//! Holds the session, feeds it events and runs its effects, all within the visitor's own event: an
//! answer is stored before the next screen shows.

mod parts;

use std::cell::{Cell, RefCell};
use std::collections::VecDeque;
use std::rc::Rc;

use gloo_events::EventListener;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{HtmlElement, StorageEvent};
use yew::Callback;

use super::browser_store::BrowserStore;
use super::loader::{self, Loader};
use super::page::{self, PageEvent};
use super::siblings::Membership;
use super::zone::{entropy, time_zone};
use super::{download, element_event, print};
use crate::ui::Focus;
use app::after;
use app::attributes::{Attributes, Retain};
use app::parts::Parts;
use app::practice;
use app::session::{Effect, Event, Message, Moment, Session};
use measure::instrument::Instrument;
use measure::time::UnixMs;
use records::slot::Slot;
use records::store::{self, Loaded, Problem, Store, StoreError, StoreOp};
use records::stored::Writer;

/// What the screens are drawn from.
#[derive(Debug, Clone)]
pub struct View {
    /// The state.
    pub session: Rc<Session>,
    /// What the owner set.
    pub attributes: Rc<Attributes>,
    /// Where focus was last moved.
    pub focus: Focus,
    /// The parts of the program that are linked, and why others are not.
    pub parts: Parts,
}

/// One running widget.
pub struct Runtime {
    host: HtmlElement,
    loader: Loader,
    /// Whether what the results need was asked for while the audit was under way.
    asked: Cell<bool>,
    parts: RefCell<Parts>,
    attributes: RefCell<Rc<Attributes>>,
    store: Option<BrowserStore>,
    session: RefCell<Rc<Session>>,
    focus: Cell<Focus>,
    queue: RefCell<VecDeque<Message>>,
    running: Cell<bool>,
    watcher: RefCell<Option<Callback<View>>>,
    listeners: RefCell<Vec<EventListener>>,
    membership: RefCell<Option<Membership>>,
}

impl Runtime {
    /// Loads the stored records, and those that an instance before this one left in `early.held`, and
    /// begins to listen to the page.
    pub fn start(
        host: HtmlElement,
        loader: Loader,
        instrument: Rc<Instrument>,
        attributes: Attributes,
        early: &JsValue,
    ) -> Rc<Self> {
        let store = BrowserStore::open(attributes.retain);
        let loaded = match &store {
            Some(store) => store::load(store, &attributes.audit, &instrument),
            None => Loaded {
                problems: vec![Problem::Unavailable(StoreError::Unavailable)],
                ..Loaded::default()
            },
        };
        let held = store::load(&loader::held(early), &attributes.audit, &instrument);
        let (mut session, effects) = Session::open(instrument, attributes.form, writer(), loaded);
        session.take_over(held);
        let start = attributes.start;
        let runtime = Rc::new(Self {
            host,
            loader,
            asked: Cell::new(false),
            parts: RefCell::new(loader::linked(early)),
            attributes: RefCell::new(Rc::new(attributes)),
            store,
            session: RefCell::new(Rc::new(session)),
            focus: Cell::default(),
            queue: RefCell::default(),
            running: Cell::new(false),
            watcher: RefCell::default(),
            listeners: RefCell::default(),
            membership: RefCell::default(),
        });
        runtime.listen();
        for effect in effects {
            runtime.run(effect);
        }
        let linked = runtime.parts.borrow().follow_up.linked();
        if let Some(linked) = linked {
            runtime.dispatch(Message::LinkedFollowUp(linked));
        }
        runtime.dispatch(Message::Arrived(start));
        runtime
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
        let family = format!("{:?}:{}", attributes.retain, attributes.audit);
        let runtime = Rc::downgrade(self);
        let membership = Membership::join(family, move |slot, text| {
            if let Some(runtime) = runtime.upgrade() {
                let text = text.map(str::to_owned);
                runtime.dispatch(Message::ChangedElsewhere(slot.clone(), text));
            }
        });
        self.membership.replace(Some(membership));
    }

    /// Leaves focus where it is, although the screen has changed.
    pub fn leave_focus(&self) {
        self.focus.take();
    }

    /// What to draw now.
    pub fn view(&self) -> View {
        View {
            session: self.session.borrow().clone(),
            attributes: self.attributes.borrow().clone(),
            focus: self.focus.get(),
            parts: self.parts.borrow().clone(),
        }
    }

    /// Applies changed attributes. Returns `false` if they name another storage or audit id, which are
    /// fixed at the start; answers to the same audit are moved to the other storage.
    pub fn configure(&self, attributes: Attributes) -> bool {
        let before = self.attributes.replace(Rc::new(attributes));
        let now = self.attributes.borrow().clone();
        if (before.retain, &before.audit) != (now.retain, &now.audit) {
            if before.audit == now.audit {
                self.move_records(now.retain);
            }
            self.attributes.replace(before);
            return false;
        }
        if before.form != now.form {
            self.dispatch(Message::Configured(now.form));
        }
        self.redraw();
        true
    }

    /// Records that cannot be moved stay where they are, and are found when the owner changes back.
    fn move_records(&self, to: Retain) {
        if let (Some(from), Some(to)) = (&self.store, BrowserStore::open(to)) {
            let audit = &self.attributes.borrow().audit;
            if let Err(error) = store::move_records(from, &to, audit) {
                report(Err(JsValue::from_str(&error.to_string())));
            }
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
    }

    fn redraw(&self) {
        if let Some(watcher) = &*self.watcher.borrow() {
            watcher.emit(self.view());
        }
    }

    /// Dispatches a message about what follows a result.
    pub fn dispatch_after(&self, message: after::Message) {
        self.dispatch(Message::After(message));
    }

    /// Dispatches a message and runs everything that follows from it before it returns.
    pub fn dispatch(&self, message: Message) {
        self.queue.borrow_mut().push_back(message);
        if self.running.replace(true) {
            return;
        }
        loop {
            let next = self.queue.borrow_mut().pop_front();
            let Some(message) = next else { break };
            let event = Event { at: now(), message };
            let effects = Rc::make_mut(&mut self.session.borrow_mut()).update(event);
            for effect in effects {
                self.run(effect);
            }
        }
        self.running.set(false);
        let attributes = self.attributes.borrow().clone();
        loader::note(&self.loader, &self.session.borrow(), &attributes.audit);
        self.redraw();
        self.fetch_parts();
    }

    fn run(&self, effect: Effect) {
        match effect {
            Effect::Commit(ops) => {
                let outcome = self.store(|store, audit| store::commit(store, audit, &ops));
                if outcome == Some(Ok(())) {
                    self.tell_siblings(&ops);
                }
            }
            Effect::Erase { marker } => {
                if let Some(store) = &self.store {
                    let audit = &self.attributes.borrow().audit;
                    let (removed, outcome) = store::erase(store, audit, &marker);
                    let mut queue = self.queue.borrow_mut();
                    queue.push_front(Message::Stored(outcome));
                    queue.push_front(Message::Removed(removed));
                }
                self.tell_siblings(&[StoreOp::Write(Slot::Head, marker)]);
            }
            Effect::Download { name, mime, text } => {
                report(download::offer(&self.host, &name, mime, &text));
            }
            Effect::Print(sheet) => {
                let View {
                    session,
                    attributes,
                    parts,
                    ..
                } = self.view();
                if let Some(linked) = parts.follow_up.linked() {
                    print::print(linked, sheet, &session, &attributes, &self.loader);
                }
            }
            Effect::Copy(clip) => {
                let View { session, parts, .. } = self.view();
                if let Some(linked) = parts.follow_up.linked() {
                    self.loader.copy(&print::clip(linked, clip, &session));
                }
            }
            Effect::ProbeZone(appointment) => {
                let probed = practice::Message::ProbedZone(appointment, time_zone(), entropy());
                let message = Message::After(after::Message::Practice(probed));
                self.queue.borrow_mut().push_front(message);
            }
            Effect::FocusHeading => {
                self.focus.set(self.focus.get().to_heading());
                self.blur();
            }
            Effect::FocusMissing => self.focus.set(self.focus.get().to_missing()),
            Effect::Emit(event) => report(element_event::dispatch(&self.host, &event)),
        }
    }

    /// Removes focus from the element that has it before that element is removed. Otherwise the
    /// browser would lay out the whole page to do so.
    fn blur(&self) {
        let focused = self
            .host
            .shadow_root()
            .and_then(|root| root.active_element());
        if let Some(focused) = focused.and_then(|focused| focused.dyn_into::<HtmlElement>().ok()) {
            report(focused.blur());
        }
    }

    fn store(
        &self,
        apply: impl FnOnce(&dyn Store, &measure::instrument::Id) -> Result<(), StoreError>,
    ) -> Option<Result<(), StoreError>> {
        let store = self.store.as_ref()?;
        let outcome = apply(store, &self.attributes.borrow().audit);
        let message = Message::Stored(outcome.clone());
        self.queue.borrow_mut().push_front(message);
        Some(outcome)
    }

    fn tell_siblings(&self, ops: &[StoreOp]) {
        let Some(membership) = &*self.membership.borrow() else {
            return;
        };
        for op in ops {
            match op {
                StoreOp::Write(slot, text) => membership.tell(slot, Some(text)),
                StoreOp::Remove(slot @ (Slot::History | Slot::Past(_) | Slot::Practice(_))) => {
                    membership.tell(slot, None);
                }
                _ => {}
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
        let prefix = Slot::prefix(&self.attributes.borrow().audit);
        let slot = key.strip_prefix(&prefix).map(Slot::from_suffix);
        if let Some(slot) = slot {
            self.dispatch(Message::ChangedElsewhere(slot, event.new_value()));
        }
    }
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

/// Both clocks.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "milliseconds, far below 2^53"
)]
pub(super) fn now() -> Moment {
    let performance = web_sys::window().and_then(|window| window.performance());
    Moment {
        wall: UnixMs(js_sys::Date::now() as i64),
        tick: performance.map_or(0.0, |performance| performance.now()) as u64,
    }
}
