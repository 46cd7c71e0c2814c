//! A language: its texts, and how it writes numbers, dates and lists.

use std::cell::OnceCell;
use std::fmt;

use crate::locale::{Category, Joined, Locale, Value};
use crate::{
    Act, Around, Audit, Cadence, Changed, Circle, Collector, Faults, Files, Keep, Lacks, Map,
    Observer, Outcome, Practice, Pulse, Rater, Results, Round, Sheet, Weekly,
};
use json::Json;
use measure::time::{LocalClock, UnixMs};

/// Around a text whose direction may differ from that of the sentence (Unicode Standard Annex 9).
const FIRST_STRONG_ISOLATE: &str = "\u{2068}";
const POP_DIRECTIONAL_ISOLATE: &str = "\u{2069}";

/// A part of the program whose texts travel together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// Needed before the first answer.
    First,
    /// Needed to show a result.
    Results,
    /// Needed for what follows a result.
    FollowUp,
    /// Needed for files that a visitor opens.
    Imports,
    /// Needed where others are asked about a leader.
    Rounds,
    /// Needed by whoever writes a questionnaire.
    #[cfg(feature = "authoring")]
    Authoring,
}

impl Part {
    /// Every part.
    pub const ALL: &'static [Self] = &[
        Self::First,
        Self::Results,
        Self::FollowUp,
        Self::Imports,
        Self::Rounds,
        #[cfg(feature = "authoring")]
        Self::Authoring,
    ];

    /// Its name, as in the names of its files.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::First => "first",
            Self::Results => "results",
            Self::FollowUp => "followup",
            Self::Imports => "imports",
            Self::Rounds => "rounds",
            #[cfg(feature = "authoring")]
            Self::Authoring => "authoring",
        }
    }

    /// The part of this name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|part| part.name() == name)
    }
}

/// A text of a table.
#[derive(Debug)]
enum Text {
    /// The same whatever the numbers in it.
    One(String),
    /// One for each plural category of the language.
    Plural(Vec<String>),
}

/// The texts of one part in one language, in the order that the accessors know.
#[derive(Debug, Default)]
pub struct Table {
    plurals: Vec<String>,
    texts: Vec<Text>,
}

impl Table {
    /// A table in a text, see [`Table::from_tree`].
    #[cfg(feature = "native")]
    #[must_use]
    pub fn from_json(text: &str) -> Option<Self> {
        Self::from_tree(&json::parse(text).ok()?)
    }

    /// Reads a table as the build wrote it: an object with the names of the plural categories in
    /// `plurals`, and in `texts` the texts, each a string or a list with a string for each category.
    /// `None` for a tree of any other shape.
    #[must_use]
    pub fn from_tree(tree: &Json) -> Option<Self> {
        let plurals = strings(tree.get("plurals")?)?;
        let Json::Array(entries) = tree.get("texts")? else {
            return None;
        };
        let read = |entry: &Json| match entry {
            Json::String(text) => Some(Text::One(text.clone())),
            forms => strings(forms).map(Text::Plural),
        };
        let texts = entries.iter().map(read).collect::<Option<_>>()?;
        Some(Self { plurals, texts })
    }
}

fn strings(list: &Json) -> Option<Vec<String>> {
    let Json::Array(entries) = list else {
        return None;
    };
    let read = |entry: &Json| match entry {
        Json::String(text) => Some(text.clone()),
        _ => None,
    };
    entries.iter().map(read).collect()
}

/// One language. The texts of the later parts are added when they arrive; until then they are empty.
pub struct Language {
    tag: String,
    right_to_left: bool,
    locale: Box<dyn Locale>,
    first: Table,
    results: OnceCell<Table>,
    follow_up: OnceCell<Table>,
    imports: OnceCell<Table>,
    round: OnceCell<Table>,
    #[cfg(feature = "authoring")]
    authoring: OnceCell<Table>,
}

impl fmt::Debug for Language {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.tag)
    }
}

impl PartialEq for Language {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self, other)
    }
}

