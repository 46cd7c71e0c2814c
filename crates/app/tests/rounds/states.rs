//! What is stored after each event of a round, and in which order: the new before the old is deleted.

use app::rounds::draft::Group;
use app::rounds::{Ending, Message, Notice, RatingStep, Screen, Sending, Shown};
use app::session::{self, Effect};
use records::slot::Slot;
use records::store::StoreOp;

use crate::people::{Person, draft, kind, pulse, replies, table};
use crate::places::{at, place};

/// What the last events of a tab did to storage: `+` writes a record, `-` deletes one.
struct Log(usize);

impl Log {
    fn since(&mut self, person: &Person) -> String {
        let effects = person.browser.effects(0);
        let new = effects[self.0..].iter().filter_map(|effect| match effect {
            Effect::Commit(ops) => Some(ops),
            _ => None,
        });
        let mut ops: Vec<&StoreOp> = Vec::new();
        for op in new.flatten() {
            if !ops.contains(&op) {
                ops.push(op);
            }
        }
        self.0 = effects.len();
        let mut said: Vec<String> = ops
            .into_iter()
            .map(|op| {
                let sign = match op {
                    StoreOp::Write(..) => '+',
                    StoreOp::Remove(_) => '-',
                    other => panic!("a round does not ask for {other:?}"),
                };
                format!("{sign}{}", kind(&op.slot().suffix()))
            })
            .collect();
        said.dedup();
        said.join(" ")
    }
}

/// Does these things in turn, and says what each did to storage and what is stored then.
fn follow(person: &mut Person, steps: Vec<(&str, Vec<Message>)>) -> Vec<String> {
    let mut log = Log(person.browser.effects(0).len());
    let lines = steps.into_iter().map(|(name, messages)| {
        person.all(0, messages);
        let ops = log.since(person);
        format!("{name} | {ops} | {}", person.kinds())
    });
    lines.collect()
}

fn check(lines: Vec<String>, expected: &str) {
    let trim = |line: &str| line.trim().replace("  ", " ");
    let expected: Vec<String> = expected.trim().lines().map(trim).collect();
    let lines: Vec<String> = lines.iter().map(|line| trim(line)).collect();
    assert_eq!(lines, expected);
}

#[test]
fn a_rater_stores_the_message_before_the_answers_go() {
    let invitation = Person::new().collects(0, draft(None, 3));
    let mut rater = Person::new();
    rater.joins(0, &invitation);
    assert_eq!(
        rater.browser.everything(),
        [],
        "only looking stores nothing"
    );
    let mut steps = vec![("start", vec![Message::BeganToAnswer])];
    steps.extend(
        pulse([4, 5, 3, 1, 2])
            .into_iter()
            .map(|it| ("answer", vec![Message::Answered(it)])),
    );
    steps.push(("back", vec![Message::WentBack]));
    steps.push(("answer", vec![Message::Answered(Some(1))]));
    steps.push(("lock", vec![Message::Locked(Sending::Copy)]));
    steps.push(("copy", vec![Message::Handed(Sending::Copy, String::new())]));
    steps.push(("forget", vec![Message::ForgotRound]));
    check(
        follow(&mut rater, steps),
        "
        start | +invitation | invitation
        answer | +answer | answer invitation
        answer | +answer | answer answer invitation
        answer | +answer | answer answer answer invitation
        answer | +answer | answer answer answer answer invitation
        answer | +answer | answer answer answer answer answer invitation
        back | | answer answer answer answer answer invitation
        answer | +answer | answer answer answer answer answer invitation
        lock | +mine -answer | invitation mine
        copy | | invitation mine
        forget | -mine -invitation |
        ",
    );
}

