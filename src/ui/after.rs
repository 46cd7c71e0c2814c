//! The screens of what follows a result, as functions from its state to markup.

mod compare;
mod file;
mod keep;
mod past;
mod practice;

use yew::{Html, html};

use super::Ui;
use app::after::After;
use app::session::Session;
use words::workbook::{WORKBOOK_EN, WorkbookStrings};

/// The lower half of the screen for saving and deleting.
pub(super) fn keep(session: &Session, ui: &Ui) -> Html {
    part(session, |after| keep::view(session, after, ui))
}

/// A part that is opened by itself.
pub(super) fn practice(session: &Session, ui: &Ui) -> Html {
    part(session, |after| practice::view(session, after, ui))
}

/// An element that is empty and busy until the state of what follows a result exists.
fn part(session: &Session, view: impl FnOnce(&After) -> Html) -> Html {
    let after = session.after.as_deref();
    html! { <div class="after" aria-busy={after.is_none().then_some("true")}>{ after.map(view) }</div> }
}

impl Ui {
    /// The words of these screens.
    #[expect(clippy::unused_self, reason = "English is the only language so far")]
    fn words(&self) -> &'static WorkbookStrings {
        &WORKBOOK_EN
    }
}
