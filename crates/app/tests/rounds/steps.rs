//! What the same step means at each place: where it leads, what it changes, and that elsewhere it means nothing.

use app::rounds::draft::Group;
use app::rounds::{Ending, Message, Notice, Rounds, Sending};
use app::session::Effect;
use measure::instrument::Id;
use records::rounds::RoundId;
use testing::table;

use crate::people::{Person, draft, key_pair, sealed};
use crate::places::{PLACES, at, place};

#[test]
fn every_place_is_the_one_that_its_name_says() {
    for (name, person) in PLACES {
        assert!(name.starts_with(&place(&person())), "{name}");
    }
}

/// What happens, by name. The rounds in it are unknown to everybody.
fn messages() -> Vec<(&'static str, Message)> {
    let round = RoundId::new(&"0123456789abcdef".repeat(2)).unwrap();
    let hash = round::invitation::RoundHash([7; 32]);
    vec![
        ("went on", Message::WentOn),
        ("drafted", Message::Drafted(draft(Some(Group::Team), 7))),
        ("began", Message::Began),
        ("drew", Message::Drew([9; 8], Some(key_pair()))),
        ("drew no key", Message::Drew([9; 8], None)),
        ("typed", Message::Typed("LA1".into())),
        ("pasted", Message::Pasted),
        ("took out", Message::TookOut(Id::new("0a").unwrap())),
        ("asked to end", Message::Asked(Some(Ending::Close))),
        ("closed", Message::Closed),
        ("gave up", Message::GaveUp),
        ("kept", Message::Kept),
        ("claimed", Message::Claimed),
        ("forgot", Message::Forgot),
        ("began to answer", Message::BeganToAnswer),
        ("answered", Message::Answered(Some(2))),
        ("locked", Message::Locked(Sending::Copy)),
        ("forgot round", Message::ForgotRound),
        ("took device", Message::TookDevice),
        ("passed on", Message::PassedOn),
        ("closed table", Message::ClosedTable),
        ("started again", Message::StartedAgain),
        ("opened a round", Message::OpenedRound(round)),
        ("named a round", Message::Named(round, None)),
        ("opened messages", Message::Opened(round, vec![Ok([3; 8])])),
        ("sealed", Message::Sealed(round, sealed(&hash, &[3; 8]))),
    ]
}

/// By place: what means something there. One handler deletes the round on screen, whoever asks for it.
const MEANT: &str = "
    list                 |
    list with an outcome |
    choosing             | drafted, went on
    appointing           | drafted, went on
    asking               |
    beginning            | drew
    collecting           | typed, pasted, asked to end, gave up, forgot round
    opening              | typed, pasted, asked to end, gave up, forgot round
    invited              | began to answer, gave up, forgot round
    statement 0          | answered, gave up, forgot round
    statement 2          | answered, gave up, forgot round
    answered             | locked, gave up, forgot round
    sealing              | gave up, forgot round
    sent                 | gave up, forgot round
    table handing        | took device, started again
    table statement 1    | answered, started again
    table left out       | started again
    table answered       | passed on, started again
    table closing        | closed table, started again
    outcome fresh        | kept, forgot
    outcome kept         | claimed, forgot
    reading              | typed, pasted
";

/// All that a message can change: the state but for the notice of the step before, storage, and how much was asked of
/// the browser.
fn all_of(person: &Person) -> (Rounds, Vec<(String, String)>, usize) {
    let mut rounds = person.rounds(0).clone();
    rounds.notice = None;
    let asked = person.browser.effects(0).len();
    (rounds, person.browser.everything(), asked)
}

