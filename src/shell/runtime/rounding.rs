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
        counts: impl Fn(&str) -> bool,
    ) -> Vec<(String, Option<String>)> {
        let Some(own) = areas(&self.stores).own else {
            return Vec::new();
        };
        let prefix = Slot::prefix(&self.attributes.borrow().audit_id);
        let session = self.session.borrow();
        let known = session
            .unparsed
            .iter()
            .filter_map(|(slot, text)| match slot {
                Slot::Round(name) if counts(name) => Some((name.as_str(), &**text)),
                _ => None,
            });
        let known: Vec<(&str, &str)> = known.collect();
        let (true, Ok(keys)) = (session.is_kept(), own.keys()) else {
            return Vec::new();
        };
        let names = keys.iter().filter_map(|key| key.strip_prefix(&prefix));
        let stored = names.filter(|name| counts(name)).filter_map(|name| {
            let text = own.get(&[&*prefix, name].concat()).ok()??;
            Some((name.to_owned(), text))
        });
        let stored: Vec<(String, String)> = stored.collect();
        let gone = known
            .iter()
            .filter(|(name, _)| !stored.iter().any(|(other, _)| other == name));
        let gone = gone.map(|(name, _)| ((*name).to_owned(), None));
        let gone: Vec<(String, Option<String>)> = gone.collect();
        let changed = stored
            .into_iter()
            .filter(|(name, text)| !known.contains(&(name.as_str(), text.as_str())));
        let changed = changed.map(|(name, text)| (name, Some(text)));
        changed.chain(gone).collect()
    }

    /// The address of the page to which invitations lead, without a fragment: the owner's `round-href`, or this
    /// page without its query, which may say where a visitor came from.
    pub(in crate::shell) fn round_address(&self) -> String {
        let window = web_sys::window();
        let location = window.map(|window| window.location());
        let here = location.and_then(|location| location.href().ok());
        let here = here.unwrap_or_default();
        let named = self.host.get_attribute("round-href");
        let chosen = named.and_then(|href| web_sys::Url::new_with_base(&href, &here).ok());
        let chosen = chosen.filter(|url| matches!(&*url.protocol(), "https:" | "http:"));
        let (address, ends): (String, &[char]) = match chosen {
            // The owner's may need its query, as `?page_id=7`.
            Some(url) => (url.href(), &['#']),
            None => (here, &['?', '#']),
        };
        let end = address.find(ends).unwrap_or(address.len());
        address.get(..end).unwrap_or_default().to_owned()
    }
}
