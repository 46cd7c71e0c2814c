//! Last-writer-wins registers under keys, and the logical clock that orders their writes (Lamport
//! 1978; Shapiro et al. 2011, state-based LWW registers). Merging is commutative, associative and
//! idempotent, so tabs agree in whatever order they hear of each other's writes.

use crate::stored::{MAX_CLOCK, Stamp, Stamped, Writer};

/// The logical clock of one running page. All its writes are stamped by one clock.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Clock {
    writer: Writer,
    time: u64,
}

impl Clock {
    /// The largest clock that is followed. A clock counts writes and never comes near; one that claims
    /// more was made up, and to be later than it this page would have to write what nobody reads.
    const FOLLOWED: u64 = MAX_CLOCK / 2;

    /// A clock at zero; its stamps name `writer`.
    pub fn new(writer: Writer) -> Self {
        Self { writer, time: 0 }
    }

    /// A stamp above every one seen so far.
    pub fn tick(&mut self) -> Stamp {
        self.time = self.time.saturating_add(1);
        Stamp {
            clock: self.time,
            writer: self.writer,
        }
    }

    /// Takes note of a stamp from storage or another tab.
    pub fn observe(&mut self, stamp: Stamp) {
        if stamp.clock <= Self::FOLLOWED {
            self.time = self.time.max(stamp.clock);
        }
    }

    /// Advances to `other`, if that is ahead.
    pub fn catch_up(&mut self, other: &Self) {
        self.time = self.time.max(other.time);
    }
}

/// Registers by key, sorted; of two writes to one the later stamp prevails. A vector, not a tree:
/// there are at most some hundred, and the tree's code would be more to download.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Registers<K, V, S = Stamp>(Vec<(K, Stamped<V, S>)>);

impl<K, V, S> Default for Registers<K, V, S> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<K: Ord, V> Registers<K, V> {
    /// Writes `value` with the next stamp of `clock`, which is returned.
    pub fn put(&mut self, key: K, value: V, clock: &mut Clock) -> Stamp {
        let stamp = clock.tick();
        self.set(key, Stamped { stamp, value });
        stamp
    }
}

impl<K: Ord, V, S: Ord> Registers<K, V, S> {
    fn find(&self, key: &K) -> Result<usize, usize> {
        self.0.binary_search_by(|(other, _)| other.cmp(key))
    }

    /// The value under `key` with its stamp.
    pub fn get(&self, key: &K) -> Option<&Stamped<V, S>> {
        let (_, register) = self.0.get(self.find(key).ok()?)?;
        Some(register)
    }

    /// Whether the register under `key` was written later than `stamp`.
    pub fn is_later(&self, key: &K, stamp: &S) -> bool {
        self.get(key).is_some_and(|mine| mine.stamp > *stamp)
    }

    /// Merges a register from storage or another tab, unless the one here is as late or later.
    /// Returns whether it was taken over.
    pub fn merge(&mut self, key: K, register: Stamped<V, S>) -> bool {
        let newer = self
            .get(&key)
            .is_none_or(|mine| mine.stamp < register.stamp);
        if newer {
            self.set(key, register);
        }
        newer
    }

    /// Puts a register under `key`, whatever was there.
    pub fn set(&mut self, key: K, register: Stamped<V, S>) {
        match self.find(&key) {
            Ok(index) => {
                if let Some((_, mine)) = self.0.get_mut(index) {
                    *mine = register;
                }
            }
            Err(index) => self.0.insert(index, (key, register)),
        }
    }

    /// Forgets the register under `key`, without a tombstone.
    pub fn remove(&mut self, key: &K) {
        if let Ok(index) = self.find(key) {
            self.0.remove(index);
        }
    }

    /// Forgets every register that `keep` rejects.
    pub fn retain(&mut self, keep: impl Fn(&Stamped<V, S>) -> bool) {
        self.0.retain(|(_, register)| keep(register));
    }

    /// All registers in the order of their keys.
    pub fn iter(&self) -> impl Iterator<Item = (&K, &Stamped<V, S>)> {
        self.0.iter().map(|(key, register)| (key, register))
    }
}
