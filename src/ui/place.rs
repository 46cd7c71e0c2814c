//! The place where the workbook draws: a program of its own, which the loader fetches.

use yew::{Callback, Html, NodeRef, Properties, component, html, use_effect_with, use_node_ref};

use super::Ui;

/// A part of the workbook, and the element that it is to be drawn in.
#[derive(Debug, Clone)]
pub struct Opening {
    /// Empty; whatever is in it is the loader's.
    pub place: web_sys::Element,
    /// For example `keep`.
    pub part: &'static str,
}

#[derive(Properties, PartialEq)]
struct PlaceProps {
    part: &'static str,
    open: Callback<Opening>,
}

/// Asks for the part once it is there.
#[component]
fn Place(props: &PlaceProps) -> Html {
    let place: NodeRef = use_node_ref();
    let (open, drawn) = (props.open.clone(), place.clone());
    use_effect_with(props.part, move |part| {
        if let Some(place) = drawn.cast() {
            open.emit(Opening { place, part });
        }
    });
    html! { <div class="workbook" ref={place}></div> }
}

pub(super) fn view(part: &'static str, ui: &Ui) -> Html {
    html! { <Place {part} open={ui.open.clone()} /> }
}
