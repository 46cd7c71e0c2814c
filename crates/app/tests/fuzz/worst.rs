//! The largest texts that are read at all, each bad in its own way: what takes longest and most.

use std::time::{Duration, Instant};

use json::{MAX_BYTES, MAX_VALUES};

use crate::readers::{self, Reader};

const EXPORT: &str = include_str!("../../../testing/fixtures/export.json");
const PART: &str = "\"label\":\"x\",\"sem\":{\"value\":9,\"items\":12,\"origin\":\"assumed\"}}";

/// Answers within this are at once.
const AT_ONCE: Duration = Duration::from_millis(100);
/// Without optimisation: what takes the square of its length takes far longer than this.
const SOON: Duration = Duration::from_secs(3);

/// As many pieces as there is room for, parted by commas: in letters, and in values at most a tenth
/// less than there may be.
fn fill(around: usize, piece: impl Fn(usize) -> String) -> String {
    let mut filled = String::with_capacity(MAX_BYTES);
    let openings = piece(0).matches(['[', '{', ',']).count();
    for number in 0..MAX_VALUES * 9 / 10 / (openings + 1) {
        let next = piece(number);
        if filled.len() + next.len() + 1 + around > MAX_BYTES {
            break;
        }
        if number > 0 {
            filled.push(',');
        }
        filled += &next;
    }
    filled
}

/// An instrument with these parts in place of its own.
fn instrument(scales: &str, facets: &str, items: &str, full: &str) -> String {
    format!(
        "{{\"id\":\"a\",\"version\":\"1.0.0\",\"language\":\"en\",\"title\":\"A\",\
         \"scales\":[{scales}],\"facets\":[{facets}],\
         \"options\":[\"a\",\"b\",\"c\",\"d\",\"e\"],\"not_applicable\":\"n\",\
         \"items\":[{items}],\"forms\":{{\"full\":[{full}]}}}}"
    )
}

fn instruments() -> Vec<(&'static str, String)> {
    let scale = |n: usize| format!("{{\"id\":\"s{n:x}\",{PART}");
    let facet = |n: usize| format!("{{\"id\":\"f{n:x}\",\"label\":\"x\"}}");
    let item = |n: usize| {
        let (scale, facet) = (n % 200, n % 199);
        let stem = "x".repeat(60);
        format!(
            "{{\"id\":\"i{n}\",\"scale\":\"s{scale:x}\",\"facet\":\"f{facet:x}\",\
             \"keying\":\"forward\",\"stem\":\"{stem}\"}}"
        )
    };
    let list = |count: usize, piece: &dyn Fn(usize) -> String| {
        (0..count).map(piece).collect::<Vec<_>>().join(",")
    };
    let one = format!("{{\"id\":\"s0\",{PART}");
    let first = "{\"id\":\"i0\",\"scale\":\"s0\",\"keying\":\"forward\",\"stem\":\"x\"}";
    let ids = list(5000, &|n| format!("\"i{n}\""));
    vec![
        (
            "as many of everything as may be",
            instrument(
                &list(200, &scale),
                &list(200, &facet),
                &list(5000, &item),
                &ids,
            ),
        ),
        (
            "nothing but scales",
            instrument(&fill(500, scale), "", first, "\"i0\""),
        ),
        (
            "nothing but facets",
            instrument(&one, &fill(500, facet), first, "\"i0\""),
        ),
        (
            "half scales, half facets",
            instrument(
                &fill(MAX_BYTES / 2, scale),
                &fill(MAX_BYTES / 2 + 500, facet),
                first,
                "\"i0\"",
            ),
        ),
        (
            "nothing but empty items",
            instrument(&one, "", &fill(500, |_| "{}".into()), "\"i0\""),
        ),
        (
            "5,000 items that are numbers",
            instrument(&one, "", &list(5000, &|_| "7".into()), &ids),
        ),
        (
            "a form that lists one item again and again",
            instrument(&one, "", first, &fill(500, |_| "\"i0\"".into())),
        ),
        (
            "a form of numbers",
            instrument(&one, "", first, &fill(500, |_| "7".into())),
        ),
        (
            "options without end",
            format!("{{\"options\":[{}]}}", fill(20, |_| "7".into())),
        ),
        (
            "forms of unknown names",
            format!("{{\"forms\":{{{}}}}}", fill(20, |n| format!("\"{n:x}\":0")),),
        ),
    ]
}

