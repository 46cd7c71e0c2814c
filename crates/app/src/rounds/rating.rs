//! Answering: from an invitation to one sealed message, after which the answers are gone.

use super::kept::{Kept, only_block};
use super::message::{Sending, Task};
use super::questions::{Asked, Statement};
use super::screen::{Notice, Screen};
use super::{Rounds, put, remove, run};
use crate::turn::{Turn, View};
use records::rounds::{AnswerRecord, MineRecord, Name, Role, RoundId, RoundRecord};
use round::block::{Block, Kind};
use round::invitation::{Invitation, InvitationFault, PublicKey, RoundHash};
use round::row::{Answer, Row, RowFault};

/// A round that this browser answers.
#[derive(Debug, Clone, PartialEq)]
pub struct Rating {
    /// Names it in the records.
    pub round: RoundId,
    /// What everything of the round is bound to.
    pub hash: RoundHash,
    /// What is asked, and of how many.
    pub invitation: Invitation,
    /// The statements.
    pub asked: Asked,
    /// How far the rater is.
    pub step: RatingStep,
}

/// How far a rater is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RatingStep {
    /// Nothing is stored; the rater reads who will see what.
    Invited,
    /// A statement, by its place from 0.
    Statement(usize),
    /// Every statement was answered or left out.
    Answered,
    /// The browser seals the answers.
    Sealing,
    /// The answers are sealed and forgotten; perhaps the rater has come `again`.
    Sent {
        /// Whether that was before this visit.
        again: bool,
    },
}

/// What is needed to seal a rater's answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ToSeal {
    /// The collector's key.
    pub key: PublicKey,
    /// What the message is bound to.
    pub hash: RoundHash,
    /// What is sealed.
    pub plain: [u8; 8],
}

impl Rating {
    /// Whether the round is in the records.
    pub fn is_stored(&self) -> bool {
        self.step != RatingStep::Invited
    }

    fn with_step(kept: &Kept, asked: Asked, step: RatingStep) -> Self {
        Self {
            round: kept.id,
            hash: kept.hash,
            invitation: kept.invitation.clone(),
            asked,
            step,
        }
    }
}

/// The row of these answers, or why they make none.
fn row(
    invitation: &Invitation,
    asked: &Asked,
    given: impl Fn(&Statement) -> Option<u8>,
) -> Result<Row, RowFault> {
    let statements = asked.statements.iter();
    let answers: Vec<Answer> = statements
        .map(|statement| Answer {
            given: given(statement),
            reverse: statement.reverse,
        })
        .collect();
    Row::from_answers(invitation.set, invitation.items, &answers)
}

/// The questions of an invitation, if this page has exactly these.
fn asked_by(invitation: &Invitation, view: &View<'_>) -> Option<Asked> {
    Asked::by(&invitation.questions(), view.instrument)
}

impl Kept {
    /// The answer to a statement: `None` if it was not answered yet, `Some(None)` for “I can't say”.
    pub fn answer(&self, statement: &Statement) -> Option<Option<u8>> {
        let mut answers = self.answers.iter();
        let answer = answers.find(|(item, _)| *item == statement.id);
        answer.map(|(_, value)| *value)
    }

    /// The row of the answers, or why they make none.
    ///
    /// # Errors
    /// See [`RowFault`].
    pub fn row(&self, asked: &Asked) -> Result<Row, RowFault> {
        row(&self.invitation, asked, |statement| {
            self.answer(statement).flatten()
        })
    }
}

impl Rounds {
    /// Opens an invitation that was in the page's address or pasted.
    pub(super) fn join(&mut self, text: &str, turn: &mut Turn<'_>) {
        match only_block(text, Kind::Invitation) {
            Some(block) => self.open_invitation(&block, turn),
            None => self.refuse(Notice::BadInvitation),
        }
    }

    /// Opens an invitation.
    pub(super) fn open_invitation(&mut self, block: &Block, turn: &mut Turn<'_>) {
        let invitation = match Invitation::from_payload(&block.payload) {
            Ok(invitation) => invitation,
            Err(InvitationFault::Newer) => return self.refuse(Notice::NewerInvitation),
            Err(InvitationFault::Bad) => return self.refuse(Notice::BadInvitation),
        };
        let hash = RoundHash::of(&invitation);
        let round = RoundId::of(&hash);
        if let Some(kept) = self.records.round(&round) {
            let is_own = !kept.answers_it();
            self.open_round(&round, turn);
            self.notice = is_own.then_some(Notice::OwnInvitation);
            return;
        }
        let Some(asked) = asked_by(&invitation, &turn.view) else {
            return self.refuse(Notice::OtherQuestions);
        };
        run(Task::Code(round, hash, invitation.key), turn);
        self.show(Screen::Rating(Rating {
            round,
            hash,
            invitation,
            asked,
            step: RatingStep::Invited,
        }));
    }

    pub(super) fn refuse(&mut self, notice: Notice) {
        self.show(Screen::List);
        self.notice = Some(notice);
    }

