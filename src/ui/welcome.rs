//! Screen 1: what this is, how long it takes, what happens to the answers, and where to begin; for
//! whoever comes back, what is due.

use yew::{Html, html};

use super::{Ui, erase, heading, p, text};
use app::practice::Outcome;
use app::session::{Message, Part, Planned, Session};
use measure::instrument::{FormName, MOST_PICTURED};

/// Ten seconds an item, as people take who read each one.
const SECONDS_PER_ITEM: usize = 10;

pub(super) fn view(session: &Session, ui: &Ui) -> Html {
    let strings = ui.words.audit();
    let lang = ui.foreign(&session.instrument);
    let dir = lang.as_ref().map(|_| "auto");
    html! {
        <>
            if session.is_back() {
                { home(session, ui) }
            } else {
                { promise(session) }
                <h2 tabindex="-1" part="heading" {lang} {dir}>{ strings.heading(&session.instrument) }</h2>
                { p("lede", strings.lede(&session.instrument)) }
                { forms(session, ui) }
                { start(session, ui) }
                <p class="quiet">{ ui.privacy(session) }{ " " }{ strings.welcome_limits() }</p>
                <div class="under">
                    { privacy_details(ui) }
                    { first_link("keep", strings.open_saved(), Message::OpenedKeep, ui) }
                    { first_link("rounds", rounds(session, ui), Message::OpenedRounds, ui) }
                </div>
                if session.can_erase() {
                    { erase::view(session, ui) }
                }
            }
        </>
    }
}

/// A way past the audit, whose value the loader notes as the place to go to if it is pressed before the
/// program has arrived.
fn first_link(place: &'static str, label: &str, message: Message, ui: &Ui) -> Html {
    html! {
        <button type="button" class="link" part="button" value={place} onclick={ui.on(message)}>
            { label }
        </button>
    }
}

fn open_rounds(ui: &Ui) -> &'static str {
    ui.words.audit().open_part("round").unwrap_or_default()
}

/// The way to rounds: what goes on there, or how to begin.
fn rounds(session: &Session, ui: &Ui) -> &'static str {
    let strings = ui.words.audit();
    let goes_on = session
        .round_under_way()
        .and_then(|id| strings.go_on_round(id));
    goes_on.unwrap_or_else(|| open_rounds(ui))
}

fn privacy_details(ui: &Ui) -> Html {
    let strings = ui.words.audit();
    html! {
        <details>
            { text("summary", "", strings.privacy_more()) }
            <ul>{ for strings.privacy_details().into_iter().map(|text| html! { <li>{ text }</li> }) }</ul>
        </details>
    }
}

/// Whoever comes back: what is due first, then what is stored, the audit again, and deleting.
fn home(session: &Session, ui: &Ui) -> Html {
    let strings = ui.words.audit();
    let planned = session.planned(ui.now);
    let goes_on = session.can_continue();
    let parts = [Part::Map, Part::Circle];
    let keep = match session.result {
        Some(_) => strings.open_keep(),
        None => strings.open_saved(),
    };
    html! {
        <>
            { match &planned {
                Some(planned) => this_week(planned, ui),
                None => heading(strings.home_heading()),
            } }
            if goes_on {
                <div class="stored">
                    { ui.button(if planned.is_some() { "secondary" } else { "primary" }, strings.go_on(), Message::Continued) }
                    <p class="quiet">
                        { strings.go_on_state(session.answered(), session.items().len()) }
                    </p>
                </div>
            }
            <ul class="ways">
                { for session.result.as_ref().map(|result| {
                    ui.way(&strings.see_result(&ui.date(result.ended_at)), "", Message::OpenedResults)
                }) }
                if planned.is_none() {
                    { ui.way(strings.open(Part::Practice), "", Message::OpenedPart(Part::Practice)) }
                }
                { ui.way(rounds(session, ui), "", Message::OpenedRounds) }
                { for parts.map(|part| ui.way(strings.open(part), "", Message::OpenedPart(part))) }
                { ui.way(keep, "", Message::OpenedKeep) }
            </ul>
            <div class="again">
                { forms(session, ui) }
                { start(session, ui) }
            </div>
            { p("quiet", ui.privacy(session)) }
            { privacy_details(ui) }
            { erase::view(session, ui) }
        </>
    }
}

