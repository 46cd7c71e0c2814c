//! Answering about a leader: from the invitation to one locked message.

use yew::{Html, html};

use super::{heading, limits, statement, statements};
use crate::ui::Ui;
use app::rounds::{Message, Rating, RatingStep, Rounds, Sending};
use app::session::Session;
use round::row::RowFault;

pub(super) fn view(session: &Session, rounds: &Rounds, rating: &Rating, ui: &Ui) -> Html {
    match rating.step {
        RatingStep::Invited => invited(session, rounds, rating, ui),
        RatingStep::Statement(place) => {
            let kept = rounds.records.round(&rating.round);
            let given = rating.asked.statements.get(place);
            let given = given.and_then(|statement| kept?.answer(statement));
            statement::view(&rating.invitation, &rating.asked, place, given, ui)
        }
        RatingStep::Answered => answered(rounds, rating, ui),
        RatingStep::Sealing => heading(ui.words.round().working()),
        RatingStep::Sent { again } => sent(rounds, rating, again, ui),
    }
}

/// Who is asked about whom, and who will see what.
fn invited(session: &Session, rounds: &Rounds, rating: &Rating, ui: &Ui) -> Html {
    let words = ui.words.rater();
    let invitation = &rating.invitation;
    let id = statements(invitation.set, invitation.is_named());
    let [about, time] = words.asked(id);
    html! {
        <>
            { heading(words.heading()) }
            <p class="lede">{ about }{ " " }{ time }</p>
            <p>{ words.who() }</p>
            <p><strong>{ words.promised(id, invitation.threshold) }</strong></p>
            if (2..5).contains(&invitation.threshold) {
                <p>{ words.few() }</p>
            }
            { limits(words.not_promised(id), ui) }
            { match rounds.code(&rating.round) {
                Some(code) => html! {
                    <>
                        <p>{ words.code(&isolated(code)) }</p>
                        { super::kept(session, ui) }
                        <p class="quiet">{ words.stored() }</p>
                        <p class="actions">
                            { ui.button("primary", ui.words.audit().start(), Message::BeganToAnswer) }
                        </p>
                    </>
                },
                None => html! { <p aria-busy="true">{ ui.words.round().working() }</p> },
            } }
        </>
    }
}

/// A number or a block within a sentence, on one line and read from left to right in every script (UAX 9:
/// isolates).
pub(super) fn isolated(text: &str) -> String {
    ["\u{2066}", &text.replace(' ', "\u{a0}"), "\u{2069}"].concat()
}

fn answered(rounds: &Rounds, rating: &Rating, ui: &Ui) -> Html {
    let words = ui.words.rater();
    let row = rounds
        .records
        .round(&rating.round)
        .map(|kept| kept.row(&rating.asked));
    let shares = rounds.page.as_ref().is_some_and(|page| page.shares);
    html! {
        <>
            { heading(ui.words.round().last_heading()) }
            { match row {
                Some(Err(RowFault::TooManyLeftOut { answered, items, needed })) => html! {
                    <>
                        <p>{ words.left_out(answered, items, needed) }</p>
                        { forget(ui) }
                    </>
                },
                _ => html! {
                    <>
                        <p>{ words.last_about() }</p>
                        <p class="actions">
                            if shares {
                                { ui.button("primary", words.lock_send(), Message::Locked(Sending::Share)) }
                            }
                            { ui.button(if shares { "secondary" } else { "primary" }, words.lock_copy(),
                                Message::Locked(Sending::Copy)) }
                        </p>
                    </>
                },
            } }
            { super::back(ui, Message::WentBack) }
        </>
    }
}

fn sent(rounds: &Rounds, rating: &Rating, again: bool, ui: &Ui) -> Html {
    let words = ui.words.rater();
    let mine = rounds
        .records
        .round(&rating.round)
        .and_then(|kept| kept.mine.as_deref());
    let text = words.message(mine.unwrap_or_default());
    html! {
        <>
            { heading(words.done_heading()) }
            <p>{ if again { words.again() } else { words.done_sent() } }</p>
            <p class="quiet">{ words.done_about() }</p>
            { super::hand_on(ui.words.round().text_label(), &text, rounds, ui) }
            { forget(ui) }
        </>
    }
}

/// The way to delete the round from this browser.
fn forget(ui: &Ui) -> Html {
    let words = ui.words.rater();
    html! {
        <details>
            <summary>{ words.forget() }</summary>
            <p>{ words.forget_sure() }</p>
            <p class="actions">
                { ui.button("danger", ui.words.round().forget_yes(), Message::ForgotRound) }
            </p>
        </details>
    }
}
