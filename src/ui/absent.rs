//! Instead of a screen whose part of the program has not arrived. Neither the JSON file nor deleting
//! needs that part.

use yew::{Html, html};

use super::{Ui, button, element, erase, heading, outcome, p, text};
use app::parts::{Linked, Part};
use app::session::{Message, Screen, Session};

/// The screen that `view` draws with the part called `name`; without it, what keeps it away.
pub(super) fn or_view<P: Copy>(
    (name, part): (&'static str, &Part<P>),
    session: &Session,
    ui: &Ui,
    view: fn(Linked<P>, &Session, &Ui) -> Html,
) -> Html {
    match part {
        Part::Linked(linked) => view(*linked, session, ui),
        Part::Failed(why) => absent(session, ui, Some((name, why))),
        Part::Absent | Part::Fetching => absent(session, ui, None),
    }
}

/// The lower half of a screen that `view` draws with the part called `name`; without it, a line that
/// says so.
pub(super) fn or_below<P: Copy>(
    (name, part): (&'static str, &Part<P>),
    session: &Session,
    ui: &Ui,
    view: fn(Linked<P>, &Session, &Ui) -> Html,
) -> Html {
    match part {
        Part::Linked(linked) => view(*linked, session, ui),
        Part::Failed(why) => html! {
            <div class="after">
                <div role="alert"><p>{ text("strong", "", ui.words.audit().part_missing()) }{ " " }{ why }</p></div>
                { element("p", "actions", retry(name, "secondary", ui)) }
            </div>
        },
        Part::Absent | Part::Fetching => html! {
            <div class="after" aria-busy="true">{ p("quiet", ui.words.audit().part_fetching()) }</div>
        },
    }
}

fn retry(name: &'static str, class: &'static str, ui: &Ui) -> Html {
    button(
        class,
        ui.words.audit().part_retry(),
        ui.fetch.reform(move |_| name),
    )
}

fn absent(session: &Session, ui: &Ui, failed: Option<(&'static str, &str)>) -> Html {
    let strings = ui.words.audit();
    let text = failed.map_or(strings.part_fetching(), |_| strings.part_missing());
    html! {
        <>
            { heading(text) }
            if let Some((name, why)) = failed {
                <div role="alert">{ p("", why) }</div>
                { element("p", "actions", retry(name, "primary", ui)) }
            }
            if session.result.is_some() {
                <p class="actions">
                    { ui.button("secondary", strings.save_json(), Message::SavedJson) }
                </p>
                { outcome() }
            }
            if session.screen == Screen::Keep && session.can_erase() {
                { erase::view(session, ui) }
            }
            { element("div", "nav", ui.button("link", strings.back(), Message::OpenedWelcome)) }
        </>
    }
}
