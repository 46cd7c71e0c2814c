//! The screens of what follows a result, as functions from its state to markup.

mod compare;
mod file;
mod keep;
mod past;
mod practice;

use yew::{Html, html};

use super::Ui;
use app::parts::{FollowUp, Linked};
use app::session::Session;
use words::workbook::{WORKBOOK_EN, WorkbookStrings};

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

impl Ui {
    /// The words of these screens.
    #[expect(clippy::unused_self, reason = "English is the only language so far")]
    fn words(&self) -> &'static WorkbookStrings {
        &WORKBOOK_EN
    }
}
