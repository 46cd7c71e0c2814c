//! Where a visit begins, which screens there are, and what the owner, the page and the workbook can
//! ask of a session.

use std::rc::Rc;

use app::after;
use app::attributes::Attributes;
use app::session::Message::*;
use app::session::{
    Effect, ElementEvent, FormChoice, GridCell, Message, Part, Screen, Session, Start,
};
use measure::instrument::FormName::{Full, Short};
use records::document::ResultDocument;
use simulator::tabs::Browser;
use simulator::walk::{press, reviewed};
use testing::{option, shipped, small};

/// A tab that has been to `before`, left and come again.
fn come_again(before: &[Message]) -> Browser {
    let mut browser = Browser::with_tab();
    for message in before {
        browser.does(0, message.clone());
    }
    browser.close(0);
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
        ("new", &answered[..0], Start::Audit, Screen::item(0)),
        ("under way", &answered, Start::Welcome, Screen::Welcome),
        ("under way", &answered, Start::Audit, Screen::item(2)),
        ("finished", &done, Start::Audit, Screen::Welcome),
        ("part", &done, Start::Map, Screen::Part(Part::Map)),
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
    assert_eq!(browser.session(1).screen, Screen::item(1));
    assert_eq!(browser.stored_responses(), "4");
}

#[test]
fn the_first_drawing_knows_nothing_of_storage() {
    let first = |choice, start| Session::first(Rc::new(shipped()), choice, start);
    let begun = first(FormChoice::Short, Start::Audit);
    assert_eq!(begun.screen, Screen::item(0));
    assert_eq!(begun.items().len(), 18);
    assert_eq!(first(FormChoice::Choose, Start::Welcome).form(), Full);
    let part = first(FormChoice::Choose, Start::Circle);
    assert_eq!(part.screen, Screen::Part(Part::Circle));
}

#[test]
fn the_owner_offers_only_forms_that_there_are() {
    let mut browser = Browser::with_tab();
    for (choice, picked) in [
        (FormChoice::Short, Short),
        (FormChoice::Choose, Full),
        (FormChoice::Full, Full),
    ] {
        browser.does(0, Configured(choice));
        let session = browser.session(0);
        assert_eq!((session.choice, session.picked), (choice, picked));
    }
    let without = small(4, |text| text);
    let session = Session::first(Rc::new(without), FormChoice::Short, Start::Welcome);
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
        let cell = |(facet, scale)| GridCell {
            scale: testing::scale(scale),
            facet: Some(testing::facet(facet)),
        };
        browser.does(0, PressedCell(cell(press)));
        assert_eq!(browser.session(0).opened_cell(), opened.map(cell));
    }
    browser.does(0, OpenedKeep);
    assert_eq!(browser.session(0).opened_cell(), None);
    let before = browser.session(0).clone();
    browser.does(
        0,
        PressedCell(GridCell {
            scale: testing::scale(0),
            facet: None,
        }),
    );
    assert_eq!(*browser.session(0), before, "no grid on screen");
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
    let session = browser.session(0);
    let result = session.result.as_ref().unwrap();
    let whole = ResultDocument::of(&session.instrument, result).to_text();
    assert_eq!(document, &whole);
}

#[test]
fn parts_open_beside_a_result_and_lead_back() {
    let mut browser = finished();
    for part in Part::ALL {
        assert_eq!(Part::from_text(part.as_str()), Some(part));
        let trail = browser.trail(0, [OpenedPart(part), PressedBack]);
        assert_eq!(trail, format!("{} results", part.as_str()));
    }
    let trail = Browser::with_tab().trail(0, [OpenedPart(Part::Map), PressedBack]);
    assert_eq!(trail, "map welcome", "no result");
}

