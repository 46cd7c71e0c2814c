//! Deleting is offered wherever anything is stored, of whatever kind, and leaves nothing of it; and what
//! nobody chose to keep goes by itself.

use app::session::Message::*;
use app::session::{ElementEvent, Notice};
use measure::instrument::Id;
use measure::time::UnixMs;
use records::slot::Slot;
use records::store::KEPT_DAYS;
use simulator::past::{finish, firsts, with_past};
use simulator::tabs::{Browser, practised};
use testing::scale;

const DAY: i64 = 86_400_000;

/// What may be all that is stored, and how it came to be.
fn states() -> Vec<(&'static str, Browser)> {
    let with = |slot: Slot, text: &str| {
        let browser = Browser::new();
        browser.put(&slot, text);
        browser
    };
    let mut displaced = Browser::answering_again(&[4, 5, 3]);
    displaced.kill(0);
    displaced.changes_questionnaire();
    let mut foreign_result = Browser::answering_short(&[3; 18]);
    foreign_result.does(0, FinishedAsItIs);
    foreign_result.kill(0);
    foreign_result.changes_questionnaire();
    let mut damaged = Browser::answering(&[4, 5, 3]);
    damaged.kill(0);
    for slot in damaged.slots() {
        damaged.put(&Slot::from_suffix(&slot), "damaged");
    }
    let mut withdrawn = Browser::with_tab();
    withdrawn.all(0, [Started, MarkedScale(scale(0)), UnmarkedScale(scale(0))]);
    withdrawn.kill(0);
    let mut moved = Browser::answering(&[4]);
    moved.kill(0);
    moved.changes_retain();
    let past = Slot::Past(Id::new("20200101T000000Z-0").unwrap());
    vec![
        ("answers to another questionnaire", displaced),
        ("a result of another questionnaire", foreign_result),
        ("damaged records", damaged),
        ("an answer that was withdrawn", withdrawn),
        ("records of the other storage", moved),
        ("set aside", with(Slot::Aside("1:head".into()), "x")),
        ("unknown", with(Slot::Unknown("later:x".into()), "x")),
        (
            "a newer head",
            with(Slot::Head, r#"{"version":2,"clock":900}"#),
        ),
        (
            "a newer result",
            with(past, r#"{"schema":"leadership-audit/result","version":2}"#),
        ),
        (
            "a newer note",
            with(Slot::Practice("map".into()), r#"{"version":2}"#),
        ),
        ("the practice", with(Slot::Practice("mood".into()), "x")),
        ("history", with(Slot::History, r#"{"version":1}"#)),
        ("an empty text", with(Slot::Result, "")),
    ]
}

#[test]
fn deleting_is_offered_for_whatever_is_stored_and_leaves_nothing() {
    for (name, mut browser) in states() {
        let tab = browser.open();
        assert!(browser.session(tab).can_erase(), "{name}");
        browser.erases(tab);
        assert_eq!(browser.emitted(tab), [&ElementEvent::Erased], "{name}");
        assert_eq!(browser.slots(), ["head"], "{name}");
        assert_eq!(browser.notices(tab), [], "{name}");
        assert!(!browser.session(tab).can_erase(), "{name}");
        browser.close(tab);
        assert_eq!(browser.everything(), [], "{name}");
        assert_eq!(browser.elsewhere(), [], "{name}");
    }
    assert!(!Browser::with_tab().session(0).can_erase(), "nothing");
}

#[test]
fn a_tab_that_knows_nothing_of_what_another_stored_offers_to_delete_it() {
    let mut browser = Browser::with_tab();
    let other = browser.open();
    browser.begins(other, &[4]);
    browser.all(
        other,
        [PressedBack, MarkedScale(scale(0)), UnmarkedScale(scale(0))],
    );
    browser.settle();
    assert!(browser.session(0).can_erase());
    browser.erases(other);
    browser.settle();
    assert!(!browser.session(0).can_erase());
}

#[test]
fn deleting_reaches_a_tab_with_another_questionnaire_however_much_it_wrote() {
    let mut browser = Browser::answering(&[4; 30]);
    let ours = browser.instrument.clone();
    browser.changes_questionnaire();
    let tab = browser.open();
    browser.begins(tab, &[1]);
    browser.settle();
    assert!(browser.notices(0).contains(&Notice::DisplacedElsewhere));
    browser.erases(tab);
    browser.settle();
    assert_eq!(browser.session(0).answered(), 0);
    assert!(browser.notices(0).contains(&Notice::ErasedElsewhere));
    assert!(!browser.notices(0).contains(&Notice::DisplacedElsewhere));
    assert_eq!(browser.slots(), ["head"]);
    // And the other way round: the first tab, which owned nothing any more, deletes.
    browser.instrument = ours;
    browser.begins(tab, &[1, 2]);
    browser.settle();
    browser.erases(0);
    browser.settle();
    assert_eq!(browser.session(tab).answered(), 0);
    browser.close(tab);
    browser.close(0);
    assert_eq!(browser.everything(), []);
}

/// A browser whose clock shows so many days after now, and a tab in it.
fn later(mut browser: Browser, days: i64) -> (Browser, usize) {
    browser.now.wall.0 += days * DAY;
    let tab = browser.open();
    (browser, tab)
}

fn with_result() -> Browser {
    let mut browser = Browser::with_tab();
    finish(&mut browser, 0, 3);
    browser.kill(0);
    browser
}

#[test]
fn the_latest_result_is_kept_for_180_days_by_a_plausible_clock() {
    for (days, kept) in [
        (KEPT_DAYS - 1, true),
        (KEPT_DAYS, false),
        (3 * 365, false),
        // 2099, and 1970.
        (73 * 365, true),
        (-56 * 365, true),
    ] {
        let (mut browser, tab) = later(with_result(), days);
        assert_eq!(browser.session(tab).result.is_some(), kept, "{days}");
        let notices: &[Notice] = if kept { &[] } else { &[Notice::Expired] };
        assert_eq!(browser.notices(tab), notices, "{days}");
        assert_eq!(browser.everything().is_empty(), !kept, "{days}");
        assert_eq!(browser.session(tab).can_erase(), kept, "{days}");
        // The clock is right again.
        browser.now.wall.0 -= days * DAY;
        assert_eq!(browser.stored().result.is_some(), kept, "{days}");
    }
}

#[test]
fn an_audit_that_nobody_finished_goes_with_its_answers() {
    let mut browser = Browser::answering(&[4, 5, 3]);
    browser.kill(0);
    let (mut browser, tab) = later(browser, KEPT_DAYS);
    assert_eq!(browser.notices(tab), [Notice::Expired]);
    assert!(!browser.session(tab).can_continue());
    assert_eq!(browser.everything(), []);
    // What follows is a new audit.
    browser.begins(tab, &[2]);
    assert_eq!(browser.stored_responses(), "2");
    let mut browser = Browser::answering(&[4, 5, 3]);
    browser.kill(0);
    browser.changes_questionnaire();
    let (browser, tab) = later(browser, KEPT_DAYS);
    assert_eq!(browser.notices(tab), [Notice::Expired]);
    assert_eq!(browser.everything(), [], "of another questionnaire");
}

#[test]
fn a_round_that_nobody_ended_goes_with_its_key_and_its_answers_and_what_it_gave_stays() {
    let [old, new] = ["0a", "0b"].map(|digits| digits.repeat(16));
    let began = |browser: &Browser, days: i64| {
        let at = browser.now.wall.0 + days * DAY;
        format!(
            r#"{{"version":1,"began_at":"{}"}}"#,
            UnixMs(at).to_rfc3339()
        )
    };
    let mut browser = Browser::with_tab();
    browser.kill(0);
    for (round, days) in [(&old, 0), (&new, 1)] {
        let invitation = Slot::Round(format!("round:{round}:invitation"));
        browser.put(&invitation, &began(&browser, days));
        for other in ["key", "seen:1", "answer:seen"] {
            let slot = Slot::Round(format!("round:{round}:{other}"));
            browser.put(&slot, r#"{"version":1}"#);
        }
    }
    let outcome = Slot::Round(format!("outcome:{old}"));
    browser.put(&outcome, &began(&browser, 0));
    let (browser, tab) = later(browser, KEPT_DAYS);
    assert_eq!(browser.notices(tab), [Notice::Expired]);
    let mut left = browser.slots();
    left.sort_unstable();
    let mut expected = ["answer:seen", "invitation", "key", "seen:1"]
        .map(|other| format!("round:{new}:{other}"))
        .to_vec();
    expected.insert(0, outcome.suffix());
    assert_eq!(left, expected);
    assert_eq!(browser.session(tab).unparsed.len(), expected.len());
}

#[test]
fn what_a_visitor_chose_to_keep_stays() {
    let mut browser = with_past(&[3, 4]);
    browser.does(0, practised("mood", "x"));
    browser.kill(0);
    let (browser, tab) = later(browser, 400);
    assert_eq!(browser.notices(tab), []);
    assert_eq!(firsts(browser.session(tab)), [3, 4]);
    assert!(browser.session(tab).result.is_some());
    // Without history only the note stays.
    let mut browser = with_result();
    let tab = browser.open();
    browser.does(tab, practised("mood", "x"));
    browser.kill(tab);
    let (browser, tab) = later(browser, 400);
    assert_eq!(browser.notices(tab), [Notice::Expired]);
    assert_eq!(browser.session(tab).unparsed.len(), 1);
    assert!(!browser.slots().contains(&"result".to_owned()));
}

#[test]
fn a_newer_version_keeps_what_it_keeps() {
    let browser = with_result();
    browser.put(&Slot::Practice("map".into()), r#"{"version":2}"#);
    browser.put(&Slot::History, r#"{"version":2}"#);
    let before = browser.everything();
    let (browser, tab) = later(browser, 400);
    assert_eq!(browser.notices(tab), [Notice::ReadOnly]);
    assert_eq!(browser.everything(), before);
}
