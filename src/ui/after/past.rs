//! Earlier results: whether they are kept, and the list to pick two from.

use yew::{Html, html};

use super::compare;
use crate::ui::{Ui, p, text};
use app::after::{After, Message as AfterMessage, Pick};
use app::session::{Message, Session};
use measure::completed::Kept;

pub(super) fn view(session: &Session, after: &After, ui: &Ui) -> Html {
    let strings = ui.words.keep();
    let toggle_history = if session.history {
        Message::TurnedHistoryOff
    } else {
        Message::TurnedHistoryOn
    };
    let picks = after.picks(&session.view());
    html! {
        <section>
            { text("h3", "", strings.past_heading()) }
            if session.is_kept() {
                <label class="setting">
                    <input type="checkbox" checked={session.history}
                        onchange={ui.on(toggle_history)} />
                    { text("span", "", strings.keep_past()) }
                </label>
                { p("quiet", strings.keep_past_about()) }
            } else {
                { p("quiet", strings.keep_past_impossible()) }
            }
            <div role="status">
                if session.can_restore_past() {
                    { strings.forgotten() }{ " " }
                    { ui.button("link", ui.words.practice().undo(), Message::RestoredPast) }
                }
            </div>
            if picks.len() > 1 {
                { compare::before(session, ui) }
                { p("", strings.compare_hint()) }
                <ul class="results">
                    { for picks.iter().map(|pick| row(session, after, pick, ui)) }
                </ul>
            }
            { compare::view(session, after, ui) }
        </section>
    }
}

fn row(session: &Session, after: &After, pick: &Pick, ui: &Ui) -> Html {
    let strings = ui.words.keep();
    let Some(Kept {
        provenance,
        completed,
    }) = after.result(pick, &session.view())
    else {
        return Html::default();
    };
    let day = ui.date(provenance.ended_at);
    let mark = match pick {
        Pick::Latest => Some(strings.past_latest()),
        Pick::Past(_) if completed.is_none() => Some(strings.past_other()),
        Pick::Past(_) | Pick::File(_) => None,
    };
    html! {
        <li>
            <label class="setting">
                <input type="checkbox" checked={after.picked.contains(pick)}
                    onchange={ui.on(AfterMessage::Picked(pick.clone()))} />
                <span>
                    { strings.past_result(&day, provenance.form) }
                    if let Some(mark) = mark {
                        <span class="quiet">{ " · " }{ mark }</span>
                    }
                </span>
            </label>
            if let Pick::Past(id) = pick {
                if completed.is_some() {
                    { ui.button("link", &strings.show(&day), Message::ShowedPast(id.clone())) }
                }
                { ui.button("link", &strings.forget(&day), Message::ForgotPast(id.clone())) }
            }
        </li>
    }
}
