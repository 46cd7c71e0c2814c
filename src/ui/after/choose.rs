//! Choosing files to open. What is in them is for a part of the program that is fetched only then.

use web_sys::{FileList, HtmlInputElement};
use yew::{Callback, Event, Html, TargetCast, html};

use crate::ui::{Ui, absent, imports, text};
use app::after::{After, Files};
use app::parts::{Imports, Part};
use app::session::Session;

pub(super) fn view(session: &Session, after: &After, ui: &Ui) -> Html {
    let strings = ui.words.keep();
    let part = (Imports::NAME, &ui.parts.imports);
    html! {
        <section>
            { text("h3", "", strings.open_heading()) }
            <p class="quiet" id="open-about">{ strings.open_about() }</p>
            { chooser(&after.files, ui) }
            if !matches!(ui.parts.imports, Part::Absent) {
                { absent::or_below(part, session, ui, imports::files) }
            }
        </section>
    }
}

fn chooser(files: &Files, ui: &Ui) -> Html {
    let read = ui.read.clone();
    let onchange = Callback::from(move |event: Event| {
        let Some(input) = event.target_dyn_into::<HtmlInputElement>() else {
            return;
        };
        let files = input.files();
        let count = files.as_ref().map_or(0, FileList::length);
        let chosen = (0..count).filter_map(|place| files.as_ref()?.get(place));
        let chosen: Vec<_> = chosen.collect();
        if !chosen.is_empty() {
            read.emit(chosen);
            // The same files can be chosen again.
            input.set_value("");
        }
    });
    html! {
        <label class="file cta">
            { ui.words.keep().open() }
            <input type="file" multiple={true} accept=".json,application/json"
                aria-describedby="open-about" disabled={files.reading.is_some()} {onchange} />
        </label>
    }
}
