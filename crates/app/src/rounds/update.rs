//! The update of rounds.

use std::mem::take;
use std::rc::Rc;

use super::draft::Draft;
use super::message::{Message, Task};
use super::questions::Asked;
use super::rating::RatingStep;
use super::screen::{Found, Notice, Screen, Shown, Unread};
use super::{Collecting, KeptOutcome, RoundWrite, Rounds, Table, put, remove, run};
use crate::effect::Effect;
use crate::event::Message as ToSession;
use crate::turn::Turn;
use measure::time::UnixMs;
use records::rounds::{KeyRecord, Name, OutcomeRecord, RoundId};
use records::slot::Slot;
use round::block::Kind;
use round::find::{Problem, find};
use round::gap::follows_too_soon;
use round::invitation::{PublicKey, Set, Way};
use round::outcome::{Outcome, OutcomeFault};

impl Rounds {
    /// Prepares for the screen of rounds, with an invitation if the page's address had one.
    pub(crate) fn open(&mut self, invitation: Option<&str>, turn: &mut Turn<'_>) {
        let was_table = self.is_table();
        self.refresh(turn);
        run(Task::Probe, turn);
        if let Some(text) = invitation {
            self.join(text, turn);
        }
        self.leave_table(was_table, turn);
    }

    /// Forgets what was not stored: everything was deleted.
    pub(crate) fn forget_all(&mut self, turn: &mut Turn<'_>) {
        let was_table = self.is_table();
        let page = self.page.take();
        *self = Self {
            page,
            ..Self::default()
        };
        self.leave_table(was_table, turn);
    }

    fn is_table(&self) -> bool {
        matches!(self.screen, Screen::Table(_))
    }

    /// The page asks no longer before it is left, if there was a table and is none any more.
    fn leave_table(&self, was_table: bool, turn: &mut Turn<'_>) {
        if was_table && !self.is_table() {
            run(Task::Guard(false), turn);
        }
    }

    /// Applies `message`.
    pub(crate) fn update(&mut self, message: &Message, turn: &mut Turn<'_>) {
        let (before, was_table) = (self.screen.place(), self.is_table());
        self.apply(message, turn);
        self.leave_table(was_table, turn);
        if self.screen.place() != before {
            turn.run(Effect::FocusHeading);
        }
    }

    fn apply(&mut self, message: &Message, turn: &mut Turn<'_>) {
        if !matches!(
            message,
            Message::Probed(_) | Message::Coded(..) | Message::Refreshed(_)
        ) {
            self.notice = None;
        }
        match message {
            Message::Probed(page) => self.page = Some(page.clone()),
            Message::Coded(round, code) => self.coded(*round, code.clone()),
            Message::Refreshed(changes) => learn(changes, turn),
            Message::OpenedList => self.show(Screen::List),
            Message::OpenedRound(round) => self.open_round(round, turn),
            Message::OpenedOutcome(name) => {
                self.show(Screen::Outcome(Shown::Kept(name.clone())));
                // From beside a result as well.
                turn.send(ToSession::OpenedRounds);
            }
            Message::AskedToBegin => self.show(Screen::Choosing(self.first_draft())),
            Message::AskedToRead => self.show(Screen::Reading(Found::default())),
            Message::Drafted(draft) => self.redraft(draft.clone()),
            Message::WentOn => self.go_on(turn),
            Message::WentBack => self.go_back(),
            Message::Began => self.begin(turn),
            Message::Drew(nonce, keys) => self.drew(*nonce, keys.clone(), turn),
            Message::Named(round, name) => self.name(round, name.clone(), turn),
            Message::Typed(typed) => self.type_in(typed.clone()),
            Message::Pasted => match self.screen {
                Screen::Reading(_) => self.read(turn),
                _ => self.paste(turn),
            },
            Message::TookOut(name) => self.take_out(name.clone(), turn),
            Message::Asked(ending) => self.ask_to_end(*ending),
            Message::Closed => self.close(turn),
            Message::Opened(round, opened) => self.opened(round, opened, turn),
            Message::GaveUp | Message::ForgotRound => self.forget_round(turn),
            Message::Kept => self.keep(turn),
            Message::Forgot => self.forget(turn),
            Message::Claimed => self.claim(turn),
            Message::BeganToAnswer => self.begin_to_answer(turn),
            Message::Answered(value) => match self.screen {
                Screen::Table(_) => self.answer_at_table(*value),
                _ => self.answer(*value, turn),
            },
            Message::Locked(sending) => self.lock(*sending, turn),
            Message::Sealed(round, payload) => self.sealed(round, payload.clone(), turn),
            Message::TookDevice => self.take_device(),
            Message::PassedOn => self.pass_on(),
            Message::ClosedTable => self.close_table(turn),
            Message::StartedAgain => self.start_again(),
            Message::Failed => self.fail(),
            Message::Handed(sending, text) => run(Task::Hand(*sending, text.clone()), turn),
        }
    }

