//! What is asked for before the part of the program that does it has arrived: it happens once the part has, and nothing
//! is lost where the part never comes.

use app::practice::{self, Outcome};
use app::session::Message::*;
use app::session::{Effect, Message, Part, Screen, Start};
use records::document::{ResultRecord, ScoredDocument};
use records::slot::Slot;
use simulator::past::{finish, with_past};
use simulator::practice::{Tabs, after, planned};
use simulator::tabs::{Browser, linked, practised};
use testing::shipped;

fn follow_up() -> Message {
    let [_, follow_up, ..] = linked();
    follow_up
}

fn reader() -> Message {
    let [_, _, reader, ..] = linked();
    reader
}

fn results() -> Message {
    let [results, ..] = linked();
    results
}

/// A tab without any part, in a browser where nothing is stored.
fn bare() -> Browser {
    let mut browser = Browser::new();
    browser.open_without_parts();
    browser
}

/// How often a tab moved focus.
fn focused(browser: &Browser, tab: usize) -> usize {
    let effects = browser.effects(tab).iter();
    effects
        .filter(|effect| matches!(effect, Effect::FocusHeading))
        .count()
}

#[test]
fn the_screen_that_was_asked_for_is_filled_once_its_part_arrives_and_focus_stays() {
    for screen in [OpenedKeep, OpenedPart(Part::Practice)] {
        let mut browser = bare();
        browser.does(0, screen.clone());
        let (shown, before) = (browser.session(0).screen.clone(), focused(&browser, 0));
        assert!(browser.session(0).after().is_none(), "{screen:?}");
        browser.links(0, follow_up());
        assert!(browser.session(0).after().is_some(), "{screen:?}");
        assert_eq!(browser.session(0).screen, shown);
        assert_eq!(focused(&browser, 0), before);
    }
    // On another screen nothing of it is needed yet.
    let mut browser = bare();
    browser.links(0, follow_up());
    assert!(browser.session(0).after().is_none());
}

#[test]
fn a_part_that_is_reported_again_leaves_the_screen_as_it_is() {
    let mut browser = Browser::with_tab();
    browser.does(0, OpenedPart(Part::Map));
    let map = practice::Message::AskedToAdd;
    browser.does(0, app::after::Message::Practice(map).into());
    let before = browser.session(0).clone();
    browser.links(0, follow_up());
    assert_eq!(
        browser.practice(0).screen,
        before.after().unwrap().practice.screen
    );
    assert!(matches!(
        browser.practice(0).screen,
        practice::Screen::Edit(_)
    ));
}

/// The outcome that is picked in the form on screen.
fn picked(tabs: &Tabs, tab: usize) -> Option<Outcome> {
    match &tabs.practice(tab).screen {
        practice::Screen::Week(form) => form.outcome,
        other => panic!("{other:?}"),
    }
}

#[test]
fn how_the_act_went_is_picked_on_the_first_screen_and_found_in_its_form() {
    let mut tabs = planned();
    tabs.browser.now.wall = after(6);
    tabs.browser.does(0, LookedBack(Outcome::Done));
    assert_eq!(tabs.browser.session(0).screen, Screen::Part(Part::Practice));
    assert_eq!(picked(&tabs, 0), Some(Outcome::Done));

    let tab = tabs.browser.open_without_parts();
    tabs.browser.does(tab, LookedBack(Outcome::NotYet));
    assert_eq!(
        tabs.browser.session(tab).screen,
        Screen::Part(Part::Practice)
    );
    tabs.browser.links(tab, follow_up());
    assert_eq!(picked(&tabs, tab), Some(Outcome::NotYet));
    // It was picked for this form alone.
    tabs.browser.does(tab, OpenedWelcome);
    tabs.browser.does(tab, OpenedPart(Part::Practice));
    assert_eq!(
        picked(&tabs, tab),
        Some(Outcome::NotYet),
        "the form is kept"
    );
}

#[test]
fn the_act_under_way_is_read_by_whichever_part_is_there() {
    let mut tabs = planned();
    let says = tabs.browser.session(0).planned(tabs.now);
    assert!(says.is_some());
    for part in [reader(), follow_up()] {
        let tab = tabs.browser.open_without_parts();
        assert_eq!(tabs.browser.session(tab).planned(tabs.now), None);
        tabs.browser.links(tab, part);
        assert_eq!(tabs.browser.session(tab).planned(tabs.now), says);
    }
}

#[test]
fn a_result_is_kept_among_earlier_ones_by_whichever_part_is_there_and_is_stored_by_none() {
    for (part, kept) in [(Some(reader()), 2), (Some(follow_up()), 2), (None, 1)] {
        let mut browser = with_past(&[3]);
        browser.close(0);
        let tab = browser.open_without_parts();
        if let Some(part) = part {
            browser.links(tab, part);
        }
        finish(&mut browser, tab, 5);
        let stored = browser.stored();
        assert_eq!(stored.past.len(), kept);
        assert_eq!(stored.result, browser.session(tab).result);
    }
}

#[test]
fn a_result_is_saved_without_its_scores_where_they_cannot_be_computed() {
    let mut browser = bare();
    browser.does(0, SavedJson);
    finish(&mut browser, 0, 4);
    browser.does(0, SavedJson);
    browser.links(0, results());
    browser.does(0, SavedJson);
    let result = browser.session(0).result.clone().unwrap();
    let saved: Vec<_> = browser
        .effects(0)
        .iter()
        .filter_map(|effect| match effect {
            Effect::SaveResult(file) => Some(file.text.as_str()),
            _ => None,
        })
        .collect();
    let instrument = shipped();
    assert_eq!(
        saved,
        [
            ResultRecord::of(&instrument, &result).to_text(),
            ScoredDocument::of(&instrument, &result).to_text(),
        ]
    );
}

#[test]
fn without_their_parts_nothing_is_shared_imported_or_kept() {
    let mut browser = bare();
    finish(&mut browser, 0, 4);
    let other = {
        let mut browser = Browser::with_tab();
        finish(&mut browser, 0, 2);
        browser.session(0).result.clone().unwrap()
    };
    let before = (browser.session(0).clone(), browser.everything());
    let effects = browser.effects(0).len();
    for message in [
        Shared,
        ImportedResult(other.clone()),
        AddedToPast(other),
        TurnedHistoryOn,
        practised("map", "{}"),
    ] {
        browser.does(0, message.clone());
        let now = (browser.session(0).clone(), browser.everything());
        assert_eq!(now, before, "{message:?}");
        assert_eq!(browser.effects(0).len(), effects, "{message:?}");
    }
}

#[test]
fn a_visit_can_begin_with_the_rounds() {
    let mut browser = Browser::with_tab();
    browser.does(0, Arrived(Start::Round));
    assert_eq!(browser.session(0).screen, Screen::Rounds);
    assert!(browser.session(0).rounds().is_some());
    assert_eq!(focused(&browser, 0), 0);
}

#[test]
fn a_plan_whose_week_another_tab_closed_is_not_under_way() {
    let mut tabs = planned();
    let plan = tabs.practice(0).plan().unwrap().key;
    let tab = tabs.browser.open_without_parts();
    tabs.browser.links(tab, reader());
    let is_met = |tabs: &Tabs| tabs.browser.session(tab).planned(tabs.now).is_some();
    assert!(is_met(&tabs));
    let week = Slot::Practice(format!("week-{plan}"));
    let closed = ChangedElsewhere(week, Some("{}".to_owned()));
    tabs.browser.takes(tab, closed);
    assert!(!is_met(&tabs));
}
