//! One act with one person: with whom, words to begin with, on which day, said back in one sentence.

use yew::{Html, html};

use super::{Answer, Question};
use crate::ui::{Ui, heading, outcome, p, sign, text};
use app::practice::days::{self, Day};
use app::practice::event::Shown;
use app::practice::plan::PlanDraft;
use app::practice::relationship::Key;
use app::practice::screen::Acting;
use app::practice::text::{Field, Lacking};
use app::practice::{Act, AnyAct, Message, Place, Practice};
use app::session::Session;

pub(super) fn view(session: &Session, practice: &Practice, form: &Acting, ui: &Ui) -> Html {
    let words = ui.words.act();
    let draft = &form.draft;
    let Some(act) = &draft.act else {
        return Html::default();
    };
    let week = days::week(ui.now, ui.clock);
    let on = |day: &&Day| draft.day.is_some_and(|noon| day.has(noon, ui.clock));
    let chosen = week.iter().find(on);
    let day = chosen.copied().unwrap_or_else(|| days::proposed(&week));
    let proposals = proposals(practice, draft, act, ui);
    let proposed = proposals.first().copied().unwrap_or_default();
    let opener = draft.opener().unwrap_or(proposed).to_owned();
    let who = match draft.who.trim() {
        "" => "…",
        who => who,
    };
    let says = words.says(act, &ui.words.weekday(day.weekday), who);
    let save = |entry: Option<String>| {
        Message::SavedPlan(Shown {
            opener: opener.clone(),
            says: says.clone(),
            day: day.noon,
            entry,
        })
    };
    let entry = ui.words.cadence().five_minutes_title(Some(who));
    html! {
        <>
            { place(session, act) }
            { heading(words.title(act)) }
            { person(practice, form, ui) }
            { begin(form, &opener, &proposals, ui) }
            { on_day(&week, day, ui) }
            { p("says", &says) }
            if practice.running().is_none() && session.result.is_some() {
                { p("quiet", ui.words.weekly().keeps_result()) }
            }
            <div class="do">
                { ui.button("primary", words.save(), save(None)) }
                { ui.button("secondary", words.save_entry(), save(Some(entry))) }
                if practice.plan().is_some() {
                    { ui.button("link", ui.words.map().cancel(), Message::LeftForm) }
                }
            </div>
            { guidance(ui) }
            { others(draft, ui) }
        </>
    }
}

/// Direction and facet of a first move.
fn place(session: &Session, act: &AnyAct) -> Html {
    let AnyAct::Move(square) = act else {
        return Html::default();
    };
    let Some((scale, facet)) = square.as_str().split_once('.') else {
        return Html::default();
    };
    let instrument = &session.instrument;
    let scales = instrument.scales.iter();
    let facets = instrument.facets.iter();
    html! {
        <p class="where">
            { sign::view(scale) }
            { for scales.filter(|one| one.id.as_str() == scale).map(|one| &one.label) }
            { for facets.filter(|one| one.id.as_str() == facet).map(|one| html! { <>{ " · " }{ &one.label }</> }) }
        </p>
    }
}

/// With whom: a name that is typed, or a press on one that is known.
fn person(practice: &Practice, form: &Acting, ui: &Ui) -> Html {
    let lack = |one| ui.lack(&form.lacking, one);
    let lack = lack(Lacking::Text(Field::Name))
        .or_else(|| lack(Lacking::Shorter(Field::Name)))
        .or_else(|| lack(Lacking::Act));
    let question = Question::new("who", ui.words.act().with()).hint(ui.words.map().name_hint());
    let map = practice.map();
    let known = map
        .0
        .iter()
        .filter(|(_, one)| one.name.as_str() != form.draft.who.trim());
    html! {
        <>
            { ui.field(&question.lack(lack), Field::Name, &form.draft.who, 1) }
            <p class="known">
                { for known.map(|(key, one)| ui.button("chip", &one.name, Message::ChoseRelationship(*key))) }
            </p>
        </>
    }
}

