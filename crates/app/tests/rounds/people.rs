//! Somebody who takes part in rounds: a browser whose tabs do what the shell does for them.

use std::cell::Cell;

use app::effect::Effect;
use app::rounds::draft::{Draft, Group};
use app::rounds::{Message, Page, Rounds, Screen, Sending, Task};
use app::session::Message as ToSession;
use records::rounds::{KeyRecord, Name, Role, RoundId};
use records::slot::Slot;
use round::invitation::{PublicKey, RoundHash, Way};
use round::sealed::{MessageFault, SealedMessage};
use simulator::tabs::Browser;

/// What stands for the proof that a message was sealed for this round.
const PROOF: [u8; 16] = [7; 16];

/// The first byte of a key that is no point of the curve.
pub(crate) const OFF_CURVE: u8 = 0xff;

/// Bytes that differ from each other in one test, and are the same each time that it runs.
fn drawn() -> [u8; 8] {
    thread_local!(static DRAWN: Cell<u64> = const { Cell::new(0) });
    DRAWN
        .with(|drawn| drawn.replace(drawn.get() + 1))
        .to_be_bytes()
}

/// A key that differs from all others in one test.
fn public_key() -> PublicKey {
    let bytes = [drawn(); 8].concat();
    PublicKey(bytes.try_into().expect("64 bytes"))
}

/// A browser in which somebody takes part in rounds.
pub(crate) struct Person {
    pub(crate) browser: Browser,
    /// By tab: how many of its effects were looked at.
    looked: Vec<usize>,
}

impl Person {
    /// With one tab, which shows rounds.
    pub(crate) fn new() -> Self {
        Self::with(Browser::new())
    }

    /// In this browser.
    pub(crate) fn with(browser: Browser) -> Self {
        let mut person = Self {
            browser,
            looked: Vec::new(),
        };
        person.opens();
        person
    }

    /// Opens rounds in another tab.
    pub(crate) fn opens(&mut self) -> usize {
        let tab = self.browser.open();
        self.looked.resize(tab + 1, 0);
        self.shows(tab);
        tab
    }

    /// Goes to rounds in a tab.
    pub(crate) fn shows(&mut self, tab: usize) {
        self.browser.does(tab, ToSession::OpenedRounds);
        self.works(tab);
    }

    pub(crate) fn rounds(&self, tab: usize) -> &Rounds {
        self.browser.session(tab).rounds().expect("it is linked")
    }

    pub(crate) fn screen(&self, tab: usize) -> &Screen {
        &self.rounds(tab).screen
    }

    /// Does something in a round, and the shell what that asks for.
    pub(crate) fn does(&mut self, tab: usize, message: Message) {
        self.browser.does(tab, message.into());
        self.works(tab);
    }

    /// The same before the tab has heard of the others, and while the shell is still at work.
    pub(crate) fn takes(&mut self, tab: usize, message: Message) {
        self.browser.takes(tab, message.into());
    }

    pub(crate) fn all(&mut self, tab: usize, messages: impl IntoIterator<Item = Message>) {
        for message in messages {
            self.does(tab, message);
        }
    }

    /// What a tab asked of the shell since it was last looked at.
    pub(crate) fn tasks(&mut self, tab: usize) -> Vec<Task> {
        let effects = self.browser.effects(tab);
        let new = effects[self.looked[tab]..].iter();
        let tasks = new.filter_map(|effect| match effect {
            Effect::Rounds(task) => task.clone().open(),
            _ => None,
        });
        let tasks = tasks.collect();
        self.looked[tab] = effects.len();
        tasks
    }

    /// The shell does what a tab asked for, until there is nothing more to do.
    pub(crate) fn works(&mut self, tab: usize) {
        loop {
            let tasks = self.tasks(tab);
            if tasks.is_empty() {
                return;
            }
            for task in tasks {
                self.carries_out(tab, task);
            }
        }
    }

