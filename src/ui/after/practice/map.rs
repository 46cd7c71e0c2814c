//! The relationships as a picture around "you", the same as a list, and what they show.

use yew::{Html, classes, html};

use crate::ui::{Ui, heading};
use app::practice::map::{Map, Observation};
use app::practice::picture::{BOX_HEIGHT, BOX_WIDTH, Mark, WIDTH, picture};
use app::practice::relationship::{Key, Relationship};
use app::practice::{Message, Part, Practice};
use records::practice::MAX_RELATIONSHIPS;

pub(super) fn view(practice: &Practice, ui: &Ui) -> Html {
    let words = &ui.words().practice.map;
    let map = practice.map();
    html! {
        <>
            { heading(words.heading) }
            <p class="lede">{ words.lede }</p>
            if map.0.is_empty() {
                <p>{ words.empty }</p>
            } else {
                { drawing(&map, ui) }
            }
            if map.is_full() {
                <p>{ (words.full)(MAX_RELATIONSHIPS) }</p>
            } else {
                <p class="actions">
                    { ui.button(if map.0.is_empty() { "primary" } else { "secondary" }, words.add, Message::AskedToAdd) }
                </p>
            }
            if !map.0.is_empty() {
                { shows(&map, ui) }
                { list(&map, ui) }
            }
        </>
    }
}

fn drawing(map: &Map, ui: &Ui) -> Html {
    let words = &ui.words().practice.map;
    let drawn = picture(map);
    let y_of = |tenths: i32| tenths * drawn.height / 1000;
    let (middle, you) = (WIDTH / 2, y_of(drawn.you));
    html! {
        <figure class="relationships">
            <svg viewBox={format!("0 0 {WIDTH} {}", drawn.height)} aria-hidden="true">
                { for drawn.marks.iter().map(|mark| {
                    let (x, y) = (mark.x * WIDTH / 1000, y_of(mark.y));
                    html! {
                        <line class={tie_of(map, mark)} x1={middle.to_string()} y1={you.to_string()}
                            x2={x.to_string()} y2={y.to_string()} />
                    }
                }) }
                <circle class="you" cx={middle.to_string()} cy={you.to_string()} r="22" />
                { label(middle, you, words.you) }
                { for drawn.marks.iter().map(|mark| name_box(map, mark, y_of(mark.y))) }
            </svg>
            <figcaption>{ words.picture }</figcaption>
        </figure>
    }
}

fn tie_of(map: &Map, mark: &Mark) -> &'static str {
    map.get(mark.key).map_or("", |one| one.tie.as_str())
}

fn name_box(map: &Map, mark: &Mark, y: i32) -> Html {
    let x = mark.x * WIDTH / 1000;
    let important = map.get(mark.key).is_some_and(|one| one.important);
    html! {
        <g class={classes!(tie_of(map, mark), important.then_some("important"))}>
            <rect x={(x - BOX_WIDTH / 2).to_string()} y={(y - BOX_HEIGHT / 2).to_string()}
                width={BOX_WIDTH.to_string()} height={BOX_HEIGHT.to_string()} rx="6" />
            { label(x, y, &mark.label) }
        </g>
    }
}

fn label(x: i32, y: i32, text: &str) -> Html {
    html! {
        <text x={x.to_string()} y={(y + 4).to_string()} text-anchor="middle">{ text.to_owned() }</text>
    }
}

/// What the map shows, and the question that asks for one to deepen.
fn shows(map: &Map, ui: &Ui) -> Html {
    let words = &ui.words().practice.map;
    let text = |observation: Observation| match observation {
        Observation::OnlyStrained(place) => Some((words.only_strained)(place).to_owned()),
        Observation::Nobody(place) => Some((words.nobody)(place).to_owned()),
        Observation::LongSilence(key) => map.get(key).map(|one| (words.long_silence)(&one.name)),
        Observation::AllSteady => Some(words.all_steady.to_owned()),
    };
    let proposed = map.suggest(None).and_then(|key| Some((key, map.get(key)?)));
    html! {
        <section>
            <h3>{ words.shows_heading }</h3>
            { for map.observe().into_iter().filter_map(text).map(|text| html! { <p>{ text }</p> }) }
            if let Some((key, one)) = proposed {
                <h4>{ words.choose }</h4>
                <p>{ words.choose_about }{ " " }{ words.proposed }{ ": " }<strong><bdi>{ one.name.as_str() }</bdi></strong></p>
                <p class="actions">
                    { ui.button("primary", &(words.choose_one)(&one.name), Message::AskedToDeepen(key)) }
                    { ui.button("link", ui.open_part(Part::Circle), Message::Opened(Part::Circle)) }
                </p>
            }
        </section>
    }
}

fn list(map: &Map, ui: &Ui) -> Html {
    let words = &ui.words().practice.map;
    html! {
        <section>
            <h3>{ words.list_heading }</h3>
            <p class="quiet">{ (words.count)(map.0.len(), MAX_RELATIONSHIPS) }</p>
            <ol class="people">
                { for map.0.iter().enumerate().map(|(index, (key, one))| {
                    entry(map, index, *key, one, ui)
                }) }
            </ol>
        </section>
    }
}

fn entry(map: &Map, index: usize, key: Key, one: &Relationship, ui: &Ui) -> Html {
    let terms = ui.words().practice;
    let words = &terms.map;
    let name = &one.name;
    let mut facts = vec![
        (terms.kind)(one.kind).name,
        (terms.place)(one.place).name,
        (terms.tie)(one.tie).name,
        (terms.last_talk)(one.last_talk).name,
    ];
    if one.important {
        facts.push(words.important);
    }
    html! {
        <li key={key.to_string()}>
            <p><strong><bdi>{ name.as_str() }</bdi></strong><br /><span class="quiet">{ facts.join(" · ") }</span></p>
            <p class="actions">
                { short(words.choose_short, (words.choose_one)(name), Message::AskedToDeepen(key), ui) }
                { short(words.edit_short, (words.edit)(name), Message::AskedToEdit(key), ui) }
                if index > 0 {
                    { short("↑", (words.move_up)(name), Message::MovedUp(key), ui) }
                }
                if index + 1 < map.0.len() {
                    { short("↓", (words.move_down)(name), Message::MovedDown(key), ui) }
                }
                { short(words.remove_short, (words.remove)(name), Message::Removed(key), ui) }
            </p>
        </li>
    }
}

/// A short button within the entry of a person; its accessible name says whom it is about.
fn short(label: &str, name: String, message: Message, ui: &Ui) -> Html {
    html! {
        <button type="button" class="link" part="button" aria-label={name}
            onclick={ui.on(message)}>
            { label }
        </button>
    }
}
