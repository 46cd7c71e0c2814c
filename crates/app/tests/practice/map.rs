//! What the relationship map shows, and what the support circle says.

use std::cmp::Reverse;

use app::practice::map::{Map, Observation};
use app::practice::relationship::{Draft, Key};
use app::practice::text::{Field, Lacking};
use app::practice::{Act, Kind, LastTalk, Outside, Place, Tie};
use proptest::prelude::*;
use records::practice::MAX_RELATIONSHIPS;
use records::practice::{Circle, Pattern};
use records::practice::{Name, Opener};
use simulator::practice::{any_map, any_text, key, map, named};

use LastTalk::{CannotRemember, LongAgo, ThisQuarter, ThisWeek};
use Place::{Across, Down, Outside as Beyond, Up};
use Tie::{Neglected, Tense, Uneven};

/// A map from people as text: place, tie, last talk, and a mark for somebody important.
fn people(text: &str) -> Map {
    let rows = text.split(',').filter(|person| !person.trim().is_empty());
    let row = |person: &str| {
        let words: Vec<&str> = person.split_whitespace().collect();
        let place = named(Place::ALL, words[0]).unwrap();
        let tie = named(Tie::ALL, words[1]).unwrap();
        let last_talk = named(LastTalk::ALL, words[2]).unwrap();
        (place, tie, last_talk, words.len() > 3)
    };
    map(&rows.map(row).collect::<Vec<_>>())
}

/// The columns of a table.
fn columns<const N: usize>(table: &str) -> impl Iterator<Item = [&str; N]> {
    let lines = table.lines().skip(1);
    lines.map(|line| {
        let columns: Vec<&str> = line.split('|').map(str::trim).collect();
        columns.try_into().expect(line)
    })
}

/// The case, the people, and what the map says of them.
const SHOWN: &str = "
nobody yet | |
one alone says nothing of the rest | Up Strong ThisWeek ! | AllSteady
an empty direction | Up Uneven ThisMonth !, Outside Strong ThisWeek, Outside Strong ThisWeek | Nobody(Across) Nobody(Down) AllSteady
uneven ties alone are not called steady | Up Uneven ThisMonth, Up Uneven ThisWeek |
nor is a long silence with anybody | Up Strong LongAgo, Up Strong ThisWeek |
nobody outside | Up Strong ThisWeek, Across Strong ThisWeek, Down Strong ThisWeek | Nobody(Outside) AllSteady
only tense and neglected ties in one place | Up Tense ThisWeek, Up Neglected LongAgo, Down Tense ThisWeek, Down Uneven ThisWeek, Across Strong ThisWeek, Outside Strong ThisWeek | OnlyStrained(Up)
long silences with somebody important | Up Strong LongAgo !, Up Strong LongAgo, Up Strong ThisQuarter !, Across Uneven CannotRemember !, Down Strong ThisWeek !, Outside Strong ThisWeek | LongSilence(1) LongSilence(4)";

#[test]
fn the_map_says_what_it_shows() {
    for [case, rows, expected] in columns(SHOWN) {
        let observed = people(rows).observe().into_iter();
        let observed = observed.map(|observation| match observation {
            Observation::LongSilence(key) => format!("LongSilence({})", key.0.clock),
            other => format!("{other:?}"),
        });
        assert_eq!(observed.collect::<Vec<_>>().join(" "), expected, "{case}");
    }
}

/// The case, the people, who is left out if another can be found, and who is proposed.
const PROPOSED: &str = "
nobody | | |
the first of equals | Up Strong ThisWeek, Down Strong ThisWeek | | 1
a neglected one before a steady important one | Up Strong ThisWeek !, Down Neglected LongAgo | | 2
an important uneven one before a neglected one | Up Neglected LongAgo, Down Uneven ThisWeek ! | | 2
somebody else than last week | Up Neglected LongAgo !, Down Strong ThisWeek | 1 | 2
unless there is nobody else | Up Neglected LongAgo ! | 1 | 1
an uneven one before a steady important one | Up Strong ThisWeek !, Down Uneven ThisWeek | | 2
a quarter without a talk before a month without | Up Strong ThisMonth, Down Strong ThisQuarter | | 2";

#[test]
fn the_map_proposes_whoever_needs_it_most() {
    let person = |number: &str| number.parse().ok().map(key);
    for [case, rows, but, expected] in columns(PROPOSED) {
        let suggested = people(rows).suggest(person(but));
        assert_eq!(suggested, person(expected), "{case}");
    }
}

#[test]
fn each_list_begins_with_whoever_needs_something() {
    proptest!(|(map in any_map(MAX_RELATIONSHIPS))| {
        let places = Place::ALL.iter().map(|place| Some(*place)).chain([None]);
        let mut count = 0;
        for place in places {
            let list: Vec<_> = map.in_place(place).collect();
            prop_assert!(list.iter().all(|(_, one)| one.place == place));
            prop_assert!(list.is_sorted_by_key(|(key, one)| (Reverse(one.tie), *key)));
            count += list.len();
        }
        prop_assert_eq!(count, map.0.len());
    });
    let rows = "Up Strong ThisWeek, Up Tense ThisWeek, Up Uneven ThisWeek, Up Neglected ThisWeek";
    let map = people(rows);
    let order: Vec<u64> = map.in_place(Some(Up)).map(|(key, _)| key.0.clock).collect();
    assert_eq!(order, [4, 2, 3, 1]);
}

#[test]
fn nobody_is_missed_while_somebody_is_left_to_place() {
    let mut map = people("Up Uneven ThisWeek, Up Uneven ThisWeek, Up Uneven ThisWeek");
    assert_eq!(map.observe().len(), 3);
    map.0[0].1.place = None;
    assert_eq!(map.observe(), []);
}

