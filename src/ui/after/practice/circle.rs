//! The support circle: six questions, a picture of the answers, and kinds of support.

use yew::{Html, html};

use super::{Answer, Question};
use crate::ui::{Ui, circle as dot, heading, p, text};
use app::practice::{LastTalk, Message, Outside, Part, Practice};
use records::practice::{Circle, CircleAnswer, Pattern};
use words::Circle as Words;

pub(super) fn view(practice: &Practice, ui: &Ui) -> Html {
    let words = ui.words.circle();
    let circle = practice.circle();
    html! {
        <>
            { heading(words.heading()) }
            { p("lede", words.lede()) }
            { yes_or_no("new-role", words.new_role(), None, circle.new_role, CircleAnswer::NewRole, words.no(), ui) }
            { yes_or_no("from-within", words.from_within(), Some(words.from_within_hint()),
                circle.from_within, CircleAnswer::FromWithin, words.no(), ui) }
            { outside(&circle, ui) }
            if circle.asks_about_them() {
                { yes_or_no("confidential", words.confidential(), None, circle.confidential,
                    CircleAnswer::Confidential, words.not_sure(), ui) }
                { yes_or_no("understands", words.understands_cost(), Some(words.understands_cost_hint()),
                    circle.understands_cost, CircleAnswer::UnderstandsCost, words.not_really(), ui) }
                { last_talk(&circle, ui) }
            }
            { shown(&circle, ui) }
            { kinds(words) }
            <p class="actions">
                { ui.button("secondary", ui.open_part(Part::Map), Message::Opened(Part::Map)) }
                if !circle.is_blank() {
                    { ui.button("link", words.clear(), Message::ClearedCircle) }
                }
            </p>
        </>
    }
}

type Answered<T> = fn(Option<T>) -> CircleAnswer;

fn answer<T>(label: &str, value: T, given: Option<T>, answered: Answered<T>) -> Answer
where
    T: Copy + PartialEq,
{
    Answer {
        label: label.to_owned(),
        about: None,
        checked: given == Some(value),
        message: Message::AnsweredCircle(answered(Some(value))),
    }
}

/// Leaves the question open again.
fn open<T: PartialEq>(given: Option<&T>, answered: Answered<T>, words: Words) -> Answer {
    Answer {
        label: words.leave_open().to_owned(),
        about: None,
        checked: given.is_none(),
        message: Message::AnsweredCircle(answered(None)),
    }
}

fn yes_or_no(
    id: &str,
    legend: &str,
    hint: Option<&str>,
    given: Option<bool>,
    answered: Answered<bool>,
    no: &str,
    ui: &Ui,
) -> Html {
    let words = ui.words.circle();
    let mut question = Question::new(id, legend);
    question.hint = hint;
    let answers = vec![
        answer(words.yes(), true, given, answered),
        answer(no, false, given, answered),
        open(given.as_ref(), answered, words),
    ];
    ui.choice(&question, answers)
}

fn outside(circle: &Circle, ui: &Ui) -> Html {
    let words = ui.words.circle();
    let given = circle.outside;
    let one = |label, value| answer(label, value, given, CircleAnswer::Outside);
    let answers = vec![
        one(words.outside_nobody(), Outside::Nobody),
        one(words.outside_one(), Outside::One),
        one(words.outside_several(), Outside::Several),
        open(given.as_ref(), CircleAnswer::Outside, words),
    ];
    ui.choice(&Question::new("outside", words.outside()), answers)
}

fn last_talk(circle: &Circle, ui: &Ui) -> Html {
    let terms = ui.words.practice();
    let given = circle.last_talk;
    let talks = LastTalk::ALL.iter().map(|value| {
        let label = terms.last_talk_term(*value).name;
        answer(label, *value, given, CircleAnswer::LastTalk)
    });
    let open = open(given.as_ref(), CircleAnswer::LastTalk, ui.words.circle());
    let question = Question::new("last-talk", ui.words.circle().last_talk());
    ui.choice(&question, talks.chain([open]).collect())
}

/// What the answers show, in a paragraph that treats isolation as part of the role.
fn shown(circle: &Circle, ui: &Ui) -> Html {
    let words = ui.words.circle();
    let paragraph = circle.pattern().map(|pattern| match pattern {
        Pattern::Nobody => words.nobody(),
        Pattern::NotConfidential => words.not_confidential(),
        Pattern::DoesNotKnowTheRole => words.does_not_know_the_role(),
        Pattern::LongAgo => words.long_ago(),
        Pattern::One => words.one(),
        Pattern::Several => words.several(),
        Pattern::WellSupported => words.well_supported(),
    });
    html! {
        <section>
            { text("h3", "", words.picture_heading()) }
            { rings(circle, ui) }
            <div role="status">
                { p("", paragraph.unwrap_or(words.empty())) }
                if circle.new_role == Some(true) {
                    { p("", words.new_role_note()) }
                }
                if circle.old_network_note() {
                    { p("", words.old_network_note()) }
                }
                if circle.signpost() {
                    { p("signpost", words.signpost()) }
                }
            </div>
        </section>
    }
}

/// The organisation as a ring around "you", and those outside it as dots: full where the talk is in
/// confidence and knows the role, open where something of that is missing or unsaid.
fn rings(circle: &Circle, ui: &Ui) -> Html {
    let Some(outside) = circle.outside else {
        return Html::default();
    };
    let dots: &[(&str, &str)] = match outside {
        Outside::Nobody => &[],
        Outside::One => &[("176", "30")],
        Outside::Several => &[("176", "30"), ("176", "90")],
    };
    let full = circle.confidential == Some(true) && circle.understands_cost == Some(true);
    html! {
        <svg class="rings" viewBox="0 0 200 120" aria-hidden="true" translate="no">
            <circle class="ring" cx="70" cy="60" r="52" />
            { for dots.iter().map(|(x, y)| html! {
                <>
                    <line x1="70" y1="60" x2={*x} y2={*y} />
                    { dot(if full { "other full" } else { "other" }, *x, *y, "9") }
                </>
            }) }
            <circle class="you" cx="70" cy="60" r="20" />
            <text x="70" y="64" text-anchor="middle">{ ui.words.map().you() }</text>
        </svg>
    }
}

fn kinds(words: Words) -> Html {
    html! {
        <section>
            { text("h3", "", words.kinds_heading()) }
            <dl>
                { for words.kinds().map(|kind| html! {
                    <>
                        { text("dt", "", kind.name) }
                        <dd>
                            <p>{ text("em", "", words.good_for()) }{ " " }{ kind.good_for }</p>
                            <p>{ text("em", "", words.first_step()) }{ " " }{ kind.first_step }</p>
                        </dd>
                    </>
                }) }
            </dl>
        </section>
    }
}
