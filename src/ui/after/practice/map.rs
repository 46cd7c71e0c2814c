//! The people around the visitor: four short lists, what they show, and what to do about each person.

use yew::{Html, html};

use crate::ui::{Ui, attributed, element, heading, p, text};
use app::practice::map::{Map, Observation};
use app::practice::relationship::{Key, Relationship};
use app::practice::{Message, Part, Place, Practice, Tie};
use records::practice::MAX_RELATIONSHIPS;

pub(super) fn view(practice: &Practice, ui: &Ui) -> Html {
    let words = ui.words.map();
    let map = practice.map();
    let seen = map.observe();
    html! {
        <>
            { heading(words.heading()) }
            if map.0.is_empty() {
                { p("lede", words.lede()) }
                { p("", words.empty()) }
                { element("p", "actions", ui.button("primary", words.add(), Message::AskedToAdd)) }
            } else {
                { begin(&map, &seen, ui) }
                { unplaced(&map, &seen, ui) }
                <div class="around">
                    { list(&map, &seen, Place::Up, ui) }
                    <p class="you" aria-hidden="true">{ text("span", "", words.you()) }</p>
                    { for [Place::Across, Place::Down, Place::Outside].map(|place| list(&map, &seen, place, ui)) }
                </div>
            }
            { element("p", "actions", ui.button("link", ui.open_part(Part::Circle), Message::Opened(Part::Circle))) }
        </>
    }
}

/// Where to begin, and room for somebody else.
fn begin(map: &Map, seen: &[Observation], ui: &Ui) -> Html {
    let words = ui.words.map();
    let proposed = map.suggest(None).and_then(|key| Some((key, map.get(key)?)));
    let steady = seen.contains(&Observation::AllSteady);
    html! {
        <>
            <p>{ if steady { words.all_steady() } else { words.choose_about() } }</p>
            if map.is_full() {
                { p("quiet", words.full(MAX_RELATIONSHIPS)) }
            }
            <p class="actions">
                if let Some((key, one)) = proposed {
                    { ui.button("primary", &words.choose_one(&one.name), Message::AskedToDeepen(key)) }
                }
                if !map.is_full() {
                    { ui.button("secondary", words.add(), Message::AskedToAdd) }
                }
            </p>
        </>
    }
}

/// Those whose place is not known; the first can be placed with one press, and then the next is.
fn unplaced(map: &Map, seen: &[Observation], ui: &Ui) -> Html {
    let words = ui.words.map();
    let people: Vec<_> = map.in_place(None).collect();
    let Some((key, one)) = people.first() else {
        return Html::default();
    };
    html! {
        <section>
            { text("h3", "", words.unplaced()) }
            <div role="group" aria-labelledby="where">
                <p id="where">{ words.where_is(&one.name) }</p>
                <p class="actions">
                    { for Place::ALL.iter().map(|place| {
                        let name = ui.words.practice().place_term(*place).name;
                        ui.button("secondary", name, Message::Moved(*key, *place))
                    }) }
                </p>
            </div>
            { rows(people.into_iter(), seen, ui) }
        </section>
    }
}

/// The people of one place with what can be said about them; nothing where there is neither.
fn list(map: &Map, seen: &[Observation], place: Place, ui: &Ui) -> Html {
    let words = ui.words.map();
    let said = if seen.contains(&Observation::Nobody(place)) {
        Some(words.nobody_in(place))
    } else if seen.contains(&Observation::OnlyStrained(place)) {
        Some(words.only_strained_in(place))
    } else {
        None
    };
    let mut people = map.in_place(Some(place)).peekable();
    if people.peek().is_none() && said.is_none() {
        return Html::default();
    }
    let section = html! {
        <section>
            { text("h3", "", ui.words.practice().place_term(place).name) }
            { for said.map(|text| html! { { p("quiet", text) } }) }
            if people.peek().is_some() {
                { rows(people, seen, ui) }
            }
        </section>
    };
    attributed(section, &["class"], vec![place.as_str().into()])
}

fn rows<'a>(
    people: impl Iterator<Item = &'a (Key, Relationship)>,
    seen: &[Observation],
    ui: &Ui,
) -> Html {
    html! { <ul class="people">{ for people.map(|(key, one)| row(*key, one, seen, ui)) }</ul> }
}

/// A person, and what can be done when the row is open.
fn row(key: Key, one: &Relationship, seen: &[Observation], ui: &Ui) -> Html {
    let words = ui.words.map();
    let name = &one.name;
    let elsewhere = Place::ALL
        .iter()
        .filter(|place| one.place.is_some_and(|here| here != **place));
    html! {
        <li key={key.to_string()}>
            <details name="person">
                <summary>
                    { sign(one.tie) }
                    <span>
                        <strong>{ text("bdi", "", name.as_str()) }</strong>{ " " }
                        { text("span", "quiet", facts(one, ui)) }
                    </span>
                </summary>
                if seen.contains(&Observation::LongSilence(key)) {
                    { p("", words.long_silence(name)) }
                }
                <p class="actions">
                    { ui.button("secondary", &words.choose_one(name), Message::AskedToDeepen(key)) }
                    { short(words.edit_short(), words.edit(name), Message::AskedToEdit(key), ui) }
                    { short(words.remove_short(), words.remove(name), Message::Removed(key), ui) }
                    { for elsewhere.map(|place| {
                        ui.button("link", words.move_to_place(*place), Message::Moved(key, *place))
                    }) }
                </p>
            </details>
        </li>
    }
}

/// What is known about a person, as far as it was said. Outside, people are of different kinds.
fn facts(one: &Relationship, ui: &Ui) -> String {
    let terms = ui.words.practice();
    let words = ui.words.map();
    let kind = one.kind.filter(|_| one.place == Some(Place::Outside));
    let said = [
        kind.map(|kind| terms.kind_term(kind).name),
        one.tie.map(|tie| terms.tie_term(tie).name),
        one.last_talk.map(|talk| words.talked_at(talk)),
        one.important.then(|| words.matters()),
    ];
    let said: Vec<&str> = said.into_iter().flatten().collect();
    said.join(" · ")
}

/// A tie as a line: thick or thin, a wave, or dots. The words beside it say the same.
fn sign(tie: Option<Tie>) -> Html {
    let (straight, wave) = ("M2 7h24", "M2 7q3-8 6 0t6 0 6 0 6 0");
    let (class, path) = match tie {
        Some(Tie::Strong) => ("tie strong", straight),
        Some(Tie::Uneven) => ("tie uneven", straight),
        Some(Tie::Tense) => ("tie tense", wave),
        Some(Tie::Neglected) => ("tie neglected", straight),
        None => ("tie", ""),
    };
    let sign = html! {
        <svg><path d={path} fill="none" stroke="currentColor" stroke-linecap="round" /></svg>
    };
    let values = vec![class.into(), "0 0 28 14".into(), "true".into()];
    attributed(sign, &["class", "viewBox", "aria-hidden"], values)
}

/// A short button within the row of a person; its accessible name says whom it is about.
fn short(label: &str, name: String, message: Message, ui: &Ui) -> Html {
    html! {
        <button type="button" class="link" part="button" aria-label={name}
            onclick={ui.on(message)}>
            { label }
        </button>
    }
}
