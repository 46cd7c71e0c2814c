//! The storage that the tabs of a browser share.

use std::rc::Rc;

use records::store::{MemoryStore, Store, StoreError};

/// Storage that outlives the tabs and the faults before it.
#[derive(Clone)]
pub struct Shared {
    store: Rc<MemoryStore>,
    listed: fn(&mut Vec<String>),
}

impl Shared {
    /// Storage that lists its keys so changed: in another order, or with one that is gone by then.
    pub fn listing(listed: fn(&mut Vec<String>)) -> Self {
        let store = Rc::default();
        Self { store, listed }
    }
}

impl Default for Shared {
    fn default() -> Self {
        Self::listing(|_| {})
    }
}

impl Store for Shared {
    fn get(&self, key: &str) -> Result<Option<String>, StoreError> {
        self.store.get(key)
    }
    fn set(&self, key: &str, text: &str) -> Result<(), StoreError> {
        self.store.set(key, text)
    }
    fn remove(&self, key: &str) -> Result<(), StoreError> {
        self.store.remove(key)
    }
    fn keys(&self) -> Result<Vec<String>, StoreError> {
        let mut keys = self.store.keys()?;
        (self.listed)(&mut keys);
        Ok(keys)
    }
}