#[test]
fn the_form_asks_for_no_more_than_a_name() {
    let mut draft = Draft::default();
    assert_eq!(draft.finish(), Err(vec![Lacking::Text(Field::Name)]));
    draft.name = "x".repeat(41);
    assert_eq!(draft.finish(), Err(vec![Lacking::Shorter(Field::Name)]));
    draft.name = "\u{202e}\u{200b} ".into();
    assert_eq!(draft.finish(), Err(vec![Lacking::Text(Field::Name)]));
    draft.name = " \u{2067}My\u{2069}  boss ".into();
    let unsaid = draft.finish().unwrap();
    assert_eq!((unsaid.name.as_str(), unsaid.place), ("My boss", None));
    draft.tie = Some(Uneven);
    draft.last_talk = Some(LongAgo);
    draft.pick_kind(Kind::Boss);
    let one = draft.finish().unwrap();
    assert_eq!((one.tie, one.place), (Some(Uneven), Some(Up)));
    assert_eq!(Draft::of(&one).finish(), Ok(one));
}

#[test]
fn the_place_follows_the_kind_until_it_is_picked() {
    let mut draft = Draft::default();
    draft.pick_kind(Kind::Boss);
    assert_eq!(draft.place, Some(Up));
    draft.pick_kind(Kind::Peer);
    assert_eq!(draft.place, Some(Across));
    draft.place = Some(Beyond);
    draft.pick_kind(Kind::DirectReport);
    assert_eq!(draft.place, Some(Beyond));
}

#[test]
fn cleaning_twice_is_cleaning_once() {
    proptest!(|(text in any_text(80))| {
        let [line, lines] = [
            Name::new(&text).map(|name| name.to_string()),
            Opener::new(&text).map(|opener| opener.to_string()),
        ];
        if let Ok(clean) = &line {
            prop_assert!(Name::new(clean).is_ok_and(|again| again == clean.as_str()), "{clean:?}");
        }
        if let Ok(clean) = &lines {
            prop_assert!(Opener::new(clean).is_ok_and(|again| again == clean.as_str()), "{clean:?}");
        }
        for clean in line.into_iter().chain(lines) {
            prop_assert!(!clean.chars().any(|c| c.is_control() && c != '\n'), "{:?}", clean);
            let hidden = ['\u{202e}', '\u{2066}', '\u{200b}', '\u{feff}'];
            prop_assert!(!clean.contains(hidden), "hidden");
        }
    });
}

#[test]
fn a_shared_habit_is_for_a_team_or_peers() {
    let fitting = Act::ALL
        .iter()
        .flat_map(|act| Place::ALL.iter().map(move |place| (act, place)));
    let fitting = fitting.filter(|(act, place)| act.fits(**place)).count();
    assert_eq!(fitting, 38);
    assert!(Act::SharedHabit.fits(Down) && !Act::SharedHabit.fits(Up));
    for tie in Tie::ALL {
        for last_talk in LastTalk::ALL {
            let first = Act::first_for(Some(*tie), Some(*last_talk));
            assert!(Place::ALL.iter().all(|place| first.fits(*place)));
        }
    }
    assert_eq!(
        Act::first_for(Some(Neglected), Some(CannotRemember)),
        Act::Reconnect
    );
    assert_eq!(
        Act::first_for(Some(Tense), Some(LongAgo)),
        Act::NameUnspoken
    );
}

#[test]
fn the_circle_says_what_is_there() {
    let circle = |outside, confidential, understands_cost, last_talk| Circle {
        outside,
        confidential,
        understands_cost,
        last_talk,
        ..Circle::default()
    };
    let (nobody, one, several) = (
        Some(Outside::Nobody),
        Some(Outside::One),
        Some(Outside::Several),
    );
    let (yes, no) = (Some(true), Some(false));
    for (answers, expected) in [
        (circle(None, yes, yes, Some(ThisWeek)), None),
        (circle(nobody, no, no, Some(LongAgo)), Some(Pattern::Nobody)),
        (circle(one, no, no, None), Some(Pattern::NotConfidential)),
        (
            circle(several, yes, no, None),
            Some(Pattern::DoesNotKnowTheRole),
        ),
        (
            circle(several, None, yes, Some(CannotRemember)),
            Some(Pattern::LongAgo),
        ),
        (circle(one, yes, yes, Some(ThisWeek)), Some(Pattern::One)),
        (circle(one, None, None, None), Some(Pattern::One)),
        (
            circle(several, None, yes, Some(ThisWeek)),
            Some(Pattern::Several),
        ),
        (
            circle(several, yes, yes, Some(ThisQuarter)),
            Some(Pattern::WellSupported),
        ),
    ] {
        assert_eq!(answers.pattern(), expected, "{answers:?}");
        assert_eq!(answers.signpost(), answers.outside == nobody);
        assert!(!answers.old_network_note());
    }
    let promoted = Circle {
        from_within: yes,
        ..Circle::default()
    };
    assert!(promoted.old_network_note() && promoted.pattern().is_none());
}

#[test]
fn keys_have_one_spelling() {
    for text in ["1-2", "0-0", "4503599627370496-4294967295"] {
        assert_eq!(Key::from_text(text).unwrap().to_string(), text);
    }
    for text in [
        "",
        "1",
        "-",
        "1-",
        "01-2",
        "+1-2",
        "1-2-3",
        "1-4294967296",
        "4503599627370497-1",
    ] {
        assert_eq!(Key::from_text(text), None, "{text}");
    }
}
