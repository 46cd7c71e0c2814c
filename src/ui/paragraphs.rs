//! What can be said of each direction, folded: a short text per band, and why the direction matters.

use yew::{Html, html};

use super::{Ui, sign};
use measure::report::{Direction, Report};

/// One disclosure about the directions that are scored; nothing where none is.
pub(super) fn view(report: &Report, ui: &Ui) -> Html {
    let words = ui.words.results();
    let scored = report.directions.iter().filter_map(|direction| {
        let Direction { id, label, set, .. } = direction;
        let estimate = set.estimate?;
        let band = words.band_text(&estimate)?;
        Some(html! {
            <>
                <h4>{ sign::view(id) }{ " " }{ label }{ " · " }{ band }</h4>
                <p>{ words.about_band(id, estimate.band?) }</p>
                { for words.why(id).map(|why| html! { <p>{ why }</p> }) }
            </>
        })
    });
    let mut scored = scored.peekable();
    if scored.peek().is_none() {
        return Html::default();
    }
    html! {
        <details>
            <summary>{ words.bands_heading() }</summary>
            { for scored }
            { facets(report, ui) }
        </details>
    }
}

/// What each facet covers; nothing for the facets of another questionnaire.
fn facets(report: &Report, ui: &Ui) -> Html {
    let words = ui.words.results();
    let covers = report.facets.iter().filter_map(|facet| {
        let band = facet
            .set
            .estimate
            .and_then(|estimate| words.band_text(&estimate));
        Some(html! {
            <>
                <dt>
                    { &facet.label }
                    { for band.map(|band| html! { <>{ " · " }{ band }</> }) }
                </dt>
                <dd>{ words.facet_covers(&facet.id)? }</dd>
            </>
        })
    });
    html! { <dl>{ for covers }</dl> }
}
