//! Every answer: facets down, directions across, a dot for each answer on its own steps, further along
//! for a better one. Each square opens to its statements. The squares are one tab stop; arrow keys move
//! between them.

use wasm_bindgen::JsCast as _;
use web_sys::{Element, HtmlElement};
use yew::{Callback, Html, KeyboardEvent, TargetCast, html};

use super::{Ui, circle, p, said, sign, text};
use app::session::{GridCell, Message, Session};
use measure::chart::{percent, steps};
use measure::completed::Completed;
use measure::report::{Answered, Report, answers};

/// Names the row that shows the statements of the open square.
const OPENED: &str = "square";

pub(super) fn view(session: &Session, result: &Completed, report: &Report, ui: &Ui) -> Html {
    let instrument = &session.instrument;
    if instrument.facets.is_empty() {
        return Html::default();
    }
    let words = ui.words.results();
    let count: usize = report.directions.iter().map(|one| one.set.answered).sum();
    let label = |facet: Option<usize>| instrument.facets.get(facet?).map(|facet| &facet.label);
    let highest = label(report.extremes.highest).map(|label| words.facet_highest(label));
    let lowest = label(report.extremes.lowest).map(|label| words.facet_lowest(label));
    let columns: Vec<usize> = applying(report).collect();
    html! {
        <section class="every">
            <div>
                { text("h3", "", words.every_heading(count)) }
                { p("quiet", words.every_about()) }
                { for highest.into_iter().chain(lowest).map(|text| html! { { p("quiet", text) } }) }
                <p class="key">
                    { dot("at low") }{ words.key_low() }{ dot("at") }{ words.key_rest() }
                </p>
            </div>
            <table class="grid" part="map">
                <thead>
                    <tr>
                        <td class="corner"></td>
                        { for columns.iter().filter_map(|scale| report.directions.get(*scale)).map(|direction| html! {
                            <th scope="col">{ sign::view(&direction.id) }{ " " }{ &direction.label }</th>
                        }) }
                    </tr>
                </thead>
                <tbody>
                    { for report.facets.iter().enumerate().map(|(facet, named)| html! {
                        <>
                            <tr>
                                <th scope="row">
                                    { &named.label }
                                    { for words.about_facet(instrument, facet).map(|about| html! { { text("small", "", about) } }) }
                                </th>
                                { for columns.iter().map(|scale| {
                                    let at = GridCell { facet, scale: *scale };
                                    let of: Vec<_> =
                                        answers(instrument, &result.sheet, *scale, Some(facet)).collect();
                                    square(session, report, at, &of, ui)
                                }) }
                            </tr>
                            { opened(session, result, report, facet, columns.len(), ui) }
                        </>
                    }) }
                </tbody>
            </table>
        </section>
    }
}

/// The directions that apply to the visitor.
fn applying(report: &Report) -> impl Iterator<Item = usize> + '_ {
    let all = report.directions.iter().enumerate();
    all.filter(|(_, direction)| direction.applies)
        .map(|(scale, _)| scale)
}

fn dot(class: &'static str) -> Html {
    html! { <svg viewBox="0 0 10 10" aria-hidden="true">{ circle(class, "5", "5", "5") }</svg> }
}

fn square(session: &Session, report: &Report, at: GridCell, of: &[Answered], ui: &Ui) -> Html {
    let words = ui.words.results();
    let open = session.opened_cell();
    let first = GridCell {
        facet: 0,
        scale: applying(report).next().unwrap_or_default(),
    };
    let stop = open.unwrap_or(first) == at;
    let label = |labels: Option<&String>| labels.cloned().unwrap_or_default();
    let facet = label(report.facets.get(at.facet).map(|facet| &facet.label));
    let scale = label(
        report
            .directions
            .get(at.scale)
            .map(|direction| &direction.label),
    );
    let said: Vec<&str> = of
        .iter()
        .map(|one| one.answer.unwrap_or(words.left_out()))
        .collect();
    let name = words.square(&facet, &scale, &ui.words.list(&said, words::Joined::And));
    html! {
        <td>
            <button type="button" class="square" aria-label={name} aria-expanded={(open == Some(at)).to_string()}
                aria-controls={(open == Some(at)).then_some(OPENED)}
                tabindex={if stop { "0" } else { "-1" }}
                onclick={ui.on(Message::PressedCell(at))} onkeydown={moves(report.facets.len(), report, at)}
                id={id(at)}>
                { dots(session.instrument.options.len(), of) }
            </button>
        </td>
    }
}

fn id(at: GridCell) -> String {
    format!("square-{}-{}", at.facet, at.scale)
}

