//! Long schedules of several tabs, each made from its seed: 200 operations, then everything settles.
//!
//! An ordinary run tries a few. `cargo xtask schedules` asks for more by the environment:
//! `SCHEDULE_SEEDS` (how many) and `SCHEDULE_FIRST` (from which on).

use std::collections::BTreeSet;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::time::Instant;

use app::session::Message;
use records::slot::Slot;
use simulator::tabs::Browser;
use simulator::world::{Act, World};
use testing::option;
use testing::random::Random;

const OPERATIONS: usize = 200;

/// Seeds that failed once, and must not again.
const FAILED_ONCE: &[u64] = &[5221, 3057, 6882, 2804];

/// How much was done, to see that it was not nothing.
#[derive(Default)]
struct Done {
    answers: usize,
    /// Deletions and new audits, which void answers.
    voided: usize,
}

fn asked(name: &str) -> Option<u64> {
    let text = std::env::var(name).ok()?;
    Some(text.parse().unwrap_or_else(|_| panic!("{name}={text}")))
}

/// Tries every seed. Those that fail are listed.
fn try_all(kind: &str, few: u64, run: fn(&mut Random) -> Done) {
    let first = asked("SCHEDULE_FIRST").unwrap_or(1);
    let count = asked("SCHEDULE_SEEDS").unwrap_or(few);
    let begun = Instant::now();
    let (mut done, mut failed) = (Done::default(), Vec::new());
    let again = FAILED_ONCE.iter().copied();
    for seed in again.chain(first..first + count) {
        match catch_unwind(AssertUnwindSafe(|| run(&mut Random::new(seed)))) {
            Ok(one) => {
                done.answers += one.answers;
                done.voided += one.voided;
            }
            Err(_) => failed.push(seed),
        }
    }
    assert_eq!(failed, Vec::<u64>::new(), "{kind}: seeds that failed");
    assert!(
        done.answers > 0 && done.voided > 0,
        "{kind}: nothing happened"
    );
    println!(
        "\n| {kind} | {count} from {first} | {OPERATIONS} | {} | {} times | {:.0} s |",
        done.answers,
        done.voided,
        begun.elapsed().as_secs_f32()
    );
}

/// Whatever acts there are. With `beside`, every other widget opens on the page of another.
fn acts(random: &mut Random, beside: bool) -> Done {
    let (mut world, mut done) = (World::new(), Done::default());
    for number in 0..OPERATIONS {
        let act = match Act::any(random) {
            Act::Open if beside && number % 2 == 0 => Act::OpenBeside(number),
            other => other,
        };
        done.answers += usize::from(matches!(act, Act::Answer(..)));
        done.voided += usize::from(matches!(act, Act::Begin(..) | Act::Erase(_)));
        if asked("SCHEDULE_SHOW").is_some() {
            println!("{act:?}");
        }
        world.act(&act);
        world.check(&format!("{act:?}"));
    }
    world.settle_and_leave();
    done
}

#[test]
fn whatever_is_done_in_tabs_that_heard_of_each_other() {
    try_all("act on what they heard", 25, |random| acts(random, false));
}

#[test]
fn whatever_is_done_in_widgets_that_share_pages() {
    try_all("act in widgets that share pages", 25, |random| {
        acts(random, true)
    });
}

/// One answer that was given.
struct Given {
    item: usize,
    number: u64,
    /// Which audit it answers, counted from the first.
    audit: usize,
    /// As it was stored.
    text: Option<String>,
    /// Answers to the same item that its tab knew of: it takes their place.
    replaces: BTreeSet<usize>,
}

/// What a tab knows.
struct Known {
    /// The answers that it knows of.
    answers: BTreeSet<usize>,
    /// How many were given before it opened.
    opened: usize,
    /// The audit that it answers.
    audit: usize,
}

/// Tabs that act before they have heard of each other, as a browser's do when a window was frozen
/// or is slow, and what must come of it.
struct Race {
    browser: Browser,
    given: Vec<Given>,
    /// By tab.
    known: Vec<Known>,
    /// The latest audit; a deletion counts as one. Answers to earlier ones are void.
    audit: usize,
}