#[test]
fn a_rater_who_comes_again_sees_the_message_and_no_question() {
    let invitation = Person::new().collects(0, draft(None, 3));
    let mut rater = Person::new();
    rater.answers(0, &invitation, &pulse([4; 5]));
    rater.does(0, Message::Locked(Sending::Copy));
    let before = rater.browser.everything();
    let mine = rater.mine(0);
    let again = rater.opens();
    rater.joins(again, &invitation);
    let Screen::Rating(rating) = rater.screen(again) else {
        panic!("{:?}", rater.screen(again));
    };
    assert_eq!(rating.step, RatingStep::Sent { again: true });
    for message in [Message::Answered(Some(1)), Message::Locked(Sending::Copy)] {
        rater.does(again, message);
    }
    assert_eq!(rater.mine(again), mine);
    assert_eq!(rater.browser.everything(), before);
}

#[test]
fn a_rater_goes_on_where_the_page_was_left() {
    let invitation = Person::new().collects(0, draft(Some(Group::Team), 3));
    for answered in 0..=12 {
        let mut rater = Person::new();
        rater.answers(0, &invitation, &vec![Some(4); answered]);
        rater.browser.kill(0);
        let tab = rater.opens();
        rater.joins(tab, &invitation);
        let Screen::Rating(rating) = rater.screen(tab) else {
            panic!("{:?}", rater.screen(tab));
        };
        let expected = match answered {
            12 => RatingStep::Answered,
            place => RatingStep::Statement(place),
        };
        assert_eq!(rating.step, expected);
    }
}

#[test]
fn a_collector_stores_the_outcome_before_key_and_messages_go() {
    let mut coach = Person::new();
    let mut log = Log(coach.browser.effects(0).len());
    let invitation = coach.collects(0, draft(None, 3));
    assert_eq!(log.since(&coach), "+invitation +key");
    let mut replies = replies(&invitation, 4);
    let late = replies.pop().unwrap();
    let pasted = |text: &str| vec![Message::Typed(text.to_owned()), Message::Pasted];
    let lines = follow(
        &mut coach,
        vec![
            ("paste", pasted(&replies[..2].concat())),
            ("again", pasted(&replies[0])),
            ("paste", pasted(&replies[2])),
            ("ask", vec![Message::Asked(Some(Ending::Close))]),
            ("close", vec![Message::Closed]),
            ("late", pasted(&late)),
            ("forget", vec![Message::Forgot]),
        ],
    );
    check(
        lines,
        "
        paste | +seen | invitation key seen seen
        again | | invitation key seen seen
        paste | +seen | invitation key seen seen seen
        ask | | invitation key seen seen seen
        close | +outcome -key -seen -invitation | outcome
        late | | outcome
        forget | -outcome |
        ",
    );
}

#[test]
fn giving_up_deletes_key_and_messages() {
    let mut coach = Person::new();
    let invitation = coach.collects(0, draft(None, 3));
    coach.pastes(0, &replies(&invitation, 2).concat());
    let steps = vec![
        ("ask", vec![Message::Asked(Some(Ending::GiveUp))]),
        ("give up", vec![Message::GaveUp]),
    ];
    check(
        follow(&mut coach, steps),
        "
        ask | | invitation key seen seen
        give up | -key -seen -invitation |
        ",
    );
}

#[test]
fn what_is_refused_at_the_close_leaves_everything_sealed() {
    let mut coach = Person::new();
    let invitation = coach.collects(0, draft(None, 3));
    let round = coach.round(0);
    let hash = coach.rounds(0).records.round(&round).unwrap().hash;
    let junk = crate::people::reply_of(&hash, [9; 8]);
    coach.pastes(0, &(replies(&invitation, 2).concat() + &junk));
    let before = coach.browser.everything();
    coach.does(0, Message::Closed);
    assert_eq!(coach.browser.everything(), before);
    let Screen::Collecting(collecting) = coach.screen(0) else {
        panic!("{:?}", coach.screen(0));
    };
    assert!(!collecting.is_opening && collecting.refused.is_some());
}

