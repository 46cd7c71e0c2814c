//! What the stored records say of rounds, read anew whenever one of them changes.

use std::rc::Rc;

use measure::instrument::Id;
use measure::time::UnixMs;
use records::rounds::{
    AnswerRecord, KeyRecord, MineRecord, Name, OutcomeDocument, OutcomeRecord, Role, RoundId,
    RoundRecord, SeenRecord, read,
};
use records::slot::Slot;
use round::block::{Block, BlockHash, Kind};
use round::find::find;
use round::invitation::{Invitation, RoundHash};
use round::outcome::Outcome;

/// A round that this browser collects for, or answers.
#[derive(Debug, Clone, PartialEq)]
pub struct Kept {
    /// Names it in the records.
    pub id: RoundId,
    /// What everything of the round is bound to.
    pub hash: RoundHash,
    /// What was asked, and of how many.
    pub invitation: Invitation,
    /// What this browser knows of it beside.
    pub record: RoundRecord,
    /// The collector's key.
    pub key: Option<KeyRecord>,
    /// The sealed messages that the collector pasted, in the order of pastes.
    pub seen: Vec<Seen>,
    /// The rater's answers, by the ids of their statements.
    pub answers: Vec<(Id, Option<u8>)>,
    /// The message that the rater sealed.
    pub mine: Option<String>,
}

/// A sealed message, unopened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Seen {
    /// Names it in the records.
    pub name: Id,
    /// Which paste brought it, from 1.
    pub paste: u64,
    /// Its place in that paste, from 1.
    pub place: u64,
    /// What is sealed.
    pub payload: Vec<u8>,
}

/// An outcome with the record that keeps it.
#[derive(Debug, Clone, PartialEq)]
pub struct KeptOutcome {
    /// Names it in the records.
    pub name: Id,
    /// Its record.
    pub record: OutcomeRecord,
    /// Its figures.
    pub outcome: Outcome,
}

/// The name under which an outcome is stored: a hash of its block, since who reads it need not have the
/// invitation.
pub(crate) fn outcome_name(outcome: &Outcome) -> Id {
    Id::from_hash(&BlockHash::of(&outcome.to_block()).0)
}

impl KeptOutcome {
    /// One that was made at a table or read from a message, before it is stored.
    pub(super) fn from_fresh(outcome: Outcome, made_at: UnixMs, own: bool, apart: bool) -> Self {
        Self {
            name: outcome_name(&outcome),
            record: OutcomeRecord {
                figures: OutcomeDocument::of(&outcome, made_at),
                name: None,
                own,
                apart,
                made_here: false,
            },
            outcome,
        }
    }
}

/// Everything that the records say of rounds.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Records {
    /// The rounds, oldest first.
    pub rounds: Vec<Kept>,
    /// The outcomes, latest first.
    pub outcomes: Vec<KeptOutcome>,
    /// The names of records that a later state of the round has made superfluous: the page stopped
    /// before it had deleted them.
    pub leftovers: Vec<Name>,
}

/// The only block of this kind in a text.
pub(super) fn only_block(text: &str, kind: Kind) -> Option<Block> {
    let found = find(text).ok()?;
    let mut blocks = found.blocks.into_iter().filter(|block| block.kind == kind);
    blocks.next().filter(|_| blocks.next().is_none())
}

impl Kept {
    /// Whether this browser answers in it.
    pub fn answers_it(&self) -> bool {
        self.record.role == Role::Rater
    }

    fn from_record(id: RoundId, record: RoundRecord) -> Option<Self> {
        let block = only_block(&record.invitation, Kind::Invitation)?;
        let invitation = Invitation::from_payload(&block.payload).ok()?;
        let hash = RoundHash::of(&invitation);
        (RoundId::of(&hash) == id).then_some(Self {
            id,
            hash,
            invitation,
            record,
            key: None,
            seen: Vec::new(),
            answers: Vec::new(),
            mine: None,
        })
    }

