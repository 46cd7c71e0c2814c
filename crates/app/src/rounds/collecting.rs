//! Collecting: the invitation goes out, sealed messages come in unopened, and all are opened at once.

use super::draft::Draft;
use super::message::{Ending, Task};
use super::screen::{Notice, Screen, Shown};
use super::{Kept, Rounds, Seen, outcome_name, put, remove, run, written};
use crate::event::Message as ToSession;
use crate::turn::Turn;
use measure::instrument::Id;
use records::rounds::{
    KeyRecord, Name, OutcomeDocument, OutcomeRecord, Role, RoundId, RoundName, RoundRecord,
    SeenRecord,
};
use round::block::{BlockHash, Kind};
use round::find::{Problem, find};
use round::invitation::{Invitation, PublicKey, RoundHash};
use round::row::Row;
use round::sealed::{MessageFault, SealedMessage};
use round::totals::{CloseFault, Totals};

/// A round that this browser collects for, on screen.
#[derive(Debug, Clone, PartialEq)]
pub struct Collecting {
    /// Names it in the records.
    pub round: RoundId,
    /// The text to be searched for messages.
    pub typed: String,
    /// What the last paste brought.
    pub paste: Option<Paste>,
    /// How the collector may want to end it, until that is confirmed.
    pub asked: Option<Ending>,
    /// Whether the browser is opening the messages.
    pub is_opening: bool,
    /// Why nothing was shown at the close.
    pub refused: Option<CloseFault>,
}

/// What a paste brought.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Paste {
    /// Messages that are new.
    pub added: usize,
    /// Messages that were here before.
    pub known: usize,
    /// Messages that are cut off or changed.
    pub damaged: usize,
    /// Messages of another round.
    pub other_round: usize,
    /// Messages of a round that is closed.
    pub closed: usize,
    /// Messages from a newer version.
    pub newer: usize,
    /// Invitations.
    pub invitations: usize,
    /// Outcomes.
    pub outcomes: usize,
    /// Whether the text is longer than can be searched.
    pub is_too_long: bool,
}

impl Paste {
    /// Whether nothing that looks like a message was found.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

/// What is needed to open the messages of a round.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ToOpen {
    /// The private key.
    pub key: KeyRecord,
    /// The public one.
    pub public: PublicKey,
    /// What the messages are bound to.
    pub hash: RoundHash,
    /// The sealed messages, sorted by bytes: the order in which they came is not to show.
    pub payloads: Vec<Vec<u8>>,
}

impl Collecting {
    pub(super) fn new(round: RoundId) -> Self {
        Self {
            round,
            typed: String::new(),
            paste: None,
            asked: None,
            is_opening: false,
            refused: None,
        }
    }
}

impl Kept {
    /// Whether there are more messages than people, so that one has to be taken out.
    pub fn has_too_many(&self) -> bool {
        self.seen.len() > usize::from(self.invitation.most())
    }

    /// The messages sorted by bytes, in which order they are opened.
    fn sorted(&self) -> Vec<&Seen> {
        let mut sorted: Vec<&Seen> = Vec::new();
        for seen in &self.seen {
            let index = sorted.partition_point(|other| other.payload < seen.payload);
            sorted.insert(index, seen);
        }
        sorted
    }

    /// Whether enough messages are here to be opened. More than people may be: those that cannot be used
    /// do not count, so that nobody can stop the close by adding some.
    pub fn can_close(&self) -> bool {
        self.key.is_some() && self.seen.len() >= usize::from(self.invitation.threshold)
    }
}

impl Rounds {
    fn collecting(&mut self) -> Option<&mut Collecting> {
        match &mut self.screen {
            Screen::Collecting(collecting) => Some(collecting),
            _ => None,
        }
    }

    /// Stores a new round with its key, and shows it.
    pub(super) fn begin_collecting(
        &mut self,
        invitation: &Invitation,
        draft: &Draft,
        key: KeyRecord,
        turn: &mut Turn<'_>,
    ) {
        let hash = RoundHash::of(invitation);
        let round = RoundId::of(&hash);
        let record = RoundRecord {
            invitation: invitation.to_text(),
            role: draft.role.unwrap_or(Role::Leader),
            name: None,
            apart: draft.apart,
            began_at: turn.now,
        };
        put(&Name::Invitation(round), record, turn);
        put(&Name::Key(round), key, turn);
        run(Task::Code(round, hash, invitation.key), turn);
        self.show(Screen::Collecting(Collecting::new(round)));
    }

    /// Names the round on screen, for its collector alone.
    pub(super) fn name(&mut self, id: &RoundId, name: Option<RoundName>, turn: &mut Turn<'_>) {
        if let Some(kept) = self.records.round(id) {
            let record = RoundRecord {
                name,
                ..kept.record.clone()
            };
            put(&Name::Invitation(*id), record, turn);
        }
    }

