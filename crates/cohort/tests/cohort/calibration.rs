//! The calibration of the likelihoods: what it prints, and that the shipped assumptions give honest odds.

use cohort::calibration::{KINDS, calibrate};
use measure::instrument::FormName::{Full, Short};
use measure::scoring::FindingKind;

use super::{DONE, REFUSED, cohort};
use testing::{shipped, small};

/// The published shares of people, claims and truth of each form (`docs/measurement.md`), within what
/// so few people allow.
#[test]
fn likelihoods_come_true_as_often_as_they_say() {
    assert_eq!(
        KINDS.map(FindingKind::as_str),
        ["weakest", "likely", "too_close"]
    );
    let people = 6000;
    for (form, expected) in [
        (Full, [(0.199, 0.955), (0.329, 0.80), (0.472, 0.98)]),
        (Short, [(0.07, 0.94), (0.287, 0.79), (0.642, 0.98)]),
    ] {
        let found = calibrate(&shipped(), form, people, 3);
        assert_eq!(found.iter().map(|one| one.people).sum::<u64>(), people);
        for (calibrated, (share, claims)) in found.iter().zip(expected) {
            let case = format!("{form:?} {calibrated:?}");
            let of_all = calibrated.people as f64 / people as f64;
            assert!((of_all - share).abs() < 0.02, "{case}");
            assert!((calibrated.claims() - claims).abs() < 0.01, "{case}");
            let apart = calibrated.comes_true() - calibrated.claims();
            let error = calibrated.sampling_error();
            assert!(apart.abs() < 3.5 * error, "{case}");
            let (n, share) = (calibrated.people as f64, calibrated.comes_true());
            assert!((error - (share * (1.0 - share) / n).sqrt()).abs() < 1e-12);
        }
    }
}

/// With a spread far above that between directions, the likelihoods claim too much: the test above can
/// fail.
#[test]
fn a_flat_prior_would_claim_too_much() {
    let mut flat = shipped();
    flat.spread.value = 1000.0;
    let [_, likely, _] = calibrate(&flat, Short, 6000, 3);
    assert!(
        likely.claims() - likely.comes_true() > 3.5 * likely.sampling_error(),
        "{likely:?}"
    );
}

#[test]
fn scales_without_items_have_no_part() {
    // One scale alone has nothing to be compared with.
    let [weakest, likely, too_close] = calibrate(&small(4, |text| text), Full, 10, 1);
    assert_eq!((weakest.people, likely.people, too_close.people), (0, 0, 0));
}

#[test]
fn the_command_prints_each_form_and_says_that_nobody_is_real() {
    let ran = cohort(["calibrate", "--people", "300", "--seed", "5"], "");
    assert_eq!((ran.code, ran.complaints.as_str()), (DONE, ""));
    for said in [
        "MADE-UP PEOPLE, 300 in each form, seed 5.",
        "\nfull form, errors 7.0, 7.0, 7.0\n",
        "\nshort form, errors 9.9, 9.9, 9.9\n",
        "\nweakest ",
        "\nlikely ",
        "\ntoo_close ",
    ] {
        ran.says(said);
    }
    let again = cohort(["calibrate", "--seed", "5", "--people", "300"], "");
    assert_eq!(again.output, ran.output);
    let other = cohort(["calibrate", "--people", "300", "--seed", "6"], "");
    assert_ne!(other.output, ran.output);
}

#[test]
fn a_wrong_calibration_says_what_is_wrong() {
    for (option, value, said) in [
        ("--people", "many", "can't parse `--people`"),
        ("--people", "0", "can't parse `--people`"),
        (
            "--instrument",
            "/nowhere.json",
            "/nowhere.json: No such file",
        ),
    ] {
        let ran = cohort(["calibrate", option, value], "");
        assert_eq!((ran.code, ran.output.as_str()), (REFUSED, ""), "{said}");
        ran.complains(said);
    }
}
