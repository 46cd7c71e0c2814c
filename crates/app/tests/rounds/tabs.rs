//! Two tabs of one person: a rater never makes two messages, a collector never two outcomes. Where one tab
//! has not heard of the other, the shell reads storage again under a lock before it seals or opens.

use app::rounds::{Message, Notice, RatingStep, Screen, Sending, Task};

use crate::people::{Person, draft, pulse, replies, sealed};

/// Both tabs of a rater, in each of which everything is answered.
fn rater() -> (Person, [usize; 2]) {
    let invitation = Person::new().collects(0, draft(None, 3));
    let mut rater = Person::new();
    rater.answers(0, &invitation, &pulse([4; 5]));
    let other = rater.opens();
    rater.joins(other, &invitation);
    rater.browser.settle();
    for tab in [0, other] {
        assert_eq!(step(&rater, tab), RatingStep::Answered);
    }
    (rater, [0, other])
}

fn step(rater: &Person, tab: usize) -> RatingStep {
    match rater.screen(tab) {
        Screen::Rating(rating) => rating.step,
        other => panic!("{other:?}"),
    }
}

/// The task that a tab asks for when its visitor does this, before it has heard of the others.
fn asks(person: &mut Person, tab: usize, message: Message) -> Task {
    person.tasks(tab);
    person.takes(tab, message);
    let tasks = person.tasks(tab);
    assert_eq!(tasks.len(), 1, "{tasks:?}");
    tasks[0].clone()
}

#[test]
fn two_tabs_of_a_rater_that_lock_at_once_make_one_message() {
    for heard in [false, true] {
        for first in [0, 1] {
            let (mut rater, tabs) = rater();
            let lock = Message::Locked(Sending::Copy);
            let tasks = tabs.map(|tab| asks(&mut rater, tab, lock.clone()));
            // The shell of one has the lock first, then that of the other.
            for turn in [first, 1 - first] {
                if heard {
                    rater.browser.settle();
                }
                rater.carries_out(tabs[turn], tasks[turn].clone());
            }
            assert_eq!(rater.kinds(), "invitation mine");
            for tab in tabs {
                assert_eq!(step(&rater, tab), RatingStep::Sent { again: false });
                let round = rater.round(tab);
                let view = rater.browser.session(tab).view();
                assert_eq!(rater.rounds(tab).to_seal(&round, &view), None);
            }
            assert_eq!(rater.mine(0), rater.mine(1));
            rater.browser.settle();
            assert_eq!(rater.kinds(), "invitation mine");
        }
    }
}

#[test]
fn without_locks_the_message_that_a_tab_has_heard_of_stays() {
    let (mut rater, [one, other]) = rater();
    for tab in [one, other] {
        rater.takes(tab, Message::Locked(Sending::Copy));
    }
    let round = rater.round(one);
    let payloads = [one, other].map(|tab| rater.seals(tab, &round).unwrap());
    rater.takes(one, Message::Sealed(round, payloads[0].clone()));
    rater.browser.settle();
    let first = rater.mine(one);
    rater.takes(other, Message::Sealed(round, payloads[1].clone()));
    rater.browser.settle();
    assert_eq!([rater.mine(one), rater.mine(other)], [first.clone(), first]);
}

#[test]
fn an_answer_that_a_tab_gives_after_the_other_has_sealed_does_not_stay() {
    let (mut rater, [one, other]) = rater();
    rater.does(other, Message::WentBack);
    rater.does(one, Message::Locked(Sending::Copy));
    rater.takes(other, Message::Answered(Some(1)));
    assert_eq!(rater.kinds(), "answer invitation mine");
    rater.browser.settle();
    assert_eq!(rater.kinds(), "invitation mine");
    assert_eq!(step(&rater, other), RatingStep::Sent { again: false });

    let (mut rater, [one, other]) = self::rater();
    rater.does(other, Message::WentBack);
    rater.does(one, Message::Locked(Sending::Copy));
    rater.takes(other, Message::Answered(Some(1)));
    rater.browser.kill(one);
    rater.browser.kill(other);
    rater.opens();
    assert_eq!(rater.kinds(), "invitation mine", "the next page deletes it");
}

