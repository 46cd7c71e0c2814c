//! Results that are opened from files, one or many: nothing of one's own changes, and a group is shown
//! from five people on.

use super::{Page, result, text};
use app::after::{FileKey, MAX_FILES, MAX_TOGETHER, Message, Opened, Pick};
use app::effect::{Effect, Sheet};
use app::session::{self, GridCell, Screen};
use json::MAX_BYTES;
use measure::change::{Refusal, Verdict};
use measure::completed::Completed;
use measure::time::{LocalClock, UnixMs};
use records::past::PastResult;
use testing::shipped;

const NOTHING_OPEN: Screen = Screen::Opened { opened_cell: None };

impl Page {
    fn screen(&self) -> &Screen {
        &self.browser.session(0).screen
    }

    fn key(&self, place: usize) -> FileKey {
        self.after().files.all()[place].key
    }

    fn beside(&self) -> Vec<Pick> {
        let view = self.browser.session(0).view();
        self.after().picks_beside_opened(&view)
    }

    /// Opens these results at once, from files with the names of this program.
    fn opens_all(&mut self, results: &[(&str, Completed)]) {
        let texts: Vec<(String, String)> = results
            .iter()
            .map(|(name, completed)| ((*name).to_owned(), text(completed)))
            .collect();
        let files: Vec<(&str, &str)> = texts
            .iter()
            .map(|(name, text)| (name.as_str(), text.as_str()))
            .collect();
        self.chooses_all(&files);
    }
}

#[test]
fn one_file_opens_at_once_and_closing_it_puts_ones_own_back() {
    let own = result(3, 2_000_000);
    let mut page = Page::with_latest(own.clone());
    let before = page.browser.everything();
    page.chooses(&text(&result(5, 1_000_000)));
    assert_eq!(page.screen(), &NOTHING_OPEN);
    let after = page.after();
    let opened = after.opened_file().and_then(|file| file.completed());
    assert_eq!(opened, Some(&result(5, 1_000_000)));

    let at = GridCell {
        scale: testing::scale(1),
        facet: Some(testing::facet(0)),
    };
    page.sends(session::Message::PressedCell(at));
    assert_eq!(page.browser.session(0).opened_cell(), Some(at));
    let printed = page.sends(Message::AskedToPrintOpened);
    assert_eq!(printed, [Effect::Print(Sheet::Opened)]);
    page.sends(session::Message::PressedBack);
    assert_eq!(page.screen(), &Screen::Keep);
    assert_eq!(page.browser.session(0).result.as_deref(), Some(&own));
    assert_eq!(page.browser.everything(), before);

    // The browser's Back and Forward: to the screen before, and to the opened result again.
    page.sends(session::Message::back_to("opened").unwrap());
    assert_eq!(page.screen(), &NOTHING_OPEN);
    page.sends(Message::ClosedFiles);
    page.sends(session::Message::back_to("opened").unwrap());
    assert_eq!(page.screen(), &Screen::Keep, "nothing is open any more");
    assert_eq!(page.browser.everything(), before);
}

#[test]
fn several_files_become_a_list_from_which_each_opens() {
    let mut page = Page::with_latest(result(3, 2_000_000));
    let before = page.browser.everything();
    let (one, other) = (text(&result(5, 1_000_000)), text(&result(1, 1_500_000)));
    page.chooses_all(&[("a.json", &one), ("b.json", "{"), ("c.json", &other)]);
    assert_eq!(page.screen(), &Screen::Keep);
    let names: Vec<_> = page
        .after()
        .files
        .all()
        .iter()
        .map(|file| file.name.clone())
        .collect();
    assert_eq!(names, ["a.json", "b.json", "c.json"]);
    assert_eq!(page.sends(Message::OpenedFile(page.key(1))), []);
    page.sends(Message::OpenedFile(page.key(2)));
    assert_eq!(page.after().opened, Some(Opened::File(page.key(2))));
    assert_eq!(page.screen(), &NOTHING_OPEN);
    assert_eq!(page.browser.everything(), before);
}

#[test]
fn an_opened_result_is_compared_with_one_of_the_same_initials_first() {
    let mut page = Page::with_latest(result(3, 2_000_000));
    page.opens_all(&[
        ("leadership-audit-2026-11-23-ab.json", result(2, 3_000_000)),
        ("leadership-audit-2026-11-23-mk.json", result(4, 3_000_000)),
        ("leadership-audit-2026-08-24-mk.json", result(1, 1_000_000)),
    ]);
    page.sends(Message::OpenedFile(page.key(1)));
    let earlier = Pick::File(page.key(2));
    let expected = [earlier.clone(), Pick::Latest, Pick::File(page.key(0))];
    assert_eq!(page.beside(), expected);

    let compared = |page: &Page| {
        let view = page.browser.session(0).view();
        page.after().comparison_of_opened(&view)
    };
    assert_eq!(compared(&page), None);
    page.sends(Message::ComparedWith(Some(earlier)));
    let comparison = compared(&page).unwrap().unwrap();
    assert_eq!(comparison.earlier_at, UnixMs(1_000_000_000));
    assert_eq!(comparison.scales[0].verdict(), Verdict::Higher);
    page.sends(Message::ClosedFile(page.key(2)));
    assert_eq!(compared(&page), None, "it is closed");

    // One's own result, imported, is the same as that in the file.
    page.sends(Message::ImportedFile(page.key(1)));
    page.sends(Message::ComparedWith(Some(Pick::Latest)));
    assert_eq!(compared(&page), Some(Err(Refusal::SameResult)));
}

