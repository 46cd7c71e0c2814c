//! What a round gave: how others see the leader, beside the leader's own score.

use yew::{Html, html};

use super::{compared, hand_on, heading, statements};
use crate::ui::Ui;
use app::rounds::{Message, Rounds, Shown, follows};
use app::session::{Message as ToSession, Part, Session};
use measure::time::UnixMs;
use round::gap::{Change, margin_of_others, pulse_change};
use round::invitation::{Set, Way};
use round::outcome::Outcome;
use words::Said;

/// What is said of an outcome.
pub(super) fn said(outcome: &Outcome) -> Said<'static> {
    Said {
        statements: statements(outcome.set, outcome.is_named()),
        people: outcome.n,
        mean: outcome.mean,
    }
}

/// A number of points as it is shown.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "0 to 100"
)]
pub(super) fn whole(points: f64) -> u8 {
    points.round() as u8
}

pub(super) fn view(session: &Session, rounds: &Rounds, shown: &Shown, ui: &Ui) -> Html {
    let words = ui.words.outcome();
    let Some((outcome, made_at, name)) = rounds.shown() else {
        return Html::default();
    };
    let said = said(outcome);
    let date = ui.date(made_at);
    let kicker = match outcome.way {
        Way::Table => words.kicker("table", &date),
        Way::Sealed => words.kicker("sealed", &date),
    };
    html! {
        <>
            <p class="kicker">{ kicker }</p>
            { for name.map(|name| html! { <p class="kicker">{ &**name }</p> }) }
            { heading(words.heading(said.statements).unwrap_or_default()) }
            <p class="lede">{ words.mean_of(said, whole(margin_of_others(outcome))) }</p>
            <p class="quiet">{ words.speaks_for() }</p>
            if outcome.steps.is_some() {
                { pulse(rounds, outcome, made_at, ui) }
            } else if outcome.set == Set::Pulse {
                <p class="quiet">{ ui.words.pulse().few() }</p>
            }
            if rounds.is_own() {
                { compared::gap(session, rounds, (outcome, made_at), ui) }
            } else if session.result.is_some() && matches!(shown, Shown::Kept(_)) && outcome.steps.is_none() {
                <p class="actions">{ ui.button("secondary", words.about_me(), Message::Claimed) }</p>
            }
            if rounds.is_own() {
                { one_thing(ui) }
            }
            { keep(outcome, shown, ui) }
            { hand(rounds, outcome, ui) }
            { copy(rounds, outcome, ui) }
            { super::back(ui, Message::OpenedList) }
        </>
    }
}

/// The five statements, and what has changed in them since the round before.
fn pulse(rounds: &Rounds, outcome: &Outcome, made_at: UnixMs, ui: &Ui) -> Html {
    let steps = outcome.steps.unwrap_or_default();
    html! {
        <>
            { lines(steps, ui) }
            { since(rounds, outcome, made_at, ui) }
        </>
    }
}

/// The mean answers to the five statements.
pub(super) fn lines(steps: [u8; 5], ui: &Ui) -> Html {
    let words = ui.words.pulse();
    html! {
        <>
            <ul class="plain pulse">
                { for app::rounds::questions::PULSE.iter().zip(steps).map(|(id, step)| html! {
                    <li>
                        <strong>{ words.name(id) }</strong>
                        <span>{ words.mean_answer(step) }</span>
                        { ruler(step) }
                        <span class="quiet">{ words.statement(id) }</span>
                    </li>
                }) }
            </ul>
            <p class="quiet">{ words.margin() }</p>
        </>
    }
}

/// A mean answer on the five options, in half steps.
fn ruler(step: u8) -> Html {
    let at = |step: u8| {
        [
            &(u16::from(step.saturating_sub(2)) * 25 / 2).to_string(),
            "%",
        ]
        .concat()
    };
    html! {
        <svg class="steps" width="100%" height="14" aria-hidden="true">
            <line class="track" x1="0" x2="100%" y1="7" y2="7" />
            <circle class="them" cx={at(step)} cy="7" r="5.5" />
        </svg>
    }
}

