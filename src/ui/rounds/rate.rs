//! Answering about a leader: from the invitation to one locked message.

use yew::Html;

use super::blocks::{Page, action, back, busy, deletion, hand_on, limits, send_or_copy};
use super::statement::{self, Chosen};
use super::{heading, statements};
use crate::ui::{Ui, all, element, p, text};
use app::rounds::{Message, Rating, RatingStep, Rounds};
use app::session::Session;
use round::row::RowFault;

pub(super) fn view(session: &Session, rounds: &Rounds, rating: &Rating, ui: &Ui) -> Html {
    let screen = match rating.step {
        RatingStep::Invited => return invited(session, rounds, rating, ui),
        RatingStep::Statement(place) => {
            let kept = rounds.records.round(&rating.round);
            let given = rating.asked.statements.get(place);
            let given = given.and_then(|statement| kept?.answer(statement));
            let given = given.map(Chosen);
            statement::view(session, &rating.invitation, &rating.asked, place, given, ui)
        }
        RatingStep::Answered => answered(rounds, rating, ui),
        RatingStep::Sealing => heading(ui.words.round().working()),
        RatingStep::Sent { again } => sent(rounds, rating, again, ui),
    };
    let words = ui.words.rater();
    let invitation = &rating.invitation;
    let id = statements(invitation.set, invitation.is_named());
    let promised = words.promised(id, invitation.threshold);
    let mut page = Page::default();
    page.add(screen);
    page.p("quiet", &promised);
    page.add(limits(&words.not_promised(id), ui));
    page.done()
}

/// Who is asked about whom, and who will see what.
fn invited(session: &Session, rounds: &Rounds, rating: &Rating, ui: &Ui) -> Html {
    let words = ui.words.rater();
    let invitation = &rating.invitation;
    let id = statements(invitation.set, invitation.is_named());
    let promised = words.promised(id, invitation.threshold);
    let is_few = (2..5).contains(&invitation.threshold);
    let start = match rounds.code(&rating.round) {
        Some(code) => {
            let mut page = Page::default();
            page.p("", &words.code(&isolated(code)));
            page.add(super::kept(session, ui));
            page.p("quiet", words.stored());
            page.add(action(
                "primary",
                ui.words.audit().start(),
                Message::BeganToAnswer,
                ui,
            ));
            page.done()
        }
        None => busy(ui),
    };
    let mut page = Page::default();
    page.heading(words.heading());
    page.p("lede", &words.asked(id).join(ui.words.between_sentences()));
    page.p("", words.who());
    page.add(element("p", "", text("strong", "", &promised)));
    if is_few {
        page.p("", words.few());
    }
    page.add(limits(&words.not_promised(id), ui));
    page.add(start);
    page.done()
}

/// A number or a block within a sentence, on one line and read from left to right in every script (UAX 9:
/// isolates).
pub(super) fn isolated(text: &str) -> String {
    ["\u{2066}", &text.replace(' ', "\u{a0}"), "\u{2069}"].concat()
}

fn answered(rounds: &Rounds, rating: &Rating, ui: &Ui) -> Html {
    let words = ui.words.rater();
    let kept = rounds.records.round(&rating.round);
    let end = match kept.map(|kept| kept.row(&rating.asked)) {
        Some(Err(RowFault::TooManyLeftOut {
            answered,
            items,
            needed,
        })) => all(vec![
            p("", words.left_out(answered, items, needed)),
            forget(ui),
        ]),
        _ => {
            let labels = [words.lock_send(), words.lock_copy()];
            let lock = send_or_copy(labels, Message::Locked, rounds, ui);
            all(vec![p("", words.last_about()), lock])
        }
    };
    let mut page = Page::default();
    page.heading(ui.words.round().last_heading());
    page.add(end);
    page.add(back(ui, Message::WentBack));
    page.done()
}

fn sent(rounds: &Rounds, rating: &Rating, again: bool, ui: &Ui) -> Html {
    let words = ui.words.rater();
    let kept = rounds.records.round(&rating.round);
    let mine = kept.and_then(|kept| kept.mine.as_deref());
    let message = words.message(mine.unwrap_or_default());
    let done = if again {
        words.again()
    } else {
        words.done_sent()
    };
    let mut page = Page::default();
    page.heading(words.done_heading());
    page.p("", done);
    page.p("quiet", words.done_about());
    page.add(hand_on(ui.words.round().text_label(), &message, rounds, ui));
    page.add(forget(ui));
    page.done()
}

/// The way to delete the round from this browser.
fn forget(ui: &Ui) -> Html {
    let words = ui.words.rater();
    let (sure, yes) = (words.forget_sure(), ui.words.round().forget_yes());
    deletion(words.forget(), sure, yes, Message::ForgotRound, ui)
}
