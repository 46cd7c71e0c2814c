//! The names of records, in the keys of storage.

use measure::instrument::Id;
use records::practice::{Key, record};
use records::rounds::{Name, RoundId};
use records::slot::Slot;
use records::stored::{MAX_CLOCK, Stamp, Writer};
use round::invitation::RoundHash;

#[test]
fn a_key_has_one_spelling() {
    let key = Key(Stamp {
        clock: 12,
        writer: Writer(7),
    });
    assert_eq!(key.to_string(), "12-7");
    assert_eq!(Key::from_text("12-7"), Some(key));
    for text in [
        "012-7",
        "12-07",
        "+12-7",
        "12",
        "12-",
        "12-7-1",
        "12-4294967296",
    ] {
        assert_eq!(Key::from_text(text), None, "{text}");
    }
    let (last, beyond) = (format!("{MAX_CLOCK}-7"), format!("{}-7", MAX_CLOCK + 1));
    assert!(Key::from_text(&last).is_some());
    assert_eq!(Key::from_text(&beyond), None);
}

#[test]
fn a_record_of_the_practice_has_one_name() {
    for text in ["circle", "plan", "loop", "relationship-12-7", "week-12-7"] {
        let name = record::Name::from_text(text).unwrap();
        assert_eq!(name.to_string(), text);
    }
    for text in [
        "",
        "plans",
        "relationship",
        "relationship-",
        "week-x",
        "day-12-7",
    ] {
        assert_eq!(record::Name::from_text(text), None, "{text}");
    }
}

#[test]
fn a_record_of_a_round_has_one_name() {
    let digits = "0123456789abcdef".repeat(2);
    let round = RoundId::new(&digits).unwrap();
    assert_eq!(round.to_text(), digits);
    let hash = [1, 0x23, 0x45, 0x67, 0x89, 0xab, 0xcd, 0xef].repeat(4);
    let hash = RoundHash(hash.try_into().unwrap());
    assert_eq!(RoundId::of(&hash), round);
    assert_eq!(Id::from_hash(&hash.0).as_str(), digits);
    for (end, name) in [
        ("invitation", Name::Invitation(round)),
        ("key", Name::Key(round)),
        ("mine", Name::Mine(round)),
        ("seen:a1", Name::Seen(round, Id::new("a1").unwrap())),
        ("answer:b2", Name::Answer(round, Id::new("b2").unwrap())),
    ] {
        let text = format!("round:{digits}:{end}");
        assert_eq!(name.text(), text);
        assert_eq!(name.round(), Some(&round));
        assert_eq!(Name::from_text(&text), Some(name));
    }
    let outcome = Name::Outcome(Id::new("c3").unwrap());
    assert_eq!(
        (outcome.text().as_str(), outcome.round()),
        ("outcome:c3", None)
    );
    assert_eq!(Name::from_text("outcome:c3"), Some(outcome));
    for end in [
        "",
        ":",
        ":keys",
        ":seen",
        ":seen:",
        ":other:a1",
        ":answer:a b",
    ] {
        assert_eq!(
            Name::from_text(&format!("round:{digits}{end}")),
            None,
            "{end}"
        );
    }
    assert_eq!(
        Name::from_text(&format!("round:{}:key", digits.to_uppercase())),
        None
    );
}

#[test]
fn of_rounds_only_an_outcome_leaves_this_browser() {
    let audit = Id::new("a").unwrap();
    for (suffix, may) in [
        ("head", true),
        ("result", true),
        ("practice:plan", true),
        ("outcome:c3", true),
        ("round:0123456789abcdef0123456789abcdef:key", false),
        ("from-a-newer-version", false),
    ] {
        let (_, slot) = Slot::of_key(&format!("leadership-audit:a:{suffix}")).unwrap();
        assert_eq!(slot.may_leave(), may, "{suffix}");
        assert_eq!(slot.key(&audit), format!("leadership-audit:a:{suffix}"));
    }
}
