//! The direction × facet map: facets as rows, so that it fits a phone. A shade and a word per
//! field, never a number: one or two answers do not carry one. Each field opens to its items.

use yew::{Html, html};

use super::Ui;
use super::results::STRINGS;
use app::session::{GridCell, Message, Session};
use measure::report::{Report, answers};
use measure::scoring::Cell;

/// Names the row that an open field shows its items in.
const ITEMS: &str = "map-items";

pub(super) fn view(session: &Session, report: &Report, ui: &Ui) -> Html {
    let instrument = &session.instrument;
    if instrument.facets.is_empty() {
        return Html::default();
    }
    let extremes = report.extremes.and_then(|extremes| {
        let strongest = instrument.facets.get(extremes.strongest)?;
        let weakest = instrument.facets.get(extremes.weakest)?;
        Some((STRINGS.facet_extremes)(&strongest.label, &weakest.label))
    });
    let rows = report.facets.iter().zip(&report.map).enumerate();
    html! {
        <section>
            <h3>{ STRINGS.map_heading }</h3>
            if let Some(extremes) = extremes {
                <p>{ extremes }</p>
            }
            <table class="map" part="map">
                <caption>{ STRINGS.map_caption }{ " " }{ STRINGS.map_opens }</caption>
                <thead>
                    <tr>
                        <td class="corner"><span class="sr">{ STRINGS.map_facet }</span></td>
                        { for report.directions.iter().map(|direction| html! {
                            <th scope="col">{ &direction.label }</th>
                        }) }
                    </tr>
                </thead>
                <tbody>
                    { for rows.map(|(facet, (label, cells))| html! {
                        <>
                            <tr>
                                <th scope="row">{ &label.label }</th>
                                { for cells.iter().zip(&report.directions).enumerate().map(
                                    |(scale, (cell, direction))| {
                                        let names = [label.label.as_str(), direction.label.as_str()];
                                        let at = GridCell { facet, scale };
                                        field(session, ui, at, names, *cell)
                                    }
                                ) }
                            </tr>
                            { items(session, report, facet) }
                        </>
                    }) }
                </tbody>
            </table>
        </section>
    }
}

fn field(
    session: &Session,
    ui: &Ui,
    at: GridCell,
    [facet, direction]: [&str; 2],
    cell: Cell,
) -> Html {
    let open = session.opened_cell == Some(at);
    let step = (STRINGS.map_step)(cell);
    // Keyboard and voice users do not hear the headers of rows and columns.
    let name = [step, ": ", facet, ", ", direction].concat();
    html! {
        <td class={format!("step-{}", cell.unwrap_or_default())}>
            <button type="button" aria-label={name} aria-expanded={open.to_string()}
                aria-controls={open.then_some(ITEMS)}
                onclick={ui.on(Message::PressedCell(at))}>
                { step }
            </button>
        </td>
    }
}

/// The items of the field that is open in this facet's row, with the visitor's own answers.
fn items(session: &Session, report: &Report, row: usize) -> Html {
    let open = session.opened_cell.filter(|cell| cell.facet == row);
    let (Some(GridCell { facet, scale }), Some(result)) = (open, &session.result) else {
        return Html::default();
    };
    let labels = (report.facets.get(facet), report.directions.get(scale));
    let asked = answers(&session.instrument, &result.sheet, scale, Some(facet));
    html! {
        <tr class="items" id={ITEMS}>
            <td colspan={(report.directions.len() + 1).to_string()}>
                if let (Some(facet), Some(direction)) = labels {
                    <p><strong>{ &facet.label }{ " · " }{ &direction.label }</strong></p>
                }
                <ul>
                    { for asked.map(|item| html! {
                        <li>
                            { item.stem }{ " " }<em>{ item.answer.unwrap_or(STRINGS.left_out) }</em>
                            if item.reversed {
                                <span class="quiet">{ " (" }{ STRINGS.reversed }{ ")" }</span>
                            }
                        </li>
                    }) }
                </ul>
            </td>
        </tr>
    }
}
