//! The leader's own score beside what others said: two dots on one axis, and the gap between them, solid
//! where it is larger than chance and dotted where it is not.

use yew::{Html, html};

use super::outcome::{said, whole};
use super::statements;
use crate::ui::{Ui, chart, sign};
use app::rounds::{Compared, Message, Rounds};
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
    let view = session.view();
    let mut rows = Vec::new();
    for (index, scale) in session.instrument.scales.iter().enumerate() {
        let mut outcomes = rounds.records.outcomes.iter();
        let found = outcomes.find_map(|kept| {
            let set = kept.outcome.set;
            kept.record.own.then_some(())?;
            let of_scale = app::rounds::questions::scale_of(set, &session.instrument);
            let made_at = kept.record.figures.made_at;
            let compared = rounds.gap(&kept.outcome, made_at, &view).ok()?;
            (of_scale == Some(index)).then_some((kept, compared))
        });
        if let Some((kept, compared)) = found {
            let open = Message::OpenedOutcome(kept.name.clone());
            let id = statements(kept.outcome.set, kept.outcome.is_named());
            let heading = ui.words.outcome().heading(id).unwrap_or_default();
            rows.push(html! {
                <li class="row pair">
                    <span class="name">{ sign::view(scale.id.as_str()) }{ &scale.label }</span>
                    <span class="value">{ ui.date(kept.record.figures.made_at) }</span>
                    { ruler(session, &kept.outcome, &compared, ui) }
                    <p class="verdict">{ verdict(&kept.outcome, &compared, ui) }{ ui.button("link", heading, open) }</p>
                </li>
            });
        }
    }
    if rows.is_empty() {
        return Html::default();
    }
    html! {
        <section>
            <h3>{ ui.words.outcome().kept_heading() }</h3>
            <figure class="plot both">
                <ol class="rows">{ for rows }</ol>
                { chart::axis(&session.instrument, ui) }
                <figcaption>
                    { ui.words.outcome().chart_about() }{ " " }{ ui.words.outcome().margin() }
                </figcaption>
            </figure>
        </section>
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
                    <li class="row pair">{ ruler(session, outcome, &compared, ui) }</li>
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
fn ruler(session: &Session, outcome: &Outcome, compared: &Compared, ui: &Ui) -> Html {
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
        [words.row_own(), " ", &whole(own).to_string()].concat(),
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
