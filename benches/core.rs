//! Native benchmarks of the core: `cargo xtask bench --core`.
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::pedantic,
    clippy::unwrap_used,
    reason = "test code"
)]

use std::hint::black_box;

use divan::Bencher;
use measure::completed::Completed;
use measure::instrument::{self, FormName, Instrument, ItemIndex, SHIPPED};
use measure::report::Report;
use measure::response::{OptionNumber, Response, ResponseSheet};
use measure::scoring;
use measure::time::UnixMs;
use records::document::ResultDocument;
use records::read;
use records::store::backup;

fn main() {
    divan::main();
}

fn shipped() -> Instrument {
    instrument::parse(SHIPPED).expect("the shipped instrument parses")
}

/// Every item of the full form answered, unevenly.
fn completed(instrument: &Instrument) -> Completed {
    let mut sheet = ResponseSheet::blank(instrument, FormName::Full);
    let options = OptionNumber::ALL.into_iter().cycle();
    for (index, option) in ItemIndex::all(&instrument.items).zip(options) {
        sheet.set(index, Some(Response::Chosen(option)));
    }
    Completed {
        sheet,
        version: instrument.version.clone(),
        language: instrument.language.clone(),
        wording: instrument.wording.clone(),
        started_at: UnixMs(1_750_000_000_000),
        ended_at: UnixMs(1_750_000_400_000),
        active_seconds: 360,
    }
}

#[divan::bench]
fn parse_the_shipped_instrument(bencher: Bencher<'_, '_>) {
    bencher.bench(|| instrument::parse(black_box(SHIPPED)));
}

#[divan::bench]
fn score_36_answers(bencher: Bencher<'_, '_>) {
    let instrument = shipped();
    let completed = completed(&instrument);
    bencher.bench(|| scoring::score(black_box(&instrument), black_box(&completed.sheet)));
}

#[divan::bench]
fn report_on_36_answers(bencher: Bencher<'_, '_>) {
    let instrument = shipped();
    let completed = completed(&instrument);
    bencher.bench(|| Report::from_completed(black_box(&instrument), black_box(&completed)));
}

#[divan::bench]
fn write_an_export(bencher: Bencher<'_, '_>) {
    let instrument = shipped();
    let completed = completed(&instrument);
    bencher.bench(|| ResultDocument::of(black_box(&instrument), black_box(&completed)).to_text());
}

#[divan::bench]
fn read_an_export(bencher: Bencher<'_, '_>) {
    let instrument = shipped();
    let text = ResultDocument::of(&instrument, &completed(&instrument)).to_text();
    bencher.bench(|| read::result(black_box(&text), black_box(&instrument)));
}

/// A result with as many unknown fields as a file may have.
#[divan::bench]
fn import_nothing_but_unknown_fields(bencher: Bencher<'_, '_>) {
    let instrument = shipped();
    let text = ResultDocument::of(&instrument, &completed(&instrument)).to_text();
    let fields: String = (0..90_000).map(|n| format!("\"{n:x}\":0,")).collect();
    let text = text.replacen('{', &format!("{{{fields}"), 1);
    bencher.bench(|| backup::import(black_box(&text), black_box(&instrument)));
}

/// An object of many keys, the first of which comes again at its end.
#[divan::bench]
fn refuse_a_duplicate_key(bencher: Bencher<'_, '_>) {
    let fields: String = (0..90_000).map(|n| format!("\"{n:x}\":0,")).collect();
    let text = format!("{{{fields}\"0\":0}}");
    bencher.bench(|| json::parse(black_box(&text)));
}
