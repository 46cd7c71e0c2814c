//! The workbook's screens, as functions from its state to markup.

mod compare;
mod file;
mod keep;
mod past;
mod practice;

use std::rc::Rc;

use yew::{Callback, Html, Properties, component, html, use_node_ref};

use super::focus::use_focus;
use app::workbook::{Focus, Message, Page, Said, Workbook};
use measure::time::UnixMs;
use words::workbook::WorkbookStrings;

/// What the workbook's screens are given.
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
    /// Whether what is stored lasts as long as the tab.
    pub session_only: bool,
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
    utc_offset: i32,
    read: Callback<web_sys::File>,
    /// Whether what is stored lasts as long as the tab.
    session_only: bool,
    said: Option<Said>,
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

    /// What came of copying, or of printing.
    fn copied(&self, yes: &'static str, no: &'static str) -> Html {
        let text = match self.said {
            Some(Said::Copied) => Some(yes),
            Some(Said::NotCopied) => Some(no),
            Some(Said::NotPrinted) => Some((self.strings.said)(Said::NotPrinted)),
            None => None,
        };
        html! { <p role="status">{ text }</p> }
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
    let workbook = &*props.workbook;
    let book = Book {
        send: props.send.clone(),
        strings: props.strings,
        utc_offset: props.utc_offset,
        read: props.read.clone(),
        session_only: props.session_only,
        said: workbook.said,
    };
    let root = use_node_ref();
    let Focus { moves, to_lacking } = workbook.focus;
    let to = if to_lacking { "[aria-invalid]" } else { "h2" };
    use_focus(moves, to, root.clone());
    let page = match workbook.page {
        Page::Keep => keep::view(workbook, &book),
        Page::Part(_) => practice::view(workbook, &book),
    };
    html! { <div ref={root}>{ page }</div> }
}
