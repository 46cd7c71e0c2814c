//! The screens in a real browser: what a press or a key sends, what is drawn, where focus goes.
#![cfg(target_arch = "wasm32")]
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::pedantic,
    clippy::unwrap_used,
    reason = "test code"
)]

use std::cell::RefCell;
use std::rc::Rc;

use app::parts::{FollowUp, Parts, Results};
use app::session::{Event, FormChoice, Message, Moment, Screen, Session};
use leadership_audit::ui::{App, AppProps, Focus};
use measure::instrument::{self, FormName};
use measure::response::{OptionNumber, Response};
use records::store::Loaded;
use records::stored::Writer;
use wasm_bindgen::JsCast;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use web_sys::{Element, HtmlElement, HtmlInputElement, KeyboardEvent, KeyboardEventInit};
use words::EN;
use words::results::RESULTS_EN;
use yew::Callback;

wasm_bindgen_test_configure!(run_in_browser);

/// The screens of one session on the page, and what they sent.
struct Page {
    root: Element,
    sent: Rc<RefCell<Vec<Message>>>,
}

/// Every part, as the loader reports it.
fn linked() -> Parts {
    let mut parts = Parts::default();
    parts.report(Results::NAME, None);
    parts.report(FollowUp::NAME, None);
    parts
}

impl Page {
    async fn show(session: Session) -> Self {
        let document = web_sys::window().unwrap().document().unwrap();
        let root = document.create_element("div").unwrap();
        document.body().unwrap().append_child(&root).unwrap();
        let sent: Rc<RefCell<Vec<Message>>> = Rc::default();
        let log = sent.clone();
        let props = AppProps {
            session: Rc::new(session),
            attributes: Rc::default(),
            focus: Focus::default().to_heading(),
            send: Callback::from(move |message| log.borrow_mut().push(message)),
            strings: &EN,
            utc_offset: 0,
            parts: linked(),
            fetch: Callback::noop(),
            read: Callback::noop(),
        };
        yew::Renderer::<App>::with_root_and_props(root.clone(), props).render();
        yew::platform::time::sleep(std::time::Duration::ZERO).await;
        Self { root, sent }
    }

    fn find<T: JsCast>(&self, selector: &str) -> T {
        let found = self.root.query_selector(selector).unwrap();
        found.expect(selector).unchecked_into()
    }

    fn count(&self, selector: &str) -> u32 {
        self.root.query_selector_all(selector).unwrap().length()
    }

    fn text(&self) -> String {
        self.root.text_content().unwrap()
    }

    fn sent(&self) -> Vec<Message> {
        self.sent.take()
    }

    fn press_key(&self, selector: &str, key: &str, ctrl: bool) {
        let init = KeyboardEventInit::new();
        init.set_key(key);
        init.set_bubbles(true);
        init.set_ctrl_key(ctrl);
        let event = KeyboardEvent::new_with_keyboard_event_init_dict("keydown", &init).unwrap();
        self.find::<Element>(selector)
            .dispatch_event(&event)
            .unwrap();
    }

    fn pointer_down(&self, selector: &str) {
        let init = web_sys::PointerEventInit::new();
        init.set_bubbles(true);
        let event = web_sys::PointerEvent::new_with_event_init_dict("pointerdown", &init).unwrap();
        self.find::<Element>(selector)
            .dispatch_event(&event)
            .unwrap();
    }
}

impl Drop for Page {
    fn drop(&mut self) {
        self.root.remove();
    }
}

fn session(messages: &[Message]) -> Session {
    let instrument = Rc::new(instrument::parse(instrument::SHIPPED).unwrap());
    let (mut session, _) =
        Session::open(instrument, FormChoice::Choose, Writer(1), Loaded::default());
    for message in messages {
        let event = Event {
            at: Moment::default(),
            message: message.clone(),
        };
        let _ = session.update(event);
    }
    session
}

fn option(number: u64) -> Response {
    Response::Chosen(OptionNumber::new(number).unwrap())
}

/// A finished full form with the same response to every item.
fn finished(response: Response) -> Session {
    let mut messages = vec![Message::Started];
    messages.extend((0..36).map(|_| Message::PressedOption(response)));
    let session = session(&messages);
    assert_eq!(session.screen, Screen::Results);
    session
}

#[wasm_bindgen_test]
async fn the_welcome_screen_offers_both_forms_and_says_what_happens_to_answers() {
    let page = Page::show(session(&[])).await;
    assert!(page.text().contains(EN.privacy));
    assert!(page.text().contains(EN.welcome_limits));
    assert_eq!(page.count("input[name=form]"), 2);
    assert!(
        page.find::<HtmlInputElement>("label:first-of-type input")
            .checked()
    );
    page.find::<HtmlElement>("label:nth-of-type(2) input")
        .click();
    page.find::<HtmlElement>("button.primary").click();
    assert_eq!(
        page.sent(),
        [Message::PickedForm(FormName::Short), Message::Started]
    );
}

