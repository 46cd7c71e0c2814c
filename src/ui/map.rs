//! The direction × facet map: facets as rows, so that it fits a phone. A shade and a word per
//! field, never a number: one or two answers do not carry one.

use yew::{Html, html};

use super::Ui;
use crate::instrument::Instrument;
use crate::report::Report;

pub(super) fn view(instrument: &Instrument, report: &Report, ui: &Ui) -> Html {
    if instrument.facets.is_empty() {
        return Html::default();
    }
    let strings = ui.strings;
    let extremes = report.extremes.and_then(|extremes| {
        let strongest = instrument.facets.get(extremes.strongest)?;
        let weakest = instrument.facets.get(extremes.weakest)?;
        Some((strings.facet_extremes)(&strongest.label, &weakest.label))
    });
    html! {
        <section>
            <h3>{ strings.map_heading }</h3>
            if let Some(extremes) = extremes {
                <p>{ extremes }</p>
            }
            <table class="map" part="map">
                <caption>{ strings.map_caption }</caption>
                <thead>
                    <tr>
                        <td class="corner"><span class="sr">{ strings.map_facet }</span></td>
                        { for instrument.scales.iter().map(|scale| html! {
                            <th scope="col">{ &scale.label }</th>
                        }) }
                    </tr>
                </thead>
                <tbody>
                    { for instrument.facets.iter().zip(&report.map).map(|(facet, row)| html! {
                        <tr>
                            <th scope="row">{ &facet.label }</th>
                            { for row.iter().map(|cell| html! {
                                <td class={format!("step-{}", cell.unwrap_or_default())}>
                                    { (strings.map_step)(*cell) }
                                </td>
                            }) }
                        </tr>
                    }) }
                </tbody>
            </table>
        </section>
    }
}
