//! The geometry of the chart: where options count on its axis, and which of their words fit below it.

use measure::chart::{percent, steps, words_on_axis};

#[test]
fn options_are_spread_evenly_over_the_whole_axis() {
    for (options, places) in [
        (2, &["0%", "100%"][..]),
        (4, &["0%", "33.33%", "66.67%", "100%"]),
        (5, &["0%", "25%", "50%", "75%", "100%"]),
    ] {
        let found: Vec<String> = steps(options).map(percent).collect();
        assert_eq!(found, places);
    }
}

/// Up to five words of up to forty bytes have room.
#[test]
fn of_many_or_long_words_only_the_ends_and_the_middle_are_on_the_axis() {
    let (fitting, too_long) = ("x".repeat(40), "x".repeat(41));
    let of = |count: usize, last: &str| {
        let mut words: Vec<String> = (1..count).map(|at| at.to_string()).collect();
        words.push(last.to_owned());
        words
    };
    for (options, shown) in [
        (of(2, "last"), &[0, 1][..]),
        (of(5, "last"), &[0, 1, 2, 3, 4]),
        (of(5, &fitting), &[0, 1, 2, 3, 4]),
        (of(5, &too_long), &[0, 2, 4]),
        // Twenty-one letters of two bytes.
        (of(3, &"é".repeat(21)), &[0, 1, 2]),
        (of(4, &"é".repeat(21)), &[0, 3]),
        (of(6, "last"), &[0, 5]),
        (of(7, "last"), &[0, 3, 6]),
        (of(11, "last"), &[0, 5, 10]),
    ] {
        let expected: Vec<&String> = shown.iter().map(|at| &options[*at]).collect();
        let found: Vec<&String> = words_on_axis(&options).collect();
        assert_eq!(found, expected, "{options:?}");
    }
}
