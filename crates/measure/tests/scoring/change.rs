//! Comparing two results: the reliable-change rule by worked numbers and what is
//! refused and why.

use measure::change::Verdict::{CannotBeCompared, Higher, Lower, NoReliableChange};
use measure::change::{Comparison, Difference, Refusal, ScaleChange, Verdict, Wordings, compare};
use measure::completed::{Completed, Kept};
use measure::instrument::FormName::{self, Full, Short};
use measure::instrument::{Instrument, Item, Keying};
use measure::time::UnixMs;
use testing::{answers, completed, shipped, small};

/// A result that was finished so many seconds after the first one here.
fn kept_at(instrument: &Instrument, form: FormName, marks: &str, seconds: i64) -> Kept {
    let base = completed(answers(instrument, form, marks), 100);
    let ended_at = UnixMs(base.ended_at.0 + seconds * 1000);
    Kept::from_completed(instrument, Completed { ended_at, ..base })
}

fn compared(form: FormName, earlier: &str, later: &str) -> Comparison {
    let instrument = shipped();
    let earlier = kept_at(&instrument, form, earlier, 0);
    let later = kept_at(&instrument, form, later, 60);
    compare(&instrument, &earlier, &later).unwrap()
}

fn verdicts(comparison: &Comparison) -> Vec<Verdict> {
    let scales = comparison.scales.iter();
    scales.map(ScaleChange::verdict).collect()
}

/// Up alone: keyed answers before and after (0 is left out), points and margin to two decimals, verdict.
/// Twelve answers each: 1.645 × √(9² + 9²) = 20.94; ten steps of 100/48 are 20.83, eleven 22.92.
/// Six each: 1.645 × √(12.73² + 12.73²) = 29.61; seven steps of 100/24 are 29.17, eight 33.33.
/// Seven and twelve: 1.645 × √(11.78² + 9²) = 24.39.
#[test]
fn worked_numbers() {
    for (form, before, after, difference, verdict) in [
        (
            Full,
            "222222222222",
            "222222222222",
            Some([0.0, 20.94]),
            NoReliableChange,
        ),
        (
            Full,
            "222222222222",
            "333333333322",
            Some([20.83, 20.94]),
            NoReliableChange,
        ),
        (
            Full,
            "222222222222",
            "333333333332",
            Some([22.92, 20.94]),
            Higher,
        ),
        (
            Full,
            "333333333333",
            "222222222233",
            Some([-20.83, 20.94]),
            NoReliableChange,
        ),
        (
            Full,
            "333333333333",
            "222222222223",
            Some([-22.92, 20.94]),
            Lower,
        ),
        (
            Short,
            "222222",
            "333334",
            Some([29.17, 29.61]),
            NoReliableChange,
        ),
        (Short, "222222", "333344", Some([33.33, 29.61]), Higher),
        (
            Full,
            "333333333333",
            "444444400000",
            Some([25.0, 24.39]),
            Higher,
        ),
        (
            Full,
            "444444400000",
            "333333333333",
            Some([-25.0, 24.39]),
            Lower,
        ),
        (Full, "333333333333", "444444000000", None, CannotBeCompared),
        (Full, "444444000000", "333333333333", None, CannotBeCompared),
        (Full, "000000000000", "000000000000", None, CannotBeCompared),
    ] {
        let case = format!("{before} {after}");
        let comparison = compared(form, &raw(form, before), &raw(form, after));
        let up = comparison.scales[0];
        let found = up.difference.map(|found| {
            [found.points, found.margin].map(|number| (number * 100.0).round() / 100.0)
        });
        assert_eq!(found, difference, "{case}");
        assert_eq!(up.verdict(), verdict, "{case}");
        // Across and Down are not answered.
        assert_eq!(verdicts(&comparison)[1..], [CannotBeCompared; 2], "{case}");
    }
}

/// The answers to Up with these keyed values; 0 is left out.
fn raw(form: FormName, keyed: &str) -> String {
    let instrument = shipped();
    let items = instrument.form(form).unwrap().iter();
    let items = items.filter_map(|index| instrument.item(*index));
    let up = items.filter(|item| item.scale == testing::scale(0));
    up.zip(keyed.bytes())
        .map(|(item, k)| match (k, item.keying) {
            (b'0', _) => '-',
            (k, Keying::Reverse) => char::from(b'0' + b'6' - k),
            (k, Keying::Forward) => char::from(k),
        })
        .collect()
}

