//! Two results side by side, and which differences exceed the error of measurement.

use yew::{Html, html};

use crate::ui::chart::{axis, dot, row_class, ruler, span};
use crate::ui::{Ui, attributed, p, text};
use app::after::After;
use app::session::Session;
use measure::change::{Comparison, Refusal, ScaleChange, Verdict, Wordings};
use measure::report::Shown;

/// The number of directions of which one in four unchanged people sees one change.
const ONE_IN_FOUR: usize = 3;

/// What a comparison can show, and what it cannot, for who has not seen one yet.
pub(in crate::ui) fn before(session: &Session, ui: &Ui) -> Html {
    let strings = ui.words.keep();
    let by_chance = if session.instrument.scales.len() == ONE_IN_FOUR {
        strings.compare_chance_of_three()
    } else {
        strings.compare_chance()
    };
    let [smaller, low, stricter] = strings.compare_before();
    html! {
        <>
            { p("", strings.compare_before_heading()) }
            <ul>{ for [smaller, by_chance, low, stricter].map(|fact| html! { { text("li", "", fact) } }) }</ul>
        </>
    }
}

pub(super) fn view(session: &Session, after: &After, ui: &Ui) -> Html {
    html! { <div class="comparison">{ judged(session, after.comparison(&session.view()), ui) }</div> }
}

/// A comparison, or why the results cannot be compared. Screen readers announce it, without its
/// picture.
pub(in crate::ui) fn judged(
    session: &Session,
    comparison: Option<Result<Comparison, Refusal>>,
    ui: &Ui,
) -> Html {
    let strings = ui.words.keep();
    let (said, shown) = match comparison {
        None => Default::default(),
        Some(Err(refusal)) => (
            html! { <p>{ text("strong", "", strings.refusal(refusal)) }</p> },
            Html::default(),
        ),
        Some(Ok(comparison)) => (
            rows(session, &comparison, ui),
            html! {
                <>
                    { axis(&session.instrument, ui) }
                    <p class="quiet">
                        { strings.compare_about() }
                        if comparison.assumed {
                            { " " }{ strings.compare_assumed() }
                        }
                    </p>
                </>
            },
        ),
    };
    html! { <><div role="status">{ said }</div>{ shown }</> }
}

fn rows(session: &Session, comparison: &Comparison, ui: &Ui) -> Html {
    let strings = ui.words.keep();
    let labels = session.instrument.scales.iter().map(|scale| &scale.label);
    let days = (ui.date(comparison.earlier_at), ui.date(comparison.later_at));
    let wordings = match comparison.wordings {
        Wordings::Same => None,
        Wordings::OtherVersion => Some(strings.compare_other_wording()),
        Wordings::OtherLanguage => Some(strings.compare_other_language()),
    };
    html! {
        <>
            { text("h4", "", strings.compare_heading(&days.0, &days.1)) }
            if !comparison.order_known {
                { p("", strings.order_unknown()) }
            }
            { for wordings.map(|note| html! { { p("", note) } }) }
            <ol class="rows pairs">
                { for labels.zip(&comparison.scales).map(|(label, scale)| row(session, label, scale, ui)) }
            </ol>
        </>
    }
}

/// A direction: what became of it, and the earlier and the later score on one ruler.
fn row(session: &Session, label: &str, scale: &ScaleChange, ui: &Ui) -> Html {
    let strings = ui.words.keep();
    let changed = matches!(scale.verdict(), Verdict::Higher | Verdict::Lower);
    let both = scale.earlier.estimate.zip(scale.later.estimate);
    let row = html! {
        <li>
            { text("span", "name", label) }
            if let Some((earlier, later)) = both {
                <span class="value">{ strings.compare_scores(
                    Shown::from_estimate(&earlier).score,
                    Shown::from_estimate(&later).score,
                ) }</span>
                { ruler(&session.instrument, html! {
                    <>
                        { span("half", earlier.score, later.score) }
                        { dot("dot earlier", earlier.score) }
                        { dot("dot", later.score) }
                    </>
                }) }
            }
            { p("", strings.change(scale)) }
        </li>
    };
    attributed(row, &["class"], vec![row_class(changed)])
}
