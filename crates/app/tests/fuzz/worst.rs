//! The largest texts that are read at all, each bad in its own way. Judged by the memory that they
//! take; `benches/core.rs` has their times.

use std::time::Instant;

use json::{MAX_BYTES, MAX_VALUES};

use crate::readers::{self, Reader};
use crate::rounds;

const EXPORT: &str = include_str!("../../../testing/fixtures/export.json");

pub(crate) type Case = (&'static str, String);

/// As many pieces, separated by commas, as there is room for beside `around` bytes and within nine
/// tenths of the permitted number of values.
fn fill(around: usize, piece: impl Fn(usize) -> String) -> String {
    let mut filled = String::with_capacity(MAX_BYTES);
    let values = piece(0).matches(['[', '{', ',']).count() + 1;
    for number in 0..MAX_VALUES * 9 / 10 / values {
        let next = piece(number);
        if filled.len() + next.len() + 1 + around > MAX_BYTES {
            break;
        }
        filled.extend((number > 0).then_some(','));
        filled += &next;
    }
    filled
}

fn list(count: usize, piece: impl Fn(usize) -> String) -> String {
    (0..count).map(piece).collect::<Vec<_>>().join(",")
}

fn instruments() -> Vec<Case> {
    let part = "\"label\":\"x\",\"sem\":{\"value\":9,\"items\":12,\"origin\":\"assumed\"}}";
    let scale = |n: usize| format!("{{\"id\":\"s{n:x}\",{part}");
    let facet = |n: usize| format!("{{\"id\":\"f{n:x}\",\"label\":\"x\"}}");
    let item = |n: usize| {
        let (scale, facet, stem) = (n % 200, n % 199, "x".repeat(60));
        format!(
            "{{\"id\":\"i{n}\",\"scale\":\"s{scale:x}\",\"facet\":\"f{facet:x}\",\
             \"keying\":\"forward\",\"stem\":\"{stem}\"}}"
        )
    };
    let instrument = |scales: &str, facets: &str, items: &str, full: &str| {
        format!(
            "{{\"id\":\"a\",\"version\":\"1.0.0\",\"language\":\"en\",\"title\":\"A\",\
             \"scales\":[{scales}],\"facets\":[{facets}],\
             \"options\":[\"a\",\"b\",\"c\",\"d\",\"e\"],\"not_applicable\":\"n\",\
             \"items\":[{items}],\"forms\":{{\"full\":[{full}]}}}}"
        )
    };
    let (one, first) = (scale(0), item(0));
    let ids = list(5000, |n| format!("\"i{n}\""));
    let (id, seven) = (|_| "\"i0\"".to_owned(), |_| "7".to_owned());
    let all = instrument(
        &list(200, scale),
        &list(200, facet),
        &list(5000, item),
        &ids,
    );
    let half = MAX_BYTES / 2 + 500;
    let halves = instrument(&fill(half, scale), &fill(half, facet), &first, &id(0));
    let forms = fill(20, |n| format!("\"{n:x}\":0"));
    vec![
        ("as many of everything as may be", all),
        ("scales", instrument(&fill(500, scale), "", &first, &id(0))),
        (
            "facets",
            instrument(&one, &fill(500, facet), &first, &id(0)),
        ),
        ("half scales, half facets", halves),
        (
            "empty items",
            instrument(&one, "", &fill(500, |_| "{}".into()), &id(0)),
        ),
        (
            "numbers as items",
            instrument(&one, "", &list(5000, seven), &ids),
        ),
        (
            "one item again and again",
            instrument(&one, "", &first, &fill(500, id)),
        ),
        (
            "a form of numbers",
            instrument(&one, "", &first, &fill(500, seven)),
        ),
        (
            "options without end",
            format!("{{\"options\":[{}]}}", fill(20, seven)),
        ),
        (
            "forms of unknown names",
            format!("{{\"forms\":{{{forms}}}}}"),
        ),
    ]
}

fn imports() -> Vec<Case> {
    let room = EXPORT.len() + 10;
    let into = |opening: &str, piece: &dyn Fn(usize) -> String| {
        let filled = format!("{opening}{},", fill(room, piece));
        let text = EXPORT.replacen(opening, &filled, 1);
        assert!(text.len() > EXPORT.len(), "{opening}");
        text
    };
    let backup = |records: String| {
        let schema = "\"schema\":\"leadership-audit/backup\"";
        format!("{{{schema},\"version\":1,\"records\":{{{records}}}}}")
    };
    let record = |n: usize| format!("\"leadership-audit:a:answer:{n:x}\":\"{{\"");
    let quoted = EXPORT
        .replace('\\', "\\\\")
        .replace('"', "\\\"")
        .replace('\n', "\\n");
    let result = |n: usize| format!("\"leadership-audit:a{n}:result\":\"{quoted}\"");
    let long = fill(200, |_| "0".into());
    let long = format!("\"leadership-audit:a:result\":\"{{\\\"x\\\":[{long}]}}\"");
    let scores = "\"directions\": {";
    let deep = |n: usize| format!("\"n{n:x}\":[[[[[[[]]]]]]]");
    let quality = into("\"quality\": [", &|_| "{}".into()).replace(",]", "]");
    vec![
        (
            "unknown items",
            into("\"responses\": {", &|n| format!("\"n{n:x}\":9")),
        ),
        ("unknown fields", into("{", &|n| format!("\"n{n:x}\":0"))),
        (
            "unknown directions",
            into(scores, &|n| format!("\"n{n:x}\":{{}}")),
        ),
        ("notes", quality),
        ("unknown lists", into("{", &deep)),
        (
            "unknown parts of scores",
            into("\"interval\": {", &|n| format!("\"n{n:x}\":null")),
        ),
        (
            "names",
            into("\"directions\": [", &|n| format!("\"n{n:x}\"")),
        ),
        ("space", " ".repeat(MAX_BYTES - EXPORT.len()) + EXPORT),
        ("broken records", backup(fill(100, record))),
        ("results of every audit", backup(fill(100, result))),
        ("a result as long as the file", backup(long)),
    ]
}

/// What is bad for whatever reads JSON.
fn any_json() -> Vec<Case> {
    let array = |piece: &str| format!("[{}]", fill(2, |_| piece.to_owned()));
    let keys = |around| fill(around, |n| format!("\"{n:x}\":0"));
    vec![
        ("one list of numbers", array("0")),
        ("lists within lists", array("[[[[[[[[[[[[[[]]]]]]]]]]]]]]")),
        ("opening brackets", "[".repeat(MAX_BYTES)),
        ("objects", array("{\"a\":{}}")),
        ("an object of many keys", format!("{{{}}}", keys(2))),
        ("the last key twice", format!("{{{},\"0\":0}}", keys(10))),
        ("long texts", array(&format!("\"{}\"", "x".repeat(4096)))),
        ("one text", format!("\"{}\"", "x".repeat(MAX_BYTES - 2))),
        ("escapes", array(&format!("\"{}\"", "\\u0000".repeat(600)))),
        ("space", " ".repeat(MAX_BYTES)),
        ("digits", "9".repeat(MAX_BYTES)),
        ("ten times too long", "0".repeat(10 * MAX_BYTES)),
    ]
}

fn attributes() -> Vec<Case> {
    let value = |piece: &str| piece.repeat(MAX_BYTES / piece.len());
    let all = |value: &str| -> String {
        let names = app::attributes::READ.iter();
        names.map(|name| format!("{name}={value}\n")).collect()
    };
    let link = format!("cta-label=x\ncta-href=https://{}", value("x"));
    vec![
        ("megabytes of a letter", all(&value("x"))),
        ("megabytes of hidden characters", all(&value("\u{202e}"))),
        ("a link without end", link),
    ]
}

/// Reads every case; [`crate::read`] judges the memory. With `timed`, prints the slowest case of each
/// reader, which nothing judges.
pub(crate) fn judge(timed: bool) {
    let cases: [(&Reader, Vec<Case>); 7] = [
        (&readers::INSTRUMENT, instruments()),
        (&readers::IMPORT, imports()),
        (&readers::SHEET, Vec::new()),
        (&readers::ONE_RECORD, Vec::new()),
        (&readers::ONE_PRACTICE, Vec::new()),
        (&readers::ATTRIBUTES, attributes()),
        (&rounds::BLOCKS, rounds::longest()),
    ];
    for (reader, own) in cases {
        let mut worst = (0, "", 0);
        for (name, text) in own.into_iter().chain(any_json()) {
            let begun = Instant::now();
            let read = crate::read(reader, &text);
            let milliseconds = begun.elapsed().as_millis();
            let (_, memory) = read.unwrap_or_else(|why| panic!("{}, {name}: {why}", reader.name));
            worst = worst.max((milliseconds, name, memory));
        }
        if timed {
            let (milliseconds, name, memory) = worst;
            let (reader, memory) = (reader.name, memory / 1024 / 1024);
            println!("\n| {reader} | {name} | {milliseconds} ms | {memory} MiB |");
        }
    }
}
