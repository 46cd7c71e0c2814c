//! The way through the screens: what each message leads to, in one tab.

use app::session::Message::*;
use app::session::{FormChoice, Message, Notice, Screen};
use measure::instrument::FormName::{Full, Short};
use measure::response::Response;
use simulator::tabs::Browser;
use simulator::walk::{press, reviewed};
use testing::option;

#[test]
fn from_welcome_to_keep() {
    let mut browser = Browser::with_tab();
    let start = [PickedForm(Short), Started];
    assert_eq!(browser.trail(0, start), "welcome 0");
    let places: Vec<String> = (1..18).map(|place| place.to_string()).collect();
    assert_eq!(
        browser.trail(0, [(); 17].map(|()| press(4))),
        places.join(" ")
    );
    let end = [press(4), OpenedKeep, PressedBack, OpenedKeep];
    assert_eq!(browser.trail(0, end), "results keep results keep");
    let back = [OpenedWelcome, OpenedResults];
    assert_eq!(browser.trail(0, back), "welcome results");
}

#[test]
fn the_walk_through_the_items() {
    let (next, back, four) = (|| PressedNext, || PressedBack, || press(4));
    let (choose, moves_on) = (|number| ChoseOption(option(number)), SetMovesOn);
    let not_applicable = PressedOption(Response::NotApplicable);
    for (case, steps, trail) in [
        ("next leaves out", vec![next(), next()], "0 1 2"),
        ("back", vec![four(), back(), back()], "0 1 0 welcome"),
        ("next after back", vec![four(), back(), next()], "0 1 0 1"),
        (
            "next goes through what was answered",
            vec![four(), four(), back(), back(), next(), next()],
            "0 1 2 1 0 1 2",
        ),
        (
            "arrows choose and stay",
            vec![choose(2), choose(3), next()],
            "0 0 0 1",
        ),
        (
            "moving on turned off and on",
            vec![moves_on(false), press(2), next(), moves_on(true), press(2)],
            "0 0 0 1 1 2",
        ),
        ("does not apply moves on, too", vec![not_applicable], "0 1"),
    ] {
        let steps = [Started].into_iter().chain(steps);
        assert_eq!(Browser::with_tab().trail(0, steps), trail, "{case}");
    }
    let before = [SetMovesOn(false), Started, press(2)];
    assert_eq!(Browser::with_tab().trail(0, before), "welcome 0 0");
}

#[test]
fn an_answer_within_a_millisecond_is_an_answer() {
    let mut browser = Browser::answering(&[]);
    for step in [press(4), press(4), PressedBack, PressedBack] {
        browser.now.tick -= 1000;
        browser.does(0, step);
    }
    assert_eq!(
        browser.trail(0, [PressedNext]),
        "1",
        "it is not passed over"
    );
}

#[test]
fn what_makes_no_sense_changes_no_screen() {
    for message in [
        Continued,
        PressedNext,
        PressedBack,
        press(4),
        ChoseOption(option(4)),
        FinishedAsItIs,
        OpenedResults,
        WentOnToFull,
        SavedJson,
        KeptEverything,
        UndidErase,
        Dismissed(Notice::MemoryOnly),
        SetMovesOn(false),
        PageShown,
        PageHidden,
        PageLeft,
        Stored(Ok(())),
        RevisitedItem(testing::item(99)),
        MarkedScale(testing::scale(7)),
        ClearedElsewhere,
    ] {
        let mut browser = Browser::with_tab();
        browser.does(0, message.clone());
        assert_eq!(browser.session(0).screen, Screen::Welcome, "{message:?}");
        assert_eq!(browser.everything(), [], "{message:?}");
    }
    let mut browser = reviewed(&[3]);
    browser.does(0, FinishedAsItIs);
    for message in [
        press(1),
        PressedNext,
        PressedBack,
        FinishedAsItIs,
        Continued,
    ] {
        let before = browser.session(0).result.clone();
        browser.does(0, message.clone());
        assert_eq!(browser.session(0).screen, Screen::results(), "{message:?}");
        assert_eq!(browser.session(0).result, before, "{message:?}");
    }
}

#[test]
fn the_review_shows_only_if_something_was_left_out() {
    let mut browser = reviewed(&[0, 17]);
    for (step, trail) in [
        (PressedBack, "0r review"),
        (PressedNext, "0r review"),
        (press(2), "0r review"),
    ] {
        assert_eq!(
            browser.trail(0, [RevisitedItem(testing::item(0)), step]),
            trail
        );
    }
    let end = [PressedBack, PressedNext, FinishedAsItIs];
    assert_eq!(browser.trail(0, end), "17 review results");
    let result = browser.session(0).result.clone().unwrap();
    assert_eq!(result.sheet.left_out(&browser.instrument).len(), 1);

    let mut browser = reviewed(&[5]);
    let last_gap = [RevisitedItem(testing::item(5)), press(3)];
    assert_eq!(browser.trail(0, last_gap), "5r results");
}

#[test]
fn each_direction_opens_with_its_first_item() {
    let mut browser = Browser::with_tab();
    for (form, opening) in [(Full, [0, 12, 24]), (Short, [0, 6, 12])] {
        browser.does(0, PickedForm(form));
        let session = browser.session(0);
        let opens: Vec<usize> = (0..session.items().len())
            .filter(|p| session.introduces_scale(*p))
            .collect();
        assert_eq!(opens, opening);
        assert!(!session.introduces_scale(99));
    }
}

