//! What the visitor should know, above any screen.

use yew::{Html, html};

use super::{Ui, p};
use app::session::{Erasing, Message, Notice, Session};

pub(super) fn view(session: &Session, ui: &Ui) -> Html {
    let strings = ui.words.audit();
    let erased = matches!(session.erasing, Erasing::Done(_));
    // The region exists even when it is empty: screen readers announce what enters it.
    html! {
        <div class="notices" part="notices" role="status">
            { for session.notices.iter().map(|notice| html! {
                <div class="notice" key={*notice as usize}>
                    { p("", strings.notice(*notice)) }
                    { ui.button("link", strings.dismiss(), Message::Dismissed(*notice)) }
                </div>
            }) }
            if erased {
                <div class="notice" key="erased">
                    <p>
                        { if session.notices.contains(&Notice::NotErased) {
                            strings.erased_in_part()
                        } else {
                            strings.erased()
                        } }
                    </p>
                    { ui.button("link", strings.erase_undo(), Message::UndidErase) }
                </div>
            }
        </div>
    }
}
