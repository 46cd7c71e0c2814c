//! What is on screen.

use std::cell::RefCell;
use std::rc::Rc;

use crate::ui::Focus;
use app::attributes::Attributes;
use app::parts::Parts;
use app::session::Session;
use words::Language;

/// What the screens are drawn from.
#[derive(Debug, Clone)]
pub struct View {
    /// The state.
    pub session: Rc<RefCell<Session>>,
    /// What the owner set.
    pub attributes: Rc<Attributes>,
    /// Where focus was last moved.
    pub focus: Focus,
    /// The parts of the program that are linked, and why others are not.
    pub parts: Rc<Parts>,
    /// The language.
    pub words: &'static Language,
}
