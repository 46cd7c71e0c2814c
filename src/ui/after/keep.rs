//! The ways to keep a result beside its file: on paper, as text, as a table; earlier results and files.

use web_sys::HtmlInputElement;
use yew::{Callback, Html, InputEvent, TargetCast, html};

use super::{choose, past};
use crate::ui::{Ui, outcome, p, text};
use app::after::{After, MAX_INITIALS, Message};
use app::attributes::Mailbox;
use app::practice::Include;
use app::session::Session;
use measure::report::Report;

/// What comes before the button that saves: paper, the clipboard, and what to save beside the result.
pub(super) fn ways(session: &Session, after: &After, ui: &Ui) -> Html {
    let strings = ui.words.keep();
    html! {
        <>
            { way(strings.print(), strings.report_about(&session.instrument), Message::AskedToPrint, ui) }
            { way(strings.copy(), strings.copy_about(), Message::AskedToCopy, ui) }
            if let Some(mailbox) = &ui.attributes.share_href {
                { mail(session, mailbox, ui) }
            }
            if after.practice.has_anything() {
                { ticks(after, ui) }
            }
            { initials(after, ui) }
        </>
    }
}

/// What comes after it.
pub(super) fn view(session: &Session, after: &After, ui: &Ui) -> Html {
    let strings = ui.words.keep();
    let is_result = session.result.is_some();
    html! {
        <>
            if is_result {
                { way(strings.save_csv(), strings.save_csv_about(), Message::AskedForCsv, ui) }
            }
            if is_result || session.history || session.can_restore_past() || !session.past.is_empty() {
                { past::view(session, after, ui) }
            }
            { choose::view(session, after, ui) }
        </>
    }
}

/// A link to a mail with the summary, where the owner has named a mailbox for it.
fn mail(session: &Session, mailbox: &Mailbox, ui: &Ui) -> Html {
    let strings = ui.words.keep();
    let Some(completed) = &session.result else {
        return Html::default();
    };
    let report = Report::from_completed(&session.instrument, completed);
    let (address, title) = (mailbox.address(), &session.instrument.title);
    let date = ui.date(completed.ended_at);
    let href = print::mail::href(address, title, &report, &date, ui.words);
    let label = ui.attributes.share_label.as_deref();
    html! {
        <div class="way">
            <a class="cta" part="button" {href}>{ label.unwrap_or(strings.mail()) }</a>
            { p("quiet", strings.mail_about(address)) }
        </div>
    }
}

fn way(label: &str, about: &str, message: Message, ui: &Ui) -> Html {
    html! {
        <div class="way">
            { ui.button("secondary", label, message) }
            { p("quiet", about) }
            { outcome() }
        </div>
    }
}

/// The parts of the practice to save with the result. Nothing is ticked at first.
fn ticks(after: &After, ui: &Ui) -> Html {
    let words = ui.words.practice();
    let include = after.include;
    let ticks = [
        (
            words.include_map(),
            include.map,
            Include {
                map: !include.map,
                ..include
            },
        ),
        (
            words.include_circle(),
            include.circle,
            Include {
                circle: !include.circle,
                ..include
            },
        ),
        (
            words.include_practice(),
            include.plan,
            Include {
                plan: !include.plan,
                ..include
            },
        ),
    ];
    html! {
        <fieldset class="choice">
            { text("legend", "", words.include_legend()) }
            { p("quiet", words.include_about()) }
            { for ticks.into_iter().map(|(label, checked, then)| html! {
                <label class="setting">
                    <input type="checkbox" {checked} onchange={ui.on(Message::Included(then))} />
                    { text("span", "", label) }
                </label>
            }) }
        </fieldset>
    }
}

/// Initials for the names of the files that are saved.
fn initials(after: &After, ui: &Ui) -> Html {
    let strings = ui.words.keep();
    let send = ui.send.clone();
    let oninput = Callback::from(move |event: InputEvent| {
        if let Some(input) = event.target_dyn_into::<HtmlInputElement>() {
            send.emit(Message::TypedInitials(input.value()).into());
        }
    });
    html! {
        <div class="field">
            <label for="initials">{ strings.initials() }</label>
            <p class="quiet" id="initials-about">{ strings.initials_about() }</p>
            <input type="text" id="initials" value={after.initials.clone()} {oninput}
                maxlength={MAX_INITIALS.to_string()} size={MAX_INITIALS.to_string()}
                autocomplete="off" autocapitalize="off" spellcheck="false"
                aria-describedby="initials-about" />
        </div>
    }
}
