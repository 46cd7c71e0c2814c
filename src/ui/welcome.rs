//! Screen 1: what this is, how long it takes, what happens to the answers, and where to begin.

use yew::{Html, html};

use super::{Ui, erase, heading, mark};
use app::session::{FormChoice, Message, Part, Session};
use measure::instrument::FormName;

/// Ten seconds an item, as people take who read each one.
const SECONDS_PER_ITEM: usize = 10;

pub(super) fn view(session: &Session, ui: &Ui) -> Html {
    let strings = ui.strings;
    html! {
        <>
            { mark::view() }
            { heading(strings.welcome_heading) }
            <p class="lede">{ strings.welcome_lede }</p>
            { stored(session, ui) }
            { forms(session, ui) }
            <p class="actions">{ start(session, ui) }</p>
            <p class="quiet">{ ui.privacy(session) }</p>
            <p class="quiet">{ strings.welcome_limits }</p>
            <details>
                <summary>{ strings.privacy_more }</summary>
                <p>{ strings.privacy_details }</p>
            </details>
            if session.result.is_none() {
                <p>{ ui.button("link", strings.open_saved, Message::OpenedKeep) }</p>
            }
            if session.has_anything() {
                { erase::view(session, ui) }
            }
        </>
    }
}

/// What is already stored: an audit to continue, a result to see.
fn stored(session: &Session, ui: &Ui) -> Html {
    let strings = ui.strings;
    let go_on = session.can_continue().then(|| {
        html! {
            <div class="stored">
                { ui.button("primary", strings.go_on, Message::Continued) }
                <p class="quiet">
                    { (strings.go_on_state)(session.answered(), session.items().len()) }
                </p>
            </div>
        }
    });
    let result = session.result.as_ref().map(|result| {
        let label = (strings.see_result)(&ui.date(result.ended_at));
        let kind = if session.can_continue() {
            "secondary"
        } else {
            "primary"
        };
        html! { <div class="stored">{ ui.button(kind, &label, Message::OpenedResults) }</div> }
    });
    let practice = (!session.practice.is_empty()).then(|| {
        let (label, part) = if session.practises() {
            (strings.go_on_practice, Part::Practice)
        } else {
            ((strings.open_part)(Part::Map), Part::Map)
        };
        html! { <div class="stored">{ ui.button("secondary", label, Message::OpenedPart(part)) }</div> }
    });
    html! { <>{ go_on }{ result }{ practice }</> }
}

fn start(session: &Session, ui: &Ui) -> Html {
    let strings = ui.strings;
    if session.can_continue() {
        html! {
            <>
                { ui.button("secondary", strings.start_again, Message::Started) }
                <span class="quiet">{ strings.start_again_cost }</span>
            </>
        }
    } else if session.result.is_some() {
        html! {
            <>
                { ui.button("secondary", strings.take_again, Message::Started) }
                <span class="quiet">
                    { if session.history { strings.take_again_kept } else { strings.take_again_cost } }
                </span>
            </>
        }
    } else {
        ui.button("primary", strings.start, Message::Started)
    }
}

fn forms(session: &Session, ui: &Ui) -> Html {
    let strings = ui.strings;
    let lengths = FormName::ALL.into_iter().filter_map(|form| {
        let items = session.instrument.form(form)?.len();
        let minutes = (items * SECONDS_PER_ITEM).div_ceil(60);
        Some((form, (strings.form_length)(items, minutes)))
    });
    let offered: Vec<_> = lengths
        .filter(|(form, _)| match session.choice {
            FormChoice::Choose => true,
            FormChoice::Only(only) => *form == only,
        })
        .collect();
    if let [(_, length)] = offered.as_slice() {
        return html! { <p class="quiet">{ length }</p> };
    }
    html! {
        <fieldset class="forms">
            <legend>{ strings.form_legend }</legend>
            { for offered.into_iter().map(|(form, length)| {
                let (name, gives) = match form {
                    FormName::Full => (strings.form_full, strings.form_full_gives),
                    FormName::Short => (strings.form_short, strings.form_short_gives),
                };
                html! {
                    <label class="option" part="option">
                        <input type="radio" name="form" value={form.as_str()} checked={session.picked == form}
                            onchange={ui.on(Message::PickedForm(form))} />
                        <span>
                            <strong>{ name }</strong>{ ", " }{ length }
                            <small>{ gives }</small>
                        </span>
                    </label>
                }
            }) }
        </fieldset>
    }
}
