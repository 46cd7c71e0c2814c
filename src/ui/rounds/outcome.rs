//! What a round gave: how others see the leader, beside the leader's own score.

use yew::{Html, html};

use super::blocks::{Page, action, actions, back, deletion, folded, hand_on};
use super::compared;
use super::figures::{said, whole};
use super::spoken;
use crate::ui::{Ui, all, element, p, text};
use app::rounds::questions::Five;
use app::rounds::{KeptOutcome, Message, Rounds, Shown, follows};
use app::session::{Message as ToSession, Part, Session};
use records::rounds::OutcomeRecord;
use round::gap::{Change, margin_of_others, pulse_change};
use round::invitation::{Set, Way};
use round::outcome::Outcome;

pub(super) fn view(session: &Session, rounds: &Rounds, shown: &Shown, ui: &Ui) -> Html {
    let words = ui.words.outcome();
    let Some(KeptOutcome {
        record, outcome, ..
    }) = rounds.shown()
    else {
        return Html::default();
    };
    let made_at = record.figures.made_at;
    let said = said(outcome);
    let date = ui.date(made_at);
    let kicker = match outcome.way {
        Way::Table => words.kicker("table", &date),
        Way::Sealed => words.kicker("sealed", &date),
    };
    let answers = if outcome.steps.is_some() {
        pulse(session, rounds, record, outcome, ui)
    } else if outcome.set == Set::Pulse {
        p("quiet", ui.words.pulse().few())
    } else {
        Html::default()
    };
    let can_claim =
        session.result.is_some() && matches!(shown, Shown::Kept(_)) && outcome.steps.is_none();
    let gap = if record.own {
        compared::gap(session, rounds, (outcome, made_at), ui)
    } else if can_claim {
        action("secondary", words.about_me(), Message::Claimed, ui)
    } else {
        Html::default()
    };
    let mut page = Page::default();
    page.p("kicker", &kicker.unwrap_or_default());
    let name = record.name.as_ref().map(|name| p("kicker", &**name));
    page.add(name.unwrap_or_default());
    page.heading(words.heading(said.statements).unwrap_or_default());
    page.p(
        "lede",
        &words.mean_of(said, whole(margin_of_others(outcome))),
    );
    page.p("quiet", words.speaks_for());
    page.add(answers);
    page.add(gap);
    if record.own {
        page.add(one_thing(ui));
    }
    page.add(keep(shown, ui));
    page.add(hand(rounds, outcome, ui));
    page.add(copy(session, rounds, outcome, ui));
    page.add(back(ui, Message::OpenedList));
    page.done()
}

/// The five statements, and what has changed in them since the round before.
fn pulse(
    session: &Session,
    rounds: &Rounds,
    record: &OutcomeRecord,
    outcome: &Outcome,
    ui: &Ui,
) -> Html {
    let steps = outcome.steps.unwrap_or_default();
    all(vec![
        lines(session, outcome, steps, ui),
        since(session, rounds, record, outcome, ui),
    ])
}

/// The name of a statement of an outcome.
fn name(session: &Session, five: Five<'_>, place: usize, ui: &Ui) -> Html {
    let name = ui.words.pulse().called(five, place);
    spoken(session, five, html! { <strong>{ name }</strong> }, ui)
}

/// The mean answers to the five statements.
pub(super) fn lines(session: &Session, outcome: &Outcome, steps: [u8; 5], ui: &Ui) -> Html {
    let words = ui.words.pulse();
    let five = Five::of(outcome.print, &session.instrument);
    let mut rows = Vec::new();
    for (place, step) in steps.into_iter().enumerate() {
        // Others than the program's have no names beside their words.
        let statement = words.asked(five, place).filter(|_| five == Five::Program);
        let row = all(vec![
            name(session, five, place, ui),
            text("span", "", words.mean_answer(step)),
            ruler(step),
            text("span", "quiet", statement.unwrap_or_default()),
        ]);
        rows.push(element("li", "", row));
    }
    let mut page = Page::default();
    page.add(element("ul", "plain pulse", all(rows)));
    page.p("quiet", words.margin());
    page.done()
}

/// A mean answer on the five options, in half steps.
fn ruler(step: u8) -> Html {
    let at = (u16::from(step.saturating_sub(2)) * 25 / 2).to_string() + "%";
    html! {
        <svg class="steps" width="100%" height="14" aria-hidden="true">
            <line class="track" x1="0" x2="100%" y1="7" y2="7" />
            <circle class="them" cx={at} cy="7" r="5.5" />
        </svg>
    }
}

