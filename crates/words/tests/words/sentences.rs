//! Every sentence of the interface that is made on the way, with samples put into it: whole, plain
//! text, with what was put in, and in the singular where there is one.

use std::collections::BTreeSet;

use app::session::{Notice, Part};
use app::workbook::{Said, Unfit};
use json::Faults;
use measure::change::{Refusal, Verdict};
use measure::completed::Provenance;
use measure::instrument::FormName;
use measure::scoring::{Band, Note, NoteCode};
use measure::time::UnixMs;
use records::import::{FileKind, OtherFile, Refused};
use words::EN;
use words::practice::PRACTICE_EN;
use words::results::{Made, RESULTS_EN};
use words::workbook::WORKBOOK_EN;

/// A sentence, and what must stand in it.
type Sample = (String, Vec<String>);

const DAY: &str = "3 May 2026";
const FORMS: [FormName; 2] = [FormName::Full, FormName::Short];

fn sample(text: impl Into<String>, inside: &[&str]) -> Sample {
    (
        text.into(),
        inside.iter().map(|part| (*part).to_owned()).collect(),
    )
}

/// A sentence about each of these counts.
fn counted(counts: &[usize], sentence: impl Fn(usize) -> String) -> Vec<Sample> {
    let one = |count: &usize| sample(sentence(*count), &[]);
    counts.iter().map(one).collect()
}

fn audit() -> Vec<Sample> {
    let mut all = vec![
        sample((EN.form_length)(36, 6), &["36", "6"]),
        sample((EN.go_on_state)(7, 18), &["7 of 18"]),
        sample((EN.see_result)(DAY), &[DAY]),
        sample((EN.progress)(7, 18), &["7", "18"]),
        sample((EN.marked)("Up"), &["Up"]),
        sample((EN.review_unscored)("Up", 2, 7), &["Up", "2", "7"]),
        sample((RESULTS_EN.finding_weakest)("Up"), &["Up"]),
        sample((RESULTS_EN.finding_too_close)(&["Up"]), &["Up"]),
        sample(
            (RESULTS_EN.finding_too_close)(&["Up", "Down"]),
            &["Up and Down"],
        ),
        sample(
            (RESULTS_EN.score_with_interval)(75, 60, 90),
            &["75", "60 to 90"],
        ),
        sample((RESULTS_EN.not_scored)(5, 12), &["5 of 12"]),
        sample((RESULTS_EN.interval)(60, 90), &["60", "90"]),
        sample((RESULTS_EN.answered_of)(5, 12), &["5", "12"]),
        sample(
            (RESULTS_EN.band_hedged)("uneven", &["steady"]),
            &["uneven", "steady"],
        ),
        sample(
            (RESULTS_EN.facet_extremes)("Trust", "Repair"),
            &["Trust", "Repair"],
        ),
        sample((RESULTS_EN.go_on_to_full)(18), &["18"]),
    ];
    all.extend(FORMS.map(|form| sample((RESULTS_EN.result_kicker)(DAY, form), &[DAY])));
    all.extend(Band::ALL.map(|band| sample((RESULTS_EN.band_meaning)(band), &[])));
    all.extend(Band::ALL.map(|band| sample((RESULTS_EN.band)(band), &[])));
    all.extend(Part::ALL.map(|part| sample((EN.open_part)(part), &[])));
    all.extend(counted(&[0, 1, 2], EN.review_heading));
    let steps = [None, Some(1), Some(2), Some(3), Some(4), Some(5)];
    all.extend(steps.map(|step| sample((RESULTS_EN.map_step)(step), &[])));
    let abouts = ["up", "across", "down"].map(EN.scale_about);
    all.extend(abouts.map(|about| sample(about.expect("of the shipped instrument"), &[])));
    assert_eq!((EN.scale_about)("outward"), None, "of another instrument");
    assert_eq!(
        (WORKBOOK_EN.print_facet)("humour"),
        "",
        "of another instrument"
    );
    let codes = [
        NoteCode::StraightLining,
        NoteCode::TooFast,
        NoteCode::ManyMissing,
    ];
    for (code, seen) in codes.into_iter().flat_map(|code| [(code, 1), (code, 30)]) {
        let note = Note { code, seen, of: 36 };
        all.push(sample(
            (RESULTS_EN.quality_note)(&note),
            &[&seen.to_string(), "36"],
        ));
    }
    for assumed in [true, false] {
        let made = Made {
            label: "Up",
            answered: 11,
            total: 12,
            reversed: 2,
            mean: "4.04",
            score: "76.1",
            sem: "9.4",
            assumed,
        };
        let parts = ["Up", "11 of 12", "2", "4.04", "76.1", "9.4"];
        all.push(sample((RESULTS_EN.made_of)(&made), &parts));
    }
    all.extend(
        [
            Notice::MemoryOnly,
            Notice::NotSaved,
            Notice::StorageFull,
            Notice::Unreadable,
            Notice::ReadOnly,
            Notice::OtherInstrument,
            Notice::DisplacedElsewhere,
            Notice::FinishedElsewhere,
            Notice::RestartedElsewhere,
            Notice::ErasedElsewhere,
            Notice::ClearedElsewhere,
            Notice::NotErased,
        ]
        .map(|notice| sample((EN.notice)(notice), &[])),
    );
    all
}

