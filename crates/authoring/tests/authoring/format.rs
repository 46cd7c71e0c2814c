//! Fields that a questionnaire may have or leave out: “does not apply”, whom a scale is about, the pulse.

use authoring::read;

use crate::{faults, instrument};
use testing::scale;

#[test]
fn does_not_apply_may_be_left_out() {
    assert_eq!(
        instrument("t.csv", b"scale,statement\nA,One\n").not_applicable,
        None
    );
    let with = instrument(
        "t.csv",
        b"scale,statement\nA,One\n\nsetting,value\ndoes not apply,No such person\n",
    );
    assert_eq!(with.not_applicable.as_deref(), Some("No such person"));
}

#[test]
fn a_scale_says_whom_it_is_about() {
    let text = "scale,statement,statement:de\nA,One,Eins\n\nscale,name:de,who,who:de\nA,B,Think of your team.,Denken Sie an Ihr Team.\n\noption,option:de\nno,nein\nyes,ja\n";
    assert_eq!(
        instrument("t.csv", text.as_bytes()).own_who(scale(0)),
        Some("Think of your team.")
    );
    let whole = read("t.csv", text.as_bytes()).questionnaire.unwrap();
    let german = measure::instrument::parse_for(&whole, "de").unwrap();
    assert_eq!(german.own_who(scale(0)), Some("Denken Sie an Ihr Team."));
    let long = text.replace("Think of your team.", &"x".repeat(1_001));
    assert_eq!(
        faults(&read("t.csv", long.as_bytes())),
        ["Cell C5, column “who”: This text is too long. Characters at most: 1,000."]
    );
}

#[test]
fn a_pulse_has_five_statements_in_every_language() {
    let text = "scale,statement\nA,One\n\npulse\none\ntwo\nthree\nfour\nfive\n";
    assert_eq!(
        instrument("t.csv", text.as_bytes()).pulse.unwrap()[4],
        "five"
    );
    let six = format!("{text}six\n");
    assert_eq!(
        faults(&read("t.csv", six.as_bytes())),
        ["Cell A5, column “pulse”: A pulse has five statements. Statements found: 6."]
    );
}