    /// Shows a round that is answered here, at the first statement without an answer.
    pub(super) fn open_rating(&mut self, round: &RoundId, view: &View<'_>) {
        let Some(kept) = self.records.round(round) else {
            // Not reached: the caller has found it.
            return;
        };
        let Some(asked) = asked_by(&kept.invitation, view) else {
            return self.refuse(Notice::OtherQuestions);
        };
        let mut statements = asked.statements.iter();
        let open = statements.position(|statement| kept.answer(statement).is_none());
        let step = match open {
            _ if kept.mine.is_some() => RatingStep::Sent { again: true },
            Some(place) => RatingStep::Statement(place),
            None => RatingStep::Answered,
        };
        self.show(Screen::Rating(Rating::with_step(kept, asked, step)));
    }

    /// Stores the round, since from now on answers are.
    pub(super) fn begin_to_answer(&mut self, turn: &mut Turn<'_>) {
        if let Screen::Rating(rating) = &mut self.screen
            && !rating.is_stored()
        {
            let record = RoundRecord {
                invitation: rating.invitation.to_text(),
                role: Role::Rater,
                name: None,
                apart: false,
                began_at: turn.now,
            };
            put(&Name::Invitation(rating.round), record, turn);
            rating.step = RatingStep::Statement(0);
        }
    }

    /// Stores the answer to the statement on screen, and shows the next.
    pub(super) fn answer(&mut self, value: Option<u8>, turn: &mut Turn<'_>) {
        if let Screen::Rating(rating) = &mut self.screen
            && let RatingStep::Statement(place) = rating.step
            && let Some(statement) = rating.asked.statements.get(place)
        {
            let name = Name::Answer(rating.round, statement.id.clone());
            let record = AnswerRecord {
                value: value.map(u64::from),
            };
            put(&name, record, turn);
            let next = place + 1;
            rating.step = if next < rating.asked.statements.len() {
                RatingStep::Statement(next)
            } else {
                RatingStep::Answered
            };
        }
    }

    /// Has the answers sealed, if they make a row.
    pub(super) fn lock(&mut self, sending: Sending, turn: &mut Turn<'_>) {
        let round = match &self.screen {
            Screen::Rating(rating) if rating.step == RatingStep::Answered => rating.round,
            _ => return,
        };
        if self.to_seal(&round, &turn.view).is_some() {
            self.show_step(&round, RatingStep::Sealing);
            run(Task::Seal(round, sending), turn);
        }
    }

    /// What is needed to seal the answers of a round; `None` once they are sealed.
    pub fn to_seal(&self, round: &RoundId, view: &View<'_>) -> Option<ToSeal> {
        let kept = self.records.round(round)?;
        let asked = asked_by(&kept.invitation, view)?;
        let row = kept.row(&asked).ok()?;
        let key = kept.invitation.key?;
        kept.mine.is_none().then_some(ToSeal {
            key,
            hash: kept.hash,
            plain: row.to_plain(),
        })
    }

    /// Stores the sealed message, and then deletes the answers.
    pub(super) fn sealed(&mut self, round: &RoundId, payload: Vec<u8>, turn: &mut Turn<'_>) {
        let block = Block::new(Kind::Sealed, payload);
        let (Some(kept), Some(block)) = (self.records.round(round), block) else {
            return;
        };
        // Where there are no locks another tab may have been first. A rater makes one message.
        if kept.mine.is_none() {
            let message = block.to_text();
            put(&Name::Mine(*round), MineRecord { message }, turn);
            remove(&kept.answer_names(), turn);
        }
        self.show_step(round, RatingStep::Sent { again: false });
    }

    fn show_step(&mut self, round: &RoundId, step: RatingStep) {
        if let Screen::Rating(rating) = &mut self.screen
            && rating.round == *round
        {
            rating.step = step;
        }
    }

    /// Shows what has become of the round on screen, here or in another tab: it is sealed, or no longer
    /// answered far enough to be.
    pub(super) fn follow_rating(&mut self, view: &View<'_>) {
        let Screen::Rating(rating) = &self.screen else {
            return;
        };
        let round = rating.round;
        let kept = self.records.round(&round);
        let is_sent = kept.is_some_and(|kept| kept.mine.is_some());
        match rating.step {
            RatingStep::Sent { .. } => {}
            _ if is_sent => self.show_step(&round, RatingStep::Sent { again: false }),
            RatingStep::Sealing if self.to_seal(&round, view).is_none() => {
                self.show_step(&round, RatingStep::Answered);
            }
            _ => {}
        }
    }
}

/// The row of the answers of one person at a table, or why they make none.
pub(super) fn row_of(
    invitation: &Invitation,
    asked: &Asked,
    given: &[Option<u8>],
) -> Result<Row, RowFault> {
    let place = |statement: &Statement| {
        let mut statements = asked.statements.iter();
        statements.position(|other| other.id == statement.id)
    };
    row(invitation, asked, |statement| {
        place(statement).and_then(|place| given.get(place).copied().flatten())
    })
}
