//! Invitations: what a round is. They hold no name, date or text.

use crate::block::{Kind, to_text};

use crate::terms::RESERVED_WAY;
pub use crate::terms::{Print, PublicKey, Questions, RoundHash, Set, Way};

/// The fewest raters of a round that is not named.
pub const FEWEST: u8 = 3;

/// The threshold that is proposed for a sealed round.
pub const USUAL_THRESHOLD: u8 = 5;

/// What a round is. Made by [`Invitation::new_table`], [`Invitation::new_sealed`] and
/// [`Invitation::from_payload`], which hold its ranges. At the table it is never given out and made for its
/// hash alone.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Invitation {
    /// How answers are brought together.
    pub way: Way,
    /// Which statements are asked.
    pub set: Set,
    /// How many: 5 for the pulse, otherwise 6 or 12.
    pub items: u8,
    /// The fewest answers of which anything is shown: 3 to 200; 1 if the round is named; at the table `people`.
    pub threshold: u8,
    /// The raters, without the leader. Table: exact, 3 to 30. Sealed: 0 if not said, otherwise `threshold` to 200.
    pub people: u8,
    /// Which questionnaire the statements are from.
    pub print: Print,
    /// 8 random bytes.
    pub nonce: [u8; 8],
    /// The key of whoever collects; `None` at the table.
    pub key: Option<PublicKey>,
}

/// Why a payload is no invitation that can be used here.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum InvitationFault {
    /// It is of a way that a later version may know.
    Newer,
    /// A length or a field is out of range, or the round is one at a table.
    Bad,
}

impl Invitation {
    /// A round around a table, for so many raters: 3 to 30. `None` if a number is out of range.
    pub fn new_table(questions: Questions, people: u8, nonce: [u8; 8]) -> Option<Self> {
        let possible = FEWEST <= people && people <= Way::Table.most();
        possible.then_some(())?;
        Self::new(Way::Table, questions, [people, people], nonce, None)
    }

    /// A round of sealed messages to the owner of `key`. `threshold` is 3 to 200, and `people` 0 if not said,
    /// otherwise `threshold` to 200. Both are 1 for a named round, which asks one boss ([`Set::Up`]). `None` if
    /// a number is out of range.
    pub fn new_sealed(
        questions: Questions,
        threshold: u8,
        people: u8,
        nonce: [u8; 8],
        key: PublicKey,
    ) -> Option<Self> {
        let most = Way::Sealed.most();
        let possible = if threshold == 1 {
            questions.set == Set::Up && people == 1
        } else {
            let stated = threshold <= people && people <= most;
            FEWEST <= threshold && threshold <= most && (people == 0 || stated)
        };
        possible.then_some(())?;
        let numbers = [threshold, people];
        Self::new(Way::Sealed, questions, numbers, nonce, Some(key))
    }

    fn new(
        way: Way,
        Questions { set, items, print }: Questions,
        [threshold, people]: [u8; 2],
        nonce: [u8; 8],
        key: Option<PublicKey>,
    ) -> Option<Self> {
        set.has_form(items).then_some(Self {
            way,
            set,
            items,
            threshold,
            people,
            print,
            nonce,
            key,
        })
    }

    /// The payload: way, set, items, threshold, people (1 byte each), print (8), nonce (8), and the key (64) if
    /// there is one.
    pub fn to_payload(&self) -> Vec<u8> {
        let numbers = [
            self.way.to_byte(),
            self.set.to_byte(),
            self.items,
            self.threshold,
            self.people,
        ];
        let key = self.key.as_ref().map_or(&[][..], |key| &key.0);
        [&numbers, self.print.0.as_slice(), &self.nonce, key].concat()
    }

    /// Reads an invitation that somebody has given out, so one to a sealed round.
    ///
    /// # Errors
    ///
    /// Why it cannot be used. That the key is a point of the curve is not checked here.
    pub fn from_payload(payload: &[u8]) -> Result<Self, InvitationFault> {
        if payload.first() == Some(&RESERVED_WAY) {
            return Err(InvitationFault::Newer);
        }
        Self::read(payload).ok_or(InvitationFault::Bad)
    }

    fn read(payload: &[u8]) -> Option<Self> {
        let (&[way, set, items, threshold, people], rest) = payload.split_first_chunk()?;
        let (print, rest) = rest.split_first_chunk()?;
        let (nonce, key) = rest.split_first_chunk()?;
        let questions = Questions {
            set: Set::from_byte(set)?,
            items,
            print: Print(*print),
        };
        let key = PublicKey(key.try_into().ok()?);
        (Way::from_byte(way)? == Way::Sealed).then_some(())?;
        Self::new_sealed(questions, threshold, people, *nonce, key)
    }

    /// The bytes whose SHA-256 is the [`RoundHash`]: `LA1 round` and the payload.
    pub fn to_hash(&self) -> Vec<u8> {
        [b"LA1 round", &*self.to_payload()].concat()
    }

    /// The block that invites to a sealed round.
    pub fn to_text(&self) -> String {
        to_text(Kind::Invitation, &self.to_payload())
    }

    /// Whether one boss is asked, who is not anonymous, as their screen says.
    pub const fn is_named(&self) -> bool {
        self.threshold == 1
    }

    /// What is asked.
    pub const fn questions(&self) -> Questions {
        Questions {
            set: self.set,
            items: self.items,
            print: self.print,
        }
    }

    /// The most answers that count: `people`, or 200 if that is not said.
    pub const fn most(&self) -> u8 {
        if self.people == 0 {
            self.way.most()
        } else {
            self.people
        }
    }
}
