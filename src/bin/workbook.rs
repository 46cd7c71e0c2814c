//! The workbook, the browser program for what comes after a result: what the loader calls to draw
//! it in its place, to show another page of it and to take it away again.

use std::rc::Rc;

use app::workbook::{Message, Page};
use leadership_audit::shell::{Binder, WorkbookHost, WorkbookHostProps, WorkbookRuntime};
use measure::instrument;
use records::texts;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::{Element, HtmlElement};
use words::workbook::WORKBOOK_EN;

/// A workbook on the page.
#[wasm_bindgen]
pub struct Book {
    runtime: Rc<WorkbookRuntime>,
    app: Option<yew::AppHandle<WorkbookHost>>,
}

/// The workbook's style sheet.
#[wasm_bindgen]
#[must_use]
pub fn style() -> String {
    include_str!("../../style/workbook.css").to_owned()
}

/// Draws the workbook of the element `host` in `root`, at the page of this name. `instrument` is
/// the questionnaire's text, if it is not the shipped one; `texts` are the paragraphs for each band, if
/// they have arrived; `shelf` is what the session hands over.
///
/// # Errors
/// A text that names every fault of the questionnaire.
#[wasm_bindgen]
pub fn mount(
    host: HtmlElement,
    root: Element,
    binder: Binder,
    instrument: Option<String>,
    texts: Option<String>,
    page: &str,
    shelf: &JsValue,
) -> Result<Book, JsValue> {
    let text = instrument.as_deref().unwrap_or(instrument::SHIPPED);
    let instrument =
        instrument::parse(text).map_err(|faults| JsValue::from_str(&faults.to_string()))?;
    let texts = texts.and_then(|text| texts::parse(&text).ok());
    let page = Page::from_text(page).unwrap_or(Page::Keep);
    let runtime = WorkbookRuntime::start(
        host,
        binder,
        Rc::new(instrument),
        texts,
        &WORKBOOK_EN,
        page,
        shelf,
    );
    let props = WorkbookHostProps {
        runtime: Rc::clone(&runtime),
        strings: &WORKBOOK_EN,
    };
    let app = yew::Renderer::<WorkbookHost>::with_root_and_props(root, props).render();
    Ok(Book {
        runtime,
        app: Some(app),
    })
}

#[wasm_bindgen]
impl Book {
    /// Shows the page of this name, with what the session hands over.
    pub fn show(&self, page: &str, shelf: &JsValue) {
        if let Some(page) = Page::from_text(page) {
            self.runtime.show(page, shelf);
        }
    }

    /// Whether the browser put the copied text on the clipboard.
    pub fn copied(&self, copied: bool) {
        self.runtime.dispatch(Message::Copied(copied));
    }

    /// The browser would not print.
    pub fn failed_to_print(&self) {
        self.runtime.dispatch(Message::FailedToPrint);
    }

    /// Takes the workbook off the page.
    pub fn destroy(&mut self) {
        self.runtime.stop();
        if let Some(app) = self.app.take() {
            app.destroy();
        }
    }
}

fn main() {}
