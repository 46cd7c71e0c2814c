//! Moves focus to the heading of a new screen, and keeps it when a redraw removes the focused element
//! or moves it. Otherwise keyboard users would start again at the top of the page.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};
use yew::{NodeRef, hook, use_effect, use_mut_ref};

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

/// Moves focus inside `root` once for each move, and otherwise keeps it where it was.
#[hook]
pub(super) fn use_focus(to: Focus, root: NodeRef) {
    let last = use_mut_ref(|| 0);
    // Kept until the effect runs, which may be after several drawings.
    let had = use_mut_ref(|| None);
    if let Some(focused) = find(&root, ":focus") {
        had.replace(Some(focused));
    }
    use_effect(move || {
        let had = had.take();
        if last.replace(to.moves) != to.moves {
            focus(find(&root, to.target()));
        } else if had.is_some() && find(&root, ":focus").is_none() {
            // An element that is gone cannot take focus.
            focus(had);
            if find(&root, ":focus").is_none() {
                focus(FALLBACKS.iter().find_map(|what| find(&root, what)));
            }
        }
    });
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
