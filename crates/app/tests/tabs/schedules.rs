//! Long schedules of several tabs, each made from its seed: 200 operations, then everything settles.
//!
//! An ordinary run tries a few. `cargo xtask schedules` asks for more by the environment:
//! `SCHEDULE_SEEDS` (how many) and `SCHEDULE_FIRST` (from which on).

use std::collections::BTreeSet;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::time::Instant;

use app::session::{Message, Screen};
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
    deletions: usize,
}

fn asked(name: &str) -> Option<u64> {
    let text = std::env::var(name).ok()?;
    Some(text.parse().unwrap_or_else(|_| panic!("{name}={text}")))
}

/// Tries every seed. What fails is told by its number.
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
                done.deletions += one.deletions;
            }
            Err(_) => failed.push(seed),
        }
    }
    assert_eq!(failed, Vec::<u64>::new(), "{kind}: seeds that failed");
    assert!(
        done.answers > 0 && done.deletions > 0,
        "{kind}: nothing happened"
    );
    println!(
        "\n| {kind} | {count} from {first} | {OPERATIONS} | {} | {} times | {:.0} s |",
        done.answers,
        done.deletions,
        begun.elapsed().as_secs_f32()
    );
}

#[test]
fn whatever_is_done_in_tabs_that_heard_of_each_other() {
    try_all("act on what they heard", 25, |random| {
        let (mut world, mut done) = (World::new(), Done::default());
        for _ in 0..OPERATIONS {
            let act = Act::any(random);
            done.answers += usize::from(matches!(act, Act::Answer(..)));
            done.deletions += usize::from(matches!(act, Act::Erase(_)));
            if asked("SCHEDULE_SHOW").is_some() {
                println!("{act:?}");
            }
            world.act(&act);
            world.check(&format!("{act:?}"));
        }
        world.settle_and_leave();
        done
    });
}

/// One answer that was given.
struct Given {
    item: usize,
    number: u64,
    /// As it was stored.
    text: Option<String>,
    /// Answers to the same item that its tab knew of: it takes their place.
    replaces: BTreeSet<usize>,
}

/// Tabs that act before they have heard of each other, as a browser's do when a window was frozen
/// or is slow, and what must come of it.
struct Race {
    browser: Browser,
    given: Vec<Given>,
    /// By tab: the answers it knows of, and how many were given before it opened.
    known: Vec<(BTreeSet<usize>, usize)>,
    /// Answers from before this one were deleted, or voided by another audit.
    void_before: usize,
}

impl Race {
    fn new() -> Self {
        let mut race = Self {
            browser: Browser::new(),
            given: Vec::new(),
            known: Vec::new(),
            void_before: 0,
        };
        race.open();
        race.begin(0, 3);
        race
    }

    fn open(&mut self) {
        if self.browser.open_tabs().len() < 4 {
            self.browser.open();
            // What stands in storage, and what that took the place of.
            let stored = self.given.iter().enumerate();
            let stored = stored.filter(|(_, one)| self.text(one.item) == one.text);
            let known =
                stored.flat_map(|(number, one)| one.replaces.iter().copied().chain([number]));
            self.known.push((known.collect(), self.given.len()));
        }
    }

    fn text(&self, item: usize) -> Option<String> {
        let item = self.browser.instrument.item(item)?;
        self.browser.text(&Slot::Answer(item.id.clone()))
    }

    fn hear(&mut self, tab: usize) {
        self.browser.deliver(tab);
        let (known, opened) = &mut self.known[tab];
        known.extend(*opened..self.given.len());
    }

    /// A new audit in one tab, which every other is told of: answers to the old one are void.
    fn begin(&mut self, tab: usize, number: u64) {
        self.browser.settle();
        self.hear(tab);
        self.browser.takes(tab, Message::OpenedWelcome);
        self.browser.takes(tab, Message::Started);
        self.void_before = self.given.len();
        self.answer(tab, 0, number);
        for tab in self.browser.open_tabs() {
            self.hear(tab);
        }
    }

    /// An answer in a tab that may not have heard of others.
    fn answer(&mut self, tab: usize, item: usize, number: u64) -> bool {
        let answering = |screen| matches!(screen, Screen::Item { .. } | Screen::Review);
        if !answering(self.browser.session(tab).screen) {
            self.browser.takes(tab, Message::Continued);
        }
        if !answering(self.browser.session(tab).screen) {
            return false;
        }
        self.browser.takes(tab, Message::RevisitedItem(item));
        self.browser
            .takes(tab, Message::ChoseOption(option(number)));
        let same = |known: &&usize| self.given[**known].item == item;
        let replaces = self.known[tab].0.iter().filter(same).copied().collect();
        self.known[tab].0.insert(self.given.len());
        let text = self.text(item);
        self.given.push(Given {
            item,
            number,
            text,
            replaces,
        });
        true
    }

