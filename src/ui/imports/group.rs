//! The picture of a group: mean and spread of each direction, and the statements that stand out. Nobody
//! is in it by name, and nothing is in order of persons.

use std::cmp::Ordering;

use yew::{Html, html};

use crate::ui::chart::{axis, dot, ruler, span};
use crate::ui::{Ui, element, heading, p, sign, text};
use app::after::After;
use app::session::Session;
use measure::group::{Group, Spread, Statement};
use measure::instrument::Scale;

pub(super) fn view(session: &Session, after: &After, ui: &Ui) -> Html {
    let strings = ui.words.files();
    html! {
        <>
            { heading(strings.group_heading()) }
            { p("", strings.group_about()) }
            { for after.files.groups.iter().map(|group| one(session, group, ui)) }
        </>
    }
}

fn one(session: &Session, group: &Group, ui: &Ui) -> Html {
    let strings = ui.words.files();
    let rows = session.instrument.scales.iter().zip(&group.directions);
    html! {
        <section>
            { text("h3", "", strings.group_people(group.people, group.form)) }
            if group.languages_differ {
                { p("", strings.group_languages()) }
            }
            <figure class="plot" part="chart">
                <ol class="rows">
                    { for rows.map(|(scale, spread)| row(session, scale, spread.as_ref(), ui)) }
                </ol>
                { axis(&session.instrument, ui) }
                { text("figcaption", "", strings.group_caption()) }
            </figure>
            <div class="own">
                { statements(session, strings.group_low_heading(), &group.lowest, ui) }
                { statements(session, strings.group_high_heading(), &group.highest, ui) }
            </div>
        </section>
    }
}

fn row(session: &Session, scale: &Scale, spread: Option<&Spread>, ui: &Ui) -> Html {
    let strings = ui.words.files();
    let name =
        html! { <span class="name">{ sign::view(scale.id.as_str()) }{ &scale.label }</span> };
    let Some(spread) = spread else {
        return html! {
            <li class="row">{ name }{ text("span", "value", strings.group_too_few()) }</li>
        };
    };
    let [low, high] = spread.ends();
    let drawn = html! {
        <>
            { span("nine", low, high) }
            { dot("dot", spread.mean) }
        </>
    };
    html! {
        <li class="row">
            { name }
            { text("span", "value", strings.group_spread_text(spread)) }
            { ruler(&session.instrument, drawn) }
        </li>
    }
}

fn statements(session: &Session, heading: &str, statements: &[Statement], ui: &Ui) -> Html {
    if statements.is_empty() {
        return Html::default();
    }
    html! {
        <div>
            { text("h4", "", heading) }
            <ul class="answers">
                { for statements.iter().map(|statement| html! { { element("li", "", quoted(session, statement, ui)) } }) }
            </ul>
        </div>
    }
}

fn quoted(session: &Session, statement: &Statement, ui: &Ui) -> Html {
    let instrument = &session.instrument;
    let words = ui.words.results();
    let stem = instrument.item(statement.index).map(|item| &item.stem);
    let option = statement.nearest_option(instrument).unwrap_or_default();
    // Where more of it is less of the relationship, the number alone would mislead.
    let end = match statement.side(instrument) {
        _ if !statement.is_reversed(instrument) => None,
        Ordering::Less => Some(words.low_end()),
        Ordering::Greater => Some(words.high_end()),
        Ordering::Equal => None,
    };
    html! {
        <>
            <blockquote>{ for stem }</blockquote>
            <p class="said"><span>
                { ui.words.files().group_mean_text(statement, option) }
                if let Some(end) = end {
                    { " " }{ text("span", "turned", end) }
                }
            </span></p>
        </>
    }
}