    /// Shows another screen.
    pub(super) fn show(&mut self, screen: Screen) {
        self.screen = screen;
    }

    fn coded(&mut self, round: RoundId, code: Option<String>) {
        match code {
            Some(code) => self.codes.push((round, code)),
            None => self.refuse(Notice::BadInvitation),
        }
    }

    /// Shows a round of the records.
    pub(super) fn open_round(&mut self, round: &RoundId, turn: &mut Turn<'_>) {
        let Some(kept) = self.records.round(round) else {
            return;
        };
        let (hash, key) = (kept.hash, kept.invitation.key);
        if kept.answers_it() {
            self.open_rating(round, &turn.view);
        } else {
            if self.code(round).is_none() {
                run(Task::Code(*round, hash, key), turn);
            }
            self.show(Screen::Collecting(Collecting::new(*round)));
        }
    }

    /// A draft for what this page can do: without `WebCrypto` only a table.
    fn first_draft(&self) -> Draft {
        let secure = self.page.as_ref().is_some_and(|page| page.is_secure);
        Draft {
            way: if secure { Way::Sealed } else { Way::Table },
            ..Draft::default()
        }
    }

    fn redraft(&mut self, draft: Draft) {
        if let Screen::Choosing(before) | Screen::Appointing(before) = &mut self.screen {
            *before = draft.possible();
        }
    }

    fn go_on(&mut self, turn: &mut Turn<'_>) {
        match &mut self.screen {
            Screen::Choosing(draft) => {
                draft.is_judged = draft.number().is_err();
                if draft.is_judged {
                    return;
                }
                if draft.way == Way::Table {
                    return self.begin(turn);
                }
                let draft = take(draft);
                self.show(Screen::Appointing(draft));
            }
            Screen::Appointing(draft) => {
                let draft = take(draft);
                self.show(Screen::Asking(draft));
            }
            _ => {}
        }
    }

    fn go_back(&mut self) {
        let before = match &mut self.screen {
            Screen::Appointing(draft) => Screen::Choosing(take(draft)),
            Screen::Asking(draft) => Screen::Appointing(take(draft)),
            Screen::Table(table) => return table.step_back(),
            Screen::Rating(rating) => match rating.step {
                RatingStep::Statement(place) if place > 0 => {
                    rating.step = RatingStep::Statement(place - 1);
                    return;
                }
                RatingStep::Answered => {
                    let last = rating.asked.statements.len().saturating_sub(1);
                    rating.step = RatingStep::Statement(last);
                    return;
                }
                _ => Screen::List,
            },
            _ => Screen::List,
        };
        self.show(before);
    }

    /// Asks the browser for what a round consists of.
    fn begin(&mut self, turn: &mut Turn<'_>) {
        if let Screen::Choosing(draft) | Screen::Appointing(draft) = &mut self.screen {
            let with_keys = draft.way == Way::Sealed;
            if draft.number().is_ok() && (!with_keys || draft.role.is_some()) {
                let draft = take(draft);
                self.show(Screen::Beginning(draft));
                run(Task::Draw { with_keys }, turn);
            }
        }
    }

    fn drew(&mut self, nonce: [u8; 8], keys: Option<(KeyRecord, PublicKey)>, turn: &mut Turn<'_>) {
        let Screen::Beginning(draft) = &mut self.screen else {
            return;
        };
        let (record, public) = keys.unzip();
        let asked = Asked::to_begin(draft.set(), turn.view.instrument, turn.view.latest);
        let Some(asked) = asked else { return };
        let Some(invitation) = draft.invitation(&asked, nonce, public) else {
            return;
        };
        let draft = take(draft);
        match record {
            Some(key) => self.begin_collecting(&invitation, &draft, key, turn),
            None => {
                run(Task::Guard(true), turn);
                self.show(Screen::Table(Table::new(invitation, asked, draft)));
            }
        }
    }

    fn type_in(&mut self, text: String) {
        match &mut self.screen {
            Screen::Collecting(collecting) => collecting.typed = text,
            Screen::Reading(found) => found.typed = text,
            _ => {}
        }
    }

