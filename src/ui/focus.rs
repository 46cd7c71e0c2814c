//! Where focus goes: to what a new screen begins with; and where a drawing took it away, with the
//! element that had it or by moving that, back on it or to what is said instead. Otherwise who goes
//! by keyboard would begin again at the top of the page.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};
use yew::{NodeRef, hook, use_effect, use_mut_ref};

/// Where focus goes if the element that had it is gone: to the first of these that there is.
const INSTEAD: [&str; 4] = ["[role=status] button", "h2", ".results input", "input"];

/// Moves focus inside `root` to the first element that matches `to` when `moves` has grown, and
/// otherwise keeps it where it was.
#[hook]
pub(super) fn use_focus(moves: u32, to: &'static str, root: NodeRef) {
    let last = use_mut_ref(|| 0);
    // Kept until the effect runs, which may be after several drawings.
    let had = use_mut_ref(|| None);
    if let Some(focused) = find(&root, ":focus") {
        had.replace(Some(focused));
    }
    use_effect(move || {
        let had = had.take();
        if last.replace(moves) != moves {
            focus(find(&root, to));
        } else if had.is_some() && find(&root, ":focus").is_none() {
            // One that is gone cannot take focus.
            focus(had);
            if find(&root, ":focus").is_none() {
                focus(INSTEAD.iter().find_map(|what| find(&root, what)));
            }
        }
    });
}

fn find(root: &NodeRef, what: &str) -> Option<HtmlElement> {
    let found = root.cast::<Element>()?.query_selector(what).ok()??;
    Some(found.unchecked_into())
}

fn focus(place: Option<HtmlElement>) {
    if let Some(place) = place {
        let _ = place.focus();
    }
}
