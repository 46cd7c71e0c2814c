//! What a session asks of the world and says of itself: events for the host page, the saved file,
//! active time, notices and the question before deleting.

use app::session::Message::*;
use app::session::{Effect, ElementEvent, Erasing, Notice};
use measure::instrument::FormName::Short;
use measure::time::LocalClock;
use records::store::StoreError;
use simulator::Fault;
use simulator::tabs::Browser;
use simulator::walk::reviewed;
use testing::clocks::{KIRITIMATI, PAGO_PAGO};
use testing::scale;

#[test]
fn the_host_page_hears_counts_and_times_but_no_answer() {
    let mut browser = reviewed(&[2]);
    browser.all(0, [FinishedAsItIs, OpenedKeep, Erased]);
    let emitted = browser.emitted(0);
    let progressed: Vec<usize> = emitted
        .iter()
        .filter_map(|event| match event {
            ElementEvent::Progressed {
                answered,
                total: 18,
            } => Some(*answered),
            _ => None,
        })
        .collect();
    assert_eq!(progressed, (1..=17).collect::<Vec<_>>());
    assert_eq!(
        emitted.first(),
        Some(&&ElementEvent::Started { form: Short })
    );
    let last: Vec<&&ElementEvent> = emitted.iter().rev().take(2).rev().collect();
    assert!(
        matches!(
            last[0],
            ElementEvent::Completed {
                form: Short,
                seconds: 18
            }
        ),
        "{last:?}"
    );
    assert_eq!(*last[1], &ElementEvent::Erased);
}

#[test]
fn the_file_is_named_by_the_day_and_reads_back() {
    let mut browser = reviewed(&[2]);
    browser.does(0, SavedJson);
    assert!(
        !browser
            .effects(0)
            .iter()
            .any(|effect| matches!(effect, Effect::SaveResult(_)))
    );
    browser.all(0, [FinishedAsItIs, SavedJson]);
    let downloads = browser.effects(0).iter().filter_map(|effect| match effect {
        Effect::SaveResult(file) => Some(file),
        _ => None,
    });
    let [file] = downloads.collect::<Vec<_>>()[..] else {
        panic!("one download");
    };
    assert_eq!((file.extension, file.mime), ("json", "application/json"));
    // Finished at 07:40 UTC, which is another day on either side of the Pacific.
    for (clock, name) in [
        (LocalClock::UTC, "leadership-audit-2026-11-21"),
        (KIRITIMATI, "leadership-audit-2026-11-21"),
        (PAGO_PAGO, "leadership-audit-2026-11-20"),
    ] {
        assert_eq!(file.name.text(clock), name);
    }
    let read = records::read::result(&file.text, &browser.instrument).unwrap();
    assert_eq!(Some(&read), browser.session(0).result.as_deref());
}

#[test]
fn the_host_page_cannot_tell_that_a_direction_was_marked() {
    let counts = |browser: &Browser, tab| -> Vec<usize> {
        let emitted = browser.emitted(tab).into_iter();
        let answered = emitted.filter_map(|event| match event {
            ElementEvent::Progressed { answered, .. } => Some(*answered),
            _ => None,
        });
        answered.collect()
    };
    let mut browser = Browser::answering_short(&[4, 5]);
    browser.all(
        0,
        [MarkedScale(scale(0)), PressedOption(testing::option(3))],
    );
    assert_eq!(counts(&browser, 0), [1, 2, 2, 3]);
    browser.all(
        0,
        [
            UnmarkedScale(scale(0)),
            MarkedScale(scale(1)),
            UnmarkedScale(scale(1)),
        ],
    );
    assert_eq!(counts(&browser, 0), [1, 2, 2, 3, 3, 3, 3]);
    // Nor after the page was loaded again.
    browser.does(0, MarkedScale(scale(2)));
    let tab = browser.open();
    browser.all(tab, [Continued, PressedOption(testing::option(3))]);
    assert_eq!(
        counts(&browser, tab),
        [3],
        "another answer to the same statement"
    );
}

#[test]
fn only_time_with_an_item_on_a_visible_screen_counts() {
    let mut browser = Browser::with_tab();
    browser.all(0, [PickedForm(Short), Started]);
    browser.now.tick += 60_000;
    browser.does(0, PageHidden); // 61 s
    browser.now.tick += 600_000;
    browser.does(0, PageShown);
    browser.presses(0, &[4]); // 1 s
    browser.does(0, OpenedWelcome);
    browser.now.tick += 600_000;
    browser.does(0, Continued);
    browser.now.tick += 2500;
    browser.does(0, PressedNext); // 3.5 s, left out
    browser.does(0, FinishedAsItIs);
    let seconds = browser.session(0).result.clone().unwrap().active_seconds;
    assert_eq!(seconds, 66, "65.5 seconds, rounded");
}

#[test]
fn a_notice_is_closed_by_its_place() {
    let mut browser = Browser::new();
    browser.set_fault(Fault::Since(0, StoreError::Unavailable));
    let tab = browser.open();
    browser.does(tab, Dismissed(Notice::NotSaved));
    assert_eq!(browser.notices(tab), [Notice::MemoryOnly]);
    browser.does(tab, Dismissed(Notice::MemoryOnly));
    assert_eq!(browser.notices(tab), []);
}

#[test]
fn the_question_about_deleting_ends_by_saying_no_or_leaving_the_screen() {
    let mut browser = reviewed(&[2]);
    browser.does(0, FinishedAsItIs);
    for way_out in [KeptEverything, OpenedKeep] {
        browser.all(0, [OpenedKeep, AskedToErase]);
        assert!(matches!(browser.session(0).erasing, Erasing::Asked(_)));
        browser.does(0, way_out.clone());
        assert_eq!(browser.session(0).erasing, Erasing::Idle, "{way_out:?}");
        assert!(browser.session(0).result.is_some());
    }
}

#[test]
fn while_storage_lacks_something_one_step_writes_everything_once() {
    let mut browser = Browser::answering(&[4, 5]);
    browser.set_fault(Fault::Since(0, StoreError::Full));
    browser.presses(0, &[3]);
    let before = browser.effects(0).len();
    // An answer, the time on its item and the next place: three writes of one step.
    browser.presses(0, &[2]);
    let effects = browser.effects(0)[before..].iter();
    let commits = effects.filter(|effect| matches!(effect, Effect::Commit(_)));
    let commits: Vec<_> = commits.collect();
    let [Effect::Commit(ops)] = commits[..] else {
        panic!("one commit: {commits:?}");
    };
    let mut slots: Vec<String> = ops.iter().map(|op| op.slot().suffix()).collect();
    let count = slots.len();
    slots.sort();
    slots.dedup();
    assert_eq!(
        (slots.len(), count),
        (6, 6),
        "the head, four answers, the place"
    );
}

#[test]
fn nothing_is_written_where_nothing_is_pending() {
    let mut browser = Browser::answering(&[4]);
    let commits = |browser: &Browser| {
        let effects = browser.effects(0).iter();
        effects
            .filter(|effect| matches!(effect, Effect::Commit(_)))
            .count()
    };
    let before = commits(&browser);
    browser.does(0, OpenedKeep);
    assert_eq!(commits(&browser), before);
}
