//! Screen 5: print, copy or save the result, open a saved one, or delete everything.

use yew::{Html, html};

use super::{Ui, absent, after, element, erase, heading, outcome, p, rounds};
use app::after::Message as AfterMessage;
use app::attributes::Retain;
use app::parts::{FollowUp, Linked, Outcomes, Results};
use app::session::{Message, Session};

/// Hands the result to the host page, where the owner offers that. With a mailbox, the label is that of the mail.
fn share(ui: &Ui) -> Html {
    let label = ui.attributes.share_label.as_deref();
    let label = label.filter(|_| ui.attributes.share_href.is_none());
    label.map_or_else(Html::default, |label| {
        html! {
            <>
                { element("p", "actions", ui.button("secondary", label, Message::Shared)) }
                { p("quiet", ui.words.results().share_about()) }
            </>
        }
    })
}

/// How long the result is stored.
fn keep_lede(session: &Session, ui: &Ui) -> &'static str {
    let words = ui.words.results();
    if !session.is_kept() || ui.attributes.retain == Retain::Session {
        words.keep_lede_session()
    } else if session.history {
        words.keep_lede_history()
    } else {
        words.keep_lede()
    }
}

#[split::split]
pub(super) fn view(_: Linked<Results>, session: &Session, ui: &Ui) -> Html {
    let part = (FollowUp::NAME, &ui.parts.follow_up);
    html! {
        <>
            if session.result.is_some() {
                { heading(ui.words.results().keep_heading()) }
                { p("lede", keep_lede(session, ui)) }
                if let Some(linked) = ui.parts.follow_up.linked() {
                    { after::ways(linked, session, ui) }
                    if session.has_outcome() {
                        { absent::or_below((Outcomes::NAME, &ui.parts.outcomes), session, ui, rounds::tick) }
                    }
                }
                { save(ui) }
                { share(ui) }
            } else {
                { heading(ui.words.results().saved_heading()) }
                { p("lede", ui.words.results().saved_lede()) }
            }
            { absent::or_below(part, session, ui, after::keep) }
            if session.can_erase() {
                { erase::view(session, ui) }
            }
            <div class="nav">
                { ui.button("link", ui.words.audit().back(), Message::PressedBack) }
            </div>
        </>
    }
}

/// The one button that saves the result: with the ticked parts of the practice, or by itself where the
/// part that knows of them is missing.
fn save(ui: &Ui) -> Html {
    let label = ui.words.audit().save_json();
    let message = match ui.parts.follow_up.linked() {
        Some(_) => AfterMessage::AskedForJson.into(),
        None => Message::SavedJson,
    };
    html! {
        <div class="way">
            { ui.button("primary", label, message) }
            { p("quiet", ui.words.results().save_json_about()) }
            { outcome() }
        </div>
    }
}
