//! How others see the leader: the screens of rounds, for whoever starts, collects, answers and reads.

mod choose;
mod collect;
mod compared;
mod list;
mod opened;
mod outcome;
mod rate;
mod statement;
mod table;

use web_sys::{HtmlInputElement, HtmlTextAreaElement};
use yew::{Callback, Event, Html, InputEvent, TargetCast, html};

use super::{Ui, heading};
use app::attributes::Retain;
use app::parts::{self, Linked};
use app::rounds::draft::Draft;
use app::rounds::questions::statements;
use app::rounds::{Message, Notice, Rounds, Screen, Sending};
use app::session::Session;

/// The screen of rounds.
#[split::split]
pub(super) fn view(_: Linked<parts::Rounds>, session: &Session, ui: &Ui) -> Html {
    let Some(rounds) = session.rounds() else {
        return Html::default();
    };
    html! {
        <div class="after rounds">
            { notice(rounds, ui) }
            { match &rounds.screen {
                Screen::List => list::view(session, rounds, ui),
                Screen::Choosing(draft) => choose::view(session, rounds, draft, ui),
                Screen::Appointing(draft) => choose::appoint(draft, ui),
                Screen::Asking(draft) => choose::ask_coach(rounds, draft, ui),
                Screen::Beginning(_) => heading(ui.words.round().working()),
                Screen::Collecting(collecting) => collect::view(session, rounds, collecting, ui),
                Screen::Rating(rating) => rate::view(session, rounds, rating, ui),
                Screen::Table(table) => table::view(table, ui),
                Screen::Outcome(shown) => outcome::view(session, rounds, shown, ui),
                Screen::Reading(found) => list::read(found, ui),
            } }
        </div>
    }
}

/// What others said, beside the result.
#[split::split]
pub(super) fn beside(_: Linked<parts::Rounds>, session: &Session, ui: &Ui) -> Html {
    let rounds = session.rounds();
    rounds.map_or_else(Html::default, |rounds| compared::view(session, rounds, ui))
}

/// What others said of a leader whose result is opened from a file.
#[split::split]
pub(super) fn opened(_: Linked<parts::Rounds>, session: &Session, ui: &Ui) -> Html {
    let after = session.after();
    let file = after.and_then(|after| after.opened_file());
    let shown = file.and_then(|file| Some((file.completed()?, file.rounds())));
    shown.map_or_else(Html::default, |(completed, outcomes)| {
        opened::view(session, completed, outcomes, ui)
    })
}

/// Whether what others said goes into a file with the result.
#[split::split]
pub(super) fn tick(_: Linked<parts::Rounds>, session: &Session, ui: &Ui) -> Html {
    opened::tick(session, ui)
}

/// What the visitor should know since the last step.
fn notice(rounds: &Rounds, ui: &Ui) -> Html {
    let rater = ui.words.rater();
    let said = rounds.notice.as_ref().map(|notice| match notice {
        Notice::Unusable(pastes) => {
            let pastes = pastes.iter();
            let said = pastes.map(|(paste, count)| ui.words.collector().unusable(*paste, *count));
            said.collect::<Vec<_>>().join(" ")
        }
        Notice::BadInvitation => rater.refusal("bad_invitation").to_owned(),
        Notice::NewerInvitation => rater.refusal("newer").to_owned(),
        Notice::OtherQuestions => rater.refusal("other_questions").to_owned(),
        Notice::Gone => ui.words.round().gone().to_owned(),
        Notice::Failed => match rounds.screen {
            Screen::Appointing(_) => ui.words.collector().start_failed().to_owned(),
            Screen::Collecting(_) => ui.words.collector().open_failed().to_owned(),
            Screen::Rating(_) => rater.lock_failed().to_owned(),
            _ => ui.words.round().gone().to_owned(),
        },
        Notice::Insecure => rater.refusal("insecure").to_owned(),
        Notice::OwnInvitation => rater.refusal("own").to_owned(),
        Notice::TakenOut => ui.words.collector().taken_out().to_owned(),
        Notice::GivenUp => ui.words.collector().given_up().to_owned(),
        Notice::RoundForgotten => rater.forgotten().to_owned(),
        Notice::OutcomeForgotten => ui.words.outcome().forgotten().to_owned(),
        Notice::Closed => ui.words.outcome().deleted().to_owned(),
        Notice::KeptBefore => ui.words.outcome().kept_before().to_owned(),
    });
    html! {
        <div role="status">{ for said.map(|said| html! { <p class="notice">{ said }</p> }) }</div>
    }
}