    /// Deletes everything in one tab, whatever the others are about to write.
    fn erase(&mut self, tab: usize) {
        for message in [Message::OpenedKeep, Message::AskedToErase, Message::Erased] {
            self.browser.takes(tab, message);
        }
        self.void_before = self.given.len();
    }

    /// What may stand for an item: an answer that no other takes the place of.
    fn may_stand(&self, item: usize) -> Vec<u64> {
        let replaced: BTreeSet<usize> = self
            .given
            .iter()
            .flat_map(|one| one.replaces.clone())
            .collect();
        let given = self.given.iter().enumerate().skip(self.void_before);
        given
            .filter(|(number, one)| one.item == item && !replaced.contains(number))
            .map(|(_, one)| one.number)
            .collect()
    }

    /// Every tab hears of everything: they agree with storage, in which each item has the answer
    /// of a tab that had not heard of a later one.
    fn check_settled(&mut self, after_deleting: bool) {
        self.browser.settle();
        let stored = self.browser.stored();
        assert_eq!(stored.notices, []);
        for item in 0..36 {
            let may_stand = self.may_stand(item);
            let there = stored.response(item).and_then(|response| response.chosen());
            match there.map(|there| u64::from(there.get())) {
                Some(there) => assert!(
                    may_stand.contains(&there),
                    "item {item}: {there} of {may_stand:?}"
                ),
                // A tab that had not heard of the deletion answered into the void.
                None => assert!(
                    after_deleting || may_stand.is_empty(),
                    "item {item}: {may_stand:?}"
                ),
            }
        }
        for tab in self.browser.open_tabs() {
            let sheet = self.browser.session(tab).sheet();
            assert_eq!(sheet, stored.sheet(), "tab {tab} and storage");
        }
    }
}

#[test]
fn whatever_is_answered_in_tabs_that_did_not_hear_of_each_other() {
    try_all("answer before they heard", 25, |random| {
        let (mut race, mut done) = (
            Race::new(),
            Done {
                answers: 0,
                deletions: 1,
            },
        );
        for _ in 0..OPERATIONS {
            let open = race.browser.open_tabs();
            let tab = *random.pick(&open);
            match random.below(12) {
                0 => race.open(),
                1 if open.len() > 1 && random.once_in(2) => race.browser.kill(tab),
                1 if open.len() > 1 => {
                    race.hear(tab);
                    race.browser.close(tab);
                }
                2 if random.once_in(8) => race.begin(tab, random.option()),
                2..=4 => race.hear(tab),
                _ => {
                    done.answers += usize::from(race.answer(tab, random.below(36), random.option()))
                }
            }
        }
        race.check_settled(false);
        done
    });
}

#[test]
fn what_is_deleted_stays_deleted_even_in_tabs_that_are_about_to_write() {
    try_all("answer while another deletes", 25, |random| {
        let (mut race, mut done) = (Race::new(), Done::default());
        for _ in 0..OPERATIONS {
            let open = race.browser.open_tabs();
            let tab = *random.pick(&open);
            match random.below(14) {
                0 => race.open(),
                1 => race.begin(tab, random.option()),
                2..=4 => race.hear(tab),
                // A tab that is killed hears of nothing any more, and takes no leave.
                6 if open.len() > 1 && random.once_in(3) => race.browser.kill(tab),
                5 => {
                    race.erase(tab);
                    done.deletions += 1;
                    // Others write before they hear of it.
                    for _ in 0..random.below(4) {
                        let open = race.browser.open_tabs();
                        let tab = *random.pick(&open);
                        race.answer(tab, random.below(36), random.option());
                    }
                    race.check_settled(true);
                    for tab in race.browser.open_tabs() {
                        race.hear(tab);
                    }
                }
                _ => {
                    done.answers += usize::from(race.answer(tab, random.below(36), random.option()))
                }
            }
        }
        race.erase(race.browser.open_tabs()[0]);
        race.browser.settle();
        for tab in race.browser.open_tabs() {
            race.browser.close(tab);
        }
        assert_eq!(race.browser.everything(), [], "everything was deleted");
        assert_eq!(race.browser.text(&Slot::Head), None);
        done
    });
}
