//! The sign of a direction: the mark with one arm.

use yew::{Html, html};

/// The sign of one of the shipped directions, by its id; nothing for any other scale.
pub(super) fn view(scale: &str) -> Html {
    let [(x, y), (from_x, from_y), (to_x, to_y), (end_x, end_y)] = match scale {
        "up" => [(9, 13), (9, 10), (9, 4), (9, 3)],
        "across" => [(5, 9), (8, 9), (14, 9), (15, 9)],
        "down" => [(9, 5), (9, 8), (9, 14), (9, 15)],
        _ => return Html::default(),
    };
    html! {
        <svg class="dir" viewBox="0 0 18 18" aria-hidden="true">
            <circle cx={x.to_string()} cy={y.to_string()} r="3.4" fill="currentColor" />
            <path d={format!("M{from_x} {from_y}L{to_x} {to_y}")} stroke="currentColor" stroke-width="1.8" />
            <circle cx={end_x.to_string()} cy={end_y.to_string()} r="2.1" fill="currentColor" />
        </svg>
    }
}
