//! The practice beside a result: the screens that open it, its part of a file and on paper, and the
//! change since the weekly loop began.

use app::after::{ChosenFile, Message};
use app::attributes::{Choice, Start};
use app::practice::Message as P;
use app::practice::Part;
use app::practice::screen::Screen;
use app::practice::text::Field;
use app::session::{self, Effect};
use measure::change::{Comparison, Refusal, Verdict};
use measure::completed::Completed;
use measure::instrument::FormName::{self, Full, Short};
use measure::instrument::Keying;
use measure::time::{LocalClock, UnixMs};
use records::practice::{Decision, Outcome};
use simulator::practice::{ALL, NOW, Tabs, after as later, exported, filled, shown};
use simulator::tabs::imported;
use testing::{answers, completed, shipped};
use words::native::english;

/// Finished so many days after now.
fn result(form: FormName, text: &str, days: i64) -> Completed {
    let mut completed = completed(answers(&shipped(), form, text), 200);
    completed.ended_at = later(days);
    completed
}

/// The short form with every answer at its best.
fn fives(days: i64) -> Completed {
    let instrument = shipped();
    let items = instrument.form(Short).unwrap().iter();
    let marks = items.map(|index| match instrument.item(*index).unwrap().keying {
        Keying::Forward => '5',
        Keying::Reverse => '1',
    });
    result(Short, &marks.collect::<String>(), days)
}

fn threes(days: i64) -> Completed {
    result(Short, "333333 333333 333333", days)
}

/// An act with somebody.
fn plans(tabs: &mut Tabs) {
    tabs.all([
        P::Opened(Part::Practice),
        P::Wrote(Field::Name, "Dana".to_owned()),
        P::SavedPlan(shown("I was short with you.", NOW)),
    ]);
    tabs.asked.clear();
}

fn with_result(result: Completed) -> Tabs {
    let mut tabs = Tabs::one();
    tabs.sends(0, imported(result));
    tabs
}

fn since(tabs: &Tabs) -> Option<Result<Comparison, Refusal>> {
    let view = tabs.browser.session(0).view();
    tabs.browser.after(0).since_the_loop_began(&view)
}

#[test]
fn a_step_to_a_part_takes_focus_along_and_a_page_that_loads_does_not() {
    let opened = session::Message::OpenedPart;
    let arrived = session::Message::Arrived;
    for &(_, start) in Start::VALUES {
        let Some(part) = start.part() else { continue };
        for (message, focus) in [(opened(part), true), (arrived(start), false)] {
            let mut tabs = Tabs::default();
            let tab = tabs.browser.open();
            tabs.sends(tab, message);
            assert_eq!(
                tabs.asked.contains(&Effect::FocusHeading),
                focus,
                "{part:?}"
            );
            let screen = &tabs.practice(tab).screen;
            let fits = match part {
                Part::Map => matches!(screen, Screen::Map),
                Part::Circle => matches!(screen, Screen::Circle),
                Part::Practice => matches!(screen, Screen::Act(_)),
            };
            assert!(fits, "{part:?}: {screen:?}");
        }
    }
}

#[test]
fn whoever_comes_back_to_a_plan_sees_it_at_the_first_press() {
    let mut tabs = Tabs::one();
    plans(&mut tabs);
    let tab = tabs.browser.open();
    tabs.sends(tab, session::Message::OpenedPart(Part::Practice));
    let screen = &tabs.practice(tab).screen;
    assert!(matches!(screen, Screen::Plan), "{screen:?}");
}

#[test]
fn whoever_comes_back_is_met_with_the_act_under_way() {
    let mut tabs = Tabs::one();
    let met = |tabs: &mut Tabs, days: i64| {
        let tab = tabs.browser.open();
        let planned = tabs.browser.session(tab).planned(later(days));
        planned.map(|planned| (planned.says.map(|says| says.to_string()), planned.is_due))
    };
    assert_eq!(met(&mut tabs, 0), None);
    plans(&mut tabs);
    let says = Some("On Thursday, I talk with Dana.".to_owned());
    assert_eq!(met(&mut tabs, 0), Some((says.clone(), false)));
    assert_eq!(met(&mut tabs, 5), Some((says.clone(), false)));
    assert_eq!(met(&mut tabs, 6), Some((says, true)));
    // Before a part that reads it has arrived, nothing is known of it.
    let bare = tabs.browser.open_without_parts();
    assert_eq!(tabs.browser.session(bare).planned(later(0)), None);
    tabs.now = later(6);
    tabs.all([
        P::Opened(Part::Practice),
        P::PickedOutcome(Outcome::Done),
        P::Decided(Decision::Next),
    ]);
    assert_eq!(met(&mut tabs, 7), None, "its week is closed");
}