impl Race {
    fn new() -> Self {
        let mut race = Self {
            browser: Browser::new(),
            given: Vec::new(),
            known: Vec::new(),
            audit: 0,
        };
        race.open();
        race.begin(0, 3, &mut Done::default());
        race
    }

    fn open(&mut self) {
        if self.browser.open_tabs().len() < 4 {
            self.browser.open();
            // What is stored, and what that replaced.
            let stored = self.given.iter().enumerate();
            let stored = stored.filter(|(_, one)| self.text(one.item) == one.text);
            let known =
                stored.flat_map(|(number, one)| one.replaces.iter().copied().chain([number]));
            self.known.push(Known {
                answers: known.collect(),
                opened: self.given.len(),
                audit: self.audit,
            });
        }
    }

    fn text(&self, item: usize) -> Option<String> {
        let item = self.browser.instrument.item(testing::item(item))?;
        self.browser.text(&Slot::Answer(item.id.clone()))
    }

    fn hear(&mut self, tab: usize) {
        self.browser.deliver(tab);
        let known = &mut self.known[tab];
        known.answers.extend(known.opened..self.given.len());
        known.audit = self.audit;
    }

    /// A new audit in one tab, which the others have not heard of: answers to the old one are void.
    fn begin_unheard(&mut self, tab: usize, number: u64, done: &mut Done) {
        self.browser
            .takes_all(tab, [Message::OpenedWelcome, Message::Started]);
        self.next_audit(tab, done);
        self.answer(tab, 0, number, done);
    }

    /// Whether what begins in this tab now is an audit of its own: later than the latest, and not once
    /// more one in which, as far as the tab knows, nothing was answered.
    fn may_begin(&self, tab: usize) -> bool {
        self.known[tab].audit == self.audit && self.browser.session(tab).answered() > 0
    }

    /// A new audit in one tab, which every other hears of at once.
    fn begin(&mut self, tab: usize, number: u64, done: &mut Done) {
        self.browser.settle();
        self.hear(tab);
        self.begin_unheard(tab, number, done);
        self.all_hear();
    }

    /// Every tab hears of everything, which comes to the right end.
    fn all_hear(&mut self) {
        self.check_settled();
        for tab in self.browser.open_tabs() {
            self.hear(tab);
        }
    }

    fn next_audit(&mut self, tab: usize, done: &mut Done) {
        done.voided += 1;
        self.audit += 1;
        self.known[tab].audit = self.audit;
    }

    /// An answer in a tab that may not have heard of others.
    fn answer(&mut self, tab: usize, item: usize, number: u64, done: &mut Done) {
        if !self.browser.session(tab).screen.is_answering() {
            self.browser.takes(tab, Message::Continued);
        }
        if !self.browser.session(tab).screen.is_answering() {
            return;
        }
        done.answers += 1;
        self.browser
            .takes(tab, Message::RevisitedItem(testing::item(item)));
        self.browser
            .takes(tab, Message::ChoseOption(option(number)));
        let same = |known: &&usize| self.given[**known].item == item;
        let known = &mut self.known[tab];
        let replaces = known.answers.iter().filter(same).copied().collect();
        known.answers.insert(self.given.len());
        let audit = known.audit;
        let text = self.text(item);
        self.given.push(Given {
            item,
            number,
            audit,
            text,
            replaces,
        });
    }

    /// Deletes everything in one tab, whatever the others are about to write.
    fn erase(&mut self, tab: usize, done: &mut Done) {
        self.browser.erases_unheard(tab);
        self.next_audit(tab, done);
    }

    /// The answers that may remain for an item: no other replaces them.
    fn may_remain(&self, item: usize) -> Vec<u64> {
        let replaced: BTreeSet<usize> = self
            .given
            .iter()
            .flat_map(|one| one.replaces.clone())
            .collect();
        let given = self.given.iter().enumerate();
        given
            .filter(|(number, one)| one.item == item && !replaced.contains(number))
            .filter(|(_, one)| one.audit == self.audit)
            .map(|(_, one)| one.number)
            .collect()
    }

