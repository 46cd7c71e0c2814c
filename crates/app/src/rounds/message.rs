//! What happens in a round, and what it asks of the browser.

use std::rc::Rc;

use super::draft::Draft;
use measure::instrument::Id;
use records::rounds::{KeyRecord, RoundId, RoundName};
use records::slot::Slot;
use round::invitation::{PublicKey, RoundHash};
use round::sealed::MessageFault;

/// What happened in a round. Messages are named in the past tense.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Message {
    /// The shell said what the page can do.
    Probed(Page),
    /// The visitor went to the list of rounds.
    OpenedList,
    /// The visitor opened a round that this browser collects for, or answers.
    OpenedRound(RoundId),
    /// The visitor opened an outcome.
    OpenedOutcome(Id),
    /// The visitor wanted to ask others.
    AskedToBegin,
    /// The visitor wanted to read what somebody sent.
    AskedToRead,
    /// The visitor changed what is to be asked, or of whom.
    Drafted(Draft),
    /// The visitor went on to the next question about the round.
    WentOn,
    /// The visitor went back by one step.
    WentBack,
    /// The visitor began the round.
    Began,
    /// The shell drew random bytes, and made a key pair where one is needed.
    Drew([u8; 8], Option<(KeyRecord, PublicKey)>),
    /// The shell computed the number by which people compare an invitation aloud; there is none if the
    /// invitation's key is no point of the curve.
    Coded(RoundId, Option<String>),
    /// The collector named the round.
    Named(RoundId, Option<RoundName>),
    /// The collector changed the text to be searched for messages.
    Typed(String),
    /// The collector had that text searched.
    Pasted,
    /// The collector took out an unopened message.
    TookOut(Id),
    /// The collector asked to close the round, or to give it up, or thought better of it.
    Asked(Option<Ending>),
    /// The collector confirmed closing the round.
    Closed,
    /// The shell opened every message: what was inside, or why it cannot be used.
    Opened(RoundId, Vec<Result<[u8; 8], MessageFault>>),
    /// The collector confirmed giving the round up.
    GaveUp,
    /// The visitor kept an outcome that was read or made.
    Kept,
    /// The visitor said that the outcome is about them.
    Claimed,
    /// The visitor deleted the outcome.
    Forgot,
    /// The rater began to answer.
    BeganToAnswer,
    /// The rater answered the statement on screen: the number of an option, or “I can't say”.
    Answered(Option<u8>),
    /// The rater locked the answers, to send or to copy the message.
    Locked(Sending),
    /// The shell sealed the answers into this payload.
    Sealed(RoundId, Vec<u8>),
    /// The rater deleted the round.
    ForgotRound,
    /// The next person at the table has the device.
    TookDevice,
    /// That person passed it on.
    PassedOn,
    /// Everybody at the table has answered.
    ClosedTable,
    /// The table starts again.
    StartedAgain,
    /// The browser refused what the round needs.
    Failed,
    /// The visitor copied or sent a text.
    Handed(Sending, String),
    /// Another tab changed these records, by their names; without text they are gone.
    Refreshed(Vec<(String, Option<String>)>),
}

/// What the page can do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Page {
    /// Whether there is `WebCrypto`, which browsers have on secure pages only.
    pub is_secure: bool,
    /// Whether there is a share sheet.
    pub shares: bool,
    /// The address of the page without query and fragment.
    pub address: String,
}

/// How a text leaves the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sending {
    /// By the browser's share sheet.
    Share,
    /// By the clipboard.
    Copy,
}

/// How a collector ends a round.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ending {
    /// Opens the messages and shows the averages.
    Close,
    /// Deletes key and messages.
    GiveUp,
}

/// What a round asks of the browser.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Task {
    /// Say what the page can do; the reply is [`Message::Probed`].
    Probe,
    /// Draw eight random bytes and, if `with_keys`, make a key pair; the reply is [`Message::Drew`].
    Draw {
        /// Whether a key pair is needed.
        with_keys: bool,
    },
    /// Compute the number of a round from its hash, and check its key; the reply is [`Message::Coded`].
    Code(RoundId, RoundHash, Option<PublicKey>),
    /// Seal the answers of a round, unless another tab has done so, and hand the message on; the replies
    /// are [`Message::Refreshed`] and [`Message::Sealed`].
    Seal(RoundId, Sending),
    /// Open every message of a round, unless another tab has closed it; the replies are
    /// [`Message::Refreshed`] and [`Message::Opened`].
    Open(RoundId),
    /// Hand a text on.
    Hand(Sending, String),
    /// Ask before the page is left, or no longer.
    Guard(bool),
}

/// A change to one stored record of a round.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RoundWrite {
    /// Write this text.
    Put(Slot, Rc<str>),
    /// Delete the record.
    Remove(Slot),
    /// Another tab has written or deleted it.
    Learn(Slot, Option<Rc<str>>),
}
