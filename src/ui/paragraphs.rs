//! What each band may mean: a paragraph for every direction and, to open, for every facet.

use yew::{Html, html};

use super::results::STRINGS;
use app::session::Session;
use measure::report::{Direction, Facet, Report};
use measure::scoring::Estimate;
use records::texts::Paragraph;

/// The directions that are scored, one paragraph each; nothing where none is.
pub(super) fn directions(session: &Session, report: &Report) -> Html {
    if report
        .directions
        .iter()
        .all(|one| one.set.estimate.is_none())
    {
        return Html::default();
    }
    html! {
        <section class="words">
            <h3>{ STRINGS.bands_heading }</h3>
            { for report.directions.iter().filter_map(|direction| {
                let Direction { id, label, set, .. } = direction;
                let estimate = set.estimate?;
                let text = session.fitting_texts().and_then(|texts| texts.direction(id, estimate.band));
                Some(html! {
                    <>
                        <h4>{ label }{ ": " }<em>{ STRINGS.band_text(&estimate) }</em></h4>
                        { paragraph(text, &estimate) }
                    </>
                })
            }) }
            <p>{ STRINGS.self_view }</p>
        </section>
    }
}

/// The facets that are scored, each to open; nothing where none is, or there are no paragraphs.
pub(super) fn facets(session: &Session, report: &Report) -> Html {
    let scored = report.facets.iter().any(|one| one.set.estimate.is_some());
    let Some(texts) = session.fitting_texts().filter(|_| scored) else {
        return Html::default();
    };
    html! {
        <section class="words">
            <h3>{ STRINGS.facets_heading }</h3>
            <p>{ STRINGS.facets_about }</p>
            { for report.facets.iter().filter_map(|Facet { id, label, set }| {
                let estimate = set.estimate?;
                let text = texts.facet(id, estimate.band)?;
                Some(html! {
                    <details>
                        <summary>
                            { label }{ ": " }<em>{ STRINGS.band_text(&estimate) }</em>
                        </summary>
                        { paragraph(Some(text), &estimate) }
                    </details>
                })
            }) }
        </section>
    }
}

fn paragraph(text: Option<&Paragraph>, estimate: &Estimate) -> Html {
    match text {
        None => html! { <p>{ (STRINGS.band_meaning)(estimate.band) }</p> },
        Some(text) => html! {
            <>
                <p>{ &text.picture }{ " " }{ &text.cost }</p>
                <p class="move"><strong>{ STRINGS.first_move }</strong>{ " " }{ &text.first_move }</p>
            </>
        },
    }
}
