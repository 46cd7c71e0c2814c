//! What a starter may choose, and when a second round follows too soon.

use app::rounds::draft::{Draft, DraftFault, Group};
use app::rounds::{Message, Page, Screen, follows};
use measure::time::UnixMs;
use proptest::prelude::*;
use records::rounds::Role;
use round::invitation::{Set, Way};
use simulator::tabs::Browser;

use crate::people::{Person, draft, pulse, replies, table};

fn typed(way: Way, group: Option<Group>, threshold: u8, people: &str) -> Result<u8, DraftFault> {
    let people = people.to_owned();
    Draft {
        way,
        group,
        threshold,
        people,
        ..Draft::default()
    }
    .number()
}

#[test]
fn the_number_of_people_is_held_to_the_way_and_the_threshold() {
    use DraftFault::{NoNumber, TooFew, TooMany, TwoBosses};
    let (board, boss) = (Some(Group::Board), Some(Group::Boss));
    for (way, group, threshold, people, expected) in [
        (Way::Sealed, None, 5, "5", Ok(5)),
        (Way::Sealed, None, 5, " 8 ", Ok(8)),
        (Way::Sealed, None, 5, "4", Err(TooFew(5))),
        (Way::Sealed, None, 3, "3", Ok(3)),
        (Way::Sealed, None, 3, "2", Err(TooFew(3))),
        (Way::Sealed, None, 3, "0", Err(TooFew(3))),
        (Way::Sealed, None, 3, "200", Ok(200)),
        (Way::Sealed, None, 3, "201", Err(TooMany(200))),
        (Way::Sealed, None, 3, "256", Err(TooMany(200))),
        (Way::Sealed, None, 3, "18446744073709551616", Err(NoNumber)),
        (Way::Sealed, None, 3, "", Err(NoNumber)),
        (Way::Sealed, None, 3, "-3", Err(NoNumber)),
        (Way::Sealed, None, 3, "five", Err(NoNumber)),
        (Way::Sealed, None, 3, "5.0", Err(NoNumber)),
        (Way::Sealed, board, 3, "2", Err(TwoBosses)),
        (Way::Sealed, board, 3, "3", Ok(3)),
        (Way::Sealed, board, 5, "3", Err(TooFew(5))),
        (Way::Sealed, boss, 5, "", Ok(1)),
        (Way::Sealed, boss, 5, "9", Ok(1)),
        (Way::Table, None, 8, "3", Ok(3)),
        (Way::Table, None, 3, "2", Err(TooFew(3))),
        (Way::Table, board, 3, "2", Err(TwoBosses)),
        (Way::Table, None, 3, "30", Ok(30)),
        (Way::Table, None, 3, "31", Err(TooMany(30))),
    ] {
        let number = typed(way, group, threshold, people);
        assert_eq!(number, expected, "{way:?} {group:?} {threshold} {people:?}");
    }
}

#[test]
fn a_group_is_asked_what_is_meant_for_it() {
    for (group, set) in [
        (None, Set::Pulse),
        (Some(Group::Team), Set::Down),
        (Some(Group::Peers), Set::Across),
        (Some(Group::Boss), Set::Up),
        (Some(Group::Board), Set::Up),
    ] {
        let invitation = Person::new().collects(0, draft(group, 3));
        let mut rater = Person::new();
        rater.joins(0, &invitation);
        let Screen::Rating(rating) = rater.screen(0) else {
            panic!("{:?}", rater.screen(0));
        };
        let asked = &rating.invitation;
        assert_eq!(asked.set, set);
        let boss = group == Some(Group::Boss);
        assert_eq!(asked.is_named(), boss, "only one boss is known by name");
        assert_eq!(
            [asked.threshold, asked.people],
            if boss { [1, 1] } else { [3, 3] }
        );
        assert_eq!(
            rating.asked.statements.len(),
            if group.is_none() { 5 } else { 12 }
        );
    }
}

#[test]
fn a_boss_is_never_asked_at_a_table() {
    let mut room = Person::new();
    room.all(
        0,
        [
            Message::AskedToBegin,
            Message::Drafted(table(Some(Group::Boss), 3)),
        ],
    );
    let Screen::Choosing(draft) = room.screen(0) else {
        panic!("{:?}", room.screen(0));
    };
    assert_eq!(draft.set(), Set::Pulse);
    room.does(0, Message::WentOn);
    let Screen::Table(table) = room.screen(0) else {
        panic!("{:?}", room.screen(0));
    };
    assert!(!table.invitation.is_named());
}