#[wasm_bindgen_test]
async fn a_pointer_presses_and_an_arrow_key_only_chooses() {
    let page = Page::show(session(&[Message::Started])).await;
    page.pointer_down("input[value='4']");
    page.find::<HtmlElement>("input[value='4']").click();
    page.press_key("input[value='4']", "ArrowDown", false);
    page.find::<HtmlElement>("input[value='5']").click();
    assert_eq!(
        page.sent(),
        [
            Message::PressedOption(option(4)),
            Message::ChoseOption(option(5))
        ]
    );
}

#[wasm_bindgen_test]
async fn digits_answer_enter_moves_on_and_shortcuts_are_left_alone() {
    let page = Page::show(session(&[Message::Started])).await;
    page.press_key("h2", "3", false);
    page.press_key("h2", "0", false);
    page.press_key("input[value='1']", "Enter", false);
    for (key, ctrl) in [
        ("6", false),
        ("9", false),
        ("a", false),
        ("1", true),
        ("Tab", false),
    ] {
        page.press_key("h2", key, ctrl);
    }
    assert_eq!(
        page.sent(),
        [
            Message::PressedOption(option(3)),
            Message::PressedOption(Response::NotApplicable),
            Message::PressedNext
        ]
    );
}

#[wasm_bindgen_test]
async fn enter_on_the_heading_moves_on_from_what_is_answered_and_skips_nothing() {
    let page = Page::show(session(&[Message::Started])).await;
    page.press_key("h2", "Enter", false);
    assert_eq!(page.sent(), []);
    let answered = [
        Message::Started,
        Message::SetMovesOn(false),
        Message::PressedOption(option(3)),
    ];
    let page = Page::show(session(&answered)).await;
    page.press_key("h2", "Enter", false);
    assert_eq!(page.sent(), [Message::PressedNext]);
}

#[wasm_bindgen_test]
async fn digits_do_nothing_away_from_an_item() {
    let page = Page::show(session(&[])).await;
    page.press_key("h2", "3", false);
    assert_eq!(page.sent(), []);
}

#[wasm_bindgen_test]
async fn focus_moves_to_the_heading_of_the_screen() {
    let page = Page::show(session(&[Message::Started])).await;
    let document = web_sys::window().unwrap().document().unwrap();
    let focused = document.active_element().unwrap();
    assert_eq!(focused.tag_name(), "H2");
    assert!(page.root.contains(Some(&focused)));
}

#[wasm_bindgen_test]
async fn an_item_shows_its_stored_answer_and_its_place() {
    let again = [
        Message::Started,
        Message::PressedOption(option(2)),
        Message::PressedBack,
    ];
    let page = Page::show(session(&again)).await;
    assert!(page.find::<HtmlInputElement>("input[value='2']").checked());
    assert_eq!(page.count("input:checked[type=radio]"), 1);
    assert!(page.text().contains(&(EN.progress)(1, 36)));
}

#[wasm_bindgen_test]
async fn the_results_show_every_direction_as_a_mark_and_in_a_table() {
    let page = Page::show(finished(option(3))).await;
    assert_eq!(page.count("circle.dot"), 3);
    assert_eq!(page.count(".numbers tbody td"), 12);
    assert_eq!(page.count(".map tbody td"), 18);
    assert!(page.text().contains(RESULTS_EN.finding_all_close));
    let dot: Element = page.find("circle.dot");
    assert_eq!(dot.get_attribute("cx").as_deref(), Some("50%"));
}

#[wasm_bindgen_test]
async fn nothing_applies_still_gives_a_page_that_says_so() {
    let page = Page::show(finished(Response::NotApplicable)).await;
    assert_eq!(page.count("circle.dot"), 0);
    assert!(page.text().contains(RESULTS_EN.finding_not_enough));
    assert!(page.text().contains(RESULTS_EN.not_applicable));
}

#[wasm_bindgen_test]
async fn deleting_asks_first() {
    let mut asked = finished(option(4));
    for message in [Message::OpenedKeep, Message::AskedToErase] {
        let at = Moment::default();
        let _ = asked.update(Event { at, message });
    }
    let page = Page::show(asked).await;
    page.find::<HtmlElement>("button.danger").click();
    assert_eq!(page.sent(), [Message::Erased]);
}

#[wasm_bindgen_test]
async fn no_screen_carries_a_style_attribute() {
    for session in [
        session(&[]),
        session(&[Message::Started]),
        finished(option(3)),
    ] {
        let page = Page::show(session).await;
        assert_eq!(page.count("[style]"), 0);
    }
}
