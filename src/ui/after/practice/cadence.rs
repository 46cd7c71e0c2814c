//! A regular time for a relationship, for the visitor's own calendar.

use web_sys::HtmlInputElement;
use yew::{Callback, Event, Html, TargetCast, html};

use super::{Answer, Question};
use crate::ui::{Ui, heading, outcome, p, text};
use app::practice::screen::Cadence;
use app::practice::text::{Field, Lacking};
use app::practice::{Message, Part, Practice, Rhythm, Weekday};
use words::Cadence as Words;

pub(super) fn view(practice: &Practice, form: &Cadence, ui: &Ui) -> Html {
    let words = ui.words.cadence();
    let map = practice.map();
    let name = form.with.and_then(|key| map.get(key));
    let proposed = title(form.rhythm, words, name.map(|one| one.name.as_str()));
    let title = form.summary.clone().unwrap_or(proposed);
    let lack = |one| ui.lack(&form.lacking, one);
    let title_lack =
        lack(Lacking::Text(Field::Summary)).or_else(|| lack(Lacking::Shorter(Field::Summary)));
    let question = Question::new("title", words.title()).hint(words.title_hint());
    html! {
        <>
            { heading(words.heading()) }
            { p("lede", words.lede()) }
            if !map.0.is_empty() {
                { ui.people(practice, &Question::new("rhythm-with", ui.words.act().with()), form.with) }
            }
            { rhythms(form, words, ui) }
            { days(form, words, ui) }
            { time(form, words, ui) }
            <label class="setting">
                <input type="checkbox" checked={form.reminder}
                    onchange={ui.on(Message::SetReminder(!form.reminder))} />
                { text("span", "", words.reminder()) }
            </label>
            { ui.field(&question.lack(title_lack), Field::Summary, &title, 1) }
            <p class="actions">
                { ui.button("primary", words.save(), Message::SavedCalendar { summary: title.clone() }) }
                { ui.button("link", ui.open_part(Part::Practice), Message::Opened(Part::Practice)) }
            </p>
            { p("quiet", words.save_about()) }
            <p role="status">
                { form.saved.then_some(words.saved()) }
                if form.saved && form.zone_hidden {
                    { " " }{ words.zone_hidden() }
                }
            </p>
            { outcome() }
            { ideas(form, words) }
        </>
    }
}

/// The name of a rhythm, and what it is for.
fn described(rhythm: Rhythm, words: Words) -> (&'static str, &'static str) {
    match rhythm {
        Rhythm::Weekly => (words.weekly(), words.weekly_about()),
        Rhythm::Monthly => (words.monthly(), words.monthly_about()),
        Rhythm::Moments => (words.moments(), words.moments_about()),
    }
}

/// The proposed title of the calendar entry.
fn title(rhythm: Rhythm, words: Words, name: Option<&str>) -> String {
    match rhythm {
        Rhythm::Weekly | Rhythm::Monthly => words.half_hour_title(name),
        Rhythm::Moments => words.five_minutes_title(name),
    }
}

fn rhythms(form: &Cadence, words: Words, ui: &Ui) -> Html {
    let answers = Rhythm::ALL.iter().map(|rhythm| {
        let (name, about) = described(*rhythm, words);
        Answer {
            label: name.to_owned(),
            about: Some(about),
            checked: form.rhythm == *rhythm,
            message: Message::PickedRhythm(*rhythm),
        }
    });
    ui.choice(&Question::new("rhythm", words.choose()), answers.collect())
}

/// One day, or several for micro-moments.
fn days(form: &Cadence, words: Words, ui: &Ui) -> Html {
    let several = form.rhythm == Rhythm::Moments;
    let legend = if several { words.days() } else { words.day() };
    let lack = ui.lack(&form.lacking, Lacking::Day);
    html! {
        <fieldset class="choice" aria-describedby="days-lack">
            { text("legend", "", legend) }
            <div class="answers days">
                { for Weekday::ALL.iter().zip(0_u8..).map(|(day, index)| html! {
                    <label class="answer">
                        <input type={if several { "checkbox" } else { "radio" }} name="days"
                            checked={form.days.contains(day)}
                            aria-invalid={lack.is_some().then_some("true")}
                            onchange={ui.on(Message::ToggledDay(*day))} />
                        { text("span", "", ui.words.weekday(index)) }
                    </label>
                }) }
            </div>
            { super::lacking("days-lack", lack.as_deref()) }
        </fieldset>
    }
}

fn time(form: &Cadence, words: Words, ui: &Ui) -> Html {
    let value = format!("{:02}:{:02}", form.time / 60, form.time % 60);
    let send = ui.send.clone();
    let onchange = Callback::from(move |event: Event| {
        let input = event.target_dyn_into::<HtmlInputElement>();
        if let Some(time) = input.and_then(|input| minutes(&input.value())) {
            send.emit(Message::PickedTime(time).into());
        }
    });
    html! {
        <div class="field">
            <label for="time">{ words.time() }</label>
            <input type="time" id="time" {value} {onchange} />
        </div>
    }
}

/// Minutes after midnight of `HH:MM`.
fn minutes(text: &str) -> Option<u16> {
    let (hours, minutes) = text.split_once(':')?;
    let number = |digits: &str| digits.parse::<u16>().ok();
    number(hours)?
        .checked_mul(60)?
        .checked_add(number(minutes.get(..2)?)?)
}

fn ideas(form: &Cadence, words: Words) -> Html {
    let (heading, ideas) = match form.rhythm {
        Rhythm::Moments => (words.moments_heading(), words.moments_ideas()),
        Rhythm::Weekly | Rhythm::Monthly => (words.talk_heading(), words.talk()),
    };
    html! {
        <section>
            { text("h3", "", heading) }
            <ul>{ for ideas.into_iter().map(|idea| html! { { text("li", "", idea) } }) }</ul>
        </section>
    }
}
