//! Last-writer-wins registers: in whatever order writes arrive, the latest stays.

use records::registers::{Clock, Registers};
use records::stored::{MAX_CLOCK, Stamp, Stamped, Writer};

fn stamp(clock: u64, writer: u32) -> Stamp {
    Stamp {
        clock,
        writer: Writer(writer),
    }
}

fn written(clock: u64, writer: u32, value: char) -> Stamped<char> {
    Stamped {
        stamp: stamp(clock, writer),
        value,
    }
}

fn all(registers: &Registers<u8, char>) -> String {
    registers
        .iter()
        .map(|(key, register)| format!("{key}{} ", register.value))
        .collect()
}

#[test]
fn a_clock_ticks_above_everything_that_it_saw() {
    let mut clock = Clock::new(Writer(7));
    assert_eq!(clock.tick(), stamp(1, 7));
    clock.observe(stamp(5, 9));
    clock.observe(stamp(3, 9));
    assert_eq!(clock.tick(), stamp(6, 7));
    let mut other = Clock::new(Writer(8));
    other.catch_up(&clock);
    assert_eq!(other.tick(), stamp(7, 8));
    clock.catch_up(&Clock::new(Writer(8)));
    assert_eq!(clock.tick(), stamp(7, 7));
}

#[test]
fn a_clock_that_was_made_up_is_not_followed() {
    let mut clock = Clock::new(Writer(7));
    clock.observe(stamp(MAX_CLOCK / 2 + 1, 9));
    assert_eq!(clock.tick(), stamp(1, 7));
    clock.observe(stamp(MAX_CLOCK / 2, 9));
    assert_eq!(clock.tick(), stamp(MAX_CLOCK / 2 + 1, 7));
    assert_eq!(MAX_CLOCK, 4_503_599_627_370_496);
}

#[test]
fn of_two_writes_the_later_stays_and_of_two_at_once_that_of_the_greater_writer() {
    let (early, late, beside) = (written(1, 5, 'a'), written(2, 1, 'b'), written(2, 2, 'c'));
    for order in [
        [&early, &late, &beside],
        [&beside, &early, &late],
        [&late, &beside, &early],
    ] {
        let mut registers = Registers::default();
        for one in order {
            registers.merge(1, one.clone());
        }
        assert_eq!(registers.get(&1), Some(&beside));
    }
}

#[test]
fn a_merge_says_whether_it_changed_something() {
    let mut registers = Registers::default();
    assert!(registers.merge(1, written(2, 1, 'a')));
    assert!(!registers.merge(1, written(2, 1, 'a')), "the same again");
    assert!(!registers.merge(1, written(1, 9, 'b')));
    assert!(registers.merge(1, written(2, 2, 'c')));
    let is_later = |clock, writer| registers.is_later(&1, &stamp(clock, writer));
    assert!(is_later(2, 1) && !is_later(2, 2) && !is_later(3, 1));
    assert!(!registers.is_later(&9, &stamp(1, 1)), "nothing is there");
}

#[test]
fn registers_are_listed_by_key_and_forgotten_one_by_one() {
    let mut clock = Clock::new(Writer(7));
    let mut registers = Registers::default();
    for (key, value) in [(3, 'c'), (1, 'a'), (2, 'b'), (1, 'd')] {
        registers.put(key, value, &mut clock);
    }
    assert_eq!(all(&registers), "1d 2b 3c ");
    assert_eq!(registers.get(&1).unwrap().stamp, stamp(4, 7));
    assert_eq!(registers.get(&9), None);
    registers.remove(&2);
    registers.remove(&9);
    assert_eq!(all(&registers), "1d 3c ");
    // A write that is set replaces a later one, as undoing needs it.
    registers.set(3, written(1, 1, 'e'));
    assert_eq!(all(&registers), "1d 3e ");
    registers.retain(|register| register.value != 'd');
    assert_eq!(all(&registers), "3e ");
}
