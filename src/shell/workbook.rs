//! Holds the workbook, feeds it messages and runs its effects.

use std::cell::{Cell, RefCell};
use std::collections::VecDeque;
use std::rc::Rc;

use js_sys::{Array, Reflect};
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::HtmlElement;
use yew::{Callback, Html, Properties, component, html, use_effect_with, use_memo, use_state};

use super::runtime::{now, report, writer};
use super::zone::{entropy, time_zone};
use super::{download, element_event};
use crate::ui::WorkbookApp;
use app::attributes::{self, Attributes, Retain};
use app::practice::calendar;
use app::session::ElementEvent;
use app::workbook::{Effect, Message, Opened, Page, Past, Shelf, Workbook, update};
use json::MAX_BYTES;
use measure::instrument::Instrument;
use measure::report::Report;
use print::summary;
use print::{self, Printed};
use records::texts::Texts;
use records::{csv, read};
use words::workbook::WorkbookStrings;

const PRINT_STYLE: &str = include_str!("../../style/print.css");

#[wasm_bindgen]
extern "C" {
    /// The loader's side of one workbook.
    pub type Binder;

    /// Tells the session what the visitor did.
    #[wasm_bindgen(method, structural)]
    fn hear(this: &Binder, what: &str, text: &str);

    /// Prints a document made of data; a refusal comes back as a message.
    #[wasm_bindgen(method, structural)]
    fn print(this: &Binder, title: &str, body: &str, style: &str);

    /// Puts a text on the clipboard; whether that worked comes back as a message.
    #[wasm_bindgen(method, structural)]
    fn copy(this: &Binder, text: &str);
}