    /// The shell carries out one task, under the lock of the round if it has one.
    pub(crate) fn carries_out(&mut self, tab: usize, task: Task) {
        let reply = match task {
            Task::Probe => Message::Probed(Page {
                is_secure: true,
                shares: false,
                address: "https://coach.example/".into(),
            }),
            Task::Draw { with_keys } => Message::Drew(drawn(), with_keys.then(key_pair)),
            Task::Code(round, _, key) => {
                let on_curve = key.is_none_or(|key| key.0[0] != OFF_CURVE);
                Message::Coded(round, on_curve.then(|| "1234 5678 9012".to_owned()))
            }
            Task::Seal(round, _) => {
                self.learns(tab, &round);
                match self.seals(tab, &round) {
                    Some(payload) => Message::Sealed(round, payload),
                    None => return,
                }
            }
            Task::Open(round) => {
                self.learns(tab, &round);
                match self.unseals(tab, &round) {
                    Some(plain) => Message::Opened(round, plain),
                    None => return,
                }
            }
            Task::Hand(..) | Task::Guard(_) => return,
        };
        self.takes(tab, reply);
    }

    /// The message into which the shell seals the answers; none if there is nothing to seal.
    pub(crate) fn seals(&self, tab: usize, round: &RoundId) -> Option<Vec<u8>> {
        let view = self.browser.session(tab).view();
        let needed = self.rounds(tab).to_seal(round, &view)?;
        Some(sealed(&needed.hash, &needed.plain))
    }

    /// What the shell finds in the messages; none if they are not to be opened.
    pub(crate) fn unseals(
        &self,
        tab: usize,
        round: &RoundId,
    ) -> Option<Vec<Result<[u8; 8], MessageFault>>> {
        let needed = self.rounds(tab).to_open(round)?;
        let payloads = needed.payloads.iter();
        Some(
            payloads
                .map(|payload| unsealed(payload, &needed.hash))
                .collect(),
        )
    }

    /// The shell reads the records of a round again.
    fn learns(&mut self, tab: usize, round: &RoundId) {
        let session = self.browser.session(tab);
        if !session.is_kept() {
            return;
        }
        let counts = |name: &str| {
            Name::from_text(name).is_some_and(|name| name.round().is_none_or(|of| of == round))
        };
        let known = session
            .unparsed
            .iter()
            .filter_map(|(slot, text)| match slot {
                Slot::Round(name) if counts(name) => Some((name.clone(), text.to_string())),
                _ => None,
            });
        let known: Vec<(String, String)> = known.collect();
        let mut stored = self.records();
        stored.retain(|(name, _)| counts(name));
        let gone = known.iter().map(|(name, _)| name);
        let gone = gone.filter(|name| !stored.iter().any(|(other, _)| other == *name));
        let gone: Vec<_> = gone.map(|name| (name.clone(), None)).collect();
        let changed = stored.into_iter().filter(|record| !known.contains(record));
        let changed = changed.map(|(name, text)| (name, Some(text)));
        let changes: Vec<_> = changed.chain(gone).collect();
        if !changes.is_empty() {
            self.takes(tab, Message::Refreshed(changes));
        }
    }

    /// The stored records of rounds, by name.
    pub(crate) fn records(&self) -> Vec<(String, String)> {
        let stored = self.browser.everything().into_iter();
        let of_rounds = stored.filter_map(|(key, text)| match Slot::of_key(&key)?.1 {
            Slot::Round(name) => Some((name, text)),
            _ => None,
        });
        of_rounds.collect()
    }

    /// What is stored of rounds, without the names of single rounds and messages, sorted.
    pub(crate) fn kinds(&self) -> String {
        let records = self.records();
        let mut kinds: Vec<String> = records.iter().map(|(name, _)| kind(name)).collect();
        kinds.sort();
        kinds.join(" ")
    }

    /// Begins a round of sealed messages, and gives its invitation.
    pub(crate) fn collects(&mut self, tab: usize, draft: Draft) -> String {
        self.all(
            tab,
            [Message::AskedToBegin, Message::Drafted(draft.clone())],
        );
        self.does(tab, Message::WentOn);
        let role = draft.role.or(Some(Role::Coach));
        self.all(
            tab,
            [Message::Drafted(Draft { role, ..draft }), Message::Began],
        );
        let Screen::Collecting(collecting) = self.screen(tab) else {
            panic!("not begun: {:?}", self.screen(tab));
        };
        let kept = self.rounds(tab).records.round(&collecting.round);
        kept.expect("it is stored").invitation.to_text()
    }

