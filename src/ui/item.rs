//! Screen 2: one item, its options, and how to answer with a finger, a mouse or a keyboard.

use yew::{Callback, Html, KeyboardEvent, MouseEvent, PointerEvent, TargetCast, html};

use super::Ui;
use app::session::{Message, Screen, Session, Start};
use json::number;
use measure::chart::percent;
use measure::response::{OptionNumber, Response};

pub(super) fn view(session: &Session, ui: &Ui, position: usize) -> Html {
    let items = session.items();
    let Some((index, item)) = items
        .get(position)
        .and_then(|index| Some((*index, session.instrument.item(*index)?)))
    else {
        return Html::default();
    };
    let strings = ui.strings;
    let instrument = &session.instrument;
    let scale = instrument.scales.get(item.scale);
    let label = scale.map_or("", |scale| scale.label.as_str());
    let about = scale.and_then(|scale| (strings.scale_about)(scale.id.as_str()));
    let chosen = session.response(index);
    let options = OptionNumber::ALL
        .into_iter()
        .zip(&instrument.options)
        .map(|(number, label)| (Response::Chosen(number), number.get(), label))
        .chain([(Response::NotApplicable, 0, &instrument.not_applicable)]);

    html! {
        <>
            { progress(session, ui, position, label) }
            { just_marked(session, ui) }
            <fieldset class="item" onpointerdown={pointer_down(ui)}>
                // Not the last item's with other words: a heading that has focus already would
                // not be read out. The options below are the last item's, for speed.
                <legend key={item.id.as_str()}>
                    <span class="kicker">{ strings.item_time_frame }</span>
                    // Focus moves here, and what is said then is the name: the statement, whose
                    // direction it is, and how far the visitor has come.
                    <h2 id="stem" aria-labelledby="stem place" tabindex="-1" part="heading">
                        { &item.stem }
                    </h2>
                </legend>
                { for options.map(|(response, digit, label)| {
                    option(ui, response, digit, label, chosen == Some(response))
                }) }
            </fieldset>
            <div class="nav">
                { ui.button("link", strings.back, Message::PressedBack) }
                { ui.button("secondary", strings.next, Message::PressedNext) }
            </div>
            if session.opens_scale(position) {
                { opening(session, ui, item.scale, label, about) }
            }
            if position == 0 {
                <p class="quiet">{ strings.item_how }</p>
            }
            if position == 0 && ui.attributes.start == Start::Audit {
                // There was no welcome screen to say so.
                <p class="quiet">{ ui.privacy(session) }</p>
            }
            <label class="setting">
                <input type="checkbox" checked={session.moves_on}
                    onchange={ui.on(Message::SetMovesOn(!session.moves_on))} />
                <span>{ strings.moves_on }</span>
            </label>
        </>
    }
}

fn progress(session: &Session, ui: &Ui, position: usize, label: &str) -> Html {
    let total = session.items().len();
    let done = number::to_f64(position as u64) / number::to_f64(total.max(1) as u64) * 100.0;
    html! {
        <div class="progress" part="progress">
            <p id="place">
                <span>{ label }</span>
                <span>{ (ui.strings.progress)(position + 1, total) }</span>
            </p>
            <svg class="bar" width="100%" height="3" aria-hidden="true">
                <rect class="track" width="100%" height="3" />
                <rect class="done" width={percent(done)} height="3" />
            </svg>
        </div>
    }
}

/// On the first item of a direction: whom it is about, and the way out if there is no one.
fn opening(
    session: &Session,
    ui: &Ui,
    scale: usize,
    label: &str,
    about: Option<&'static str>,
) -> Html {
    let strings = ui.strings;
    html! {
        <div class="opening">
            if let Some(about) = about {
                <p class="quiet"><strong>{ label }</strong>{ ": " }{ about }{ "." }</p>
            }
            if session.scale_marked(scale) {
                <p class="quiet">
                    { (strings.marked)(label) }{ " " }
                    { ui.button("link", strings.unmark, Message::UnmarkedScale(scale)) }
                </p>
            } else {
                { ui.button("link", strings.no_one, Message::MarkedScale(scale)) }
            }
        </div>
    }
}

/// After a direction was marked: says so, and offers to take it back.
pub(super) fn just_marked(session: &Session, ui: &Ui) -> Html {
    let scale = session.just_marked;
    let marked = scale.and_then(|scale| Some((scale, session.instrument.scales.get(scale)?)));
    html! {
        <div role="status">
            if let Some((scale, marked)) = marked {
                <p class="notice">
                    <span>{ (ui.strings.marked)(&marked.label) }</span>
                    { ui.button("link", ui.strings.unmark, Message::UnmarkedScale(scale)) }
                </p>
            }
        </div>
    }
}

fn option(ui: &Ui, response: Response, digit: u8, label: &str, checked: bool) -> Html {
    let class = if digit == 0 { "option na" } else { "option" };
    html! {
        <label {class} part="option">
            <span class="digit" aria-hidden="true">{ digit }</span>
            <input type="radio" name="response" value={digit.to_string()} {checked}
                onclick={clicked(ui, response)} />
            <span>{ label }</span>
        </label>
    }
}

/// A browser clicks a radio button for a pointer and for an arrow key alike; only a pointer's
/// click moves on. The second click of a double click is meant for nobody's next item.
fn clicked(ui: &Ui, response: Response) -> Callback<MouseEvent> {
    let send = ui.send.clone();
    let pointer = ui.pointer.clone();
    Callback::from(move |event: MouseEvent| {
        if event.detail() > 1 {
            return;
        }
        let by_pointer = pointer.replace(false);
        send.emit(if by_pointer {
            Message::PressedOption(response)
        } else {
            Message::ChoseOption(response)
        });
    })
}

fn pointer_down(ui: &Ui) -> Callback<PointerEvent> {
    let pointer = ui.pointer.clone();
    Callback::from(move |_| {
        pointer.replace(true);
    })
}

/// Digits answer and Enter moves on, from an option or from the heading of what is answered; only
/// while focus is inside the widget and on an item.
pub(super) fn keys(ui: &Ui, session: &Session) -> Callback<KeyboardEvent> {
    let (on_item, answered) = match session.screen {
        Screen::Item { position, .. } => {
            let index = session.items().get(position);
            (
                true,
                index.is_some_and(|index| session.response(*index).is_some()),
            )
        }
        _ => (false, false),
    };
    let send = ui.send.clone();
    let pointer = ui.pointer.clone();
    Callback::from(move |event: KeyboardEvent| {
        pointer.replace(false);
        let modified = event.ctrl_key() || event.alt_key() || event.meta_key();
        if !on_item || modified || event.repeat() || event.is_composing() {
            return;
        }
        let radio = event
            .target_dyn_into::<web_sys::HtmlInputElement>()
            .is_some_and(|input| input.type_() == "radio");
        let on_heading = event
            .target_dyn_into::<web_sys::Element>()
            .is_some_and(|element| element.id() == "stem");
        let message = match event.key().as_str() {
            "Enter" if radio || (answered && on_heading) => Some(Message::PressedNext),
            key => Message::from_digit(key),
        };
        if let Some(message) = message {
            event.prevent_default();
            send.emit(message);
        }
    })
}