#[test]
fn a_change_must_exceed_the_margin() {
    let [set] = compared(Full, "3333333", "4444444").scales[..1] else {
        panic!("three scales");
    };
    for (points, expected) in [
        (20.0, NoReliableChange),
        (20.001, Higher),
        (-20.0, NoReliableChange),
        (-20.001, Lower),
    ] {
        let margin = 20.0;
        let difference = Some(Difference { points, margin });
        assert_eq!(
            ScaleChange { difference, ..set }.verdict(),
            expected,
            "{points}"
        );
    }
}

#[test]
fn each_direction_is_judged_by_itself() {
    let before = "333333333333 333333333333 333333333333";
    assert_eq!(
        verdicts(&compared(Full, before, before)),
        [NoReliableChange; 3]
    );
    let instrument = shipped();
    let ones = |scale: usize, k: u8| -> String {
        let items = instrument.form(Full).unwrap().iter();
        let items = items.filter_map(|index| instrument.item(*index));
        let answer = |item: &Item| match (item.scale.get() == scale, item.keying) {
            (false, _) => '3',
            (true, Keying::Reverse) => char::from(b'0' + 6 - k),
            (true, Keying::Forward) => char::from(b'0' + k),
        };
        items.map(answer).collect()
    };
    for scale in 0..3 {
        for (k, expected) in [(1, Lower), (5, Higher)] {
            let mut verdict = [NoReliableChange; 3];
            verdict[scale] = expected;
            assert_eq!(verdicts(&compared(Full, before, &ones(scale, k))), verdict);
        }
    }
    let no_one = "333333333333 xxxxxxxxxxxx 333333333333";
    let verdict = [NoReliableChange, CannotBeCompared, NoReliableChange];
    assert_eq!(verdicts(&compared(Full, before, no_one)), verdict);
    assert_eq!(verdicts(&compared(Full, no_one, before)), verdict);
}

#[test]
fn pairs_that_must_not_be_compared_are_refused_with_the_reason() {
    let instrument = shipped();
    let marks = "444244444442 424444244444 424444442444";
    let kept = |change: &dyn Fn(&mut Kept)| {
        let mut kept = kept_at(&instrument, Full, marks, 60);
        change(&mut kept);
        kept
    };
    let version = |kept: &mut Kept, version: &str| {
        kept.provenance.version = version.to_owned();
        if let Some(completed) = &mut kept.completed {
            completed.version = version.to_owned();
        }
    };
    let foreign = |kept: &mut Kept| kept.completed = None;
    let one = kept_at(&instrument, Full, marks, 0);
    for (case, other, expected) in [
        ("another", kept(&|_| {}), None),
        ("the same", one.clone(), Some(Refusal::SameResult)),
        ("minor version", kept(&|kept| version(kept, "1.9.12")), None),
        (
            "written otherwise",
            kept(&|kept| version(kept, "01.0.0")),
            None,
        ),
        (
            "major version",
            kept(&|kept| version(kept, "2.0.0")),
            Some(Refusal::OtherMajorVersion),
        ),
        (
            "major version 10",
            kept(&|kept| version(kept, "10.0.0")),
            Some(Refusal::OtherMajorVersion),
        ),
        (
            "major version 0",
            kept(&|kept| version(kept, "0.9.0")),
            Some(Refusal::OtherMajorVersion),
        ),
        (
            "other instrument",
            kept(&|kept| {
                kept.provenance.id = "other".to_owned();
                version(kept, "2.0.0");
                foreign(kept);
            }),
            Some(Refusal::OtherInstrument),
        ),
        (
            "other edition, major version and form",
            kept(&|kept| {
                kept.provenance.form = Short;
                version(kept, "2.0.0");
                foreign(kept);
            }),
            Some(Refusal::OtherMajorVersion),
        ),
        (
            "other form",
            kept_at(&instrument, Short, "444244", 60),
            Some(Refusal::OtherForm),
        ),
        (
            "other edition of the same major version",
            kept(&|kept| {
                kept.provenance.hash = "fnv1a64:0000000000000000".to_owned();
                foreign(kept);
            }),
            Some(Refusal::CannotBeScored),
        ),
        (
            "answers to a hash that is not at hand",
            kept(&|kept| kept.provenance.hash = "fnv1a64:0000000000000000".to_owned()),
            Some(Refusal::CannotBeScored),
        ),
    ] {
        assert_eq!(compare(&instrument, &one, &other).err(), expected, "{case}");
        assert_eq!(
            compare(&instrument, &other, &one).err(),
            expected,
            "{case}, turned"
        );
    }
    // Two foreign results: comparable by name, yet nothing here can score them.
    let other = small(4, |text| text);
    let (first, second) = (
        kept_at(&other, Full, "1234", 0),
        kept_at(&other, Full, "1234", 9),
    );
    assert_eq!(
        compare(&instrument, &first, &second),
        Err(Refusal::CannotBeScored)
    );
    assert!(compare(&other, &first, &second).is_ok());
}

