//! The form for one relationship.

use yew::{Html, html};

use super::{Answer, Question};
use crate::ui::{Ui, heading, text};
use app::practice::screen::Editing;
use app::practice::text::{Field, Lacking};
use app::practice::{Kind, LastTalk, Message, Place, Practice, Tie};
use words::Term;

pub(super) fn view(practice: &Practice, form: &Editing, ui: &Ui) -> Html {
    let terms = ui.words.practice();
    let words = ui.words.map();
    let draft = &form.draft;
    let lack = |one| ui.lack(&form.lacking, one);
    let map = practice.map();
    let known = form.key.and_then(|key| map.get(key));
    let title = known.map_or_else(
        || words.add_heading().to_owned(),
        |one| words.edit_heading(&one.name),
    );
    let name_lack =
        lack(Lacking::Text(Field::Name)).or_else(|| lack(Lacking::Shorter(Field::Name)));
    let name = Question::new("name", words.name()).hint(words.name_hint());
    let talk = Question::new("talk", words.last_talk()).hint(words.last_talk_hint());
    html! {
        <>
            { heading(&title) }
            { ui.field(&name.lack(name_lack), Field::Name, &draft.name, 1) }
            { ui.choice(
                &Question::new("kind", words.kind()),
                answers(Kind::ALL, draft.kind, |one| terms.kind_term(one), Message::PickedKind),
            ) }
            { ui.choice(
                &Question::new("place", words.place()),
                answers(Place::ALL, draft.place, |one| terms.place_term(one), Message::PickedPlace),
            ) }
            { ui.choice(
                &Question::new("tie", words.tie()),
                answers(Tie::ALL, draft.tie, |one| terms.tie_term(one), Message::PickedTie),
            ) }
            { ui.choice(
                &talk,
                answers(LastTalk::ALL, draft.last_talk, |one| terms.last_talk_term(one), Message::PickedLastTalk),
            ) }
            <label class="setting">
                <input type="checkbox" checked={draft.important}
                    onchange={ui.on(Message::MarkedImportant(!draft.important))} />
                { text("span", "", words.important()) }
            </label>
            <p class="actions">
                { ui.button("primary", words.save(), Message::SavedRelationship) }
                { ui.button("link", words.cancel(), Message::LeftForm) }
            </p>
        </>
    }
}

/// Every term of a kind as an answer.
fn answers<T: Copy + PartialEq>(
    all: &[T],
    picked: Option<T>,
    term: impl Fn(T) -> Term,
    message: fn(T) -> Message,
) -> Vec<Answer> {
    let answers = all.iter().map(|one| Answer {
        label: term(*one).name.to_owned(),
        about: None,
        checked: picked == Some(*one),
        message: message(*one),
    });
    answers.collect()
}
