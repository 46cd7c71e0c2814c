//! Invitations and outcomes that are refused, and rounds of one's own.

use app::rounds::draft::Group;
use app::rounds::{Message, Notice, RatingStep, Screen, Sending, Shown, Unread};
use round::block::{Block, Kind};
use round::find::find;

use crate::people::{OFF_CURVE, Person, draft, pulse, replies};

/// The payload of the only block in a text.
fn payload(text: &str) -> Vec<u8> {
    find(text).unwrap().blocks[0].payload.clone()
}

fn block(kind: Kind, payload: Vec<u8>) -> String {
    Block::new(kind, payload).unwrap().to_text()
}

/// The text of an invitation with this change to its payload.
fn changed(invitation: &str, change: impl FnOnce(&mut Vec<u8>)) -> String {
    let mut bytes = payload(invitation);
    change(&mut bytes);
    block(Kind::Invitation, bytes)
}

#[test]
fn an_invitation_that_cannot_be_answered_asks_nothing_and_stores_nothing() {
    let invitation = Person::new().collects(0, draft(Some(Group::Team), 5));
    let cut = &invitation[..100];
    let two = format!("{invitation} {}", Person::new().collects(0, draft(None, 5)));
    for (name, text, notice) in [
        (
            "other questions",
            changed(&invitation, |it| it[5] ^= 1),
            Notice::OtherQuestions,
        ),
        (
            "the five statements in another wording",
            {
                let pulse = Person::new().collects(0, draft(None, 5));
                changed(&pulse, |it| it[12] ^= 1)
            },
            Notice::OtherQuestions,
        ),
        (
            "a way to come",
            changed(&invitation, |it| it[0] = 3),
            Notice::NewerInvitation,
        ),
        (
            "a way that nobody knows",
            changed(&invitation, |it| it[0] = 4),
            Notice::BadInvitation,
        ),
        (
            "a table",
            changed(&invitation, |it| it[0] = 1),
            Notice::BadInvitation,
        ),
        (
            "a threshold of two",
            changed(&invitation, |it| it[3] = 2),
            Notice::BadInvitation,
        ),
        (
            "one boss of a team",
            changed(&invitation, |it| (it[3], it[4]) = (1, 1)),
            Notice::BadInvitation,
        ),
        (
            "fewer people than the threshold",
            changed(&invitation, |it| it[4] = 1),
            Notice::BadInvitation,
        ),
        (
            "seven statements",
            changed(&invitation, |it| it[2] = 7),
            Notice::BadInvitation,
        ),
        (
            "a byte too few",
            changed(&invitation, |it| it.truncate(84)),
            Notice::BadInvitation,
        ),
        (
            "a byte too many",
            changed(&invitation, |it| it.push(0)),
            Notice::BadInvitation,
        ),
        (
            "off the curve",
            changed(&invitation, |it| it[21] = OFF_CURVE),
            Notice::BadInvitation,
        ),
        ("cut", cut.to_owned(), Notice::BadInvitation),
        (
            "changed",
            invitation.replacen('0', "1", 1),
            Notice::BadInvitation,
        ),
        ("two at once", two, Notice::BadInvitation),
        ("nothing", "LA1.I.".to_owned(), Notice::BadInvitation),
    ] {
        let mut rater = Person::new();
        rater.joins(0, &text);
        assert_eq!(*rater.screen(0), Screen::List, "{name}");
        assert_eq!(rater.rounds(0).notice, Some(notice), "{name}");
        rater.all(0, [Message::BeganToAnswer, Message::Answered(Some(3))]);
        assert_eq!(rater.browser.everything(), [], "{name}");
    }
}

#[test]
fn an_invitation_survives_what_chats_do_to_it_and_can_be_pasted() {
    let invitation = Person::new().collects(0, draft(None, 5));
    let broken = format!(
        "Hi!\n> «{}\n> {}»",
        &invitation[..60].to_lowercase(),
        &invitation[60..]
    );
    let mut rater = Person::new();
    rater.joins(0, &broken);
    assert!(matches!(rater.screen(0), Screen::Rating(_)));
    let mut rater = Person::new();
    let pasted = [
        Message::AskedToRead,
        Message::Typed(broken),
        Message::Pasted,
    ];
    rater.all(0, pasted);
    assert!(
        matches!(rater.screen(0), Screen::Rating(rating) if rating.step == RatingStep::Invited)
    );
}

#[test]
fn an_invitation_to_a_round_of_ones_own_shows_that_round() {
    let mut leader = Person::new();
    let invitation = leader.collects(0, draft(None, 5));
    let before = leader.browser.everything();
    let tab = leader.opens();
    leader.joins(tab, &invitation);
    assert!(matches!(leader.screen(tab), Screen::Collecting(_)));
    assert_eq!(leader.browser.everything(), before);
}

#[test]
fn two_invitations_of_one_tag_are_two_rounds() {
    let invitation = Person::new().collects(0, draft(None, 5));
    let other = changed(&invitation, |it| it[3] = 4);
    let mut rater = Person::new();
    for text in [&invitation, &other] {
        rater.answers(0, text, &pulse([4; 5]));
        rater.does(0, Message::Locked(Sending::Copy));
    }
    assert_eq!(rater.rounds(0).records.rounds.len(), 2);
    assert_eq!(rater.kinds(), "invitation invitation mine mine");
}