#[test]
fn every_screen_has_a_name_that_leads_back_to_it() {
    let mut browser = finished();
    browser.all(0, [OpenedWelcome, Started, press(3)]);
    for (screen, name, message) in [
        (Screen::Welcome, "welcome", None),
        (Screen::item(3), "item", Some(Continued)),
        (Screen::review(), "review", Some(Continued)),
        (Screen::results(), "results", Some(OpenedResults)),
        (Screen::Keep, "keep", Some(OpenedKeep)),
        (Screen::Part(Part::Map), "map", Some(OpenedPart(Part::Map))),
        (
            Screen::Part(Part::Practice),
            "practice",
            Some(OpenedPart(Part::Practice)),
        ),
        (
            Screen::Part(Part::Circle),
            "circle",
            Some(OpenedPart(Part::Circle)),
        ),
        (Screen::Rounds, "rounds", Some(OpenedRounds)),
        (
            Screen::Opened { opened_cell: None },
            "opened",
            Some(OpenedFromFiles),
        ),
    ] {
        assert_eq!(screen.as_str(), name);
        assert_eq!(Message::back_to(name), message);
        browser.does(0, OpenedWelcome);
        browser.all(0, message);
        let expected = match name {
            // An audit under way goes on at an item.
            "review" => "item",
            // No file is open.
            "opened" => "keep",
            same => same,
        };
        assert_eq!(browser.session(0).screen.as_str(), expected);
    }
}

#[test]
fn digits_choose_and_nothing_else_does() {
    for number in 1..=9 {
        let chosen = Message::choice_from_digit(&number.to_string());
        assert_eq!(chosen, Some(ChoseOption(option(number))));
    }
    for text in ["/", ":", "٪", "", "12", "+1", "ä", "a"] {
        assert_eq!(Message::choice_from_digit(text), None, "{text}");
    }
}

#[test]
fn an_option_that_is_not_offered_is_no_answer() {
    let mut browser = Browser::answering(&[4]);
    for message in [ChoseOption(option(6)), PressedOption(option(6))] {
        browser.does(0, message);
        assert_eq!(browser.session(0).answered(), 1);
        assert!(matches!(
            browser.session(0).screen,
            Screen::Item { position: 1, .. }
        ));
    }
}

#[test]
fn an_audit_with_everything_taken_over_from_the_short_form_is_finished_at_once() {
    let mut browser = Browser::with_tab();
    browser.all(0, [PickedForm(Short), Started]);
    for scale in 0..3 {
        browser.does(0, MarkedScale(testing::scale(scale)));
    }
    browser.all(0, [FinishedAsItIs, WentOnToFull]);
    assert_eq!(browser.session(0).screen, Screen::results());
    let result = browser.session(0).result.clone().unwrap();
    assert_eq!(result.sheet.form, Full);
    assert!((0..3).all(|scale| {
        result
            .sheet
            .scale_not_applicable(&browser.instrument, testing::scale(scale))
    }));
}

#[test]
fn finishing_without_an_answer_shows_a_result_and_keeps_nothing() {
    let mut browser = Browser::with_tab();
    browser.all(0, [Started, FinishedAsItIs]);
    assert_eq!(browser.session(0).screen, Screen::results());
    assert_eq!(browser.everything(), []);
}

#[test]
fn a_screen_that_is_built_beforehand_knows_where_a_visit_begins() {
    let first = Attributes::first(FormChoice::Short, Start::Map);
    assert_eq!((first.form, first.start), (FormChoice::Short, Start::Map));
    let others = Attributes::default();
    assert_eq!(Attributes::first(others.form, others.start), others);
}

#[test]
fn an_invitation_leads_to_its_round_in_whatever_case() {
    for text in ["LA1.I.abc", "la1.i.ABC"] {
        assert_eq!(Message::back_to(text), Some(Invited(text.into())));
    }
    for text in ["LA1.O.abc", "LA1.I", "nonsense"] {
        assert_eq!(Message::back_to(text), None);
    }
}

#[test]
fn messages_to_parts_are_equal_if_what_is_in_them_is() {
    let message = |pages: &[u64]| Message::from(after::Message::ChoseFiles(pages.to_vec()));
    assert_eq!(message(&[1]), message(&[1]));
    assert_ne!(message(&[1]), message(&[2]));
}
