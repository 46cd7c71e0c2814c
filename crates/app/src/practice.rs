//! The practice: the relationships that a leader works in, one act for each week, and its outcome.
//! It is optional, unscored, and never mixed into the scores.
//!
//! [`relationship`] and [`map`] are the people and what the map shows, [`picture`] its layout;
//! [`circle`] is the support circle; [`plan`] is one act and [`weekly`] the loop that it belongs to;
//! [`calendar`] writes a regular time as a file. [`session`] has the state over the stored [`record`]s
//! and [`event`] the messages that change it; [`export`] is the practice's part of a result file.

pub mod calendar;
pub mod event;
pub mod export;
pub mod map;
pub mod picture;
pub mod plan;
mod records;
pub mod relationship;
mod saving;
pub mod screen;
pub mod session;
pub mod text;
mod update;
pub mod weekly;

pub use crate::screen::Part;
pub use ::records::practice::{
    Act, Decision, Kind, LastTalk, Outcome, Outside, Place, Rhythm, Tie, Weekday,
};
pub use event::Message;
pub use screen::Screen;
pub use session::Practice;
