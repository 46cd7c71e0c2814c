//! The scores as dots with their ranges on the axis of the answer words, and the same as a table.

use yew::{AttrValue, Html, html};

use super::{Ui, all, attributed, circle, sign, text};
use measure::chart::{band_middles, edges, percent, steps, words_on_axis};
use measure::instrument::{Instrument, ScaleIndex};
use measure::report::{Direction, Report, Shown};
use measure::scoring::{Estimate, FindingKind};

/// More rows than this are drawn closer together, with the axis above them as well.
const FEW_ROWS: usize = 6;

/// Longer names than this have a wider column.
const SHORT_NAME: usize = 10;

/// One row for each direction that applies and can have a score; nothing where there is none.
pub(super) fn view(instrument: &Instrument, report: &Report, ui: &Ui) -> Html {
    let words = ui.words.results();
    let caption = if report.assumed {
        words.scores_caption_assumed()
    } else {
        words.scores_caption_estimated()
    };
    let (mut rows, mut class) = (Vec::new(), "plot");
    for (index, direction) in ScaleIndex::enumerate(&report.directions) {
        if direction.is_shown() {
            rows.push(row(instrument, report, index, direction, ui));
            if direction.label.len() > SHORT_NAME {
                class = "plot named";
            }
        }
    }
    let is_long = rows.len() > FEW_ROWS;
    if rows.is_empty() {
        return Html::default();
    }
    if is_long {
        class = "plot named many";
    }
    let figure = html! {
        <figure>
            if is_long {
                { axis(instrument, ui) }
            }
            <ol class="rows" aria-label={words.scores_heading()}>
                { all(rows) }
            </ol>
            { axis(instrument, ui) }
            { text("figcaption", "", caption) }
        </figure>
    };
    attributed(
        figure,
        &["class", "part"],
        vec![class.into(), "chart".into()],
    )
}

fn row(
    instrument: &Instrument,
    report: &Report,
    index: ScaleIndex,
    direction: &Direction,
    ui: &Ui,
) -> Html {
    let words = ui.words.results();
    let named = matches!(
        report.finding.kind,
        FindingKind::Weakest | FindingKind::Likely
    );
    let lowest = named && report.finding.scales.first() == Some(&index);
    let name =
        html! { <span class="name">{ sign::view(&direction.id) }{ &direction.label }</span> };
    let Some(estimate) = &direction.set.estimate else {
        return html! {
            <li class="row">{ name }{ text("span", "value", words.score_text(direction)) }</li>
        };
    };
    let shown = Shown::from_estimate(estimate);
    let row = html! {
        <li>
            { name }
            <span class="value"><b>{ shown.score }</b>{ words.interval(shown.low, shown.high) }</span>
            { ruler(instrument, marks(estimate)) }
        </li>
    };
    attributed(row, &["class"], vec![row_class(lowest)])
}

/// A score with its range, as lines and a dot on the ruler.
fn marks(estimate: &Estimate) -> Html {
    let [low, high] = estimate.half();
    html! {
        <>
            { span("nine", estimate.low, estimate.high) }
            { span("half", low, high) }
            { dot("dot", estimate.score) }
        </>
    }
}

/// A line on the ruler.
pub(super) fn span(class: &'static str, from: f64, to: f64) -> Html {
    let values = vec![
        class.into(),
        percent(from).into(),
        percent(to).into(),
        "50%".into(),
        "50%".into(),
    ];
    attributed(
        html! { <line /> },
        &["class", "x1", "x2", "y1", "y2"],
        values,
    )
}

/// A dot on the ruler.
pub(super) fn dot(class: &'static str, at: f64) -> Html {
    circle(class, percent(at), "50%", "7.5")
}

/// The class of a row of the chart, which may be set off from the others.
pub(super) fn row_class(stands_out: bool) -> AttrValue {
    if stands_out { "row lowest" } else { "row" }.into()
}

/// A line from 0 to 100, the middle band shaded, a tick for each option, with `marks` on it.
pub(super) fn ruler(instrument: &Instrument, marks: Html) -> Html {
    let [_, middle, high, _] = edges(instrument.cut_offs);
    html! {
        <svg class="ruler" aria-hidden="true">
            <rect class="zone" x={percent(middle)} width={percent(high - middle)} height="100%" />
            <line class="track" x1="0" x2="100%" y1="50%" y2="50%" />
            { for steps(instrument.options.len()).map(|at| html! {
                <line class="tick" x1={percent(at)} x2={percent(at)} y1="38%" y2="62%" />
            }) }
            { marks }
        </svg>
    }
}

/// The words that were chosen from, where each counts on the ruler, and below them the bands.
pub(super) fn axis(instrument: &Instrument, ui: &Ui) -> Html {
    let words = ui.words.results();
    let [from, middle, high, to] = edges(instrument.cut_offs);
    let ends = [(from, middle), (middle, high), (high, to)];
    html! {
        <div class="axis" aria-hidden="true">
            <div class="words">
                { for words_on_axis(&instrument.options).map(|option| html! { { text("span", "", option) } }) }
            </div>
            // What translators put in the place of a text is not drawn here.
            <svg class="bands" translate="no">
                { for ends.into_iter().map(|(from, to)| html! {
                    <line x1={percent(from + 0.5)} x2={percent(to - 0.5)} y1="1" y2="1" />
                }) }
                { for band_middles(instrument.cut_offs).into_iter().map(|(band, at)| html! {
                    <text x={percent(at)} y="1.4em">{ words.band_name(band) }</text>
                }) }
            </svg>
        </div>
    }
}

/// Directions as rows, as on the chart.
pub(super) fn table(report: &Report, ui: &Ui) -> Html {
    let words = ui.words.results();
    html! {
        <table class="numbers">
            <thead>
                <tr>
                    <td></td>
                    { for words.table_heads().map(|head| html! { <th scope="col">{ head }</th> }) }
                </tr>
            </thead>
            <tbody>{ for report.directions.iter().map(|direction| {
                let [score, range, band] = cells(direction, ui);
                html! {
                    <tr>
                        <th scope="row">{ &direction.label }</th>
                        { text("td", "", score) }
                        { text("td", "", range) }
                        { text("td", "", band) }
                        { text("td", "", words.answered_of(direction.set.answered, direction.set.total)) }
                    </tr>
                }
            }) }</tbody>
        </table>
    }
}

/// Score, range and band of a direction.
fn cells(direction: &Direction, ui: &Ui) -> [String; 3] {
    let words = ui.words.results();
    let Some(estimate) = &direction.set.estimate else {
        let why = if direction.applies {
            words.not_scored_cell()
        } else {
            words.not_applicable()
        };
        return [why.to_owned(), String::new(), String::new()];
    };
    let shown = Shown::from_estimate(estimate);
    [
        shown.score.to_string(),
        words.interval(shown.low, shown.high),
        words.band_text(estimate).unwrap_or_default(),
    ]
}
