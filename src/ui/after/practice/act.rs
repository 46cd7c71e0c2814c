//! The form for an act: with whom, which, how to begin, when, and whose is what.

use yew::{Html, html};

use super::{Answer, Question};
use crate::ui::{Ui, heading};
use app::after::{After, weakest_in};
use app::practice::plan::PlanDraft;
use app::practice::relationship::Relationship;
use app::practice::screen::Acting;
use app::practice::text::{Field, Lacking};
use app::practice::{Act, Message, Practice};
use app::session::Session;

pub(super) fn view(session: &Session, after: &After, form: &Acting, ui: &Ui) -> Html {
    let words = &ui.words().practice.act;
    let practice = &after.practice;
    let map = practice.map();
    let draft = &form.draft;
    let lack = |one| ui.lack(&form.lacking, one);
    let with = draft.with.and_then(|key| map.get(key));
    let opener = opener(draft, with, ui);
    let people = Question::new("with", words.with).lack(lack(Lacking::Relationship));
    html! {
        <>
            { heading(words.heading) }
            <p class="lede">{ words.lede }</p>
            { ui.people(practice, &people, draft.with) }
            { acts(form, with, ui) }
            { from_result(session, with, ui) }
            { begin(after, form, with, &opener, ui) }
            { guidance(ui) }
            { sentence(form, ui) }
            { shares(form, ui) }
            if practice.running().is_none() {
                <p class="quiet">{ loop_note(session, ui) }</p>
            }
            <p class="actions">
                { ui.button("primary", words.save, Message::SavedPlan { opener: opener.clone() }) }
                { ui.button("link", ui.words().practice.map.cancel, Message::LeftForm) }
            </p>
        </>
    }
}

/// What the visitor wrote, or the proposed opener for this act and place.
fn opener(draft: &PlanDraft, with: Option<&Relationship>, ui: &Ui) -> String {
    let proposed = || {
        let (act, place) = (draft.act?, with?.place);
        (ui.words().practice.opener)(act, place)
    };
    let text = draft.opener().or_else(proposed);
    text.unwrap_or_default().to_owned()
}

fn loop_note(session: &Session, ui: &Ui) -> &'static str {
    let words = &ui.words().practice.weekly;
    match session.result {
        Some(_) => words.keeps_result,
        None => words.keeps_nothing,
    }
}

fn acts(form: &Acting, with: Option<&Relationship>, ui: &Ui) -> Html {
    let terms = ui.words().practice;
    let fitting = Act::ALL
        .iter()
        .filter(|act| with.is_none_or(|one| act.fits(one.place)));
    let answers = fitting.map(|act| {
        let term = (terms.act_name)(*act);
        Answer {
            label: term.name.to_owned(),
            about: Some(term.about),
            checked: form.draft.act == Some(*act),
            message: Message::ChoseAct(*act),
        }
    });
    let lack = ui.lack(&form.lacking, Lacking::Act);
    let question = Question::new("act", terms.act.choose).lack(lack);
    ui.choice(&question, answers.collect())
}

/// The first move for the weakest facet of the person's direction.
fn from_result(session: &Session, with: Option<&Relationship>, ui: &Ui) -> Html {
    let words = ui.words().practice;
    let first_move = with.and_then(|one| {
        let (scale, facet) = weakest_in(one.place, &session.view())?;
        (words.first_move)(&scale, &facet)
    });
    first_move.map_or_else(Html::default, |text| {
        html! {
            <div class="aside">
                <h3>{ words.act.first_move_heading }</h3>
                <p>{ text }</p>
                <p class="quiet">{ words.act.first_move_about }</p>
            </div>
        }
    })
}