fn since(rounds: &Rounds, outcome: &Outcome, made_at: UnixMs, ui: &Ui) -> Html {
    let words = ui.words.pulse();
    let Some(before) = rounds.before_shown() else {
        return Html::default();
    };
    let date = ui.date(before.record.figures.made_at);
    if rounds.is_apart() || follows(before.record.figures.made_at, made_at) {
        return html! { <p class="quiet">{ words.since(&date) }{ " " }{ ui.words.outcome().apart() }</p> };
    }
    let changes = match pulse_change(&before.outcome, outcome) {
        Ok(changes) => changes,
        Err(refused) => {
            let why = ui.words.outcome().not_compared(compared::code(refused));
            return html! { <p class="quiet">{ words.since(&date) }{ " " }{ why }</p> };
        }
    };
    let texts = [before.outcome.steps, outcome.steps].map(Option::unwrap_or_default);
    let [earlier, later] = texts.map(|steps| steps.map(|step| words.mean_answer(step)));
    let rows = app::rounds::questions::PULSE.iter().zip(changes);
    let rows = rows.zip(earlier.into_iter().zip(later));
    html! {
        <>
            <h3>{ words.since(&date) }</h3>
            <ul class="plain">
                { for rows.map(|((id, change), (before, after))| {
                    let said = match change {
                        Change::Higher => words.higher(before, after),
                        Change::Lower => words.lower(before, after),
                        Change::Within => words.unchanged(before, after),
                    };
                    html! { <li><strong>{ words.name(id) }</strong>{ " " }{ said }</li> }
                }) }
            </ul>
            <p class="quiet">{ words.chance() }</p>
        </>
    }
}

/// What to do with it: to talk with whoever answered, and to choose an act.
fn one_thing(ui: &Ui) -> Html {
    let words = ui.words.outcome();
    let part = Part::Practice;
    html! {
        <>
            <h3>{ words.try_heading() }</h3>
            <p>{ words.try_this() }</p>
            <ul class="ways">{ ui.way(ui.words.audit().open(part), "", ToSession::OpenedPart(part)) }</ul>
        </>
    }
}

/// Keeping and forgetting; of one that was read, how far it can be trusted.
fn keep(_: &Outcome, shown: &Shown, ui: &Ui) -> Html {
    let words = ui.words.outcome();
    match shown {
        Shown::Fresh { was_read, .. } => html! {
            <>
                if *was_read {
                    <p>{ words.unsigned() }</p>
                }
                <p class="actions">
                    { ui.button("primary", words.keep(), Message::Kept) }
                    { ui.button("link", words.forget(), Message::Forgot) }
                </p>
                <p class="quiet">{ words.keep_about() }</p>
            </>
        },
        Shown::Kept(_) => html! {
            <>
                <p role="status">{ words.kept() }</p>
                <details>
                    <summary>{ words.forget() }</summary>
                    <p>{ words.forget_sure() }</p>
                    <p class="actions">
                        { ui.button("danger", ui.words.round().forget_yes(), Message::Forgot) }
                    </p>
                </details>
            </>
        },
    }
}

/// The outcome in words.
fn copy(rounds: &Rounds, outcome: &Outcome, ui: &Ui) -> Html {
    let words = ui.words.outcome();
    let said = said(outcome);
    let heading = words
        .heading(said.statements)
        .unwrap_or_default()
        .to_owned();
    let mean = words.mean_of(said, whole(margin_of_others(outcome)));
    let steps = app::rounds::questions::PULSE
        .iter()
        .zip(outcome.steps.iter().flatten());
    let pulse = ui.words.pulse();
    let steps = steps.map(|(id, step)| {
        [
            pulse.name(id).unwrap_or_default(),
            ": ",
            pulse.mean_answer(*step),
        ]
        .concat()
    });
    let lines: Vec<String> = [heading, mean].into_iter().chain(steps).collect();
    html! {
        <details>
            <summary>{ words.copy_text() }</summary>
            { hand_on(words.copy_text(), &lines.join("\n"), rounds, ui) }
        </details>
    }
}

/// The outcome as a message for the leader.
fn hand(rounds: &Rounds, outcome: &Outcome, ui: &Ui) -> Html {
    let words = ui.words.outcome();
    let button = ui.words.round().got_heading();
    let text = words.for_leader(outcome.n, button, &outcome.to_text());
    html! {
        <details>
            <summary>{ words.copy_for_leader() }</summary>
            { hand_on(words.copy_for_leader(), &text, rounds, ui) }
        </details>
    }
}
