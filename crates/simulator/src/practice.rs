//! Tabs with a practice on one storage, and any practice to test with.

use app::practice::Include;
use app::practice::event::Shown;
use app::practice::map::Map;
use app::practice::relationship::{Draft, Key, Relationship};
use app::practice::text::Field;
use app::practice::{Kind, LastTalk, Message, Outside, Part, Place, Practice, Tie};
use app::session::{self, Effect, Event, FormChoice, Moment, Session};
use measure::instrument::FormName::Short;
use measure::time::UnixMs;
use proptest::prelude::*;
use records::document::ResultDocument;
use records::format::Text;
use records::practice::PracticeDocument;
use records::practice::{Circle, CircleAnswer};
use records::slot::Slot;
use records::store::Loaded;
use records::stored::{Stamp, Writer};
use testing::{answers, completed, shipped};

use super::tabs::{Browser, linked, shipped_once};

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

/// A plan as a screen shows it, for five and a half days later: from the sixth on it is due.
pub fn shown(opener: &str, now: UnixMs) -> Shown {
    Shown {
        opener: opener.to_owned(),
        says: "On Thursday, I talk with Dana.".to_owned(),
        day: UnixMs(now.0 + 11 * DAY / 2),
        entry: None,
    }
}

/// Somebody on the map and a saved plan with them.
pub fn planned() -> Tabs {
    let mut tabs = Tabs::one();
    let dana = tabs.adds(0, "Dana", Kind::DirectReport, Tie::Uneven);
    tabs.does(0, Message::AskedToDeepen(dana));
    tabs.saves_plan(0, "How are you, really?");
    tabs
}

/// What a page makes of these stored records, by their names, and what it does about them.
pub fn opened(practice: &[(String, String)]) -> (Practice, Vec<Effect>) {
    let loaded = Loaded {
        unparsed: practice
            .iter()
            .map(|(name, text)| (Slot::Practice(name.clone()), text.clone()))
            .collect(),
        ..Loaded::default()
    };
    let instrument = shipped_once();
    let (mut session, _) = Session::open(instrument, FormChoice::Choose, Writer(1), loaded);
    for message in linked() {
        session.update(Event {
            at: Moment::default(),
            message,
        });
    }
    let mut effects = session.update(Event {
        at: Moment::default(),
        message: session::Message::OpenedPart(Part::Map),
    });
    effects.retain(|effect| *effect != Effect::FocusHeading);
    let after = session.after().expect("it was opened");
    (after.practice.clone(), effects)
}

/// Tabs with the practice on screen. Their clock stops until a test sets it.
pub struct Tabs {
    pub browser: Browser,
    pub now: UnixMs,
    /// Effects other than storage since a test last looked at them.
    pub asked: Vec<Effect>,
}

impl Default for Tabs {
    fn default() -> Self {
        let mut browser = Browser::new();
        browser.pace = 0;
        Self {
            browser,
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

    /// The stored records of the practice, as names and texts.
    pub fn stored(&self) -> Vec<(String, String)> {
        let everything = self.browser.everything().into_iter();
        everything
            .filter_map(|(key, text)| Some((key.strip_prefix(PREFIX)?.to_owned(), text)))
            .collect()
    }

    pub fn put_stored(&self, name: &str, text: &str) {
        self.browser.put(&Slot::Practice(name.to_owned()), text);
    }

    pub fn open(&mut self) -> usize {
        let tab = self.browser.open();
        self.sends(tab, session::Message::OpenedPart(Part::Map));
        tab
    }

    pub fn practice(&self, tab: usize) -> &Practice {
        self.browser.practice(tab)
    }

    /// What a page that opened now would show.
    pub fn reloaded(&self) -> Practice {
        opened(&self.stored()).0
    }

    /// Something happens in a tab before it has heard of the others.
    pub fn sends(&mut self, tab: usize, message: session::Message) {
        self.browser.now.wall = self.now;
        let before = self.browser.effects(tab).len();
        self.browser.takes(tab, message);
        let effects = self.browser.effects(tab).iter().skip(before);
        let asked = effects.filter(|effect| !matches!(effect, Effect::Commit(_)));
        self.asked.extend(asked.cloned());
    }

    /// What a message would do in the first tab.
    pub fn tries(&self, message: Message) -> (Practice, Vec<Effect>) {
        let mut session = self.browser.session(0).clone();
        let mut at = self.browser.now;
        at.wall = self.now;
        let message = message.into();
        let effects = session.update(Event { at, message });
        (
            session.after().expect("it was opened").practice.clone(),
            effects,
        )
    }

    pub fn does(&mut self, tab: usize, message: Message) {
        self.sends(tab, message.into());
    }

    /// Another tab wrote this text, or removed it.
    pub fn hears(&mut self, tab: usize, name: &str, text: Option<&str>) {
        let (slot, text) = (Slot::Practice(name.to_owned()), text.map(str::to_owned));
        self.sends(tab, session::Message::ChangedElsewhere(slot, text));
    }

    pub fn all(&mut self, messages: impl IntoIterator<Item = Message>) {
        for message in messages {
            self.does(0, message);
        }
    }

    /// One waiting storage event, if there is one.
    pub fn hears_one(&mut self, tab: usize) {
        self.browser.deliver_one(tab);
    }

    /// Every waiting storage event of one tab.
    pub fn hears_all(&mut self, tab: usize) {
        self.browser.deliver(tab);
    }

    /// Every waiting storage event of every tab, and those that follow from them.
    pub fn settle(&mut self) {
        self.browser.settle();
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
        self.does(tab, Message::SavedPlan(shown(opener, self.now)));
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
            place: Some(*place),
            kind: Some(Kind::Peer),
            tie: Some(*tie),
            last_talk: Some(*last_talk),
            important: *important,
        };
        (key(number), one)
    });
    Map(entries.collect())
}

/// The value of this name, as `Debug` writes it.
pub fn named<T: Copy + std::fmt::Debug>(all: &[T], name: &str) -> Option<T> {
    let mut all = all.iter().copied();
    all.find(|one| format!("{one:?}") == name)
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
    tabs.saves_plan(0, "I was short with you.\nI am sorry.");
    tabs
}
