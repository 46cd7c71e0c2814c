//! The browser program: what the loader calls to mount a widget, to pass on changed attributes and to
//! remove it.

use std::cell::RefCell;
use std::rc::Rc;

use app::after;
use app::attributes::{self, Attributes};
use app::session::{Message, Screen};
use leadership_audit::shell::{Loader, Runtime, Stage, StageProps};
use measure::instrument::{self, FormName};
use records::texts;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::{Element, HtmlElement};
use words::EN;
use yew::AppHandle;

/// Half the code of the standard library's allocator, at the same speed.
#[cfg(target_family = "wasm")]
#[global_allocator]
static ALLOCATOR: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();

/// A mounted widget.
#[wasm_bindgen]
pub struct Widget {
    host: HtmlElement,
    runtime: Rc<Runtime>,
    stage: Option<(Element, AppHandle<Stage>)>,
}

thread_local! {
    /// Roots of removed widgets, kept for reuse: Yew leaks a root that it has once rendered into.
    static EMPTY: RefCell<Vec<(Element, AppHandle<Stage>)>> = const { RefCell::new(Vec::new()) };
}

/// Mounts a widget for the element `host` into `root`, or into a root that is reused: see
/// [`Widget::root`]. `hydrates`: the first screen is already drawn in `root`. `loader` does what only
/// JavaScript can. `early` has what was pressed before the program loaded (`form`, `response`,
/// `started`), what an instance before this one left (`place`, the name of its screen, `quiet`, if
/// focus was elsewhere, and `held`, its unstored records by key), and `parts`, the names of the parts
/// that are linked. `instrument` is the text of the questionnaire, if it is not the shipped one.
///
/// # Errors
/// A text that names every fault of the questionnaire.
#[wasm_bindgen]
#[expect(clippy::needless_pass_by_value, reason = "wasm-bindgen hands it over")]
pub fn mount(
    host: HtmlElement,
    root: Element,
    hydrates: bool,
    loader: Loader,
    early: &JsValue,
    instrument: Option<String>,
) -> Result<Widget, JsValue> {
    let text = instrument.as_deref().unwrap_or(instrument::SHIPPED);
    let instrument =
        instrument::parse(text).map_err(|faults| JsValue::from_str(&faults.to_string()))?;
    let runtime = Runtime::start(
        host.clone(),
        loader,
        Rc::new(instrument),
        read_attributes(&host),
        early,
    );
    act_on(&runtime, early);
    let props = on_stage(Some(Rc::clone(&runtime)));
    let empty = EMPTY.with_borrow_mut(Vec::pop);
    let stage = if let Some((root, mut app)) = empty {
        app.update(props);
        (root, app)
    } else {
        let renderer = yew::Renderer::with_root_and_props(root.clone(), props);
        let app = if hydrates {
            renderer.hydrate()
        } else {
            renderer.render()
        };
        (root, app)
    };
    Ok(Widget {
        host,
        runtime,
        stage: Some(stage),
    })
}

fn on_stage(runtime: Option<Rc<Runtime>>) -> StageProps {
    StageProps {
        runtime,
        strings: &EN,
    }
}

#[wasm_bindgen]
impl Widget {
    /// The element that it is drawn in; none once it is destroyed.
    #[wasm_bindgen(getter)]
    pub fn root(&self) -> Option<Element> {
        self.stage.as_ref().map(|(root, _)| root.clone())
    }

    /// Reads the element's attributes again. Returns `false` if they name another storage or audit id:
    /// then the widget has to be mounted anew.
    pub fn configure(&self) -> bool {
        self.runtime.configure(read_attributes(&self.host))
    }

    /// Hands over the paragraphs for each band. Ignored if the text does not parse: the results have
    /// shorter words of their own.
    pub fn take_texts(&self, text: &str) {
        if let Ok(texts) = texts::parse(text) {
            self.runtime.dispatch(Message::TextsArrived(Rc::new(texts)));
        }
    }

    /// Handles the loader's report on the part of the program called `name`: that it is linked, or in
    /// a sentence why it could not be fetched.
    pub fn report_part(&self, name: &str, failure: Option<String>) {
        self.runtime.report_part(name, failure.map(Rc::from));
    }

    /// Whether the browser put the copied text on the clipboard.
    pub fn copied(&self, copied: bool) {
        self.runtime.dispatch_after(after::Message::Copied(copied));
    }

    /// The browser refused to print.
    pub fn failed_to_print(&self) {
        self.runtime.dispatch_after(after::Message::FailedToPrint);
    }

    /// Removes the widget from the page. Stored records stay.
    pub fn destroy(&mut self) {
        self.runtime.stop();
        if let Some((root, mut app)) = self.stage.take() {
            app.update(on_stage(None));
            EMPTY.with_borrow_mut(|empty| empty.push((root, app)));
        }
    }
}

fn read_attributes(host: &HtmlElement) -> Attributes {
    let (attributes, warnings) = attributes::read(|name| host.get_attribute(name));
    for warning in warnings {
        web_sys::console::warn_1(&format!("leadership-audit: {warning}").into());
    }
    attributes
}

/// Replays input from before the program loaded. Start continues stored answers instead of replacing
/// them; an early answer only selects the option.
fn act_on(runtime: &Runtime, early: &JsValue) {
    let text = |key: &str| js_sys::Reflect::get(early, &key.into()).ok()?.as_string();
    let is =
        |key: &str| js_sys::Reflect::get(early, &key.into()).is_ok_and(|value| value.is_truthy());
    if let Some(form) = text("form").and_then(|form| FormName::from_text(&form)) {
        runtime.dispatch(Message::PickedForm(form));
    }
    if let Some(message) = text("place").and_then(|place| Message::back_to(&place)) {
        runtime.dispatch(message);
        if is("quiet") {
            runtime.leave_focus();
        }
    }
    if is("started") {
        let stored = runtime.view().session.can_continue();
        runtime.dispatch(if stored {
            Message::Continued
        } else {
            Message::Started
        });
    }
    let session = runtime.view().session;
    let on_first = matches!(session.screen, Screen::Item { position: 0, .. });
    let response = text("response").and_then(|digit| Message::choice_from_digit(&digit));
    if let Some(message) = response.filter(|_| on_first && session.answered() == 0) {
        runtime.dispatch(message);
    }
}

fn main() {}