    /// Searches the text for messages, and keeps those of this round unopened.
    pub(super) fn paste(&mut self, turn: &mut Turn<'_>) {
        let Screen::Collecting(collecting) = &mut self.screen else {
            return;
        };
        let Some(kept) = self.records.round(&collecting.round) else {
            // Not reached: the screen of a round that is gone is left.
            return;
        };
        let typed = std::mem::take(&mut collecting.typed);
        let mut paste = Paste::default();
        let Ok(found) = find(&typed) else {
            paste.is_too_long = true;
            collecting.paste = Some(paste);
            return;
        };
        for problem in &found.problems {
            match problem {
                Problem::Newer => paste.newer += 1,
                Problem::Cut | Problem::Damaged => paste.damaged += 1,
            }
        }
        let number = kept.seen.last().map_or(0, |seen| seen.paste) + 1;
        let (mut place, mut writes) = (0, Vec::new());
        for block in &found.blocks {
            match block.kind {
                Kind::Sealed => {}
                Kind::Invitation => {
                    paste.invitations += 1;
                    continue;
                }
                Kind::Outcome => {
                    paste.outcomes += 1;
                    continue;
                }
            }
            let hash = BlockHash::of(block);
            let name = Id::from_hash(&hash.0);
            match SealedMessage::from_payload(&block.payload, &kept.hash) {
                Err(MessageFault::OtherRound) => {
                    let closed = self
                        .records
                        .outcomes
                        .iter()
                        .any(|outcome| block.payload.starts_with(&outcome.outcome.tag));
                    *(if closed {
                        &mut paste.closed
                    } else {
                        &mut paste.other_round
                    }) += 1;
                }
                Err(_) => paste.damaged += 1,
                Ok(_) if kept.seen.iter().any(|seen| seen.name == name) => paste.known += 1,
                Ok(_) => {
                    paste.added += 1;
                    place += 1;
                    let record = SeenRecord {
                        paste: number,
                        place,
                        message: block.to_text(),
                    };
                    writes.push(written(&Name::Seen(kept.id, name), record, turn));
                }
            }
        }
        // At once: each commit has everything that is pending.
        turn.send(ToSession::StoredRounds(writes));
        collecting.paste = Some(paste);
        collecting.refused = None;
    }

    /// Takes out an unopened message, where there are more than people.
    pub(super) fn take_out(&mut self, name: Id, turn: &mut Turn<'_>) {
        let round = self.collecting().map(|collecting| collecting.round);
        let kept = round.and_then(|round| self.records.round(&round));
        if let Some(kept) = kept.filter(|kept| kept.has_too_many()) {
            remove(&[Name::Seen(kept.id, name)], turn);
            self.notice = Some(Notice::TakenOut);
        }
    }

    /// Has every message opened.
    pub(super) fn close(&mut self, turn: &mut Turn<'_>) {
        let Screen::Collecting(collecting) = &mut self.screen else {
            return;
        };
        let kept = self.records.round(&collecting.round);
        if kept.is_some_and(Kept::can_close) && !collecting.is_opening {
            collecting.is_opening = true;
            collecting.asked = None;
            run(Task::Open(collecting.round), turn);
        }
    }

    /// What is needed to open the messages of a round; `None` once it is closed, and if there are not
    /// enough.
    pub fn to_open(&self, round: &RoundId) -> Option<ToOpen> {
        let kept = self.records.round(round).filter(|kept| kept.can_close())?;
        let mut payloads = Vec::new();
        for seen in kept.sorted() {
            payloads.push(seen.payload.clone());
        }
        Some(ToOpen {
            key: kept.key.clone()?,
            public: kept.invitation.key?,
            hash: kept.hash,
            payloads,
        })
    }

    /// Publishes the outcome of the messages that can be used, and deletes key and messages. Where there are
    /// too few or too many nothing is shown, and the messages stay sealed.
    pub(super) fn opened(
        &mut self,
        round: &RoundId,
        opened: &[Result<[u8; 8], MessageFault>],
        turn: &mut Turn<'_>,
    ) {
        let Some(kept) = self.records.round(round) else {
            return;
        };
        if opened.len() != kept.seen.len() {
            // Others came meanwhile, which would be deleted unread.
            return run(Task::Open(*round), turn);
        }
        let set = kept.invitation.set;
        let mut rows = Vec::new();
        let mut unusable: Vec<(u64, usize)> = Vec::new();
        for (seen, plain) in kept.sorted().into_iter().zip(opened) {
            let row = plain.as_ref().ok();
            match row.and_then(|plain| Row::from_plain(set, plain)) {
                Some(row) => rows.push(row),
                None => match unusable.iter_mut().find(|(paste, _)| *paste == seen.paste) {
                    Some((_, count)) => *count += 1,
                    None => unusable.push((seen.paste, 1)),
                },
            }
        }
        let unusable = (!unusable.is_empty()).then_some(Notice::Unusable(unusable));
        let totals = Totals::from_rows(set, &rows);
        match totals.outcome(&kept.invitation, &kept.hash) {
            Ok(outcome) => {
                let record = OutcomeRecord {
                    figures: OutcomeDocument::of(&outcome, turn.now),
                    name: kept.record.name.clone(),
                    own: kept.record.role == Role::Leader,
                    apart: kept.record.apart,
                    made_here: true,
                };
                let names = kept.names();
                let name = outcome_name(&outcome);
                put(&Name::Outcome(name.clone()), record, turn);
                remove(&names, turn);
                self.show(Screen::Outcome(Shown::Kept(name)));
                self.notice = unusable.or(Some(Notice::Closed));
            }
            Err(fault) => {
                if let Some(collecting) = self.collecting()
                    && collecting.round == *round
                {
                    collecting.is_opening = false;
                    collecting.refused = Some(fault);
                }
                self.notice = unusable;
            }
        }
    }

    /// Deletes the round on screen.
    pub(super) fn forget_round(&mut self, turn: &mut Turn<'_>) {
        let (round, notice) = match &self.screen {
            Screen::Collecting(collecting) => (&collecting.round, Notice::GivenUp),
            Screen::Rating(rating) => (&rating.round, Notice::RoundForgotten),
            _ => return,
        };
        if let Some(kept) = self.records.round(round) {
            remove(&kept.names(), turn);
        }
        self.notice = Some(notice);
        self.show(Screen::List);
    }

    pub(super) fn ask_to_end(&mut self, ending: Option<Ending>) {
        if let Some(collecting) = self.collecting() {
            collecting.asked = ending;
        }
    }
}
