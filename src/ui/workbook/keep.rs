//! The other forms of a result: on paper, as text, as a table; earlier ones, and those in files.

use yew::{Html, html};

use super::{Book, file, past};
use app::practice::export::Include;
use app::workbook::{Message, Workbook};

pub(super) fn view(workbook: &Workbook, book: &Book) -> Html {
    let shelf = &workbook.shelf;
    html! {
        <>
            if shelf.result.is_some() {
                { forms(workbook, book) }
                if workbook.practice.has_anything() {
                    { with_practice(workbook, book) }
                }
            }
            if shelf.result.is_some() || shelf.history || shelf.restorable || !shelf.past.is_empty() {
                { past::view(workbook, book) }
            }
            { file::view(workbook, book) }
        </>
    }
}

/// The result as JSON with what is ticked of the practice; nothing is, until the visitor does.
fn with_practice(workbook: &Workbook, book: &Book) -> Html {
    let words = book.strings.practice;
    let include = workbook.include;
    let ticks = [
        (
            words.include_map,
            include.map,
            Include {
                map: !include.map,
                ..include
            },
        ),
        (
            words.include_circle,
            include.circle,
            Include {
                circle: !include.circle,
                ..include
            },
        ),
        (
            words.include_practice,
            include.plan,
            Include {
                plan: !include.plan,
                ..include
            },
        ),
    ];
    html! {
        <fieldset class="choice">
            <legend>{ words.include_legend }</legend>
            <p class="quiet">{ words.include_about }</p>
            { for ticks.into_iter().map(|(label, checked, then)| html! {
                <label class="setting">
                    <input type="checkbox" {checked} onchange={book.on(Message::Included(then))} />
                    <span>{ label }</span>
                </label>
            }) }
            { book.button("secondary", book.strings.save_json_with, Message::AskedForJson) }
        </fieldset>
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
