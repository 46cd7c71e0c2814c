//! The storage that the tabs of a browser share, and what a browser tells other tabs of it.

use std::cell::RefCell;
use std::rc::Rc;

use super::faulty::FaultyStore;
use records::store::{MemoryStore, Store, StoreError};

/// Storage that outlives the tabs and the faults before it.
#[derive(Clone, Default)]
pub struct Shared(Rc<MemoryStore>);

impl Store for Shared {
    fn get(&self, key: &str) -> Result<Option<String>, StoreError> {
        self.0.get(key)
    }
    fn set(&self, key: &str, text: &str) -> Result<(), StoreError> {
        self.0.set(key, text)
    }
    fn remove(&self, key: &str) -> Result<(), StoreError> {
        self.0.remove(key)
    }
    fn keys(&self) -> Result<Vec<String>, StoreError> {
        self.0.keys()
    }
}

/// Notes what changes, as a browser tells other tabs of it.
pub(crate) struct Watched<'a> {
    pub(crate) store: &'a FaultyStore<Shared>,
    pub(crate) changes: RefCell<Vec<(String, Option<String>)>>,
}

impl Watched<'_> {
    fn change(
        &self,
        key: &str,
        text: Option<&str>,
        apply: impl FnOnce() -> Result<(), StoreError>,
    ) -> Result<(), StoreError> {
        let before = self.store.inner().get(key)?;
        apply()?;
        if before.as_deref() != text {
            let change = (key.to_owned(), text.map(str::to_owned));
            self.changes.borrow_mut().push(change);
        }
        Ok(())
    }
}

impl Store for Watched<'_> {
    fn get(&self, key: &str) -> Result<Option<String>, StoreError> {
        self.store.get(key)
    }
    fn set(&self, key: &str, text: &str) -> Result<(), StoreError> {
        self.change(key, Some(text), || self.store.set(key, text))
    }
    fn remove(&self, key: &str) -> Result<(), StoreError> {
        self.change(key, None, || self.store.remove(key))
    }
    fn keys(&self) -> Result<Vec<String>, StoreError> {
        self.store.keys()
    }
}
