//! Screen 5: save the result, open a saved one, or delete everything.

use yew::{Html, html};

use super::results::STRINGS;
use super::{Ui, absent, after, erase, heading};
use app::attributes::Retain;
use app::parts::{FollowUp, Linked, Results};
use app::session::{Message, Session};

/// Hands the result to the host page, where the owner offers that.
fn share(ui: &Ui) -> Html {
    let label = ui.attributes.share_label.as_deref();
    label.map_or_else(Html::default, |label| {
        html! {
            <>
                <p class="actions">{ ui.button("secondary", label, Message::Shared) }</p>
                <p class="quiet">{ STRINGS.share_about }</p>
            </>
        }
    })
}

/// How long the result is stored.
fn keep_lede(session: &Session, ui: &Ui) -> &'static str {
    if session.is_kept() && ui.attributes.retain == Retain::Device {
        STRINGS.keep_lede
    } else {
        STRINGS.keep_lede_session
    }
}

#[split::split]
pub(super) fn view(_: Linked<Results>, session: &Session, ui: &Ui) -> Html {
    html! {
        <>
            { if session.result.is_some() { result(session, ui) } else { saved() } }
            { absent::or_below((FollowUp::NAME, &ui.follow_up), session, ui, after::keep) }
            if session.has_anything() {
                { erase::view(session, ui) }
            }
            <div class="nav">
                { ui.button("link", ui.strings.back, Message::PressedBack) }
            </div>
        </>
    }
}

fn result(session: &Session, ui: &Ui) -> Html {
    let strings = ui.strings;
    html! {
        <>
            { heading(STRINGS.keep_heading) }
            <p class="lede">{ keep_lede(session, ui) }</p>
            <p class="actions">
                { ui.button("primary", strings.save_json, Message::SavedJson) }
            </p>
            <p class="quiet">{ STRINGS.save_json_about }</p>
            { share(ui) }
        </>
    }
}

/// Opens a saved result where there is none yet.
fn saved() -> Html {
    html! {
        <>
            { heading(STRINGS.saved_heading) }
            <p class="lede">{ STRINGS.saved_lede }</p>
        </>
    }
}
