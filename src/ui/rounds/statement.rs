//! A statement about a leader, for whoever answers on a device of their own or at a table.

use yew::{Html, html};

use super::blocks::{Page, back};
use super::{heading, spoken, statements};
use crate::ui::{Ui, all, element, p};
use app::rounds::Message;
use app::rounds::questions::{Asked, Five};
use app::session::Session;
use round::invitation::{Invitation, Set};

/// An answer: the number of an option, or without one “I can't say”.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) struct Chosen(pub(super) Option<u8>);

/// The statement at `place`, with its options; `given` is the answer so far.
pub(super) fn view(
    session: &Session,
    invitation: &Invitation,
    asked: &Asked,
    place: usize,
    given: Option<Chosen>,
    ui: &Ui,
) -> Html {
    let Some(statement) = asked.statements.get(place) else {
        return Html::default();
    };
    let id = statement.id.as_str();
    let words = ui.words.observer();
    let pulse = ui.words.pulse();
    let is_pulse = invitation.set == Set::Pulse;
    let five = Five::of(invitation.print, &session.instrument);
    let (stem, left_out) = if is_pulse {
        (pulse.asked(five, place), pulse.left_out().to_owned())
    } else {
        let about = words.cannot_say_about(words.cannot_say());
        (words.statement(id), about)
    };
    let asked_by = statements(invitation.set, invitation.is_named());
    let frame = ui.words.rater().time_frame(asked_by);
    let mut options = Vec::new();
    for (number, label) in (1_u8..).zip(pulse.option()) {
        options.push(option(label, Some(number), given, ui));
    }
    // An average must not rest on one or two people.
    if !is_pulse {
        options.push(option(words.cannot_say(), None, given, ui));
    }
    let (about, back) = if place == 0 {
        let about = p(
            "quiet",
            [words.who(), &left_out].join(ui.words.between_sentences()),
        );
        (about, Html::default())
    } else {
        (Html::default(), back(ui, Message::WentBack))
    };
    let total = asked.statements.len();
    let mut page = Page::default();
    page.p("kicker", &ui.words.audit().progress(place + 1, total));
    page.add(html! {
        <div key={id}>
            { p("kicker", frame) }
            { spoken(session, five, html! { <div>{ heading(stem.unwrap_or_default()) }</div> }, ui) }
        </div>
    });
    page.add(about);
    page.add(element("div", "options", all(options)));
    page.add(back);
    page.done()
}

fn option(label: &str, number: Option<u8>, given: Option<Chosen>, ui: &Ui) -> Html {
    let is_given = given == Some(Chosen(number));
    let pressed = if is_given { "true" } else { "false" };
    html! {
        <button type="button" class="option" part="option" aria-pressed={pressed}
            onclick={ui.on(Message::Answered(number))}>
            { label }
        </button>
    }
}