fn since(
    session: &Session,
    rounds: &Rounds,
    record: &OutcomeRecord,
    outcome: &Outcome,
    ui: &Ui,
) -> Html {
    let words = ui.words.pulse();
    let Some(before) = rounds.before_shown() else {
        return Html::default();
    };
    let made_before = before.record.figures.made_at;
    let since = words.since(&ui.date(made_before));
    let refused = |why: &str| p("quiet", [&since, why].join(ui.words.between_sentences()));
    if record.apart || follows(made_before, record.figures.made_at) {
        return refused(ui.words.outcome().apart());
    }
    let changes = match pulse_change(&before.outcome, outcome) {
        Ok(changes) => changes,
        Err(fault) => {
            let why = ui.words.outcome().not_compared(compared::code(fault));
            return refused(why.unwrap_or_default());
        }
    };
    let steps = [before.outcome.steps, outcome.steps].map(Option::unwrap_or_default);
    let [earlier, later] = steps.map(|steps| steps.map(|step| words.mean_answer(step)));
    let mut rows = Vec::new();
    let five = Five::of(outcome.print, &session.instrument);
    let steps = earlier.iter().zip(later);
    for (place, (change, (before, after))) in changes.into_iter().zip(steps).enumerate() {
        let said = match change {
            Change::Higher => words.higher(before, after),
            Change::Lower => words.lower(before, after),
            Change::Within => words.unchanged(before, after),
        };
        let said = [" ", &said].concat();
        let name = name(session, five, place, ui);
        rows.push(element("li", "", all(vec![name, said.into()])));
    }
    let mut page = Page::default();
    page.text("h3", "", &since);
    page.add(element("ul", "plain", all(rows)));
    page.p("quiet", words.chance());
    page.done()
}

/// What to do with it: to talk with whoever answered, and to choose an act.
fn one_thing(ui: &Ui) -> Html {
    let words = ui.words.outcome();
    let part = Part::Practice;
    let way = ui.way(ui.words.audit().open(part), "", ToSession::OpenedPart(part));
    all(vec![
        text("h3", "", words.try_heading()),
        p("", words.try_this()),
        element("ul", "ways", way),
    ])
}

/// Keeping and forgetting; of one that was read, how far it can be trusted.
fn keep(shown: &Shown, ui: &Ui) -> Html {
    let words = ui.words.outcome();
    match shown {
        Shown::Fresh(fresh) => {
            let mut page = Page::default();
            if fresh.record.own {
                page.p("", words.unsigned());
            }
            page.add(actions(vec![
                ui.button("primary", words.keep(), Message::Kept),
                ui.button("link", words.forget(), Message::Forgot),
            ]));
            page.p("quiet", words.keep_about());
            page.done()
        }
        Shown::Kept(_) => {
            let (sure, yes) = (words.forget_sure(), ui.words.round().forget_yes());
            let mut page = Page::default();
            page.add(html! { <p role="status">{ words.kept() }</p> });
            page.add(deletion(words.forget(), sure, yes, Message::Forgot, ui));
            page.done()
        }
    }
}

/// The outcome in words.
fn copy(session: &Session, rounds: &Rounds, outcome: &Outcome, ui: &Ui) -> Html {
    let (words, pulse) = (ui.words.outcome(), ui.words.pulse());
    let said = said(outcome);
    let mut lines = vec![
        words
            .heading(said.statements)
            .unwrap_or_default()
            .to_owned(),
        words.mean_of(said, whole(margin_of_others(outcome))),
    ];
    if let Some(steps) = outcome.steps {
        let five = Five::of(outcome.print, &session.instrument);
        for (place, step) in steps.into_iter().enumerate() {
            lines.push([&*pulse.called(five, place), pulse.mean_answer(step)].join(": "));
        }
    }
    let label = words.copy_text();
    folded(label, false, hand_on(label, &lines.join("\n"), rounds, ui))
}

/// The outcome as a message for the leader.
fn hand(rounds: &Rounds, outcome: &Outcome, ui: &Ui) -> Html {
    let words = ui.words.outcome();
    let button = ui.words.round().got_heading();
    let message = words.for_leader(outcome.n, button, &outcome.to_text());
    let label = words.copy_for_leader();
    folded(label, false, hand_on(label, &message, rounds, ui))
}
