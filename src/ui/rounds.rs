//! How others see the leader: the screens of rounds, for whoever starts, collects, answers and reads.

mod blocks;
mod choose;
mod collect;
mod compared;
mod figures;
mod list;
mod opened;
mod outcome;
mod rate;
mod statement;
mod table;

use crate::ui::{all, attributed, element, p};
use js_sys::Reflect;
use yew::{Callback, Event, Html, InputEvent};

use super::{Ui, absent, heading};
use app::attributes::Retain;
use app::parts::{self, Linked, Outcomes};
use app::rounds::draft::Draft;
use app::rounds::questions::{Five, statements};
use app::rounds::{Message, Notice, Rounds, Screen};
use app::session::Session;
use blocks::live;

/// The screen of rounds.
#[split::split]
pub(super) fn view(_: Linked<parts::Rounds>, session: &Session, ui: &Ui) -> Html {
    let Some(rounds) = session.rounds() else {
        return Html::default();
    };
    let screen = match &rounds.screen {
        Screen::List => list::view(session, rounds, ui),
        Screen::Choosing(draft) => choose::view(session, rounds, draft, ui),
        Screen::Appointing(draft) => choose::appoint(draft, ui),
        Screen::Asking(_) => choose::ask_coach(rounds, ui),
        Screen::Beginning(_) => heading(ui.words.round().working()),
        Screen::Collecting(collecting) => collect::view(session, rounds, collecting, ui),
        Screen::Rating(rating) => rate::view(session, rounds, rating, ui),
        Screen::Table(table) => table::view(session, table, ui),
        Screen::Outcome(_) => {
            absent::or_below((Outcomes::NAME, &ui.parts.outcomes), session, ui, told)
        }
        Screen::Reading(found) => list::read(found, ui),
    };
    element("div", "after rounds", all(vec![notice(rounds, ui), screen]))
}

/// What a round gave.
#[split::split]
fn told(_: Linked<Outcomes>, session: &Session, ui: &Ui) -> Html {
    let rounds = session.rounds();
    rounds.map_or_else(Html::default, |rounds| match &rounds.screen {
        Screen::Outcome(shown) => outcome::view(session, rounds, shown, ui),
        _ => Html::default(),
    })
}

/// What others said, beside the result.
#[split::split]
pub(super) fn beside(_: Linked<Outcomes>, session: &Session, ui: &Ui) -> Html {
    let rounds = session.rounds();
    rounds.map_or_else(Html::default, |rounds| compared::view(session, rounds, ui))
}

/// What others said of a leader whose result is opened from a file.
#[split::split]
pub(super) fn opened(_: Linked<Outcomes>, session: &Session, ui: &Ui) -> Html {
    let after = session.after();
    let file = after.and_then(|after| after.opened_file());
    let shown = file.and_then(|file| Some((file.completed()?, file.rounds())));
    shown.map_or_else(Html::default, |(completed, outcomes)| {
        opened::view(session, completed, outcomes, ui)
    })
}

/// Whether what others said goes into a file with the result.
#[split::split]
pub(super) fn tick(_: Linked<Outcomes>, session: &Session, ui: &Ui) -> Html {
    opened::tick(session, ui)
}

/// What the visitor should know since the last step.
fn notice(rounds: &Rounds, ui: &Ui) -> Html {
    let said = rounds
        .notice
        .as_ref()
        .map(|notice| said(notice, rounds, ui));
    let said = said.map(|said| p("notice", &said));
    live("status", said.unwrap_or_default())
}

fn said(notice: &Notice, rounds: &Rounds, ui: &Ui) -> String {
    let (rater, collector) = (ui.words.rater(), ui.words.collector());
    let said = match notice {
        Notice::Unusable(pastes) => {
            let mut said = Vec::new();
            for (paste, count) in pastes {
                said.push(collector.unusable(*paste, *count));
            }
            return said.join(ui.words.between_sentences());
        }
        Notice::BadInvitation => rater.refusal("bad_invitation"),
        Notice::NewerInvitation => rater.refusal("newer"),
        Notice::OtherQuestions => rater.refusal("other_questions"),
        Notice::Gone => ui.words.round().gone(),
        Notice::Failed => match rounds.screen {
            Screen::Choosing(_) | Screen::Appointing(_) => collector.start_failed(),
            Screen::Collecting(_) => collector.open_failed(),
            _ => rater.lock_failed(),
        },
        Notice::Insecure => rater.refusal("insecure"),
        Notice::OwnInvitation => rater.refusal("own"),
        Notice::TakenOut => collector.taken_out(),
        Notice::GivenUp => collector.given_up(),
        Notice::RoundForgotten => rater.forgotten(),
        Notice::OutcomeForgotten => ui.words.outcome().forgotten(),
        Notice::Closed => ui.words.outcome().deleted(),
        Notice::KeptBefore => ui.words.outcome().kept_before(),
    };
    said.to_owned()
}

/// What becomes of this when the tab is closed, where it is not kept.
fn kept(session: &Session, ui: &Ui) -> Html {
    let words = ui.words.round();
    let said = match ui.attributes.retain {
        _ if !session.is_kept() => words.memory_only(),
        Retain::Session => words.tab_only(),
        Retain::Device => return Html::default(),
    };
    p("notice", said)
}

/// The element `node`, which has no attributes yet and says one of five statements: of the questionnaire's own it is
/// in the language of that.
fn spoken(session: &Session, five: Five<'_>, node: Html, ui: &Ui) -> Html {
    let foreign = match five {
        Five::Own(_) => ui.foreign(&session.instrument),
        Five::Program | Five::Unknown => None,
    };
    let dir = foreign.as_ref().map_or("", |_| "auto");
    let values = vec![foreign.unwrap_or_default(), dir.into()];
    attributed(node, &["lang", "dir"], values)
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

/// What is in the field that an event is about, whether it has one line or several.
fn text_in(event: &Event) -> Option<String> {
    let value = Reflect::get(&event.target()?.into(), &"value".into());
    value.ok()?.as_string()
}

/// A message that replaces the draft by a changed one.
fn drafted(draft: &Draft, change: impl FnOnce(&mut Draft)) -> Message {
    let mut draft = draft.clone();
    change(&mut draft);
    Message::Drafted(draft)
}
