//! Files: what a chosen one holds, importing it, and what can be exported.

use super::{Page, result, text};
use app::after::{Message, Rejection};
use app::effect::{Clip, Effect, ResultFile, ResultName, Sheet};
use records::csv;
use records::document::ResultRecord;
use records::import::Refused;
use records::store::backup::Import;
use testing::shipped;

#[test]
fn a_result_is_exported_only_where_there_is_one() {
    let latest = result(3, 2_000_000);
    let download = |extension, mime, text| {
        Effect::SaveResult(ResultFile {
            name: ResultName::new(&latest, ""),
            extension,
            mime,
            text,
        })
    };
    let table = csv::text(&shipped(), &latest);
    for (message, expected) in [
        (Message::AskedToPrint, Effect::Print(Sheet::Report)),
        (Message::AskedToCopy, Effect::Copy(Clip::Summary)),
        (Message::AskedForCsv, download("csv", "text/csv", table)),
        (
            Message::AskedForJson,
            download("json", "application/json", text(&latest)),
        ),
    ] {
        assert_eq!(Page::empty().sends(message.clone()), []);
        let mut page = Page::with_latest(latest.clone());
        assert_eq!(page.sends(message), [expected]);
    }
}

#[test]
fn a_file_is_validated_and_nothing_of_it_is_stored_unasked() {
    let latest = result(3, 2_000_000);
    let file = result(5, 1_000_000);
    let mut page = Page::with_latest(latest);
    let before = page.browser.everything();
    assert_eq!(page.chooses(&text(&file)), [Effect::FocusHeading]);
    let chosen = page.file();
    let Ok(Import::Result(preview)) = &chosen.judged else {
        panic!("{chosen:?}");
    };
    assert_eq!((&preview.completed, chosen.imported), (&file, false));
    assert_eq!(page.browser.everything(), before);

    page.sends(Message::ImportedFile(chosen.key));
    assert_eq!(page.browser.stored().result.as_deref(), Some(&file));
    assert!(page.file().imported);
}

#[test]
fn a_file_with_other_scores_is_imported_with_the_scores_of_its_answers() {
    let file = result(5, 1_000_000);
    let tampered = text(&file).replace("\"score\": 100,", "\"score\": 12,");
    assert_ne!(tampered, text(&file));
    let mut page = Page::with_latest(result(3, 2_000_000));
    page.chooses(&tampered);
    page.sends(Message::AddedFile(page.file().key));
    let stored = page.browser.stored();
    let record = ResultRecord::of(&shipped(), &file).to_text();
    assert_eq!(stored.past[0].text, record);
    assert_eq!(stored.past.len(), 2, "the latest as well");
}

#[test]
fn a_file_that_is_refused_changes_nothing() {
    let chose = |text: &str| Message::ReadFile("file.json".to_owned(), text.to_owned());
    let newer = text(&result(5, 1)).replace("\"version\": 1,", "\"version\": 2,");
    type Judge = fn(&Rejection) -> bool;
    let cases: [(Message, Judge); 5] = [
        (chose("no JSON"), |why| {
            matches!(why, Rejection::Refused(Refused::NotJson(_)))
        }),
        (chose("{}"), |why| {
            matches!(why, Rejection::Refused(Refused::OtherFile(_)))
        }),
        (chose(&newer), |why| {
            matches!(why, Rejection::Refused(Refused::Newer { .. }))
        }),
        (Message::FoundUnreadable("f".into(), None), |why| {
            *why == Rejection::Unreadable
        }),
        (Message::FoundUnreadable("f".into(), Some(9)), |why| {
            *why == Rejection::TooLarge(9)
        }),
    ];
    for (message, expected) in cases {
        let mut page = Page::with_latest(result(3, 2_000_000));
        let stored = page.browser.everything();
        page.sends(Message::ChoseFiles(vec![9]));
        assert_eq!(page.sends(message), []);
        let file = page.file();
        for message in [
            Message::ImportedFile(file.key),
            Message::AddedFile(file.key),
            Message::OpenedFile(file.key),
        ] {
            assert_eq!(page.sends(message), []);
        }
        assert!(expected(&file.judged.unwrap_err()));
        page.sends(Message::ClosedFile(file.key));
        assert!(page.after().files.all().is_empty());
        assert_eq!(page.browser.everything(), stored);
    }
}

#[test]
fn a_closed_file_can_no_longer_be_imported() {
    let mut page = Page::empty();
    page.chooses(&text(&result(3, 2_000_000)));
    let key = page.file().key;
    page.sends(Message::ClosedFile(key));
    for message in [
        Message::ImportedFile(key),
        Message::AddedFile(key),
        Message::ImportedPractice(key),
        Message::OpenedFile(key),
        Message::OpenedGroup,
    ] {
        assert_eq!(page.sends(message), []);
    }
    assert_eq!(page.browser.everything(), []);
}

