//! Keys of texts: `group.name`, or `group.name[index]` for one of several.

use std::fmt;

use anyhow::{Context as _, Result, bail};

/// The part of the program that a text travels with.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
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
    /// Needed by whoever writes a questionnaire: said by the builder and the command, never by the element.
    Authoring,
    /// Said by the loader, before or without the program.
    Loader,
    /// The questionnaire's own wording.
    Questionnaire,
    /// Said by pages around the element: the builder, the frame, a learning platform's strip, the `WordPress` plugin.
    Pages,
}

impl Part {
    /// Every part.
    pub const ALL: [Self; 9] = [
        Self::First,
        Self::Questionnaire,
        Self::Results,
        Self::FollowUp,
        Self::Imports,
        Self::Rounds,
        Self::Authoring,
        Self::Loader,
        Self::Pages,
    ];

    /// Every part whose texts have accessors.
    pub const WITH_ACCESSORS: [Self; 6] = [
        Self::First,
        Self::Results,
        Self::FollowUp,
        Self::Imports,
        Self::Rounds,
        Self::Authoring,
    ];

    /// The name in files and reports.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::First => "first",
            Self::Results => "results",
            Self::FollowUp => "followup",
            Self::Imports => "imports",
            Self::Rounds => "rounds",
            Self::Authoring => "authoring",
            Self::Loader => "loader",
            Self::Questionnaire => "questionnaire",
            Self::Pages => "pages",
        }
    }
}

/// Texts that belong together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Group {
    /// The first half of their keys.
    pub name: &'static str,
    /// Where they are needed.
    pub part: Part,
    /// What they are, as documentation.
    pub about: &'static str,
}

/// Every group, in the order of the files.
pub(crate) const GROUPS: &[Group] = &[
    group("audit", Part::First, "The texts of the audit itself."),
    group("results", Part::Results, "The texts of the results."),
    group(
        "keep",
        Part::FollowUp,
        "The texts for saving, printing and comparing results.",
    ),
    group(
        "files",
        Part::Imports,
        "The texts about files that are open, and the group of their results.",
    ),
    group(
        "practice",
        Part::FollowUp,
        "The texts that all screens of the practice share.",
    ),
    group(
        "changed",
        Part::FollowUp,
        "Confirmations of a change that can be undone.",
    ),
    group(
        "lacks",
        Part::FollowUp,
        "Error messages beside the fields of a form.",
    ),
    group("map", Part::FollowUp, "The texts of the relationship map."),
    group("circle", Part::FollowUp, "The texts of the support circle."),
    group(
        "act",
        Part::FollowUp,
        "The texts about one act and its plan.",
    ),
    group(
        "cadence",
        Part::FollowUp,
        "The texts about rhythms and calendar entries.",
    ),
    group("weekly", Part::FollowUp, "The texts of the weekly review."),
    group("sheet", Part::FollowUp, "The texts of the printed plan."),
    group(
        "faults",
        Part::Imports,
        "What is wrong with a file or a questionnaire.",
    ),
    group(
        "round",
        Part::Rounds,
        "The texts about starting a round, and those that all its screens share.",
    ),
    group(
        "rater",
        Part::Rounds,
        "The texts for whoever is asked about a leader.",
    ),
    group(
        "around",
        Part::Rounds,
        "The texts of a round in which one device is passed on.",
    ),
    group(
        "collector",
        Part::Rounds,
        "The texts for whoever collects the locked messages of a round.",
    ),
    group("outcome", Part::Rounds, "The texts of a round’s result."),
    group(
        "observer",
        Part::Rounds,
        "The statements of the questionnaire, as the people at the other end answer them.",
    ),
    group("pulse", Part::Rounds, "The five statements for a team."),
    group(
        "authoring",
        Part::Authoring,
        "What is wrong with a spreadsheet or a survey of which a questionnaire is made, and what was filled in.",
    ),
    group(
        "loader",
        Part::Loader,
        "What the loader says before or without the program.",
    ),
    group(
        "questionnaire",
        Part::Questionnaire,
        "The wording of the questionnaire.",
    ),
    group(
        "pages",
        Part::Pages,
        "The texts of the builder’s page, the page for frames, the strip on a learning platform, and the WordPress plugin.",
    ),
];

const fn group(name: &'static str, part: Part, about: &'static str) -> Group {
    Group { name, part, about }
}

/// Which of several texts of one name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Index {
    /// The text at this position of a list, from 1.
    Position(usize),
    /// The text for an id, such as that of a scale.
    Id(String),
}

/// What a name of a group holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// One text.
    Single,
    /// A list.
    List,
    /// A text for each of several ids.
    ById,
}

/// The key of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Key {
    /// The group.
    pub group: Group,
    /// The name within the group, in snake case.
    pub name: String,
    /// Which of several of that name.
    pub index: Option<Index>,
}

impl Key {
    /// Reads `group.name` or `group.name[index]`.
    ///
    /// # Errors
    /// If the key has another shape or names an unknown group.
    pub fn from_text(text: &str) -> Result<Self> {
        let (group, rest) = text
            .split_once('.')
            .with_context(|| format!("the key “{text}” has no group"))?;
        let group = GROUPS
            .iter()
            .find(|known| known.name == group)
            .with_context(|| format!("the key “{text}” names an unknown group"))?;
        let (name, index) = match rest.split_once('[') {
            None => (rest, None),
            Some((name, index)) => {
                let index = index
                    .strip_suffix(']')
                    .with_context(|| format!("the key “{text}” lacks a “]”"))?;
                (name, Some(Index::from_text(index)))
            }
        };
        let plain =
            |letter: char| letter.is_ascii_lowercase() || letter.is_ascii_digit() || letter == '_';
        if name.is_empty() || !name.chars().all(plain) {
            bail!("the name in the key “{text}” is not in snake case");
        }
        Ok(Self {
            group: *group,
            name: name.to_owned(),
            index,
        })
    }

    /// What its name holds.
    #[must_use]
    pub fn kind(&self) -> Kind {
        match self.index {
            None => Kind::Single,
            Some(Index::Position(_)) => Kind::List,
            Some(Index::Id(_)) => Kind::ById,
        }
    }
}

impl Index {
    fn from_text(text: &str) -> Self {
        text.parse()
            .map_or_else(|_| Self::Id(text.to_owned()), Self::Position)
    }
}

impl fmt::Display for Key {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}.{}", self.group.name, self.name)?;
        match &self.index {
            None => Ok(()),
            Some(Index::Position(position)) => write!(formatter, "[{position}]"),
            Some(Index::Id(id)) => write!(formatter, "[{id}]"),
        }
    }
}
