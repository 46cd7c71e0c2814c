//! The screens of what follows a result, as functions from its state to markup.

mod choose;
pub(super) mod compare;
mod keep;
mod past;
mod practice;

use yew::{Html, html};

use super::Ui;
use app::parts::{FollowUp, Linked};
use app::session::Session;

/// The ways to keep a result that come before saving it.
#[split::split]
pub(super) fn ways(_: Linked<FollowUp>, session: &Session, ui: &Ui) -> Html {
    let after = session.after();
    html! { <div class="after">{ after.map(|after| keep::ways(session, after, ui)) }</div> }
}

/// The lower half of the screen for saving and deleting.
#[split::split]
pub(super) fn keep(_: Linked<FollowUp>, session: &Session, ui: &Ui) -> Html {
    let after = session.after();
    html! { <div class="after">{ after.map(|after| keep::view(session, after, ui)) }</div> }
}

/// A part that is opened by itself.
#[split::split]
pub(super) fn practice(_: Linked<FollowUp>, session: &Session, ui: &Ui) -> Html {
    let after = session.after();
    html! { <div class="after">{ after.map(|after| practice::view(session, after, ui)) }</div> }
}
