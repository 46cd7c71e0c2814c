//! What stands out in the answers of a result: the lowest and the highest. Of the visitor's own, the
//! lowest has one thing to try.

use yew::{Html, html};

use super::{Ui, attributed, element, p, said, text};
use app::session::{Message, Part, Session};
use measure::completed::Completed;
use measure::instrument::ItemIndex;
use measure::report::{Answered, Lowest, Report};

pub(super) fn view(session: &Session, result: &Completed, report: &Report, ui: &Ui) -> Html {
    let lowest = lowest(session, result, report, ui);
    let highest = highest(session, result, report, ui);
    html! { <section class="own">{ lowest }{ highest }</section> }
}

/// The same of a result that is somebody else's: only the answers.
pub(super) fn of_somebody(
    session: &Session,
    result: &Completed,
    report: &Report,
    headings: [&str; 3],
    ui: &Ui,
) -> Html {
    let [low, least_frequent, high] = headings;
    let (heading, items) = match &report.stands_out.lowest {
        Lowest::Low { items, .. } => (low, items.as_slice()),
        Lowest::LeastFrequent(item) => (least_frequent, std::slice::from_ref(item)),
        Lowest::Nothing => (low, [].as_slice()),
    };
    let list = |class: &'static str, heading: &str, items: &[ItemIndex]| {
        let answers = items
            .iter()
            .filter_map(|item| answered(session, result, *item));
        html! {
            if !items.is_empty() {
                { attributed(html! {
                    <div>
                        { text("h3", "", heading) }
                        <ul class="answers">
                            { for answers.map(|answered| html! { { element("li", "", quoted(session, &answered, ui)) } }) }
                        </ul>
                    </div>
                }, &["class"], vec![class.into()]) }
            }
        }
    };
    html! {
        <section class="own">{ list("lows", heading, items) }{ list("highs", high, &report.stands_out.highest) }</section>
    }
}

fn answered<'a>(
    session: &'a Session,
    result: &'a Completed,
    item: ItemIndex,
) -> Option<Answered<'a>> {
    Answered::from_sheet(&session.instrument, &result.sheet, item)
}

fn lowest(session: &Session, result: &Completed, report: &Report, ui: &Ui) -> Html {
    let words = ui.words.results();
    let (heading, items, more) = match &report.stands_out.lowest {
        Lowest::Low { items, more } => (words.lowest_heading(), items.clone(), *more),
        Lowest::LeastFrequent(item) => (words.least_frequent(&session.instrument), vec![*item], 0),
        Lowest::Nothing => return Html::default(),
    };
    let mut answers = items
        .into_iter()
        .filter_map(|item| answered(session, result, item));
    let first = answers.next();
    html! {
        <div class="lows">
            { text("h3", "", heading) }
            { for first.map(|answered| html! {
                <div class="first">
                    { quoted(session, &answered, ui) }
                    { try_first(session, &answered, ui) }
                </div>
            }) }
            <ul class="answers">
                { for answers.map(|answered| html! {
                    <li>{ quoted(session, &answered, ui) }{ try_also(session, &answered, ui) }</li>
                }) }
            </ul>
            if more > 0 {
                { p("quiet", words.more_low(more)) }
            }
        </div>
    }
}

fn quoted(session: &Session, answered: &Answered, ui: &Ui) -> Html {
    let lang = ui.foreign(&session.instrument);
    let dir = lang.as_ref().map(|_| "auto");
    html! {
        <>
            { said::place(session, answered) }
            <blockquote {lang} {dir}>{ answered.stem }</blockquote>
            { said::option(session, answered, ui) }
        </>
    }
}

/// One thing to try, and the way to plan it: the page's one filled button.
fn try_first(session: &Session, answered: &Answered, ui: &Ui) -> Html {
    let words = ui.words.results();
    let Some(about) = words.first_move(&session.instrument, answered.index) else {
        let label = ui.words.audit().open(Part::Practice);
        return html! {
            { element("p", "actions", ui.button("primary", label, Message::OpenedPart(Part::Practice))) }
        };
    };
    html! {
        <div class="try">
            <p>{ text("strong", "", words.try_heading()) }{ about }</p>
            { ui.button("primary", words.plan_it(), Message::OpenedPart(Part::Practice)) }
        </div>
    }
}

/// The same for a lower-ranked answer, folded.
fn try_also(session: &Session, answered: &Answered, ui: &Ui) -> Html {
    let words = ui.words.results();
    let about = words.first_move(&session.instrument, answered.index);
    about.map_or_else(Html::default, |about| {
        html! { <details>{ text("summary", "", words.try_heading()) }{ p("", about) }</details> }
    })
}

fn highest(session: &Session, result: &Completed, report: &Report, ui: &Ui) -> Html {
    let words = ui.words.results();
    let highest = report.stands_out.highest.iter();
    let mut answers = highest
        .filter_map(|item| answered(session, result, *item))
        .peekable();
    let some = answers.peek().is_some();
    html! {
        <div class="highs">
            if some {
                { text("h3", "", words.highest_heading()) }
                <ul class="answers">
                    { for answers.map(|answered| html! { { element("li", "", quoted(session, &answered, ui)) } }) }
                </ul>
            }
            { p("quiet", words.own_view(&session.instrument)) }
        </div>
    }
}