#[test]
fn a_table_and_a_reader_store_an_outcome_and_nothing_before() {
    let mut room = Person::new();
    room.all(0, [Message::AskedToBegin, Message::Drafted(table(None, 3))]);
    let mut steps = vec![("start", vec![Message::WentOn])];
    for _ in 0..3 {
        steps.push(("ready", vec![Message::TookDevice]));
        let answers = pulse([4, 2, 5, 3, 1]).into_iter();
        steps.push(("answers", answers.map(Message::Answered).collect()));
        steps.push(("pass on", vec![Message::PassedOn]));
    }
    steps.push(("close", vec![Message::ClosedTable]));
    for line in follow(&mut room, steps) {
        assert!(line.ends_with(" |  | "), "{line}");
    }
    assert!(matches!(room.screen(0), Screen::Outcome(Shown::Fresh(_))));
    let outcome = &room.rounds(0).shown().unwrap().outcome;
    let text = outcome.to_text();
    let kept = follow(
        &mut room,
        vec![
            ("keep", vec![Message::Kept]),
            ("forget", vec![Message::Forgot]),
        ],
    );
    let lines = "
        keep | +outcome | outcome
        forget | -outcome |
        ";
    check(kept, lines);

    let mut leader = Person::new();
    let steps = vec![
        (
            "paste",
            vec![Message::AskedToRead, Message::Typed(text), Message::Pasted],
        ),
        ("keep", vec![Message::Kept]),
        ("forget", vec![Message::Forgot]),
    ];
    check(
        follow(&mut leader, steps),
        &format!("paste | |\n{}", lines.trim()),
    );
}

#[test]
fn a_name_is_for_the_collector_and_for_the_outcome() {
    let mut coach = Person::new();
    let invitation = coach.collects(0, draft(None, 3));
    let round = coach.round(0);
    let name = records::rounds::RoundName::new("K., autumn").unwrap();
    coach.does(0, Message::Named(round, Some(name.clone())));
    let kept = coach.rounds(0).records.round(&round).unwrap();
    assert_eq!(
        kept.invitation.to_text(),
        invitation,
        "nothing of it is in the invitation"
    );
    coach.pastes(0, &replies(&invitation, 3).concat());
    coach.does(0, Message::Closed);
    assert_eq!(coach.rounds(0).shown().unwrap().record.name, Some(name));
}

#[test]
fn a_paste_of_many_messages_writes_each_once() {
    let mut coach = Person::new();
    let invitation = coach.collects(0, draft(None, 60));
    let replies = replies(&invitation, 40);
    let before = coach.browser.effects(0).len();
    coach.pastes(0, &replies.concat());
    let written = coach.browser.effects(0)[before..]
        .iter()
        .map(|effect| match effect {
            Effect::Commit(ops) => ops.len(),
            _ => 0,
        });
    assert_eq!(written.sum::<usize>(), 40);
}

#[test]
fn an_invitation_of_ones_own_is_told_from_one_that_was_answered() {
    let mut coach = Person::new();
    let invitation = coach.collects(0, draft(None, 3));
    coach.joins(0, &invitation);
    assert_eq!(place(&coach), "collecting");
    assert_eq!(coach.rounds(0).notice, Some(Notice::OwnInvitation));
    let mut rater = Person::new();
    for _ in 0..2 {
        rater.joins(0, &invitation);
        assert_eq!(rater.rounds(0).notice, None);
        rater.does(0, Message::BeganToAnswer);
    }
}

#[test]
fn another_tabs_change_of_another_round_leaves_what_is_being_sealed_and_what_was_sent() {
    let other = || {
        let name = Slot::Round(format!("outcome:{}", "a".repeat(32)));
        session::Message::ChangedElsewhere(name, Some("{}".to_owned()))
    };
    let mut sealing = at("sealing");
    sealing.browser.takes(0, other());
    assert_eq!(place(&sealing), "sealing");
    let mut sent = at("sent");
    let round = sent.round(0);
    sent.does(0, Message::OpenedRound(round));
    let before = sent.screen(0).clone();
    sent.browser.takes(0, other());
    assert_eq!(*sent.screen(0), before);
}

#[test]
fn what_the_page_can_do_is_known_after_everything_was_deleted() {
    let mut coach = at("collecting");
    let page = coach.rounds(0).page.clone();
    coach.browser.erases_unheard(0);
    assert!(page.is_some() && coach.rounds(0).page == page);
}