#[test]
fn a_tab_leaves_a_round_that_the_other_forgot() {
    let (mut rater, [one, other]) = rater();
    rater.does(one, Message::Locked(Sending::Copy));
    rater.does(one, Message::ForgotRound);
    rater.browser.settle();
    assert_eq!(*rater.screen(other), Screen::List);
    assert_eq!(rater.rounds(other).notice, Some(Notice::Gone));
    assert_eq!(rater.browser.everything(), []);
}

#[test]
fn a_round_that_is_forgotten_while_it_is_sealed_stays_forgotten() {
    let (mut rater, [one, other]) = rater();
    let task = asks(&mut rater, other, Message::Locked(Sending::Copy));
    rater.does(one, Message::Locked(Sending::Copy));
    rater.does(one, Message::ForgotRound);
    rater.carries_out(other, task);
    rater.browser.settle();
    assert_eq!(rater.browser.everything(), []);
}

#[test]
fn answers_that_the_other_tab_took_back_while_this_one_locks_can_be_given_again() {
    let invitation = Person::new().collects(0, draft(Some(app::rounds::draft::Group::Team), 3));
    let mut rater = Person::new();
    rater.answers(0, &invitation, &[Some(4); 12]);
    let other = rater.opens();
    rater.joins(other, &invitation);
    let task = asks(&mut rater, 0, Message::Locked(Sending::Copy));
    for _ in 0..12 {
        rater.takes(other, Message::WentBack);
    }
    for _ in 0..12 {
        rater.takes(other, Message::Answered(None));
    }
    rater.carries_out(0, task);
    assert_eq!(
        step(&rater, 0),
        RatingStep::Answered,
        "it does not wait for ever"
    );
}

/// Both tabs of a collector with so many messages of three people, each on the round's screen.
fn collector(count: u8) -> (Person, [usize; 2], Vec<String>) {
    let mut coach = Person::new();
    let invitation = coach.collects(0, draft(None, 3));
    let round = coach.round(0);
    let mut replies = replies(&invitation, 5);
    let more = replies.split_off(usize::from(count));
    coach.pastes(0, &replies.concat());
    let other = coach.opens();
    coach.does(other, Message::OpenedRound(round));
    coach.browser.settle();
    (coach, [0, other], more)
}

#[test]
fn two_tabs_of_a_collector_that_close_at_once_make_one_outcome() {
    for heard in [false, true] {
        for first in [0, 1] {
            let (mut coach, tabs, _) = collector(3);
            let round = coach.round(0);
            let tasks = tabs.map(|tab| asks(&mut coach, tab, Message::Closed));
            for turn in [first, 1 - first] {
                if heard {
                    coach.browser.settle();
                }
                coach.carries_out(tabs[turn], tasks[turn].clone());
            }
            assert_eq!(coach.kinds(), "outcome");
            assert!(matches!(coach.screen(tabs[first]), Screen::Outcome(_)));
            for tab in tabs {
                assert_eq!(coach.rounds(tab).to_open(&round), None);
                assert!(
                    !matches!(coach.screen(tab), Screen::Collecting(_)),
                    "it is closed"
                );
            }
            coach.browser.settle();
            assert_eq!(coach.kinds(), "outcome");
        }
    }
}

#[test]
fn both_tabs_add_what_they_are_given() {
    let (mut coach, [one, other], more) = collector(1);
    coach.browser.takes_all(one, paste(&more[0]));
    coach.browser.takes_all(other, paste(&more[1]));
    coach.browser.takes_all(other, paste(&more[0]));
    coach.browser.settle();
    assert_eq!(coach.kinds(), "invitation key seen seen seen");
    for tab in [one, other] {
        assert!(coach.rounds(tab).records.rounds[0].can_close());
    }
}

fn paste(text: &str) -> [app::session::Message; 2] {
    [
        Message::Typed(text.to_owned()).into(),
        Message::Pasted.into(),
    ]
}

#[test]
fn messages_that_the_other_tab_added_are_opened_as_well() {
    let mut coach = Person::new();
    let invitation = coach.collects(0, draft(None, 5));
    let round = coach.round(0);
    let replies = replies(&invitation, 5);
    coach.pastes(0, &replies[..3].concat());
    let other = coach.opens();
    coach.does(other, Message::OpenedRound(round));
    coach.does(other, Message::Typed(replies[3].clone()));
    let task = asks(&mut coach, 0, Message::Closed);
    coach.takes(other, Message::Pasted);
    coach.carries_out(0, task);
    assert_eq!(coach.rounds(0).shown().unwrap().outcome.n, 4);
    coach.browser.settle();
    assert_eq!(coach.kinds(), "outcome");
}

