//! The practice: its screens, and the fields that its forms consist of.

mod act;
mod cadence;
mod circle;
mod edit;
mod map;
mod plan;
mod week;

use std::borrow::Cow;

use js_sys::JsString;
use web_sys::{HtmlInputElement, HtmlTextAreaElement};
use yew::{Callback, Event, Html, InputEvent, TargetCast, html};

use super::compare;
use crate::ui::{Ui, attributed, p, text};
use app::after::After;
use app::attributes::Retain;
use app::practice::relationship::Key;
use app::practice::session::Undoable;
use app::practice::text::{Field, Lacking};
use app::practice::{Message, Practice, Screen};
use app::session::{self, Part, Session};

pub(super) fn view(session: &Session, after: &After, ui: &Ui) -> Html {
    let practice = &after.practice;
    let (name, screen) = match &practice.screen {
        Screen::Map => ("map", map::view(practice, ui)),
        Screen::Edit(form) => ("edit", edit::view(practice, form, ui)),
        Screen::Circle => ("circle", circle::view(practice, ui)),
        Screen::Act(form) => ("act", act::view(session, practice, form, ui)),
        Screen::Plan => ("plan", plan::view(after, ui)),
        Screen::Cadence(form) => ("cadence", cadence::view(practice, form, ui)),
        Screen::Week(form) => ("week", week::view(practice, form, ui)),
        Screen::Audit => ("audit", week::audit(practice, ui)),
    };
    let back = match session.result {
        Some(_) => ui.words.practice().back_to_result(),
        None => ui.words.keep().to_audit(),
    };
    html! {
        <div class="practice">
            { undo(practice, ui) }
            // Keyed, so that screens share no nodes: a radio button that changed its group would
            // stay checked.
            <div key={name}>{ screen }</div>
            { log_of_change(session, after, ui) }
            { p("quiet", privacy(session, ui)) }
            <div class="nav">
                { ui.button("link", back, session::Message::PressedBack) }
            </div>
        </div>
    }
}

fn privacy(session: &Session, ui: &Ui) -> &'static str {
    let words = ui.words.practice();
    match ui.attributes.retain {
        _ if !session.is_kept() => words.privacy_memory(),
        Retain::Session => words.privacy_session(),
        Retain::Device => words.privacy(),
    }
}

/// The last change and its undo, on the screens that show it.
fn undo(practice: &Practice, ui: &Ui) -> Html {
    let words = ui.words.practice();
    let changed = ui.words.changed();
    let shows = |what: &Undoable| match what {
        Undoable::ClearedCircle => practice.screen == Screen::Circle,
        Undoable::SavedPlan | Undoable::ReplacedPlan => practice.screen == Screen::Plan,
        Undoable::DroppedPlan | Undoable::ForgotBaseline => {
            !matches!(practice.screen, Screen::Act(_) | Screen::Circle)
        }
        _ => practice.screen == Screen::Map,
    };
    let says = || practice.plan()?.words.says.as_deref();
    let text = practice.undoable().filter(shows).map(|what| match what {
        Undoable::SavedPlan | Undoable::ReplacedPlan => {
            Cow::from(ui.words.act().saved(says().unwrap_or_default()))
        }
        Undoable::Added => changed.added().into(),
        Undoable::Edited => changed.edited().into(),
        Undoable::Removed => changed.removed().into(),
        Undoable::Moved => changed.moved().into(),
        Undoable::ClearedCircle => changed.cleared_circle().into(),
        Undoable::DroppedPlan => changed.dropped_plan().into(),
        Undoable::ForgotBaseline => changed.forgot_baseline().into(),
        Undoable::Imported => changed.took_in().into(),
    });
    html! {
        <div role="status" class="undo">
            if let Some(text) = text {
                { text }{ " " }
                { ui.button("link", words.undo(), Message::Undid) }
            }
        </div>
    }
}

/// What changed in the scores since the weekly loop began, once there is a later result.
fn log_of_change(session: &Session, after: &After, ui: &Ui) -> Html {
    let Some(comparison) = after.since_the_loop_began(&session.view()) else {
        return Html::default();
    };
    let strings = ui.words.keep();
    html! {
        <section>
            { text("h3", "", strings.since_heading()) }
            { compare::before(session, ui) }
            { compare::judged(session, Some(comparison), ui) }
            <p class="actions">
                { ui.button("secondary", strings.begin_anew(), Message::BeganAnew) }
            </p>
        </section>
    }
}

