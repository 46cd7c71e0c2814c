//! Reads damaged files without end: `cargo run --release -p authoring --example hostile -- COUNT [SEED]`.
//!
//! Tables, workbooks, surveys and questionnaires are cut, doubled and mixed with what readers stumble over, and
//! read. What has no faults is written as a sheet and read again. It prints how many of each kind
//! there were, and that none of them made the reader panic; if one does, the number of that file.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a panic of its own would be seen"
)]

use std::cell::Cell;
use std::collections::BTreeMap;
use std::io::{Cursor, Read as _, Write as _};

use authoring::{Kind, english, read, template_csv, template_xlsx, to_csv, to_xlsx};
use testing::random::Random;

/// What readers stumble over.
const TOKENS: [&str; 44] = [
    "\"",
    ",",
    ";",
    "\t",
    "\n",
    "\r\n",
    "\n\n",
    "\r",
    "\"\"",
    "sep=;\n",
    "\u{feff}",
    "\0",
    "=1+1",
    "'-",
    "1e999",
    "-0",
    "9007199254740993",
    "1,5",
    "scale",
    "statement",
    "option",
    "pulse",
    "setting,value\n",
    ":de",
    ":fr-x",
    "facet,try\n",
    "yes",
    "short",
    "none",
    "\u{202e}",
    "👩‍👩‍👧",
    "é",
    "{",
    "}",
    "[",
    "]",
    "null",
    "\\ud800",
    "<c r=\"XFD1048576\"/>",
    "<row r=\"4294967295\">",
    "&#x10ffff;",
    "&lt;",
    "\"items\":[]",
    "<v>99999999999</v>",
];

const SURVEY: &str = r#"{"title":{"default":"S","de":"T"},"pages":[{"name":"p","elements":[
{"type":"rating","name":"a","title":"I <b>ask</b>.","rateMin":1,"rateMax":3,"minRateDescription":"no"},
{"type":"panel","title":"Q","elements":[{"type":"radiogroup","name":"b","choices":["1 – no",{"value":2,"text":"2"},3]}]},
{"type":"matrix","name":"m","columns":[1,2,3],"rows":["r",{"value":1,"text":{"default":"x","de":"y"}}]},
{"type":"comment","name":"c","visibleIf":"x"}]}]}"#;

const SHEET: &str = "Title;;\n\nScale;Statement;Statement:de;Facet;Reversed;Form;Id;Asked;Asked in short\n\
A;One, \"\"two\"\";Eins;F;x;short;a1;2;1\nA;Two;Zwei;G;;;;1;\nB;Three;Drei;F;nein;none;;;\n\n\
Option;Option:de\nnever;nie\noften;oft\n\nSetting;Value;Value:de\ntitle;T;U\nspread;9,5;\nmiddle from;40;\nhigh from;60;\n\n\
Scale;Name:de;Who;Error;Error items;Error n;Error coefficient\nA;C;Think.;7;4;300;0,8\nB;D;;;;;\n\n\
Facet;Name:de;About\nF;H;x\nG;I;y\n\nScale;Facet;Try\nA;F;Ask.\n\nPulse;Pulse:de\n1;a\n2;b\n3;c\n4;d\n5;e\n";

thread_local! {
    /// The seed of this thread, and the number of the file that it reads.
    static NOW: Cell<(u64, u64)> = const { Cell::new((0, 0)) };
}

/// The files that are damaged.
struct Seeds {
    plain: Vec<Vec<u8>>,
    /// The parts of workbooks.
    packed: Vec<Vec<(String, Vec<u8>)>>,
}

impl Seeds {
    fn new() -> Self {
        let sheet = read("sheet.csv", SHEET.as_bytes())
            .questionnaire
            .unwrap_or_default();
        let rich = to_xlsx(&sheet).unwrap_or_default();
        Self {
            plain: vec![
                SHEET.into(),
                template_csv(english()).into(),
                SURVEY.into(),
                sheet.clone().into(),
                to_csv(&sheet).unwrap_or_default().into(),
                SHEET.encode_utf16().flat_map(u16::to_le_bytes).collect(),
            ],
            packed: [template_xlsx(english()), rich]
                .iter()
                .map(|bytes| parts(bytes))
                .collect(),
        }
    }

    /// A damaged file.
    fn damaged(&self, random: &mut Random) -> Vec<u8> {
        if random.below(4) > 0 {
            let mut bytes = random.pick(&self.plain).clone();
            if bytes.starts_with(b"{") && random.below(4) > 0 {
                misspell(&mut bytes, random);
            } else {
                damage(&mut bytes, random);
            }
            return bytes;
        }
        let mut parts = random.pick(&self.packed).clone();
        for _ in 0..=random.below(2) {
            let part = random.below(parts.len());
            damage(&mut parts[part].1, random);
        }
        let mut bytes = pack(&parts);
        if random.below(4) == 0 {
            damage(&mut bytes, random);
        }
        bytes
    }
}

fn parts(bytes: &[u8]) -> Vec<(String, Vec<u8>)> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).expect("a workbook of ours");
    let indexes = 0..archive.len();
    let parts = indexes.map(|index| {
        let mut part = archive.by_index(index).expect("a part");
        let mut bytes = Vec::new();
        part.read_to_end(&mut bytes).expect("is read");
        let name = part.name().expect("a name of ours").into_owned();
        (name, bytes)
    });
    parts.collect()
}

