//! The other forms of a result: on paper, as text, as a table; earlier ones, and those in files.

use yew::{Html, html};

use super::{Book, file, past};
use crate::workbook::{Message, Workbook};

pub(super) fn view(workbook: &Workbook, book: &Book) -> Html {
    html! {
        <>
            if workbook.shelf.result.is_some() {
                { forms(workbook, book) }
            }
            { past::view(workbook, book) }
            { file::view(workbook, book) }
        </>
    }
}

fn forms(workbook: &Workbook, book: &Book) -> Html {
    let strings = book.strings;
    let ways = [
        (strings.print, strings.print_about, Message::AskedToPrint),
        (strings.copy, strings.copy_about, Message::AskedToCopy),
        (
            strings.save_csv,
            strings.save_csv_about,
            Message::AskedForCsv,
        ),
    ];
    html! {
        <section>
            <h3>{ strings.more_heading }</h3>
            { for ways.into_iter().map(|(label, about, message)| html! {
                <div class="way">
                    { book.button("secondary", label, message) }
                    <p class="quiet">{ about }</p>
                </div>
            }) }
            <p role="status">{ workbook.said.map(strings.said) }</p>
        </section>
    }
}
