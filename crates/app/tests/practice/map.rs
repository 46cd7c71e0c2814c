//! What the relationship map shows, where its marks stand, and what the support circle says.

use app::practice::map::{Map, Observation};
use app::practice::picture::{BOX_HEIGHT, BOX_WIDTH, WIDTH, picture};
use app::practice::relationship::{Draft, Key};
use app::practice::text::{Field, Lacking};
use app::practice::{Act, Kind, LastTalk, Outside, Place, Tie};
use proptest::prelude::*;
use records::practice::MAX_RELATIONSHIPS;
use records::practice::{Circle, Pattern};
use records::practice::{Name, Opener};
use simulator::practice::{any_map, any_text, key, map};

use LastTalk::{CannotRemember, LongAgo, ThisMonth, ThisQuarter, ThisWeek};
use Observation::{AllSteady, LongSilence, Nobody, OnlyStrained};
use Place::{Across, Down, Outside as Beyond, Up};
use Tie::{Neglected, Strong, Tense, Uneven};

#[test]
fn the_map_says_what_it_shows() {
    let far = (Beyond, Strong, ThisWeek, false);
    for (case, rows, expected) in [
        ("nobody yet", vec![], vec![]),
        (
            "one alone says nothing of the rest",
            vec![(Up, Strong, ThisWeek, true)],
            vec![AllSteady],
        ),
        (
            "an empty direction",
            vec![(Up, Uneven, ThisMonth, true), far, far],
            vec![Nobody(Across), Nobody(Down), AllSteady],
        ),
        (
            "uneven ties alone are not called steady",
            vec![
                (Up, Uneven, ThisMonth, false),
                (Up, Uneven, ThisWeek, false),
            ],
            vec![],
        ),
        (
            "nor is a long silence with anybody",
            vec![(Up, Strong, LongAgo, false), (Up, Strong, ThisWeek, false)],
            vec![],
        ),
        (
            "nobody outside",
            vec![
                (Up, Strong, ThisWeek, false),
                (Across, Strong, ThisWeek, false),
                (Down, Strong, ThisWeek, false),
            ],
            vec![Nobody(Beyond), AllSteady],
        ),
        (
            "only tense and neglected ties in one place",
            vec![
                (Up, Tense, ThisWeek, false),
                (Up, Neglected, LongAgo, false),
                (Down, Tense, ThisWeek, false),
                (Down, Uneven, ThisWeek, false),
                (Across, Strong, ThisWeek, false),
                far,
            ],
            vec![OnlyStrained(Up)],
        ),
        (
            "long silences with somebody important",
            vec![
                (Up, Strong, LongAgo, true),
                (Up, Strong, LongAgo, false),
                (Up, Strong, ThisQuarter, true),
                (Across, Uneven, CannotRemember, true),
                (Down, Strong, ThisWeek, true),
                far,
            ],
            vec![LongSilence(key(1)), LongSilence(key(4))],
        ),
    ] {
        assert_eq!(map(&rows).observe(), expected, "{case}");
    }
}

#[test]
fn the_map_proposes_whoever_needs_it_most() {
    for (case, rows, but, expected) in [
        ("nobody", vec![], None, None),
        (
            "the first of equals",
            vec![
                (Up, Strong, ThisWeek, false),
                (Down, Strong, ThisWeek, false),
            ],
            None,
            Some(1),
        ),
        (
            "a neglected one before a steady important one",
            vec![
                (Up, Strong, ThisWeek, true),
                (Down, Neglected, LongAgo, false),
            ],
            None,
            Some(2),
        ),
        (
            "an important uneven one before a neglected one",
            vec![
                (Up, Neglected, LongAgo, false),
                (Down, Uneven, ThisWeek, true),
            ],
            None,
            Some(2),
        ),
        (
            "somebody else than last week",
            vec![
                (Up, Neglected, LongAgo, true),
                (Down, Strong, ThisWeek, false),
            ],
            Some(1),
            Some(2),
        ),
        (
            "unless there is nobody else",
            vec![(Up, Neglected, LongAgo, true)],
            Some(1),
            Some(1),
        ),
    ] {
        let suggested = map(&rows).suggest(but.map(key));
        assert_eq!(suggested, expected.map(key), "{case}");
    }
}

/// Boxes and "you" in pixels, from the percentages that a page gets.
fn boxes(map: &Map) -> Vec<[f64; 4]> {
    let picture = picture(map);
    let pixels = |tenths: i32, of: i32| f64::from(tenths) / 1000.0 * f64::from(of);
    let around = |x: f64, y: f64, width: i32, height: i32| {
        let (width, height) = (f64::from(width) / 2.0, f64::from(height) / 2.0);
        [x - width, x + width, y - height, y + height]
    };
    let you = around(160.0, pixels(picture.you, picture.height), 48, 48);
    let marks = picture.marks.iter().map(|mark| {
        let (x, y) = (pixels(mark.x, WIDTH), pixels(mark.y, picture.height));
        around(x, y, BOX_WIDTH, BOX_HEIGHT)
    });
    let all: Vec<_> = marks.chain([you]).collect();
    for [left, right, top, bottom] in &all {
        assert!(*left >= 0.0 && *right <= f64::from(WIDTH), "{left} {right}");
        assert!(*top >= 0.0 && *bottom <= f64::from(picture.height));
    }
    all
}

