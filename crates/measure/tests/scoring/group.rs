//! The picture of a group, as far as the sums of the cohort do not say it: the ends of a spread, and what is said of a
//! statement's mean. The figures themselves: `crates/cohort/tests/cohort/groups.rs`.

use std::cmp::Ordering::{Equal, Greater, Less};

use measure::completed::Completed;
use measure::group::{FEWEST, Group, Spread, Statement};
use measure::instrument::FormName::Full;
use measure::report::Report;
use testing::{answers, completed, item, shaped, shipped};

/// The statement at this place, with the mean of its answers and of what they count.
fn statement(place: usize, mean: f64, keyed: f64) -> Statement {
    let (people, sd) = (FEWEST, 1.0);
    Statement {
        index: item(place),
        answers: Spread { people, mean, sd },
        keyed,
    }
}

#[test]
fn a_spread_is_drawn_no_further_than_scores_go() {
    for (mean, sd, ends) in [
        (50.0, 12.5, [37.5, 62.5]),
        (10.0, 20.0, [0.0, 30.0]),
        (95.0, 20.0, [75.0, 100.0]),
        (50.0, 60.0, [0.0, 100.0]),
        (40.0, 0.0, [40.0, 40.0]),
    ] {
        let people = FEWEST;
        assert_eq!(Spread { people, mean, sd }.ends(), ends);
    }
}

#[test]
fn a_mean_answer_has_the_name_of_the_nearest_option_halves_going_up() {
    let instrument = shaped([1, 0, 3], 5, false);
    for (mean, option) in [
        (1.0, Some("Option 1")),
        (1.49, Some("Option 1")),
        (1.5, Some("Option 2")),
        (3.2, Some("Option 3")),
        (4.5, Some("Option 5")),
        (5.0, Some("Option 5")),
        // Means that no answers have.
        (0.4, None),
        (5.5, None),
    ] {
        // What the answers count decides nothing: a reversed statement is quoted as it was answered.
        let found = statement(2, mean, 6.0 - mean);
        assert_eq!(found.nearest_option(&instrument), option, "{mean}");
    }
}

#[test]
fn a_statement_is_on_the_side_of_the_middle_option_to_which_it_counts() {
    for (options, keyed, side) in [
        (5, 2.9, Less),
        (5, 3.0, Equal),
        (5, 3.1, Greater),
        // Between the second and the third.
        (4, 2.4, Less),
        (4, 2.5, Equal),
        (4, 2.6, Greater),
    ] {
        let instrument = shaped([1, 0, 3], options, false);
        let found = statement(0, 6.0 - keyed, keyed).side(&instrument);
        assert_eq!(found, side, "{keyed} of {options}");
    }
}

#[test]
fn a_reversed_statement_is_known_as_one() {
    let instrument = shaped([1, 0, 3], 5, false);
    // The instrument has three; a fourth is none of its own.
    let reversed = [0, 1, 2, 3].map(|place| statement(place, 3.0, 3.0).is_reversed(&instrument));
    assert_eq!(reversed, [false, false, true, false]);
}

#[test]
fn one_person_who_answered_in_another_language_is_enough_to_say_so() {
    let instrument = shipped();
    let differ = |languages: [&str; FEWEST]| {
        let people = languages.map(|language| Completed {
            language: language.to_owned(),
            ..completed(answers(&instrument, Full, &"4".repeat(36)), 300)
        });
        let reports = people
            .each_ref()
            .map(|person| Report::from_completed(&instrument, person));
        let group = Group::of(&instrument, Full, people.iter().zip(&reports));
        group.unwrap().languages_differ
    };
    assert!(!differ(["de"; FEWEST]));
    assert!(differ(["de", "de", "de", "de", "en"]));
    assert!(differ(["en", "de", "de", "de", "de"]));
}
