//! The practice beside a result: the screens that open it, its part of a file and on paper, and the
//! change since the weekly loop began.

use app::after::{Message, Status, weakest_in};
use app::practice::Message as P;
use app::practice::screen::Screen;
use app::practice::text::Field;
use app::practice::{Kind, LastTalk, Part, Place, Tie};
use app::session::{self, Effect};
use measure::change::{Comparison, Refusal, Verdict};
use measure::completed::Completed;
use measure::instrument::FormName::{self, Full, Short};
use measure::instrument::Keying;
use measure::time::UnixMs;
use simulator::practice::{ALL, Tabs, after as later, exported, filled};
use simulator::tabs::imported;
use testing::{answers, completed, shipped};
use words::workbook::WORKBOOK_EN;

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

/// Somebody on the map, and an act with them.
fn plans(tabs: &mut Tabs) {
    tabs.does(0, P::Opened(Part::Practice));
    tabs.all([
        P::Wrote(Field::Name, "Dana".to_owned()),
        P::PickedKind(Kind::DirectReport),
        P::PickedTie(Tie::Tense),
        P::PickedLastTalk(LastTalk::ThisMonth),
        P::SavedRelationship,
        P::Wrote(Field::When, "we meet".to_owned()),
        P::Wrote(Field::What, "say it".to_owned()),
        P::SavedPlan {
            opener: "I was short with you.".to_owned(),
        },
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
    let arrived = |part| session::Message::Arrived(session::Start::Part(part));
    for part in Part::ALL {
        for (message, focus) in [(opened(part), true), (arrived(part), false)] {
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
                // Nobody is on the map yet.
                Part::Practice => matches!(screen, Screen::Edit(_)),
            };
            assert!(fits, "{part:?}: {screen:?}");
        }
    }
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
fn the_outcome_of_copying_is_shown_until_something_else_is_done() {
    let mut tabs = Tabs::one();
    plans(&mut tabs);
    tabs.sends(0, Message::Copied(true).into());
    assert_eq!(tabs.browser.after(0).status, Some(Status::Copied));
    tabs.does(0, P::LeftForm);
    assert_eq!(tabs.browser.after(0).status, None);
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

#[test]
fn the_weakest_field_of_a_direction_is_named_where_there_is_one() {
    let weakest = |tabs: &Tabs, place| weakest_in(place, &tabs.browser.session(0).view());
    assert_eq!(weakest(&Tabs::one(), Place::Up), None, "no result");
    // Up: the third facet is lowest; Across: none is answered.
    let tabs = with_result(result(Short, "441444 ------ 444444", 0));
    let instrument = shipped();
    let third = instrument.item(instrument.form(Short).unwrap()[2]).unwrap();
    let facet = instrument.facets[third.facet.unwrap()].id.to_string();
    assert_eq!(weakest(&tabs, Place::Up), Some(("up".to_owned(), facet)));
    assert_eq!(weakest(&tabs, Place::Across), None);
    // Every field is strong.
    assert_eq!(weakest(&with_result(fives(0)), Place::Up), None);
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
        Effect::Download { text, .. } => Some(text.clone()),
        _ => None,
    });
    let [without, with] = &files.collect::<Vec<_>>()[..] else {
        panic!("two files: {:?}", tabs.asked);
    };
    assert!(!without.contains("Dana") && with.contains("Dana"));

    let mut other = Tabs::one();
    for (text, holds) in [("no JSON", false), (without, false), (with, true)] {
        let chosen = Message::ChoseFile("a.json".to_owned(), text.to_owned());
        other.sends(0, chosen.into());
        let file = other.browser.after(0).file.as_ref().unwrap();
        assert_eq!(file.practice().is_some(), holds);
        other.sends(0, Message::ImportedPractice.into());
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
    other.sends(0, Message::ChoseFile("a.json".to_owned(), text).into());
    let file = other.browser.after(0).file.clone().unwrap();
    let found = file.practice().unwrap();
    assert_eq!(found.map.0.len(), 2);
    assert_eq!(
        found.plan.as_ref().map(|plan| plan.words.act),
        tabs.practice(0).plan().map(|plan| plan.words.act)
    );
}

#[test]
fn a_plan_is_printed_with_everything_it_says_and_nothing_it_does_not() {
    let date = |moment: UnixMs| WORKBOOK_EN.audit.day(moment, 0);
    let page = |tabs: &Tabs| {
        let node = print::plan(tabs.practice(0), &date, &WORKBOOK_EN)?;
        Some(node.into_text())
    };
    let mut tabs = Tabs::one();
    assert_eq!(page(&tabs), None);
    plans(&mut tabs);
    let text = page(&tabs).unwrap();
    let sheet = &WORKBOOK_EN.practice.sheet;
    for part in [
        "Made on 21 November 2026",
        "Dana",
        "I was short with you.",
        "we meet",
        "say it",
        sheet.title,
        sheet.privacy,
    ] {
        assert!(text.contains(part), "{part} in {text}");
    }
    let mine = WORKBOOK_EN.practice.act.mine;
    assert!(!text.contains(mine), "nothing was written there");

    // A what without a when is a sentence still.
    let sentence = (WORKBOOK_EN.practice.act.plan_sentence)("", "say it");
    tabs.all([
        P::AskedToChangePlan,
        P::Wrote(Field::When, String::new()),
        P::SavedPlan {
            opener: "I was short with you.".to_owned(),
        },
    ]);
    assert!(page(&tabs).unwrap().contains(&sentence), "{sentence}");

    // Without a when and a what there is no sentence; somebody who left the map has no name.
    tabs.all([
        P::AskedToChangePlan,
        P::Wrote(Field::When, String::new()),
        P::Wrote(Field::What, String::new()),
        P::Wrote(Field::Mine, "My tone".to_owned()),
        P::Wrote(Field::NotMine, "The deadline".to_owned()),
        P::SavedPlan {
            opener: "I was short.".to_owned(),
        },
    ]);
    let key = tabs.practice(0).map().0[0].0;
    tabs.does(0, P::Removed(key));
    let text = page(&tabs).unwrap();
    for part in [
        mine,
        "My tone",
        "The deadline",
        WORKBOOK_EN.practice.weekly.someone,
    ] {
        assert!(text.contains(part), "{part} in {text}");
    }
    assert!(
        !text.contains("Dana") && !text.contains(sheet.plan),
        "{text}"
    );
}
