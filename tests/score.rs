//! `cargo run --example score`: a sheet of answers on standard input, its scores on standard output.
#![cfg(not(target_arch = "wasm32"))]
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::pedantic,
    clippy::unwrap_used,
    reason = "test code"
)]

use std::io::Write as _;
use std::process::{Output, Stdio};

fn score_command(stdin: &[u8]) -> Output {
    let mut child = testing::example("score")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    child.stdin.take().unwrap().write_all(stdin).unwrap();
    child.wait_with_output().unwrap()
}

#[test]
fn the_command_prints_scores_and_refuses_faults() {
    let text = include_str!("../crates/testing/fixtures/sheet.json");
    let good = score_command(text.as_bytes());
    let stderr = String::from_utf8(good.stderr).unwrap();
    assert_eq!(good.status.code(), Some(0), "{stderr}");
    assert_eq!(
        stderr,
        "$.comment: is not a field of a sheet and is ignored\n"
    );
    assert_eq!(
        String::from_utf8(good.stdout).unwrap(),
        include_str!("../crates/testing/fixtures/sheet.scored.json")
    );

    for (case, bytes, expected) in [
        (
            "two faults",
            &br#"{"form":"full","responses":{"up-trust-1":9},"active_seconds":0.5}"#[..],
            "$.active_seconds: expected a whole number of 0 or more, found a number\n\
             $.responses.up-trust-1: is not the number of a response: 1 to 5\n",
        ),
        (
            "not UTF-8",
            &[b'"', 0xff, b'"'],
            "$: stream did not contain valid UTF-8\n",
        ),
        (
            "too long",
            &[b' '; 1024 * 1024 + 1],
            "$: longer than 1048576 bytes\n",
        ),
    ] {
        let bad = score_command(bytes);
        assert_eq!(bad.status.code(), Some(2), "{case}");
        assert_eq!(String::from_utf8(bad.stdout).unwrap(), "", "{case}");
        assert_eq!(String::from_utf8(bad.stderr).unwrap(), expected, "{case}");
    }
}
