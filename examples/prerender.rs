//! Renders every first screen, which the loader shows until the program has loaded.
//!
//! `cargo run --features prerender --example prerender` prints a JSON object: a name such as
//! `welcome-choose` or `audit-short`, and its markup with Yew's hydration comments.
#![allow(
    clippy::expect_used,
    clippy::panic,
    reason = "a build step: a panic stops the build"
)]

use std::collections::BTreeMap;
use std::rc::Rc;

use app::session::{FormChoice, Part, Start};
use leadership_audit::ui::{FirstScreen, FirstScreenProps, StringsOf};
use measure::instrument::{self, FormName};
use words::EN;

fn main() {
    let shipped = instrument::parse(instrument::SHIPPED).expect("the shipped instrument parses");
    let shipped = Rc::new(shipped);
    let mut screens = BTreeMap::new();
    for (start_name, start) in [
        ("welcome", Start::Welcome),
        ("audit", Start::Audit),
        // Every part begins with the same placeholder.
        ("part", Start::Part(Part::Map)),
    ] {
        for (form_name, form) in [
            ("choose", FormChoice::Choose),
            ("full", FormChoice::Only(FormName::Full)),
            ("short", FormChoice::Only(FormName::Short)),
        ] {
            let props = FirstScreenProps {
                instrument: shipped.clone(),
                form,
                start,
                strings: StringsOf(&EN),
            };
            screens.insert(format!("{start_name}-{form_name}"), render(props));
        }
    }
    println!("{}", serde_json::to_string(&screens).expect("texts"));
}

/// Nothing in a first screen is asynchronous, so one poll renders it.
fn render(props: FirstScreenProps) -> String {
    use std::future::Future;
    use std::pin::pin;
    use std::task::{Context, Poll, Waker};
    let renderer = yew::LocalServerRenderer::<FirstScreen>::with_props(props).hydratable(true);
    let mut drawing = pin!(renderer.render());
    match drawing
        .as_mut()
        .poll(&mut Context::from_waker(Waker::noop()))
    {
        Poll::Ready(markup) => markup,
        Poll::Pending => panic!("a first screen must render synchronously"),
    }
}