#[test]
fn a_message_that_comes_while_the_others_are_opened_is_not_lost() {
    let mut coach = Person::new();
    let invitation = coach.collects(0, draft(None, 5));
    let round = coach.round(0);
    let replies = replies(&invitation, 5);
    coach.pastes(0, &replies[..3].concat());
    coach.takes(0, Message::Closed);
    coach.tasks(0);
    let opened = coach.unseals(0, &round).unwrap();
    coach.pastes(0, &replies[3..].concat());
    coach.does(0, Message::Opened(round, opened));
    assert_eq!(coach.rounds(0).shown().unwrap().outcome.n, 5);
    assert_eq!(coach.kinds(), "outcome");
}

#[test]
fn a_close_for_which_the_other_tab_left_too_few_can_be_tried_again() {
    let (mut coach, [one, other], more) = collector(3);
    // A fourth in the other tab, of which two are taken out there.
    coach.browser.takes_all(other, paste(&more[0]));
    let task = asks(&mut coach, one, Message::Closed);
    let round = coach.round(other);
    coach.takes(other, Message::GaveUp);
    coach.carries_out(one, task);
    assert_eq!(*coach.screen(one), Screen::List);
    assert_eq!(coach.rounds(one).to_open(&round), None);
    coach.browser.settle();
    assert_eq!(coach.browser.everything(), []);
}

#[test]
fn a_second_message_of_this_browser_is_refused_whoever_seals_it() {
    let (mut rater, [one, _]) = rater();
    rater.does(one, Message::Locked(Sending::Copy));
    let first = rater.mine(one);
    let round = rater.round(one);
    let hash = rater.rounds(one).records.round(&round).unwrap().hash;
    rater.does(one, Message::Sealed(round, sealed(&hash, &[1; 8])));
    assert_eq!(rater.mine(one), first);
}

#[test]
fn answers_are_sealed_although_the_rater_has_gone_elsewhere_and_what_is_there_stays() {
    let invitation = Person::new().collects(0, draft(None, 3));
    for goes_to_list in [true, false] {
        let (mut rater, [one, _]) = rater();
        let task = asks(&mut rater, one, Message::Locked(Sending::Copy));
        if goes_to_list {
            rater.does(one, Message::OpenedList);
        } else {
            rater.joins(one, &invitation);
        }
        let shown = rater.screen(one).clone();
        rater.carries_out(one, task);
        assert_eq!(*rater.screen(one), shown);
        assert_eq!(rater.kinds(), "invitation mine");
    }
}

#[test]
fn a_round_whose_collector_has_gone_to_the_list_is_closed_all_the_same() {
    for (count, closes) in [(3, true), (4, false)] {
        let (mut coach, [one, _], _) = collector(count);
        let before = coach.records();
        let task = asks(&mut coach, one, Message::Closed);
        coach.does(one, Message::OpenedList);
        coach.carries_out(one, task);
        assert_eq!(matches!(coach.screen(one), Screen::Outcome(_)), closes);
        if closes {
            assert_eq!(coach.kinds(), "outcome");
            assert_eq!(coach.rounds(one).notice, Some(Notice::Closed));
        } else {
            // More than three people have answered: nothing is shown.
            assert_eq!(*coach.screen(one), Screen::List);
            assert_eq!(coach.records(), before);
        }
    }
}

#[test]
fn a_close_that_is_refused_is_not_said_of_another_round_on_screen() {
    let (mut coach, [one, _], _) = collector(4);
    let task = asks(&mut coach, one, Message::Closed);
    coach.collects(one, draft(None, 3));
    let shown = coach.screen(one).clone();
    coach.carries_out(one, task);
    assert_eq!(*coach.screen(one), shown);
}
#[test]
fn a_table_that_cannot_begin_is_chosen_again() {
    let mut room = Person::new();
    room.all(
        0,
        [
            Message::AskedToBegin,
            Message::Drafted(crate::people::table(None, 3)),
        ],
    );
    room.takes(0, Message::WentOn);
    room.takes(0, Message::Failed);
    assert!(
        matches!(room.screen(0), Screen::Choosing(_)),
        "{:?}",
        room.screen(0)
    );
}