    /// Reads an outcome or an invitation out of a pasted text.
    fn read(&mut self, turn: &mut Turn<'_>) {
        let Screen::Reading(found) = &mut self.screen else {
            // Not reached: the caller has looked.
            return;
        };
        let text = take(&mut found.typed);
        found.problem = None;
        let Ok(blocks) = find(&text) else {
            found.problem = Some(Unread::TooLong);
            return;
        };
        let mut of_kind = blocks
            .blocks
            .iter()
            .filter(|block| block.kind != Kind::Sealed);
        let problem = match of_kind.next() {
            Some(block) if block.kind == Kind::Invitation => {
                return self.open_invitation(block, turn);
            }
            Some(block) => match Outcome::from_payload(&block.payload) {
                Ok(outcome) => return self.show_read(outcome, turn),
                Err(OutcomeFault::Newer) => Unread::Newer,
                Err(OutcomeFault::TooFew) => Unread::TooFew,
                Err(OutcomeFault::Bad) => Unread::Figures,
            },
            None => match blocks.problems.first() {
                Some(Problem::Newer) => Unread::Newer,
                Some(_) => Unread::Damaged,
                None if blocks.blocks.is_empty() => Unread::Nothing,
                None => Unread::Sealed,
            },
        };
        found.problem = Some(problem);
    }

    fn show_read(&mut self, outcome: Outcome, turn: &Turn<'_>) {
        let fresh = KeptOutcome::from_fresh(outcome, turn.now, true, false);
        let is_kept = self.records.outcome(&fresh.name).is_some();
        self.notice = is_kept.then_some(Notice::KeptBefore);
        self.show(Screen::Outcome(if is_kept {
            Shown::Kept(fresh.name)
        } else {
            Shown::Fresh(Box::new(fresh))
        }));
    }

    fn keep(&mut self, turn: &mut Turn<'_>) {
        if let Screen::Outcome(Shown::Fresh(fresh)) = &self.screen {
            let name = fresh.name.clone();
            put(&Name::Outcome(name.clone()), fresh.record.clone(), turn);
            self.show(Screen::Outcome(Shown::Kept(name)));
        }
    }

    /// The outcome is about the leader whose result is here.
    fn claim(&mut self, turn: &mut Turn<'_>) {
        if let Screen::Outcome(Shown::Kept(name)) = &self.screen
            && let Some(kept) = self.records.outcome(name)
        {
            let record = OutcomeRecord {
                own: true,
                ..kept.record.clone()
            };
            put(&Name::Outcome(name.clone()), record, turn);
        }
    }

    fn forget(&mut self, turn: &mut Turn<'_>) {
        if let Screen::Outcome(shown) = &self.screen {
            if let Shown::Kept(name) = shown {
                remove(&[Name::Outcome(name.clone())], turn);
            }
            self.show(Screen::List);
            self.notice = Some(Notice::OutcomeForgotten);
        }
    }

    fn start_again(&mut self) {
        if let Screen::Table(table) = &self.screen {
            self.show(Screen::Choosing(table.draft.clone()));
        }
    }

    /// The browser refused: what was under way can be tried again. Nothing is said of it on another screen.
    fn fail(&mut self) {
        match &mut self.screen {
            Screen::Beginning(draft) => {
                let draft = take(draft);
                self.show(match draft.way {
                    Way::Table => Screen::Choosing(draft),
                    Way::Sealed => Screen::Appointing(draft),
                });
            }
            Screen::Collecting(collecting) if collecting.is_opening => {
                collecting.is_opening = false;
            }
            Screen::Rating(rating) if rating.step == RatingStep::Sealing => {
                rating.step = RatingStep::Answered;
            }
            // What cannot be locked here is not asked.
            Screen::Rating(rating) if rating.step == RatingStep::Invited => {
                return self.refuse(Notice::Insecure);
            }
            _ => return,
        }
        self.notice = Some(Notice::Failed);
    }

    /// The last outcome of this set that is kept.
    pub fn last(&self, set: Set) -> Option<&KeptOutcome> {
        let mut outcomes = self.records.outcomes.iter();
        outcomes.find(|kept| kept.outcome.set == set)
    }

    /// Whether a round of this set, begun now, would follow too soon on the last outcome that is kept.
    pub fn follows_too_soon(&self, set: Set, now: UnixMs) -> bool {
        let last = self.last(set);
        last.is_some_and(|last| follows(last.record.figures.made_at, now))
    }
}

/// Whether a round at the second moment follows too soon on one at the first.
pub fn follows(first: UnixMs, second: UnixMs) -> bool {
    let day = |moment: UnixMs| moment.0.div_euclid(super::DAY_MS);
    follows_too_soon(day(first), day(second))
}

/// Takes over what other tabs did to records, of which this one has not heard yet.
fn learn(changes: &[(String, Option<String>)], turn: &mut Turn<'_>) {
    let mut writes = Vec::new();
    for (name, text) in changes {
        let text = text.as_deref().map(Rc::from);
        writes.push(RoundWrite::Learn(Slot::Round(name.clone()), text));
    }
    turn.send(ToSession::StoredRounds(writes));
}
