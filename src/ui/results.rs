//! Screen 4: the finding, its evidence, and the next steps.

use yew::{Html, html};

use super::{Ui, chart, heading, map, paragraphs};
use app::parts::{Linked, Results};
use app::session::{Message, Part, Session};
use measure::instrument::FormName;
use measure::report::Report;
use words::results::{RESULTS_EN, ResultStrings};

/// The words of this part of the program. Not in [`Ui`], which the first screens need too.
pub(super) const STRINGS: &ResultStrings = &RESULTS_EN;

#[split::split]
pub(super) fn view(_: Linked<Results>, session: &Session, ui: &Ui) -> Html {
    let Some(result) = &session.result else {
        return Html::default();
    };
    let instrument = &session.instrument;
    let report = Report::from_completed(instrument, result);
    let date = ui.date(report.ended_at);
    let (finding, why) = STRINGS.finding(&report);
    html! {
        <>
            <p class="kicker">{ (STRINGS.result_kicker)(&date, report.form) }</p>
            { heading(&finding) }
            <p class="lede">{ why }</p>
            { chart::view(&report) }
            { map::view(session, &report, ui) }
            { paragraphs::directions(session, &report) }
            { paragraphs::facets(session, &report) }
            { notes(&report) }
            <details>
                <summary>{ STRINGS.made_heading }</summary>
                { for STRINGS.made.iter().map(|paragraph| html! { <p>{ paragraph }</p> }) }
                <ul>{ for report.directions.iter().filter_map(|direction| {
                    STRINGS.made_text(direction).map(|text| html! { <li>{ text }</li> })
                }) }</ul>
                <p>{ STRINGS.bands_provisional }</p>
            </details>
            { next(session, &report, ui) }
        </>
    }
}

fn notes(report: &Report) -> Html {
    if report.notes.is_empty() {
        return Html::default();
    }
    html! {
        <section>
            <h3>{ STRINGS.quality_heading }</h3>
            { for report.notes.iter().map(|note| html! {
                <p>{ (STRINGS.quality_note)(note) }</p>
            }) }
        </section>
    }
}

fn next(session: &Session, report: &Report, ui: &Ui) -> Html {
    let strings = ui.strings;
    let length = |form| session.instrument.form(form).map_or(0, <[usize]>::len);
    let more = length(FormName::Full).saturating_sub(length(FormName::Short));
    html! {
        <section class="next">
            <h3>{ STRINGS.next_heading }</h3>
            <p>{ STRINGS.parts_lede }</p>
            <p class="actions">
                { for Part::ALL.into_iter().map(|part| {
                    ui.button("secondary", (strings.open_part)(part), Message::OpenedPart(part))
                }) }
            </p>
            <p class="actions">
                { ui.button("primary", STRINGS.open_keep, Message::OpenedKeep) }
                { ui.button("secondary", strings.save_json, Message::SavedJson) }
                if report.form == FormName::Short && more > 0 && !session.can_continue() {
                    { ui.button("secondary", &(STRINGS.go_on_to_full)(more), Message::WentOnToFull) }
                }
                { ui.call_to_action() }
                { ui.button("link", STRINGS.open_welcome, Message::OpenedWelcome) }
            </p>
        </section>
    }
}
