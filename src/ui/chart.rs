//! The three scores as dots with their intervals on one shared axis, and the same as a table.

use yew::{Html, html};

use super::results::STRINGS;
use measure::chart::{AXIS, marks, percent};
use measure::report::{Direction, Report, Shown};
use measure::scoring::Band;

pub(super) fn view(report: &Report) -> Html {
    let caption = if report.assumed {
        STRINGS.scores_caption_assumed
    } else {
        STRINGS.scores_caption_estimated
    };
    html! {
        <section>
            <h3>{ STRINGS.scores_heading }</h3>
            <figure class="scores" part="chart">
                <div class="plot">
                    { picture(&report.directions) }
                    { for report.directions.iter().map(|direction| html! {
                        <p class="row" key={direction.label.as_str()}>
                            <strong>{ &direction.label }</strong>
                            <span>{ STRINGS.score_text(direction) }</span>
                        </p>
                    }) }
                </div>
                { axis() }
                <figcaption>{ caption }</figcaption>
            </figure>
            <details>
                <summary>{ STRINGS.scores_as_table }</summary>
                { table(&report.directions) }
            </details>
        </section>
    }
}

fn picture(directions: &[Direction]) -> Html {
    html! {
        <svg width="100%" height="100%" aria-hidden="true">
            { for AXIS.map(|points| {
                let inner = Band::CUT_OFFS.contains(&points);
                let edge = points.into();
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
fn axis() -> Html {
    html! {
        <div class="axis" aria-hidden="true">
            { for Band::ALL.into_iter().map(|band| html! {
                <span class={band.as_str()}>{ (STRINGS.band)(band) }</span>
            }) }
            { for AXIS.map(|points| html! { <i>{ points }</i> }) }
        </div>
    }
}

/// Directions as columns, as in the map below it, so that it fits a phone.
fn table(directions: &[Direction]) -> Html {
    type CellText = fn(&Direction) -> String;
    let [direction, score, interval, band, answered] = STRINGS.table_heads;
    let rows: [(&str, CellText); 4] = [
        (score, score_cell),
        (interval, interval_cell),
        (band, band_cell),
        (answered, answered_cell),
    ];
    html! {
        <table class="numbers">
            <thead>
                <tr>
                    <td class="corner"><span class="sr">{ direction }</span></td>
                    { for directions.iter().map(|direction| html! {
                        <th scope="col">{ &direction.label }</th>
                    }) }
                </tr>
            </thead>
            <tbody>{ for rows.into_iter().map(|(head, cell)| html! {
                <tr>
                    <th scope="row">{ head }</th>
                    { for directions.iter().map(|direction| html! {
                        <td>{ cell(direction) }</td>
                    }) }
                </tr>
            }) }</tbody>
        </table>
    }
}

fn score_cell(direction: &Direction) -> String {
    match direction.set.estimate {
        Some(estimate) => Shown::from_estimate(&estimate).score.to_string(),
        None if direction.applies => STRINGS.not_scored_cell.to_owned(),
        None => STRINGS.not_applicable.to_owned(),
    }
}

fn interval_cell(direction: &Direction) -> String {
    let shown = direction
        .set
        .estimate
        .map(|estimate| Shown::from_estimate(&estimate));
    shown.map_or_else(String::new, |shown| {
        (STRINGS.interval)(shown.low, shown.high)
    })
}

fn band_cell(direction: &Direction) -> String {
    let estimate = direction.set.estimate.as_ref();
    estimate.map_or_else(String::new, |estimate| STRINGS.band_text(estimate))
}

fn answered_cell(direction: &Direction) -> String {
    (STRINGS.answered_of)(direction.set.answered, direction.set.total)
}