fn imports() -> Vec<(&'static str, String)> {
    let room = EXPORT.len() + 10;
    let into = |place: &str, filled: String| {
        let text = EXPORT.replacen(place, &format!("{place}{filled},"), 1);
        assert!(text.len() > EXPORT.len(), "{place}");
        text
    };
    let record = |n: usize| format!("\"leadership-audit:a:answer:{n:x}\":\"{{\"");
    let backup = |records: String| {
        format!(
            "{{\"schema\":\"leadership-audit/backup\",\"version\":1,\"records\":{{{records}}}}}"
        )
    };
    let result = EXPORT
        .replace('\\', "\\\\")
        .replace('"', "\\\"")
        .replace('\n', "\\n");
    vec![
        (
            "unknown items",
            into("\"responses\": {", fill(room, |n| format!("\"n{n:x}\":9"))),
        ),
        (
            "unknown fields",
            into("{", fill(room, |n| format!("\"n{n:x}\":0"))),
        ),
        (
            "unknown directions",
            into(
                "\"directions\": {",
                fill(room, |n| format!("\"n{n:x}\":{{}}")),
            ),
        ),
        (
            "notes",
            into("\"quality\": [", fill(room, |_| "{}".into())).replace(",]", "]"),
        ),
        (
            "unknown lists",
            into("{", fill(room, |n| format!("\"n{n:x}\":[[[[[[[]]]]]]]"))),
        ),
        (
            "unknown parts of scores",
            into(
                "\"interval\": {",
                fill(room, |n| format!("\"n{n:x}\":null")),
            ),
        ),
        (
            "names",
            into("\"directions\": [", fill(room, |n| format!("\"n{n:x}\""))),
        ),
        (
            "nothing but space",
            " ".repeat(MAX_BYTES - EXPORT.len()) + EXPORT,
        ),
        ("broken records", backup(fill(100, record))),
        (
            "results of every audit",
            backup(fill(100, |n| {
                format!("\"leadership-audit:a{n}:result\":\"{result}\"")
            })),
        ),
        (
            "a result as long as the file",
            backup(format!(
                "\"leadership-audit:a:result\":\"{{\\\"x\\\":[{}]}}\"",
                fill(200, |_| "0".into()),
            )),
        ),
    ]
}

/// What is bad for whatever reads JSON.
fn any_json() -> Vec<(&'static str, String)> {
    let long = "x".repeat(4096);
    vec![
        (
            "one list of numbers",
            format!("[{}]", fill(2, |_| "0".into())),
        ),
        (
            "lists within lists",
            format!("[{}]", fill(2, |_| "[[[[[[[[[[[[[[]]]]]]]]]]]]]]".into())),
        ),
        ("nothing but brackets", "[".repeat(MAX_BYTES)),
        ("objects", format!("[{}]", fill(2, |_| "{\"a\":{}}".into()))),
        (
            "an object of many keys",
            format!("{{{}}}", fill(2, |n| format!("\"{n:x}\":0"))),
        ),
        (
            "the last key twice",
            format!("{{{},\"0\":0}}", fill(10, |n| format!("\"{n:x}\":0")),),
        ),
        (
            "long texts",
            format!("[{}]", fill(2, |_| format!("\"{long}\""))),
        ),
        ("one text", format!("\"{}\"", "x".repeat(MAX_BYTES - 2))),
        (
            "escapes",
            format!(
                "[{}]",
                fill(2, |_| format!("\"{}\"", "\\u0000".repeat(600)))
            ),
        ),
        ("space", " ".repeat(MAX_BYTES)),
        ("digits", "9".repeat(MAX_BYTES)),
        ("ten times too long", "0".repeat(10 * MAX_BYTES)),
    ]
}