fn nothing_overlaps(map: &Map) {
    let all = boxes(map);
    assert_eq!(all.len(), map.0.len().min(MAX_RELATIONSHIPS) + 1);
    for (place, a) in all.iter().enumerate() {
        for b in &all[place + 1..] {
            let apart = a[1] <= b[0] || b[1] <= a[0] || a[3] <= b[2] || b[3] <= a[2];
            assert!(apart, "{a:?} and {b:?} in {map:?}");
        }
    }
}

#[test]
fn no_names_overlap_on_the_narrowest_screen() {
    for place in Place::ALL {
        for count in 0..=MAX_RELATIONSHIPS + 2 {
            for ties in [Tie::ALL, &[Strong], &[Neglected]] {
                let tie = |number: usize| ties[number % ties.len()];
                let rows = (0..count).map(|number| (*place, tie(number), ThisWeek, false));
                nothing_overlaps(&map(&rows.collect::<Vec<_>>()));
            }
        }
    }
    proptest!(|(map in any_map(MAX_RELATIONSHIPS))| nothing_overlaps(&map));
}

#[test]
fn each_place_has_its_side_and_the_stronger_stand_nearer() {
    proptest!(|(map in any_map(MAX_RELATIONSHIPS))| {
        let again = picture(&map);
        let picture = picture(&map);
        prop_assert_eq!(&picture, &again);
        let distance = |x: i32, y: i32| {
            let across = f64::from(x - 500) / 1000.0 * f64::from(WIDTH);
            let along = f64::from(y - picture.you) / 1000.0 * f64::from(picture.height);
            (across.abs(), along.abs(), across.hypot(along))
        };
        for mark in &picture.marks {
            let one = map.get(mark.key).unwrap();
            match one.place {
                Place::Up => prop_assert!(mark.y < picture.you),
                Place::Down => prop_assert!(mark.y > picture.you),
                Place::Across => prop_assert!(mark.x < 350),
                Place::Outside => prop_assert!(mark.x > 650),
            }
            for other in &picture.marks {
                let that = map.get(other.key).unwrap();
                if one.place != that.place || one.tie >= that.tie {
                    continue;
                }
                let (near, far) = (distance(mark.x, mark.y), distance(other.x, other.y));
                // Rows above and below; at the sides straight lines.
                if matches!(one.place, Place::Up | Place::Down) {
                    prop_assert!(near.1 < far.1, "{near:?} {far:?}");
                } else {
                    prop_assert!(near.2 < far.2, "{near:?} {far:?}");
                }
            }
        }
    });
}

#[test]
fn long_names_are_cut_to_their_box() {
    for (name, label) in [
        ("Head of ops", "Head of ops"),
        ("Thirteen char", "Thirteen char"),
        ("Head of operations", "Head of oper…"),
        ("Fourteen chars", "Fourteen cha…"),
        ("Client who is far away", "Client who i…"),
        ("東京支社長と副社長", "東京支社長と…"),
        ("MARKETING HEAD", "MARKETIN…"),
        ("“finance lead”", "“finance lead”"),
    ] {
        let mut one = map(&[(Up, Strong, ThisWeek, false)]);
        one.0[0].1.name = Name::new(name).unwrap();
        assert_eq!(picture(&one).marks[0].label, label);
    }
}

#[test]
fn the_form_says_what_it_lacks() {
    let mut draft = Draft::default();
    let unpicked = [
        Lacking::Kind,
        Lacking::Place,
        Lacking::Tie,
        Lacking::LastTalk,
    ];
    let lacking = [&[Lacking::Text(Field::Name)], unpicked.as_slice()].concat();
    assert_eq!(draft.finish(), Err(lacking));
    draft.name = "x".repeat(41);
    let lacking = [&[Lacking::Shorter(Field::Name)], unpicked.as_slice()].concat();
    assert_eq!(draft.finish(), Err(lacking));
    draft.name = "\u{202e}\u{200b} ".into();
    draft.tie = Some(Uneven);
    draft.last_talk = Some(LongAgo);
    draft.pick_kind(Kind::Boss);
    assert_eq!(draft.finish(), Err(vec![Lacking::Text(Field::Name)]));
    draft.name = " \u{2067}My\u{2069}  boss ".into();
    let one = draft.finish().unwrap();
    assert_eq!((one.name.as_str(), one.place), ("My boss", Up));
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
    assert_eq!(fitting, 26);
    assert!(Act::SharedHabit.fits(Down) && !Act::SharedHabit.fits(Up));
    for tie in Tie::ALL {
        for last_talk in LastTalk::ALL {
            let first = Act::first_for(*tie, *last_talk);
            assert!(Place::ALL.iter().all(|place| first.fits(*place)));
        }
    }
    assert_eq!(Act::first_for(Neglected, CannotRemember), Act::Reconnect);
    assert_eq!(Act::first_for(Tense, LongAgo), Act::OwnPart);
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
    for text in ["1-2", "0-0", "18446744073709551615-4294967295"] {
        assert_eq!(Key::from_text(text).unwrap().to_string(), text);
    }
    for text in ["", "1", "-", "1-", "01-2", "+1-2", "1-2-3", "1-4294967296"] {
        assert_eq!(Key::from_text(text), None, "{text}");
    }
}
