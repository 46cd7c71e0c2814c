//! What others said of a leader whose result is opened from a file, and what of one's own goes into one.

use yew::{Html, html};

use super::compared;
use super::figures::{said, whole};
use super::outcome::lines;
use crate::ui::{Ui, p, text};
use app::after::Message;
use app::rounds::beside::{Beside, Told, latest};
use app::session::Session;
use measure::completed::Completed;
use records::rounds::ExportedOutcome;
use round::gap::{Refused, Verdict, margin_of_others};
use round::invitation::Way;

/// The latest outcome of each set in the file, beside the scores of its result where they can be compared.
pub(super) fn view(
    session: &Session,
    completed: &Completed,
    outcomes: &[ExportedOutcome],
    ui: &Ui,
) -> Html {
    let words = ui.words.outcome();
    let told = Told::in_file(outcomes);
    let (mut rows, mut alone) = (Vec::new(), Vec::new());
    for beside in latest(&told, &session.instrument, completed) {
        match &beside.compared {
            Ok(compared) => {
                let said = match compared.gap.verdict {
                    Verdict::Larger => words.gap_of_file(),
                    Verdict::Within => words.gap_within(),
                };
                let said = html! { { said } };
                let own = (words.row_self(), said);
                rows.push(compared::row(session, &beside.told, compared, own, ui));
            }
            Err(refused) => alone.push(by_itself(session, &beside, *refused, ui)),
        }
    }
    html! {
        <>
            { compared::chart(session, rows, ui) }
            { for alone }
        </>
    }
}

/// An outcome without an own score beside it, and why, where that is not plain.
fn by_itself(session: &Session, beside: &Beside, refused: Refused, ui: &Ui) -> Html {
    let words = ui.words.outcome();
    let outcome = &beside.told.outcome;
    let said = said(outcome);
    let date = ui.date(beside.told.made_at);
    let kicker = match outcome.way {
        Way::Table => words.kicker("table", &date),
        Way::Sealed => words.kicker("sealed", &date),
    };
    let why = match refused {
        Refused::OtherForm | Refused::OtherQuestions => words.not_compared(compared::code(refused)),
        _ => None,
    };
    html! {
        <section>
            <h3>{ words.heading(said.statements) }</h3>
            <p class="kicker">{ kicker }</p>
            { p("", words.mean_of(said, whole(margin_of_others(outcome)))) }
            { for outcome.steps.map(|steps| lines(session, outcome, steps, ui)) }
            { for why.map(|why| html! { { p("quiet", why) } }) }
        </section>
    }
}

/// Whether the outcomes about the leader whose result is here go into its file. Not ticked at first.
pub(super) fn tick(session: &Session, ui: &Ui) -> Html {
    let words = ui.words.outcome();
    let has_own = session.rounds().is_some_and(app::rounds::Rounds::has_own);
    let Some(after) = session.after().filter(|_| has_own) else {
        return Html::default();
    };
    let checked = after.include_rounds;
    html! {
        <div class="after">
            <label class="setting">
                <input type="checkbox" {checked} onchange={ui.on(Message::IncludedRounds(!checked))} />
                { text("span", "", words.include()) }
            </label>
            { p("quiet", words.include_about()) }
        </div>
    }
}
