//! Parts of the browser program, which runs without them until they have been fetched.

use std::marker::PhantomData;
use std::rc::Rc;

/// Proof that the part `P` is linked into the running program: every entry of the part takes one,
/// so that no code can call into a part that may be absent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Linked<P>(PhantomData<P>);

/// The part for what follows the last answer: the results, and the screen for keeping them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Results {}

/// The part for what follows a result: other forms of it, comparisons and the practice.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FollowUp {}

/// The part that reads records: what is stored, and what other tabs write. A visitor who is here for
/// the first time begins without it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reader {}

/// The part that reads an owner's questionnaire, where `src` names one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Questionnaire {}

/// The part for files that a visitor opens: reading and importing them, the results in them, and the
/// picture of a group.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Imports {}

/// The part for rounds, in which others are asked how they see the leader.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Rounds {}

/// The part that shows what a round gave: on its own screen, beside a result, with a file, on paper. Whoever
/// only answers needs none of it. It comes after [`Rounds`], whose state and texts it shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcomes {}

/// Whether a part can be called, and if not, why.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub enum Part<P> {
    /// Nobody has asked for it yet.
    #[default]
    Absent,
    /// It is being fetched.
    Fetching,
    /// It could not be fetched, for the reason in this sentence.
    Failed(Rc<str>),
    /// It can be called.
    Linked(Linked<P>),
}

/// Every part.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Parts {
    /// What follows the last answer.
    pub results: Part<Results>,
    /// What follows a result.
    pub follow_up: Part<FollowUp>,
    /// What reads records.
    pub reader: Part<Reader>,
    /// What reads an owner's questionnaire.
    pub questionnaire: Part<Questionnaire>,
    /// What opens files.
    pub imports: Part<Imports>,
    /// What asks others.
    pub rounds: Part<Rounds>,
    /// What shows what they said.
    pub outcomes: Part<Outcomes>,
}

impl Parts {
    /// Records that the part of this name is being fetched. A name that no part has is ignored.
    pub fn fetching(&mut self, name: &str) {
        if let Some(part) = self.named(name) {
            part.fetching();
        }
    }

    /// Records the loader's report on the part of this name: that it is linked, or why it is not.
    /// Nothing else may report a part as linked. A name that no part has is ignored.
    pub fn report(&mut self, name: &str, failure: Option<Rc<str>>) {
        if let Some(part) = self.named(name) {
            part.report(failure);
        }
    }

    fn named(&mut self, name: &str) -> Option<&mut dyn Reported> {
        Some(match name {
            Results::NAME => &mut self.results,
            FollowUp::NAME => &mut self.follow_up,
            Reader::NAME => &mut self.reader,
            Questionnaire::NAME => &mut self.questionnaire,
            Imports::NAME => &mut self.imports,
            Rounds::NAME => &mut self.rounds,
            Outcomes::NAME => &mut self.outcomes,
            _ => return None,
        })
    }
}

/// A part on which the loader reports.
trait Reported {
    fn fetching(&mut self);
    fn report(&mut self, failure: Option<Rc<str>>);
}

impl<P> Reported for Part<P> {
    fn fetching(&mut self) {
        *self = Self::Fetching;
    }

    fn report(&mut self, failure: Option<Rc<str>>) {
        *self = failure.map_or(Self::Linked(Linked(PhantomData)), Self::Failed);
    }
}

impl FollowUp {
    /// The part's name, which its files and the loader go by.
    pub const NAME: &'static str = "followup";
}

impl Results {
    /// The part's name, which its files and the loader go by.
    pub const NAME: &'static str = "results";
}

impl Reader {
    /// The part's name, which its files and the loader go by.
    pub const NAME: &'static str = "reader";
}

impl Questionnaire {
    /// The part's name, which its files and the loader go by.
    pub const NAME: &'static str = "questionnaire";
}

impl Imports {
    /// The part's name, which its files and the loader go by.
    pub const NAME: &'static str = "imports";
}

impl Outcomes {
    /// The part's name, which its files and the loader go by.
    pub const NAME: &'static str = "outcomes";
}

impl Rounds {
    /// The part's name, which its files and the loader go by.
    pub const NAME: &'static str = "rounds";
}

impl<P: Copy> Part<P> {
    /// Whether to fetch the part now, where `needed` says that the screen cannot do without it; it then
    /// counts as being fetched. Leaving the screen makes way for another try.
    pub fn want(&mut self, needed: bool) -> bool {
        match self {
            Self::Absent if needed => {
                *self = Self::Fetching;
                true
            }
            Self::Failed(_) if !needed => {
                self.forget_failure();
                false
            }
            _ => false,
        }
    }

    /// Makes way for another try, if the part could not be fetched.
    pub fn forget_failure(&mut self) {
        if let Self::Failed(_) = self {
            *self = Self::Absent;
        }
    }

    /// The proof that the part is linked, if it is.
    pub fn linked(&self) -> Option<Linked<P>> {
        match self {
            Self::Linked(linked) => Some(*linked),
            _ => None,
        }
    }
}
