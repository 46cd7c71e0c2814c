//! When a part of the program is fetched, and what is known of it.

use app::parts::{
    FollowUp, Imports, Outcomes, Part, Parts, Questionnaire, Reader, Results, Rounds,
};
use app::reader;

const NAMES: [&str; 7] = [
    Results::NAME,
    FollowUp::NAME,
    Reader::NAME,
    Questionnaire::NAME,
    Imports::NAME,
    Rounds::NAME,
    Outcomes::NAME,
];

/// By part, in the order of [`NAMES`]: a letter for its state.
fn states(parts: &Parts) -> String {
    fn state<P>(part: &Part<P>) -> char {
        match part {
            Part::Absent => '-',
            Part::Fetching => 'f',
            Part::Failed(_) => 'x',
            Part::Linked(_) => 'l',
        }
    }
    [
        state(&parts.results),
        state(&parts.follow_up),
        state(&parts.reader),
        state(&parts.questionnaire),
        state(&parts.imports),
        state(&parts.rounds),
        state(&parts.outcomes),
    ]
    .into_iter()
    .collect()
}

#[test]
fn a_report_is_of_the_part_of_its_name() {
    for (place, name) in NAMES.into_iter().enumerate() {
        let mut parts = Parts::default();
        let only = |letter: &str| {
            let mut states = "-".repeat(NAMES.len());
            states.replace_range(place..=place, letter);
            states
        };
        parts.fetching(name);
        assert_eq!(states(&parts), only("f"));
        parts.report(name, Some("no network".into()));
        assert_eq!(states(&parts), only("x"));
        parts.report(name, None);
        assert_eq!(states(&parts), only("l"));
    }
    let mut parts = Parts::default();
    parts.fetching("another");
    parts.report("another", None);
    assert_eq!(parts, Parts::default());
}

#[test]
fn a_part_is_fetched_once_when_it_is_needed() {
    let mut part = Part::<Results>::Absent;
    assert!(!part.want(false));
    assert_eq!(part, Part::Absent);
    assert!(part.want(true));
    assert_eq!(part, Part::Fetching);
    assert!(!part.want(true) && !part.want(false));
    assert_eq!(part, Part::Fetching);
}

#[test]
fn a_part_that_failed_is_tried_again_when_asked_or_at_the_next_visit_of_its_screen() {
    let failed = || Part::<Results>::Failed("no network".into());
    let mut part = failed();
    assert!(!part.want(true));
    assert_eq!(part, failed(), "the notice with another try stays");
    assert!(!part.want(false));
    assert_eq!(part, Part::Absent);
    assert!(part.linked().is_none());
    let mut part = failed();
    part.forget_failure();
    assert!(part.want(true));
    part.forget_failure();
    assert_eq!(part, Part::Fetching);
}

#[test]
fn an_owners_questionnaire_is_read_or_refused() {
    let mut parts = Parts::default();
    parts.report(Questionnaire::NAME, None);
    let linked = parts.questionnaire.linked().unwrap();
    let text = testing::small_text(3);
    let read = reader::instrument(linked, &text, "en").unwrap();
    assert_eq!(read.id.as_str(), "small");
    assert!(reader::instrument(linked, "{}", "en").is_none());
}
