//! Storage that fails on purpose, so that a test can walk through every call and break it.

use std::cell::Cell;
use std::rc::Rc;

use records::store::{Store, StoreError};

/// What goes wrong, counted in calls from 0.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fault {
    /// Every call works.
    Never,
    /// Only the call of this number fails.
    Once(usize, StoreError),
    /// Every call from this number on fails.
    Since(usize, StoreError),
    /// No text can be put.
    NoRoom,
}

/// Another store behind a fault.
#[derive(Debug)]
pub struct FaultyStore<S> {
    inner: S,
    fault: Fault,
    calls: Rc<Cell<usize>>,
}

impl<S: Store> FaultyStore<S> {
    /// `inner`, with `fault` before it.
    pub fn new(inner: S, fault: Fault) -> Self {
        Self {
            inner,
            fault,
            calls: Rc::default(),
        }
    }

    /// Another store behind the same fault: the calls of both are counted together.
    pub fn beside(&self, inner: S) -> Self {
        Self {
            inner,
            fault: self.fault.clone(),
            calls: Rc::clone(&self.calls),
        }
    }

    /// How many calls there were.
    pub fn calls(&self) -> usize {
        self.calls.get()
    }

    /// The store behind the fault.
    pub fn inner(&self) -> &S {
        &self.inner
    }

    fn pass(&self) -> Result<&S, StoreError> {
        let call = self.calls.replace(self.calls.get() + 1);
        match &self.fault {
            Fault::Once(at, error) if call == *at => Err(error.clone()),
            Fault::Since(at, error) if call >= *at => Err(error.clone()),
            _ => Ok(&self.inner),
        }
    }
}

impl<S: Store> Store for FaultyStore<S> {
    fn get(&self, key: &str) -> Result<Option<String>, StoreError> {
        self.pass()?.get(key)
    }
    fn set(&self, key: &str, text: &str) -> Result<(), StoreError> {
        let store = self.pass()?;
        match self.fault {
            Fault::NoRoom => Err(StoreError::Full),
            _ => store.set(key, text),
        }
    }
    fn remove(&self, key: &str) -> Result<(), StoreError> {
        self.pass()?.remove(key)
    }
    fn keys(&self) -> Result<Vec<String>, StoreError> {
        self.pass()?.keys()
    }
}
