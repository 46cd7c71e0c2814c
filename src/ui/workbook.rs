//! The workbook's screens, as functions from its state to markup.

mod compare;
mod file;
mod keep;
mod past;
mod practice;

use std::rc::Rc;

use wasm_bindgen::JsCast;
use yew::hook;
use yew::{Callback, Html, NodeRef, Properties, component, html, use_effect_with, use_node_ref};

use crate::strings::workbook::WorkbookStrings;
use crate::time::UnixMs;
use crate::workbook::{Focus, Message, Page, Said, Workbook};

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
    heading: NodeRef,
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

    /// What came of copying.
    fn copied(&self, yes: &'static str, no: &'static str) -> Html {
        let text = match self.said {
            Some(Said::Copied) => Some(yes),
            Some(Said::NotCopied) => Some(no),
            _ => None,
        };
        html! { <p role="status">{ text }</p> }
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
    let workbook = &*props.workbook;
    let book = Book {
        send: props.send.clone(),
        strings: props.strings,
        heading: use_node_ref(),
        utc_offset: props.utc_offset,
        read: props.read.clone(),
        session_only: props.session_only,
        said: workbook.said,
    };
    let root = use_node_ref();
    use_focus(workbook.focus, root.clone(), book.heading.clone());
    let page = match workbook.page {
        Page::Keep => keep::view(workbook, &book),
        Page::Part(_) => practice::view(workbook, &book),
    };
    html! { <div ref={root}>{ page }</div> }
}

/// Moves focus to the heading, or to the first place of a form that lacks something.
#[hook]
fn use_focus(focus: Focus, root: NodeRef, heading: NodeRef) {
    use_effect_with(focus, move |focus| {
        let place = if focus.to_lacking {
            let root = root.cast::<web_sys::Element>();
            let found = root.and_then(|root| root.query_selector("[aria-invalid]").ok().flatten());
            found.and_then(|found| found.dyn_into::<web_sys::HtmlElement>().ok())
        } else {
            heading.cast()
        };
        if focus.moves > 0
            && let Some(place) = place
        {
            // A place that is already gone cannot take focus, and need not.
            let _ = place.focus();
        }
    });
}