impl Ui {
    /// The words that open a part.
    fn open_part(&self, part: Part) -> &'static str {
        self.words.audit().open(part)
    }

    /// What is missing in this field, in words; `None` if nothing.
    fn lack(&self, all: &[Lacking], one: Lacking) -> Option<String> {
        let lacks = self.words.lacks();
        all.contains(&one).then(|| match one {
            Lacking::Text(Field::Name) => lacks.name().to_owned(),
            Lacking::Text(Field::Summary) => lacks.title().to_owned(),
            Lacking::Text(_) => lacks.opener().to_owned(),
            Lacking::Shorter(field) => lacks.shorter(field.limit()),
            Lacking::Act => lacks.act().to_owned(),
            Lacking::Outcome => lacks.outcome().to_owned(),
            Lacking::Day => lacks.day().to_owned(),
        })
    }

    /// A question with one answer out of several.
    fn choice(&self, question: &Question<'_>, answers: Vec<Answer>) -> Html {
        let Question {
            id, legend, lack, ..
        } = question;
        let error = format!("{id}-lack");
        html! {
            <fieldset class="choice" aria-describedby={lack.is_some().then(|| error.clone())}>
                { text("legend", "", *legend) }
                if let Some(hint) = question.hint {
                    { p("quiet", hint) }
                }
                <div class="answers">
                    { for answers.into_iter().map(|answer| html! {
                        <label class="answer">
                            <input type="radio" name={id.to_string()} checked={answer.checked}
                                aria-invalid={lack.is_some().then_some("true")}
                                onchange={self.on(answer.message)} />
                            <span>
                                { answer.label }
                                if let Some(about) = answer.about {
                                    { text("span", "sr", ", ") }{ text("small", "", about) }
                                }
                            </span>
                        </label>
                    }) }
                </div>
                { lacking(&error, lack.as_deref()) }
            </fieldset>
        }
    }

    /// A line, or several, that the visitor writes.
    fn field(&self, question: &Question<'_>, field: Field, value: &str, rows: u8) -> Html {
        let Question {
            id,
            legend,
            hint,
            lack,
        } = question;
        let (error, about) = (format!("{id}-lack"), format!("{id}-about"));
        let described = [
            hint.map(|_| about.as_str()),
            lack.as_ref().map(|_| error.as_str()),
        ];
        let described: Vec<&str> = described.into_iter().flatten().collect();
        let described = (!described.is_empty()).then(|| described.join(" "));
        let [typing, typed] = [(); 2].map(|()| self.send.clone());
        let oninput = Callback::from(move |event: InputEvent| {
            if let Some(text) = text_in(&event) {
                typing.emit(Message::Wrote(field, text).into());
            }
        });
        // One spelling for each letter, whatever keyboard it comes from. Not while somebody types: a
        // letter that is being composed must not change underneath.
        let onchange = Callback::from(move |event: Event| {
            if let Some(text) = text_in(&event) {
                let text = JsString::from(text).normalize("NFC").into();
                typed.emit(Message::Wrote(field, text).into());
            }
        });
        let invalid = lack.is_some().then_some("true");
        let value = value.to_owned();
        html! {
            <div class="field">
                <label for={id.to_string()}>{ *legend }</label>
                if let Some(hint) = hint {
                    <p class="quiet" id={about}>{ *hint }</p>
                }
                if rows == 1 {
                    <input type="text" dir="auto" id={id.to_string()} {value} {oninput} {onchange} autocomplete="off"
                        aria-describedby={described} aria-invalid={invalid} />
                } else {
                    <textarea id={id.to_string()} dir="auto" rows={rows.to_string()} {value} {oninput}
                        {onchange} aria-describedby={described} aria-invalid={invalid} />
                }
                { lacking(&error, lack.as_deref()) }
            </div>
        }
    }

    /// The relationships to choose from.
    fn people(&self, practice: &Practice, question: &Question<'_>, chosen: Option<Key>) -> Html {
        let map = practice.map();
        let people = map.0.iter().map(|(key, one)| Answer {
            label: one.name.to_string(),
            about: None,
            checked: chosen == Some(*key),
            message: Message::ChoseRelationship(*key),
        });
        self.choice(question, people.collect())
    }
}

/// What is in the field that an event is about.
fn text_in(event: &Event) -> Option<String> {
    let line = event.target_dyn_into::<HtmlInputElement>();
    let line = line.map(|input| input.value());
    let text = || Some(event.target_dyn_into::<HtmlTextAreaElement>()?.value());
    line.or_else(text)
}

fn lacking(id: &str, text: Option<&str>) -> Html {
    let class = if text.is_some() { "lack" } else { "lack none" };
    let values = vec![class.into(), id.to_owned().into()];
    attributed(html! { <p>{ text }</p> }, &["class", "id"], values)
}

/// A question of a form.
struct Question<'a> {
    /// Unique on the screen.
    id: &'a str,
    legend: &'a str,
    hint: Option<&'a str>,
    lack: Option<String>,
}

impl<'a> Question<'a> {
    fn new(id: &'a str, legend: &'a str) -> Self {
        Self {
            id,
            legend,
            hint: None,
            lack: None,
        }
    }

    fn hint(mut self, hint: &'a str) -> Self {
        self.hint = Some(hint);
        self
    }

    fn lack(mut self, lack: Option<String>) -> Self {
        self.lack = lack;
        self
    }
}

/// One of several answers.
struct Answer {
    label: String,
    about: Option<&'static str>,
    checked: bool,
    message: Message,
}
