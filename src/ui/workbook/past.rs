//! Earlier results: whether they are kept, and the list that two are picked from.

use yew::{Html, html};

use super::{Book, compare};
use app::workbook::{Message, Pick, Workbook};
use measure::completed::Kept;

pub(super) fn view(workbook: &Workbook, book: &Book) -> Html {
    let strings = book.strings;
    let picks = workbook.picks();
    html! {
        <section>
            <h3>{ strings.past_heading }</h3>
            if workbook.shelf.kept {
                <label class="setting">
                    <input type="checkbox" checked={workbook.shelf.history}
                        onchange={book.on(Message::SetHistory(!workbook.shelf.history))} />
                    <span>{ strings.keep_past }</span>
                </label>
                <p class="quiet">{ strings.keep_past_about }</p>
            } else {
                <p class="quiet">{ strings.keep_past_impossible }</p>
            }
            <div role="status">
                if workbook.shelf.restorable {
                    { strings.forgotten }{ " " }
                    { book.button("link", strings.practice.undo, Message::RestoredPast) }
                }
            </div>
            if picks.len() > 1 {
                <p>{ strings.compare_hint }</p>
                <ul class="results">
                    { for picks.iter().map(|pick| row(workbook, pick, book)) }
                </ul>
            }
            { compare::view(workbook, book) }
        </section>
    }
}

fn row(workbook: &Workbook, pick: &Pick, book: &Book) -> Html {
    let strings = book.strings;
    let Some(Kept {
        provenance,
        completed,
    }) = workbook.result(pick)
    else {
        return Html::default();
    };
    let day = book.date(provenance.ended_at);
    let mark = match pick {
        Pick::Latest => Some(strings.past_latest),
        Pick::File => Some(strings.past_file),
        Pick::Past(_) if completed.is_none() => Some(strings.past_other),
        Pick::Past(_) => None,
    };
    html! {
        <li>
            <label class="setting">
                <input type="checkbox" checked={workbook.picked.contains(pick)}
                    onchange={book.on(Message::Picked(pick.clone()))} />
                <span>
                    { (strings.past_result)(&day, provenance.form) }
                    if let Some(mark) = mark {
                        <span class="quiet">{ ", " }{ mark }</span>
                    }
                </span>
            </label>
            if let Pick::Past(id) = pick {
                if completed.is_some() {
                    { book.button("link", &(strings.show)(&day), Message::ShowedPast(id.clone())) }
                }
                { book.button("link", &(strings.forget)(&day), Message::ForgotPast(id.clone())) }
            }
        </li>
    }
}