/// The act under way; once its day is over, the question how it went.
fn this_week(planned: &Planned, ui: &Ui) -> Html {
    let strings = ui.words.audit();
    let says = planned.says.as_deref();
    let title = heading(says.unwrap_or(strings.home_planned()));
    if planned.is_due {
        let answer = |outcome: &Outcome| {
            let label = strings.outcome(outcome.as_str()).unwrap_or_default();
            ui.button("secondary", label, Message::LookedBack(*outcome))
        };
        return html! {
            <div class="act">
                { p("kicker", strings.home_was_planned()) }
                { title }
                <p class="ask" id="ask">{ strings.home_due() }</p>
                <div class="choices" role="group" aria-labelledby="ask">
                    { for Outcome::ALL.iter().map(answer) }
                </div>
            </div>
        };
    }
    html! {
        <div class="act">
            if says.is_some() {
                { p("kicker", strings.home_planned()) }
            }
            { title }
            { ui.button("primary", strings.go_on_practice(), Message::OpenedPart(Part::Practice)) }
        </div>
    }
}

/// What an audit gives, as a small picture: for each of the first directions a dot with its range, which
/// the style draws. They are nobody's scores.
fn promise(session: &Session) -> Html {
    let labels = session.instrument.scales.iter().map(|scale| &scale.label);
    html! {
        <div class="promise" aria-hidden="true">
            { for labels.take(MOST_PICTURED).map(|label| html! { { p("", label) } }) }
        </div>
    }
}

fn start(session: &Session, ui: &Ui) -> Html {
    let strings = ui.words.audit();
    let (label, cost) = if session.can_continue() {
        (strings.start_again(), strings.start_again_cost())
    } else if session.result.is_none() {
        return ui.button("primary", strings.start(), Message::Started);
    } else if session.history {
        (strings.take_again(), strings.take_again_kept())
    } else {
        (strings.take_again(), strings.take_again_cost())
    };
    html! {
        <>
            { ui.button("secondary", label, Message::Started) }
            { p("quiet", cost) }
        </>
    }
}

fn forms(session: &Session, ui: &Ui) -> Html {
    let strings = ui.words.audit();
    // The quicker one first.
    let lengths = FormName::ALL.into_iter().rev().filter_map(|form| {
        let items = session.instrument.form(form)?.len();
        let minutes = (items * SECONDS_PER_ITEM).div_ceil(60);
        Some((
            form,
            strings.form_minutes(minutes),
            strings.form_statements(items),
        ))
    });
    let offered: Vec<_> = lengths
        .filter(|(form, ..)| session.only_form().is_none_or(|only| *form == only))
        .collect();
    if let [(_, minutes, statements)] = offered.as_slice() {
        return html! { <p class="quiet">{ statements }{ " · " }{ minutes }</p> };
    }
    html! {
        <fieldset class="forms">
            { text("legend", "sr", strings.form_legend()) }
            { for offered.into_iter().map(|(form, minutes, statements)| {
                let gives = match form {
                    FormName::Full => strings.form_full_gives(),
                    FormName::Short => strings.form_short_gives(),
                };
                html! {
                    <label class="option" part="option">
                        <input type="radio" name="form" value={form.as_str()} checked={session.picked == form}
                            onchange={ui.on(Message::PickedForm(form))} />
                        <span>
                            { text("strong", "", minutes) }
                            { text("small", "", statements) }
                            { text("small", "", gives) }
                        </span>
                    </label>
                }
            }) }
        </fieldset>
    }
}
