//! A result that is opened from a file: the same screen as the visitor's own, about somebody else. What
//! it leads to is comparing, printing and closing; nothing of it is stored unless asked for.

use web_sys::HtmlSelectElement;
use yew::{Callback, Event, Html, TargetCast, html};

use super::{file, group};
use crate::ui::after::compare;
use crate::ui::{
    Ui, absent, chart, element, grid, heading, outcome, p, results, rounds, standout, text,
};
use app::after::{After, ChosenFile, Message, Opened, Pick};
use app::parts::Outcomes;
use app::session::{Message as ToSession, Session};
use measure::report::Report;
use records::import::Preview;
use records::store::backup::Import;

pub(super) fn view(session: &Session, after: &After, ui: &Ui) -> Html {
    let shown = match (after.opened, after.opened_file()) {
        (Some(Opened::Group), _) => group::view(session, after, ui),
        (_, Some(file)) => match &file.judged {
            Ok(Import::Result(preview)) => result(session, after, file, preview, ui),
            _ => Html::default(),
        },
        _ => Html::default(),
    };
    html! {
        <>
            { shown }
            { element("div", "nav", ui.button("link", ui.words.audit().back(), ToSession::PressedBack)) }
        </>
    }
}

fn result(session: &Session, after: &After, file: &ChosenFile, preview: &Preview, ui: &Ui) -> Html {
    let strings = ui.words.files();
    let completed = &preview.completed;
    let report = Report::from_completed(&session.instrument, completed);
    let headings = [
        strings.opened_low_heading(),
        strings.least_frequent(&session.instrument),
        strings.opened_high_heading(),
    ];
    html! {
        <>
            <div class="hero">
                { finding(session, file, preview, &report, ui) }
                { chart::view(&session.instrument, &report, ui) }
            </div>
            if !file.rounds().is_empty() {
                { absent::or_below((Outcomes::NAME, &ui.parts.outcomes), session, ui, rounds::opened) }
            }
            { beside(session, after, ui) }
            { standout::of_somebody(session, completed, &report, headings, ui) }
            { p("quiet", strings.opened_view(&session.instrument)) }
            { grid::view(session, completed, &report, ui) }
            { results::notes(&report, ui) }
            { results::fine(&session.instrument, &report, ui) }
            { file::own(session, after, file, ui) }
        </>
    }
}

/// Whose result it is, what comes out of it, and whether the file agrees.
fn finding(
    session: &Session,
    file: &ChosenFile,
    preview: &Preview,
    report: &Report,
    ui: &Ui,
) -> Html {
    let strings = ui.words.files();
    let day = ui.date(report.ended_at);
    let (_, why) = ui.words.results().finding_on_screen(report);
    html! {
        <div class="after">
            { p("kicker", strings.opened_kicker(&file.name)) }
            { heading(&strings.finding_of_file(&session.instrument, report)) }
            { results::odds(report, ui) }
            if !why.is_empty() {
                { p("why", why) }
            }
            <p class="quiet">
                { ui.words.keep().past_result(&day, report.form) }{ " · " }{ strings.opened_about() }
            </p>
            { file::found(preview, ui) }
            <p class="actions">
                { ui.button("secondary", ui.words.keep().print(), Message::AskedToPrintOpened) }
                { ui.button("secondary", strings.close(), ToSession::PressedBack) }
            </p>
            { outcome() }
        </div>
    }
}

/// The opened result beside another; nothing where there is no other.
fn beside(session: &Session, after: &After, ui: &Ui) -> Html {
    let strings = ui.words.files();
    let picks = after.picks_beside_opened(&session.view());
    if picks.is_empty() {
        return Html::default();
    }
    let send = ui.send.clone();
    let options = picks.clone();
    let onchange = Callback::from(move |event: Event| {
        if let Some(select) = event.target_dyn_into::<HtmlSelectElement>() {
            let place = select.value().parse::<usize>().ok();
            let pick = place.and_then(|place| options.get(place).cloned());
            send.emit(Message::ComparedWith(pick).into());
        }
    });
    html! {
        <section class="after">
            { text("h3", "", strings.beside_heading()) }
            { compare::before(session, ui) }
            <div class="field">
                <label for="beside">{ strings.beside() }</label>
                <select id="beside" {onchange}>
                    <option value="" selected={after.compared.is_none()}>{ strings.beside_nothing() }</option>
                    { for picks.iter().enumerate().map(|(place, pick)| html! {
                        <option value={place.to_string()} selected={after.compared.as_ref() == Some(pick)}>
                            { named(session, after, pick, ui) }
                        </option>
                    }) }
                </select>
            </div>
            <div class="comparison">
                { compare::judged(session, after.comparison_of_opened(&session.view()), ui) }
            </div>
        </section>
    }
}

fn named(session: &Session, after: &After, pick: &Pick, ui: &Ui) -> String {
    let strings = ui.words.files();
    let Some(kept) = after.result(pick, &session.view()) else {
        return String::new();
    };
    let day = ui.date(kept.provenance.ended_at);
    let described = ui.words.keep().past_result(&day, kept.provenance.form);
    match pick {
        Pick::Latest | Pick::Past(_) => strings.beside_own(&described),
        Pick::File(key) => {
            let name = after.files.get(*key).map_or("", |file| &file.name);
            strings.beside_file(name, &described)
        }
    }
}