#[test]
fn where_the_browser_cannot_lock_answers_nothing_is_asked() {
    let invitation = Person::new().collects(0, draft(None, 5));
    let mut rater = Person::new();
    rater.browser.takes(
        0,
        app::session::Message::Invited(invitation.as_str().into()),
    );
    rater.takes(0, Message::Failed);
    assert_eq!(*rater.screen(0), Screen::List);
    assert_eq!(rater.rounds(0).notice, Some(Notice::Insecure));

    rater.answers(0, &invitation, &pulse([4; 5]));
    rater.takes(0, Message::Locked(Sending::Copy));
    rater.takes(0, Message::Failed);
    assert!(
        matches!(rater.screen(0), Screen::Rating(rating) if rating.step == RatingStep::Answered)
    );
}

#[test]
fn an_outcome_that_cannot_be_read_is_named_and_not_shown() {
    let mut coach = Person::new();
    let invitation = coach.collects(0, draft(None, 5));
    let replies = replies(&invitation, 5);
    coach.pastes(0, &replies.concat());
    coach.does(0, Message::Closed);
    let outcome = coach.rounds(0).shown().unwrap().outcome.to_text();
    let other = |at: usize, byte: u8| {
        let mut bytes = payload(&outcome);
        bytes[at] = byte;
        block(Kind::Outcome, bytes)
    };
    let long = "x".repeat(2 * 1024 * 1024 + 1);
    for (text, expected) in [
        ("Hello".to_owned(), Unread::Nothing),
        (replies[0].clone(), Unread::Sealed),
        (outcome[..40].to_owned(), Unread::Damaged),
        (outcome.replace("LA1", "LA2"), Unread::Newer),
        (other(8, 3), Unread::Newer),
        (other(20, 200), Unread::TooFew),
        (other(21, 3), Unread::Figures),
        (other(21, 96), Unread::Figures),
        (other(22, 2), Unread::Figures),
        (long, Unread::TooLong),
    ] {
        let mut leader = Person::new();
        leader.all(
            0,
            [
                Message::AskedToRead,
                Message::Typed(text.clone()),
                Message::Pasted,
            ],
        );
        let Screen::Reading(found) = leader.screen(0) else {
            panic!("{:?}", leader.screen(0));
        };
        let text = &text[..text.len().min(60)];
        assert_eq!(found.problem, Some(expected), "{text}");
        assert_eq!(found.typed, "", "{text}");
    }
    let mut leader = Person::new();
    leader.all(
        0,
        [
            Message::AskedToRead,
            Message::Typed(outcome.to_lowercase()),
            Message::Pasted,
        ],
    );
    assert!(matches!(
        leader.screen(0),
        Screen::Outcome(Shown::Fresh(fresh)) if fresh.record.own
    ));
    leader.does(0, Message::Kept);
    leader.all(
        0,
        [
            Message::AskedToRead,
            Message::Typed(outcome),
            Message::Pasted,
        ],
    );
    assert_eq!(leader.rounds(0).notice, Some(Notice::KeptBefore));
    assert_eq!(leader.kinds(), "outcome");
}

#[test]
fn too_many_left_out_is_said_before_anything_is_sealed() {
    let invitation = Person::new().collects(0, draft(Some(Group::Team), 3));
    for answered in 0..=12 {
        let mut rater = Person::new();
        let answers: Vec<_> = (0..12).map(|at| (at < answered).then_some(3)).collect();
        rater.answers(0, &invitation, &answers);
        rater.does(0, Message::Locked(Sending::Copy));
        let Screen::Rating(rating) = rater.screen(0) else {
            panic!("{:?}", rater.screen(0));
        };
        let sent = rating.step == RatingStep::Sent { again: false };
        assert_eq!(sent, answered >= 7, "{answered} of 12");
        assert_eq!(rater.kinds().contains("mine"), sent);
        if !sent {
            assert_eq!(rating.step, RatingStep::Answered, "it can be answered now");
        }
    }
}

#[test]
fn an_outcome_that_somebody_typed_closes_no_round() {
    let mut coach = Person::new();
    let invitation = coach.collects(0, draft(None, 3));
    let round = coach.round(0);
    coach.pastes(0, &replies(&invitation, 2).concat());
    let kept = coach.rounds(0).records.round(&round).unwrap();
    let typed = round::outcome::Outcome {
        tag: kept.hash.tag(),
        way: kept.invitation.way,
        set: kept.invitation.set,
        items: kept.invitation.items,
        print: kept.invitation.print,
        n: 3,
        threshold: 3,
        mean: 5,
        steps: None,
    };
    let steps = [
        Message::OpenedList,
        Message::AskedToRead,
        Message::Typed(typed.to_text()),
        Message::Pasted,
        Message::Kept,
    ];
    coach.all(0, steps);
    for _ in 0..2 {
        assert_eq!(coach.kinds(), "invitation key outcome seen seen");
        coach.opens();
    }
}

#[test]
fn a_round_whose_statements_the_page_no_longer_has_waits_for_a_page_that_has_them() {
    let invitation = Person::new().collects(0, draft(Some(Group::Team), 3));
    let mut rater = Person::new();
    rater.answers(0, &invitation, &[Some(4); 12]);
    let round = rater.round(0);
    let before = rater.records();
    let shipped = rater.browser.instrument.clone();
    rater.browser.changes_questionnaire();
    let other = rater.opens();
    rater.does(other, Message::OpenedRound(round));
    assert_eq!(*rater.screen(other), Screen::List);
    assert_eq!(rater.rounds(other).notice, Some(Notice::OtherQuestions));
    assert_eq!(rater.seals(other, &round), None);
    assert_eq!(rater.records(), before);
    rater.browser.instrument = shipped;
    let again = rater.opens();
    rater.all(
        again,
        [Message::OpenedRound(round), Message::Locked(Sending::Copy)],
    );
    assert_eq!(rater.kinds(), "invitation mine");
}
