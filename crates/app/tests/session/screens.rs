//! Where a visit begins, which screens there are, and what the owner, the page and the workbook can
//! ask of a session.

use std::rc::Rc;

use app::session::Message::*;
use app::session::{
    Effect, ElementEvent, FormChoice, GridCell, Message, Part, Screen, Session, Start,
};
use measure::instrument::FormName::{Full, Short};
use records::slot::Slot;
use records::texts;
use simulator::tabs::Browser;
use simulator::walk::{item, press, reviewed};
use testing::{option, shipped, small};

/// A tab that has been to `before`, left and come again.
fn come_again(before: &[Message]) -> Browser {
    let mut browser = Browser::new();
    let tab = browser.open();
    for message in before {
        browser.does(tab, message.clone());
    }
    browser.close(tab);
    browser.open();
    browser
}

fn finished() -> Browser {
    let mut browser = reviewed(&[2]);
    browser.does(0, FinishedAsItIs);
    browser
}

#[test]
fn a_visit_begins_where_the_owner_wants_unless_something_is_there_already() {
    let answered = [Started, press(4), press(2)];
    let done = [Started, press(4), FinishedAsItIs];
    for (case, before, start, screen) in [
        ("new", &answered[..0], Start::Welcome, Screen::Welcome),
        ("new", &answered[..0], Start::Audit, item(0)),
        ("under way", &answered, Start::Welcome, Screen::Welcome),
        ("under way", &answered, Start::Audit, item(2)),
        ("finished", &done, Start::Audit, Screen::Welcome),
        (
            "part",
            &done,
            Start::Part(Part::Map),
            Screen::Part(Part::Map),
        ),
    ] {
        let mut browser = come_again(before);
        browser.does(1, Arrived(start));
        assert_eq!(browser.session(1).screen, screen, "{case}, {start:?}");
        let focus = browser.effects(1).contains(&Effect::FocusHeading);
        assert!(!focus, "{case}: the page has only just been loaded");
    }
}

#[test]
fn arriving_twice_does_not_begin_again() {
    let mut browser = come_again(&[]);
    browser.does(1, Arrived(Start::Audit));
    browser.presses(1, &[4]);
    browser.does(1, Arrived(Start::Audit));
    assert_eq!(browser.session(1).screen, item(1));
    assert_eq!(browser.stored_responses(), "4");
}

#[test]
fn the_first_drawing_knows_nothing_of_storage() {
    let first = |choice, start| Session::first(Rc::new(shipped()), choice, start);
    let begun = first(FormChoice::Only(Short), Start::Audit);
    assert_eq!((begun.screen, begun.items().len()), (item(0), 18));
    assert_eq!(first(FormChoice::Choose, Start::Welcome).form(), Full);
    let part = first(FormChoice::Choose, Start::Part(Part::Circle));
    assert_eq!(part.screen, Screen::Part(Part::Circle));
}

#[test]
fn the_owner_offers_only_forms_that_there_are() {
    let mut browser = Browser::new();
    let tab = browser.open();
    for (choice, picked) in [
        (FormChoice::Only(Short), Short),
        (FormChoice::Choose, Full),
        (FormChoice::Only(Full), Full),
    ] {
        browser.does(tab, Configured(choice));
        let session = browser.session(tab);
        assert_eq!((session.choice, session.picked), (choice, picked));
    }
    let without = small(4, |text| text);
    let session = Session::first(Rc::new(without), FormChoice::Only(Short), Start::Welcome);
    assert_eq!(session.picked, Full);
}

#[test]
fn a_field_of_the_map_opens_and_closes_and_is_closed_elsewhere() {
    let mut browser = finished();
    for (press, opened) in [
        ((1, 2), Some((1, 2))),
        ((0, 2), Some((0, 2))),
        ((0, 2), None),
        ((1, 1), Some((1, 1))),
    ] {
        let cell = |(facet, scale)| GridCell { facet, scale };
        browser.does(0, PressedCell(cell(press)));
        assert_eq!(browser.session(0).opened_cell, opened.map(cell));
    }
    browser.does(0, OpenedKeep);
    assert_eq!(browser.session(0).opened_cell, None);
}

#[test]
fn the_result_is_handed_to_the_page_by_the_visitor_alone_and_whole() {
    let mut browser = reviewed(&[2]);
    browser.does(0, Shared);
    let shared = |browser: &Browser| -> Vec<String> {
        let emitted = browser.emitted(0).into_iter();
        emitted
            .filter_map(|event| match event {
                ElementEvent::Shared { document } => Some(document.clone()),
                _ => None,
            })
            .collect()
    };
    assert_eq!(shared(&browser), Vec::<String>::new(), "no result yet");
    browser.does(0, FinishedAsItIs);
    assert_eq!(shared(&browser), Vec::<String>::new(), "not asked for");
    browser.does(0, Shared);
    let [document] = &shared(&browser)[..] else {
        panic!("one document");
    };
    assert_eq!(Some(document), browser.text(&Slot::Result).as_ref());
}

