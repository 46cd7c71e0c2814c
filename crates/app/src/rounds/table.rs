//! A round around a table: one device goes from hand to hand. Everything is in memory, and of each person
//! only the sums stay.

use super::draft::Draft;
use super::questions::Asked;
use super::rating::row_of;
use super::screen::{Screen, Shown};
use super::{KeptOutcome, Rounds};
use crate::turn::Turn;
use round::invitation::{Invitation, RoundHash};
use round::row::RowFault;
use round::totals::Totals;

/// A round around a table.
#[derive(Debug, Clone, PartialEq)]
pub struct Table {
    /// What is asked, and of how many.
    pub invitation: Invitation,
    /// The statements.
    pub asked: Asked,
    /// How far it is.
    pub step: TableStep,
    /// How many people have passed the device on.
    pub done: u8,
    /// What was chosen before, for another start.
    pub(super) draft: Draft,
    hash: RoundHash,
    totals: Totals,
    /// The answers of the person who has the device, in the order of the statements.
    given: Vec<Option<u8>>,
}

/// How far a table is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TableStep {
    /// The device is handed to the next person.
    Handing,
    /// A statement, by its place from 0.
    Statement(usize),
    /// The person left out too many statements.
    LeftOut(RowFault),
    /// The person has answered.
    Answered,
    /// Everybody has.
    Closing,
}

impl Table {
    pub(super) fn new(invitation: Invitation, asked: Asked, draft: Draft) -> Self {
        let people = usize::from(invitation.people);
        Self {
            hash: RoundHash::of(&invitation),
            totals: Totals::new(invitation.set, people),
            step: TableStep::Handing,
            done: 0,
            given: Vec::new(),
            draft,
            invitation,
            asked,
        }
    }

    /// The answer that the person with the device gave to a statement: `None` if not yet, `Some(None)` for
    /// “I can't say”.
    pub fn given(&self, place: usize) -> Option<Option<u8>> {
        self.given.get(place).copied()
    }

    fn answer(&mut self, place: usize, value: Option<u8>) {
        match self.given.get_mut(place) {
            Some(given) => *given = value,
            None => self.given.push(value),
        }
        self.step = if place + 1 < self.asked.statements.len() {
            TableStep::Statement(place + 1)
        } else {
            match row_of(&self.invitation, &self.asked, &self.given) {
                Ok(row) => {
                    self.totals.add(row);
                    // Nothing of this person stays but what is in the sums.
                    self.given.fill(None);
                    self.given.clear();
                    TableStep::Answered
                }
                Err(fault) => TableStep::LeftOut(fault),
            }
        };
    }

    pub(super) fn step_back(&mut self) {
        self.step = match self.step {
            TableStep::Statement(place) if place > 0 => TableStep::Statement(place - 1),
            TableStep::LeftOut(_) => {
                TableStep::Statement(self.asked.statements.len().saturating_sub(1))
            }
            step => step,
        };
    }
}

impl Rounds {
    fn table(&mut self) -> Option<&mut Table> {
        match &mut self.screen {
            Screen::Table(table) => Some(table),
            _ => None,
        }
    }

    /// The next person has the device.
    pub(super) fn take_device(&mut self) {
        if let Some(table) = self
            .table()
            .filter(|table| table.step == TableStep::Handing)
        {
            table.step = TableStep::Statement(0);
        }
    }

    /// Counts an answer of the person who has the device.
    pub(super) fn answer_at_table(&mut self, value: Option<u8>) {
        if let Some(table) = self.table()
            && let TableStep::Statement(place) = table.step
        {
            table.answer(place, value);
        }
    }

    /// The device goes on.
    pub(super) fn pass_on(&mut self) {
        if let Some(table) = self
            .table()
            .filter(|table| table.step == TableStep::Answered)
        {
            table.done += 1;
            table.step = if table.done < table.invitation.people {
                TableStep::Handing
            } else {
                TableStep::Closing
            };
        }
    }

    /// Shows the averages.
    pub(super) fn close_table(&mut self, turn: &mut Turn<'_>) {
        let closing = self
            .table()
            .filter(|table| table.step == TableStep::Closing);
        let Some(table) = closing else { return };
        if let Ok(outcome) = table.totals.outcome(&table.invitation, &table.hash) {
            let fresh = KeptOutcome::from_fresh(outcome, turn.now, false, table.draft.apart);
            self.show(Screen::Outcome(Shown::Fresh(Box::new(fresh))));
        }
    }
}
