//! Screen 3: the skipped items, links back to them, and the cost of finishing without them.

use yew::{Html, html};

use super::{Ui, heading, item, p, text};
use app::session::{Message, Session};
use measure::instrument::ScaleIndex;
use measure::report::unscored;

pub(super) fn view(session: &Session, ui: &Ui) -> Html {
    let strings = ui.words.audit();
    let instrument = &session.instrument;
    let sheet = session.sheet();
    let left_out = sheet.left_out(instrument);
    let label = |scale: ScaleIndex| {
        let scale = instrument.scale(scale);
        scale.map_or("", |scale| scale.label.as_str())
    };
    let marked = ScaleIndex::all(&instrument.scales).filter(|scale| {
        session.scale_marked(*scale) && session.screen.just_marked() != Some(*scale)
    });
    let costs = unscored(instrument, &sheet);
    let finish = if left_out.is_empty() {
        strings.finish()
    } else {
        strings.finish_as_it_is()
    };
    html! {
        <>
            { item::just_marked(session, ui) }
            { heading(&strings.review_title(left_out.len())) }
            if !left_out.is_empty() {
                { p("", strings.review_lede()) }
                <ul class="left-out">
                    { for left_out.iter().filter_map(|index| {
                        let item = instrument.item(*index)?;
                        Some(html! {
                            <li key={item.id.as_str()}>
                                { text("span", "kicker", label(item.scale)) }
                                { ui.button("statement", &item.stem, Message::RevisitedItem(*index)) }
                            </li>
                        })
                    }) }
                </ul>
            }
            { for marked.map(|scale| html! {
                <p class="quiet">
                    { strings.marked(label(scale)) }{ " " }
                    { ui.button("link", strings.unmark(), Message::UnmarkedScale(scale)) }
                </p>
            }) }
            { for costs.iter().map(|cost| html! {
                <p>
                    { strings.review_unscored(label(cost.scale), cost.answered, cost.needed) }
                </p>
            }) }
            if costs.is_empty() && !left_out.is_empty() {
                { p("", strings.review_wider()) }
            }
            <div class="nav">
                { ui.button("link", strings.back(), Message::PressedBack) }
                { ui.button("primary", finish, Message::FinishedAsItIs) }
            </div>
        </>
    }
}
