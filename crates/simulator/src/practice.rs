//! Tabs with a practice on one storage, and any practice to test with.

use std::collections::VecDeque;

use app::practice::export::Include;
use app::practice::map::Map;
use app::practice::relationship::{Draft, Key, Relationship};
use app::practice::text::Field;
use app::practice::{
    Act, Effect, Kind, LastTalk, Message, Outside, Part, Place, Practice, Tie, Write, update,
};
use measure::instrument::FormName::Short;
use measure::time::UnixMs;
use proptest::prelude::*;
use records::document::ResultDocument;
use records::format::Text;
use records::practice::PracticeDocument;
use records::practice::{Circle, CircleAnswer};
use records::store::{MemoryStore, Store};
use records::stored::{Stamp, Writer};
use testing::{answers, completed, shipped};

/// Saturday 21 November 2026, 09:00 UTC.
pub const NOW: UnixMs = UnixMs(1_795_251_600_000);
pub const DAY: i64 = 86_400_000;

pub fn after(days: i64) -> UnixMs {
    UnixMs(NOW.0 + days * DAY)
}

const PREFIX: &str = "leadership-audit:default:practice:";

pub fn wrote(field: Field, text: &str) -> Message {
    Message::Wrote(field, text.to_owned())
}

/// Somebody on the map and a saved plan with them.
pub fn planned() -> Tabs {
    let mut tabs = Tabs::one();
    tabs.does(0, Message::Opened(Part::Act));
    tabs.fills_in(0, "Dana", Kind::DirectReport, Tie::Uneven);
    tabs.saves_plan(0, "How are you, really?");
    tabs
}

/// A practice that was told of every stored text, as the workbook is when it opens.
pub fn opened(writer: Writer, stored: &[(String, String)]) -> (Practice, Vec<Effect>) {
    let mut practice = Practice::new(writer);
    let mut effects = Vec::new();
    for (name, text) in stored {
        let message = Message::ChangedElsewhere(name.clone(), Some(text.clone()));
        let (next, more) = update(practice, message, NOW);
        practice = next;
        effects.extend(more);
    }
    (practice, effects)
}

struct Tab {
    practice: Practice,
    inbox: VecDeque<(String, Option<String>)>,
}

/// One origin: a storage and the tabs on it. What one tab writes waits in the inbox of the others.
pub struct Tabs {
    pub store: MemoryStore,
    tabs: Vec<Tab>,
    pub now: UnixMs,
    /// What was asked of the world, other than storage, since it was last looked at.
    pub asked: Vec<Effect>,
}

impl Default for Tabs {
    fn default() -> Self {
        Self {
            store: MemoryStore::default(),
            tabs: Vec::new(),
            now: NOW,
            asked: Vec::new(),
        }
    }
}

impl Tabs {
    pub fn one() -> Self {
        let mut tabs = Self::default();
        tabs.open();
        tabs
    }

    /// What is stored, as names and texts. Never fails.
    pub fn stored(&self) -> Vec<(String, String)> {
        let mut found = Vec::new();
        for key in self.store.keys().unwrap() {
            if let Some(name) = key.strip_prefix(PREFIX) {
                found.push((name.to_owned(), self.store.get(&key).unwrap().unwrap()));
            }
        }
        found
    }

    pub fn put_stored(&self, name: &str, text: &str) {
        self.store.set(&format!("{PREFIX}{name}"), text).unwrap();
    }

    pub fn open(&mut self) -> usize {
        let writer = Writer(u32::try_from(self.tabs.len()).unwrap() + 7);
        let (practice, effects) = opened(writer, &self.stored());
        self.tabs.push(Tab {
            practice,
            inbox: VecDeque::new(),
        });
        let tab = self.tabs.len() - 1;
        self.run(tab, effects);
        tab
    }

    pub fn practice(&self, tab: usize) -> &Practice {
        &self.tabs[tab].practice
    }

    /// What only stored text says.
    pub fn reloaded(&self) -> Practice {
        opened(Writer(999), &self.stored()).0
    }

