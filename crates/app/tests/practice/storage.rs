//! What the practice stores: each change before the screen changes, also beside records of a newer
//! page and corrupt ones.

use app::practice::Message::*;
use app::practice::{Decision, Kind, Outcome, Part, Place, Practice, Tie};
use app::session;
use measure::instrument::FormName::Short;
use records::practice::CircleAnswer;
use records::store::StoreError;
use simulator::Fault;
use simulator::practice::{Tabs, after, planned};
use simulator::tabs::{Browser, imported};
use testing::{answers, completed, shipped};

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
    tabs.does(tab, AnsweredCircle(answer));
}

#[test]
fn after_every_step_storage_holds_what_the_page_does() {
    let mut tabs = Tabs::one();
    let same = |tabs: &Tabs| assert_eq!(facts(&tabs.reloaded()), facts(tabs.practice(0)));
    let a = tabs.adds(0, "A", Kind::Boss, Tie::Tense);
    let b = tabs.adds(0, "B", Kind::Peer, Tie::Strong);
    same(&tabs);
    tabs.does(0, Moved(b, Place::Down));
    same(&tabs);
    answers_circle(&mut tabs, 0);
    same(&tabs);
    let result = completed(answers(&shipped(), Short, "444444 444444 444444"), 200);
    tabs.sends(0, imported(result));
    tabs.does(0, AskedToDeepen(a));
    tabs.saves_plan(0, "First");
    assert!(tabs.practice(0).running().unwrap().baseline.is_some());
    same(&tabs);
    tabs.now = after(7);
    tabs.all([
        Opened(Part::Practice),
        PickedOutcome(Outcome::Partly),
        Decided(Decision::Repeat),
    ]);
    same(&tabs);
    tabs.does(0, Removed(b));
    same(&tabs);
    assert_eq!(tabs.practice(0).weeks().len(), 1);
}

#[test]
fn a_record_of_a_newer_page_is_reported_and_the_others_are_shown() {
    let mut tabs = planned();
    let newer = r#"{"version":2,"clock":90,"writer":1,"colour":"red"}"#;
    tabs.put_stored("circle", newer);
    let second = tabs.open();
    assert_eq!(tabs.names(second), ["Dana"]);
    assert_eq!(tabs.browser.notices(second), [session::Notice::ReadOnly]);
    assert!(!tabs.browser.session(second).is_kept());
    let before = tabs.stored();
    tabs.adds(second, "Ira", Kind::Peer, Tie::Strong);
    assert_eq!(tabs.names(second), ["Dana", "Ira"], "as long as the page");
    assert_eq!(tabs.stored(), before);
}

#[test]
fn where_nothing_is_stored_anyway_a_newer_record_is_none_of_its_business() {
    let mut browser = Browser::with_fault(Fault::Since(0, StoreError::Unavailable));
    let tab = browser.open();
    let before = browser.notices(tab).to_vec();
    browser.does(tab, session::Message::FoundNewerPractice);
    assert_eq!(browser.notices(tab), before);
}

#[test]
fn unreadable_records_are_set_aside_and_cost_no_other() {
    for (name, text) in [
        ("circle", "{"),
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
fn a_record_that_is_set_aside_is_kept_under_another_key_and_reported() {
    let mut tabs = Tabs::default();
    tabs.put_stored("circle", "{");
    let tab = tabs.open();
    assert_eq!(tabs.browser.notices(tab), [session::Notice::Unreadable]);
    assert_eq!(tabs.stored(), []);
    let aside = |(key, text): &(String, String)| key.contains(":aside:") && text == "{";
    assert!(tabs.browser.everything().iter().any(aside));
}

#[test]
fn a_damaged_text_from_elsewhere_is_set_aside_and_what_is_here_takes_its_place() {
    let mut tabs = planned();
    let plan = tabs.practice(0).plan().cloned();
    assert!(plan.is_some());
    for name in ["circle", "plan"] {
        tabs.put_stored(name, "{");
        tabs.hears(0, name, Some("{"));
        assert!(!tabs.stored().iter().any(|(_, text)| text == "{"), "{name}");
    }
    assert_eq!(tabs.reloaded().plan().cloned(), plan);
}