#[test]
fn an_opened_result_is_no_longer_compared_with_an_earlier_one_that_is_gone() {
    let past = [1_000_000, 2_000_000, 3_000_000].map(|second| result(3, second));
    let mut page = Page::with_past(&past);
    page.chooses(&text(&result(5, 4_000_000)));
    let id = |second| PastResult::of(&shipped(), &result(3, second)).id;
    let earliest = Pick::Past(id(1_000_000));
    page.sends(Message::ComparedWith(Some(earliest.clone())));
    page.sends(session::Message::ForgotPast(id(2_000_000)));
    assert_eq!(page.after().compared, Some(earliest));
    page.sends(session::Message::ForgotPast(id(1_000_000)));
    assert_eq!(page.after().compared, None);
}

#[test]
fn a_result_that_is_there_twice_is_left_out_and_said() {
    let mut page = Page::empty();
    let (one, other) = (result(5, 1_000_000), result(1, 1_000_000));
    page.opens_all(&[
        ("a.json", one.clone()),
        ("b.json", other),
        ("c.json", one.clone()),
    ]);
    let files = &page.after().files;
    assert_eq!((files.all().len(), files.repeated), (2, 1));
    // Chosen by itself it opens, and is not listed twice.
    page.opens_all(&[("d.json", one)]);
    let files = &page.after().files;
    assert_eq!((files.all().len(), files.repeated), (2, 0));
    assert_eq!(files.all()[0].name, "d.json");
    assert_eq!(page.after().opened, Some(Opened::File(page.key(0))));
}

/// Results that differ in their answers or in their days.
fn people(count: i64) -> Vec<(&'static str, Completed)> {
    let one = |number: i64| result(1 + u64::try_from(number % 5).unwrap(), 1_000_000 + number);
    (0..count).map(|number| ("a.json", one(number))).collect()
}

#[test]
fn a_group_is_of_five_people_at_least() {
    let mut page = Page::empty();
    page.opens_all(&people(4));
    assert!(page.after().files.groups.is_empty());
    assert_eq!(page.sends(Message::OpenedGroup), []);
    page.opens_all(&people(5)[4..]);
    let [group] = &*page.after().files.groups else {
        panic!("one form");
    };
    assert_eq!((group.people, group.directions.len()), (5, 3));
    page.sends(Message::OpenedGroup);
    assert_eq!(page.screen(), &NOTHING_OPEN);
    assert_eq!(page.after().opened_file(), None);
    page.sends(Message::ClosedFile(page.key(0)));
    assert!(page.after().files.groups.is_empty());
    page.sends(session::Message::back_to("opened").unwrap());
    assert_eq!(page.screen(), &Screen::Keep, "too few are left");
}

#[test]
fn a_group_that_was_not_opened_is_not_gone_forward_to() {
    let mut page = Page::empty();
    page.opens_all(&people(5));
    assert_eq!(page.after().files.groups.len(), 1);
    page.sends(session::Message::back_to("opened").unwrap());
    assert_eq!(page.screen(), &Screen::Keep);
}

#[test]
fn what_can_be_open_is_bounded() {
    let mut page = Page::empty();
    let reads = |page: &Page| page.after().files.reading.map_or(0, |reading| reading.of);
    page.sends(Message::ChoseFiles(vec![1; MAX_FILES + 7]));
    assert_eq!((reads(&page), page.after().files.beyond), (MAX_FILES, 7));
    page.sends(Message::ClosedFiles);
    assert_eq!(page.after().files.reading, None, "nothing is read any more");
    let largest = MAX_BYTES as u64;
    let fitting = (MAX_TOGETHER / largest) as usize;
    page.sends(Message::ChoseFiles(vec![largest; fitting + 2]));
    assert_eq!((reads(&page), page.after().files.beyond), (fitting, 2));
    page.sends(Message::ClosedFiles);
    // What is refused by its size alone takes no room: it is named as too large.
    page.sends(Message::ChoseFiles(vec![2 * MAX_TOGETHER, largest + 1, 1]));
    assert_eq!((reads(&page), page.after().files.beyond), (3, 0));
    // Of a choice that was given up, nothing arrives.
    page.sends(Message::ClosedFiles);
    page.sends(Message::ReadFile("late.json".to_owned(), "{".to_owned()));
    assert!(page.after().files.all().is_empty());
}

#[test]
fn initials_are_a_few_letters() {
    let mut page = Page::with_latest(result(3, 2_000_000));
    for (typed, name) in [
        ("", "leadership-audit-1970-01-24"),
        (" M.K. 3", "leadership-audit-1970-01-24-mk"),
        ("../É", "leadership-audit-1970-01-24-é"),
        ("abcdefghijkl", "leadership-audit-1970-01-24-abcdefgh"),
    ] {
        page.sends(Message::TypedInitials(typed.to_owned()));
        for message in [Message::AskedForCsv.into(), session::Message::SavedJson] {
            let effects = page.sends(message);
            let Some(Effect::SaveResult(file)) = effects.first() else {
                panic!("{effects:?}");
            };
            assert_eq!(file.name.text(LocalClock::UTC), name);
        }
    }
}
