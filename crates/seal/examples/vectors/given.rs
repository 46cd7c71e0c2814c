//! What the vectors say themselves.

use crate::text::{hex, payload, unhex};
use crate::{Report, exact, filled, hash, list, number, private, public, string};
use round::hash::sha256;
use seal::{OpenFault, code, is_on_curve, open, seal_with};
use serde_json::Value;

/// The hash and the tag of every round, and the code of those that have one.
pub(crate) async fn rounds(vectors: &Value, report: &mut Report) {
    for (name, round) in vectors["rounds"].as_object().expect("rounds") {
        let invitation = [b"LA1 round", &unhex(string(&round["payload"]))[..]].concat();
        let made = sha256(&invitation);
        report.check(&format!("{name}: hash"), &made, &exact(&round["hash"]));
        let tag = hex(&made[..8]);
        report.check(
            &format!("{name}: tag"),
            &tag.as_str(),
            &string(&round["tag"]),
        );
    }
    for sealed in list(&vectors["sealed"]) {
        let made = code(&hash(vectors, &sealed["round"])).await;
        let what = format!("{}: code", string(&sealed["round"]));
        report.check(&what, &made, &Ok(string(&sealed["code"]).to_owned()));
    }
}

/// Every message: its bytes, its opening, and the name of its record.
pub(crate) async fn messages(vectors: &Value, report: &mut Report) {
    for sealed in list(&vectors["sealed"]) {
        let (round, collector) = (hash(vectors, &sealed["round"]), &sealed["collector"]);
        let (private_key, key) = (private(vectors, collector), public(vectors, collector));
        for message in list(&sealed["messages"]) {
            let ephemeral = &message["ephemeral"];
            let (name, plain) = (string(ephemeral), filled(&message["row"]));
            let expected = payload(string(&message["text"]));
            let enc = public(vectors, ephemeral);
            let ephemeral = private(vectors, ephemeral);
            let made = seal_with(&ephemeral, &enc, &key, &round, &plain).await;
            report.check(&format!("{name}: sealed"), &made, &Ok(expected.clone()));
            let opened = open(&private_key, &key, &round, &expected).await;
            report.check(&format!("{name}: opened"), &opened, &Ok(plain));
            let record = hex(&sha256(&[b"S", &expected[..]].concat())[..16]);
            let record = format!("round:{}:seen:{record}", hex(&round[..16]));
            let what = format!("{name}: record");
            report.check(&what, &record.as_str(), &string(&message["stored_as"]));
        }
    }
}

/// The name of every outcome's record.
pub(crate) fn outcomes(vectors: &Value, report: &mut Report) {
    let rounds = list(&vectors["sealed"])
        .iter()
        .chain(list(&vectors["table"]));
    for round in rounds {
        let outcome = payload(string(&round["outcome"]["text"]));
        let record = hex(&sha256(&[b"T", &outcome[..]].concat())[..16]);
        let expected = string(&round["outcome"]["kept_as"]);
        let what = format!("{}: outcome's record", string(&round["round"]));
        report.check(&what, &format!("outcome:{record}").as_str(), &expected);
    }
}

/// What is refused because of a point or a message.
pub(crate) async fn refusals(vectors: &Value, report: &mut Report) {
    for refused in list(&vectors["refused"]) {
        let kind = string(&refused["do"]);
        let expected = string(&refused["code"]);
        let what = format!("{kind}: {}", string(&refused["what"]));
        match kind {
            "invitation" | "welcome" => {
                // Whatever else is wrong with it, a key that is there is on the curve unless this is the fault.
                if let Some(key) = payload(string(&refused["text"])).get(21..85) {
                    let key = key.try_into().expect("64 bytes");
                    report.check(&what, &is_on_curve(key), &(expected != "bad_point"));
                }
            }
            "unseal" => {
                let message = payload(string(&refused["text"]));
                let got = unsealed(vectors, refused, &message).await;
                report.check(&what, &got, &Err(expected));
            }
            _ => {}
        }
    }
}

/// How many messages count, at closes that are refused: each is opened, and copies count once.
pub(crate) async fn closes(vectors: &Value, report: &mut Report) {
    for refused in list(&vectors["refused"]) {
        if refused["do"] != "close" {
            continue;
        }
        let texts = list(&refused["texts"]).iter().map(string);
        let mut messages: Vec<_> = texts.map(payload).collect();
        messages.sort();
        messages.dedup();
        let mut usable = 0;
        for message in messages {
            usable += u8::from(unsealed(vectors, refused, &message).await.is_ok());
        }
        let round = &vectors["rounds"][string(&refused["round"])];
        let (threshold, people) = (number(&round["threshold"]), number(&round["people"]));
        let got = match usable {
            few if few < threshold => "too_few",
            many if people > 0 && many > people => "too_many",
            _ => "",
        };
        let what = format!("close: {}", string(&refused["what"]));
        report.check(&what, &got, &string(&refused["code"]));
    }
}

/// The row in a message for the round and the collector of `entry`, or the code of why not.
async fn unsealed(vectors: &Value, entry: &Value, message: &[u8]) -> Result<Vec<u8>, &'static str> {
    let (round, collector) = (&entry["round"], &entry["collector"]);
    let (private, key) = (private(vectors, collector), public(vectors, collector));
    let opened = open(&private, &key, &hash(vectors, round), message).await;
    let plain = opened.map_err(|fault| match fault {
        OpenFault::Damaged => "damaged",
        OpenFault::OtherRound => "other_round",
        OpenFault::BadPoint => "bad_point",
        OpenFault::NotSealedForThisRound => "not_sealed_for_this_round",
        OpenFault::Refused => "refused",
    })?;
    let is_pulse = number(&vectors["rounds"][string(round)]["set"]) == 1;
    let (values, range) = if is_pulse { (5, 1..=5) } else { (1, 0..=100) };
    let (row, filling) = plain.split_at(values);
    if filling.iter().any(|byte| *byte != 0) || !row.iter().all(|value| range.contains(value)) {
        return Err("out_of_range");
    }
    Ok(row.to_vec())
}