#[test]
fn parts_open_beside_a_result_and_lead_back() {
    let mut browser = finished();
    for part in Part::ALL {
        assert_eq!(Part::from_text(part.as_str()), Some(part));
        browser.does(0, OpenedPart(part));
        assert_eq!(browser.session(0).screen, Screen::Part(part));
        browser.does(0, PressedBack);
        assert_eq!(browser.session(0).screen, Screen::Results);
    }
    let mut browser = Browser::new();
    let tab = browser.open();
    browser.does(tab, OpenedPart(Part::Map));
    browser.does(tab, PressedBack);
    assert_eq!(browser.session(tab).screen, Screen::Welcome, "no result");
}

#[test]
fn every_screen_has_a_name_that_leads_back_to_it() {
    let mut browser = finished();
    browser.does(0, OpenedWelcome);
    browser.does(0, Started);
    browser.does(0, press(3));
    let screens: Vec<(&str, Option<Message>)> = [
        Screen::Welcome,
        item(3),
        Screen::Review,
        Screen::Results,
        Screen::Keep,
        Screen::Part(Part::Map),
        Screen::Part(Part::Practice),
        Screen::Part(Part::Circle),
    ]
    .into_iter()
    .map(|screen| (screen.as_str(), Message::back_to(screen.as_str())))
    .collect();
    assert_eq!(
        screens,
        [
            ("welcome", None),
            ("item", Some(Continued)),
            ("review", Some(Continued)),
            ("results", Some(OpenedResults)),
            ("keep", Some(OpenedKeep)),
            ("map", Some(OpenedPart(Part::Map))),
            ("practice", Some(OpenedPart(Part::Practice))),
            ("circle", Some(OpenedPart(Part::Circle))),
        ]
    );
    for (name, message) in screens {
        browser.does(0, OpenedWelcome);
        if let Some(message) = message {
            browser.does(0, message);
            // An audit under way goes on at an item.
            let there = browser.session(0).screen.as_str();
            assert_eq!(there, if name == "review" { "item" } else { name });
        }
    }
}

#[test]
fn digits_press_or_choose_and_nothing_else_does() {
    for number in 1..=5 {
        let key = number.to_string();
        assert_eq!(
            Message::from_digit(&key),
            Some(PressedOption(option(number)))
        );
        assert_eq!(
            Message::choice_from_digit(&key),
            Some(ChoseOption(option(number)))
        );
    }
    for key in ["6", "/", "", "12", "ä", "a"] {
        assert_eq!(Message::from_digit(key), None, "{key}");
        assert_eq!(Message::choice_from_digit(key), None, "{key}");
    }
}

#[test]
fn the_paragraphs_stay_once_they_have_arrived() {
    let mut browser = finished();
    assert_eq!(browser.session(0).texts, None);
    let text = include_str!("../../../../content/result-texts.en.json");
    let texts = Rc::new(texts::parse(text).unwrap());
    browser.does(0, TextsArrived(Rc::clone(&texts)));
    browser.does(0, OpenedWelcome);
    assert_eq!(browser.session(0).texts, Some(texts));
}

#[test]
fn an_audit_with_everything_taken_over_from_the_short_form_is_finished_at_once() {
    let mut browser = Browser::new();
    let tab = browser.open();
    browser.does(tab, PickedForm(Short));
    browser.does(tab, Started);
    for scale in 0..3 {
        browser.does(tab, MarkedScale(scale));
    }
    browser.does(tab, FinishedAsItIs);
    browser.does(tab, WentOnToFull);
    assert_eq!(browser.session(tab).screen, Screen::Results);
    let result = browser.session(tab).result.clone().unwrap();
    assert_eq!(result.sheet.form, Full);
    assert!((0..3).all(|scale| {
        result
            .sheet
            .scale_not_applicable(&browser.instrument, scale)
    }));
}

#[test]
fn finishing_without_an_answer_shows_a_result_and_keeps_nothing() {
    let mut browser = Browser::new();
    let tab = browser.open();
    browser.does(tab, Started);
    browser.does(tab, FinishedAsItIs);
    assert_eq!(browser.session(tab).screen, Screen::Results);
    assert_eq!(browser.everything(), []);
}
