//! Renders every first screen, from which the build makes what the loader shows until the program has loaded.
//!
//! `cargo run --features prerender --example prerender` prints a JSON object: for each language what
//! `catalogue::table::all` made, with `drawn.first`, what the loader reads of the shipped questionnaire, `drawn.who`, whom its first direction
//! is about, and `screens`, a name such as `welcome-choose` or `audit-short` and its markup. Questionnaires whose files are named
//! are in `others`, by file, in the same way.
#![allow(
    clippy::expect_used,
    clippy::panic,
    reason = "a build step: a panic stops the build"
)]

use std::rc::Rc;

use app::attributes::{Choice, FormChoice, Start};
use leadership_audit::ui::{FirstScreen, FirstScreenProps};
use measure::instrument::{self, Instrument, ScaleIndex};
use serde_json::{Map, Value, json};
use words::{Language, native};

fn main() {
    let mut tables: Map<String, Value> =
        serde_json::from_str(native::TABLES).expect("the build wrote the tables");
    for (tag, entry) in &mut tables {
        let words = native::language(tag).expect("the build wrote this language");
        let text = entry["questionnaire"].to_string();
        // Not cleaned, as in the browser: a language for tests turns its texts around on purpose.
        let judged = instrument::parse(&text).expect("the shipped instrument has no faults");
        let questionnaire = entry
            .get_mut("questionnaire")
            .and_then(Value::as_object_mut)
            .expect("the build wrote an object");
        questionnaire.insert("hash".to_owned(), judged.hash().into());
        let text = entry["questionnaire"].to_string();
        let tree = json::parse(&text).expect("the shipped instrument is JSON");
        let shipped = instrument::shipped(&tree).expect("the shipped instrument is whole");
        let drawn = entry.get_mut("drawn").and_then(Value::as_object_mut);
        let drawn = drawn.expect("the build wrote an object");
        drawn.insert("first".to_owned(), first(&shipped));
        let who = words.audit().frame(&shipped, ScaleIndex::from_usize(0));
        drawn.insert("who".to_owned(), who.into());
        entry["screens"] = screens(&Rc::new(shipped), words).into();
        let others = std::env::args().skip(1).map(|file| {
            let text = std::fs::read_to_string(&file).expect("a file that can be read");
            let other = instrument::parse_for(&text, tag).expect("a questionnaire without faults");
            let first = first(&other);
            (
                file,
                json!({ "first": first, "screens": screens(&Rc::new(other), words) }),
            )
        });
        entry["others"] = Value::Object(others.collect());
    }
    println!("{}", Value::Object(tables));
}

/// What the loader reads of a questionnaire.
fn first(instrument: &Instrument) -> Value {
    let text = instrument::first_screens(instrument).to_string();
    serde_json::from_str(&text).expect("the core writes JSON")
}

/// The markup of every first screen in one language, by name.
fn screens(instrument: &Rc<Instrument>, words: &'static Language) -> Map<String, Value> {
    let mut screens = Map::new();
    for &(start_name, start) in Start::VALUES {
        // Every part begins with the same placeholder.
        let start_name = match start {
            Start::Welcome | Start::Audit => start_name,
            Start::Map | Start::Circle | Start::Practice | Start::Round => "part",
        };
        for &(form_name, form) in FormChoice::VALUES {
            let props = FirstScreenProps {
                instrument: instrument.clone(),
                form,
                start,
                words,
            };
            screens.insert(format!("{start_name}-{form_name}"), render(props).into());
        }
    }
    screens
}

/// Nothing in a first screen is asynchronous, so one poll renders it.
fn render(props: FirstScreenProps) -> String {
    use std::future::Future;
    use std::pin::pin;
    use std::task::{Context, Poll, Waker};
    let renderer = yew::LocalServerRenderer::<FirstScreen>::with_props(props).hydratable(false);
    let mut drawing = pin!(renderer.render());
    match drawing
        .as_mut()
        .poll(&mut Context::from_waker(Waker::noop()))
    {
        Poll::Ready(markup) => markup,
        Poll::Pending => panic!("a first screen must render synchronously"),
    }
}
