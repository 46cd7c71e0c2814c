//! What the screens of rounds are made of.

use yew::{Callback, Event, Html, html};

use super::Message;
use crate::ui::{Ui, all, element, heading, outcome, p, text};
use app::rounds::{Rounds, Sending};

/// What is on a screen or in a part of it, from top to bottom.
#[derive(Default)]
pub(super) struct Page(Vec<Html>);

impl Page {
    pub(super) fn add(&mut self, node: Html) {
        self.0.push(node);
    }

    pub(super) fn heading(&mut self, text: &str) {
        self.add(heading(text));
    }

    pub(super) fn text(&mut self, tag: &'static str, class: &'static str, said: &str) {
        self.add(text(tag, class, said));
    }

    pub(super) fn p(&mut self, class: &'static str, said: &str) {
        self.text("p", class, said);
    }

    pub(super) fn done(self) -> Html {
        all(self.0)
    }
}

/// A paragraph for each text.
pub(super) fn paragraphs<T: AsRef<str>>(texts: &[T]) -> Html {
    texts.iter().map(|text| p("", text.as_ref())).collect()
}

/// A place whose changes are read aloud, at once or when there is time.
pub(super) fn live(role: &'static str, inner: Html) -> Html {
    html! { <div {role}>{ inner }</div> }
}

/// That the browser is at work.
pub(super) fn busy(ui: &Ui) -> Html {
    html! { <p aria-busy="true">{ ui.words.round().working() }</p> }
}

/// Buttons in a row.
pub(super) fn actions(buttons: Vec<Html>) -> Html {
    element("p", "actions", all(buttons))
}

/// A button by itself.
pub(super) fn action(kind: &'static str, label: &str, message: Message, ui: &Ui) -> Html {
    element("p", "actions", ui.button(kind, label, message))
}

/// The way back within rounds.
pub(super) fn back(ui: &Ui, message: Message) -> Html {
    let button = ui.button("link", ui.words.audit().back(), message);
    element("div", "nav", button)
}

/// What is behind one press.
pub(super) fn folded(summary: &str, is_open: bool, inner: Html) -> Html {
    // Keyed, so that what is open on one screen does not open something else on the next.
    html! {
        <details key={summary.to_owned()} open={is_open}>{ text("summary", "", summary) }{ inner }</details>
    }
}

/// Deleting, behind one press more.
pub(super) fn deletion(summary: &str, sure: &str, yes: &str, message: Message, ui: &Ui) -> Html {
    let yes = action("danger", yes, message, ui);
    folded(summary, false, all(vec![p("", sure), yes]))
}

/// What no promise covers.
pub(super) fn limits(texts: &[&str], ui: &Ui) -> Html {
    let texts = texts.iter().map(|limit| text("li", "", limit)).collect();
    let list = element("ul", "", texts);
    folded(ui.words.round().limits_summary(), false, list)
}

/// A text to hand on, which can also be selected, and the buttons for it. The share sheet comes first
/// where there is one.
pub(super) fn hand_on(label: &str, handed: &str, rounds: &Rounds, ui: &Ui) -> Html {
    let words = ui.words.round();
    let message = |sending| Message::Handed(sending, handed.to_owned());
    html! {
        <>
            <label class="field">
                { text("span", "sr", label) }
                <textarea readonly=true rows="6" dir="auto" value={handed.to_owned()} />
            </label>
            { send_or_copy([words.send(), words.copy()], message, rounds, ui) }
            { outcome() }
        </>
    }
}

/// The buttons of these labels for the share sheet, if there is one, and for copying.
pub(super) fn send_or_copy(
    [send, copy]: [&str; 2],
    message: impl Fn(Sending) -> Message,
    rounds: &Rounds,
    ui: &Ui,
) -> Html {
    let mut buttons = Vec::new();
    let mut kind = "primary";
    if rounds.page.as_ref().is_some_and(|page| page.shares) {
        buttons.push(ui.button(kind, send, message(Sending::Share)));
        kind = "secondary";
    }
    buttons.push(ui.button(kind, copy, message(Sending::Copy)));
    actions(buttons)
}

/// A field under its label and what is to be known of it, with what is wrong with it behind.
pub(super) fn field(id: &'static str, label: &str, about: &str, controls: Html) -> Html {
    html! {
        <div class="field">
            <label for={id}>{ label }</label>
            if !about.is_empty() {
                <p class="quiet" id={[id, "-about"].concat()}>{ about }</p>
            }
            { controls }
        </div>
    }
}

/// A question with one answer out of several.
pub(super) fn question(legend: &str, about: Html, class: &'static str, answers: Vec<Html>) -> Html {
    let answers = element("div", class, all(answers));
    let inner = all(vec![text("legend", "", legend), about, answers]);
    element("fieldset", "choice", inner)
}

/// One of these answers.
pub(super) fn answer(
    name: &'static str,
    checked: bool,
    chosen: Callback<Event>,
    label: Html,
) -> Html {
    html! {
        <label class="answer">
            <input type="radio" {name} {checked} onchange={chosen} />
            <span>{ label }</span>
        </label>
    }
}