#[test]
fn a_fresh_instance_opens_the_part_that_was_on_screen() {
    let mut tabs = Tabs::one();
    let name = |tabs: &Tabs| tabs.browser.session(0).screen_name();
    assert_eq!(name(&tabs), "map");
    tabs.does(0, P::Opened(Part::Circle));
    assert_eq!(name(&tabs), "circle");
    plans(&mut tabs);
    assert_eq!(name(&tabs), "practice");
    tabs.sends(0, session::Message::PressedBack);
    assert_eq!(name(&tabs), "welcome");
}

#[test]
fn the_loop_begins_with_the_latest_result_and_shows_what_changed_since() {
    let mut tabs = Tabs::one();
    plans(&mut tabs);
    assert_eq!(tabs.practice(0).running().unwrap().baseline, None);
    assert_eq!(since(&tabs), None, "nothing to begin with");

    let mut tabs = with_result(threes(0));
    plans(&mut tabs);
    let baseline = tabs.practice(0).running().unwrap().baseline.clone();
    assert_eq!(baseline.unwrap().ended_at, later(0));
    assert_eq!(since(&tabs), None, "nothing later");

    let mut shows = |latest: Completed| {
        tabs.sends(0, imported(latest));
        since(&tabs)
    };
    let better = shows(fives(80)).unwrap().unwrap();
    assert_eq!(better.scales.len(), 3);
    for change in better.scales {
        assert_eq!(change.verdict(), Verdict::Higher);
    }
    let full = result(Full, &"3".repeat(36), 80);
    assert_eq!(shows(full), Some(Err(Refusal::OtherForm)));
    assert_eq!(shows(threes(-1)), None, "earlier");
}

fn chosen(tabs: &mut Tabs, text: &str) -> ChosenFile {
    tabs.sends(0, Message::ChoseFiles(vec![text.len() as u64]).into());
    let read = Message::ReadFile("a.json".to_owned(), text.to_owned());
    tabs.sends(0, read.into());
    ChosenFile::clone(tabs.browser.after(0).files.all().last().unwrap())
}

#[test]
fn a_file_takes_along_what_is_ticked_and_another_browser_imports_it() {
    let mut tabs = with_result(threes(0));
    plans(&mut tabs);
    for message in [
        Message::AskedForJson,
        Message::Included(ALL),
        Message::AskedForJson,
    ] {
        tabs.sends(0, message.into());
    }
    let files = tabs.asked.iter().filter_map(|effect| match effect {
        Effect::SaveResult(file) => Some(file.text.clone()),
        _ => None,
    });
    let [without, with] = &files.collect::<Vec<_>>()[..] else {
        panic!("two files: {:?}", tabs.asked);
    };
    assert!(!without.contains("Dana") && with.contains("Dana"));

    let mut other = Tabs::one();
    for (text, holds) in [("no JSON", false), (without, false), (with, true)] {
        let file = chosen(&mut other, text);
        assert_eq!(file.practice().is_some(), holds);
        other.sends(0, Message::ImportedPractice(file.key).into());
        assert_eq!(other.practice(0).plan().is_some(), holds);
    }
    let plan = other.practice(0).plan().unwrap();
    assert_eq!(plan.words, tabs.practice(0).plan().unwrap().words);
    assert_eq!(other.reloaded().plan(), Some(plan), "it is stored");
}

#[test]
fn a_practice_exported_by_itself_is_found_in_a_result_file() {
    let tabs = filled();
    let text = exported(tabs.practice(0), ALL);
    let mut other = Tabs::one();
    let file = chosen(&mut other, &text);
    let found = file.practice().unwrap();
    assert_eq!(found.map.0.len(), 2);
    assert_eq!(
        found.plan.as_ref().map(|plan| plan.words.act.clone()),
        tabs.practice(0).plan().map(|plan| plan.words.act.clone())
    );
}

#[test]
fn a_plan_is_printed_with_everything_it_says_and_nothing_it_does_not() {
    let date = |moment: UnixMs| english().day(moment, LocalClock::UTC);
    let page = |tabs: &Tabs| {
        let node = print::plan(tabs.practice(0), &date, english())?;
        Some(node.into_text())
    };
    let mut tabs = Tabs::one();
    assert_eq!(page(&tabs), None);
    plans(&mut tabs);
    let text = page(&tabs).unwrap();
    let sheet = english().sheet();
    for part in [
        "Made on 21 November 2026",
        "Dana",
        "I was short with you.",
        "On Thursday, I talk with Dana.",
        sheet.title(),
        sheet.privacy(),
    ] {
        assert!(text.contains(part), "{part} in {text}");
    }
    // Somebody who left the map has no name beside the plan.
    let key = tabs.practice(0).map().0[0].0;
    tabs.does(0, P::Removed(key));
    let text = page(&tabs).unwrap();
    assert!(text.contains(english().weekly().someone()), "{text}");
}
