//! The browser program: what the loader calls to mount a widget, to pass on changed attributes and to
//! remove it.

use std::cell::RefCell;
use std::rc::Rc;

use app::attributes::{self, Attributes};
use app::parts::Parts;
use app::reader;
use app::session::{Message, Screen};
use leadership_audit::shell::{
    self, LanguageFiles, Loader, Runtime, Stage, StageProps, language_from, linked, tree,
};
use measure::instrument::{self, FormName, Instrument};
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::{Element, HtmlElement};
use words::Language;
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
    /// What it is drawn in.
    root: Element,
    app: AppHandle<Stage>,
}

thread_local! {
    /// Roots of removed widgets, kept for reuse: Yew leaks a root that it has once rendered into.
    static EMPTY: RefCell<Vec<(Element, AppHandle<Stage>)>> = const { RefCell::new(Vec::new()) };
}

/// Mounts a widget for the element `host` into `root`, or into a root that is reused: the loader puts
/// it on the page ([`Loader::show`]). `loader` does what only JavaScript can. `early` has what was
/// pressed before the program loaded (`form`, `response`, `started`), what an instance before this one left (`place`, the
/// name of its screen, `quiet`, if focus was elsewhere, and `held`, its unstored records by key), and
/// `parts`, the names of the parts that are linked. `instrument` is the text of the questionnaire, if it is not the shipped one,
/// `files` the visitor's language, and `wanted` the languages that the page asks for, as BCP 47 tags
/// separated by spaces, the most wanted first.
///
/// # Errors
/// The text “instrument” if the questionnaire has faults, see [`describe_faults`].
#[wasm_bindgen]
pub fn mount(
    host: HtmlElement,
    root: Element,
    loader: Loader,
    early: &JsValue,
    instrument: Option<String>,
    files: &LanguageFiles,
    wanted: &str,
) -> Result<Widget, JsValue> {
    let instrument = questionnaire(&linked(early), instrument, files, wanted)?;
    let words = read_language(files)?;
    let runtime = Runtime::start(
        host.clone(),
        loader,
        instrument,
        words,
        read_attributes(&host),
        early,
    )
    .ok_or_else(without_reader)?;
    act_on(&runtime, early);
    let props = on_stage(Some(Rc::clone(&runtime)));
    let empty = EMPTY.with_borrow_mut(Vec::pop);
    let root = empty.as_ref().map_or(root, |(root, _)| root.clone());
    // Only what is on the page can take focus.
    runtime.show(&root);
    let app = if let Some((_, mut app)) = empty {
        app.update(props);
        app
    } else {
        yew::Renderer::with_root_and_props(root.clone(), props).render()
    };
    Ok(Widget {
        host,
        runtime,
        root,
        app,
    })
}

fn on_stage(runtime: Option<Rc<Runtime>>) -> StageProps {
    StageProps { runtime }
}

/// The owner's questionnaire, where there is one, or the shipped one in the language of `files`.
///
/// # Errors
/// The text “instrument” if the owner's has faults, by which the loader knows what failed; an error if
/// the shipped one is not what the build wrote.
fn questionnaire(
    parts: &Parts,
    text: Option<String>,
    files: &LanguageFiles,
    wanted: &str,
) -> Result<Rc<Instrument>, JsValue> {
    let read = if let Some(text) = text {
        let linked = parts.questionnaire.linked().ok_or_else(without_reader)?;
        reader::instrument(linked, &text, wanted).ok_or_else(|| "instrument".into())
    } else {
        instrument::shipped(&tree(&files.questionnaire())).ok_or_else(|| damaged("questionnaire"))
    };
    read.map(Rc::new)
}

/// The loader did not link the part that reads the questionnaire or the stored records, or records
/// appeared after it looked for them.
fn without_reader() -> JsValue {
    js_sys::Error::new("there is something to read, and the part that reads is missing").into()
}

