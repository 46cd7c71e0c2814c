//! Two results side by side: what changed by more than error, said plainly.

use yew::{Html, html};

use super::Book;
use app::workbook::Workbook;
use measure::change::{Comparison, Refusal, ScaleChange};
use measure::chart::{BAND_EDGES, pairs, percent};
use measure::report::Shown;
use measure::scoring::{Band, SetScore, round_half_away};

pub(super) fn view(workbook: &Workbook, book: &Book) -> Html {
    html! { <div class="comparison">{ judged(workbook, workbook.comparison(), book) }</div> }
}

/// A comparison, or why there is none. Its words are announced; the picture and the numbers are
/// there to be read.
pub(super) fn judged(
    workbook: &Workbook,
    comparison: Option<Result<Comparison, Refusal>>,
    book: &Book,
) -> Html {
    let (said, shown) = match comparison {
        None => Default::default(),
        Some(Err(refusal)) => {
            let refusal = (book.strings.refusal)(refusal);
            (
                html! { <p><strong>{ refusal }</strong></p> },
                Html::default(),
            )
        }
        Some(Ok(comparison)) => (
            said(workbook, &comparison, book),
            shown(workbook, &comparison, book),
        ),
    };
    html! { <><div role="status">{ said }</div>{ shown }</> }
}

fn said(workbook: &Workbook, comparison: &Comparison, book: &Book) -> Html {
    let strings = book.strings;
    let labels = workbook.instrument.scales.iter().map(|scale| &scale.label);
    let days = (
        book.date(comparison.earlier_at),
        book.date(comparison.later_at),
    );
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

type CellText = fn(&ScaleChange, &Book) -> String;

fn shown(workbook: &Workbook, comparison: &Comparison, book: &Book) -> Html {
    let strings = book.strings;
    let labels = || workbook.instrument.scales.iter().map(|scale| &scale.label);
    let [direction, earlier, later, change] = strings.compare_heads;
    let rows: [(&str, CellText); 3] = [
        (earlier, |scale, book| score(&scale.earlier, book)),
        (later, |scale, book| score(&scale.later, book)),
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
                    <i>{ "0" }</i><i>{ "50" }</i><i>{ "75" }</i><i>{ "100" }</i>
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
                                <td>{ cell(scale, book) }</td>
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
            { for [0.0, 100.0].into_iter().chain(BAND_EDGES).map(|edge| html! {
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

fn score(set: &SetScore, book: &Book) -> String {
    set.estimate.map_or_else(
        || book.strings.results.not_scored_cell.to_owned(),
        |estimate| {
            let shown = Shown::of(&estimate);
            (book.strings.results.score_with_interval)(shown.score, shown.low, shown.high)
        },
    )
}

#[expect(clippy::cast_possible_truncation, reason = "at most a few hundred")]
fn points(scale: &ScaleChange, book: &Book) -> String {
    scale.difference.map_or_else(String::new, |difference| {
        let whole = |value: f64| round_half_away(value) as i64;
        (book.strings.points)(whole(difference.points), whole(difference.margin))
    })
}
