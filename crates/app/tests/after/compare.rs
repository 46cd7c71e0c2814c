//! Picking results, and comparing two of them.

use super::{Page, result, text};
use app::after::{Message, Pick};
use app::session;
use measure::change::{Comparison, Refusal, Verdict};
use measure::instrument::Id;
use measure::time::UnixMs;
use records::past::PastResult;
use testing::shipped;

fn pick(keyed: u64, second: i64) -> Pick {
    Pick::Past(id(keyed, second))
}

fn id(keyed: u64, second: i64) -> Id {
    PastResult::of(&shipped(), &result(keyed, second)).id
}

impl Page {
    fn picks(&self) -> Vec<Pick> {
        self.after().picks(&self.browser.session(0).view())
    }

    fn comparison(&self) -> Option<Result<Comparison, Refusal>> {
        self.after().comparison(&self.browser.session(0).view())
    }
}

#[test]
fn two_picked_results_are_compared_the_earlier_one_first() {
    let mut page = Page::with_past(&[result(1, 1_000_000), result(5, 2_000_000)]);
    for pick in [Pick::Latest, pick(1, 1_000_000)] {
        page.sends(Message::Picked(pick));
    }
    let comparison = page.comparison().unwrap().unwrap();
    assert_eq!(comparison.earlier_at, UnixMs(1_000_000_000));
    for scale in &comparison.scales {
        assert_eq!(scale.verdict(), Verdict::Higher);
    }
}

#[test]
fn a_third_pick_replaces_the_first_and_a_second_press_unpicks() {
    let past = [
        result(2, 1_000_000),
        result(2, 1_500_000),
        result(3, 2_000_000),
    ];
    let mut page = Page::with_past(&past);
    let (oldest, middle) = (pick(2, 1_000_000), pick(2, 1_500_000));
    // The latest is kept too, and listed once.
    assert_eq!(page.picks(), [Pick::Latest, middle.clone(), oldest.clone()]);
    for pick in [oldest.clone(), middle.clone(), Pick::Latest] {
        page.sends(Message::Picked(pick));
    }
    assert_eq!(page.after().picked, [middle.clone(), Pick::Latest]);
    page.sends(Message::Picked(middle.clone()));
    assert_eq!(page.after().picked, [Pick::Latest]);
    // A deleted result is unpicked.
    page.sends(Message::Picked(middle));
    page.sends(session::Message::ForgotPast(id(2, 1_500_000)));
    assert_eq!(page.after().picked, [Pick::Latest]);
}

#[test]
fn earlier_results_are_compared_and_what_is_gone_is_not() {
    let past = [
        result(2, 1_000_000),
        result(5, 1_500_000),
        result(3, 2_000_000),
    ];
    let mut page = Page::with_past(&past);
    for pick in [pick(2, 1_000_000), pick(5, 1_500_000)] {
        page.sends(Message::Picked(pick));
    }
    let comparison = page.comparison().unwrap().unwrap();
    assert_eq!(comparison.scales[0].verdict(), Verdict::Higher);
    page.sends(session::Message::TurnedHistoryOff);
    assert_eq!((page.after().picked.len(), page.comparison()), (0, None));
    page.chooses(&text(&result(1, 1_000_000)));
    assert_eq!(page.picks(), [Pick::Latest], "a file is not one's own");
}

#[test]
fn an_earlier_result_is_shown_again_and_the_latest_is_not_lost() {
    let (earlier, latest) = (result(2, 1_000_000), result(4, 2_000_000));
    let mut page = Page::with_past(&[earlier.clone(), latest]);
    page.sends(session::Message::ShowedPast(id(2, 1_000_000)));
    let stored = page.browser.stored();
    assert_eq!(stored.result.as_deref(), Some(&earlier));
    assert_eq!(stored.past.len(), 2);
    let effects = page.sends(session::Message::ShowedPast(Id::new("gone").unwrap()));
    assert_eq!(effects, []);
}
