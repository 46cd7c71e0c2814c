//! What can be said of each direction, folded: a short text per band, and why the direction matters.

use yew::{Html, html};

use super::{Ui, p, sign, text};
use measure::instrument::{FacetIndex, Instrument, ScaleIndex};
use measure::report::{Direction, Report};

/// One disclosure about the directions that are scored; nothing where none is.
pub(super) fn view(instrument: &Instrument, report: &Report, ui: &Ui) -> Html {
    let words = ui.words.results();
    let directions = ScaleIndex::enumerate(&report.directions);
    let mut said = Vec::new();
    let scored = directions.filter_map(|(scale, direction)| {
        let Direction { id, label, set, .. } = direction;
        let estimate = set.estimate?;
        let band = words.band_text(&estimate)?;
        let about = words.about_score(instrument, scale, estimate.band?);
        // What is said of any score in a band is said once.
        let about = (!said.contains(&about)).then(|| {
            said.push(about);
            about
        });
        Some(html! {
            <>
                <h4>{ sign::view(id) }{ " " }{ label }{ " · " }{ band }</h4>
                { for about.map(|about| p("", about)) }
                { for words.why_it_matters(instrument, scale).map(|why| p("", why)) }
            </>
        })
    });
    let mut scored = scored.peekable();
    if scored.peek().is_none() {
        return Html::default();
    }
    html! {
        <details>
            { text("summary", "", words.bands_heading()) }
            { for scored }
            { facets(instrument, report, ui) }
        </details>
    }
}

/// What each facet covers, as far as anything is said of it.
fn facets(instrument: &Instrument, report: &Report, ui: &Ui) -> Html {
    let words = ui.words.results();
    let facets = FacetIndex::enumerate(&report.facets);
    let covers = facets.filter_map(|(at, facet)| {
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
                { text("dd", "", words.facet_in_directions(instrument, at)?) }
            </>
        })
    });
    html! { <dl>{ for covers }</dl> }
}