fn begin(after: &After, form: &Acting, with: Option<&Relationship>, opener: &str, ui: &Ui) -> Html {
    let terms = ui.words().practice;
    let words = &terms.act;
    let lack = |one| ui.lack(&form.lacking, one);
    let lack = lack(Lacking::Text(Field::Opener)).or_else(|| lack(Lacking::Shorter(Field::Opener)));
    let question = Question::new("opener", words.opener).hint(words.opener_hint);
    let proposed = form.draft.act.zip(with);
    let proposed = proposed.and_then(|(act, one)| (terms.opener)(act, one.place));
    let reset = proposed.filter(|proposed| *proposed != opener);
    html! {
        <>
            { ui.field(&question.lack(lack), Field::Opener, opener, 5) }
            <p class="actions">
                { ui.button("secondary", words.copy, Message::CopiedOpener(opener.to_owned())) }
                if let Some(proposed) = reset {
                    { ui.button("link", words.opener_reset, Message::Wrote(Field::Opener, proposed.to_owned())) }
                }
            </p>
            { ui.copied(after.status, words.copied, words.not_copied) }
        </>
    }
}

fn guidance(ui: &Ui) -> Html {
    let words = &ui.words().practice.act;
    html! {
        <>
            <details>
                <summary>{ words.guidance_heading }</summary>
                <ul>{ for words.guidance.iter().map(|text| html! { <li>{ *text }</li> }) }</ul>
                <p>{ words.limits }</p>
            </details>
            <details>
                <summary>{ words.myths_heading }</summary>
                <dl>{ for words.myths.iter().map(|myth| html! {
                    <><dt>{ myth.belief }</dt><dd>{ myth.answer }</dd></>
                }) }</dl>
            </details>
        </>
    }
}

/// The if-then plan in one sentence, as it is typed.
fn sentence(form: &Acting, ui: &Ui) -> Html {
    let words = &ui.words().practice.act;
    let draft = &form.draft;
    let shorter = |field| ui.lack(&form.lacking, Lacking::Shorter(field));
    // Each act has another example.
    let act = Act::ALL
        .iter()
        .position(|act| draft.act == Some(*act))
        .unwrap_or_default();
    let example = |all: &'static [&'static str]| {
        let example = all.get(act.checked_rem(all.len()).unwrap_or_default());
        (words.example)(example.copied().unwrap_or_default())
    };
    let (when, what) = (example(words.when_examples), example(words.what_examples));
    let when = Question::new("when", words.when).hint(&when);
    let what = Question::new("what", words.what).hint(&what);
    html! {
        <section>
            <h3>{ words.plan_heading }</h3>
            <p>{ words.plan_lede }</p>
            { ui.field(&when.lack(shorter(Field::When)), Field::When, &draft.when, 1) }
            { ui.field(&what.lack(shorter(Field::What)), Field::What, &draft.what, 1) }
            if !(draft.when.is_empty() && draft.what.is_empty()) {
                <p class="aside">{ (words.plan_sentence)(&draft.when, &draft.what) }</p>
            }
        </section>
    }
}

fn shares(form: &Acting, ui: &Ui) -> Html {
    let words = &ui.words().practice.act;
    let draft = &form.draft;
    let shorter = |field| ui.lack(&form.lacking, Lacking::Shorter(field));
    let mine = Question::new("mine", words.mine).lack(shorter(Field::Mine));
    let not_mine = Question::new("not-mine", words.not_mine).lack(shorter(Field::NotMine));
    let prompts = |all: &'static [&'static str]| {
        html! { <ul class="quiet">{ for all.iter().map(|text| html! { <li>{ *text }</li> }) }</ul> }
    };
    let open = !(draft.mine.is_empty() && draft.not_mine.is_empty());
    html! {
        <details {open}>
            <summary>{ words.share_heading }</summary>
            <p>{ words.share_lede }</p>
            { ui.field(&mine, Field::Mine, &draft.mine, 3) }
            { prompts(words.mine_prompts) }
            { ui.field(&not_mine, Field::NotMine, &draft.not_mine, 3) }
            { prompts(words.not_mine_prompts) }
        </details>
    }
}

/// With whom a plan is, by a name that a full stop can follow.
pub(super) fn name_of(
    practice: &Practice,
    key: app::practice::relationship::Key,
    ui: &Ui,
) -> String {
    let map = practice.map();
    let name = map
        .get(key)
        .map(|one| one.name.trim_end_matches('.').to_owned());
    name.unwrap_or_else(|| ui.words().practice.weekly.someone.to_owned())
}
