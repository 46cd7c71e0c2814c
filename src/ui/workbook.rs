//! The workbook's screens, as functions from its state to markup.

mod compare;
mod file;
mod keep;
mod past;

use std::rc::Rc;

use yew::{Callback, Html, NodeRef, Properties, component, html, use_node_ref};

use crate::strings::workbook::WorkbookStrings;
use crate::time::UnixMs;
use crate::workbook::{Message, Page, Workbook};

/// What the workbook's root component is given.
#[derive(Properties, Clone)]
pub struct WorkbookProps {
    /// The state to show.
    pub workbook: Rc<Workbook>,
    /// Where what happened goes.
    pub send: Callback<Message>,
    /// The language.
    pub strings: &'static WorkbookStrings,
    /// Local time minus UTC, in minutes, for dates.
    pub utc_offset: i32,
    /// Reads a file that the visitor chose, and sends its text.
    pub read: Callback<web_sys::File>,
}

impl PartialEq for WorkbookProps {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.workbook, &other.workbook) && self.utc_offset == other.utc_offset
    }
}

/// What every screen needs beside the state.
struct Book {
    send: Callback<Message>,
    strings: &'static WorkbookStrings,
    heading: NodeRef,
    utc_offset: i32,
    read: Callback<web_sys::File>,
}

impl Book {
    /// A callback that sends `message`, whatever the event.
    fn on<E: 'static>(&self, message: Message) -> Callback<E> {
        let send = self.send.clone();
        Callback::from(move |_: E| send.emit(message.clone()))
    }

    /// A moment as a local date.
    fn date(&self, moment: UnixMs) -> String {
        self.strings.audit.day(moment, self.utc_offset)
    }

    fn heading(&self, text: &str) -> Html {
        html! { <h2 ref={self.heading.clone()} tabindex="-1" part="heading">{ text }</h2> }
    }

    fn button(&self, kind: &'static str, label: &str, message: Message) -> Html {
        html! {
            <button type="button" class={kind} part="button" onclick={self.on(message)}>
                { label }
            </button>
        }
    }
}

/// The workbook.
#[component]
pub fn WorkbookApp(props: &WorkbookProps) -> Html {
    let book = Book {
        send: props.send.clone(),
        strings: props.strings,
        heading: use_node_ref(),
        utc_offset: props.utc_offset,
        read: props.read.clone(),
    };
    let workbook = &*props.workbook;
    match workbook.page {
        Page::Keep => keep::view(workbook, &book),
        Page::Part(part) => html! {
            <>
                { book.heading(part.as_str()) }
                { book.button("link", book.strings.back, Message::WentBack) }
            </>
        },
    }
}
