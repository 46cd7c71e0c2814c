//! The root component and the widget on it: draws the first screen, then the runtime's state, and
//! again whenever that changes.

use std::cell::RefCell;
use std::rc::Rc;

use yew::{Callback, Html, Properties, component, html, use_effect_with, use_state};

use super::runtime::{Runtime, View, now};
use super::zone::CLOCK;
use crate::ui::{AppProps, Focus, use_screen};
use app::attributes::Attributes;
use app::session::Session;

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
#[component]
pub fn Stage(props: &StageProps) -> Html {
    match &props.runtime {
        Some(runtime) => html! {
            <Host key={Rc::as_ptr(runtime) as usize} runtime={runtime.clone()} />
        },
        None => Html::default(),
    }
}

/// The running widget to draw.
#[derive(Properties, Clone)]
struct HostProps {
    runtime: Rc<Runtime>,
}

impl PartialEq for HostProps {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.runtime, &other.runtime)
    }
}

/// Connects the screens to a runtime. It first renders without storage and without the visitor's
/// clock, exactly as at build time, so that it can take over those nodes.
#[component]
fn Host(props: &HostProps) -> Html {
    let view = use_state(|| first_view(&props.runtime));
    {
        let setter = view.setter();
        use_effect_with(props.clone(), move |props| {
            setter.set(props.runtime.view());
            props
                .runtime
                .watch(Callback::from(move |next| setter.set(next)));
        });
    }
    let [send, fetch, read] = [(); 3].map(|()| props.runtime.clone());
    use_screen(&AppProps {
        session: view.session.clone(),
        attributes: view.attributes.clone(),
        focus: view.focus,
        send: Callback::from(move |message| send.dispatch(message)),
        words: view.words,
        clock: CLOCK,
        now: now().wall,
        other_audits: props.runtime.other_audits(),
        parts: view.parts.clone(),
        fetch: Callback::from(move |part| fetch.retry_part(part)),
        read: Callback::from(move |files| read.read(files)),
    })
}

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
    View {
        session: Rc::new(RefCell::new(first)),
        attributes: Rc::new(Attributes::first(form, start)),
        focus: Focus::default(),
        parts: Rc::default(),
        words,
    }
}
