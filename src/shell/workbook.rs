//! Holds the workbook, feeds it messages and runs its effects.

use std::cell::{Cell, RefCell};
use std::collections::VecDeque;
use std::rc::Rc;

use js_sys::Reflect;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::HtmlElement;
use yew::{Callback, Html, Properties, component, html, use_effect_with, use_memo, use_state};

use crate::instrument::Instrument;
use crate::record::read;
use crate::strings::workbook::WorkbookStrings;
use crate::ui::WorkbookApp;
use crate::workbook::{Effect, Message, Page, Shelf, Workbook, update};

#[wasm_bindgen]
extern "C" {
    /// The loader's side of one workbook.
    pub type Binder;

    /// Tells the session what the visitor did.
    #[wasm_bindgen(method, structural)]
    fn hear(this: &Binder, what: &str, text: &str);

    /// Prints a document made of data: `{title, style, body}`.
    #[wasm_bindgen(method, structural, catch)]
    fn print(this: &Binder, document: &str, style: &str) -> Result<(), JsValue>;
}

/// One running workbook.
pub struct WorkbookRuntime {
    #[expect(dead_code, reason = "the practice reads the attributes")]
    host: HtmlElement,
    binder: Binder,
    workbook: RefCell<Rc<Workbook>>,
    queue: RefCell<VecDeque<Message>>,
    running: Cell<bool>,
    watcher: RefCell<Option<Callback<Rc<Workbook>>>>,
}

impl WorkbookRuntime {
    /// Opens the workbook at `page`.
    #[must_use]
    pub fn start(
        host: HtmlElement,
        binder: Binder,
        instrument: Rc<Instrument>,
        page: Page,
        shelf: &JsValue,
    ) -> Rc<Self> {
        let shelf = read_shelf(shelf, &instrument);
        let workbook = Workbook::open(instrument, page, shelf);
        Rc::new(Self {
            host,
            binder,
            workbook: RefCell::new(Rc::new(workbook)),
            queue: RefCell::default(),
            running: Cell::new(false),
            watcher: RefCell::default(),
        })
    }

    /// Shows a page, with what the session hands over.
    pub fn show(&self, page: Page, shelf: &JsValue) {
        let shelf = read_shelf(shelf, &self.workbook.borrow().instrument);
        self.dispatch(Message::Shown(page, shelf));
    }

    /// Takes in a message and runs everything that follows from it before it returns.
    pub fn dispatch(&self, message: Message) {
        self.queue.borrow_mut().push_back(message);
        if self.running.replace(true) {
            return;
        }
        loop {
            let next = self.queue.borrow_mut().pop_front();
            let Some(message) = next else { break };
            let workbook = Workbook::clone(&self.workbook.borrow());
            let (workbook, effects) = update(workbook, message);
            self.workbook.replace(Rc::new(workbook));
            for effect in effects {
                self.run(effect);
            }
        }
        self.running.set(false);
        if let Some(watcher) = &*self.watcher.borrow() {
            watcher.emit(self.workbook.borrow().clone());
        }
    }

    fn run(&self, effect: Effect) {
        match effect {
            Effect::Tell { what, text } => self.binder.hear(what, &text),
            Effect::PrintReport | Effect::CopySummary | Effect::OfferCsv => {}
        }
    }

    /// Stops drawing; the workbook is gone.
    pub fn stop(&self) {
        self.watcher.take();
    }
}

fn read_shelf(shelf: &JsValue, instrument: &Instrument) -> Shelf {
    let get = |key: &str| Reflect::get(shelf, &key.into()).unwrap_or(JsValue::UNDEFINED);
    let result = get("result").as_string();
    Shelf {
        result: result
            .and_then(|text| read::result(&text, instrument).ok())
            .map(Rc::new),
        kept: get("kept").is_truthy(),
    }
}

/// The running workbook to draw.
#[derive(Properties, Clone)]
pub struct WorkbookHostProps {
    /// Holds the workbook.
    pub runtime: Rc<WorkbookRuntime>,
    /// The language.
    pub strings: &'static WorkbookStrings,
}

impl PartialEq for WorkbookHostProps {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.runtime, &other.runtime)
    }
}

/// Connects the workbook's screens to its runtime.
#[component]
pub fn WorkbookHost(props: &WorkbookHostProps) -> Html {
    let workbook = use_state(|| props.runtime.workbook.borrow().clone());
    let send = use_memo((), |()| {
        let runtime = props.runtime.clone();
        Callback::from(move |message| runtime.dispatch(message))
    });
    {
        let setter = workbook.setter();
        use_effect_with(props.clone(), move |props| {
            let watcher = Callback::from(move |next| setter.set(next));
            props.runtime.watcher.replace(Some(watcher));
        });
    }
    #[expect(clippy::cast_possible_truncation, reason = "at most 14 hours")]
    let utc_offset = -js_sys::Date::new_0().get_timezone_offset() as i32;
    html! {
        <WorkbookApp workbook={(*workbook).clone()} send={(*send).clone()} {utc_offset}
            strings={props.strings} />
    }
}