/// What becomes of this when the tab is closed, where it is not kept.
fn kept(session: &Session, ui: &Ui) -> Html {
    let words = ui.words.round();
    let said = match ui.attributes.retain {
        _ if !session.is_kept() => words.memory_only(),
        Retain::Session => words.tab_only(),
        Retain::Device => return Html::default(),
    };
    html! { <p class="notice">{ said }</p> }
}

/// What no promise covers, behind one press.
fn limits(texts: Vec<&'static str>, ui: &Ui) -> Html {
    html! {
        <details>
            <summary>{ ui.words.round().limits_summary() }</summary>
            <ul>{ for texts.into_iter().map(|text| html! { <li>{ text }</li> }) }</ul>
        </details>
    }
}

/// A text to hand on, which can also be selected, and the buttons for it. The share sheet comes first
/// where there is one.
fn hand_on(label: &str, text: &str, rounds: &Rounds, ui: &Ui) -> Html {
    let words = ui.words.round();
    let shares = rounds.page.as_ref().is_some_and(|page| page.shares);
    let copy = if shares { "secondary" } else { "primary" };
    let handed = |sending| Message::Handed(sending, text.to_owned());
    html! {
        <>
            <label class="field">
                <span class="sr">{ label }</span>
                <textarea readonly=true rows="6" dir="auto" value={text.to_owned()} />
            </label>
            <p class="actions">
                if shares {
                    { ui.button("primary", words.send(), handed(Sending::Share)) }
                }
                { ui.button(copy, words.copy(), handed(Sending::Copy)) }
            </p>
            { super::outcome() }
        </>
    }
}

/// One of several answers to a question about a round.
struct Choice {
    label: String,
    about: Option<&'static str>,
    checked: bool,
    message: Message,
}

/// A question with one answer out of several.
fn choice(name: &'static str, legend: &str, answers: Vec<Choice>, ui: &Ui) -> Html {
    html! {
        <fieldset class="choice">
            <legend>{ legend }</legend>
            <div class="answers tall">
                { for answers.into_iter().map(|answer| html! {
                    <label class="answer">
                        <input type="radio" {name} checked={answer.checked}
                            onchange={ui.on(answer.message)} />
                        <span>
                            { answer.label }
                            if let Some(about) = answer.about {
                                <span class="sr">{ ", " }</span><small>{ about }</small>
                            }
                        </span>
                    </label>
                }) }
            </div>
        </fieldset>
    }
}

/// A callback for the text of a field.
fn typed(ui: &Ui, message: impl Fn(String) -> Message + 'static) -> Callback<InputEvent> {
    let send = ui.send.clone();
    Callback::from(move |event: InputEvent| {
        if let Some(text) = text_in(&event) {
            send.emit(message(text).into());
        }
    })
}

/// What is in the field that an event is about.
fn text_in(event: &Event) -> Option<String> {
    let line = event.target_dyn_into::<HtmlInputElement>();
    let line = line.map(|input| input.value());
    line.or_else(|| Some(event.target_dyn_into::<HtmlTextAreaElement>()?.value()))
}

/// A message that replaces the draft by a changed one.
fn drafted(draft: &Draft, change: impl FnOnce(&mut Draft)) -> Message {
    let mut draft = draft.clone();
    change(&mut draft);
    Message::Drafted(draft)
}

/// The way back within rounds.
fn back(ui: &Ui, message: Message) -> Html {
    html! { <div class="nav">{ ui.button("link", ui.words.audit().back(), message) }</div> }
}
