//! The leader's own score beside what others said: two dots on one axis, and the gap between them, solid
//! where it is larger than chance and dotted where it is not.

use yew::{Html, html};

use super::outcome::{said, whole};
use super::statements;
use crate::ui::{Ui, chart, sign};
use app::rounds::beside::{self, Told};
use app::rounds::{Compared, Message, Rounds, questions};
use app::session::Session;
use measure::chart::percent;
use measure::time::UnixMs;
use round::gap::{Refused, Verdict, margin_of_others};
use round::outcome::Outcome;

/// Own answers so many days older or newer than an outcome need a larger gap.
const SAME_TIME_DAYS: i64 = 28;

/// The code of a refusal in texts.
pub(super) fn code(refused: Refused) -> &'static str {
    match refused {
        Refused::NoOwnScore => "no_own_score",
        Refused::OtherQuestions => "other_questions",
        Refused::OtherForm => "other_form",
        Refused::NotScored | Refused::TooFew => "not_scored",
        Refused::OtherWay => "other_way",
    }
}

/// Beside a result: the latest outcome of each direction that can be compared with it.
pub(super) fn view(session: &Session, rounds: &Rounds, ui: &Ui) -> Html {
    let Some(result) = &session.result else {
        return Html::default();
    };
    let words = ui.words.outcome();
    let latest = beside::latest(&rounds.own(), &session.instrument, result);
    let rows = latest.iter().filter_map(|beside| {
        let compared = beside.compared.as_ref().ok()?;
        let outcome = &beside.told.outcome;
        let id = statements(outcome.set, outcome.is_named());
        let heading = words.heading(id).unwrap_or_default();
        let open = Message::OpenedOutcome(beside.told.name.clone()?);
        let said =
            html! { <>{ verdict(outcome, compared, ui) }{ ui.button("link", heading, open) }</> };
        Some(row(
            session,
            &beside.told,
            compared,
            (words.row_own(), said),
            ui,
        ))
    });
    chart(session, rows.collect(), ui)
}

/// Rows of outcomes beside own scores, if there are any.
pub(super) fn chart(session: &Session, rows: Vec<Html>, ui: &Ui) -> Html {
    let words = ui.words.outcome();
    if rows.is_empty() {
        return Html::default();
    }
    html! {
        <section>
            <h3>{ words.kept_heading() }</h3>
            <figure class="plot both">
                <ol class="rows">{ for rows }</ol>
                { chart::axis(&session.instrument, ui) }
                <figcaption>{ words.chart_about() }{ " " }{ words.margin() }</figcaption>
            </figure>
        </section>
    }
}

/// An outcome beside the own score, which has this label, and what is said of both.
pub(super) fn row(
    session: &Session,
    told: &Told,
    compared: &Compared,
    (own, said): (&str, Html),
    ui: &Ui,
) -> Html {
    let scale = questions::scale_of(told.outcome.set, &session.instrument);
    let scale = scale.and_then(|scale| session.instrument.scales.get(scale));
    html! {
        <li class="row pair">
            { for scale.map(|scale| html! {
                <span class="name">{ sign::view(scale.id.as_str()) }{ &scale.label }</span>
            }) }
            <span class="value">{ ui.date(told.made_at) }</span>
            { ruler(session, &told.outcome, compared, own, ui) }
            <p class="verdict">{ said }</p>
        </li>
    }
}

/// The gap between an outcome and the own score, or why there is none.
pub(super) fn gap(
    session: &Session,
    rounds: &Rounds,
    (outcome, made_at): (&Outcome, UnixMs),
    ui: &Ui,
) -> Html {
    let words = ui.words.outcome();
    let compared = match rounds.gap(outcome, made_at, &session.view()) {
        Ok(compared) => compared,
        Err(refused) => {
            return html! { <p class="quiet">{ words.not_compared(code(refused)) }</p> };
        }
    };
    html! {
        <>
            <figure class="plot both">
                <ol class="rows">
                    <li class="row pair">{ ruler(session, outcome, &compared, words.row_own(), ui) }</li>
                </ol>
                { chart::axis(&session.instrument, ui) }
                <figcaption>{ words.chart_about() }</figcaption>
            </figure>
            { for sentences(outcome, &compared, ui).into_iter().map(|text| html! { <p>{ text }</p> }) }
            if compared.days.abs() > SAME_TIME_DAYS {
                <p class="quiet">{ words.older() }</p>
            }
            <p class="quiet">{ words.margin() }</p>
            <details>
                <summary>{ words.more_summary() }</summary>
                { for words.more().into_iter().map(|text| html! { <p>{ text }</p> }) }
            </details>
        </>
    }
}

fn sentences(outcome: &Outcome, compared: &Compared, ui: &Ui) -> Vec<String> {
    let larger = compared.gap.verdict == Verdict::Larger;
    let own = whole(compared.own.score);
    ui.words.outcome().gap_of(said(outcome), own, larger)
}

/// Both numbers, and whether chance could make the gap.
fn verdict(outcome: &Outcome, compared: &Compared, ui: &Ui) -> Html {
    let mut texts = sentences(outcome, compared, ui);
    texts.truncate(2);
    html! { { for texts.into_iter().map(|text| html! { <>{ text }{ " " }</> }) } }
}

/// Two dots with the gap between them, and the range of the others' mean.
fn ruler(
    session: &Session,
    outcome: &Outcome,
    compared: &Compared,
    own_label: &str,
    ui: &Ui,
) -> Html {
    let words = ui.words.outcome();
    let mean = f64::from(outcome.mean);
    let margin = margin_of_others(outcome);
    let [low, high] = [(mean - margin).max(0.0), (mean + margin).min(100.0)];
    let own = compared.own.score;
    let class = match compared.gap.verdict {
        Verdict::Larger => "gap",
        Verdict::Within => "gap near",
    };
    let said = said(outcome);
    let label = [
        [own_label, " ", &whole(own).to_string()].concat(),
        [
            words.row_others(),
            " ",
            &words.range(&words.mean_text(said), whole(low), whole(high)),
        ]
        .concat(),
    ];
    let id = statements(outcome.set, outcome.is_named());
    html! {
        <>
            { chart::ruler(&session.instrument, html! {
                <>
                    <line class="nine" x1={percent(low)} x2={percent(high)} y1="50%" y2="50%" />
                    <line {class} x1={percent(own.min(mean))} x2={percent(own.max(mean))} y1="50%" y2="50%" />
                    <circle class="them" cx={percent(mean)} cy="50%" r="6.5" />
                    <circle class="me" cx={percent(own)} cy="50%" r="8" />
                </>
            }) }
            <p class="key" data-set={id}>
                { for label.into_iter().zip(["me", "them"]).map(|(text, class)| html! {
                    <span {class}>{ text }</span>
                }) }
            </p>
        </>
    }
}
