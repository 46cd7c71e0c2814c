//! The screens, as functions from a session to markup. Nothing here changes state or touches the
//! browser beyond the events of its own elements: what happened goes out through [`Ui::send`].
//!
//! Plain functions, not components: each component is a generic instantiation that the visitor
//! downloads, and one small screen at a time leaves little for them to skip.

mod absent;
mod after;
mod chart;
mod erase;
mod first;
mod focus;
mod grid;
mod imports;
mod item;
mod keep;
mod markup;
mod notices;
mod paragraphs;
mod results;
mod review;
mod rounds;
mod said;
mod sign;
mod standout;
mod welcome;

use std::cell::Cell;
use std::rc::Rc;

pub use first::{FirstScreen, FirstScreenProps};
pub use focus::{Focus, Kept};
use markup::{all, attributed, circle, element, p, text};

use yew::{AttrValue, Callback, Html, MouseEvent, html};

use app::attributes::{Attributes, Retain};
use app::parts::{FollowUp, Imports, Parts, Results, Rounds};
use app::session::{Message, Screen, Session};
use measure::instrument::Instrument;
use measure::time::{LocalClock, UnixMs};
use words::Language;

/// The part that every screen is.
const PART: &str = "screen";

/// What every screen of a widget is given beside the session.
pub struct Ui {
    /// Another for each widget, so that none gets the nodes of another.
    pub widget: usize,
    /// What the owner set.
    pub attributes: Rc<Attributes>,
    /// Where what happened goes.
    pub send: Callback<Message>,
    /// The language.
    pub words: &'static Language,
    /// The visitor's clock, for dates.
    pub clock: LocalClock,
    /// The wall clock; it may jump.
    pub now: UnixMs,
    /// How many other audits of the website have stored something, while the visitor is asked whether to
    /// delete everything of this one.
    pub other_audits: usize,
    /// The parts of the program that are linked, and why others are not.
    pub parts: Rc<Parts>,
    /// Fetches the part of the program of this name again.
    pub fetch: Callback<&'static str>,
    /// Reads the files that the visitor chose, and sends their texts.
    pub read: Callback<Vec<web_sys::File>>,
    /// Whether the last press came from a pointer and not from a key.
    pub pointer: Rc<Cell<bool>>,
}

impl Ui {
    /// A callback that sends `message`, whatever the event.
    fn on<E: 'static>(&self, message: impl Into<Message>) -> Callback<E> {
        let (send, message) = (self.send.clone(), message.into());
        Callback::from(move |_: E| send.emit(message.clone()))
    }

    /// The language of a questionnaire, where it is another than that of the sentences around it.
    fn foreign(&self, instrument: &Instrument) -> Option<AttrValue> {
        let language = &instrument.language;
        (language != self.words.tag()).then(|| language.clone().into())
    }

    /// A moment as a local date.
    fn date(&self, moment: UnixMs) -> String {
        self.words.day(moment, self.clock)
    }

    /// What happens to the answers, as far as they can be stored here.
    fn privacy(&self, session: &Session) -> &'static str {
        match self.attributes.retain {
            _ if !session.is_kept() => self.words.audit().privacy_memory(),
            Retain::Device => self.words.audit().privacy(),
            Retain::Session => self.words.audit().privacy_session(),
        }
    }

    /// The link to the owner's own next step, if there is one.
    fn call_to_action(&self) -> Html {
        let link = self.attributes.call_to_action.as_ref();
        link.map_or_else(Html::default, |link| {
            html! {
                <a class="cta" part="cta" href={link.href().to_owned()} target="_blank"
                    rel="noopener">
                    { link.label() }
                </a>
            }
        })
    }

    /// A next step in a list, as wide as a thumb needs.
    fn way(&self, title: &str, about: &str, message: impl Into<Message>) -> Html {
        way(title, about, self.on(message))
    }

    fn button(&self, kind: &'static str, label: &str, message: impl Into<Message>) -> Html {
        button(kind, label, self.on(message))
    }
}

/// As [`Ui::way`], once for the messages of all parts.
fn way(title: &str, about: &str, onclick: Callback<MouseEvent>) -> Html {
    html! {
        <li>
            <button type="button" class="way" part="button" {onclick}>
                <span>
                    <strong>{ title }</strong>
                    if !about.is_empty() {
                        { " " }<span class="quiet">{ about }</span>
                    }
                </span>
                <svg viewBox="0 0 10 16" aria-hidden="true">
                    <path d="M1.5 1.5 8 8l-6.5 6.5" fill="none" stroke="currentColor" stroke-width="1.8"
                        stroke-linecap="round" stroke-linejoin="round" />
                </svg>
            </button>
        </li>
    }
}

/// As [`Ui::button`], once for the messages of all parts.
fn button(kind: &'static str, label: &str, onclick: Callback<MouseEvent>) -> Html {
    let button = html! { <button {onclick}>{ label }</button> };
    let values = vec!["button".into(), kind.into(), "button".into()];
    attributed(button, &["type", "class", "part"], values)
}

/// Where the loader says what came of a press on a button before it that the browser may refuse. Keyed,
/// so that no other element takes its place with what the loader added.
fn outcome() -> Html {
    html! { <div class="outcome" key="outcome"><p role="status" /></div> }
}

/// The heading of a screen, which takes focus when the screen appears.
fn heading(text: &str) -> Html {
    html! { <h2 tabindex="-1" part="heading">{ text }</h2> }
}

/// The screen that is on.
pub fn screen(session: &Session, ui: &Ui, kept: &Kept) -> Html {
    kept.note_focus();
    let part = (Results::NAME, &ui.parts.results);
    let follow_up = (FollowUp::NAME, &ui.parts.follow_up);
    let imports = (Imports::NAME, &ui.parts.imports);
    let (class, screen) = match session.screen {
        Screen::Welcome => ("screen welcome", welcome::view(session, ui)),
        Screen::Item { position, .. } => ("screen item", item::view(session, ui, position)),
        Screen::Review { .. } => ("screen review", review::view(session, ui)),
        Screen::Results { .. } => (
            "screen results",
            absent::or_view(part, session, ui, results::view),
        ),
        Screen::Keep => (
            "screen keep",
            absent::or_view(part, session, ui, keep::view),
        ),
        Screen::Opened { .. } => (
            "screen results opened",
            absent::or_view(imports, session, ui, imports::opened),
        ),
        Screen::Rounds => (
            "screen part",
            absent::or_view((Rounds::NAME, &ui.parts.rounds), session, ui, rounds::view),
        ),
        Screen::Part(_) => (
            "screen part",
            absent::or_view(follow_up, session, ui, after::practice),
        ),
    };
    // A form, because Chromium leaks named radio buttons that were removed from a shadow root outside
    // one. Nothing submits it: its method is for dialogs, and it is in none.
    let form = html! {
        <form key={ui.widget} ref={kept.root.clone()} onkeydown={item::keys(ui, session)}>
            { notices::view(session, ui) }
            { screen }
        </form>
    };
    let (language, direction) = (ui.words.tag(), ui.words.direction());
    let values = [class, PART, "dialog", language, direction].map(AttrValue::from);
    attributed(
        form,
        &["class", "part", "method", "lang", "dir"],
        values.into(),
    )
}
