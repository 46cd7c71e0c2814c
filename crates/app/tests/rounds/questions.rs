//! Which statements are asked in a direction, in whose words, and which own score stands beside them.

use app::rounds::questions::{Asked, own_score, scale_of, statements};
use measure::completed::Completed;
use measure::instrument::{FormName, Instrument, ItemIndex, Keying};
use measure::response::items_of_scale;
use round::invitation::Set;
use testing::{completed, option, sheet, shipped};

/// A result in which the statements of the short form are answered with 5, keyed, and the others with 1.
pub(crate) fn uneven(instrument: &Instrument, form: FormName) -> Completed {
    let is_short = |index| {
        instrument.scales.iter().enumerate().any(|(place, _)| {
            items_of_scale(instrument, FormName::Short, testing::scale(place))
                .any(|other| other == index)
        })
    };
    let answers = ItemIndex::enumerate(&instrument.items)
        .filter(|(index, _)| form == FormName::Full || is_short(*index))
        .map(|(index, item)| {
            let keyed = if is_short(index) { 5 } else { 1 };
            let raw = if item.keying == Keying::Reverse {
                6 - keyed
            } else {
                keyed
            };
            (index, option(raw))
        });
    completed(sheet(instrument, form, answers), 300)
}

#[test]
fn a_set_is_worded_for_who_answers() {
    for (set, named, id) in [
        (Set::Pulse, false, "pulse"),
        (Set::Up, true, "boss"),
        (Set::Up, false, "up"),
        (Set::Across, true, "across"),
        (Set::Down, false, "down"),
    ] {
        assert_eq!(statements(set, named), id);
    }
}

#[test]
fn a_direction_is_asked_of_the_shipped_questionnaire_alone() {
    let shipped = shipped();
    let mut other = shipped.clone();
    other.id = measure::instrument::Id::new("another").unwrap();
    for (set, place) in [(Set::Up, 0), (Set::Across, 1), (Set::Down, 2)] {
        assert_eq!(scale_of(set, &shipped), Some(testing::scale(place)));
        assert_eq!(scale_of(set, &other), None);
        assert_eq!(Asked::of(set, 12, &other), None);
        for items in [6, 12] {
            let asked = Asked::of(set, items, &shipped).unwrap();
            assert_eq!(asked.questions.items, items);
            assert_eq!(asked.statements.len(), usize::from(items));
            let reverse = asked.statements.iter().filter(|it| it.reverse).count();
            let all = items_of_scale(
                &shipped,
                [FormName::Short, FormName::Full][usize::from(items == 12)],
                testing::scale(place),
            );
            let keyed = all
                .filter_map(|index| shipped.item(index))
                .filter(|item| item.keying == Keying::Reverse);
            assert_eq!(reverse, keyed.count());
        }
    }
    assert_eq!(scale_of(Set::Pulse, &shipped), None);
    assert_eq!(
        Asked::of(Set::Pulse, 12, &shipped).unwrap().questions.items,
        5
    );
}

#[test]
fn the_own_score_is_of_the_statements_that_others_answered() {
    let instrument = shipped();
    let own = |items, form| {
        let questions = Asked::of(Set::Across, items, &instrument)
            .unwrap()
            .questions;
        let (own, estimate) =
            own_score(&questions, &instrument, &uneven(&instrument, form)).unwrap();
        assert!((own.score - estimate.score).abs() < 1e-9);
        assert_eq!(own.print, questions.print);
        (own.score.round() as i64, own.answered, own.items)
    };
    assert_eq!(own(12, FormName::Full), (50, 12, 12));
    assert_eq!(own(6, FormName::Full), (100, 6, 6));
    assert_eq!(own(6, FormName::Short), (100, 6, 6));
    // A short result beside twelve statements says by its number of items that it is another form.
    assert_eq!(own(12, FormName::Short), (100, 6, 6));
    let pulse = Asked::of(Set::Pulse, 5, &instrument).unwrap().questions;
    assert!(own_score(&pulse, &instrument, &uneven(&instrument, FormName::Full)).is_none());
}