#[test]
fn of_many_files_fifty_are_listed_and_fifty_more_when_asked() {
    let texts: Vec<String> = (1..=120).map(|second| text(&result(3, second))).collect();
    let names: Vec<String> = (1..=120).map(|number| format!("{number}.json")).collect();
    let files: Vec<(&str, &str)> = names
        .iter()
        .zip(&texts)
        .map(|(n, t)| (&**n, &**t))
        .collect();
    let mut page = Page::empty();
    page.chooses_all(&files[..50]);
    let listed = |page: &Page| {
        let (listed, more) = page.after().files.listed();
        (listed.len(), more)
    };
    assert_eq!(listed(&page), (50, 0));
    page.chooses_all(&files[50..]);
    for expected in [(50, 70), (100, 20), (120, 0), (120, 0)] {
        assert_eq!(listed(&page), expected);
        page.sends(Message::ListedMore);
    }
    let first = &page.after().files.listed().0[0];
    assert_eq!(first.key, page.after().files.all()[0].key);
}

#[test]
fn nothing_is_compared_with_a_file_that_is_not_opened() {
    let mut page = Page::with_latest(result(3, 2_000_000));
    let beside = |page: &Page| {
        let view = page.browser.session(0).view();
        page.after().picks_beside_opened(&view).len()
    };
    assert_eq!(beside(&page), 0);
    page.chooses(&text(&result(5, 1_000_000)));
    assert_eq!(beside(&page), 1);
}

#[test]
fn each_choice_and_each_file_is_told_from_all_before_it() {
    let mut page = Page::empty();
    let (mut choices, mut keys) = (Vec::new(), Vec::new());
    for second in 1..4 {
        page.sends(Message::ChoseFiles(vec![1, 1]));
        choices.push(page.after().files.reading.unwrap().choice);
        page.chooses(&text(&result(3, second)));
        keys.push(page.file().key);
        page.sends(Message::ClosedFiles);
        assert!(page.after().files.all().is_empty());
    }
    assert!(choices.windows(2).all(|pair| pair[0] != pair[1]));
    assert!(keys.windows(2).all(|pair| pair[0] != pair[1]));
    page.sends(Message::ChoseFiles(Vec::new()));
    assert_eq!(page.after().files.reading, None, "nothing is chosen");
}

#[test]
fn a_file_without_a_result_takes_the_place_of_one_of_its_name_alone() {
    let good = text(&result(3, 1));
    let names = |page: &Page| -> Vec<String> {
        let files = page.after().files.all().iter();
        files.map(|file| file.name.clone()).collect()
    };
    for (second, expected) in [
        (("a.json", "no JSON"), vec!["a.json"]),
        (("b.json", "no JSON"), vec!["a.json", "b.json"]),
        (("a.json", &good), vec!["a.json", "a.json"]),
    ] {
        let mut page = Page::empty();
        page.chooses_all(&[("a.json", "broken")]);
        page.chooses_all(&[second]);
        assert_eq!(names(&page), expected, "{second:?}");
    }
    // One with a result stays beside a file of its name that is broken.
    let mut page = Page::empty();
    page.chooses_all(&[("a.json", &good)]);
    page.chooses_all(&[("a.json", "broken")]);
    assert_eq!(names(&page), ["a.json", "a.json"]);
}

#[test]
fn a_thousand_files_fit_and_64_mib_of_them() {
    const MIB: u64 = 1024 * 1024;
    for (sizes, read) in [
        (vec![1; 1001], 1000),
        (vec![MIB; 65], 64),
        (vec![MIB / 2; 130], 128),
        // One that is too large is not read, and takes no room.
        ([vec![MIB + 1], vec![MIB; 64]].concat(), 65),
    ] {
        let mut page = Page::empty();
        let all = sizes.len();
        page.sends(Message::ChoseFiles(sizes));
        let files = &page.after().files;
        assert_eq!(files.reading.unwrap().of, read);
        assert_eq!(files.beyond, all - read);
    }
}

#[test]
fn an_audit_can_have_taken_a_hundred_years_and_no_second_longer() {
    let file = text(&result(5, 1_000_000));
    for (seconds, fits) in [("3162240000", true), ("3162240001", false)] {
        let taken = format!("\"active_seconds\": {seconds}");
        let file = file.replace("\"active_seconds\": 300", &taken);
        assert!(file.contains(&taken));
        let mut page = Page::empty();
        page.chooses(&file);
        assert_eq!(page.file().judged.is_ok(), fits, "{seconds}");
    }
}
