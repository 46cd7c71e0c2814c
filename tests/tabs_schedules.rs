//! Visitors who do anything in any order in up to four tabs, on generated schedules. Tabs hear of
//! each other late; only before a visitor acts in a tab has it taken in what was sent to it, as in
//! a browser, whose events stand in one queue.
#![cfg(not(target_arch = "wasm32"))]

mod common;

use std::collections::BTreeMap;
use std::rc::Rc;

use common::option;
use common::tabs::Browser;
use leadership_audit::record::Completed;
use leadership_audit::record::slot::Slot;
use leadership_audit::response::{Response, ResponseSheet};
use leadership_audit::session::{Erasing, Message, Notice, Screen};
use leadership_audit::time::UnixMs;
use proptest::prelude::*;

/// What a visitor does next. The first number picks one of the open tabs.
#[derive(Debug, Clone)]
enum Act {
    Open,
    Close(usize),
    /// Starts a new audit and answers its first item.
    Begin(usize, u64),
    Answer(usize, usize, u64),
    Mark(usize, usize),
    Unmark(usize, usize),
    Finish(usize),
    Keep(usize),
    Erase(usize),
    Undo(usize),
    /// Keeps earlier results from now on, or no longer.
    History(usize, bool),
    /// One tab hears of what the others did.
    Hear(usize),
}

fn act() -> impl Strategy<Value = Act> {
    let tab = 0_usize..4;
    prop_oneof![
        1 => Just(Act::Open),
        1 => tab.clone().prop_map(Act::Close),
        2 => (tab.clone(), 1_u64..=5).prop_map(|(tab, n)| Act::Begin(tab, n)),
        8 => (tab.clone(), 0_usize..36, 1_u64..=5).prop_map(|(tab, item, n)| Act::Answer(tab, item, n)),
        1 => (tab.clone(), 0_usize..3).prop_map(|(tab, scale)| Act::Mark(tab, scale)),
        1 => (tab.clone(), 0_usize..3).prop_map(|(tab, scale)| Act::Unmark(tab, scale)),
        1 => tab.clone().prop_map(Act::Finish),
        1 => tab.clone().prop_map(Act::Keep),
        1 => tab.clone().prop_map(Act::Erase),
        1 => tab.clone().prop_map(Act::Undo),
        1 => (tab.clone(), any::<bool>()).prop_map(|(tab, on)| Act::History(tab, on)),
        4 => tab.prop_map(Act::Hear),
    ]
}

/// What storage holds.
#[derive(Debug, Clone, Default)]
struct Held {
    /// Answers of the audit under way, if there is one.
    answers: Option<ResponseSheet>,
    result: Option<Rc<Completed>>,
    history: bool,
    /// By the moments of their ends.
    past: BTreeMap<UnixMs, ResponseSheet>,
}

impl Held {
    fn remember(&mut self) {
        if let Some(result) = self.result.as_ref().filter(|_| self.history) {
            self.past.insert(result.ended_at, result.sheet.clone());
        }
    }
}

/// A browser and what its storage must hold.
struct World {
    browser: Browser,
    held: Held,
    /// By tab: what undoing brings back there.
    undo: Vec<Option<Held>>,
}

impl World {
    fn new() -> Self {
        let mut world = Self {
            browser: Browser::new(),
            held: Held::default(),
            undo: Vec::new(),
        };
        world.open();
        world
    }

    fn open(&mut self) {
        if self.browser.open_tabs().len() < 4 {
            self.browser.open();
            self.undo.push(None);
        }
    }

    fn blank(&self) -> ResponseSheet {
        ResponseSheet::blank(
            &self.browser.instrument,
            leadership_audit::instrument::FormName::Full,
        )
    }

