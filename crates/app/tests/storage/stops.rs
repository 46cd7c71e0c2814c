//! Every call on storage in a long walk through the audit, and what becomes of it if that call
//! throws, or if the page stops before or after it. What is stored can always be read, and is never
//! older than the last answer that was acknowledged: whose screen had changed.
//!
//! Stopping after a call is stopping before the next, so each number below is for both.

use std::collections::BTreeMap;

use app::session::Message::*;
use app::session::{Message, Notice, Session};
use measure::completed::Completed;
use measure::instrument::{FormName, ItemIndex};
use measure::response::Response;
use records::document::ResultDocument;
use records::read;
use records::store::StoreError;
use simulator::Fault;
use simulator::tabs::{Browser, added, imported, practised};

const EXPORT: &str = include_str!("../../../testing/fixtures/export.json");

/// What is done, step by step: each kind of write there is.
fn steps() -> Vec<Message> {
    let press = |number| PressedOption(testing::option(number));
    let practice = |clock: u8| {
        let text = format!(r#"{{"version":1,"clock":{clock},"writer":9,"removed":true}}"#);
        practised("circle", &text)
    };
    let export = read::result(EXPORT, &testing::shipped()).unwrap();
    let other = Completed {
        active_seconds: export.active_seconds + 1,
        ..export.clone()
    };
    let mut steps = vec![
        PickedForm(FormName::Short),
        Started,
        press(4),
        press(5),
        PressedNext,
        SetMovesOn(false),
        SetMovesOn(true),
        press(2),
        PressedBack,
        press(1),
        MarkedScale(testing::scale(1)),
        UnmarkedScale(testing::scale(1)),
        MarkedScale(testing::scale(1)),
        RevisitedItem(testing::item(0)),
        press(3),
        FinishedAsItIs,
        TurnedHistoryOn,
        practice(1),
        WentOnToFull,
        press(3),
        practice(2),
        press(2),
        FinishedAsItIs,
        imported(export),
        added(other),
        practice(3),
        OpenedWelcome,
        PickedForm(FormName::Short),
        Started,
        press(5),
        press(5),
        TurnedHistoryOff,
        RestoredPast,
    ];
    steps.extend([
        OpenedKeep,
        AskedToErase,
        Erased,
        UndidErase,
        AskedToErase,
        Erased,
        PageLeft,
    ]);
    steps
}

/// What a page that opens finds, part by part.
#[derive(Debug, Clone, Default, PartialEq)]
struct Found {
    /// Answers of the audit under way by item.
    answers: BTreeMap<ItemIndex, Response>,
    /// The latest result, as a file.
    result: Option<String>,
    /// Earlier results by name, that they are kept, and the texts of the practice.
    others: BTreeMap<String, String>,
}

impl Found {
    fn of(session: &Session) -> Self {
        let instrument = &session.instrument;
        let answers = ItemIndex::all(&instrument.items)
            .filter_map(|index| Some((index, session.response(index)?)))
            .filter(|_| session.can_continue());
        let past = session.past.iter();
        let past = past.map(|past| (format!("past {}", past.id), past.text.clone()));
        let practice = session.unparsed.iter();
        let practice = practice.map(|(slot, text)| (slot.suffix(), text.to_string()));
        let history = session
            .history
            .then(|| ("history".to_owned(), String::new()));
        Self {
            answers: answers.collect(),
            result: session
                .result
                .as_ref()
                .map(|result| ResultDocument::of(instrument, result).to_text()),
            others: past.chain(practice).chain(history).collect(),
        }
    }

    /// Whether each part is as it was before a step or as it is after it, and no answer is gone
    /// before the result that they made is there.
    fn lies_between(&self, before: &Self, after: &Self) -> Result<(), String> {
        for index in (0..36).map(testing::item) {
            let here = self.answers.get(&index);
            if here != before.answers.get(&index) && here != after.answers.get(&index) {
                return Err(format!("answer {index:?} is {here:?}"));
            }
        }
        if self.result != before.result && self.result != after.result {
            return Err("the result is neither".into());
        }
        let finished = after.answers.is_empty() && !before.answers.is_empty();
        let kept = self.answers == before.answers || self.result == after.result;
        if finished && !kept {
            return Err("neither the answers nor the result".into());
        }
        let names = before.others.keys().chain(after.others.keys());
        for name in names.chain(self.others.keys()) {
            let here = self.others.get(name);
            if here != before.others.get(name) && here != after.others.get(name) {
                return Err(format!("{name} is {here:?}"));
            }
        }
        Ok(())
    }
}

/// What is stored after each step, and how many calls there were until then; first of all before
/// any step.
fn undisturbed() -> Vec<(Found, usize)> {
    let mut browser = Browser::with_tab();
    let mut all = vec![(Found::of(&browser.stored()), browser.calls())];
    for step in steps() {
        browser.does(0, step);
        all.push((Found::of(&browser.stored()), browser.calls()));
    }
    all
}

#[test]
fn a_page_that_stops_at_any_call_leaves_what_was_acknowledged() {
    let whole = undisturbed();
    let calls = whole.last().unwrap().1;
    assert!(calls > 200, "{calls}");
    for call in 0..calls {
        let mut browser = Browser::with_fault(Fault::Since(call, StoreError::Unavailable));
        let tab = browser.open();
        let stopped_in = whole.iter().position(|(_, calls)| *calls > call).unwrap();
        for step in steps().into_iter().take(stopped_in) {
            browser.does(tab, step);
        }
        // The page is gone; another opens where storage is well.
        let stored = browser.stored();
        assert_eq!(stored.notices, [], "call {call}");
        let before = &whole[stopped_in.saturating_sub(1)].0;
        let found = Found::of(&stored);
        if let Err(why) = found.lies_between(before, &whole[stopped_in].0) {
            let step = &steps()[stopped_in - 1];
            panic!("call {call}, in step {stopped_in}, {step:?}: {why}");
        }
        // And the audit can be gone on with there.
        browser.set_fault(Fault::Never);
        let next = browser.open();
        assert_eq!(browser.notices(next), [], "call {call}");
        assert_eq!(Found::of(browser.session(next)), found, "call {call}");
    }
}

#[test]
fn a_call_that_throws_costs_nothing_once_storage_is_well_again() {
    let whole = undisturbed();
    // Until everything is deleted for the first time; what cannot be deleted is in crates/app/tests/session/undo.rs.
    let erased = steps().iter().position(|step| *step == Erased).unwrap();
    let (expected, calls) = whole[erased].clone();
    let loading = whole[0].1;
    for call in loading..calls {
        for error in [StoreError::Full, StoreError::Unavailable] {
            let mut browser = Browser::with_fault(Fault::Once(call, error.clone()));
            let tab = browser.open();
            for (number, step) in steps().into_iter().take(erased).enumerate() {
                browser.does(tab, step);
                let reported = browser.notices(tab).iter();
                let reported =
                    reported.filter(|n| matches!(n, Notice::NotSaved | Notice::StorageFull));
                let stored = browser.stored();
                // A visitor without a notice has lost nothing.
                if reported.count() == 0 {
                    let step = number + 1;
                    assert_eq!(
                        Found::of(&stored),
                        whole[step].0,
                        "call {call}, step {step}"
                    );
                }
            }
            browser.all(tab, [OpenedWelcome, OpenedKeep, PressedBack]);
            let found = Found::of(browser.session(tab));
            assert_eq!(found, expected, "call {call}, {error:?}: in memory");
        }
    }
}
