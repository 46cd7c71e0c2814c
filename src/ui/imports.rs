//! The screens of files that a visitor opens: what was found in each, a result that somebody else gave,
//! and the picture of a group.

mod file;
mod files;
mod group;
mod opened;

use yew::Html;

use super::Ui;
use app::parts::{Imports, Linked};
use app::session::Session;

/// The files that are open, below where they are chosen.
#[split::split]
pub(super) fn files(_: Linked<Imports>, session: &Session, ui: &Ui) -> Html {
    let after = session.after();
    after.map_or_else(Html::default, |after| files::view(session, after, ui))
}

/// A result that is opened from a file, or the group of all.
#[split::split]
pub(super) fn opened(_: Linked<Imports>, session: &Session, ui: &Ui) -> Html {
    let after = session.after();
    after.map_or_else(Html::default, |after| opened::view(session, after, ui))
}
