//! The readers of rounds: what is pasted, and what is in a block whose checksum was right.

use round::block::{Block, Kind};
use round::find::{LONGEST_TEXT, find};
use round::gap::{Own, gap, pulse_change};
use round::invitation::{Invitation, RoundHash, Set, Way};
use round::outcome::Outcome;
use round::row::Row;
use round::sealed::SealedMessage;
use round::totals::Totals;

use crate::readers::Reader;
use crate::worst::Case;

/// Pasted text.
pub(crate) const BLOCKS: Reader = Reader {
    name: "blocks",
    read: |text| {
        let Ok(found) = find(text) else {
            return Ok(false);
        };
        hold(
            found.blocks.is_sorted_by(|one, next| one < next),
            "blocks that are not sorted or not distinct",
        )?;
        for block in &found.blocks {
            let again = find(&block.to_text());
            let alone = again
                .is_ok_and(|again| again.problems.is_empty() && again.blocks == [block.clone()]);
            hold(alone, "a block that is not found by itself")?;
            payload(&block.payload)?;
        }
        Ok(!found.blocks.is_empty())
    },
};

/// A payload in hexadecimal digits; other characters are passed over.
pub(crate) const PAYLOADS: Reader = Reader {
    name: "payloads",
    read: |text| {
        let digits: Vec<u8> = text
            .chars()
            .filter_map(|it| it.to_digit(16))
            .map(|digit| digit as u8)
            .collect();
        let bytes: Vec<u8> = digits
            .chunks_exact(2)
            .map(|pair| pair[0] << 4 | pair[1])
            .collect();
        payload(&bytes)
    },
};

fn hold(condition: bool, what: &str) -> Result<(), String> {
    condition.then_some(()).ok_or_else(|| what.to_owned())
}

/// Gives a payload to everything that reads one. Whether any accepted it.
fn payload(bytes: &[u8]) -> Result<bool, String> {
    let mut hash = [0; 32];
    for (byte, tag) in hash.iter_mut().zip(bytes).take(8) {
        *byte = *tag;
    }
    let hash = RoundHash(hash);
    let message = SealedMessage::from_payload(bytes, &hash);
    let invitation = Invitation::from_payload(bytes);
    let outcome = Outcome::from_payload(bytes);
    if let Ok(message) = &message {
        hold(
            message.to_payload() == bytes,
            "a message that does not read back",
        )?;
    }
    if let Ok(invitation) = &invitation {
        hold(
            invitation.to_payload() == bytes,
            "an invitation that does not read back",
        )?;
        hold(invitation.way == Way::Sealed, "an invitation to a table")?;
        rows(bytes, invitation, &hash)?;
    }
    if let Ok(outcome) = &outcome {
        hold(
            outcome.to_payload() == bytes,
            "an outcome that does not read back",
        )?;
        figures(outcome)?;
    }
    Ok(message.is_ok() || invitation.is_ok() || outcome.is_ok())
}

/// Whatever rows are in the bytes, a round is closed as it was agreed on, or not at all.
fn rows(bytes: &[u8], invitation: &Invitation, hash: &RoundHash) -> Result<(), String> {
    let plain = bytes.windows(8).filter_map(|plain| plain.first_chunk());
    let mut rows: Vec<Row> = plain
        .filter_map(|plain| Row::from_plain(invitation.set, plain))
        .collect();
    let one = Row::from_plain(Set::Down, &[bytes[5] % 101, 0, 0, 0, 0, 0, 0, 0]);
    if invitation.set != Set::Pulse {
        rows.extend(vec![one.ok_or("a score that is no row")?; bytes[6].into()]);
    }
    if let Ok(outcome) = Totals::from_rows(invitation.set, &rows).outcome(invitation, hash) {
        let enough = outcome.n >= invitation.threshold && outcome.n <= invitation.most();
        hold(
            enough && usize::from(outcome.n) == rows.len(),
            "an outcome of too few or too many",
        )?;
        let read = Outcome::from_payload(&outcome.to_payload());
        hold(read == Ok(outcome), "an outcome that is not read")?;
    }
    Ok(())
}

/// A margin is a number above zero, and nothing has changed from an outcome to itself.
fn figures(outcome: &Outcome) -> Result<(), String> {
    let own = Own {
        score: 50.0,
        answered: outcome.items,
        items: outcome.items,
        print: outcome.print,
    };
    match gap(outcome, &own, Some(0)) {
        Ok(gap) => hold(
            gap.margin > 0.0 && gap.margin < 100.0 && gap.points.abs() <= 50.0,
            "an impossible gap",
        ),
        Err(_) => hold(outcome.set == Set::Pulse, "a gap that is refused"),
    }?;
    let same = pulse_change(outcome, outcome);
    hold(
        same.is_ok() == outcome.steps.is_some(),
        "a change without statements",
    )
}

/// The longest texts that are searched, each with as much as there can be of something.
pub(crate) fn longest() -> Vec<Case> {
    let filled = |piece: &str| piece.repeat(LONGEST_TEXT / piece.chars().count());
    let number = |number: u32| number.to_be_bytes()[1..].to_vec();
    let blocks = (0..).filter_map(|at| Block::new(Kind::Sealed, number(at)));
    let mut distinct = String::new();
    for block in blocks.take(LONGEST_TEXT / 28) {
        distinct += &block.to_text();
        // The beginning of another block.
        distinct += "LA1.T.0";
    }
    vec![
        ("prefixes", filled("LA1.S.")),
        ("beginnings of prefixes", filled("L\u{a0}")),
        ("noise", filled("> ")),
        ("cut blocks", filled(&["LA1.S.", &"0".repeat(90)].concat())),
        ("blocks", distinct),
    ]
}
