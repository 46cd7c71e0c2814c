//! The calibration of the likelihoods: what it prints, and that the shipped assumptions give honest odds.

use std::f64::consts::TAU;

use cohort::calibration::{KINDS, calibrate};
use measure::instrument::FormName::{Full, Short};
use measure::instrument::ScaleIndex;
use measure::scoring::odds::Measured;
use measure::scoring::{Finding, FindingKind};

use super::{DONE, REFUSED, cohort};
use testing::random::Random;
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

/// The next number of the standard normal distribution (Box and Muller 1958), from two of the generator.
fn normal(random: &mut Random) -> f64 {
    let mut uniform = || ((random.next_u64() >> 11) + 1) as f64 / 2_f64.powi(53);
    let (radius, angle) = (uniform(), uniform());
    (-2.0 * radius.ln()).sqrt() * (TAU * angle).cos()
}

/// A second computation with every person in memory. True scores have a mean of 70 and a variance of 196, half
/// of which the directions of one person share; a score in the short form has an error of 9.9.
#[test]
fn people_are_simulated_by_the_published_model() {
    let half = 98_f64.sqrt();
    let instrument = shipped();
    let sem = instrument.scales[0].sem.for_answers(6);
    let mut random = Random::new(11);
    let people: Vec<([f64; 3], [f64; 3])> = (0..400)
        .map(|_| {
            let person = 70.0 + half * normal(&mut random);
            let directions = [(); 3].map(|()| {
                let held = person + half * normal(&mut random);
                (held, held + sem * normal(&mut random))
            });
            (directions.map(|it| it.0), directions.map(|it| it.1))
        })
        .collect();
    let found = calibrate(&instrument, Short, 400, 11);
    for (kind, calibrated) in KINDS.into_iter().zip(found) {
        let of_kind = people.iter().filter_map(|(held, scores)| {
            let scores: Vec<_> = ScaleIndex::enumerate(scores)
                .map(|(scale, score)| (scale, Measured { score: *score, sem }))
                .collect();
            let finding = Finding::from_scores(&scores, instrument.spread.value);
            let lowest = held.iter().fold(f64::MAX, |a, b| a.min(*b));
            let is_right = finding
                .scales
                .iter()
                .any(|scale| held[scale.get()] == lowest);
            let claimed: f64 = finding
                .scales
                .iter()
                .map(|it| finding.probability(*it))
                .sum();
            (finding.kind == kind).then_some((claimed, f64::from(u8::from(is_right))))
        });
        let of_kind: Vec<(f64, f64)> = of_kind.collect();
        assert_eq!(calibrated.people, of_kind.len() as u64, "{kind:?}");
        let mean = |part: fn(&(f64, f64)) -> f64| {
            of_kind.iter().map(part).sum::<f64>() / of_kind.len() as f64
        };
        let apart = [
            calibrated.claims() - mean(|it| it.0),
            calibrated.comes_true() - mean(|it| it.1),
        ];
        assert!(apart.iter().all(|it| it.abs() < 1e-9), "{kind:?} {apart:?}");
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

/// Of four people each is 25 %; of a kind that nobody has, there is no figure.
#[test]
fn a_row_has_the_share_of_people_and_three_figures_of_them() {
    let printed = cohort(["calibrate", "--people", "4", "--seed", "5"], "").output;
    let (mut with_people, mut without) = (0, 0);
    for form in [Full, Short] {
        let (_, table) = printed
            .split_once(&format!("\n{} form", form.as_str()))
            .unwrap();
        for (kind, calibrated) in KINDS.into_iter().zip(calibrate(&shipped(), form, 4, 5)) {
            let row = table.lines().find(|line| line.starts_with(kind.as_str()));
            let cells: Vec<&str> = row.unwrap().split_whitespace().collect();
            let share = ["0.0", "25.0", "50.0", "75.0", "100.0"][calibrated.people as usize];
            let expected = if calibrated.people == 0 {
                without += 1;
                ["–", "–", "–"].map(str::to_owned)
            } else {
                with_people += 1;
                [
                    format!("{:.3}", calibrated.claims()),
                    format!("{:.3}", calibrated.comes_true()),
                    format!("{:.4}", calibrated.sampling_error()),
                ]
            };
            assert_eq!(cells[..3], [kind.as_str(), share, "%"], "{printed}");
            assert_eq!(cells[3..], expected, "{printed}");
        }
    }
    assert!(with_people > 0 && without > 0, "{printed}");
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