    pub fn does(&mut self, tab: usize, message: Message) {
        let (practice, effects) = update(self.practice(tab).clone(), message, self.now);
        self.tabs[tab].practice = practice;
        self.run(tab, effects);
    }

    pub fn all(&mut self, messages: impl IntoIterator<Item = Message>) {
        for message in messages {
            self.does(0, message);
        }
    }

    fn run(&mut self, tab: usize, effects: Vec<Effect>) {
        for effect in effects {
            match effect {
                Effect::Store(writes) => writes.iter().for_each(|write| self.write(tab, write)),
                other => self.asked.push(other),
            }
        }
    }

    fn write(&mut self, tab: usize, write: &Write) {
        let (name, text) = match write {
            Write::Put(name, text) => (name, Some(text.clone())),
            Write::SetAside(name) => (name, None),
        };
        let key = format!("{PREFIX}{name}");
        match &text {
            Some(text) => self.store.set(&key, text).unwrap(),
            None => {
                if let Some(text) = self.store.get(&key).unwrap() {
                    self.store.set(&format!("aside:{name}"), &text).unwrap();
                    self.store.remove(&key).unwrap();
                }
            }
        }
        for (other, its) in self.tabs.iter_mut().enumerate() {
            if other != tab {
                its.inbox.push_back((name.to_string(), text.clone()));
            }
        }
    }

    /// One waiting storage event, if there is one.
    pub fn hears_one(&mut self, tab: usize) {
        if let Some((name, text)) = self.tabs[tab].inbox.pop_front() {
            self.does(tab, Message::ChangedElsewhere(name, text));
        }
    }

    /// Every waiting storage event of one tab.
    pub fn hears_all(&mut self, tab: usize) {
        while !self.tabs[tab].inbox.is_empty() {
            self.hears_one(tab);
        }
    }

    /// Every waiting storage event of every tab, and those that follow from them.
    pub fn settle(&mut self) {
        while self.tabs.iter().any(|tab| !tab.inbox.is_empty()) {
            for tab in 0..self.tabs.len() {
                self.hears_all(tab);
            }
        }
    }

    /// Adds a relationship through the form; its key.
    pub fn adds(&mut self, tab: usize, name: &str, kind: Kind, tie: Tie) -> Key {
        self.does(tab, Message::AskedToAdd);
        self.fills_in(tab, name, kind, tie);
        let map = self.practice(tab).map();
        let key = map.0.iter().map(|(key, _)| *key).max();
        key.expect("somebody is on the map")
    }

    pub fn fills_in(&mut self, tab: usize, name: &str, kind: Kind, tie: Tie) {
        for message in [
            Message::Wrote(Field::Name, name.to_owned()),
            Message::PickedKind(kind),
            Message::PickedTie(tie),
            Message::PickedLastTalk(LastTalk::ThisMonth),
            Message::SavedRelationship,
        ] {
            self.does(tab, message);
        }
    }

    pub fn names(&self, tab: usize) -> Vec<String> {
        names(self.practice(tab))
    }

    pub fn saves_plan(&mut self, tab: usize, opener: &str) {
        let opener = opener.to_owned();
        self.does(tab, Message::SavedPlan { opener });
    }
}

pub fn names(practice: &Practice) -> Vec<String> {
    let map = practice.map();
    map.0.iter().map(|(_, one)| one.name.to_string()).collect()
}

pub fn key(clock: u64) -> Key {
    Key(Stamp {
        clock,
        writer: Writer(1),
    })
}

/// A map from short rows: place, tie, last talk, important.
pub fn map(rows: &[(Place, Tie, LastTalk, bool)]) -> Map {
    let entries = rows.iter().zip(1..);
    let entries = entries.map(|((place, tie, last_talk, important), number)| {
        let one = Relationship {
            name: Text::new(&format!("P{number}")).expect("a short name"),
            place: *place,
            kind: Kind::Peer,
            tie: *tie,
            last_talk: *last_talk,
            important: *important,
        };
        (key(number), one)
    });
    Map(entries.collect())
}

