//! The plan under way, and the log of the weeks before.

use yew::{Html, html};

use super::act::name_of;
use crate::ui::{Ui, heading, outcome, p, text};
use app::after::After;
use app::practice::{Message, Part, Practice};

pub(super) fn view(after: &After, ui: &Ui) -> Html {
    let practice = &after.practice;
    let words = ui.words.act();
    let Some(plan) = practice.plan() else {
        return Html::default();
    };
    let said = &plan.words;
    // What was just saved is said above.
    let says = said.says.as_deref().filter(|_| !practice.just_planned());
    html! {
        <>
            { heading(words.title(&said.act)) }
            if let Some(says) = says {
                { p("says", says) }
            }
            { text("blockquote", "", said.opener.as_str()) }
            if said.opener.contains('…') || said.opener.contains("...") {
                { p("lack", words.blanks()) }
            }
            <p class="actions">
                { ui.button("primary", words.copy(), Message::CopiedOpener(said.opener.to_string())) }
                { ui.button("secondary", words.change(), Message::AskedToChangePlan) }
                { ui.button("secondary", ui.words.sheet().print(), Message::PrintedPlan) }
            </p>
            { outcome() }
            <p class="actions">
                { ui.button("link", ui.words.cadence().heading(), Message::OpenedCadence) }
                { ui.button("link", words.another(), Message::AskedForAnother) }
                { ui.button("link", words.drop(), Message::DroppedPlan) }
                { ui.button("link", ui.open_part(Part::Map), Message::Opened(Part::Map)) }
            </p>
            { log(practice, ui) }
            { copy_of_result(practice, ui) }
        </>
    }
}

/// The result that the loop began with, which can be deleted by itself.
fn copy_of_result(practice: &Practice, ui: &Ui) -> Html {
    let words = ui.words.weekly();
    let baseline = practice
        .running()
        .and_then(|running| running.baseline.as_ref());
    baseline.map_or_else(Html::default, |baseline| {
        html! {
            <p class="quiet">
                { words.keeps_copy(&ui.date(baseline.ended_at)) }{ " " }
                { ui.button("link", words.forget_copy(), Message::ForgotBaseline) }
            </p>
        }
    })
}

/// The weeks that were looked back on, the latest first. Gaps are not counted.
pub(super) fn log(practice: &Practice, ui: &Ui) -> Html {
    let words = ui.words.weekly();
    let mut weeks = practice.weeks();
    weeks.reverse();
    html! {
        <section>
            { text("h3", "", words.log_heading()) }
            if weeks.is_empty() {
                { p("quiet", words.log_empty()) }
            } else {
                <ul>
                    { for weeks.into_iter().map(|week| {
                        let outcome = ui.words.audit().outcome(week.outcome.as_str()).unwrap_or_default();
                        let name = name_of(practice, week.plan.with, ui);
                        let act = ui.words.act().title(&week.plan.words.act);
                        let day = ui.date(week.closed_at);
                        html! {
                            <li>
                                { words.log_line(&day, act, &name, outcome) }
                                if !week.noticed.is_empty() {
                                    <br />{ text("span", "quiet", week.noticed.as_str()) }
                                }
                            </li>
                        }
                    }) }
                </ul>
            }
        </section>
    }
}
