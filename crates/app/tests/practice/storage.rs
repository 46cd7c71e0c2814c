//! What the practice asks to have stored: each change before the screen changes; beside a newer page's
//! records, and damaged ones; and that the session tells of both.

use app::practice::weekly::Baseline;
use app::practice::{Decision, Effect, Kind, Message, Outcome, Part, Practice, Tie};
use app::session;
use records::practice::CircleAnswer;
use records::slot::Slot;
use records::store::{Fault, StoreError};
use simulator::practice::{NOW, Tabs, after, planned};
use simulator::tabs::Browser;

fn facts(practice: &Practice) -> String {
    format!(
        "{:?} {:?} {:?} {:?} {:?}",
        practice.map(),
        practice.circle(),
        practice.plan(),
        practice.weeks(),
        practice.running()
    )
}

fn answers_circle(tabs: &mut Tabs, tab: usize) {
    let answer = CircleAnswer::NewRole(Some(true));
    tabs.does(tab, Message::AnsweredCircle(answer));
}

/// What the session does when the workbook hands it a text.
fn keeps(browser: &mut Browser, tab: usize, name: &str, text: &str) {
    let text = Some(text.to_owned());
    browser.does(tab, session::Message::KeptPractice(name.to_owned(), text));
}

#[test]
fn after_every_step_storage_holds_what_the_page_does() {
    let mut tabs = Tabs::one();
    let same = |tabs: &Tabs| assert_eq!(facts(&tabs.reloaded()), facts(tabs.practice(0)));
    let a = tabs.adds(0, "A", Kind::Boss, Tie::Tense);
    let b = tabs.adds(0, "B", Kind::Peer, Tie::Strong);
    same(&tabs);
    tabs.does(0, Message::MovedUp(b));
    same(&tabs);
    answers_circle(&mut tabs, 0);
    same(&tabs);
    tabs.does(0, Message::AskedToDeepen(a));
    tabs.saves_plan(0, "First");
    same(&tabs);
    let baseline = Baseline {
        ended_at: NOW,
        document: "{}".into(),
    };
    tabs.does(0, Message::ToldBaseline(baseline));
    same(&tabs);
    tabs.now = after(7);
    tabs.all([
        Message::Opened(Part::Act),
        Message::PickedOutcome(Outcome::Partly),
        Message::Decided(Decision::Repeat),
    ]);
    same(&tabs);
    tabs.does(0, Message::Removed(b));
    same(&tabs);
    assert_eq!(tabs.practice(0).weeks().len(), 1);
}

#[test]
fn a_newer_page_s_record_is_told_of_and_what_can_be_read_is_shown() {
    let mut tabs = planned();
    let newer = r#"{"version":2,"clock":90,"writer":1,"colour":"red"}"#;
    tabs.put_stored("circle", newer);
    tabs.asked.clear();
    let second = tabs.open();
    assert_eq!(tabs.asked, [Effect::FoundNewer]);
    assert_eq!(tabs.names(second), ["Dana"]);

    let mut browser = Browser::new();
    let tab = browser.open();
    keeps(&mut browser, tab, "plan", "{}");
    browser.does(tab, session::Message::FoundNewerPractice);
    assert_eq!(browser.notices(tab), [session::Notice::ReadOnly]);
    assert!(!browser.session(tab).is_kept());
    let before = browser.everything();
    keeps(&mut browser, tab, "plan", "other");
    assert_eq!(browser.everything(), before);
    let here = &browser.session(tab).practice;
    assert_eq!(&*here[0].1, "other", "it lasts as long as the page");
}

#[test]
fn where_nothing_is_stored_anyway_a_newer_record_is_none_of_its_business() {
    let mut browser = Browser::with_fault(Fault::From {
        call: 0,
        error: StoreError::Unavailable,
    });
    let tab = browser.open();
    let before = browser.notices(tab).to_vec();
    browser.does(tab, session::Message::FoundNewerPractice);
    assert_eq!(browser.notices(tab), before);
}

#[test]
fn unreadable_records_are_set_aside_and_cost_no_other() {
    for (name, text) in [
        ("circle", "{"),
        (
            "order",
            r#"{"version":1,"clock":1,"writer":1,"keys":["x"]}"#,
        ),
        ("relationship-9-9", r#"{"version":1,"clock":1,"writer":1}"#),
        (
            "loop",
            r#"{"version":0,"clock":1,"writer":1,"removed":true}"#,
        ),
        (
            "week-3-3",
            r#"{"version":1,"clock":1,"writer":1,"place":"up","act":"shared_habit"}"#,
        ),
    ] {
        let mut tabs = planned();
        tabs.put_stored(name, text);
        let second = tabs.open();
        assert_eq!(tabs.names(second), ["Dana"], "{name}");
        let stored = tabs.stored();
        assert!(!stored.iter().any(|(_, stored)| stored == text), "{name}");
        answers_circle(&mut tabs, second);
        assert_eq!(tabs.reloaded().circle().new_role, Some(true));
    }
}

#[test]
fn the_session_says_that_something_was_set_aside_and_where_it_is() {
    let mut browser = Browser::new();
    let tab = browser.open();
    keeps(&mut browser, tab, "circle", "{");
    browser.does(tab, session::Message::SetPracticeAside("circle".into()));
    assert_eq!(browser.notices(tab), [session::Notice::Unreadable]);
    let aside = |(key, text): &(String, String)| key.contains(":aside:") && text == "{";
    assert!(browser.everything().iter().any(aside));
    let circle = Slot::Practice("circle".into()).suffix();
    assert!(
        !browser
            .everything()
            .iter()
            .any(|(key, _)| key.ends_with(&format!("default:{circle}")))
    );
}

#[test]
fn a_damaged_text_from_elsewhere_is_set_aside_and_what_is_here_takes_its_place() {
    let mut tabs = planned();
    let plan = tabs.practice(0).plan().cloned();
    assert!(plan.is_some());
    for name in ["circle", "plan"] {
        tabs.put_stored(name, "{");
        let message = Message::ChangedElsewhere(name.into(), Some("{".into()));
        tabs.does(0, message);
        assert!(!tabs.stored().iter().any(|(_, text)| text == "{"), "{name}");
    }
    assert_eq!(tabs.reloaded().plan().cloned(), plan);
}
