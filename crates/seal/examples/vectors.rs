//! Checks this crate against `crates/round/tests/vectors.json` in a browser, with the `WebCrypto` of that browser. The fault matrix
//! (`tests/matrix/`) loads it in every engine. Each kind of entry has its function in `vectors/`; those that need no
//! browser are checked natively, where blocks are read and written.
#![allow(
    missing_docs,
    clippy::expect_used,
    clippy::format_collect,
    clippy::indexing_slicing,
    clippy::missing_panics_doc,
    reason = "test code"
)]

#[path = "vectors/derived.rs"]
mod derived;
#[path = "vectors/given.rs"]
mod given;
#[path = "vectors/text.rs"]
mod text;

use seal::PrivateKey;
use serde_json::{Value, json};
use text::unhex;
use wasm_bindgen::prelude::wasm_bindgen;

/// What came of the checks so far.
#[derive(Default)]
struct Report {
    passed: u32,
    failures: Vec<String>,
}

impl Report {
    fn check<T: PartialEq + std::fmt::Debug>(&mut self, what: &str, got: &T, expected: &T) {
        if got == expected {
            self.passed += 1;
        } else {
            self.failures
                .push(format!("{what}: {got:x?} instead of {expected:x?}"));
        }
    }

    fn json(&self) -> String {
        json!({ "passed": self.passed, "failures": self.failures }).to_string()
    }
}

/// Checks every cryptographic entry of the vectors, and what follows from them. Returns JSON: how many checks
/// `passed`, and each of the `failures` by name.
#[wasm_bindgen]
pub async fn check(vectors: String) -> String {
    let vectors: Value = serde_json::from_str(&vectors).expect("vectors");
    let mut report = Report::default();
    given::rounds(&vectors, &mut report).await;
    given::messages(&vectors, &mut report).await;
    given::outcomes(&vectors, &mut report);
    given::refusals(&vectors, &mut report).await;
    given::closes(&vectors, &mut report).await;
    derived::keys(&vectors, &mut report).await;
    derived::replays(&vectors, &mut report).await;
    derived::fresh(&mut report).await;
    report.json()
}

/// Checks that on a page without `SubtleCrypto` everything is refused, and that it says nothing about a message.
/// Returns what [`check`] returns.
#[wasm_bindgen]
pub async fn check_without(vectors: String) -> String {
    let vectors: Value = serde_json::from_str(&vectors).expect("vectors");
    let mut report = Report::default();
    derived::without(&vectors, &mut report).await;
    report.json()
}

/// The private key of this name.
fn private(vectors: &Value, name: &Value) -> PrivateKey {
    let jwk = &vectors["keys"][string(name)]["jwk"];
    let member = |name: &str| string(&jwk[name]).to_owned();
    PrivateKey {
        x: member("x"),
        y: member("y"),
        d: member("d"),
    }
}

/// The public key of this name.
fn public(vectors: &Value, name: &Value) -> [u8; 64] {
    exact(&vectors["keys"][string(name)]["public"])
}

/// The hash of the round of this name.
fn hash(vectors: &Value, round: &Value) -> [u8; 32] {
    exact(&vectors["rounds"][string(round)]["hash"])
}

/// A row as it is sealed.
fn filled(row: &Value) -> [u8; 8] {
    let mut plain = [0; 8];
    for (place, value) in plain.iter_mut().zip(list(row)) {
        *place = number(value);
    }
    plain
}

fn exact<const N: usize>(value: &Value) -> [u8; N] {
    unhex(string(value)).try_into().expect("so many bytes")
}

fn number(value: &Value) -> u8 {
    let number = value.as_u64().and_then(|number| number.try_into().ok());
    number.expect("a small number")
}

fn list(value: &Value) -> &[Value] {
    value.as_array().expect("a list")
}

fn string(value: &Value) -> &str {
    value.as_str().expect("a text")
}

fn main() {}
