//! What the tests share: the vectors as data, and rounds to begin from.

use round::block::Block;
use round::find::find;
use round::invitation::{Invitation, Print, PublicKey, Questions, RoundHash, Set, Way};
use round::outcome::Outcome;
use round::row::Answer;
use serde_json::Value;
use testing::random::Random;

/// The test vectors of the specification of rounds, format 1.
pub(crate) fn vectors() -> Value {
    serde_json::from_str(include_str!("../vectors.json")).unwrap()
}

/// The entries of a section.
pub(crate) fn list(value: &Value) -> &[Value] {
    value.as_array().unwrap()
}

pub(crate) fn text(value: &Value) -> &str {
    value.as_str().unwrap()
}

pub(crate) fn byte(value: &Value) -> u8 {
    u8::try_from(value.as_u64().unwrap()).unwrap()
}

pub(crate) fn bytes_of(value: &Value) -> Vec<u8> {
    list(value).iter().map(byte).collect()
}

/// The bytes of hexadecimal digits.
pub(crate) fn hex(value: &Value) -> Vec<u8> {
    let digits = text(value);
    assert_eq!(digits.len() % 2, 0);
    let pairs = (0..digits.len()).step_by(2);
    pairs
        .map(|at| u8::from_str_radix(&digits[at..at + 2], 16).unwrap())
        .collect()
}

pub(crate) fn array<const N: usize>(bytes: &[u8]) -> [u8; N] {
    bytes.try_into().unwrap()
}

pub(crate) fn set(value: &Value) -> Set {
    Set::from_byte(byte(value)).unwrap()
}

/// Answers that are keyed already.
pub(crate) fn answers(value: &Value) -> Vec<Answer> {
    let given = list(value).iter();
    given
        .map(|value| Answer {
            given: (!value.is_null()).then(|| byte(value)),
            reverse: false,
        })
        .collect()
}

/// A round of the section `rounds`, made anew from its fields.
pub(crate) fn made(round: &Value) -> Invitation {
    let questions = Questions {
        set: set(&round["set"]),
        items: byte(&round["items"]),
        print: Print(array(&hex(&round["print"]))),
    };
    let (threshold, people) = (byte(&round["threshold"]), byte(&round["people"]));
    let nonce = array(&hex(&round["nonce"]));
    match Way::from_byte(byte(&round["way"])).unwrap() {
        Way::Table => Invitation::new_table(questions, people, nonce).unwrap(),
        Way::Sealed => {
            let key = PublicKey(array(&hex(&round["key"])));
            Invitation::new_sealed(questions, threshold, people, nonce, key).unwrap()
        }
    }
}

pub(crate) fn hash(round: &Value) -> RoundHash {
    RoundHash(array(&hex(&round["hash"])))
}

/// The one block of a text.
pub(crate) fn block(text: &str) -> Block {
    let found = find(text).unwrap();
    assert_eq!(found.problems, [], "{text}");
    assert_eq!(found.blocks.len(), 1, "{text}");
    found.blocks[0].clone()
}

/// The payload of an outcome of these figures, whether it can be read or not.
pub(crate) fn outcome_payload(
    [way, set, items]: [u8; 3],
    [n, threshold, mean]: [u8; 3],
    steps: &[u8],
) -> Vec<u8> {
    let (head, figures) = ([way, set, items], [n, threshold, mean]);
    [&[0; 8], &head[..], &PRINT.0, &figures, steps].concat()
}

pub(crate) fn outcome(questions: [u8; 3], figures: [u8; 3], steps: &[u8]) -> Outcome {
    Outcome::from_payload(&outcome_payload(questions, figures, steps)).unwrap()
}

/// The print of all vectors.
pub(crate) const PRINT: Print = Print([0xa1, 0xb2, 0xc3, 0xd4, 0xe5, 0xf6, 0x07, 0x18]);

pub(crate) fn random_bytes(random: &mut Random, length: usize) -> Vec<u8> {
    (0..length).map(|_| random.next_u64() as u8).collect()
}