#[test]
fn what_means_nothing_at_a_place_changes_nothing_there() {
    let mut wrong = Vec::new();
    for ([name, meant], (place, person)) in table(MEANT).into_iter().zip(PLACES) {
        assert_eq!(name, place);
        let meant: Vec<&str> = meant.split(',').map(str::trim).collect();
        let mut unmoved = person();
        for (what, message) in messages() {
            if meant.contains(&what) {
                let mut person = person();
                let before = all_of(&person);
                person.takes(0, message);
                assert!(all_of(&person) != before, "{place}: {what} changes nothing");
                continue;
            }
            let before = all_of(&unmoved);
            unmoved.takes(0, message);
            if all_of(&unmoved) != before {
                wrong.push(format!("{place}: {what}"));
                unmoved = person();
            } else {
                assert_eq!(unmoved.rounds(0).notice, None, "{place}: {what}");
            }
        }
    }
    assert_eq!(wrong, Vec::<String>::new());
}

/// Where the way back leads, from each place.
const BACK: &str = "
    list                 | list
    list with an outcome | list
    choosing             | list
    appointing           | choosing
    asking               | appointing
    beginning            | list
    collecting           | list
    opening              | list
    invited              | list
    statement 0          | list
    statement 2          | statement 1
    answered             | statement 4
    sealing              | list
    sent                 | list
    table handing        | table handing
    table statement 1    | table statement 0
    table left out       | table statement 11
    table answered       | table answered
    table closing        | table closing
    outcome fresh        | list
    outcome kept         | list
    reading              | list
";

#[test]
fn the_way_back_leads_one_step_back_and_costs_nothing_that_is_stored() {
    for ([name, expected], (from, person)) in table(BACK).into_iter().zip(PLACES) {
        assert_eq!(name, from);
        let mut person = person();
        let (stored, asked) = (person.browser.everything(), person.browser.effects(0).len());
        let records = person.rounds(0).records.clone();
        person.takes(0, Message::WentBack);
        assert_eq!(place(&person), expected, "{from}");
        assert_eq!(person.browser.everything(), stored, "{from}");
        assert_eq!(person.rounds(0).records, records, "{from}");
        let mut new = person.browser.effects(0)[asked..].iter();
        let is_new = !from.starts_with(expected);
        let has_focus = new.any(|effect| matches!(effect, Effect::FocusHeading));
        assert_eq!(has_focus, is_new, "{from}: focus goes to each new heading");
    }
}

#[test]
fn what_the_browser_refuses_can_be_tried_again_and_costs_nothing() {
    for (from, person) in PLACES {
        let (expected, notice) = match from {
            "beginning" => ("appointing", Some(Notice::Failed)),
            "opening" => ("collecting", Some(Notice::Failed)),
            "sealing" => ("answered", Some(Notice::Failed)),
            // What cannot be locked here is not asked.
            "invited" => ("list", Some(Notice::Insecure)),
            // What was refused is not on screen any more.
            same => (same, None),
        };
        let mut person = person();
        let stored = person.browser.everything();
        person.takes(0, Message::Failed);
        assert!(expected.starts_with(&place(&person)), "{from}");
        assert_eq!(person.rounds(0).notice, notice, "{from}");
        assert_eq!(person.browser.everything(), stored, "{from}");
    }
    for (from, again, expected) in [
        ("beginning", Message::Began, "collecting"),
        ("opening", Message::Closed, "outcome kept"),
        ("sealing", Message::Locked(Sending::Copy), "sent"),
    ] {
        let mut person = at(from);
        person.takes(0, Message::Failed);
        person.does(0, again);
        assert_eq!(place(&person), expected, "{from}");
    }
}

#[test]
fn what_shows_outcomes_is_fetched_only_where_there_is_one_or_may_be_next() {
    for (from, person) in PLACES {
        let person = person();
        let may_be_next = match from {
            "list with an outcome" | "collecting" | "opening" | "reading" => true,
            _ => from.starts_with("table") || from.starts_with("outcome"),
        };
        let rounds = person.rounds(0);
        assert_eq!(rounds.may_show_outcome(), may_be_next, "{from}");
        let is_shown = from.starts_with("outcome");
        assert_eq!(rounds.shown().is_some(), is_shown, "{from}");
        assert!(
            rounds.before_shown().is_none(),
            "{from}: there is one at most"
        );
    }
}
