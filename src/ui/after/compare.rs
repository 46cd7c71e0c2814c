//! Two results side by side, and which differences exceed the error of measurement.

use yew::{Html, html};

use crate::ui::Ui;
use app::after::After;
use app::session::Session;
use measure::change::{Comparison, Refusal, ScaleChange};
use measure::chart::{AXIS, pairs, percent};
use measure::report::Shown;
use measure::scoring::{Band, SetScore};

pub(super) fn view(session: &Session, after: &After, ui: &Ui) -> Html {
    html! { <div class="comparison">{ judged(session, after.comparison(&session.view()), ui) }</div> }
}

/// A comparison, or why the results cannot be compared. Screen readers announce its sentences, not
/// its picture and its numbers.
pub(super) fn judged(
    session: &Session,
    comparison: Option<Result<Comparison, Refusal>>,
    ui: &Ui,
) -> Html {
    let (said, shown) = match comparison {
        None => Default::default(),
        Some(Err(refusal)) => {
            let refusal = (ui.words().refusal)(refusal);
            (
                html! { <p><strong>{ refusal }</strong></p> },
                Html::default(),
            )
        }
        Some(Ok(comparison)) => (
            said(session, &comparison, ui),
            shown(session, &comparison, ui),
        ),
    };
    html! { <><div role="status">{ said }</div>{ shown }</> }
}

fn said(session: &Session, comparison: &Comparison, ui: &Ui) -> Html {
    let strings = ui.words();
    let labels = session.instrument.scales.iter().map(|scale| &scale.label);
    let days = (ui.date(comparison.earlier_at), ui.date(comparison.later_at));
    html! {
        <>
            <h4>{ (strings.compare_heading)(&days.0, &days.1) }</h4>
            if !comparison.order_known {
                <p>{ strings.order_unknown }</p>
            }
            <ul>
                { for labels.zip(&comparison.scales).map(|(label, scale)| html! {
                    <li>{ (strings.change)(label, scale.verdict()) }</li>
                }) }
            </ul>
        </>
    }
}

type CellText = fn(&ScaleChange, &Ui) -> String;

fn shown(session: &Session, comparison: &Comparison, ui: &Ui) -> Html {
    let strings = ui.words();
    let labels = || session.instrument.scales.iter().map(|scale| &scale.label);
    let [direction, earlier, later, change] = strings.compare_heads;
    let rows: [(&str, CellText); 3] = [
        (earlier, |scale, ui| score(&scale.earlier, ui)),
        (later, |scale, ui| score(&scale.later, ui)),
        (change, points),
    ];
    html! {
        <>
            <figure class="scores pairs">
                <div class="plot">
                    { picture(&comparison.scales) }
                    { for labels().map(|label| html! {
                        <p class="row"><strong>{ label }</strong></p>
                    }) }
                </div>
                <div class="axis" aria-hidden="true">
                    { for Band::ALL.into_iter().map(|band| html! {
                        <span class={band.as_str()}>{ (strings.results.band)(band) }</span>
                    }) }
                    { for AXIS.map(|points| html! { <i>{ points }</i> }) }
                </div>
                <figcaption>{ strings.compare_about }</figcaption>
            </figure>
            <table class="numbers">
                <thead><tr>
                    <td class="corner"><span class="sr">{ direction }</span></td>
                    { for labels().map(|label| html! { <th scope="col">{ label }</th> }) }
                </tr></thead>
                <tbody>
                    { for rows.into_iter().map(|(head, cell)| html! {
                        <tr>
                            <th scope="row">{ head }</th>
                            { for comparison.scales.iter().map(|scale| html! {
                                <td>{ cell(scale, ui) }</td>
                            }) }
                        </tr>
                    }) }
                </tbody>
            </table>
        </>
    }
}

fn picture(scales: &[ScaleChange]) -> Html {
    html! {
        <svg width="100%" height="100%" aria-hidden="true">
            { for AXIS.map(f64::from).map(|edge| html! {
                <line class="edge" x1={percent(edge)} x2={percent(edge)} y1="0" y2="100%" />
            }) }
            { for pairs(scales).into_iter().flat_map(|pair| ["earlier", "later"].into_iter().zip(pair)).filter_map(|(class, mark)| {
                let mark = mark?;
                Some(html! {
                    <g {class}>
                        <line class="interval" x1={percent(mark.low)} x2={percent(mark.high)}
                            y1={percent(mark.y)} y2={percent(mark.y)} />
                        <circle class="dot" cx={percent(mark.dot)} cy={percent(mark.y)} r="6" />
                    </g>
                })
            }) }
        </svg>
    }
}

fn score(set: &SetScore, ui: &Ui) -> String {
    set.estimate.map_or_else(
        || ui.words().results.not_scored_cell.to_owned(),
        |estimate| {
            let shown = Shown::from_estimate(&estimate);
            (ui.words().results.score_with_interval)(shown.score, shown.low, shown.high)
        },
    )
}

#[expect(clippy::cast_possible_truncation, reason = "at most a few hundred")]
fn points(scale: &ScaleChange, ui: &Ui) -> String {
    scale.difference.map_or_else(String::new, |difference| {
        let round = |value: f64| value.round() as i64;
        (ui.words().points)(round(difference.points), round(difference.margin))
    })
}
