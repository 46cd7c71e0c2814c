//! One answer of the visitor's own: where it is about, the statement, and the option they chose.

use std::cmp::Ordering;

use yew::{Html, html};

use super::{Ui, circle, sign, text};
use app::session::Session;
use measure::report::Answered;

/// Direction and facet of an item, as far as there are several.
pub(super) fn place(session: &Session, answered: &Answered) -> Html {
    let instrument = &session.instrument;
    let scales = &instrument.scales;
    let scale = answered.item.scale.of(scales).filter(|_| scales.len() > 1);
    let facet = answered
        .item
        .facet
        .and_then(|facet| instrument.facet(facet));
    if scale.is_none() && facet.is_none() {
        return Html::default();
    }
    html! {
        <p class="where">
            if let Some(scale) = scale {
                { sign::view(scale.id.as_str()) }{ &scale.label }
            }
            if let Some(facet) = facet {
                if scale.is_some() {
                    { " · " }
                }
                { &facet.label }
            }
        </p>
    }
}

/// The option chosen, as a dot on the steps of all options and in its own word.
pub(super) fn option(session: &Session, answered: &Answered, ui: &Ui) -> Html {
    let words = ui.words.results();
    let Some(answer) = answered.answer else {
        return html! { <p class="said">{ text("span", "", words.left_out()) }</p> };
    };
    let last = session.instrument.options.len().saturating_sub(1);
    let at = |step: usize| (7 + 78 * step / last.max(1)).to_string();
    let chosen = answered.option.map(|option| usize::from(option) - 1);
    let low = answered.is_low();
    // The steps of a reversed statement run the other way.
    let end = match answered.side.filter(|_| answered.reversed) {
        Some(Ordering::Less) => Some(words.low_end()),
        Some(Ordering::Greater) => Some(words.high_end()),
        _ => None,
    };
    let lang = ui.foreign(&session.instrument);
    let dir = lang.as_ref().map(|_| "auto");
    html! {
        <p class="said">
            if let Some(chosen) = chosen {
                <svg viewBox="0 0 92 14" aria-hidden="true">
                    <line class="track" x1="7" x2="85" y1="7" y2="7" />
                    { for (0..=last).map(|step| html! {
                        <circle class="tick" cx={at(step)} cy="7" r="2.5" />
                    }) }
                    { circle(if low { "at low" } else { "at" }, at(chosen), "7", "6") }
                </svg>
            }
            <span>
                <span {lang} {dir}>{ answer }</span>
                if let Some(end) = end {
                    { " " }{ text("span", "turned", end) }
                }
            </span>
        </p>
    }
}
