//! The picture of a group on screen agrees with the sums of the cohort.

use cohort::Cohort;
use measure::completed::Completed;
use measure::group::{FEWEST, Group};
use measure::instrument::FormName;
use measure::report::Report;
use records::document::ResultDocument;
use testing::{answers, completed, shipped};

/// People who answer, leave out and mark as not applicable, by a fixed rule.
fn people(form: FormName, count: usize) -> Vec<Completed> {
    let instrument = shipped();
    let length = instrument.form(form).map_or(0, <[_]>::len);
    let marks = ['1', '2', '3', '4', '5', '4', '3', 'x', '2', '5', '-'];
    let text = |person: usize| -> String {
        let place = |item: usize| (item * item + 7 * person + item * person) % marks.len();
        (0..length).map(|item| marks[place(item)]).collect()
    };
    (0..count)
        .map(|person| completed(answers(&instrument, form, &text(person)), 300))
        .collect()
}

fn group_of(form: FormName, people: &[Completed]) -> Option<Group> {
    let instrument = shipped();
    let report = |person| Report::from_completed(&instrument, person);
    let reports: Vec<Report> = people.iter().map(report).collect();
    Group::of(&instrument, form, people.iter().zip(&reports))
}

#[test]
fn means_and_deviations_are_those_of_the_cohort() {
    let instrument = shipped();
    for (form, count) in [
        (FormName::Full, 5),
        (FormName::Short, 12),
        (FormName::Full, 90),
    ] {
        let people = people(form, count);
        let group = group_of(form, &people).expect("enough people");
        let mut cohort = Cohort::new(&instrument, None);
        for person in &people {
            let text = ResultDocument::of(&instrument, person).to_text();
            cohort.add(&text).expect("a result");
        }
        let report = cohort.report();
        let [of_form] = &report.forms[..] else {
            panic!("one form");
        };
        let same = |one: f64, other: Option<f64>| (one - other.unwrap()).abs() < 1e-9;
        for (spread, row) in group.directions.iter().zip(&of_form.scales) {
            assert_eq!(spread.is_some(), row.scored >= FEWEST as u64, "{row:?}");
            if let Some(spread) = spread {
                assert!(same(spread.mean, row.mean) && same(spread.sd, row.sd));
            }
        }
        for statement in group.lowest.iter().chain(&group.highest) {
            let id = instrument.items[statement.index.get()].id.as_str();
            let row = of_form.items.iter().find(|row| row.id == id).unwrap();
            assert!(same(statement.keyed, row.mean));
            assert_eq!(row.answered, statement.answers.people as u64);
        }
    }
}

#[test]
fn nothing_is_shown_of_fewer_than_five() {
    let instrument = shipped();
    let mut people = people(FormName::Full, FEWEST - 1);
    assert_eq!(group_of(FormName::Full, &people), None);
    // A fifth person to whom one direction does not apply.
    let down = instrument.form(FormName::Full).map_or(0, <[_]>::len) / 3;
    let text = "4".repeat(2 * down) + &"x".repeat(down);
    people.push(completed(answers(&instrument, FormName::Full, &text), 300));
    let group = group_of(FormName::Full, &people).expect("five people");
    assert_eq!(group.directions[2], None);
    for statement in group.lowest.iter().chain(&group.highest) {
        assert!(statement.answers.people >= FEWEST);
    }
}

#[test]
fn the_lowest_and_the_highest_statements_are_in_order_and_apart() {
    let people = people(FormName::Full, 40);
    let group = group_of(FormName::Full, &people).expect("enough people");
    let (low, high) = (&group.lowest, &group.highest);
    assert_eq!((low.len(), high.len()), (3, 3));
    assert!(low.windows(2).all(|two| two[0].keyed <= two[1].keyed));
    assert!(high.windows(2).all(|two| two[0].keyed >= two[1].keyed));
    assert!(
        low.iter()
            .all(|one| high.iter().all(|other| one.index != other.index))
    );
}
