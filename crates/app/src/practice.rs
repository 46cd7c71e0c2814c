//! The practice: the relationships that a leader works in, one act for each week, and its outcome.
//! It is optional, unscored, and never mixed into the scores.
//!
//! [`relationship`] and [`map`] are the people and what the map shows;
//! [`circle`] is the support circle; [`plan`] is one act, [`days`] are those that it can be for, and
//! [`weekly`] is the loop that it belongs to; [`calendar`] writes its day or a regular time as a file.
//! [`session`] has the state over the stored [`record`]s
//! and [`event`] the messages that change it; [`Include`] says what of it goes
//! into a result file.

pub mod calendar;
pub mod days;
pub mod event;
mod export;
pub(crate) mod include;
pub mod map;
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
    Act, AnyAct, Decision, Kind, LastTalk, Outcome, Outside, Place, Rhythm, Tie, Weekday,
};
pub use event::Message;
pub use include::Include;
pub use screen::Screen;
pub use session::Practice;
