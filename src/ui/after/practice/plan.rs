//! The plan under way, and the log of the weeks before.

use yew::{Html, html};

use super::act::name_of;
use crate::ui::{Ui, heading};
use app::after::After;
use app::practice::{Message, Outcome, Part, Practice};

pub(super) fn view(after: &After, ui: &Ui) -> Html {
    let practice = &after.practice;
    let terms = ui.words().practice;
    let words = &terms.act;
    let Some(plan) = practice.plan() else {
        return Html::default();
    };
    let name = name_of(practice, plan.with, ui);
    let said = &plan.words;
    let act = (terms.act_name)(said.act).name;
    html! {
        <>
            { heading(&(terms.weekly.running)(act, &name)) }
            <blockquote>{ said.opener.as_str() }</blockquote>
            if !(said.when.is_empty() && said.what.is_empty()) {
                <p class="aside">{ (words.plan_sentence)(&said.when, &said.what) }</p>
            }
            { share(words.mine, &said.mine) }
            { share(words.not_mine, &said.not_mine) }
            <p class="actions">
                { ui.button("primary", words.copy, Message::CopiedOpener(said.opener.to_string())) }
                { ui.button("secondary", terms.sheet.print, Message::PrintedPlan) }
                { ui.button("secondary", terms.cadence.heading, Message::OpenedCadence) }
            </p>
            { ui.copied(after.status, words.copied, words.not_copied) }
            <p class="actions">
                { ui.button("link", words.change, Message::AskedToChangePlan) }
                { ui.button("link", words.another, Message::AskedForAnother) }
                { ui.button("link", words.drop, Message::DroppedPlan) }
                { ui.button("link", ui.open_part(Part::Map), Message::Opened(Part::Map)) }
            </p>
            { log(practice, ui) }
            { copy_of_result(practice, ui) }
        </>
    }
}

/// The result that the loop began with, which can be deleted by itself.
fn copy_of_result(practice: &Practice, ui: &Ui) -> Html {
    let words = &ui.words().practice.weekly;
    let baseline = practice
        .running()
        .and_then(|running| running.baseline.as_ref());
    baseline.map_or_else(Html::default, |baseline| {
        html! {
            <p class="quiet">
                { (words.keeps_copy)(&ui.date(baseline.ended_at)) }{ " " }
                { ui.button("link", words.forget_copy, Message::ForgotBaseline) }
            </p>
        }
    })
}

fn share(label: &str, text: &str) -> Html {
    if text.is_empty() {
        return Html::default();
    }
    html! { <p><strong>{ label }</strong>{ " " }{ text }</p> }
}

/// The weeks that were looked back on, the latest first. Gaps are not counted.
pub(super) fn log(practice: &Practice, ui: &Ui) -> Html {
    let terms = ui.words().practice;
    let words = &terms.weekly;
    let mut weeks = practice.weeks();
    weeks.reverse();
    html! {
        <section>
            <h3>{ words.log_heading }</h3>
            if weeks.is_empty() {
                <p class="quiet">{ words.log_empty }</p>
            } else {
                <ul>
                    { for weeks.into_iter().map(|week| {
                        let outcome = match week.outcome {
                            Outcome::Done => words.done,
                            Outcome::Partly => words.partly,
                            Outcome::NotYet => words.not_yet,
                        };
                        let name = name_of(practice, week.plan.with, ui);
                        let act = (terms.act_name)(week.plan.words.act).name;
                        let day = ui.date(week.closed_at);
                        html! {
                            <li>
                                { (words.log_line)(&day, act, &name, outcome.name) }
                                if !week.noticed.is_empty() {
                                    <br /><span class="quiet">{ week.noticed.as_str() }</span>
                                }
                            </li>
                        }
                    }) }
                </ul>
            }
        </section>
    }
}
