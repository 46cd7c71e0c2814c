//! What rounds need of the runtime.

use gloo_events::EventListener;

use super::{Runtime, areas};
use crate::shell::loader::Loader;
use app::rounds::Rounds;
use app::turn::View;
use records::slot::Slot;
use words::Language;

impl Runtime {
    /// The loader's side of the widget.
    pub(in crate::shell) fn loader(&self) -> &Loader {
        &self.loader
    }

    /// The language.
    pub(in crate::shell) fn words(&self) -> &'static Language {
        self.words.get()
    }

    /// Asks before the page is left, or no longer.
    pub(in crate::shell) fn set_guard(&self, guard: Option<EventListener>) {
        self.guard.replace(guard);
    }

    /// What `look` finds in the state of rounds.
    pub(in crate::shell) fn with_rounds<T>(
        &self,
        look: impl FnOnce(&Rounds, &View<'_>) -> Option<T>,
    ) -> Option<T> {
        let session = self.session.borrow();
        look(session.rounds()?, &session.view())
    }

    /// The records of rounds whose text is not the one that the session has, by name. Without storage the
    /// session's are all there is.
    pub(in crate::shell) fn changed_records(
        &self,
        counts: &dyn Fn(&str) -> bool,
    ) -> Vec<(String, Option<String>)> {
        let mut changed = Vec::new();
        let session = self.session.borrow();
        let Some(own) = areas(&self.stores).own.filter(|_| session.is_kept()) else {
            return changed;
        };
        let Ok(keys) = own.keys() else { return changed };
        let prefix = Slot::prefix(&self.attributes.borrow().audit_id);
        let mut known = Vec::new();
        for (slot, text) in &session.unparsed {
            if let Slot::Round(name) = slot
                && counts(name)
            {
                let stored = own.get(&[&*prefix, name].concat()).ok().flatten();
                if stored.as_deref() != Some(text) {
                    changed.push((name.clone(), stored));
                }
                known.push(name.as_str());
            }
        }
        for key in &keys {
            if let Some(name) = key.strip_prefix(&prefix)
                && counts(name)
                && !known.contains(&name)
                && let Ok(Some(text)) = own.get(key)
            {
                changed.push((name.to_owned(), Some(text)));
            }
        }
        changed
    }
}
