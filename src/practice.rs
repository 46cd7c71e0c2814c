//! From a score to a practice: the relationships that a leader works in, one act for this week, and
//! what came of it. Optional, unscored, and never mixed into the scores.

mod terms;

pub use terms::{Act, Kind, LastTalk, Place, Tie};