    /// Pastes a text on the collector's page.
    pub(crate) fn pastes(&mut self, tab: usize, text: &str) {
        self.all(tab, [Message::Typed(text.to_owned()), Message::Pasted]);
    }

    /// Opens a link to a round.
    pub(crate) fn joins(&mut self, tab: usize, invitation: &str) {
        self.browser
            .does(tab, ToSession::Invited(invitation.into()));
        self.works(tab);
    }

    /// Joins a round and answers its statements so.
    pub(crate) fn answers(&mut self, tab: usize, invitation: &str, answers: &[Option<u8>]) {
        self.joins(tab, invitation);
        self.does(tab, Message::BeganToAnswer);
        self.all(tab, answers.iter().map(|answer| Message::Answered(*answer)));
    }

    /// The round on screen.
    pub(crate) fn round(&self, tab: usize) -> RoundId {
        match self.screen(tab) {
            Screen::Collecting(collecting) => collecting.round,
            Screen::Rating(rating) => rating.round,
            other => panic!("no round: {other:?}"),
        }
    }

    /// The message that this browser sealed.
    pub(crate) fn mine(&self, tab: usize) -> String {
        let kept = self.rounds(tab).records.rounds.iter();
        kept.filter_map(|kept| kept.mine.clone())
            .next_back()
            .expect("one is sealed")
    }
}

/// What kind of record has this name.
pub(crate) fn kind(name: &str) -> String {
    match Name::from_text(name) {
        Some(Name::Invitation(_)) => "invitation".into(),
        Some(Name::Key(_)) => "key".into(),
        Some(Name::Seen(..)) => "seen".into(),
        Some(Name::Answer(..)) => "answer".into(),
        Some(Name::Mine(_)) => "mine".into(),
        Some(Name::Outcome(_)) => "outcome".into(),
        None => panic!("no record of a round: {name}"),
    }
}

pub(crate) fn key_pair() -> (KeyRecord, PublicKey) {
    let [x, y, d] = ["x", "y", "secret"].map(str::to_owned);
    (KeyRecord { x, y, d }, public_key())
}

/// A message of the round with this hash, with this inside.
pub(crate) fn sealed(hash: &RoundHash, plain: &[u8; 8]) -> Vec<u8> {
    let mut body = [0; 24];
    body[..8].copy_from_slice(plain);
    body[8..].copy_from_slice(&PROOF);
    let sender = public_key();
    let tag = hash.tag();
    SealedMessage { tag, sender, body }.to_payload()
}

fn unsealed(payload: &[u8], hash: &RoundHash) -> Result<[u8; 8], MessageFault> {
    let message = SealedMessage::from_payload(payload, hash)?;
    if message.body[8..] != PROOF {
        return Err(MessageFault::NotSealedForThisRound);
    }
    Ok(message.body[..8].try_into().expect("8 bytes"))
}

/// A draft of a round of sealed messages among so many people of this group, shown from three on.
pub(crate) fn draft(group: Option<Group>, people: u8) -> Draft {
    Draft {
        group,
        people: people.to_string(),
        threshold: 3,
        ..Draft::default()
    }
}

/// A draft of a table.
pub(crate) fn table(group: Option<Group>, people: u8) -> Draft {
    let way = Way::Table;
    Draft {
        way,
        ..draft(group, people)
    }
}

/// The five statements answered so.
pub(crate) fn pulse(answers: [u8; 5]) -> Vec<Option<u8>> {
    answers.into_iter().map(Some).collect()
}

/// So many messages to this round, each by a browser of its own.
pub(crate) fn replies(invitation: &str, count: u8) -> Vec<String> {
    let replies = (0..count).map(|number| {
        let mut rater = Person::new();
        let answers = pulse([1 + number % 5, 4, 3, 5, 2]);
        rater.answers(0, invitation, &answers);
        rater.does(0, Message::Locked(Sending::Copy));
        rater.mine(0)
    });
    replies.collect()
}

/// A row of the five statements that can be read, as a message of this round.
pub(crate) fn reply_of(hash: &RoundHash, plain: [u8; 8]) -> String {
    let payload = sealed(hash, &plain);
    let message = SealedMessage::from_payload(&payload, hash).expect("it is of this round");
    message.to_text()
}
