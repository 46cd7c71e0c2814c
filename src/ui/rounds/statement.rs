//! A statement about a leader, for whoever answers on a device of their own or at a table.

use yew::{Html, html};

use super::{heading, statements};
use crate::ui::Ui;
use app::rounds::Message;
use app::rounds::questions::Asked;
use round::invitation::{Invitation, Set};

/// The statement at `place`, with its options; `given` is the answer so far: `Some(None)` is “I can't say”.
pub(super) fn view(
    invitation: &Invitation,
    asked: &Asked,
    place: usize,
    given: Option<Option<u8>>,
    ui: &Ui,
) -> Html {
    let Some(statement) = asked.statements.get(place) else {
        return Html::default();
    };
    let id = statement.id.as_str();
    let words = ui.words.observer();
    let is_pulse = invitation.set == Set::Pulse;
    let stem = if is_pulse {
        ui.words.pulse().statement(id)
    } else {
        words.statement(id)
    };
    let frame = ui
        .words
        .rater()
        .time_frame(statements(invitation.set, invitation.is_named()));
    let total = asked.statements.len();
    let options = ui.words.pulse().option();
    let options = (1_u8..)
        .zip(options)
        .map(|(number, label)| (Some(number), label));
    // An average must not rest on one or two people.
    let cannot_say = (!is_pulse).then(|| (None, words.cannot_say()));
    html! {
        <>
            <p class="kicker">{ ui.words.audit().progress(place + 1, total) }</p>
            <div key={id}>
                <p class="kicker">{ frame }</p>
                { heading(stem.unwrap_or_default()) }
            </div>
            if place == 0 {
                <p class="quiet">
                    { words.who() }
                    if is_pulse {
                        { " " }{ ui.words.pulse().left_out() }
                    } else {
                        { " " }{ words.cannot_say_about(words.cannot_say()) }
                    }
                </p>
            }
            <div class="options">
                { for options.chain(cannot_say).map(|(number, label)| html! {
                    <button type="button" class="option" part="option" aria-pressed={(given == Some(number)).to_string()}
                        onclick={ui.on(Message::Answered(number))}>
                        { label }
                    </button>
                }) }
            </div>
            if place > 0 {
                { super::back(ui, Message::WentBack) }
            }
        </>
    }
}
