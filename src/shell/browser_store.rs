//! The storage port over the browser's Web Storage.

use gloo_storage::{LocalStorage, SessionStorage, Storage as _};
use wasm_bindgen::{JsCast, JsValue};

use app::attributes::Retain;
use records::store::{Store, StoreError};

/// localStorage or sessionStorage, once it has proved accessible.
pub(super) struct BrowserStore(web_sys::Storage);

impl BrowserStore {
    /// The storage that the owner asked for, if the browser gives access to it. Reads only:
    /// nothing may be stored before the first answer.
    fn open(retain: Retain) -> Option<Self> {
        let window = web_sys::window()?;
        // The getter itself throws where storage is blocked, and gloo would panic on it.
        let probed = match retain {
            Retain::Device => window.local_storage(),
            Retain::Session => window.session_storage(),
        };
        probed.ok().flatten()?.length().ok()?;
        Some(Self(match retain {
            Retain::Device => LocalStorage::raw(),
            Retain::Session => SessionStorage::raw(),
        }))
    }

    /// Both storages, that which the owner asked for first.
    pub(super) fn open_both(retain: Retain) -> [Option<Self>; 2] {
        [retain, other(retain)].map(Self::open)
    }

    /// Reads back what should be under `key` now: extensions and consent tools put functions that do
    /// nothing in the place of the browser's.
    fn expect(&self, key: &str, text: Option<&str>) -> Result<(), StoreError> {
        if self.get(key)?.as_deref() == text {
            Ok(())
        } else {
            Err(StoreError::Unavailable)
        }
    }

    /// Whether a storage event is about this storage.
    pub(super) fn is_area_of(&self, event: &web_sys::StorageEvent) -> bool {
        event.storage_area().is_some_and(|area| area == self.0)
    }
}

/// What the owner could have asked for instead.
pub(super) fn other(retain: Retain) -> Retain {
    match retain {
        Retain::Device => Retain::Session,
        Retain::Session => Retain::Device,
    }
}

fn error(thrown: JsValue) -> StoreError {
    match thrown.dyn_into::<web_sys::DomException>() {
        Ok(exception) if exception.name() == "QuotaExceededError" => StoreError::Full,
        _ => StoreError::Unavailable,
    }
}

impl Store for BrowserStore {
    fn get(&self, key: &str) -> Result<Option<String>, StoreError> {
        self.0.get_item(key).map_err(error)
    }
    fn set(&self, key: &str, text: &str) -> Result<(), StoreError> {
        self.0.set_item(key, text).map_err(error)?;
        self.expect(key, Some(text))
    }
    fn remove(&self, key: &str) -> Result<(), StoreError> {
        self.0.remove_item(key).map_err(error)?;
        self.expect(key, None)
    }
    fn keys(&self) -> Result<Vec<String>, StoreError> {
        let length = self.0.length().map_err(error)?;
        let keys = (0..length).map(|index| self.0.key(index).map_err(error));
        Ok(keys
            .collect::<Result<Vec<_>, _>>()?
            .into_iter()
            .flatten()
            .collect())
    }
}
