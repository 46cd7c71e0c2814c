//! What is stored and when: what a message changed, before the screen changes; everything, once a
//! write has failed; and what another tab did.

use super::event::{Effect, Write};
use super::record::Name;
use super::screen::Screen;
use super::session::{Notice, Practice};
use crate::store::StoreError;

impl Practice {
    /// The write of what this message changed, before every other effect.
    pub(super) fn commit(&mut self, effects: &mut Vec<Effect>) {
        let dirty = std::mem::take(&mut self.dirty);
        if dirty.is_empty() || !self.is_kept() {
            return;
        }
        let writes = if self.behind {
            self.everything()
        } else {
            let texts = dirty.into_iter();
            let texts = texts.filter_map(|name| Some(Write::Put(name, self.records.text(name)?)));
            texts.collect()
        };
        effects.insert(0, Effect::Store(writes));
    }

    fn everything(&self) -> Vec<Write> {
        let repairs = self.repairs.iter().map(|name| Write::SetAside(*name));
        let texts = self.records.texts();
        repairs
            .chain(texts.map(|(name, text)| Write::Put(name, text)))
            .collect()
    }

    fn store_everything(&mut self, effects: &mut Vec<Effect>) {
        self.behind = true;
        if self.is_kept() {
            effects.push(Effect::Store(self.everything()));
        }
    }

    pub(super) fn stored(&mut self, outcome: Result<(), StoreError>) {
        match outcome {
            Ok(()) => {
                self.behind = false;
                self.repairs.clear();
                self.notices
                    .retain(|notice| !matches!(notice, Notice::NotSaved | Notice::StorageFull));
            }
            Err(error) => {
                self.behind = true;
                self.tell(match error {
                    StoreError::Full => Notice::StorageFull,
                    StoreError::Unavailable => Notice::NotSaved,
                });
            }
        }
    }

    /// Lets go of everything; what was here can come back until the page closes.
    pub(super) fn erase(&mut self) {
        let anything = self.has_anything();
        let erased = self.records.take();
        // Deleting once more what could not be deleted: the first undo still holds it all.
        if anything || self.erased.is_none() {
            self.erased = Some(Box::new(erased));
        }
        self.begin_blank();
    }

    pub(super) fn undo_erase(&mut self, effects: &mut Vec<Effect>) {
        if let Some(erased) = self.erased.take() {
            self.records.merge_all(*erased);
            self.store_everything(effects);
        }
    }

    pub(super) fn erased_elsewhere(&mut self) {
        if self.is_kept() {
            let _ = self.records.take();
            self.erased = None;
            self.begin_blank();
        }
    }

    fn begin_blank(&mut self) {
        self.forget_changes();
        self.behind = false;
        self.repairs.clear();
        self.problems.clear();
        self.screen = Screen::Map;
    }

    pub(super) fn cleared_elsewhere(&mut self, effects: &mut Vec<Effect>) {
        if self.is_kept() && self.has_anything() {
            self.tell(Notice::ClearedElsewhere);
            self.store_everything(effects);
        }
    }

    pub(super) fn changed_elsewhere(
        &mut self,
        name: &str,
        text: Option<&str>,
        effects: &mut Vec<Effect>,
    ) {
        let Some(name) = Name::from_text(name).filter(|_| self.is_kept()) else {
            return;
        };
        // A key that goes altogether goes with everything else: removing one leaves a marker.
        let Some(text) = text else {
            self.records.drop_one(name);
            return;
        };
        let repairs = self.repairs.len();
        self.take(name, text);
        // What this page has of it follows once the damaged text is out of the way.
        if self.repairs.len() > repairs {
            self.store_everything(effects);
        }
    }
}
