//! The root component: redraws the screens when the runtime says that something changed.

use std::rc::Rc;

use yew::{Callback, Html, Properties, component, html, use_effect_with, use_memo, use_state};

use super::runtime::Runtime;
use crate::strings::Strings;
use crate::ui::App;

/// The running widget to draw.
#[derive(Properties, Clone)]
pub struct HostProps {
    /// Holds the session.
    pub runtime: Rc<Runtime>,
    /// The language.
    pub strings: &'static Strings,
}

impl PartialEq for HostProps {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.runtime, &other.runtime)
    }
}

/// Connects the screens to a runtime.
#[component]
pub fn Host(props: &HostProps) -> Html {
    let view = use_state(|| props.runtime.view());
    let send = use_memo((), |()| {
        let runtime = props.runtime.clone();
        Callback::from(move |message| runtime.dispatch(message))
    });
    {
        let view = view.clone();
        use_effect_with(props.clone(), move |props| {
            let setter = view.setter();
            props
                .runtime
                .watch(Callback::from(move |next| setter.set(next)));
        });
    }
    #[expect(clippy::cast_possible_truncation, reason = "at most 14 hours")]
    let utc_offset = -js_sys::Date::new_0().get_timezone_offset() as i32;
    html! {
        <App session={view.session.clone()} focus={view.focus} send={(*send).clone()}
            strings={props.strings} {utc_offset} />
    }
}
