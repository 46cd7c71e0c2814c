//! Screen 5: save the result, or delete everything.

use yew::{Html, html};

use super::Ui;
use crate::session::{Erasing, Message, Session};

/// Only where the owner asked for it: hands the result to the page around the widget.
fn share(ui: &Ui) -> Html {
    let label = ui.attributes.share_label.as_deref();
    label.map_or_else(Html::default, |label| {
        html! {
            <>
                <p class="actions">{ ui.button("secondary", label, Message::Shared) }</p>
                <p class="quiet">{ ui.strings.share_about }</p>
            </>
        }
    })
}

pub(super) fn view(session: &Session, ui: &Ui) -> Html {
    let strings = ui.strings;
    html! {
        <>
            { ui.heading(strings.keep_heading) }
            <p class="lede">{ strings.keep_lede }</p>
            <p class="actions">
                { ui.button("primary", strings.save_json, Message::SavedJson) }
            </p>
            <p class="quiet">{ strings.save_json_about }</p>
            { share(ui) }
            <section class="erase">
                <h3>{ strings.erase_heading }</h3>
                <p>{ strings.erase_what }</p>
                if session.erasing == Erasing::Asked {
                    <div role="alert"><p><strong>{ strings.erase_sure }</strong></p></div>
                    <p class="actions">
                        { ui.button("danger", strings.erase_yes, Message::Erased) }
                        { ui.button("secondary", strings.erase_no, Message::KeptEverything) }
                    </p>
                } else {
                    <p class="actions">
                        { ui.button("secondary", strings.erase, Message::AskedToErase) }
                    </p>
                }
            </section>
            <div class="nav">
                { ui.button("link", strings.back, Message::PressedBack) }
            </div>
        </>
    }
}
