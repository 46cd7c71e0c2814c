//! Files: what a chosen one holds, importing it, and what can be exported.

use super::{Page, result, text};
use app::after::{Message, Rejection, Status};
use app::effect::{Clip, Effect, ElementEvent, Sheet};
use records::csv;
use records::import::Refused;
use records::store::backup::Import;
use testing::shipped;

fn exported(format: &'static str) -> Effect {
    Effect::Emit(ElementEvent::Exported { format })
}

#[test]
fn a_result_is_exported_only_where_there_is_one() {
    let latest = result(3, 2_000_000);
    let stem = "leadership-audit-1970-01-24";
    let download = |format: &str, mime, text| Effect::Download {
        name: format!("{stem}.{format}"),
        mime,
        text,
    };
    let table = csv::text(&shipped(), &latest);
    for (message, expected) in [
        (
            Message::AskedToPrint,
            [Effect::Print(Sheet::Report), exported("print")],
        ),
        (
            Message::AskedToCopy,
            [Effect::Copy(Clip::Summary), exported("text")],
        ),
        (
            Message::AskedForCsv,
            [download("csv", "text/csv", table), exported("csv")],
        ),
        (
            Message::AskedForJson,
            [
                download("json", "application/json", text(&latest)),
                exported("json"),
            ],
        ),
    ] {
        assert_eq!(Page::empty().sends(message.clone()), []);
        let mut page = Page::with_latest(latest.clone());
        assert_eq!(page.sends(message), expected);
    }
}

#[test]
fn the_outcome_of_a_request_is_shown_until_the_next_one() {
    for (message, status) in [
        (Message::Copied(true), Status::Copied),
        (Message::Copied(false), Status::NotCopied),
        (Message::FailedToPrint, Status::NotPrinted),
    ] {
        let mut page = Page::with_latest(result(3, 2_000_000));
        page.sends(message);
        assert_eq!(page.after().status, Some(status));
        page.sends(Message::AskedForCsv);
        assert_eq!(page.after().status, None);
    }
}

#[test]
fn a_file_is_validated_and_nothing_of_it_is_stored_unasked() {
    let latest = result(3, 2_000_000);
    let file = result(5, 1_000_000);
    let mut page = Page::with_latest(latest);
    let before = page.browser.everything();
    assert_eq!(page.chooses(&text(&file)), []);
    let chosen = page.after().file.clone().unwrap();
    let Ok(Import::Result(preview)) = &chosen.judged else {
        panic!("{chosen:?}");
    };
    assert_eq!((&preview.completed, chosen.imported), (&file, false));
    assert_eq!(page.browser.everything(), before);

    page.sends(Message::ImportedFile);
    assert_eq!(page.browser.stored().result.as_deref(), Some(&file));
    assert!(page.after().file.as_ref().unwrap().imported);
}

#[test]
fn a_file_with_other_scores_is_imported_with_the_scores_of_its_answers() {
    let file = result(5, 1_000_000);
    let tampered = text(&file).replace("\"score\": 100,", "\"score\": 12,");
    assert_ne!(tampered, text(&file));
    let mut page = Page::with_latest(result(3, 2_000_000));
    page.chooses(&tampered);
    page.sends(Message::AddedFile);
    let stored = page.browser.stored();
    assert_eq!(stored.past[0].text, text(&file));
    assert_eq!(stored.past.len(), 2, "the latest as well");
}

#[test]
fn a_file_that_is_refused_changes_nothing() {
    let chose = |text: &str| Message::ChoseFile("file.json".to_owned(), text.to_owned());
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
        (Message::ChoseUnreadable("f".into(), None), |why| {
            *why == Rejection::Unreadable
        }),
        (Message::ChoseUnreadable("f".into(), Some(9)), |why| {
            *why == Rejection::TooLarge(9)
        }),
    ];
    for (message, expected) in cases {
        let mut page = Page::with_latest(result(3, 2_000_000));
        let (state, stored) = (page.after().clone(), page.browser.everything());
        for message in [message, Message::ImportedFile, Message::AddedFile] {
            assert_eq!(page.sends(message), []);
        }
        let file = page.after().file.clone().unwrap();
        assert!(expected(&file.judged.unwrap_err()));
        page.sends(Message::ClosedFile);
        assert_eq!((page.after(), page.browser.everything()), (&state, stored));
    }
}

#[test]
fn without_a_file_there_is_nothing_to_import() {
    let mut page = Page::empty();
    for message in [
        Message::ImportedFile,
        Message::AddedFile,
        Message::ImportedPractice,
    ] {
        assert_eq!(page.sends(message), []);
    }
    assert_eq!(page.browser.everything(), []);
}
