//! Screen 2: one item, its options, and how to answer with a finger, a mouse or a keyboard.

use yew::{Callback, Html, KeyboardEvent, MouseEvent, PointerEvent, TargetCast, html};

use super::{Ui, attributed, p, text};
use app::session::{Message, Screen, Session, Start};
use json::number;
use measure::chart::percent;
use measure::instrument::ScaleIndex;
use measure::response::{OptionNumber, Response};

pub(super) fn view(session: &Session, ui: &Ui, position: usize) -> Html {
    let items = session.items();
    let Some((index, item)) = items
        .get(position)
        .and_then(|index| Some((*index, session.instrument.item(*index)?)))
    else {
        return Html::default();
    };
    let strings = ui.words.audit();
    let instrument = &session.instrument;
    let opens = session.introduces_scale(position);
    let chosen = session.response(index);
    let not_applicable = instrument.not_applicable.as_ref();
    let not_applicable = not_applicable.map(|label| (Response::NotApplicable, 0, label));
    let options = OptionNumber::ALL
        .into_iter()
        .zip(&instrument.options)
        .map(|(number, label)| (Response::Chosen(number), number.get(), label))
        .chain(not_applicable);
    let lang = ui.foreign(instrument);
    let dir = lang.as_ref().map(|_| "auto");
    // Whoever leaves a statement out presses the same button, which does not invite them to.
    let next = chosen.map_or("pass", |_| "secondary");

    html! {
        <>
            { progress(session, ui, position, item.scale) }
            // Without a legend, whose margins browsers treat each in its own way.
            <fieldset class="item" aria-labelledby="frame stem" onpointerdown={pointer_down(ui)}>
                <div class="asks">
                    { just_marked(session, ui) }
                    // Not the last item's with other words: a heading that has focus already would
                    // not be read out. The options below are the last item's, for speed.
                    <div key={item.id.as_str()}>
                        if opens {
                            { opening(session, ui, position, item.scale) }
                        }
                        <p id="frame" class="kicker">{ strings.item_time_frame() }</p>
                        // Focus moves here, and what is said then is the name: the statement, whose
                        // direction it is, and how far the visitor has come.
                        <h2 id="stem" aria-labelledby="stem place" aria-describedby={opens.then_some("whom")}
                            tabindex="-1" part="heading" lang={lang.clone()} {dir}>
                            { &item.stem }
                        </h2>
                    </div>
                </div>
                <div {lang} {dir}>
                    { for options.map(|(response, digit, label)| {
                        option(ui, response, digit, label, chosen == Some(response))
                    }) }
                </div>
            </fieldset>
            <div class="nav">
                { ui.button("link", strings.back(), Message::PressedBack) }
                { ui.button(next, strings.next(), Message::PressedNext) }
            </div>
            { how(session, ui, position) }
        </>
    }
}

/// How to answer, said once; and the setting, for as long as it is not what most visitors want.
fn how(session: &Session, ui: &Ui, position: usize) -> Html {
    let strings = ui.words.audit();
    let first = position == 0;
    html! {
        <>
            if first {
                <p class="quiet">
                    { strings.item_how() }
                    // Not said to a screen reader, which keeps these keys for itself: 1 to 6 lead to headings.
                    <span class="keys" aria-hidden="true">{ " " }{ strings.item_keys() }</span>
                </p>
            }
            if first && ui.attributes.start == Start::Audit {
                // There was no welcome screen to say so.
                { p("quiet", ui.privacy(session)) }
            }
            if first || !session.moves_on {
                <label class="setting">
                    <input type="checkbox" checked={session.moves_on}
                        onchange={ui.on(Message::SetMovesOn(!session.moves_on))} />
                    { text("span", "", strings.moves_on()) }
                </label>
            }
        </>
    }
}

/// The direction, the place in the form, and a bar with a part for each direction.
fn progress(session: &Session, ui: &Ui, position: usize, scale: ScaleIndex) -> Html {
    let total = session.items().len();
    let at = |position: usize| {
        percent(number::to_f64(position as u64) / number::to_f64(total.max(1) as u64) * 100.0)
    };
    let parts = session.instrument.parts(session.form());
    html! {
        <div class="progress" part="progress">
            <p id="place">
                if let Some(scale) = session.instrument.scale(scale) {
                    // The style draws a sign for each direction of the shipped questionnaire.
                    <span class="direction" data-id={scale.id.to_string()}>{ &scale.label }</span>
                }
                { text("span", "", ui.words.audit().progress(position + 1, total)) }
            </p>
            <svg class="bar" width="100%" height="4" aria-hidden="true">
                <rect class="track" width="100%" height="4" />
                <rect class="done" width={at(position)} height="4" />
                { for parts.into_iter().map(|start| html! {
                    <rect class="gap" x={at(start)} width="6" height="4" />
                }) }
            </svg>
        </div>
    }
}

/// On the first item of a direction: whom it is about, and the way out if there is nobody. On the first
/// of all also how to read the options.
fn opening(session: &Session, ui: &Ui, position: usize, scale: ScaleIndex) -> Html {
    let strings = ui.words.audit();
    let label = session.instrument.scale(scale);
    let label = label.map_or("", |scale| &scale.label);
    let instrument = &session.instrument;
    let who = strings.frame(instrument, scale);
    let lang = ui.foreign(instrument);
    let dir = lang.as_ref().map(|_| "auto");
    html! {
        <div class="opening">
            <div id="whom">
                // What is said of the shipped questionnaire's options need not be true of another's.
                if position == 0 && instrument.has_shipped_texts() {
                    <p>{ strings.frame_often() }{ " " }{ strings.frame_not_applicable() }</p>
                }
                if let Some(who) = who {
                    <p {lang} {dir}>{ who }{ " " }</p>
                }
            </div>
            if session.scale_marked(scale) {
                <p>
                    { strings.marked(label) }{ " " }
                    { ui.button("link", strings.unmark(), Message::UnmarkedScale(scale)) }
                </p>
            } else if instrument.offers(Response::NotApplicable) && instrument.scales.len() > 1 {
                { ui.button("link", strings.leave_scale_out(instrument), Message::MarkedScale(scale)) }
            }
        </div>
    }
}

/// After a direction was marked: says so, and offers to take it back.
pub(super) fn just_marked(session: &Session, ui: &Ui) -> Html {
    let scale = session.screen.just_marked();
    let marked = scale.and_then(|scale| Some((scale, session.instrument.scale(scale)?)));
    html! {
        <div role="status">
            if let Some((scale, marked)) = marked {
                <p class="notice">
                    { text("span", "", ui.words.audit().marked(&marked.label)) }
                    { ui.button("link", ui.words.audit().unmark(), Message::UnmarkedScale(scale)) }
                </p>
            }
        </div>
    }
}

fn option(ui: &Ui, response: Response, digit: u8, label: &str, checked: bool) -> Html {
    let class = if digit == 0 { "option na" } else { "option" };
    let label = html! {
        <label>
            <input type="radio" name="response" value={digit.to_string()} {checked}
                onclick={clicked(ui, response)} />
            { text("span", "", label) }
            // A key for each of the first nine.
            if digit < 10 {
                <span class="digit" aria-hidden="true">{ digit }</span>
            }
        </label>
    };
    attributed(
        label,
        &["class", "part"],
        vec![class.into(), "option".into()],
    )
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
    let options = session.instrument.options.len();
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
            key => Message::from_key(key, &event.code(), event.shift_key(), options),
        };
        if let Some(message) = message {
            event.prevent_default();
            send.emit(message);
        }
    })
}
