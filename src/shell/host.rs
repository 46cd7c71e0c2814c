//! The root component, and the widget on it: draws what the visitor sees first, then what the
//! runtime knows, and again whenever that changes.

use std::rc::Rc;

use yew::{Callback, Html, Properties, component, html, use_effect_with, use_memo, use_state};

use super::runtime::{Runtime, View};
use crate::ui::{AppProps, use_screen};
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

/// The root component. It outlives the widget on it and takes in another, since Yew never lets go of
/// an element that it has drawn in.
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

/// Connects the screens to a runtime. Its first drawing knows nothing of storage or the visitor's
/// clock, so that it is the one drawn at build time, whose nodes it takes over.
#[component]
fn Host(props: &HostProps) -> Html {
    let view = use_state(|| first_view(&props.runtime));
    let utc_offset = use_state(|| 0);
    let send = use_memo((), |()| {
        let runtime = props.runtime.clone();
        Callback::from(move |message| runtime.dispatch(message))
    });
    let fetch = use_memo((), |()| {
        let runtime = props.runtime.clone();
        Callback::from(move |part| runtime.retry_part(part))
    });
    let open = use_memo((), |()| {
        let runtime = props.runtime.clone();
        Callback::from(move |opening| runtime.open_workbook(opening))
    });
    {
        let (view, utc_offset) = (view.clone(), utc_offset.clone());
        use_effect_with(props.clone(), move |props| {
            #[expect(clippy::cast_possible_truncation, reason = "at most 14 hours")]
            utc_offset.set(-js_sys::Date::new_0().get_timezone_offset() as i32);
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
        utc_offset: *utc_offset,
        parts: view.parts.clone(),
        fetch: (*fetch).clone(),
        open: (*open).clone(),
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
        focus: 0,
        parts: Parts::default(),
    }
}
