//! Moves focus to the heading of a new screen, and keeps it when a redraw removes the focused element
//! or moves it. Otherwise keyboard users would start again at the top of the page.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};
use yew::NodeRef;

/// The first of these takes focus if the focused element is gone: what undoes its removal, or the
/// next in reach.
const FALLBACKS: [&str; 5] = [
    ".after [role=status] button",
    "[role=status] button",
    "h2",
    ".results input",
    "input",
];

/// Where focus was last moved, and how often it was moved.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Focus {
    moves: u32,
    to_missing: bool,
}

impl Focus {
    /// Moves to the heading.
    #[must_use]
    pub fn to_heading(self) -> Self {
        self.moved(false)
    }

    /// Moves to the first field that is missing something.
    #[must_use]
    pub fn to_missing(self) -> Self {
        self.moved(true)
    }

    fn moved(self, to_missing: bool) -> Self {
        Self {
            moves: self.moves.wrapping_add(1),
            to_missing,
        }
    }

    fn target(self) -> &'static str {
        if self.to_missing {
            "[aria-invalid]"
        } else {
            "h2"
        }
    }
}

/// What one widget's screens keep from one drawing to the next.
#[derive(Default)]
pub struct Kept {
    /// The element that all screens are in.
    pub(super) root: NodeRef,
    /// Whether the last press came from a pointer and not from a key.
    pub pointer: Rc<Cell<bool>>,
    /// How often focus was moved when it was last looked at.
    moves: Cell<u32>,
    /// What had focus before a drawing.
    focused: RefCell<Option<HtmlElement>>,
}

impl Kept {
    /// Notes what has focus before a drawing, which may remove it. Several drawings may come before the
    /// next call of [`Kept::focus`].
    pub(super) fn note_focus(&self) {
        if let Some(focused) = find(&self.root, ":focus") {
            self.focused.replace(Some(focused));
        }
    }

    /// After a drawing, moves focus once for each move, and otherwise keeps it where it was.
    pub fn focus(&self, to: Focus) {
        let root = &self.root;
        let had = self.focused.take();
        if self.moves.replace(to.moves) != to.moves {
            focus(find(root, to.target()));
        } else if had.is_some() && find(root, ":focus").is_none() {
            // An element that is gone cannot take focus.
            focus(had);
            if find(root, ":focus").is_none() {
                focus(FALLBACKS.iter().find_map(|what| find(root, what)));
            }
        }
    }
}

fn find(root: &NodeRef, what: &str) -> Option<HtmlElement> {
    let found = root.cast::<Element>()?.query_selector(what).ok()??;
    Some(found.unchecked_into())
}

fn focus(element: Option<HtmlElement>) {
    if let Some(element) = element {
        let _ = element.focus();
    }
}
