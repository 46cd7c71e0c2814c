//! The loop of each widget, and what the widgets hear of each other's writes.

use std::collections::BTreeMap;

use app::practice;
use app::practice::calendar::Zone;
use app::session::{Effect, Event, Message};
use app::storing::{self, Change};

use super::tabs::{Browser, audit};

impl Browser {
    /// The visitor does something in a tab. What was sent to the tab before reaches it first.
    pub fn does(&mut self, tab: usize, message: Message) {
        self.deliver(tab);
        self.takes(tab, message);
    }

    /// The same before the tab has heard of the others.
    pub fn takes(&mut self, tab: usize, message: Message) {
        assert!(self.tabs[tab].open, "tab {tab} is closed");
        self.now.wall.0 += i64::from(self.pace);
        self.now.tick += u64::from(self.pace);
        self.tabs[tab].queue.push_back(message);
        self.drain(tab);
    }

    /// Applies what is queued and runs all that follows from it, as the widget's own loop does.
    pub(crate) fn drain(&mut self, tab: usize) {
        if std::mem::replace(&mut self.tabs[tab].running, true) {
            return;
        }
        while let Some(message) = self.tabs[tab].queue.pop_front() {
            let event = Event {
                at: self.now,
                message,
            };
            for effect in self.tabs[tab].session.update(event) {
                self.run(tab, effect);
            }
        }
        self.tabs[tab].running = false;
    }

    pub(crate) fn run(&mut self, tab: usize, effect: Effect) {
        let before = match effect {
            Effect::Commit(_) | Effect::Erase { .. } | Effect::RemoveTombstone { .. } => {
                self.everything().into_iter().collect()
            }
            _ => BTreeMap::new(),
        };
        if let Some(applied) = storing::apply(&effect, self.areas(), &audit()) {
            for reply in applied.replies.into_iter().rev() {
                self.tabs[tab].queue.push_front(reply);
            }
            self.tell_others(tab, before, applied.changes);
        }
        if let Effect::ProbeZone(appointment) = &effect {
            let zone = Zone::probe(None, self.now.wall, &|_| 0);
            let probed = practice::Message::ProbedZone(appointment.clone(), zone, 7);
            self.tabs[tab].queue.push_front(probed.into());
        }
        self.tabs[tab].effects.push(effect);
    }

    /// Other widgets of the page hear at once of every change; other pages hear late, and only of what
    /// is not as it was before.
    fn tell_others(
        &mut self,
        writer: usize,
        mut before: BTreeMap<String, String>,
        changes: Vec<Change>,
    ) {
        for (slot, text) in changes {
            let key = slot.key(&audit());
            let changed = before.get(&key) != text.as_ref();
            match &text {
                Some(text) => before.insert(key, text.clone()),
                None => before.remove(&key),
            };
            let message = Message::ChangedElsewhere(slot, text);
            let page = self.tabs[writer].page;
            for other in self.widgets_of(page) {
                if other != writer {
                    self.takes(other, message.clone());
                }
            }
            for (other, inbox) in self.inboxes.iter_mut().enumerate() {
                if other != page && changed {
                    inbox.push_back(message.clone());
                }
            }
        }
    }

    /// The open widgets of a page.
    pub(crate) fn widgets_of(&self, page: usize) -> Vec<usize> {
        let mut open = self.open_tabs();
        open.retain(|tab| self.tabs[*tab].page == page);
        open
    }

    /// The tab hears of everything that others did so far.
    pub fn deliver(&mut self, tab: usize) {
        while self.deliver_one(tab) {}
    }

    /// The tab hears of the first thing that others did, if there is anything.
    pub fn deliver_one(&mut self, tab: usize) -> bool {
        let page = self.tabs[tab].page;
        let Some(message) = self.inboxes[page].pop_front() else {
            return false;
        };
        for widget in self.widgets_of(page) {
            self.takes(widget, message.clone());
        }
        true
    }

    /// Every tab hears of everything, until there is nothing more to hear.
    pub fn settle(&mut self) {
        let open = self.open_tabs();
        while open.iter().any(|tab| self.deliver_one(*tab)) {}
    }
}