#[test]
fn nothing_begins_without_a_number_or_a_collector() {
    let mut coach = Person::new();
    let none = Draft {
        people: String::new(),
        ..draft(None, 3)
    };
    coach.all(
        0,
        [
            Message::AskedToBegin,
            Message::Drafted(none),
            Message::WentOn,
        ],
    );
    assert!(matches!(coach.screen(0), Screen::Choosing(draft) if draft.is_judged));
    let role = Some(Role::Leader);
    let collected = Draft {
        people: "2".into(),
        role,
        ..draft(None, 3)
    };
    coach.all(0, [Message::Drafted(collected.clone()), Message::Began]);
    assert_eq!(*coach.screen(0), Screen::Choosing(collected));
    coach.all(
        0,
        [
            Message::Drafted(draft(None, 3)),
            Message::WentOn,
            Message::Began,
        ],
    );
    let Screen::Appointing(asked) = coach.screen(0).clone() else {
        panic!("{:?}", coach.screen(0));
    };
    assert!(asked.role.is_none());
    assert_eq!(coach.browser.everything(), []);
    coach.all(
        0,
        [Message::Drafted(Draft { role, ..asked }), Message::Began],
    );
    assert_eq!(coach.kinds(), "invitation key");
}

#[test]
fn a_page_that_is_not_secure_begins_with_a_table() {
    for (is_secure, way) in [(true, Way::Sealed), (false, Way::Table)] {
        let mut person = Person::new();
        let page = Page {
            is_secure,
            shares: false,
            address: "http://coach.example/".into(),
        };
        person.all(0, [Message::Probed(page), Message::AskedToBegin]);
        let Screen::Choosing(draft) = person.screen(0) else {
            panic!("{:?}", person.screen(0));
        };
        assert_eq!(draft.way, way);
    }
}

#[test]
fn a_direction_begins_only_where_the_page_has_its_statements() {
    for (group, begins) in [(None, true), (Some(Group::Team), false)] {
        let mut browser = Browser::new();
        browser.changes_questionnaire();
        let mut room = Person::with(browser);
        room.all(
            0,
            [
                Message::AskedToBegin,
                Message::Drafted(table(group, 3)),
                Message::WentOn,
            ],
        );
        let is_table = matches!(room.screen(0), Screen::Table(_));
        assert_eq!(is_table, begins, "{group:?}");
        assert_eq!(room.browser.everything(), []);
    }
}

#[test]
fn way_back_keeps_what_was_chosen() {
    let mut coach = Person::new();
    let chosen = draft(Some(Group::Team), 7);
    coach.all(
        0,
        [
            Message::AskedToBegin,
            Message::Drafted(chosen.clone()),
            Message::WentOn,
        ],
    );
    coach.does(0, Message::WentOn);
    assert!(matches!(coach.screen(0), Screen::Asking(_)));
    coach.all(0, [Message::WentBack, Message::WentBack]);
    assert_eq!(*coach.screen(0), Screen::Choosing(chosen));
}

#[test]
fn a_leader_who_answered_the_short_form_asks_as_much_of_others() {
    let browser = simulator::past::with_past(&[4]);
    browser.take_away(&records::slot::Slot::History);
    let mut leader = Person::with(browser);
    let tab = leader.opens();
    let invitation = leader.collects(tab, draft(Some(Group::Team), 3));
    let mut rater = Person::new();
    rater.joins(0, &invitation);
    assert!(
        matches!(rater.screen(0), Screen::Rating(rating) if rating.asked.statements.len() == 6)
    );
}

const DAY: i64 = 86_400_000;

#[test]
fn a_second_round_within_21_days_follows_too_soon() {
    let mut coach = Person::new();
    let invitation = coach.collects(0, draft(None, 3));
    coach.pastes(0, &replies(&invitation, 3).concat());
    coach.does(0, Message::Closed);
    let made_at = coach
        .rounds(0)
        .last(Set::Pulse)
        .unwrap()
        .record
        .figures
        .made_at;
    for (days, set, soon) in [
        (0, Set::Pulse, true),
        (20, Set::Pulse, true),
        (21, Set::Pulse, true),
        (22, Set::Pulse, false),
        (0, Set::Down, false),
    ] {
        let now = UnixMs(made_at.0 + days * DAY);
        assert_eq!(
            coach.rounds(0).follows_too_soon(set, now),
            soon,
            "{days} {set:?}"
        );
    }
}

proptest! {
    #![proptest_config(testing::cases(300))]

    #[test]
    fn only_whole_days_count(first in 0_i64..4_000_000_000_000, hours in 0_i64..1200) {
        let day = |moment: i64| moment.div_euclid(DAY);
        let second = first + hours * DAY / 24;
        let days = day(second) - day(first);
        prop_assert_eq!(follows(UnixMs(first), UnixMs(second)), days <= 21);
    }

    #[test]
    fn what_can_begin_makes_an_invitation_that_others_can_read(
        group in prop::sample::select(Group::OFFERED.to_vec()),
        threshold in 3_u8..9,
        people in "[0-9]{0,3}",
    ) {
        let draft = Draft { group, threshold, people, ..Draft::default() };
        prop_assume!(draft.number().is_ok());
        let invitation = Person::new().collects(0, draft.clone());
        let mut rater = Person::new();
        rater.answers(0, &invitation, &pulse([4; 5]));
        let Screen::Rating(rating) = rater.screen(0) else {
            panic!("{:?}", rater.screen(0));
        };
        prop_assert_eq!(rating.invitation.people, draft.number().unwrap());
        prop_assert_eq!(rating.invitation.threshold, draft.least());
    }
}
