//! Instead of a screen whose part of the program has not arrived. Neither the JSON file nor deleting
//! needs that part.

use yew::{Html, html};

use super::{Ui, erase, heading};
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

fn absent(session: &Session, ui: &Ui, failed: Option<(&'static str, &str)>) -> Html {
    let strings = ui.strings;
    let text = failed.map_or(strings.part_fetching, |_| strings.part_missing);
    html! {
        <>
            { heading(text) }
            if let Some((name, why)) = failed {
                <div role="alert"><p>{ why }</p></div>
                <p class="actions">
                    <button type="button" class="primary" part="button"
                        onclick={ui.fetch.reform(move |_| name)}>
                        { strings.part_retry }
                    </button>
                </p>
            }
            if session.result.is_some() {
                <p class="actions">
                    { ui.button("secondary", strings.save_json, Message::SavedJson) }
                </p>
            }
            if session.screen == Screen::Keep && session.has_anything() {
                { erase::view(session, ui) }
            }
            <div class="nav">{ ui.button("link", strings.back, Message::OpenedWelcome) }</div>
        </>
    }
}
