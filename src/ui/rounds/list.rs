//! The rounds under way and what others said, where to begin, and where to paste what somebody sent.

use yew::{Html, html};

use super::blocks::{Page, action, actions, back, field, live};
use super::{statements, typed};
use crate::ui::{Ui, all, element, p, text};
use app::rounds::{Found, Kept, KeptOutcome, Message, Rounds, Unread};
use app::session::{Message as ToSession, Session};

pub(super) fn view(session: &Session, rounds: &Rounds, ui: &Ui) -> Html {
    let words = ui.words.round();
    let mut under_way = Vec::new();
    for kept in &rounds.records.rounds {
        under_way.push(round(rounds, kept, ui));
    }
    let mut outcomes = Vec::new();
    for kept in &rounds.records.outcomes {
        outcomes.push(outcome(kept, ui));
    }
    let begin = ui.button("primary", words.begin_asking(), Message::AskedToBegin);
    let read = ui.way(words.got_heading(), words.got_about(), Message::AskedToRead);
    let back = ui.button("link", ui.words.audit().back(), ToSession::PressedBack);
    let mut page = Page::default();
    page.heading(words.heading());
    page.p("lede", words.lede());
    page.add(super::kept(session, ui));
    page.add(actions(vec![begin]));
    page.add(ways(ui.words.collector().rounds_heading(), under_way));
    page.add(ways(ui.words.outcome().kept_heading(), outcomes));
    page.add(element("ul", "ways", read));
    page.add(element("div", "nav", back));
    page.done()
}

/// A list under its heading, unless it is empty.
fn ways(heading: &str, ways: Vec<Html>) -> Html {
    if ways.is_empty() {
        return Html::default();
    }
    let list = element("ul", "ways", all(ways));
    all(vec![text("h3", "", heading), list])
}

/// A round under way: what the collector calls it, or what it asks and since when.
fn round(rounds: &Rounds, kept: &Kept, ui: &Ui) -> Html {
    let words = ui.words.collector();
    let id = statements(kept.invitation.set, kept.invitation.is_named());
    let date = ui.date(kept.record.began_at);
    let title = match &kept.record.name {
        _ if kept.answers_it() => ui.words.rater().heading().to_owned(),
        Some(name) => name.to_string(),
        None => words.name(id, &date).unwrap_or_default(),
    };
    let about = match rounds.code(&kept.id) {
        Some(code) if !kept.answers_it() => words.name_number(code),
        _ => String::new(),
    };
    ui.way(&title, &about, Message::OpenedRound(kept.id))
}

fn outcome(kept: &KeptOutcome, ui: &Ui) -> Html {
    let id = statements(kept.outcome.set, kept.outcome.is_named());
    let date = ui.date(kept.record.figures.made_at);
    let name = kept.record.name.as_deref().unwrap_or_default();
    let title = ui.words.outcome().heading(id).unwrap_or_default();
    let about = if name.is_empty() {
        date
    } else {
        [name, " · ", &date].concat()
    };
    ui.way(title, &about, Message::OpenedOutcome(kept.name.clone()))
}

/// Where a message that somebody sent is pasted.
pub(super) fn read(found: &Found, ui: &Ui) -> Html {
    let words = ui.words.round();
    let said = found.problem.map(|problem| match problem {
        Unread::Nothing => words.got_fault("nothing"),
        Unread::Sealed => words.got_fault("sealed"),
        Unread::Damaged => words.got_fault("damaged"),
        Unread::Newer => words.got_fault("newer"),
        Unread::TooLong => words.got_fault("too_long"),
        Unread::Figures => ui.words.outcome().refused("bad_outcome"),
        Unread::TooFew => ui.words.outcome().refused("too_few"),
    });
    let oninput = typed(ui, Message::Typed);
    let got = html! {
        <textarea id="got" rows="6" dir="auto" autocomplete="off" value={found.typed.clone()} {oninput} />
    };
    let said = said.flatten().map(|said| p("", said));
    let mut page = Page::default();
    page.heading(words.got_heading());
    page.add(field("got", words.got_label(), "", got));
    page.add(live("alert", said.unwrap_or_default()));
    page.add(action("primary", words.got_open(), Message::Pasted, ui));
    page.add(back(ui, Message::WentBack));
    page.done()
}
