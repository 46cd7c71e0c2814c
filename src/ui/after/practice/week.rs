//! Coming back: what became of last week's act, what follows, and after twelve weeks the audit.

use yew::{Html, html};

use super::{Answer, Question, plan};
use crate::ui::{Ui, heading, p, text};
use app::practice::screen::LookingBack;
use app::practice::text::{Field, Lacking};
use app::practice::{Decision, Message, Outcome, Practice};

pub(super) fn view(practice: &Practice, form: &LookingBack, ui: &Ui) -> Html {
    let words = ui.words.weekly();
    let Some(plan) = &form.plan else {
        return Html::default();
    };
    let lack = |one| ui.lack(&form.lacking, one);
    let noticed = Question::new("noticed", words.noticed()).hint(words.noticed_hint());
    let noticed = noticed.lack(lack(Lacking::Shorter(Field::Noticed)));
    html! {
        <>
            { p("kicker", ui.words.audit().home_was_planned()) }
            { p("says", plan.words.says.as_deref().unwrap_or(ui.words.act().title(&plan.words.act))) }
            { heading(ui.words.audit().home_due()) }
            if form.after_a_gap {
                { p("", words.after_a_gap()) }
            }
            { happened(form, ui) }
            { ui.field(&noticed, Field::Noticed, &form.noticed, 3) }
            { text("h3", "", words.what_now()) }
            { for [
                (Decision::Mend, words.mend_term()),
                (Decision::Repeat, words.repeat_term()),
                (Decision::Next, words.next_term()),
            ].into_iter().map(|(decision, term)| html! {
                <div class="way">
                    { ui.button("secondary", term.name, Message::Decided(decision)) }
                    { p("quiet", term.about) }
                </div>
            }) }
            { plan::log(practice, ui) }
        </>
    }
}

fn happened(form: &LookingBack, ui: &Ui) -> Html {
    let words = ui.words.weekly();
    let said = form.outcome.map(|outcome| match outcome {
        Outcome::Done => words.done_about(),
        Outcome::Partly => words.partly_about(),
        Outcome::NotYet => words.not_yet_about(),
    });
    let label = |outcome: Outcome| ui.words.audit().outcome(outcome.as_str());
    let answers = Outcome::ALL.iter().map(|outcome| Answer {
        label: label(*outcome).unwrap_or_default().to_owned(),
        about: None,
        checked: form.outcome == Some(*outcome),
        message: Message::PickedOutcome(*outcome),
    });
    let lack = ui.lack(&form.lacking, Lacking::Outcome);
    let question = Question::new("outcome", words.did_it_happen()).lack(lack);
    html! {
        <>
            { ui.choice(&question, answers.collect()) }
            <p role="status">{ said }</p>
        </>
    }
}

/// Twelve weeks on: the audit again.
pub(super) fn audit(practice: &Practice, ui: &Ui) -> Html {
    let words = ui.words.weekly();
    let compares = practice
        .running()
        .is_some_and(|running| running.baseline.is_some());
    html! {
        <>
            { heading(ui.words.audit().home_heading()) }
            <p class="lede">{ if compares { words.audit_offer() } else { words.audit_offer_first() } }</p>
            <p class="actions">
                { ui.button("primary", words.audit_yes(), Message::AcceptedAudit) }
                { ui.button("secondary", words.audit_later(), Message::PostponedAudit) }
            </p>
            { p("quiet", words.audit_later_about()) }
            { plan::log(practice, ui) }
        </>
    }
}
