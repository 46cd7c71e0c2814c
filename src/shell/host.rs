//! The root component and the widget on it: draws the first screen, then the runtime's state, and
//! again whenever that changes.

use std::rc::Rc;

use yew::{Callback, Html, Properties, component, html, use_effect_with, use_memo, use_state};

use super::runtime::{Runtime, View};
use crate::ui::{AppProps, Focus, use_screen};
use app::attributes::Attributes;
use app::parts::Parts;
use app::session::Session;
use words::Strings;

/// The widget to draw, if there is one.
#[derive(Properties, Clone)]
pub struct StageProps {
    /// Holds its session.
    pub runtime: Option<Rc<Runtime>>,
    /// The language.
    pub strings: &'static Strings,
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
            <Host key={Rc::as_ptr(runtime) as usize} runtime={runtime.clone()} strings={props.strings} />
        },
        None => Html::default(),
    }
}

/// The running widget to draw.
#[derive(Properties, Clone)]
struct HostProps {
    runtime: Rc<Runtime>,
    strings: &'static Strings,
}

impl PartialEq for HostProps {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.runtime, &other.runtime)
    }
}

/// Connects the screens to a runtime. It first renders without storage and without the visitor's
/// clock, exactly as at build time, so that it can hydrate those nodes.
#[component]
fn Host(props: &HostProps) -> Html {
    let view = use_state(|| first_view(&props.runtime));
    let offset = use_state(|| 0);
    let send = use_memo((), |()| {
        let runtime = props.runtime.clone();
        Callback::from(move |message| runtime.dispatch(message))
    });
    let fetch = use_memo((), |()| {
        let runtime = props.runtime.clone();
        Callback::from(move |part| runtime.retry_part(part))
    });
    let read = use_memo((), |()| {
        let runtime = props.runtime.clone();
        Callback::from(move |file| super::file::read(Rc::clone(&runtime), file))
    });
    {
        let (view, offset) = (view.clone(), offset.clone());
        use_effect_with(props.clone(), move |props| {
            offset.set(utc_offset());
            let setter = view.setter();
            setter.set(props.runtime.view());
            props
                .runtime
                .watch(Callback::from(move |next| setter.set(next)));
        });
    }
    use_screen(&AppProps {
        session: view.session.clone(),
        attributes: view.attributes.clone(),
        focus: view.focus,
        send: (*send).clone(),
        strings: props.strings,
        utc_offset: *offset,
        parts: view.parts.clone(),
        fetch: (*fetch).clone(),
        read: (*read).clone(),
    })
}

fn first_view(runtime: &Runtime) -> View {
    let View {
        session,
        attributes,
        ..
    } = runtime.view();
    let (form, start) = (attributes.form, attributes.start);
    let instrument = session.instrument.clone();
    View {
        session: Rc::new(Session::first(instrument, form, start)),
        attributes: Rc::new(Attributes::first(form, start)),
        focus: Focus::default(),
        parts: Parts::default(),
    }
}

/// Local time minus UTC, in minutes.
#[expect(clippy::cast_possible_truncation, reason = "at most 14 hours")]
pub(super) fn utc_offset() -> i32 {
    -js_sys::Date::new_0().get_timezone_offset() as i32
}