    /// Reads what else is known of the round. A record that cannot be read is left where it is.
    fn learn(&mut self, name: &Name, text: &str) {
        match name {
            Name::Key(_) => self.key = read::<KeyRecord>(text).ok().map(|key| key.value),
            Name::Mine(_) => {
                self.mine = read::<MineRecord>(text).ok().map(|mine| mine.value.message);
            }
            Name::Answer(_, item) => {
                if let Ok(answer) = read::<AnswerRecord>(text) {
                    let value = answer
                        .value
                        .value
                        .and_then(|value| u8::try_from(value).ok());
                    self.answers.push((item.clone(), value));
                }
            }
            Name::Seen(_, name) => {
                if let Ok(seen) = read::<SeenRecord>(text)
                    && let Some(block) = only_block(&seen.value.message, Kind::Sealed)
                {
                    let (paste, place) = (seen.value.paste, seen.value.place);
                    let before = |other: &Seen| (other.paste, other.place) < (paste, place);
                    let index = self.seen.partition_point(before);
                    let seen = Seen {
                        name: name.clone(),
                        paste,
                        place,
                        payload: block.payload,
                    };
                    self.seen.insert(index, seen);
                }
            }
            Name::Invitation(_) | Name::Outcome(_) => {}
        }
    }
}

impl Records {
    /// Reads the stored texts. The later state of a round wins over what it should have replaced.
    pub fn read(unparsed: &[(Slot, Rc<str>)]) -> Self {
        let mut texts = Vec::new();
        for (slot, text) in unparsed {
            if let Slot::Round(name) = slot
                && let Some(name) = Name::from_text(name)
            {
                texts.push((name, &**text));
            }
        }
        let mut records = Self::default();
        for (name, text) in &texts {
            match name {
                Name::Invitation(id) => records.add_round(*id, text),
                Name::Outcome(name) => records.add_outcome(name, text),
                _ => {}
            }
        }
        for (name, text) in &texts {
            let Some(round) = name.round() else { continue };
            // Written first and deleted last. One that cannot be read may be of a newer version.
            let invitation = Name::Invitation(*round);
            match records.rounds.iter_mut().find(|kept| kept.id == *round) {
                Some(kept) => kept.learn(name, text),
                None if texts.iter().any(|(known, _)| *known == invitation) => {}
                None => records.leftovers.push(name.clone()),
            }
        }
        records.tidy();
        records
    }

    fn add_round(&mut self, id: RoundId, text: &str) {
        if let Ok(record) = read::<RoundRecord>(text)
            && let Some(kept) = Kept::from_record(id, record.value)
        {
            let began_at = kept.record.began_at;
            let before = |other: &Kept| other.record.began_at <= began_at;
            let index = self.rounds.partition_point(before);
            self.rounds.insert(index, kept);
        }
    }

    fn add_outcome(&mut self, name: &Id, text: &str) {
        let Ok(record) = read::<OutcomeRecord>(text) else {
            return;
        };
        let record = record.value;
        if let Some(outcome) = record.figures.outcome() {
            let made_at = record.figures.made_at;
            let before =
                |other: &KeptOutcome| (other.record.figures.made_at, &other.name) > (made_at, name);
            let index = self.outcomes.partition_point(before);
            let name = name.clone();
            let kept = KeptOutcome {
                name,
                record,
                outcome,
            };
            self.outcomes.insert(index, kept);
        }
    }

    /// Notes what the page had no time to delete: the key and the messages of a round that has an
    /// outcome, the answers that were sealed.
    fn tidy(&mut self) {
        let (outcomes, leftovers) = (&self.outcomes, &mut self.leftovers);
        self.rounds.retain_mut(|kept| {
            let tag = kept.hash.tag();
            let mut outcomes = outcomes.iter();
            let closed = outcomes.any(|known| known.record.made_here && known.outcome.tag == tag);
            if closed && !kept.answers_it() {
                leftovers.append(&mut kept.names());
                return false;
            }
            if kept.mine.is_some() {
                leftovers.append(&mut kept.answer_names());
                kept.answers.clear();
            }
            true
        });
    }

    /// The round of this id.
    pub fn round(&self, id: &RoundId) -> Option<&Kept> {
        self.rounds.iter().find(|kept| kept.id == *id)
    }

    /// The outcome of this name.
    pub fn outcome(&self, name: &Id) -> Option<&KeptOutcome> {
        self.outcomes.iter().find(|kept| kept.name == *name)
    }
}

impl Kept {
    /// The names of all its records, that of the invitation last.
    pub(super) fn names(&self) -> Vec<Name> {
        let mut names = self.answer_names();
        if self.key.is_some() {
            names.push(Name::Key(self.id));
        }
        for seen in &self.seen {
            names.push(Name::Seen(self.id, seen.name.clone()));
        }
        if self.mine.is_some() {
            names.push(Name::Mine(self.id));
        }
        names.push(Name::Invitation(self.id));
        names
    }

    /// The names of its answers.
    pub(super) fn answer_names(&self) -> Vec<Name> {
        let mut names = Vec::new();
        for (item, _) in &self.answers {
            names.push(Name::Answer(self.id, item.clone()));
        }
        names
    }
}
