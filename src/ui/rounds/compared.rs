//! The leader's own score beside what others said: two dots on one axis, and the gap between them, solid
//! where it is larger than chance and dotted where it is not.

use yew::{Html, html};

use super::blocks::{Page, folded, paragraphs};
use super::figures::{said, whole};
use super::statements;
use crate::ui::{Ui, all, chart, element, p, sign, text};
use app::rounds::beside::{self, Told};
use app::rounds::{Compared, Message, Rounds, questions};
use app::session::Session;
use measure::chart::percent;
use measure::time::UnixMs;
use round::gap::{Refused, Verdict, margin_of_others};
use round::outcome::Outcome;

/// Own answers so many days older or newer than an outcome need a larger gap.
const SAME_TIME_DAYS: i64 = 28;

/// The code of a refusal in texts.
pub(super) fn code(refused: Refused) -> &'static str {
    match refused {
        Refused::NoOwnScore => "no_own_score",
        Refused::OtherQuestions => "other_questions",
        Refused::OtherForm => "other_form",
        Refused::NotScored | Refused::TooFew => "not_scored",
        Refused::OtherWay => "other_way",
    }
}

/// Beside a result: the latest outcome of each direction that can be compared with it.
pub(super) fn view(session: &Session, rounds: &Rounds, ui: &Ui) -> Html {
    let Some(result) = &session.result else {
        return Html::default();
    };
    let words = ui.words.outcome();
    let mut rows = Vec::new();
    for beside in beside::latest(&rounds.own(), &session.instrument, result) {
        if let (Ok(compared), Some(name)) = (&beside.compared, &beside.told.name) {
            let outcome = &beside.told.outcome;
            let id = statements(outcome.set, outcome.is_named());
            let heading = words.heading(id).unwrap_or_default();
            let mut verdict = sentences(outcome, compared, ui);
            // Both numbers, and whether chance could make the gap.
            verdict.truncate(2);
            verdict.push(String::new());
            let open = ui.button("link", heading, Message::OpenedOutcome(name.clone()));
            let said = all(vec![
                verdict.join(ui.words.between_sentences()).into(),
                open,
            ]);
            let own = (words.row_own(), said);
            rows.push(row(session, &beside.told, compared, own, ui));
        }
    }
    chart(session, rows, ui)
}

/// Rows of outcomes beside own scores, if there are any.
pub(super) fn chart(session: &Session, rows: Vec<Html>, ui: &Ui) -> Html {
    if rows.is_empty() {
        return Html::default();
    }
    let words = ui.words.outcome();
    let caption = [words.chart_about(), words.margin()].join(ui.words.between_sentences());
    let plot = plot(session, all(rows), &caption, ui);
    let inner = all(vec![text("h3", "", words.kept_heading()), plot]);
    element("section", "", inner)
}

/// An outcome beside the own score, which has this label, and what is said of both.
pub(super) fn row(
    session: &Session,
    told: &Told,
    compared: &Compared,
    (own, said): (&str, Html),
    ui: &Ui,
) -> Html {
    let scale = questions::scale_of(told.outcome.set, &session.instrument);
    let scale = scale.and_then(|scale| session.instrument.scale(scale));
    let name = scale.map(|scale| {
        let inner = all(vec![sign::view(scale.id.as_str()), (&*scale.label).into()]);
        element("span", "name", inner)
    });
    let inner = all(vec![
        name.unwrap_or_default(),
        text("span", "value", ui.date(told.made_at)),
        ruler(session, &told.outcome, compared, own, ui),
        element("p", "verdict", said),
    ]);
    element("li", "row pair", inner)
}

/// Rows on one axis.
fn plot(session: &Session, rows: Html, caption: &str, ui: &Ui) -> Html {
    let inner = all(vec![
        element("ol", "rows", rows),
        chart::axis(&session.instrument, ui),
        text("figcaption", "", caption),
    ]);
    element("figure", "plot both", inner)
}

/// The gap between an outcome and the own score, or why there is none.
pub(super) fn gap(
    session: &Session,
    rounds: &Rounds,
    (outcome, made_at): (&Outcome, UnixMs),
    ui: &Ui,
) -> Html {
    let words = ui.words.outcome();
    let compared = match rounds.gap(outcome, made_at, &session.view()) {
        Ok(compared) => compared,
        Err(refused) => {
            let why = words.not_compared(code(refused));
            return p("quiet", why.unwrap_or_default());
        }
    };
    let row = element(
        "li",
        "row pair",
        ruler(session, outcome, &compared, words.row_own(), ui),
    );
    let is_older = compared.days.abs() > SAME_TIME_DAYS;
    let mut page = Page::default();
    page.add(plot(session, row, words.chart_about(), ui));
    page.add(paragraphs(&sentences(outcome, &compared, ui)));
    if is_older {
        page.p("quiet", words.older());
    }
    page.p("quiet", words.margin());
    page.add(folded(
        words.more_summary(),
        false,
        paragraphs(&words.more()),
    ));
    page.done()
}

fn sentences(outcome: &Outcome, compared: &Compared, ui: &Ui) -> Vec<String> {
    let larger = compared.gap.verdict == Verdict::Larger;
    let own = whole(compared.own.score);
    ui.words.outcome().gap_of(said(outcome), own, larger)
}

/// Two dots with the gap between them, and the range of the others' mean.
fn ruler(
    session: &Session,
    outcome: &Outcome,
    compared: &Compared,
    own_label: &str,
    ui: &Ui,
) -> Html {
    let words = ui.words.outcome();
    let mean = f64::from(outcome.mean);
    let margin = margin_of_others(outcome);
    let [low, high] = [(mean - margin).max(0.0), (mean + margin).min(100.0)];
    let own = compared.own.score;
    let class = match compared.gap.verdict {
        Verdict::Larger => "gap",
        Verdict::Within => "gap near",
    };
    let said = said(outcome);
    let range = words.range(&words.mean_text(said), whole(low), whole(high));
    let key = all(vec![
        text("span", "me", [own_label, &whole(own).to_string()].join(" ")),
        text("span", "them", [words.row_others(), &range].join(" ")),
    ]);
    html! {
        <>
            { chart::ruler(&session.instrument, html! {
                <>
                    { chart::span("nine", low, high) }
                    { chart::span(class, own.min(mean), own.max(mean)) }
                    <circle class="them" cx={percent(mean)} cy="50%" r="6.5" />
                    <circle class="me" cx={percent(own)} cy="50%" r="8" />
                </>
            }) }
            <p class="key" data-set={said.statements}>{ key }</p>
        </>
    }
}