fn texts() -> Vec<(&'static str, String)> {
    let schema = "{\"schema\":\"leadership-audit/texts\",\"version\":1,\"instrument\":\"a\",\"facets\":{},\"directions\":";
    vec![
        (
            "directions without words",
            format!("{schema}{{{}}}}}", fill(200, |n| format!("\"{n:x}\":{{}}")),),
        ),
        (
            "directions that are numbers",
            format!("{schema}{{{}}}}}", fill(200, |n| format!("\"{n:x}\":0")),),
        ),
    ]
}

fn attributes() -> Vec<(&'static str, String)> {
    let value = |piece: &str| piece.repeat(MAX_BYTES / piece.len());
    let all = |value: &str| {
        let names = app::attributes::READ.iter();
        names
            .map(|name| format!("{name}={value}\n"))
            .collect::<String>()
    };
    vec![
        ("megabytes of a letter", all(&value("x"))),
        ("megabytes of what is not seen", all(&value("\u{202e}"))),
        (
            "a link without end",
            format!("cta-label=x\ncta-href=https://{}", value("x")),
        ),
    ]
}

/// Reads them all, and judges how long each took. `timed` is a run with optimisation, which also prints
/// the longest.
pub(crate) fn judge(timed: bool) {
    let limit = if timed { AT_ONCE } else { SOON };
    let cases: [(&Reader, Vec<_>); 7] = [
        (&readers::INSTRUMENT, instruments()),
        (&readers::IMPORT, imports()),
        (&readers::SHEET, Vec::new()),
        (&readers::ONE_RECORD, Vec::new()),
        (&readers::ONE_PRACTICE, Vec::new()),
        (&readers::TEXTS, texts()),
        (&readers::ATTRIBUTES, attributes()),
    ];
    let mut slow = Vec::new();
    for (reader, own) in cases {
        let mut worst = (Duration::ZERO, "", 0);
        for (name, text) in own.into_iter().chain(any_json()) {
            let begun = Clock::start();
            let read = crate::read(reader, &text);
            let taken = begun.elapsed();
            let (_, memory) = read.unwrap_or_else(|why| panic!("{}, {name}: {why}", reader.name));
            if timed && std::env::var_os("FUZZ_SHOW").is_some() {
                println!(
                    "  {}, {name}: {taken:?}, {} KiB",
                    reader.name,
                    memory / 1024
                );
            }
            if taken > worst.0 {
                worst = (taken, name, memory);
            }
            if taken > limit {
                slow.push(format!("{}, {name}: {taken:?}", reader.name));
            }
        }
        if timed {
            let (taken, name, memory) = worst;
            let (milliseconds, memory) = (taken.as_millis(), memory / 1024 / 1024);
            println!(
                "\n| {} | {name} | {milliseconds} ms | {memory} MiB |",
                reader.name
            );
        }
    }
    assert!(slow.is_empty(), "{}", slow.join("\n"));
}

/// Time on the processor where the system tells it, since others may be at work; else of the day.
pub(crate) struct Clock(Instant, Option<u64>);

impl Clock {
    pub(crate) fn start() -> Self {
        Self(Instant::now(), on_processor())
    }

    pub(crate) fn elapsed(&self) -> Duration {
        let nanoseconds = self.1.zip(on_processor()).map(|(from, to)| to - from);
        nanoseconds.map_or_else(|| self.0.elapsed(), Duration::from_nanos)
    }
}

/// Of this thread, in nanoseconds, on Linux.
fn on_processor() -> Option<u64> {
    let text = std::fs::read_to_string("/proc/thread-self/schedstat").ok()?;
    text.split(' ').next()?.parse().ok()
}
