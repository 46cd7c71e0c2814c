//! From a score to a practice: the relationships that a leader works in, one act for this week, and
//! what came of it. Optional, unscored, and never mixed into the scores.
//!
//! [`relationship`] and [`map`] say who is there and what that shows, [`picture`] where they stand;
//! [`circle`] is the support circle; [`plan`] one act and [`weekly`] the loop that it belongs to;
//! [`calendar`] writes a regular time as a file. [`session`] and [`update`] are the state machine
//! over the stored [`record`]s, [`event`] what happens to it; [`export`] is its part of a result.

pub mod calendar;
pub mod circle;
pub mod event;
pub mod export;
pub mod map;
pub mod picture;
pub mod plan;
pub mod record;
mod records;
pub mod relationship;
mod saving;
pub mod screen;
pub mod session;
mod terms;
pub mod text;
mod update;
pub mod weekly;

pub use crate::screen::Part;
pub use event::Message;
pub use screen::Screen;
pub use session::Practice;
pub use terms::{Act, Decision, Kind, LastTalk, Outcome, Outside, Place, Rhythm, Tie, Weekday};
