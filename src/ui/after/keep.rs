//! The other forms of a result: on paper, as text, as a table; earlier results and files.

use yew::{Html, html};

use super::{file, past};
use crate::ui::Ui;
use app::after::{After, Message};
use app::practice::export::Include;
use app::session::Session;

pub(super) fn view(session: &Session, after: &After, ui: &Ui) -> Html {
    html! {
        <>
            if session.result.is_some() {
                { forms(after, ui) }
                if after.practice.has_anything() {
                    { with_practice(after, ui) }
                }
            }
            if session.result.is_some() || session.history || session.can_restore_past() || !session.past.is_empty() {
                { past::view(session, after, ui) }
            }
            { file::view(session, after, ui) }
        </>
    }
}

/// The result as JSON with the ticked parts of the practice. Nothing is ticked at first.
fn with_practice(after: &After, ui: &Ui) -> Html {
    let words = ui.words().practice;
    let include = after.include;
    let ticks = [
        (
            words.include_map,
            include.map,
            Include {
                map: !include.map,
                ..include
            },
        ),
        (
            words.include_circle,
            include.circle,
            Include {
                circle: !include.circle,
                ..include
            },
        ),
        (
            words.include_practice,
            include.plan,
            Include {
                plan: !include.plan,
                ..include
            },
        ),
    ];
    html! {
        <fieldset class="choice">
            <legend>{ words.include_legend }</legend>
            <p class="quiet">{ words.include_about }</p>
            { for ticks.into_iter().map(|(label, checked, then)| html! {
                <label class="setting">
                    <input type="checkbox" {checked} onchange={ui.on(Message::Included(then))} />
                    <span>{ label }</span>
                </label>
            }) }
            { ui.button("secondary", ui.words().save_json_with, Message::AskedForJson) }
        </fieldset>
    }
}

fn forms(after: &After, ui: &Ui) -> Html {
    let strings = ui.words();
    let ways = [
        (strings.print, strings.print_about, Message::AskedToPrint),
        (strings.copy, strings.copy_about, Message::AskedToCopy),
        (
            strings.save_csv,
            strings.save_csv_about,
            Message::AskedForCsv,
        ),
    ];
    html! {
        <section>
            <h3>{ strings.more_heading }</h3>
            { for ways.into_iter().map(|(label, about, message)| html! {
                <div class="way">
                    { ui.button("secondary", label, message) }
                    <p class="quiet">{ about }</p>
                </div>
            }) }
            <p role="status">{ after.status.map(strings.said) }</p>
        </section>
    }
}
