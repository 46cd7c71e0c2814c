//! Every entry of the vectors that is refused, as far as that needs no key.

use std::collections::BTreeMap;

use round::gap::{Own, Refused, gap, side_by_side};
use round::invitation::{Invitation, InvitationFault, Print};
use round::outcome::{Outcome, OutcomeFault};
use round::row::{Row, RowFault};
use round::sealed::{MessageFault, SealedMessage};
use serde_json::Value;

use crate::support::{answers, array, block, byte, hash, hex, list, set, text, vectors};

/// The code for which the vectors refuse an entry; `None` if it can be refused only by whoever has keys.
fn code(vectors: &Value, entry: &Value) -> Option<&'static str> {
    let payload = || block(text(&entry["text"])).payload;
    match text(&entry["do"]) {
        "invitation" => match Invitation::from_payload(&payload()) {
            Err(InvitationFault::Newer) => Some("newer"),
            Err(InvitationFault::Bad) => Some("bad_invitation"),
            Ok(_) => None,
        },
        "welcome" => {
            let asked = Invitation::from_payload(&payload()).unwrap().questions();
            let known = &entry["known"][asked.set.to_byte().to_string()];
            let same = known.is_string() && Print(array(&hex(known))) == asked.print;
            assert!(!same, "{entry}");
            Some("other_questions")
        }
        "unseal" => {
            let round = &vectors["rounds"][text(&entry["round"])];
            match SealedMessage::from_payload(&payload(), &hash(round)) {
                Err(MessageFault::Damaged) => Some("damaged"),
                Err(MessageFault::OtherRound) => Some("other_round"),
                Err(other) => panic!("{other:?}"),
                Ok(message) => {
                    assert_eq!(message.to_payload(), payload());
                    assert_eq!(message.to_text(), text(&entry["text"]));
                    None
                }
            }
        }
        "close" => None,
        "row" => {
            let given = answers(&entry["answers"]);
            let row = Row::from_answers(set(&entry["set"]), byte(&entry["items"]), &given);
            Some(match row.unwrap_err() {
                RowFault::TooManyLeftOut { .. } | RowFault::Missing => "too_many_left_out",
                RowFault::OutOfRange => "out_of_range",
            })
        }
        "outcome" => Some(match Outcome::from_payload(&payload()).unwrap_err() {
            OutcomeFault::Newer => "newer",
            OutcomeFault::Bad => "bad_outcome",
            OutcomeFault::TooFew => "too_few",
        }),
        "side_by_side" => {
            let outcomes = list(&entry["texts"])
                .iter()
                .map(|text_| Outcome::from_payload(&block(text(text_)).payload).unwrap());
            let [one, other] = &outcomes.collect::<Vec<_>>()[..] else {
                panic!("{entry}");
            };
            Some(refused(side_by_side(one, other).unwrap_err()))
        }
        "gap" => {
            let own = Own {
                score: 70.0,
                answered: byte(&entry["own"]["answered"]),
                items: byte(&entry["own"]["items"]),
                print: Print(array(&hex(&entry["own"]["print"]))),
            };
            let outcome = Outcome::from_payload(&payload()).unwrap();
            Some(refused(gap(&outcome, &own, None).unwrap_err()))
        }
        other => panic!("{other} is not known"),
    }
}

fn refused(refused: Refused) -> &'static str {
    match refused {
        Refused::NoOwnScore => "no_own_score",
        Refused::OtherQuestions => "other_questions",
        Refused::OtherForm => "other_form",
        Refused::NotScored => "not_scored",
        Refused::OtherWay => "other_way",
        Refused::TooFew => "too_few",
    }
}

#[test]
fn refusals_have_the_codes_of_the_vectors() {
    let vectors = vectors();
    let mut compared: BTreeMap<&str, u32> = BTreeMap::new();
    let mut left: BTreeMap<&str, u32> = BTreeMap::new();
    for entry in list(&vectors["refused"]) {
        match code(&vectors, entry) {
            Some(code) => {
                assert_eq!(code, entry["code"], "{entry}");
                *compared.entry(text(&entry["do"])).or_default() += 1;
            }
            None => *left.entry(text(&entry["code"])).or_default() += 1,
        }
    }
    println!("refused: {compared:?}; with keys only: {left:?}");
    let expected = [
        ("gap", 4),
        ("invitation", 16),
        ("outcome", 17),
        ("row", 6),
        ("side_by_side", 4),
        ("unseal", 3),
        ("welcome", 2),
    ];
    assert_eq!(compared, BTreeMap::from(expected));
    let keys = [
        ("bad_point", 7),
        ("not_sealed_for_this_round", 3),
        ("out_of_range", 4),
        ("too_few", 3),
        ("too_many", 1),
    ];
    assert_eq!(left, BTreeMap::from(keys));
}