fn damaged(what: &str) -> JsValue {
    js_sys::Error::new(&["the ", what, " of this language is damaged"].concat()).into()
}

/// # Errors
/// If the texts are not those that the build wrote.
fn read_language(files: &LanguageFiles) -> Result<&'static Language, JsValue> {
    let language = language_from(files);
    language.ok_or_else(|| damaged("table of texts"))
}

/// Every fault of a questionnaire in the language of `files`, a line for each. The loader links the part
/// for files before, and fetches its texts.
///
/// # Errors
/// If the texts are not those that the build wrote.
#[wasm_bindgen]
pub fn describe_faults(instrument: &str, files: &LanguageFiles) -> Result<String, JsValue> {
    Ok(shell::describe_faults(instrument, read_language(files)?))
}

#[wasm_bindgen]
impl Widget {
    /// Reads the element's attributes again. Returns `false` if they name another storage or audit id:
    /// then the widget has to be mounted anew.
    pub fn configure(&self) -> bool {
        self.runtime.configure(read_attributes(&self.host))
    }

    /// Handles the loader's report on the part of the program called `name`: that it is linked, or in
    /// a sentence why it could not be fetched. `texts` is the table of its texts.
    pub fn report_part(&self, name: &str, failure: Option<String>, texts: &JsValue) {
        let failure = failure.map(Rc::from);
        self.runtime.report_part(name, failure, texts);
    }

    /// Draws everything in the language of `files` from now on, and the questionnaire in the first of
    /// the languages that it has of those `wanted`. `instrument` as for [`mount`].
    ///
    /// # Errors
    /// If the texts are not those that the build wrote.
    pub fn translate(
        &self,
        files: &LanguageFiles,
        instrument: Option<String>,
        wanted: &str,
    ) -> Result<(), JsValue> {
        let words = read_language(files)?;
        let parts = self.runtime.view().parts;
        let instrument = questionnaire(&parts, instrument, files, wanted)?;
        self.runtime.translate(words, instrument);
        Ok(())
    }

    /// Shows the screen of this name, to which the visitor went back or forward in the browser.
    pub fn go_to(&self, screen: &str) {
        let message = Message::back_to(screen).unwrap_or(Message::OpenedWelcome);
        self.runtime.dispatch(message);
    }

    /// Removes the widget from the page, and frees its memory. Stored records stay.
    pub fn destroy(self) {
        let Self {
            runtime,
            root,
            mut app,
            ..
        } = self;
        runtime.stop();
        app.update(on_stage(None));
        EMPTY.with_borrow_mut(|empty| empty.push((root, app)));
    }
}

fn read_attributes(host: &HtmlElement) -> Attributes {
    let (attributes, warnings) = attributes::read(|name| host.get_attribute(name), shell::parsed);
    for warning in warnings {
        web_sys::console::warn_1(&format!("leadership-audit: {warning}").into());
    }
    attributes
}

fn is_set(early: &JsValue, key: &str) -> bool {
    js_sys::Reflect::get(early, &key.into()).is_ok_and(|value| value.is_truthy())
}

/// Replays input from before the program loaded. Start continues stored answers instead of replacing
/// them; an early answer only selects the option.
fn act_on(runtime: &Runtime, early: &JsValue) {
    let text = |key: &str| js_sys::Reflect::get(early, &key.into()).ok()?.as_string();
    let is = |key: &str| is_set(early, key);
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
        let stored = runtime.view().session.borrow().can_continue();
        runtime.dispatch(if stored {
            Message::Continued
        } else {
            Message::Started
        });
    }
    let session = runtime.view().session;
    let on_first = {
        let session = session.borrow();
        matches!(session.screen, Screen::Item { position: 0, .. }) && session.answered() == 0
    };
    let response = text("response").and_then(|digit| Message::choice_from_digit(&digit));
    if let Some(message) = response.filter(|_| on_first) {
        runtime.dispatch(message);
    }
}

fn main() {}
