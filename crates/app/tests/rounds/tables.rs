//! Around a table: nothing is stored, nothing of a person stays but the sums, and nobody goes back.

use app::rounds::draft::Group;
use app::rounds::{Message, Screen, Shown, TableStep, Task};
use app::session::{Effect, Message as ToSession};
use proptest::prelude::*;
use round::row::RowFault;

use crate::people::{Person, pulse, table};

fn begin(group: Option<Group>, people: u8) -> Person {
    let mut room = Person::new();
    let draft = table(group, people);
    room.all(
        0,
        [
            Message::AskedToBegin,
            Message::Drafted(draft),
            Message::WentOn,
        ],
    );
    assert_eq!(step(&room), TableStep::Handing);
    room
}

fn step(room: &Person) -> TableStep {
    match room.screen(0) {
        Screen::Table(table) => table.step,
        other => panic!("no table: {other:?}"),
    }
}

fn answer(room: &mut Person, answers: &[Option<u8>]) {
    room.does(0, Message::TookDevice);
    room.all(0, answers.iter().map(|answer| Message::Answered(*answer)));
}

#[test]
fn the_device_goes_round_and_the_averages_show_once() {
    for (group, people) in [
        (None, 3),
        (None, 4),
        (None, 5),
        (Some(Group::Team), 3),
        (Some(Group::Board), 8),
    ] {
        let mut room = begin(group, people);
        for person in 1..=people {
            let count = if group.is_none() { 5 } else { 12 };
            answer(&mut room, &vec![Some(4); count]);
            assert_eq!(step(&room), TableStep::Answered);
            room.does(0, Message::ClosedTable);
            assert_eq!(
                step(&room),
                TableStep::Answered,
                "not before all have answered"
            );
            room.does(0, Message::PassedOn);
            let expected = if person == people {
                TableStep::Closing
            } else {
                TableStep::Handing
            };
            assert_eq!(step(&room), expected);
        }
        room.does(0, Message::ClosedTable);
        let outcome = &room.rounds(0).shown().unwrap().outcome;
        assert_eq!([outcome.n, outcome.threshold], [people, people]);
        assert_eq!(outcome.steps.is_some(), group.is_none() && people >= 5);
        assert_eq!(room.browser.everything(), []);
        let commits = room.browser.effects(0).iter();
        let stored = |effect: &Effect| matches!(effect, Effect::Commit(ops) if !ops.is_empty());
        assert_eq!(commits.filter(|effect| stored(effect)).count(), 0);
    }
}

#[test]
fn nobody_goes_back_over_a_hand_over() {
    let mut room = begin(None, 3);
    room.does(0, Message::WentBack);
    assert_eq!(step(&room), TableStep::Handing);
    room.does(0, Message::TookDevice);
    room.does(0, Message::WentBack);
    assert_eq!(
        step(&room),
        TableStep::Statement(0),
        "the device stays with who has it"
    );
    room.all(0, [Message::Answered(Some(2)), Message::WentBack]);
    assert_eq!(
        step(&room),
        TableStep::Statement(0),
        "one's own answer can be changed"
    );
    room.all(0, pulse([5; 5]).into_iter().map(Message::Answered));
    for message in [
        Message::WentBack,
        Message::Answered(Some(1)),
        Message::TookDevice,
    ] {
        room.does(0, message);
        assert_eq!(step(&room), TableStep::Answered);
    }
    room.does(0, Message::PassedOn);
    for message in [
        Message::WentBack,
        Message::Answered(Some(1)),
        Message::PassedOn,
    ] {
        room.does(0, message);
        assert_eq!(step(&room), TableStep::Handing);
    }
    for _ in 0..2 {
        answer(&mut room, &pulse([5; 5]));
        room.does(0, Message::PassedOn);
    }
    for message in [Message::WentBack, Message::TookDevice, Message::PassedOn] {
        room.does(0, message);
        assert_eq!(step(&room), TableStep::Closing);
    }
}

#[test]
fn who_left_out_too_much_may_answer_or_start_again() {
    let mut room = begin(Some(Group::Team), 3);
    let mut answers = vec![Some(4); 6];
    answers.extend([None; 6]);
    answer(&mut room, &answers);
    let fault = RowFault::TooManyLeftOut {
        answered: 6,
        items: 12,
        needed: 7,
    };
    assert_eq!(step(&room), TableStep::LeftOut(fault));
    room.does(0, Message::PassedOn);
    assert_eq!(step(&room), TableStep::LeftOut(fault));
    room.does(0, Message::WentBack);
    assert_eq!(step(&room), TableStep::Statement(11));
    room.does(0, Message::Answered(Some(3)));
    assert_eq!(step(&room), TableStep::Answered);
    room.does(0, Message::StartedAgain);
    assert!(matches!(room.screen(0), Screen::Choosing(draft) if draft.people == "3"));
}