#[test]
fn going_on_finds_the_item_that_was_on_screen() {
    for (case, answers, steps, place) in [
        ("after two answers", &[4, 4][..], vec![], "2"),
        ("after leaving one out", &[4], vec![PressedNext], "2"),
        (
            "after going back",
            &[4, 4],
            vec![PressedBack, PressedBack],
            "0",
        ),
        ("without moving on", &[], vec![ChoseOption(option(3))], "0"),
        (
            "after the welcome screen",
            &[4, 4],
            vec![OpenedWelcome],
            "2",
        ),
    ] {
        let mut browser = Browser::answering(answers);
        browser.all(0, steps);
        browser.close(0);
        let tab = browser.open();
        assert_eq!(browser.trail(tab, [Continued]), place, "{case}");
    }
}

#[test]
fn keys_press_options_by_their_character_or_else_by_their_place() {
    let none = Some(PressedOption(Response::NotApplicable));
    for (key, code, shifted, expected) in [
        ("1", "Digit1", false, Some(press(1))),
        ("5", "", false, Some(press(5))),
        ("0", "Numpad0", false, none.clone()),
        // French, without and with Shift.
        ("&", "Digit1", false, Some(press(1))),
        ("\"", "Digit3", false, Some(press(3))),
        ("1", "Digit1", true, Some(press(1))),
        ("à", "Digit0", false, none.clone()),
        // Vietnamese, where this key gives an accent.
        ("Dead", "Digit5", false, Some(press(5))),
        // Signs of other keyboards, with Shift.
        ("#", "Digit3", true, None),
        ("^", "Digit6", true, None),
        ("Dead", "Digit6", true, None),
        ("Dead", "BracketLeft", false, None),
        // A layout of other digits: what is written on the key counts.
        ("7", "Digit2", false, Some(press(7))),
        ("3", "Digit5", false, Some(press(3))),
        // A number pad that gives arrows.
        ("ArrowDown", "Numpad2", false, None),
        ("+", "NumpadAdd", false, None),
        ("=", "Equal", false, None),
        ("a", "KeyA", false, None),
        // An input method is at work.
        ("Process", "Digit3", false, None),
        ("Unidentified", "Digit3", false, None),
        ("00", "", false, None),
        ("12", "", false, None),
        ("", "", false, None),
        ("Enter", "Enter", false, None),
    ] {
        let pressed = Message::from_key(key, code, shifted, 9);
        assert_eq!(pressed, expected, "{key} {code} {shifted}");
    }
}

#[test]
fn the_digits_of_every_script_press_options() {
    for digits in [
        "0123456789",
        // Arabic, Persian, N'Ko.
        "٠١٢٣٤٥٦٧٨٩",
        "۰۱۲۳۴۵۶۷۸۹",
        "߀߁߂߃߄߅߆߇߈߉",
        // Devanagari, Bengali, Gurmukhi, Gujarati, Odia, Tamil, Telugu, Kannada, Malayalam.
        "०१२३४५६७८९",
        "০১২৩৪৫৬৭৮৯",
        "੦੧੨੩੪੫੬੭੮੯",
        "૦૧૨૩૪૫૬૭૮૯",
        "୦୧୨୩୪୫୬୭୮୯",
        "௦௧௨௩௪௫௬௭௮௯",
        "౦౧౨౩౪౫౬౭౮౯",
        "೦೧೨೩೪೫೬೭೮೯",
        "൦൧൨൩൪൫൬൭൮൯",
        // Thai, Lao, Tibetan, Burmese, Khmer, Mongolian.
        "๐๑๒๓๔๕๖๗๘๙",
        "໐໑໒໓໔໕໖໗໘໙",
        "༠༡༢༣༤༥༦༧༨༩",
        "၀၁၂၃၄၅၆၇၈၉",
        "០១២៣៤៥៦៧៨៩",
        "᠐᠑᠒᠓᠔᠕᠖᠗᠘᠙",
        // Full-width.
        "０１２３４５６７８９",
    ] {
        for (value, digit) in digits.chars().enumerate() {
            let expected = match value {
                0 => PressedOption(Response::NotApplicable),
                value => press(u64::try_from(value).unwrap()),
            };
            let pressed = Message::from_key(&digit.to_string(), "", false, 9);
            assert_eq!(pressed, Some(expected), "{digit}");
        }
        let next = digits.chars().next_back().unwrap() as u32 + 1;
        let next = char::from_u32(next).unwrap().to_string();
        assert_eq!(Message::from_key(&next, "", false, 9), None, "{next}");
    }
}

#[test]
fn a_key_beyond_the_options_is_left_to_the_browser() {
    for options in 2..=9 {
        for digit in 1..=9_u8 {
            let pressed = Message::from_key(&digit.to_string(), "", false, options);
            assert_eq!(
                pressed,
                (usize::from(digit) <= options).then(|| press(digit.into()))
            );
        }
        let none = Message::from_key("0", "", false, options);
        assert_eq!(none, Some(PressedOption(Response::NotApplicable)));
    }
}

#[test]
fn the_owner_may_offer_one_form_only() {
    let mut browser = Browser::new();
    browser.choice = FormChoice::Short;
    let tab = browser.open();
    assert_eq!(browser.session(tab).form(), Short);
    assert_eq!(browser.session(tab).items().len(), 18);
    // An audit under way keeps its form.
    browser.begins(tab, &[4]);
    browser.close(tab);
    browser.choice = FormChoice::Full;
    let tab = browser.open();
    assert_eq!(browser.session(tab).form(), Short);
    assert_eq!(browser.session(tab).picked, Full);
}
