//! The practice within the workbook: what of it goes to the session, into files and onto paper, and
//! what comes back from there.

use std::rc::Rc;

use app::practice::screen::Screen;
use app::practice::text::Field;
use app::practice::{self, Act, Place};
use app::session::Part;
use app::workbook::{Effect, Message, Opened, Page, Said, Shelf, Workbook, update};
use measure::change::{Refusal, Verdict};
use measure::completed::Completed;
use measure::instrument::FormName;
use measure::instrument::FormName::{Full, Short};
use measure::instrument::Keying;
use measure::time::UnixMs;
use practice::Message as P;
use records::stored::Writer;
use simulator::book::Book;
use simulator::practice::{ALL, NOW, after as later, exported, filled};
use testing::{answers, completed, shipped};
use words::workbook::WORKBOOK_EN;

/// Finished so many days after [`NOW`].
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

#[test]
fn a_step_to_a_part_takes_focus_along_and_a_page_that_loads_does_not() {
    for (opened, moves) in [(Opened::ByAStep, 1), (Opened::WithThePage, 0)] {
        for part in Part::ALL {
            let book = Workbook::new(Rc::new(shipped()), Writer(1));
            let shelf = Shelf {
                opened,
                ..Shelf::default()
            };
            let message = Message::Shown(Page::Part(part), shelf);
            let (book, _) = update(book, message, NOW);
            assert_eq!(book.focus.moves, moves, "{part:?}, {opened:?}");
            let fits = match part {
                Part::Map => matches!(book.practice.screen, Screen::Map),
                Part::Circle => matches!(book.practice.screen, Screen::Circle),
                // Nobody is on the map yet.
                Part::Practice => matches!(book.practice.screen, Screen::Edit(_)),
            };
            assert!(fits, "{part:?}: {:?}", book.practice.screen);
        }
    }
}

#[test]
fn the_pages_have_the_names_that_the_session_opens_them_by() {
    assert_eq!(Page::from_text("keep"), Some(Page::Keep));
    for part in Part::ALL {
        assert_eq!(Page::from_text(part.as_str()), Some(Page::Part(part)));
    }
    assert_eq!(Page::from_text("results"), None);
}

#[test]
fn what_is_planned_is_kept_by_the_session_and_comes_back_from_it() {
    let mut book = Book::new(None);
    book.plans();
    let names: Vec<&str> = book
        .book
        .shelf
        .practice
        .iter()
        .map(|(name, _)| name.split(':').next().unwrap_or_default())
        .collect();
    for name in ["plan", "loop"] {
        assert!(names.contains(&name), "{name} in {names:?}");
    }
    let shelf = book.book.shelf.clone();
    let mut other = Book::new(None);
    other.shown(Page::Part(Part::Practice), shelf.clone());
    assert_eq!(other.book.practice.plan(), book.book.practice.plan());
    // Another tab deletes everything: what the shelf no longer has goes.
    let blank = Shelf {
        practice: Vec::new(),
        ..shelf
    };
    other.shown(Page::Part(Part::Practice), blank);
    assert_eq!(other.book.practice.plan(), None);
    assert!(!other.book.practice.has_anything());
}

#[test]
fn what_came_of_copying_is_said_no_longer_once_something_else_was_done() {
    let mut book = Book::new(None);
    book.plans();
    book.does(Message::Copied(true));
    assert_eq!(book.book.said, Some(Said::Copied));
    book.practises([P::LeftForm]);
    assert_eq!(book.book.said, None);
}

#[test]
fn what_a_plan_asks_for_is_handed_on() {
    let mut book = Book::new(None);
    book.plans();
    book.asked();
    book.practises([P::CopiedOpener("Hello".to_owned()), P::PrintedPlan]);
    assert_eq!(
        book.asked(),
        [Effect::Copy("Hello".to_owned()), Effect::PrintPlan]
    );
    let summary = "A talk".to_owned();
    book.practises([
        P::Opened(practice::Part::Cadence),
        P::SavedCalendar { summary },
    ]);
    assert!(matches!(&book.asked()[..], [Effect::OfferCalendar(one)] if one.summary == "A talk"));
    book.practises([P::AcceptedAudit]);
    let audit = Effect::Tell {
        what: "audit".to_owned(),
        text: String::new(),
    };
    assert_eq!(book.asked(), [audit]);
    let before = book.book.focus;
    book.practises([
        P::AskedForAnother,
        P::SavedPlan {
            opener: String::new(),
        },
    ]);
    assert!(book.book.focus.moves > before.moves && book.book.focus.to_lacking);
}

