//! Visitors who do anything in any order in up to four tabs, and what storage must hold after each
//! act. Tabs hear of each other late; before a visitor acts in a tab it has handled what was sent to it,
//! as in a browser, where all events share one queue.

use std::collections::BTreeMap;
use std::rc::Rc;

use app::practice::text::Field;
use app::practice::{self, Kind, LastTalk, Part, Tie};
use app::session::{Erasing, Message, Notice, Screen, Session};
use measure::completed::Completed;
use measure::instrument::FormName;
use measure::response::{Response, ResponseSheet};
use measure::time::UnixMs;
use records::practice::CircleAnswer;
use records::slot::Slot;

use super::tabs::Browser;
use testing::option;
use testing::random::Random;

/// What a visitor does next. The first number picks one of the open tabs.
#[derive(Debug, Clone)]
pub enum Act {
    Open,
    /// Opens another widget on the page of a tab.
    OpenBeside(usize),
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
    /// Adds somebody to the map, or answers a question about the support circle.
    Practise(usize, usize, u64),
    /// One tab hears of what the others did.
    Hear(usize),
}

impl Act {
    /// Any act, answers most often.
    pub fn any(random: &mut Random) -> Self {
        let tab = random.below(4);
        match random.below(24) {
            0 => Self::Open,
            1 => Self::Close(tab),
            2 | 3 => Self::Begin(tab, random.option()),
            4 => Self::Mark(tab, random.below(3)),
            5 => Self::Unmark(tab, random.below(3)),
            6 => Self::Finish(tab),
            7 => Self::Keep(tab),
            8 => Self::Erase(tab),
            9 => Self::Undo(tab),
            10 => Self::History(tab, random.once_in(2)),
            11 => Self::Practise(tab, random.below(3), random.option()),
            12..=15 => Self::Hear(tab),
            _ => Self::Answer(tab, random.below(36), random.option()),
        }
    }
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
    practice: BTreeMap<String, String>,
}

impl Held {
    fn remember(&mut self) {
        if let Some(result) = self.result.as_ref().filter(|_| self.history) {
            self.past.insert(result.ended_at, result.sheet.clone());
        }
    }
}

/// A browser and what its storage must hold.
pub struct World {
    pub browser: Browser,
    held: Held,
    /// By tab: what undoing brings back there.
    undo: Vec<Option<Held>>,
}

impl Default for World {
    fn default() -> Self {
        Self::new()
    }
}

impl World {
    pub fn new() -> Self {
        let mut world = Self {
            browser: Browser::new(),
            held: Held::default(),
            undo: Vec::new(),
        };
        world.open(None);
        world
    }

    fn open(&mut self, beside: Option<usize>) {
        if self.browser.open_tabs().len() < 4 {
            match beside {
                Some(tab) => self.browser.open_beside(tab),
                None => self.browser.open(),
            };
            self.undo.push(None);
        }
    }

    fn blank(&self) -> ResponseSheet {
        ResponseSheet::blank(&self.browser.instrument, FormName::Full)
    }