/// One running workbook.
pub struct WorkbookRuntime {
    host: HtmlElement,
    attributes: Attributes,
    texts: Option<Texts>,
    strings: &'static WorkbookStrings,
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
        texts: Option<Texts>,
        strings: &'static WorkbookStrings,
        page: Page,
        shelf: &JsValue,
    ) -> Rc<Self> {
        let (attributes, _) = attributes::read(|name| host.get_attribute(name));
        let texts = texts.filter(|texts| texts.fits(&instrument));
        let workbook = Workbook::new(instrument, writer());
        let runtime = Rc::new(Self {
            host,
            attributes,
            texts,
            strings,
            binder,
            workbook: RefCell::new(Rc::new(workbook)),
            queue: RefCell::default(),
            running: Cell::new(false),
            watcher: RefCell::default(),
        });
        runtime.show(page, shelf);
        runtime
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
            let (workbook, effects) = update(workbook, message, now().wall);
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
            Effect::Tell { what, text } => self.binder.hear(&what, &text),
            Effect::PrintReport => self.with_result("print", |printed| {
                let title = print::title(printed.completed);
                let body = print::report(printed).into_text();
                self.binder.print(&title, &body, PRINT_STYLE);
            }),
            Effect::CopySummary => self.with_result("text", |printed| {
                let report = Report::from_completed(printed.instrument, printed.completed);
                let text = summary::of(&report, printed.date, printed.strings);
                self.binder.copy(&text);
            }),
            Effect::Copy(text) => self.binder.copy(&text),
            Effect::OfferJson(text) => self.with_result("json", |printed| {
                let name = print::title(printed.completed) + ".json";
                report(download::offer(
                    &self.host,
                    &name,
                    "application/json",
                    &text,
                ));
            }),
            Effect::OfferCalendar(appointment) => {
                let text = calendar::text(&appointment, now().wall, &time_zone(), entropy());
                let (name, mime) = (calendar::FILE_NAME, calendar::MIME);
                report(download::offer(&self.host, name, mime, &text));
            }
            Effect::PrintPlan => self.print_plan(),
            Effect::OfferCsv => self.with_result("csv", |printed| {
                let name = print::title(printed.completed) + ".csv";
                let text = csv::text(printed.instrument, printed.completed);
                report(download::offer(&self.host, &name, "text/csv", &text));
            }),
        }
    }

    fn print_plan(&self) {
        let workbook = self.workbook.borrow().clone();
        let date = |at| self.strings.audit.day(at, utc_offset());
        if let Some(body) = print::plan(&workbook.practice, &date, self.strings) {
            let title = self.strings.practice.sheet.title;
            self.binder.print(title, &body.into_text(), PRINT_STYLE);
        }
    }

    /// Hands over everything that a report is made of, if there is a result.
    /// The page is told in which form the result was taken away.
    fn with_result(&self, format: &'static str, act: impl FnOnce(&Printed<'_>)) {
        let workbook = self.workbook.borrow().clone();
        if let Some(completed) = &workbook.shelf.result {
            act(&Printed {
                instrument: &workbook.instrument,
                completed,
                texts: self.texts.as_ref(),
                date: &self.strings.audit.day(completed.ended_at, utc_offset()),
                call_to_action: self.attributes.call_to_action.as_ref(),
                strings: self.strings,
            });
            let event = ElementEvent::Exported { format };
            report(element_event::dispatch(&self.host, &event));
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
    // Lists of pairs of texts.
    let pairs = |key: &str| -> Vec<(String, String)> {
        let list = get(key).dyn_into::<Array>().unwrap_or_default();
        let pair = |pair: JsValue| {
            let pair = Array::from(&pair);
            Some((pair.get(0).as_string()?, pair.get(1).as_string()?))
        };
        list.iter().filter_map(pair).collect()
    };
    Shelf {
        result: result
            .and_then(|text| read::result(&text, instrument).ok())
            .map(Rc::new),
        kept: get("kept").is_truthy(),
        history: get("history").is_truthy(),
        past: pairs("past")
            .into_iter()
            .filter_map(|(id, text)| {
                let kept = read::kept(&text, instrument).ok()?;
                Some(Past {
                    id,
                    kept: Rc::new(kept),
                })
            })
            .rev()
            .collect(),
        practice: pairs("practice")
            .into_iter()
            .map(|(name, text)| (name, text.into()))
            .collect(),
        restorable: get("restorable").is_truthy(),
        opened: match (get("opens").is_truthy(), get("stepped").is_truthy()) {
            (false, _) => Opened::Before,
            (true, false) => Opened::WithThePage,
            (true, true) => Opened::ByAStep,
        },
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
    let read = use_memo((), |()| {
        let runtime = props.runtime.clone();
        Callback::from(move |file| read_file(Rc::clone(&runtime), file))
    });
    {
        let setter = workbook.setter();
        use_effect_with(props.clone(), move |props| {
            let watcher = Callback::from(move |next| setter.set(next));
            props.runtime.watcher.replace(Some(watcher));
        });
    }
    html! {
        <WorkbookApp workbook={(*workbook).clone()} send={(*send).clone()} strings={props.strings}
            session_only={props.runtime.attributes.retain == Retain::Session}
            utc_offset={utc_offset()} read={(*read).clone()} />
    }
}

/// Reads a file and sends its text. One that is too large for a result is not read.
fn read_file(runtime: Rc<WorkbookRuntime>, file: web_sys::File) {
    let name = file.name();
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a size in bytes"
    )]
    let size = file.size() as u64;
    if size > MAX_BYTES as u64 {
        runtime.dispatch(Message::ChoseUnreadable(name, Some(size)));
        return;
    }
    wasm_bindgen_futures::spawn_local(async move {
        let text = JsFuture::from(file.text()).await;
        let text = text.ok().and_then(|text| text.as_string());
        runtime.dispatch(match text {
            Some(text) => Message::ChoseFile(name, text),
            None => Message::ChoseUnreadable(name, None),
        });
    });
}

/// Local time minus UTC, in minutes.
#[expect(clippy::cast_possible_truncation, reason = "at most 14 hours")]
fn utc_offset() -> i32 {
    -js_sys::Date::new_0().get_timezone_offset() as i32
}