fn pack(parts: &[(String, Vec<u8>)]) -> Vec<u8> {
    let mut writer = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let options =
        zip::write::SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored);
    for (name, bytes) in parts {
        writer
            .start_file(name.as_str(), options)
            .expect("a name of ours");
        writer.write_all(bytes).expect("to memory");
    }
    writer.finish().expect("to memory").into_inner()
}

/// Changes letters and digits only, so that JSON stays JSON.
fn misspell(bytes: &mut [u8], random: &mut Random) {
    for _ in 0..=random.below(6) {
        let at = random.below(bytes.len());
        if bytes[at].is_ascii_alphanumeric() {
            bytes[at] = *random.pick(b"019abdefilrst");
        }
    }
}

/// Cuts, doubles, overwrites and mixes.
fn damage(bytes: &mut Vec<u8>, random: &mut Random) {
    for _ in 0..=random.below(4) {
        let at = random.below(bytes.len() + 1);
        let most = 1 << random.below(8);
        let length = random.below(most).min(bytes.len() - at);
        match random.below(6) {
            0 => drop(bytes.drain(at..at + length)),
            1 => {
                let copy = bytes[at..at + length].to_vec();
                let to = random.below(bytes.len() + 1);
                drop(bytes.splice(to..to, copy));
            }
            2 => bytes[at..at + length]
                .iter_mut()
                .for_each(|byte| *byte ^= 1 << (length % 8)),
            3 if length > 0 => bytes[at] = u8::try_from(random.below(256)).unwrap_or_default(),
            4 if random.below(20) == 0 => bytes.truncate(at),
            _ => {
                let token = random.pick(&TOKENS);
                drop(bytes.splice(at..at, token.bytes()));
            }
        }
    }
}

/// Reads `count` damaged files: how many of each kind there were, and how many of these without faults.
fn run(count: u64, seed: u64) -> BTreeMap<String, (u64, u64)> {
    let seeds = Seeds::new();
    let mut random = Random::new(seed);
    let mut counts = BTreeMap::new();
    for number in 0..count {
        NOW.set((seed, number));
        let bytes = seeds.damaged(&mut random);
        let reading = read("damaged", &bytes);
        let entry: &mut (u64, u64) = counts.entry(name(reading.kind)).or_default();
        entry.0 += 1;
        let is_good = reading.faults.is_empty();
        assert!(is_good || reading.more == 0 || reading.faults.len() <= 200);
        if let (true, Some(questionnaire)) = (is_good, reading.questionnaire) {
            entry.1 += 1;
            let again = match number % 2 {
                0 => to_csv(&questionnaire).map(String::into_bytes),
                _ => to_xlsx(&questionnaire),
            };
            let again = again.unwrap_or_else(|faults| panic!("good, and then not: {faults}"));
            let again = read("again", &again).questionnaire;
            assert_eq!(again.as_deref(), Some(questionnaire.as_str()), "comes back");
        }
    }
    counts
}

fn name(kind: Kind) -> String {
    format!("{kind:?}").to_lowercase()
}

fn main() {
    let mut arguments = std::env::args().skip(1).map(|number| number.parse());
    let count: u64 = arguments.next().and_then(Result::ok).unwrap_or(10_000);
    let seed = arguments.next().and_then(Result::ok).unwrap_or(1);
    let told = std::panic::take_hook();
    std::panic::set_hook(Box::new(move |why| {
        let (seed, number) = NOW.get();
        eprintln!("file {number} of seed {seed}");
        told(why);
    }));
    let threads = std::thread::available_parallelism().map_or(1, |number| number.get() as u64);
    let share = count.div_ceil(threads);
    let mut counts: BTreeMap<String, (u64, u64)> = BTreeMap::new();
    std::thread::scope(|scope| {
        let runs = (0..threads).map(|thread| scope.spawn(move || run(share, seed + thread)));
        for run in runs.collect::<Vec<_>>() {
            for (kind, (all, good)) in run.join().expect("a panic ends the command") {
                let entry = counts.entry(kind).or_default();
                *entry = (entry.0 + all, entry.1 + good);
            }
        }
    });
    for (kind, (all, good)) in counts {
        println!("{kind:13} {all:>9} read, {good:>9} without faults");
    }
    let last = seed + threads - 1;
    println!(
        "no panic in {} files, of the seeds {seed} to {last}",
        share * threads
    );
}

#[cfg(test)]
mod tests {
    #[test]
    fn damaged_files_make_no_panic() {
        let counts = super::run(800, 7);
        assert_eq!(counts.values().map(|(all, _)| all).sum::<u64>(), 800);
        // Every kind is among them, and some have no faults.
        let kinds: Vec<&str> = counts.keys().map(String::as_str).collect();
        assert_eq!(
            kinds,
            [
                "delimited",
                "questionnaire",
                "survey",
                "unknown",
                "workbook"
            ]
        );
        assert!(
            counts["delimited"].1 > 0 && counts["workbook"].1 > 0,
            "{counts:?}"
        );
    }
}