    /// Does what the act says where that is possible, and says what must follow.
    pub fn act(&mut self, act: &Act) {
        let open = self.browser.open_tabs();
        let pick = |tab: &usize| open[*tab % open.len()];
        match act {
            Act::Open => self.open(None),
            Act::OpenBeside(tab) => self.open(Some(pick(tab))),
            Act::Close(tab) if open.len() > 1 => self.browser.close(pick(tab)),
            Act::Close(_) => {}
            Act::Hear(tab) => self.browser.deliver(pick(tab)),
            Act::Begin(tab, n) => {
                self.browser.begins(pick(tab), &[*n]);
                let mut begun = self.blank();
                begun.set(testing::item(0), Some(option(*n)));
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
                    self.browser
                        .does(pick(tab), Message::MarkedScale(testing::scale(*scale)));
                    let items: Vec<usize> = (scale * 12..scale * 12 + 12).collect();
                    self.expect(&items, Some(Response::NotApplicable));
                }
            }
            Act::Unmark(tab, scale) => {
                let (tab, scale) = (pick(tab), testing::scale(*scale));
                if self.goes_on(tab) && self.browser.session(tab).scale_marked(scale) {
                    self.browser.does(tab, Message::UnmarkedScale(scale));
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
            Act::Practise(tab, what, number) => self.practise(pick(tab), *what, *number),
        }
    }

    fn practise(&mut self, tab: usize, what: usize, number: u64) {
        self.browser.deliver(tab);
        let before = texts(self.browser.session(tab));
        // Not `does`: the screen for an act would show what is due.
        let known = self.browser.session(tab).after().is_some();
        if !known || self.browser.session(tab).screen != Screen::Part(Part::Map) {
            self.browser.does(tab, Message::OpenedPart(Part::Map));
        }
        let messages = match what {
            0 => vec![
                practice::Message::AskedToAdd,
                practice::Message::Wrote(Field::Name, format!("P{number}")),
                practice::Message::PickedKind(Kind::Peer),
                practice::Message::PickedTie(Tie::Strong),
                practice::Message::PickedLastTalk(LastTalk::ThisMonth),
                practice::Message::SavedRelationship,
            ],
            1 => vec![practice::Message::AnsweredCircle(CircleAnswer::NewRole(
                Some(number > 3),
            ))],
            _ => vec![practice::Message::ClearedCircle],
        };
        for message in messages {
            self.browser.does(tab, message.into());
        }
        if what == 1 {
            let circle = self.browser.practice(tab).circle();
            assert_eq!(circle.new_role, Some(number > 3));
        }
        for (name, text) in texts(self.browser.session(tab)) {
            if before.get(&name) != Some(&text) {
                self.held.practice.insert(name, text);
            }
        }
    }

    /// Whether the tab is in the audit under way, going on with it if need be.
    fn goes_on(&mut self, tab: usize) -> bool {
        self.browser.deliver(tab);
        if !self.browser.session(tab).screen.is_answering() {
            self.browser.does(tab, Message::Continued);
        }
        self.held.answers.is_some()
    }

    fn expect(&mut self, items: &[usize], response: Option<Response>) {
        if let Some(sheet) = &mut self.held.answers {
            for item in items {
                sheet.set(testing::item(*item), response);
            }
        }
    }

    pub fn erase(&mut self, tab: usize) {
        self.browser.does(tab, Message::OpenedKeep);
        self.browser.does(tab, Message::AskedToErase);
        let nothing_new = self.held.answers.is_none()
            && self.held.result.is_none()
            && self.held.past.is_empty()
            && self.held.practice.is_empty();
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
            for (name, text) in before.practice {
                held.practice.entry(name).or_insert(text);
            }
        }
    }

    pub fn check(&self, after: &str) {
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
        assert_eq!(texts(&stored), self.held.practice, "after {after}");
    }

    /// Every tab hears of everything, and then says what storage holds, and nothing is wrong with
    /// it. Deleting everything at last leaves nothing once the tabs are gone.
    pub fn settle_and_leave(&mut self) {
        self.browser.settle();
        self.check("every tab heard of everything");
        let stored = self.browser.stored();
        for tab in self.browser.open_tabs() {
            let session = self.browser.session(tab);
            assert_eq!(session.sheet(), stored.sheet(), "tab {tab}");
            assert_eq!(session.past, stored.past, "tab {tab}");
            assert_eq!(texts(session), texts(&stored), "tab {tab}");
            assert!(session.history == self.held.history, "tab {tab}");
            let known = session.notices.iter().all(|notice| {
                use Notice::{ErasedElsewhere, FinishedElsewhere, RestartedElsewhere};
                matches!(
                    notice,
                    ErasedElsewhere | FinishedElsewhere | RestartedElsewhere
                )
            });
            assert!(known, "tab {tab} says {:?}", session.notices);
        }
        self.erase(self.browser.open_tabs()[0]);
        for tab in self.browser.open_tabs().into_iter().rev() {
            self.browser.close(tab);
        }
        assert_eq!(self.browser.everything(), []);
    }
}

fn texts(session: &Session) -> BTreeMap<String, String> {
    let texts = session.unparsed.iter();
    texts
        .filter_map(|(slot, text)| match slot {
            Slot::Practice(name) => Some((name.clone(), text.to_string())),
            _ => None,
        })
        .collect()
}
