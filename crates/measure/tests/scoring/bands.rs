//! One pair of cut-offs for the bands: the classification and the axis of the charts follow from it.

use measure::chart::{band_middles, edges};
use measure::scoring::{Band, CutOffs};
use testing::{shipped, small};

#[test]
fn a_band_begins_at_its_cut_off() {
    let cut_offs = CutOffs::new(50.0, 75.0).unwrap();
    for (score, expected) in [
        (0.0, Band::Low),
        (50.0_f64.next_down(), Band::Low),
        (50.0, Band::Middle),
        (75.0_f64.next_down(), Band::Middle),
        (75.0, Band::High),
        (100.0, Band::High),
    ] {
        assert_eq!(cut_offs.band(score), expected, "{score}");
    }
    assert_eq!(shipped().cut_offs, cut_offs);
}

#[test]
fn an_instrument_without_cut_offs_has_thirds() {
    let thirds = small(3, |text| text.replace("\"bands\":[50,75],", "")).cut_offs;
    let [middle, high] = thirds.points();
    assert!((middle - 33.333_333).abs() < 1e-6 && (high - 66.666_667).abs() < 1e-6);
    // 16 over 12 answers above the lowest is a third exactly.
    assert_eq!(thirds.band(25.0 * 16.0 / 12.0), Band::Middle);
    assert_eq!(thirds.band(25.0 * 32.0 / 12.0), Band::High);
}

#[test]
fn cut_offs_lie_within_the_range_the_lower_first() {
    for (middle, high) in [
        (0.0, 50.0),
        (50.0, 50.0),
        (75.0, 50.0),
        (50.0, 100.0),
        (f64::NAN, 50.0),
    ] {
        assert_eq!(CutOffs::new(middle, high), None, "{middle} {high}");
    }
    assert_eq!(CutOffs::new(0.1, 99.9).unwrap().points(), [0.1, 99.9]);
}

#[test]
fn the_axis_has_the_numbers_of_the_cut_offs() {
    assert_eq!(edges(shipped().cut_offs), [0.0, 50.0, 75.0, 100.0]);
}

#[test]
fn the_name_of_a_band_is_in_the_middle_of_the_scores_that_have_it() {
    let odd = CutOffs::new(12.5, 40.0).unwrap();
    for cut_offs in [shipped().cut_offs, CutOffs::THIRDS, odd] {
        for (band, middle) in band_middles(cut_offs) {
            let scores: Vec<u32> = (0..=1000)
                .filter(|tenths| cut_offs.band(f64::from(*tenths) / 10.0) == band)
                .collect();
            let ends = f64::from(scores[0] + scores[scores.len() - 1]) / 20.0;
            assert!(
                (ends - middle).abs() < 0.1,
                "{band:?}: {middle}, not {ends}"
            );
        }
        assert_eq!(band_middles(cut_offs).map(|(band, _)| band), Band::ALL);
    }
}