    /// Does what the act says where that is possible, and says what must follow.
    fn act(&mut self, act: &Act) {
        let open = self.browser.open_tabs();
        let pick = |tab: &usize| open[*tab % open.len()];
        match act {
            Act::Open => self.open(),
            Act::Close(tab) if open.len() > 1 => self.browser.close(pick(tab)),
            Act::Close(_) => {}
            Act::Hear(tab) => self.browser.deliver(pick(tab)),
            Act::Begin(tab, n) => {
                self.browser.begins(pick(tab), &[*n]);
                let mut begun = self.blank();
                begun.set(0, Some(option(*n)));
                self.held.answers = Some(begun);
            }
            Act::Answer(tab, item, n) => {
                if self.goes_on(pick(tab)) {
                    self.browser.answers(pick(tab), *item, *n);
                    self.expect(&[*item], Some(option(*n)));
                }
            }
            Act::Mark(tab, scale) => {
                if self.goes_on(pick(tab)) {
                    self.browser.does(pick(tab), Message::MarkedScale(*scale));
                    let items: Vec<usize> = (scale * 12..scale * 12 + 12).collect();
                    self.expect(&items, Some(Response::NotApplicable));
                }
            }
            Act::Unmark(tab, scale) => {
                let tab = pick(tab);
                if self.goes_on(tab) && self.browser.session(tab).scale_marked(*scale) {
                    self.browser.does(tab, Message::UnmarkedScale(*scale));
                    // Which answers come back depends on where the mark was made.
                    self.held.answers = Some(self.browser.session(tab).sheet());
                }
            }
            Act::Finish(tab) => {
                if self.goes_on(pick(tab)) && self.browser.session(pick(tab)).answered() > 0 {
                    self.browser.does(pick(tab), Message::FinishedAsItIs);
                    self.held.answers = None;
                    self.held
                        .result
                        .clone_from(&self.browser.session(pick(tab)).result);
                    self.held.remember();
                }
            }
            Act::Keep(tab) => self.browser.does(pick(tab), Message::OpenedKeep),
            Act::Erase(tab) => self.erase(pick(tab)),
            Act::Undo(tab) => self.undo(pick(tab)),
            Act::History(tab, true) => {
                let tab = pick(tab);
                self.browser.deliver(tab);
                // Where there is nothing to keep, the choice stays in the tab.
                if self.browser.session(tab).has_anything() {
                    self.browser.does(tab, Message::TurnedHistoryOn);
                    self.held.history = true;
                    self.held.remember();
                }
            }
            Act::History(tab, false) => {
                self.browser.does(pick(tab), Message::TurnedHistoryOff);
                self.held.history = false;
                self.held.past.clear();
            }
        }
    }

    /// Whether the tab is in the audit under way, going on with it if need be.
    fn goes_on(&mut self, tab: usize) -> bool {
        self.browser.deliver(tab);
        if !matches!(
            self.browser.session(tab).screen,
            Screen::Item { .. } | Screen::Review
        ) {
            self.browser.does(tab, Message::Continued);
        }
        self.held.answers.is_some()
    }

    fn expect(&mut self, items: &[usize], response: Option<Response>) {
        if let Some(sheet) = &mut self.held.answers {
            for item in items {
                sheet.set(*item, response);
            }
        }
    }

    fn erase(&mut self, tab: usize) {
        self.browser.does(tab, Message::OpenedKeep);
        self.browser.does(tab, Message::AskedToErase);
        let nothing_new =
            self.held.answers.is_none() && self.held.result.is_none() && self.held.past.is_empty();
        self.browser.does(tab, Message::Erased);
        let before = std::mem::take(&mut self.held);
        if !(nothing_new && self.undo[tab].is_some()) {
            self.undo[tab] = Some(before);
        }
        for (other, undo) in self.undo.iter_mut().enumerate() {
            if other != tab {
                *undo = None;
            }
        }
    }

