//! Hostile and merely odd inputs for everything that reads what somebody else wrote. Each input is
//! made from a kept one by a seed and a number, so that any can be made again. No input may make a
//! reader panic, take more memory than its size allows, or give a value that breaks its promises.
//!
//! An ordinary run is small. `cargo xtask fuzz` asks for more by the environment: `FUZZ_INPUTS`
//! (for each reader) and `FUZZ_SEED`.
#![allow(clippy::pedantic, clippy::restriction, reason = "test code")]

mod corpus;
mod mutate;
mod promises;
mod readers;
mod rounds;
mod worst;

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::{Mutex, PoisonError};

use peak_alloc::PeakAlloc;
use readers::Reader;
use testing::random::Random;

#[global_allocator]
static MEMORY: PeakAlloc = PeakAlloc;

/// Memory is counted for the whole process: one reader at a time.
static ALONE: Mutex<()> = Mutex::new(());

/// What reading may take at most for every byte of input, beside a little that is always needed.
/// A list of the smallest values is the worst: two bytes of text make a value of 32 bytes, kept
/// twice while the list grows, and for each a fault with its path.
const BYTES_FOR_EACH: usize = 256;
const BYTES_ALWAYS: usize = 1024 * 1024;

/// Numbers from the environment, for the long runs.
fn asked(name: &str) -> Option<u64> {
    let text = std::env::var(name).ok()?;
    Some(text.parse().unwrap_or_else(|_| panic!("{name}={text}")))
}

/// Gives one input to a reader. Whether it was accepted, and the most memory that was taken.
fn read(reader: &Reader, text: &str) -> Result<(bool, usize), String> {
    MEMORY.reset_peak_usage();
    let before = MEMORY.current_usage();
    let outcome = catch_unwind(AssertUnwindSafe(|| (reader.read)(text)));
    let taken = MEMORY.peak_usage().saturating_sub(before);
    let accepted = outcome.map_err(|panic| {
        let words = panic.downcast_ref::<String>().cloned();
        words.unwrap_or_else(|| "a panic".to_owned())
    })??;
    if taken > text.len() * BYTES_FOR_EACH + BYTES_ALWAYS {
        return Err(format!("{taken} bytes for a text of {}", text.len()));
    }
    Ok((accepted, taken))
}

/// Kept inputs first, then as many made ones as asked for.
fn fuzz(reader: &Reader) {
    let _alone = ALONE.lock().unwrap_or_else(PoisonError::into_inner);
    let kept = corpus::kept(reader);
    for (name, text) in &kept {
        if let Err(why) = read(reader, text) {
            panic!("{name}: {why}");
        }
    }
    let seeds = corpus::Seeds::of(reader, kept);
    let seed = asked("FUZZ_SEED").unwrap_or(1);
    let count = asked("FUZZ_INPUTS").unwrap_or(1_000);
    let (mut accepted, mut most) = (0, 0);
    let begun = std::time::Instant::now();
    for number in 0..count {
        let text = mutate::made(&mut Random::new(seed << 32 | number), &seeds);
        match read(reader, &text) {
            Ok((taken_in, memory)) => {
                accepted += u64::from(taken_in);
                most = most.max(memory);
            }
            Err(why) => {
                let path = corpus::keep(reader, &format!("found-{seed}-{number}"), &text);
                panic!(
                    "{}: seed {seed}, input {number}: {why}\nkept as {path}",
                    reader.name
                );
            }
        }
    }
    let seconds = begun.elapsed().as_secs_f32();
    println!(
        "\n| {} | {count} | {seed} | {} % | {} KiB | {seconds:.0} s |",
        reader.name,
        accepted * 100 / count.max(1),
        most / 1024
    );
    // A run that only ever fails at the first bracket would show nothing.
    assert!(
        accepted * 20 > count,
        "{}: {accepted} accepted",
        reader.name
    );
    assert!(
        accepted * 20 < count * 19,
        "{}: {accepted} accepted",
        reader.name
    );
}

#[test]
fn instruments() {
    fuzz(&readers::INSTRUMENT);
}

#[test]
fn files_to_import() {
    fuzz(&readers::IMPORT);
}

#[test]
fn sheets() {
    fuzz(&readers::SHEET);
}

#[test]
fn stored_records() {
    fuzz(&readers::RECORD);
}

#[test]
fn records_of_the_practice() {
    fuzz(&readers::PRACTICE);
}

#[test]
fn attributes() {
    fuzz(&readers::ATTRIBUTES);
}

#[test]
fn pasted_texts() {
    fuzz(&rounds::BLOCKS);
}

#[test]
fn payloads_of_blocks() {
    fuzz(&rounds::PAYLOADS);
}

#[test]
fn the_worst_accepted_sizes() {
    let _alone = ALONE.lock().unwrap_or_else(PoisonError::into_inner);
    worst::judge(asked("FUZZ_INPUTS").is_some());
}
