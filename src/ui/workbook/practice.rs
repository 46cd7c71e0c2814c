//! The practice: which of its screens shows, and the pieces that its forms are made of.

mod act;
mod cadence;
mod circle;
mod edit;
mod map;
mod plan;
mod week;

use web_sys::{HtmlInputElement, HtmlTextAreaElement};
use yew::{Callback, Html, InputEvent, TargetCast, classes, html};

use super::{Book, compare};
use app::practice::relationship::Key;
use app::practice::session::Undoable;
use app::practice::text::{Field, Lacking};
use app::practice::{Message, Practice, Screen};
use app::session;
use app::workbook::{self, Workbook};

pub(super) fn view(workbook: &Workbook, book: &Book) -> Html {
    let practice = &workbook.practice;
    let (name, screen) = match &practice.screen {
        Screen::Map => ("map", map::view(practice, book)),
        Screen::Edit(form) => ("edit", edit::view(practice, form, book)),
        Screen::Circle => ("circle", circle::view(practice, book)),
        Screen::Act(form) => ("act", act::view(workbook, form, book)),
        Screen::Plan => ("plan", plan::view(workbook, book)),
        Screen::Cadence(form) => ("cadence", cadence::view(practice, form, book)),
        Screen::Week(form) => ("week", week::view(practice, form, book)),
        Screen::Audit => ("audit", week::audit(practice, book)),
    };
    let back = match workbook.shelf.result {
        Some(_) => book.strings.practice.back_to_result,
        None => book.strings.to_audit,
    };
    html! {
        <div class="practice">
            { undo(practice, book) }
            // Nodes of their own for each screen: a radio button that changed its group would
            // carry its check along.
            <div key={name}>{ screen }</div>
            { log_of_change(workbook, book) }
            <p class="quiet">{ privacy(workbook, book) }</p>
            <div class="nav">
                { book.button("link", back, workbook::Message::WentBack) }
            </div>
        </div>
    }
}

fn privacy(workbook: &Workbook, book: &Book) -> &'static str {
    let words = book.strings.practice;
    match (workbook.shelf.kept, book.session_only) {
        (false, _) => words.privacy_memory,
        (true, true) => words.privacy_session,
        (true, false) => words.privacy,
    }
}

/// What was changed last, and the way back, where that shows.
fn undo(practice: &Practice, book: &Book) -> Html {
    let words = book.strings.practice;
    let changed = &words.changed;
    let shows = |what: &Undoable| match what {
        Undoable::ClearedCircle => practice.screen == Screen::Circle,
        Undoable::ReplacedPlan | Undoable::DroppedPlan | Undoable::ForgotBaseline => {
            !matches!(practice.screen, Screen::Act(_) | Screen::Circle)
        }
        _ => practice.screen == Screen::Map,
    };
    let text = practice.undoable().filter(shows).map(|what| match what {
        Undoable::Added => changed.added,
        Undoable::Edited => changed.edited,
        Undoable::Removed => changed.removed,
        Undoable::Moved => changed.moved,
        Undoable::ClearedCircle => changed.cleared_circle,
        Undoable::ReplacedPlan => changed.replaced_plan,
        Undoable::DroppedPlan => changed.dropped_plan,
        Undoable::ForgotBaseline => changed.forgot_baseline,
        Undoable::TookIn => changed.took_in,
    });
    html! {
        <div role="status" class="undo">
            if let Some(text) = text {
                { text }{ " " }
                { book.does("link", words.undo, Message::Undid) }
            }
        </div>
    }
}

/// What changed in the scores since the weekly loop began, once there is a later result.
fn log_of_change(workbook: &Workbook, book: &Book) -> Html {
    let Some(comparison) = workbook.since_the_loop_began() else {
        return Html::default();
    };
    let strings = book.strings;
    let again = workbook.baseline().map(Message::BeganAnew);
    html! {
        <section>
            <h3>{ strings.since_heading }</h3>
            { compare::judged(workbook, Some(comparison), book) }
            if let Some(again) = again {
                <p class="actions">{ book.does("secondary", strings.begin_anew, again) }</p>
            }
        </section>
    }
}

impl Book {
    fn does(&self, kind: &'static str, label: &str, message: Message) -> Html {
        self.button(kind, label, workbook::Message::Practice(message))
    }

    /// The words that open a part.
    fn open_part(&self, part: session::Part) -> &'static str {
        (self.strings.audit.open_part)(part)
    }

    fn on_practice<E: 'static>(&self, message: Message) -> Callback<E> {
        self.on(workbook::Message::Practice(message))
    }

    /// What a form lacks at this place, for the visitor to read; `None` if nothing.
    fn lack(&self, all: &[Lacking], one: Lacking) -> Option<String> {
        let lacks = &self.strings.practice.lacks;
        all.contains(&one).then(|| match one {
            Lacking::Text(Field::Name) => lacks.name.to_owned(),
            Lacking::Text(Field::Summary) => lacks.title.to_owned(),
            Lacking::Text(_) => lacks.opener.to_owned(),
            Lacking::Shorter(field) => (lacks.shorter)(field.limit()),
            Lacking::Kind => lacks.kind.to_owned(),
            Lacking::Place => lacks.place.to_owned(),
            Lacking::Tie => lacks.tie.to_owned(),
            Lacking::LastTalk => lacks.last_talk.to_owned(),
            Lacking::Relationship => lacks.relationship.to_owned(),
            Lacking::Act => lacks.act.to_owned(),
            Lacking::Outcome => lacks.outcome.to_owned(),
            Lacking::Day => lacks.day.to_owned(),
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
                <legend>{ *legend }</legend>
                if let Some(hint) = question.hint {
                    <p class="quiet">{ hint }</p>
                }
                <div class="answers">
                    { for answers.into_iter().map(|answer| html! {
                        <label class="answer">
                            <input type="radio" name={id.to_string()} checked={answer.checked}
                                aria-invalid={lack.is_some().then_some("true")}
                                onchange={self.on_practice(answer.message)} />
                            <span>
                                { answer.label }
                                if let Some(about) = answer.about {
                                    <span class="sr">{ ", " }</span><small>{ about }</small>
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
        let send = self.send.clone();
        let oninput = Callback::from(move |event: InputEvent| {
            let line = event
                .target_dyn_into::<HtmlInputElement>()
                .map(|input| input.value());
            let text = || {
                event
                    .target_dyn_into::<HtmlTextAreaElement>()
                    .map(|area| area.value())
            };
            if let Some(text) = line.or_else(text) {
                let message = Message::Wrote(field, text);
                send.emit(workbook::Message::Practice(message));
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
                    <input type="text" id={id.to_string()} {value} {oninput} autocomplete="off"
                        aria-describedby={described} aria-invalid={invalid} />
                } else {
                    <textarea id={id.to_string()} rows={rows.to_string()} {value} {oninput}
                        aria-describedby={described} aria-invalid={invalid} />
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

fn lacking(id: &str, text: Option<&str>) -> Html {
    html! { <p class={classes!("lack", text.is_none().then_some("none"))} id={id.to_owned()}>{ text }</p> }
}

/// What a form asks for at one place.
struct Question<'a> {
    /// Unlike every other on the screen.
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