impl Language {
    /// A language by its BCP 47 tag, with the texts of the first part, kept for as long as the program
    /// runs: a page has few languages, and each is made once.
    #[must_use]
    pub fn leak(
        tag: &str,
        right_to_left: bool,
        locale: Box<dyn Locale>,
        first: Table,
    ) -> &'static Self {
        Box::leak(Box::new(Self {
            tag: tag.to_owned(),
            right_to_left,
            locale,
            first,
            results: OnceCell::new(),
            follow_up: OnceCell::new(),
            imports: OnceCell::new(),
            round: OnceCell::new(),
            #[cfg(feature = "authoring")]
            authoring: OnceCell::new(),
        }))
    }

    /// Adds the texts of a part. Texts that are there already stay.
    pub fn add(&self, part: Part, table: Table) {
        // A part that arrives twice brings the same texts.
        let _ = match part {
            Part::First => Ok(()),
            Part::Results => self.results.set(table),
            Part::FollowUp => self.follow_up.set(table),
            Part::Imports => self.imports.set(table),
            Part::Rounds => self.round.set(table),
            #[cfg(feature = "authoring")]
            Part::Authoring => self.authoring.set(table),
        };
    }

    /// Whether the texts of a part have arrived.
    #[must_use]
    pub fn has(&self, part: Part) -> bool {
        self.table(part).is_some()
    }

    /// Its BCP 47 tag.
    #[must_use]
    pub fn tag(&self) -> &str {
        &self.tag
    }

    /// The attribute `dir` for what is written in it.
    #[must_use]
    pub fn direction(&self) -> &'static str {
        if self.right_to_left { "rtl" } else { "ltr" }
    }

    fn table(&self, part: Part) -> Option<&Table> {
        match part {
            Part::First => Some(&self.first),
            Part::Results => self.results.get(),
            Part::FollowUp => self.follow_up.get(),
            Part::Imports => self.imports.get(),
            Part::Rounds => self.round.get(),
            #[cfg(feature = "authoring")]
            Part::Authoring => self.authoring.get(),
        }
    }

    pub(crate) fn text(&'static self, part: Part, position: usize) -> &'static str {
        match self.table(part).and_then(|table| table.texts.get(position)) {
            Some(Text::One(text)) => text,
            Some(Text::Plural(forms)) => forms.last().map_or("", String::as_str),
            None => "",
        }
    }

    pub(crate) fn fill(&'static self, part: Part, position: usize, values: &[Value]) -> String {
        self.put_in(self.text(part, position), values)
    }

    /// The form of a text for the number `values[counted]`. A number whose category has no form of its
    /// own has the last.
    pub(crate) fn fill_plural(
        &'static self,
        part: Part,
        position: usize,
        counted: usize,
        values: &[Value],
    ) -> String {
        let number = match values.get(counted) {
            Some(Value::Number(number)) => *number,
            // Not reached: the counted value is a number.
            _ => 0.0,
        };
        let form = self.table(part).and_then(|table| {
            let forms = match table.texts.get(position)? {
                Text::One(text) => return Some(text),
                Text::Plural(forms) => forms,
            };
            let category = self.locale.plural(number).name();
            let place = table.plurals.iter().position(|name| name == category);
            place.and_then(|place| forms.get(place)).or(forms.last())
        });
        self.put_in(form.map_or("", String::as_str), values)
    }

    /// Replaces `{0}`, `{1}` and so on by the values. What a value holds is not looked into, but for the
    /// direction that it is written in.
    fn put_in(&self, text: &str, values: &[Value]) -> String {
        let mut filled = String::with_capacity(text.len() + 16);
        let mut rest = text;
        while let Some((before, after)) = rest.split_once('{') {
            filled.push_str(before);
            let Some((position, later)) = after.split_once('}') else {
                rest = after;
                break;
            };
            match position
                .parse()
                .ok()
                .and_then(|position: usize| values.get(position))
            {
                Some(Value::Number(number)) => filled.push_str(&self.number(*number, 0)),
                Some(Value::Text(text)) if self.turns(text) => {
                    filled.extend([FIRST_STRONG_ISOLATE, text, POP_DIRECTIONAL_ISOLATE]);
                }
                Some(Value::Text(text)) => filled.push_str(text),
                None => {}
            }
            rest = later;
        }
        filled.push_str(rest);
        filled
    }

    /// Whether a text could disturb the order of a sentence in this language: from right to left every
    /// text, as signs and digits have no direction of their own; else one with a letter that runs so.
    fn turns(&self, text: &str) -> bool {
        let runs_left = |letter| {
            matches!(letter, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}'
                | '\u{10800}'..='\u{10fff}' | '\u{1e800}'..='\u{1efff}')
        };
        self.right_to_left || text.contains(runs_left)
    }

    /// The plural category of a number.
    #[must_use]
    pub fn plural(&self, number: f64) -> Category {
        self.locale.plural(number)
    }

    /// A number with this many decimals, as the language writes it.
    #[must_use]
    pub fn number(&self, value: f64, decimals: u8) -> String {
        self.locale.number(value, decimals)
    }

    /// What is between whole sentences: a space, but in Japanese and Chinese nothing.
    #[must_use]
    pub fn between_sentences(&self) -> &'static str {
        let is_close = self.tag.starts_with("ja") || self.tag.starts_with("zh");
        if is_close { "" } else { " " }
    }

    /// Texts as a list in a sentence.
    #[must_use]
    pub fn list(&self, items: &[&str], joined: Joined) -> String {
        self.locale.list(items, joined)
    }

    /// The name of a day of the week, from Monday, 0, to Sunday, 6.
    #[must_use]
    pub fn weekday(&self, day: u8) -> String {
        self.locale.weekday(day)
    }

    /// The date of a moment by the visitor's clock.
    #[must_use]
    pub fn day(&self, moment: UnixMs, clock: LocalClock) -> String {
        self.locale.date(clock.local(moment))
    }
}

/// The groups of texts.
macro_rules! groups {
    ($($name:ident: $group:ident),* $(,)?) => {
        impl Language {
            $(
                #[doc = concat!("The group `", stringify!($name), "`.")]
                #[must_use]
                pub fn $name(&'static self) -> $group {
                    $group(self)
                }
            )*
        }
    };
}

groups! {
    audit: Audit,
    results: Results,
    keep: Keep,
    files: Files,
    practice: Practice,
    changed: Changed,
    lacks: Lacks,
    map: Map,
    circle: Circle,
    act: Act,
    cadence: Cadence,
    weekly: Weekly,
    sheet: Sheet,
    faults: Faults,
    round: Round,
    rater: Rater,
    around: Around,
    collector: Collector,
    outcome: Outcome,
    observer: Observer,
    pulse: Pulse,
}

#[cfg(feature = "authoring")]
impl Language {
    /// The group `authoring`.
    #[must_use]
    pub fn authoring(&'static self) -> crate::Authoring {
        crate::Authoring(self)
    }
}