/// The answers of a square on the steps of this many options; equal ones above each other.
fn dots(options: usize, of: &[Answered]) -> Html {
    let places: Vec<f64> = steps(options).collect();
    // Dots keep away from the edges of the square.
    let at = |step: u8| {
        places
            .get(usize::from(step) - 1)
            .map(|place| percent(10.0 + place * 0.8))
    };
    let scored: Vec<u8> = of.iter().filter_map(|one| one.keyed).collect();
    let mut drawn: Vec<u8> = Vec::new();
    html! {
        <svg aria-hidden="true">
            <line class="track" x1="10%" x2="90%" y1="50%" y2="50%" />
            { for places.iter().map(|place| html! {
                <circle class="tick" cx={percent(10.0 + place * 0.8)} cy="50%" r="1.8" />
            }) }
            { for of.iter().filter_map(|one| {
                let keyed = one.keyed?;
                let count = |all: &[u8]| all.iter().map(|other| usize::from(*other == keyed)).sum();
                let (equal, before): (usize, usize) = (count(&scored), count(&drawn));
                drawn.push(keyed);
                let y = match (equal, before) {
                    (1, _) => "50%",
                    (_, 0) => "32%",
                    _ => "68%",
                };
                let class = if one.is_low() { "at low" } else { "at" };
                Some(circle(class, at(keyed)?, y, "5"))
            }) }
        </svg>
    }
}

/// Arrow keys move focus to the neighbouring square, Home and End to the ends of a row.
fn moves(rows: usize, report: &Report, at: GridCell) -> Callback<KeyboardEvent> {
    let columns: Vec<usize> = applying(report).collect();
    Callback::from(move |event: KeyboardEvent| {
        let Some(button) = event.target_dyn_into::<Element>() else {
            return;
        };
        let right_to_left = button.closest("[dir=rtl]").ok().flatten().is_some();
        let column = columns
            .iter()
            .position(|scale| *scale == at.scale)
            .unwrap_or_default();
        let (last_row, last) = (rows.saturating_sub(1), columns.len().saturating_sub(1));
        let (row, column) = match (event.key().as_str(), right_to_left) {
            ("ArrowRight", false) | ("ArrowLeft", true) => (at.facet, (column + 1).min(last)),
            ("ArrowLeft", false) | ("ArrowRight", true) => (at.facet, column.saturating_sub(1)),
            ("ArrowDown", _) => ((at.facet + 1).min(last_row), column),
            ("ArrowUp", _) => (at.facet.saturating_sub(1), column),
            ("Home", _) => (at.facet, 0),
            ("End", _) => (at.facet, last),
            _ => return,
        };
        event.prevent_default();
        let scale = columns.get(column).copied().unwrap_or_default();
        let next = format!("#{}", id(GridCell { facet: row, scale }));
        let table = button.closest("table").ok().flatten();
        let square = table.and_then(|table| table.query_selector(&next).ok().flatten());
        if let Some(square) = square.and_then(|square| square.dyn_into::<HtmlElement>().ok()) {
            // A square that has gone cannot take focus, and nothing is lost.
            let _ = square.focus();
        }
    })
}

/// The statements of the square that is open in this facet's row, with their answers.
fn opened(
    session: &Session,
    result: &Completed,
    report: &Report,
    row: usize,
    columns: usize,
    ui: &Ui,
) -> Html {
    let open = session.opened_cell().filter(|cell| cell.facet == row);
    let Some(GridCell { facet, scale }) = open else {
        return Html::default();
    };
    let asked: Vec<_> = answers(&session.instrument, &result.sheet, scale, Some(facet)).collect();
    let words = ui.words.results();
    let first = asked.first();
    let construct = first.and_then(|one| words.asks_about(&session.instrument, one.index));
    let lang = ui.foreign(&session.instrument);
    let dir = lang.as_ref().map(|_| "auto");
    let names = (report.facets.get(facet), report.directions.get(scale));
    html! {
        <tr class="opened" id={OPENED}>
            <td colspan={(columns + 1).to_string()}>
                if let (Some(facet), Some(direction)) = names {
                    <p class="where">{ sign::view(&direction.id) }{ &direction.label }{ " · " }{ &facet.label }</p>
                }
                { for construct.map(|construct| html! { { p("quiet", construct) } }) }
                <ul>
                    { for asked.iter().map(|one| html! {
                        <li><p lang={lang.clone()} {dir}>{ one.stem }</p>{ said::option(session, one, ui) }</li>
                    }) }
                </ul>
            </td>
        </tr>
    }
}
