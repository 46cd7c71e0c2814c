//! What follows from the vectors, or needs none.

use crate::text::payload;
use crate::{Report, hash, list, private, public, string};
use seal::{
    OpenFault, PrivateKey, SealFault, available, code, is_on_curve, new_key_pair, open, random,
    seal, seal_with,
};
use serde_json::Value;

const PLAIN: [u8; 8] = [1, 2, 3, 4, 5, 0, 0, 0];

/// Every pair of keys belongs together: what is sealed for one half opens with the other.
pub(crate) async fn keys(vectors: &Value, report: &mut Report) {
    let round = [7; 32];
    for name in vectors["keys"].as_object().expect("keys").keys() {
        let name = Value::from(name.as_str());
        let (private, public) = (private(vectors, &name), public(vectors, &name));
        let opened = match seal(&public, &round, &PLAIN).await {
            Ok(message) => open(&private, &public, &round, &message).await,
            Err(fault) => Err(fault.into()),
        };
        let what = format!("{}: both halves", string(&name));
        report.check(&what, &opened, &Ok(PLAIN));
    }
}

/// A message does not open in another round, even under that round's tag, nor for another public key.
pub(crate) async fn replays(vectors: &Value, report: &mut Report) {
    for sealed in list(&vectors["sealed"]) {
        let collector = &sealed["collector"];
        let (private, key) = (private(vectors, collector), public(vectors, collector));
        for other in list(&vectors["sealed"]) {
            if other["round"] == sealed["round"] {
                continue;
            }
            let round = hash(vectors, &other["round"]);
            for message in list(&sealed["messages"]) {
                let mut bytes = payload(string(&message["text"]));
                let name = string(&message["ephemeral"]);
                let what = format!("{name}: replayed in {}", string(&other["round"]));
                let opened = open(&private, &key, &round, &bytes).await;
                report.check(&what, &opened, &Err(OpenFault::OtherRound));
                bytes[..8].copy_from_slice(&round[..8]);
                let opened = open(&private, &key, &round, &bytes).await;
                let what = format!("{what} under its tag");
                report.check(&what, &opened, &Err(OpenFault::NotSealedForThisRound));
            }
        }
    }
}

/// Keys, messages and numbers that are made here are as they should be, and never the same twice.
pub(crate) async fn fresh(report: &mut Report) {
    report.check("WebCrypto is available", &available(), &true);
    let (mut one, mut other) = ([0; 32], [0; 32]);
    report.check("random", &random(&mut one), &Ok(()));
    report.check("random again", &random(&mut other), &Ok(()));
    let differ = one != other && one != [0; 32] && other != [0; 32];
    report.check("random bytes differ", &differ, &true);

    let (private, public) = new_key_pair().await.expect("a pair of keys");
    let (_, second) = new_key_pair().await.expect("another");
    report.check("a new key is on the curve", &is_on_curve(&public), &true);
    report.check("new keys differ", &(public != second), &true);
    let lengths = [&private.x, &private.y, &private.d].map(String::len);
    report.check("members of a JWK", &lengths, &[43; 3]);
    let first = seal(&public, &one, &PLAIN).await.expect("a message");
    let again = seal(&public, &one, &PLAIN).await.expect("another");
    report.check("a message has 96 bytes", &first.len(), &96);
    report.check("messages differ", &(first != again), &true);
    let opened = open(&private, &public, &one, &first).await;
    report.check("a new key opens", &opened, &Ok(PLAIN));
    let opened = open(&private, &second, &one, &first).await;
    let expected = Err(OpenFault::NotSealedForThisRound);
    report.check("the public key is bound", &opened, &expected);

    let mut off = public;
    off[63] ^= 1;
    let expected = Err(SealFault::BadPoint);
    let made = seal(&off, &one, &PLAIN).await;
    report.check("sealing for a point off the curve", &made, &expected);
    let made = seal_with(&private, &public, &off, &one, &PLAIN).await;
    report.check("the same with a given key", &made, &expected);
    let cut = PrivateKey {
        d: "AAAA".to_owned(),
        ..private
    };
    let opened = open(&cut, &public, &one, &first).await;
    let expected = Err(OpenFault::Refused);
    report.check("a damaged private key", &opened, &expected);
}

/// Without `SubtleCrypto` everything is refused.
pub(crate) async fn without(vectors: &Value, report: &mut Report) {
    let collector = Value::from("collector");
    let (private, public) = (private(vectors, &collector), public(vectors, &collector));
    let sealed = &vectors["sealed"][0];
    let round = hash(vectors, &sealed["round"]);
    let message = payload(string(&sealed["messages"][0]["text"]));
    report.check("available", &available(), &false);
    let refused = Some(SealFault::Refused);
    report.check("code", &code(&round).await.err(), &refused);
    let fault = new_key_pair().await.err();
    report.check("new_key_pair", &fault, &refused);
    let fault = seal(&public, &round, &PLAIN).await.err();
    report.check("seal", &fault, &refused);
    let opened = open(&private, &public, &round, &message).await;
    report.check("open", &opened, &Err(OpenFault::Refused));
}
