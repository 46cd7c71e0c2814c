//! Deleting everything: what goes, the question, and the answer.

use yew::{Html, html};

use super::{Ui, p, text};
use app::attributes::Retain;
use app::session::{Erasing, Message, Session};

pub(super) fn view(session: &Session, ui: &Ui) -> Html {
    let strings = ui.words.audit();
    html! {
        <section class="erase">
            { text("h3", "", strings.erase_heading()) }
            <p class="quiet">{ match ui.attributes.retain {
                Retain::Device => strings.erase_what(),
                Retain::Session => strings.erase_what_tab(),
            } }</p>
            if matches!(session.erasing, Erasing::Asked(_)) {
                <div role="alert">
                    <p>{ text("strong", "", strings.erase_sure()) }</p>
                    if ui.other_audits > 0 {
                        { p("", strings.erase_others(ui.other_audits)) }
                    }
                </div>
                <p class="actions">
                    { ui.button("danger", strings.erase_yes(), Message::Erased) }
                    { ui.button("secondary", strings.erase_no(), Message::KeptEverything) }
                </p>
            } else {
                <p class="actions">
                    { ui.button("danger", strings.erase(), Message::AskedToErase) }
                </p>
            }
        </section>
    }
}