fn refusals() -> [Refused; 5] {
    let provenance = Provenance {
        id: "other".to_owned(),
        version: "1.0.0".to_owned(),
        hash: "fnv1a64:0".to_owned(),
        form: FormName::Full,
        ended_at: UnixMs(0),
    };
    [
        Refused::NotJson(Faults::one("$", "no".to_owned())),
        Refused::OtherFile(OtherFile::Object),
        Refused::Newer {
            kind: FileKind::Result,
            version: 2,
        },
        Refused::OtherInstrument(provenance),
        Refused::Faulty(Faults::one("$", "no".to_owned())),
    ]
}

fn workbook() -> Vec<Sample> {
    let words = &WORKBOOK_EN;
    let mut all = vec![
        sample((words.take_cost)(DAY), &[DAY]),
        sample((words.forget)(DAY), &[DAY]),
        sample((words.compare_heading)(DAY, "4 May"), &[DAY, "4 May"]),
        sample((words.file_ignored)(3, "$.x"), &["3", "$.x"]),
        sample((words.print_about_audit)(33, 36), &["33 of 36"]),
        sample((words.print_monday)("trust"), &["trust"]),
        sample((words.points)(-7, 20), &["−7", "20"]),
        sample((words.points)(7, 20), &["+7", "20"]),
        sample((words.points)(0, 20), &["0", "20"]),
        sample((words.unfit)("a.json", &Unfit::Unreadable), &["a.json"]),
        sample(
            (words.unfit)("a.json", &Unfit::TooLarge(1_048_577)),
            &["a.json", "1025 KiB"],
        ),
    ];
    all.extend(refusals().map(|refused| {
        sample(
            (words.unfit)("a.json", &Unfit::Refused(refused)),
            &["a.json"],
        )
    }));
    let said = [Said::Copied, Said::NotCopied, Said::NotPrinted];
    all.extend(said.map(|said| sample((words.said)(said), &[])));
    for form in FORMS {
        all.push(sample((words.past_result)(DAY, form), &[DAY]));
        let parts = ["a.json", DAY, "33 of 36"];
        all.push(sample(
            (words.file_result)("a.json", DAY, form, 33, 36),
            &parts,
        ));
    }
    for (answers, results) in [(0, 0), (1, 1), (7, 2)] {
        all.push(sample(
            (words.file_backup)("a.json", answers, results),
            &["a.json"],
        ));
    }
    all.extend(counted(&[1, 2], words.file_faulty));
    all.extend(counted(&[1, 2], words.file_differs));
    all.extend(counted(&[1, 2], words.more_faults));
    let verdicts = [
        Verdict::Higher,
        Verdict::Lower,
        Verdict::NoReliableChange,
        Verdict::CannotBeCompared,
    ];
    all.extend(verdicts.map(|verdict| sample((words.change)("Up", verdict), &["Up"])));
    let refusals = [
        Refusal::OtherInstrument,
        Refusal::OtherMajorVersion,
        Refusal::OtherForm,
        Refusal::CannotBeScored,
        Refusal::SameResult,
    ];
    all.extend(refusals.map(|refusal| sample((words.refusal)(refusal), &[])));
    all
}