#[test]
fn whoever_goes_back_sees_their_own_answers_and_the_next_person_sees_none() {
    let mut room = begin(Some(Group::Team), 3);
    let given = |room: &Person| {
        let Screen::Table(table) = room.screen(0) else {
            panic!("{:?}", room.screen(0));
        };
        [0, 1, 2].map(|place| table.given(place))
    };
    assert_eq!(given(&room), [None; 3]);
    answer(&mut room, &[Some(2), None]);
    assert_eq!(given(&room), [Some(Some(2)), Some(None), None]);
    room.all(0, [Message::WentBack, Message::WentBack]);
    assert_eq!(step(&room), TableStep::Statement(0));
    room.does(0, Message::Answered(Some(5)));
    assert_eq!(given(&room), [Some(Some(5)), Some(None), None]);
    room.all(0, [Some(3); 11].map(Message::Answered));
    assert_eq!(step(&room), TableStep::Answered);
    assert_eq!(given(&room), [None; 3]);
    room.all(0, [Message::PassedOn, Message::TookDevice]);
    assert_eq!(given(&room), [None; 3]);
}

#[test]
fn a_reload_loses_the_table() {
    let mut room = begin(None, 3);
    answer(&mut room, &pulse([5; 5]));
    room.browser.kill(0);
    let tab = room.opens();
    assert_eq!(*room.screen(tab), Screen::List);
    assert_eq!(room.browser.everything(), []);
}

/// Whether the page asks before it is left, after everything that a tab has asked of the shell.
fn is_guarded(room: &Person) -> bool {
    let effects = room.browser.effects(0).iter();
    let mut guards = effects.filter_map(|effect| match effect {
        Effect::Rounds(task) => match task.clone().open() {
            Some(Task::Guard(guards)) => Some(guards),
            _ => None,
        },
        _ => None,
    });
    guards.next_back().unwrap_or_default()
}

#[test]
fn the_page_asks_before_it_is_left_while_a_table_is_under_way_and_no_longer() {
    let invitation = Person::new().collects(0, crate::people::draft(None, 3));
    let mut closed = begin(None, 3);
    for _ in 0..3 {
        assert!(is_guarded(&closed));
        answer(&mut closed, &pulse([5; 5]));
        closed.does(0, Message::PassedOn);
    }
    closed.does(0, Message::ClosedTable);
    let mut again = begin(None, 3);
    again.does(0, Message::StartedAgain);
    let mut listed = begin(None, 3);
    listed.does(0, Message::OpenedList);
    let mut linked = begin(None, 3);
    linked.joins(0, &invitation);
    let mut erased = begin(None, 3);
    erased.browser.erases(0);
    let ways = [
        ("closed", closed),
        ("again", again),
        ("list", listed),
        ("link", linked),
        ("erased", erased),
    ];
    for (way, room) in ways {
        assert!(!matches!(room.screen(0), Screen::Table(_)), "{way}");
        assert!(!is_guarded(&room), "{way}");
    }
    let mut away = begin(None, 3);
    away.browser.does(0, ToSession::OpenedWelcome);
    away.shows(0);
    assert_eq!(step(&away), TableStep::Handing, "it is still there");
    assert!(is_guarded(&away));
}

#[test]
fn a_fresh_outcome_is_gone_once_everything_was_deleted() {
    let mut room = begin(None, 3);
    for _ in 0..3 {
        answer(&mut room, &pulse([5; 5]));
        room.does(0, Message::PassedOn);
    }
    room.does(0, Message::ClosedTable);
    assert!(matches!(room.screen(0), Screen::Outcome(Shown::Fresh(_))));
    room.browser.erases(0);
    room.shows(0);
    assert_eq!(*room.screen(0), Screen::List);
}

proptest! {
    #![proptest_config(testing::cases(200))]

    /// Two people whose sums are the same cannot be told apart by anything that is in the page's memory.
    #[test]
    fn nothing_of_a_person_stays_but_the_sums(
        one in prop::array::uniform12(1_u8..=5),
        order in Just((0..12_usize).collect::<Vec<_>>()).prop_shuffle(),
    ) {
        let asked = {
            let room = begin(Some(Group::Team), 3);
            let Screen::Table(table) = room.screen(0) else { panic!() };
            table.asked.statements.clone()
        };
        // The same keyed answers, each to another statement.
        let keyed = |at: usize, answer: u8| if asked[at].reverse { 6 - answer } else { answer };
        let other: Vec<u8> = (0..12).map(|at| keyed(at, keyed(order[at], one[order[at]]))).collect();
        let states = [one.to_vec(), other].map(|answers| {
            let mut room = begin(Some(Group::Team), 3);
            // The rounds of both have the same random number.
            let Screen::Table(before) = room.screen(0).clone() else { panic!() };
            let answers: Vec<_> = answers.into_iter().map(Some).collect();
            answer(&mut room, &answers);
            let Screen::Table(after) = room.screen(0) else { panic!() };
            let name = |table: &app::rounds::Table| format!("{:?}", table.invitation.nonce);
            let hidden = format!("{after:?}").replace(&name(after), "");
            (hidden, before.asked == after.asked)
        });
        let hash = |state: &str| state.split("hash: ").next().map(str::to_owned);
        let totals = |state: &str| state.split("totals: ").nth(1).map(str::to_owned);
        prop_assert_eq!(hash(&states[0].0), hash(&states[1].0));
        prop_assert_eq!(totals(&states[0].0), totals(&states[1].0));
        prop_assert!(states[0].0.contains("given: []"));
    }
}