#[test]
fn the_loop_begins_with_the_latest_result_and_shows_what_changed_since() {
    let mut book = Book::new(None);
    book.plans();
    assert_eq!(book.book.baseline(), None);
    assert_eq!(
        book.book.since_the_loop_began(),
        None,
        "nothing to begin with"
    );

    let mut book = Book::new(Some(threes(0)));
    book.plans();
    let baseline = book.book.practice.running().unwrap().baseline.clone();
    assert_eq!(baseline, book.book.baseline());
    assert_eq!(book.book.since_the_loop_began(), None, "nothing later");

    let mut shows = |latest: Completed| {
        let shelf = Shelf {
            result: Some(Rc::new(latest)),
            ..book.book.shelf.clone()
        };
        book.shown(Page::Part(Part::Practice), shelf);
        book.book.since_the_loop_began()
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
    let mut book = Book::new(None);
    assert_eq!(book.book.weakest_in(Place::Up), None, "no result");
    // Up: the third facet is lowest; Across: none is answered.
    let result = result(Short, "441444 ------ 444444", 0);
    let shelf = Shelf {
        result: Some(Rc::new(result)),
        ..book.book.shelf.clone()
    };
    book.shown(Page::Keep, shelf);
    let instrument = shipped();
    let third = instrument.item(instrument.form(Short).unwrap()[2]).unwrap();
    let facet = instrument.facets[third.facet.unwrap()].id.to_string();
    assert_eq!(
        book.book.weakest_in(Place::Up),
        Some(("up".to_owned(), facet))
    );
    assert_eq!(book.book.weakest_in(Place::Across), None);
    // Every field is strong.
    let shelf = Shelf {
        result: Some(Rc::new(fives(0))),
        ..book.book.shelf.clone()
    };
    book.shown(Page::Keep, shelf);
    assert_eq!(book.book.weakest_in(Place::Up), None);
}

#[test]
fn a_file_takes_along_what_is_ticked_and_another_workbook_takes_it_in() {
    let mut book = Book::new(None);
    book.does(Message::AskedForJson);
    assert!(book.asked().is_empty(), "no result");

    let mut book = Book::new(Some(threes(0)));
    book.plans();
    book.asked();
    book.does(Message::AskedForJson);
    book.does(Message::Included(ALL));
    book.does(Message::AskedForJson);
    let files = book.asked();
    let [Effect::OfferJson(without), Effect::OfferJson(with)] = &files[..] else {
        panic!("two files: {files:?}");
    };
    assert!(!without.contains("Dana") && with.contains("Dana"));

    let mut other = Book::new(None);
    assert_eq!(other.book.file_practice(), None, "no file");
    for (text, holds) in [("no JSON", false), (without, false), (with, true)] {
        other.does(Message::ChoseFile("a.json".to_owned(), text.to_owned()));
        assert_eq!(other.book.file_practice().is_some(), holds);
        other.does(Message::TookInPractice);
        assert_eq!(other.book.practice.plan().is_some(), holds);
    }
    let plan = other.book.practice.plan().unwrap();
    assert_eq!(plan.words, book.book.practice.plan().unwrap().words);
}

#[test]
fn a_plan_is_printed_with_everything_it_says_and_nothing_it_does_not() {
    let date = |moment: UnixMs| WORKBOOK_EN.audit.day(moment, 0);
    let page = |book: &Book| {
        let node = print::plan(&book.book.practice, &date, &WORKBOOK_EN)?;
        Some(node.into_text())
    };
    let mut book = Book::new(None);
    assert_eq!(page(&book), None);
    book.plans();
    let text = page(&book).unwrap();
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
    book.practises([
        P::AskedToChangePlan,
        P::Wrote(Field::When, String::new()),
        P::SavedPlan {
            opener: "I was short with you.".to_owned(),
        },
    ]);
    assert!(page(&book).unwrap().contains(&sentence), "{sentence}");

    // Without a when and a what there is no sentence; somebody who left the map has no name.
    book.practises([
        P::AskedToChangePlan,
        P::Wrote(Field::When, String::new()),
        P::Wrote(Field::What, String::new()),
        P::Wrote(Field::Mine, "My tone".to_owned()),
        P::Wrote(Field::NotMine, "The deadline".to_owned()),
        P::SavedPlan {
            opener: "I was short.".to_owned(),
        },
    ]);
    let key = book.book.practice.map().0[0].0;
    book.practises([P::Removed(key)]);
    let text = page(&book).unwrap();
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

#[test]
fn a_practice_exported_by_itself_is_found_in_a_result_file() {
    let tabs = filled();
    let text = exported(tabs.practice(0), ALL);
    let mut book = Book::new(None);
    book.does(Message::ChoseFile("a.json".to_owned(), text));
    let found = book.book.file_practice().unwrap();
    assert_eq!(found.map.len(), 2);
    assert_eq!(
        found.plan.map(|plan| plan.words.act),
        tabs.practice(0).plan().map(|plan| plan.words.act)
    );
    assert!(Act::ALL.len() > 1);
}