/// The opener of the act, then those of the general acts for where the person stands.
fn proposals(practice: &Practice, draft: &PlanDraft, act: &AnyAct, ui: &Ui) -> Vec<&'static str> {
    let map = practice.map();
    let one = draft.known(&map).and_then(|key| map.get(key));
    let place = one.and_then(|one| one.place).or(act.place());
    let kind = one.and_then(|one| one.kind);
    let terms = ui.words.practice();
    let general = |act: Act| terms.opener_for(act, place.unwrap_or(Place::Across), kind);
    let own = match act {
        AnyAct::General(act) => general(*act),
        AnyAct::Move(square) => ui.words.act().move_opener(square.as_str()),
    };
    let mut openers: Vec<&str> = own.into_iter().collect();
    for opener in Act::ALL.iter().filter_map(|act| general(*act)) {
        if !openers.contains(&opener) {
            openers.push(opener);
        }
    }
    openers
}

fn begin(form: &Acting, opener: &str, proposals: &[&str], ui: &Ui) -> Html {
    let words = ui.words.act();
    let lack = |one| ui.lack(&form.lacking, one);
    let lack = lack(Lacking::Text(Field::Opener)).or_else(|| lack(Lacking::Shorter(Field::Opener)));
    let question = Question::new("opener", words.opener()).hint(words.opener_hint());
    // The one after that on screen; after the visitor's own words the first.
    let shown = proposals.iter().position(|one| *one == opener);
    let other = shown.and_then(|shown| proposals.get(shown + 1));
    let other = other
        .or(proposals.first())
        .filter(|other| **other != opener);
    html! {
        <>
            { ui.field(&question.lack(lack), Field::Opener, opener, 5) }
            <p class="under">
                { ui.button("link", words.copy(), Message::CopiedOpener(opener.to_owned())) }
                if let Some(other) = other {
                    { ui.button("link", words.other_words(), Message::Wrote(Field::Opener, (*other).to_owned())) }
                }
            </p>
            { outcome() }
        </>
    }
}

fn on_day(week: &[Day; 7], chosen: Day, ui: &Ui) -> Html {
    let answers = week.iter().map(|day| Answer {
        label: ui.words.weekday(day.weekday),
        about: None,
        checked: *day == chosen,
        message: Message::ChoseDay(day.noon),
    });
    let question = Question::new("day", ui.words.cadence().day());
    ui.choice(&question, answers.collect())
}

/// What to know before, folded.
fn guidance(ui: &Ui) -> Html {
    let words = ui.words.act();
    let list = |all: Vec<&'static str>| {
        html! { <ul>{ for all.into_iter().map(|text| html! { <li>{ text }</li> }) }</ul> }
    };
    html! {
        <>
            { p("limits", words.limits()) }
            <details>
                { text("summary", "", words.guidance_heading()) }
                { list(words.guidance().into()) }
            </details>
            <details>
                { text("summary", "", words.share_heading()) }
                { p("", words.share_lede()) }
                { text("h3", "", words.mine()) }
                { list(words.mine_prompts().into()) }
                { text("h3", "", words.not_mine()) }
                { list(words.not_mine_prompts().into()) }
            </details>
            <details>
                { text("summary", "", words.myths_heading()) }
                <dl>{ for words.myths().map(|myth| html! {
                    <>{ text("dt", "", myth.belief) }{ text("dd", "", myth.answer) }</>
                }) }</dl>
            </details>
        </>
    }
}

/// The first move of the result and the general acts, but for the one on screen.
fn others(draft: &PlanDraft, ui: &Ui) -> Html {
    let words = ui.words.act();
    let terms = ui.words.practice();
    let general = Act::ALL.iter().map(|act| AnyAct::General(*act));
    let acts = draft.first_move.iter().cloned().chain(general);
    let acts = acts.filter(|act| draft.act.as_ref() != Some(act));
    html! {
        <details>
            { text("summary", "", words.another()) }
            { for acts.map(|act| {
                let about = match &act {
                    AnyAct::General(act) => terms.act_term(*act).about,
                    AnyAct::Move(_) => words.first_move_heading(),
                };
                html! {
                    <div class="way">
                        { ui.button("secondary", words.title(&act), Message::ChoseAct(act)) }
                        { p("quiet", about) }
                    </div>
                }
            }) }
        </details>
    }
}

/// With whom a plan is, by a name that a full stop can follow.
pub(super) fn name_of(practice: &Practice, key: Key, ui: &Ui) -> String {
    let map = practice.map();
    let name = map
        .get(key)
        .map(|one| one.name.trim_end_matches('.').to_owned());
    name.unwrap_or_else(|| ui.words.weekly().someone().to_owned())
}