    /// Every tab hears of everything: they agree with storage, in which each item has the answer
    /// of a tab that had not heard of a later one.
    fn check_settled(&mut self) {
        self.browser.settle();
        let stored = self.browser.stored();
        assert_eq!(stored.notices, []);
        for item in 0..36 {
            let may_remain = self.may_remain(item);
            let there = stored
                .response(testing::item(item))
                .and_then(|response| response.chosen());
            match there.map(|there| u64::from(there.get())) {
                Some(there) => assert!(
                    may_remain.contains(&there),
                    "item {item}: {there} of {may_remain:?}"
                ),
                None => assert!(may_remain.is_empty(), "item {item}: {may_remain:?}"),
            }
        }
        for tab in self.browser.open_tabs() {
            let sheet = self.browser.session(tab).sheet();
            assert_eq!(sheet, stored.sheet(), "tab {tab} and storage");
        }
    }
}

/// A race of so many operations, each in one of the open tabs. What came of it.
fn races(
    random: &mut Random,
    operate: impl Fn(&mut Race, &mut Random, &mut Done, usize),
) -> (Race, Done) {
    let (mut race, mut done) = (Race::new(), Done::default());
    for _ in 0..OPERATIONS {
        let tab = *random.pick(&race.browser.open_tabs());
        operate(&mut race, random, &mut done, tab);
    }
    (race, done)
}

#[test]
fn whatever_is_answered_in_tabs_that_did_not_hear_of_each_other() {
    try_all("answer before they heard", 25, |random| {
        let (mut race, done) = races(random, |race, random, done, tab| {
            let several = race.browser.open_tabs().len() > 1;
            match random.below(12) {
                0 => race.open(),
                1 if several && random.once_in(2) => race.browser.kill(tab),
                1 if several => {
                    race.hear(tab);
                    race.browser.close(tab);
                }
                2 if random.once_in(8) => race.begin(tab, random.option(), done),
                2..=4 => race.hear(tab),
                _ => race.answer(tab, random.below(36), random.option(), done),
            }
        });
        race.check_settled();
        done
    });
}

#[test]
fn answers_to_an_audit_that_was_replaced_meanwhile_are_void() {
    try_all("answer while another begins", 25, |random| {
        let (mut race, done) = races(random, |race, random, done, tab| match random.below(16) {
            0 => race.open(),
            1 if race.browser.open_tabs().len() > 1 => {
                race.hear(tab);
                race.browser.kill(tab);
            }
            2 if race.may_begin(tab) => race.begin_unheard(tab, random.option(), done),
            3..=5 => race.hear(tab),
            6 => race.all_hear(),
            _ => race.answer(tab, random.below(36), random.option(), done),
        });
        race.check_settled();
        done
    });
}

#[test]
fn what_is_deleted_stays_deleted_even_in_tabs_that_are_about_to_write() {
    try_all("answer while another deletes", 25, |random| {
        let (mut race, done) = races(random, |race, random, done, tab| match random.below(14) {
            0 => race.open(),
            1 => race.begin(tab, random.option(), done),
            2..=4 => race.hear(tab),
            // A tab that is killed hears of nothing any more, and does not say that it leaves.
            6 if race.browser.open_tabs().len() > 1 && random.once_in(3) => race.browser.kill(tab),
            5 => {
                race.erase(tab, done);
                // Others write before they hear of it.
                for _ in 0..random.below(4) {
                    let tab = *random.pick(&race.browser.open_tabs());
                    race.answer(tab, random.below(36), random.option(), done);
                }
                race.all_hear();
            }
            _ => race.answer(tab, random.below(36), random.option(), done),
        });
        race.browser.erases_unheard(race.browser.open_tabs()[0]);
        race.browser.settle();
        for tab in race.browser.open_tabs() {
            race.browser.close(tab);
        }
        assert_eq!(race.browser.everything(), [], "everything was deleted");
        done
    });
}