#[test]
fn the_earlier_comes_first_whichever_way_they_are_given() {
    let instrument = shipped();
    let result = |marks: &str, started: i64, ended: i64| {
        let base = completed(answers(&instrument, Full, marks), 100);
        let (started_at, ended_at) = (UnixMs(started * 1000), UnixMs(ended * 1000));
        Kept::from_completed(
            &instrument,
            Completed {
                started_at,
                ended_at,
                ..base
            },
        )
    };
    let low = "1111111111";
    let high = "5555555555";
    for (case, first, second, swapped, order_known) in [
        (
            "in order",
            result(low, 5, 10),
            result(high, 2, 11),
            false,
            true,
        ),
        (
            "turned",
            result(low, 2, 11),
            result(high, 5, 10),
            true,
            true,
        ),
        (
            "one end, begun in order",
            result(low, 2, 10),
            result(high, 3, 10),
            false,
            true,
        ),
        (
            "one end, begun the other way",
            result(low, 3, 10),
            result(high, 2, 10),
            true,
            true,
        ),
        (
            "one begin and end",
            result(low, 2, 10),
            result(high, 2, 10),
            false,
            false,
        ),
    ] {
        let comparison = compare(&instrument, &first, &second).unwrap();
        assert_eq!(
            (comparison.swapped, comparison.order_known),
            (swapped, order_known),
            "{case}"
        );
        let expected = if swapped { Lower } else { Higher };
        assert_eq!(comparison.scales[0].verdict(), expected, "{case}");
        let mut ends = [first.provenance.ended_at, second.provenance.ended_at];
        ends.sort();
        assert_eq!([comparison.earlier_at, comparison.later_at], ends, "{case}");
    }
}

#[test]
fn results_in_two_languages_or_wordings_are_compared_and_said_to_be() {
    let instrument = shipped();
    let marks = "333333333333";
    let one = kept_at(&instrument, Full, marks, 0);
    let mut other = kept_at(&instrument, Full, marks, 60);
    let wordings = |other: &Kept| compare(&instrument, &one, other).unwrap().wordings;
    assert_eq!(wordings(&other), Wordings::Same);
    if let Some(completed) = &mut other.completed {
        completed.wording.version = "1.1.0".to_owned();
    }
    assert_eq!(wordings(&other), Wordings::OtherVersion);
    if let Some(completed) = &mut other.completed {
        completed.language = "pt-BR".to_owned();
    }
    assert_eq!(wordings(&other), Wordings::OtherLanguage);
}

#[test]
fn a_comparison_says_whether_the_error_between_sittings_is_assumed() {
    let assumed = |change: fn(String) -> String| {
        let instrument = small(4, change);
        let [one, other] = ["3333", "4444"].map(|marks| kept_at(&instrument, Full, marks, 0));
        compare(&instrument, &one, &other).unwrap().assumed
    };
    assert!(assumed(|text| text));
    assert!(!assumed(|text| {
        let one = r#""label":"One","retest":{"value":9,"items":4,"origin":"assumed"}"#;
        let text = text.replace(r#""label":"One""#, one);
        text.replace("\"assumed\"", "\"estimated\",\"n\":290,\"coefficient\":0.7")
    }));
}

/// Each scale by its own error between sittings: 9 at 12 items where the file states none.
#[test]
fn each_scale_has_its_own_margin() {
    let second = |text: String| text.replace("\"i4\",\"scale\":\"s1\"", "\"i4\",\"scale\":\"s2\"");
    let instrument = small(4, |text| {
        second(text).replace("\"i3\",\"scale\":\"s1\"", "\"i3\",\"scale\":\"s2\"")
    });
    let (one, other) = (
        kept_at(&instrument, Full, "3333", 0),
        kept_at(&instrument, Full, "4444", 60),
    );
    let scales = compare(&instrument, &one, &other).unwrap().scales;
    let margins: Vec<f64> = scales
        .iter()
        .map(|scale| scale.difference.unwrap().margin)
        .collect();
    let expected =
        [9.0 * 6.0_f64.sqrt(), 15.0 * 4.0_f64.sqrt()].map(|e| 1.645 * e * 2.0_f64.sqrt());
    for (margin, expected) in margins.iter().zip(expected) {
        assert!((margin - expected).abs() < 1e-9, "{margins:?}");
    }
}
