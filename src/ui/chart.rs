//! The three scores as dots with their intervals on one shared axis, and the same as a table.

use yew::{Html, html};

use super::Ui;
use crate::chart::{BAND_EDGES, marks, percent};
use crate::report::{Direction, Report, Shown, other_bands};
use crate::scoring::Band;

pub(super) fn view(report: &Report, ui: &Ui) -> Html {
    let strings = ui.strings;
    let caption = if report.assumed {
        strings.scores_caption_assumed
    } else {
        strings.scores_caption_estimated
    };
    html! {
        <section>
            <h3>{ strings.scores_heading }</h3>
            <figure class="scores" part="chart">
                <div class="plot" aria-hidden="true">
                    { picture(&report.directions) }
                    { for report.directions.iter().map(|direction| html! {
                        <p class="row" key={direction.label.as_str()}>
                            <strong>{ &direction.label }</strong>
                            <span>{ score_text(direction, ui) }</span>
                        </p>
                    }) }
                </div>
                { axis(ui) }
                <figcaption>{ caption }</figcaption>
            </figure>
            <details>
                <summary>{ strings.scores_as_table }</summary>
                { table(&report.directions, ui) }
            </details>
        </section>
    }
}

fn picture(directions: &[Direction]) -> Html {
    html! {
        <svg width="100%" height="100%">
            { for [0.0, 100.0].into_iter().chain(BAND_EDGES).map(|edge| {
                let inner = BAND_EDGES.contains(&edge);
                html! {
                    <line class={if inner { "edge inner" } else { "edge" }}
                        x1={percent(edge)} x2={percent(edge)} y1="0" y2="100%" />
                }
            }) }
            { for marks(directions).into_iter().map(|mark| html! {
                <>
                    <line class="interval" x1={percent(mark.low)} x2={percent(mark.high)}
                        y1={percent(mark.y)} y2={percent(mark.y)} />
                    <circle class="dot" cx={percent(mark.dot)} cy={percent(mark.y)} r="6.5" />
                </>
            }) }
        </svg>
    }
}

/// The numbers at the band edges, and between them the bands' names.
fn axis(ui: &Ui) -> Html {
    html! {
        <div class="axis" aria-hidden="true">
            { for Band::ALL.into_iter().map(|band| html! {
                <span class={band.as_str()}>{ (ui.strings.band)(band) }</span>
            }) }
            <i>{ "0" }</i><i>{ "50" }</i><i>{ "75" }</i><i>{ "100" }</i>
        </div>
    }
}

fn score_text(direction: &Direction, ui: &Ui) -> String {
    let strings = ui.strings;
    match direction.set.estimate {
        _ if !direction.applies => strings.not_applicable.to_owned(),
        None => (strings.not_scored)(direction.set.answered, direction.set.total),
        Some(estimate) => {
            let shown = Shown::of(&estimate);
            (strings.score_with_interval)(shown.score, shown.low, shown.high)
        }
    }
}

fn table(directions: &[Direction], ui: &Ui) -> Html {
    let strings = ui.strings;
    html! {
        <table class="numbers">
            <thead>
                <tr>{ for strings.table_heads.iter().map(|head| html! {
                    <th scope="col">{ *head }</th>
                }) }</tr>
            </thead>
            <tbody>{ for directions.iter().map(|direction| {
                let set = &direction.set;
                let cells = match set.estimate {
                    None => [score_text(direction, ui), String::new(), String::new()],
                    Some(estimate) => {
                        let shown = Shown::of(&estimate);
                        let band = (strings.band)(estimate.band);
                        let others: Vec<_> =
                            other_bands(&estimate).into_iter().map(strings.band).collect();
                        let band = if others.is_empty() {
                            band.to_owned()
                        } else {
                            (strings.band_hedged)(band, &others)
                        };
                        [
                            shown.score.to_string(),
                            (strings.interval)(shown.low, shown.high),
                            band,
                        ]
                    }
                };
                html! {
                    <tr>
                        <th scope="row">{ &direction.label }</th>
                        { for cells.into_iter().map(|cell| html! { <td>{ cell }</td> }) }
                        <td>{ (strings.answered_of)(set.answered, set.total) }</td>
                    </tr>
                }
            }) }</tbody>
        </table>
    }
}
