//! The state machine of the audit, of what follows a result, and of the practice. It knows no
//! browser: what the browser has to do is returned as effects.
//!
//! [`session`] is the root: one [`event::Message`], one [`effect::Effect`], one update. It owns the
//! state of what follows a result, [`after`], which owns the [`practice`]; both answer a message
//! with [`event::Step`]s, and neither can reach the session in any other way.

pub mod after;
pub mod attributes;
pub mod effect;
pub mod event;
pub mod opaque;
pub mod parts;
pub mod practice;
pub mod reader;
pub mod rounds;
pub mod screen;
pub mod session;
pub mod storing;
pub mod turn;