    fn undo(&mut self, tab: usize) {
        self.browser.deliver(tab);
        let offered = matches!(self.browser.session(tab).erasing, Erasing::Done(_));
        assert_eq!(
            offered,
            self.undo[tab].is_some(),
            "undo is offered where it is possible"
        );
        self.browser.does(tab, Message::UndidErase);
        if let Some(before) = self.undo[tab].take() {
            // What was done since then stays.
            let blank = self.blank();
            let held = &mut self.held;
            if held.answers.as_ref().is_none_or(|now| *now == blank) {
                held.answers = before.answers.or(held.answers.take());
            }
            held.result = held.result.take().or(before.result);
            held.history |= before.history;
            held.past.extend(before.past);
        }
    }

    fn check(&self, after: &str) {
        let stored = self.browser.stored();
        assert_eq!(stored.notices, [], "after {after}");
        let answers = self.held.answers.clone().unwrap_or_else(|| self.blank());
        assert_eq!(stored.sheet(), answers, "after {after}");
        assert_eq!(stored.result, self.held.result, "after {after}");
        let past = stored.past.iter().map(|result| {
            let sheet = result
                .kept
                .completed
                .as_ref()
                .map(|completed| &completed.sheet);
            (result.kept.provenance.ended_at, sheet.unwrap().clone())
        });
        assert_eq!(
            past.collect::<BTreeMap<_, _>>(),
            self.held.past,
            "after {after}"
        );
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn storage_holds_what_was_done_and_tabs_agree_with_it(acts in prop::collection::vec(act(), 1..50)) {
        let mut world = World::new();
        for act in &acts {
            world.act(act);
            world.check(&format!("{act:?}"));
        }
        world.browser.settle();
        world.check("every tab heard of everything");
        for tab in world.browser.open_tabs() {
            let session = world.browser.session(tab);
            prop_assert_eq!(session.sheet(), world.browser.stored_sheet(), "tab {}", tab);
            prop_assert_eq!(&session.past, &world.browser.stored().past, "tab {}", tab);
            prop_assert!(session.history == world.held.history, "tab {}", tab);
            let known = session.notices.iter().all(|notice| {
                use Notice::{ErasedElsewhere, FinishedElsewhere, RestartedElsewhere};
                matches!(notice, ErasedElsewhere | FinishedElsewhere | RestartedElsewhere)
            });
            prop_assert!(known, "tab {} says {:?}", tab, session.notices);
        }
        // Deleting everything at last leaves nothing once the tabs are gone, in whatever order.
        world.erase(world.browser.open_tabs()[0]);
        for tab in world.browser.open_tabs().into_iter().rev() {
            world.browser.close(tab);
        }
        prop_assert_eq!(world.browser.everything(), []);
    }

    #[test]
    fn what_only_one_tab_answered_survives_even_if_no_tab_heard_of_another(
        acts in prop::collection::vec((0_usize..3, 0_usize..12, 1_u64..=5, any::<bool>()), 1..40),
    ) {
        let mut browser = Browser::new();
        let mut expected: Vec<Option<u64>> = vec![None; 36];
        for _ in 0..3 {
            let tab = browser.open();
            browser.takes(tab, Message::Started);
        }
        for (tab, item, n, hears) in acts {
            if hears {
                browser.deliver(tab);
                if browser.place(tab).is_none() {
                    browser.takes(tab, Message::Continued);
                }
            }
            // Each tab keeps to its own direction.
            let item = tab * 12 + item;
            browser.takes(tab, Message::RevisitedItem(item));
            browser.takes(tab, Message::ChoseOption(option(n)));
            expected[item] = Some(n);
        }
        browser.settle();
        let stored = browser.stored_sheet();
        for (item, n) in expected.iter().enumerate() {
            prop_assert_eq!(stored.get(item), n.map(option), "item {}", item);
        }
        for tab in 0..3 {
            prop_assert_eq!(browser.session(tab).sheet(), stored.clone(), "tab {}", tab);
        }
        prop_assert!(browser.text(&Slot::Head).is_some());
    }
}