fn any_of<T: Copy + std::fmt::Debug + 'static>(all: &'static [T]) -> impl Strategy<Value = T> {
    prop::sample::select(all)
}

/// Any text, with the characters that make trouble more often than by chance.
pub fn any_text(longest: usize) -> impl Strategy<Value = String> {
    let trouble = "\\;,:\"\n\r\t \u{202e}\u{2066}\u{200b}\u{200d}\u{200c}\u{feff}\u{0}\u{7}\u{85}éдя中א\u{5b0}👩💻\u{2028}";
    let trouble: Vec<char> = trouble.chars().collect();
    let character = prop_oneof![prop::sample::select(trouble), any::<char>()];
    prop::collection::vec(character, 0..longest).prop_map(|all| all.into_iter().collect())
}

pub fn any_act() -> impl Strategy<Value = Act> {
    any_of(Act::ALL)
}

pub fn any_draft() -> impl Strategy<Value = Draft> {
    (
        any_text(45),
        any_of(Place::ALL),
        any_of(Kind::ALL),
        any_of(Tie::ALL),
        any_of(LastTalk::ALL),
        any::<bool>(),
    )
        .prop_map(|(name, place, kind, tie, last_talk, important)| Draft {
            name,
            place: Some(place),
            kind: Some(kind),
            tie: Some(tie),
            last_talk: Some(last_talk),
            important,
        })
}

pub fn any_relationship() -> impl Strategy<Value = Relationship> {
    any_draft().prop_filter_map("a name", |draft| draft.finish().ok())
}

pub fn any_map(most: usize) -> impl Strategy<Value = Map> {
    prop::collection::vec(any_relationship(), 0..=most)
        .prop_map(|all| Map((1..).map(key).zip(all).collect()))
}

pub fn any_circle() -> impl Strategy<Value = Circle> {
    let flag = || prop::option::of(any::<bool>());
    let outside = prop::option::of(any_of(Outside::ALL));
    let last_talk = prop::option::of(any_of(LastTalk::ALL));
    (flag(), flag(), outside, flag(), flag(), last_talk).prop_map(|answers| {
        let mut circle = Circle::default();
        circle.answer(CircleAnswer::NewRole(answers.0));
        circle.answer(CircleAnswer::FromWithin(answers.1));
        circle.answer(CircleAnswer::Outside(answers.2));
        circle.answer(CircleAnswer::Confidential(answers.3));
        circle.answer(CircleAnswer::UnderstandsCost(answers.4));
        circle.answer(CircleAnswer::LastTalk(answers.5));
        circle
    })
}

/// Every part ticked.
pub const ALL: Include = Include {
    map: true,
    circle: true,
    plan: true,
};

/// The text of an exported result with these parts.
pub fn exported(practice: &Practice, include: Include) -> String {
    let shipped = shipped();
    let result = completed(answers(&shipped, Short, "444444 444444 444444"), 200);
    let document = ResultDocument::of(&shipped, &result);
    document.with_practice(practice.document(include)).to_text()
}

/// The practice in a result's text, or its faults.
pub fn imported(text: &str) -> Result<Option<PracticeDocument>, String> {
    let tree = json::parse(text).map_err(|faults| faults.to_string())?;
    let practice = PracticeDocument::in_result(&tree).transpose();
    practice.map_err(|faults| faults.to_string())
}

pub fn filled() -> Tabs {
    let mut tabs = Tabs::one();
    tabs.adds(0, "S.", Kind::Peer, Tie::Strong);
    let dana = tabs.adds(0, "Dana", Kind::DirectReport, Tie::Tense);
    tabs.does(
        0,
        Message::AnsweredCircle(CircleAnswer::FromWithin(Some(true))),
    );
    tabs.does(0, Message::AskedToDeepen(dana));
    tabs.does(0, Message::Wrote(Field::When, "we meet".into()));
    tabs.saves_plan(0, "I was short with you.\nI am sorry.");
    tabs
}
