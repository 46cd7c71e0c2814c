//! The only component: draws the first screen, then what its widget's runtime shows, and again whenever that
//! changes.

use std::cell::RefCell;
use std::rc::Rc;

use yew::{Component, Context, Html, Properties};

use super::clock::{CLOCK, now};
use super::runtime::Runtime;
use super::view::View;
use crate::ui::{self, Focus, Kept, Ui};
use app::attributes::Attributes;
use app::session::{Event, Message, Moment, Screen, Session};

/// The widget to draw, if there is one.
#[derive(Properties, Clone)]
pub struct StageProps {
    /// Holds its session.
    pub runtime: Option<Rc<Runtime>>,
}

impl PartialEq for StageProps {
    fn eq(&self, other: &Self) -> bool {
        self.address() == other.address()
    }
}

impl StageProps {
    fn address(&self) -> Option<*const Runtime> {
        self.runtime.as_ref().map(Rc::as_ptr)
    }
}

/// The root component. It outlives its widget and is reused for another, since Yew leaks a root that
/// it has once rendered into.
pub struct Stage {
    /// What is on; nothing without a widget.
    view: Option<View>,
    kept: Kept,
    /// Whether only the first screen was drawn yet.
    is_new: bool,
}

impl Component for Stage {
    type Message = View;
    type Properties = StageProps;

    fn create(ctx: &Context<Self>) -> Self {
        Self {
            view: ctx.props().runtime.as_deref().map(first_view),
            kept: Kept::default(),
            is_new: true,
        }
    }

    fn update(&mut self, _: &Context<Self>, view: View) -> bool {
        self.view = Some(view);
        true
    }

    fn changed(&mut self, ctx: &Context<Self>, _: &StageProps) -> bool {
        *self = Self::create(ctx);
        true
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let (Some(view), Some(runtime)) = (&self.view, &ctx.props().runtime) else {
            return Html::default();
        };
        let [send, fetch, read] = [(); 3].map(|()| Rc::clone(runtime));
        let ui = Ui {
            widget: Rc::as_ptr(runtime) as usize,
            attributes: view.attributes.clone(),
            send: (move |message| send.dispatch(message)).into(),
            words: view.words,
            clock: CLOCK,
            now: now().wall,
            other_audits: runtime.other_audits(),
            parts: view.parts.clone(),
            fetch: (move |part| fetch.retry_part(part)).into(),
            read: (move |files| read.read(files)).into(),
            pointer: Rc::clone(&self.kept.pointer),
        };
        ui::screen(&view.session.borrow(), &ui, &self.kept)
    }

    fn rendered(&mut self, ctx: &Context<Self>, _: bool) {
        let (Some(view), Some(runtime)) = (&self.view, &ctx.props().runtime) else {
            return;
        };
        self.kept.focus(view.focus);
        if std::mem::take(&mut self.is_new) {
            ctx.link().send_message(runtime.view());
            runtime.watch(ctx.link().callback(|view| view));
        }
    }
}

/// The first screen, without storage and without the visitor's clock, exactly as at build time: the loader
/// has drawn it, and its nodes stay.
fn first_view(runtime: &Runtime) -> View {
    let View {
        session,
        attributes,
        words,
        ..
    } = runtime.view();
    let (form, start) = (attributes.form, attributes.start);
    let session = session.borrow();
    let mut first = Session::first(session.instrument.clone(), form, start);
    // What was pressed before the program came stays pressed.
    first.picked = session.picked;
    let asked = first.items().first();
    if let (Screen::Item { .. }, Some(response)) = (
        &first.screen,
        asked.and_then(|item| session.response(*item)),
    ) {
        first.update(Event {
            at: Moment::default(),
            message: Message::ChoseOption(response),
        });
    }
    View {
        session: Rc::new(RefCell::new(first)),
        attributes: Rc::new(Attributes::first(form, start)),
        focus: Focus::default(),
        parts: Rc::default(),
        words,
    }
}