fn practice() -> Vec<Sample> {
    let (map, weekly) = (&PRACTICE_EN.map, &PRACTICE_EN.weekly);
    let named = [
        map.edit_heading,
        map.edit,
        map.remove,
        map.move_up,
        map.move_down,
        map.long_silence,
        map.choose_one,
    ];
    let mut all: Vec<Sample> = named.map(|of| sample(of("Ada"), &["Ada"])).into();
    all.extend([
        sample((map.count)(3, 24), &["3", "24"]),
        sample((map.full)(24), &["24"]),
        sample((PRACTICE_EN.lacks.shorter)(500), &["500"]),
        sample((PRACTICE_EN.no_room)(1, 15), &["15", "one of those"]),
        sample((PRACTICE_EN.no_room)(3, 15), &["15", "3 of those"]),
        sample(
            (PRACTICE_EN.act.example)("when I open it"),
            &["when I open it"],
        ),
        sample((PRACTICE_EN.sheet.made_on)(DAY), &[DAY]),
        sample((weekly.keeps_copy)(DAY), &[DAY]),
        sample((weekly.greeting)("Thank", "Ada"), &["Thank", "Ada"]),
        sample((weekly.running)("Thank", "Ada"), &["Thank", "Ada"]),
        sample(
            (weekly.log_line)(DAY, "Thank", "Ada", "Done"),
            &[DAY, "Thank", "Ada", "Done"],
        ),
    ]);
    all
}

#[test]
fn every_sentence_is_whole_and_has_what_was_put_into_it() {
    for (text, inside) in [audit(), workbook(), practice()].concat() {
        assert!(!text.trim().is_empty() && text.trim() == text, "{text:?}");
        for wrong in ["  ", "{", "}", "'", "\"", " .", " ,", "..", "None", "\n"] {
            assert!(!text.contains(wrong), "{wrong:?} in {text:?}");
        }
        for part in inside {
            assert!(text.contains(&part), "{part:?} is not in {text:?}");
        }
    }
}

#[test]
fn one_is_not_spoken_of_as_several() {
    for (text, _) in [audit(), workbook(), practice()].concat() {
        let words: Vec<&str> = text.split([' ', '.', ',', ':']).collect();
        for pair in words.windows(2) {
            let several = pair[1].ends_with('s') && pair[1].len() > 2;
            assert!(!(pair[0] == "1" && several), "{text:?}");
        }
    }
}

#[test]
fn what_can_happen_is_told_apart() {
    let mut seen = BTreeSet::new();
    for (text, _) in audit() {
        // Two pairs of numbers look alike, and a facet’s field and a direction may be “steady”.
        if text.contains(' ') && text.contains('.') {
            assert!(seen.insert(text.clone()), "twice: {text:?}");
        }
    }
    assert!(seen.len() > 20, "{seen:?}");
}

#[test]
fn a_day_is_the_day_of_the_place_where_the_visitor_is() {
    let new_year = UnixMs(1_798_761_600_000);
    for (minutes, text) in [
        (0, "1 January 2027"),
        (-1, "31 December 2026"),
        (840, "1 January 2027"),
        (1440, "2 January 2027"),
    ] {
        assert_eq!(EN.day(new_year, minutes), text);
    }
    for (month, name) in [(1, "January"), (6, "June"), (12, "December")] {
        assert_eq!((EN.date)(2026, month, 3), format!("3 {name} 2026"));
    }
}
