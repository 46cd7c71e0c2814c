//! Screen 4: the finding, its evidence, and the next steps.

use yew::{Html, html};

use super::{Ui, chart, circle, element, grid, heading, p, paragraphs, rounds, standout, text};
use app::parts::{Linked, Results};
use app::session::{Message, Part, Session};
use measure::instrument::{FormName, Instrument};
use measure::report::Report;
use measure::scoring::FindingKind;
use measure::scoring::odds::InTen;

#[split::split]
pub(super) fn view(_: Linked<Results>, session: &Session, ui: &Ui) -> Html {
    let Some(result) = &session.result else {
        return Html::default();
    };
    let instrument = &session.instrument;
    let report = Report::from_completed(instrument, result);
    html! {
        <>
            <div class="hero">
                { finding(&report, ui) }
                { chart::view(instrument, &report, ui) }
            </div>
            if let Some(linked) = ui.parts.outcomes.linked() {
                { rounds::beside(linked, session, ui) }
            }
            { standout::view(session, result, &report, ui) }
            { grid::view(session, result, &report, ui) }
            { notes(&report, ui) }
            { next(session, &report, ui) }
            { fine(instrument, &report, ui) }
        </>
    }
}

fn finding(report: &Report, ui: &Ui) -> Html {
    let words = ui.words.results();
    let date = ui.date(report.ended_at);
    let (sentence, why) = words.finding_on_screen(report);
    html! {
        <div>
            { p("kicker", words.kicker(&date, report.form)) }
            { heading(&sentence) }
            { odds(report, ui) }
            if !why.is_empty() {
                { p("why", why) }
            }
        </div>
    }
}

/// How sure the finding is; nothing for one that names no direction.
pub(super) fn odds(report: &Report, ui: &Ui) -> Html {
    let words = ui.words.results();
    let chances = report
        .finding
        .scales
        .first()
        .map(|scale| InTen::from_probability(report.finding.probability(*scale)));
    let odds = match report.finding.kind {
        FindingKind::Weakest => {
            chances.map(|chances| (chances, words.odds_weakest(&words.chances(chances))))
        }
        FindingKind::Likely => {
            chances.map(|chances| (chances, words.odds_likely(&words.chances(chances))))
        }
        FindingKind::TooClose | FindingKind::NotEnough => None,
    };
    html! { { for odds.map(|(chances, text)| html! { <p class="odds">{ dots(chances) }{ text }</p> }) } }
}

/// Chances in ten as ten dots.
fn dots(chances: InTen) -> Html {
    html! {
        <svg viewBox="0 0 158 14" aria-hidden="true">
            { for chances.dots().into_iter().enumerate().map(|(place, class)| html! {
                { circle(class, (7 + 16 * place).to_string(), "7", "5.5") }
            }) }
        </svg>
    }
}

pub(super) fn notes(report: &Report, ui: &Ui) -> Html {
    if report.notes.is_empty() {
        return Html::default();
    }
    html! {
        <section>
            { text("h3", "", ui.words.results().quality_heading()) }
            { for report.notes.iter().map(|note| html! {
                { p("", ui.words.results().note(note)) }
            }) }
        </section>
    }
}

/// What the visitor can do next, each as wide as a thumb needs.
fn next(session: &Session, report: &Report, ui: &Ui) -> Html {
    let words = ui.words.results();
    let length = |form| session.instrument.form(form).map_or(0, <[_]>::len);
    let more = length(FormName::Full).saturating_sub(length(FormName::Short));
    let goes_on = report.form == FormName::Short && more > 0 && !session.can_continue();
    let parts = [Part::Practice, Part::Map, Part::Circle];
    html! {
        <section class="next">
            <div>
                { text("h3", "", words.next_heading()) }
                <ul class="ways">
                    if goes_on {
                        { ui.way(&words.go_on_to_full(more), words.next_about_full(), Message::WentOnToFull) }
                    }
                    { ui.way(
                        ui.words.audit().open_part("round").unwrap_or_default(),
                        "",
                        Message::OpenedRounds,
                    ) }
                    { for parts.map(|part| {
                        let about = words.next_about(part.as_str()).unwrap_or_default();
                        ui.way(ui.words.audit().open(part), about, Message::OpenedPart(part))
                    }) }
                    { ui.way(ui.words.audit().open_keep(), words.next_about_keep(), Message::OpenedKeep) }
                </ul>
            </div>
            <div class="coach">
                { ui.call_to_action() }
                { element("p", "", ui.button("link", words.open_welcome(), Message::OpenedWelcome)) }
            </div>
        </section>
    }
}

/// The scores as a table, and how they were computed.
pub(super) fn fine(instrument: &Instrument, report: &Report, ui: &Ui) -> Html {
    let words = ui.words.results();
    html! {
        <section class="fine">
            { paragraphs::view(instrument, report, ui) }
            <details>
                { text("summary", "", words.scores_as_table()) }
                { chart::table(report, ui) }
            </details>
            <details>
                { text("summary", "", words.made_heading()) }
                { p("", words.made_from(instrument)) }
                { for words.made_of(instrument).map(|paragraph| html! { { p("", paragraph) } }) }
                <ul>{ for report.directions.iter().filter_map(|direction| {
                    words.made_text(instrument, direction).map(|text| html! { <li>{ text }</li> })
                }) }</ul>
                { p("", words.bands_provisional()) }
            </details>
        </section>
    }
}
