//! What the workbook makes of a chosen file and of picked results, and what it tells the session.

use std::rc::Rc;

use app::session::Part;
use app::workbook::{Effect, Message, Page, Past, Pick, Said, Shelf, Unfit, Workbook, update};
use measure::change::{Refusal, Verdict};
use measure::completed::Completed;
use measure::completed::Kept;
use measure::instrument::{FormName, Keying};
use measure::time::UnixMs;
use records::document::ResultDocument;
use records::import::Refused;
use records::past::PastResult;
use records::store::backup::Import;
use records::stored::Writer;
use testing::{completed, option, sheet, shipped};

fn workbook(shelf: Shelf) -> Workbook {
    let workbook = Workbook::new(Rc::new(shipped()), Writer(1));
    update(workbook, Message::Shown(Page::Keep, shelf), NOW).0
}

const NOW: UnixMs = UnixMs(3_000_000_000);

/// All keyed answers 1 to 5 alike, finished at this second.
fn result(keyed: u64, second: i64) -> Completed {
    let instrument = shipped();
    let items = instrument.items.iter().enumerate();
    let answers = items.map(|(index, item)| {
        let raw = match item.keying {
            Keying::Forward => keyed,
            Keying::Reverse => 6 - keyed,
        };
        (index, option(raw))
    });
    let mut completed = completed(sheet(&instrument, FormName::Full, answers), 300);
    completed.started_at = UnixMs((second - 300) * 1000);
    completed.ended_at = UnixMs(second * 1000);
    completed
}

fn text(completed: &Completed) -> String {
    ResultDocument::of(&shipped(), completed).to_text()
}

fn with_latest(keyed: u64) -> Workbook {
    with_latest_result(result(keyed, 2_000_000))
}

fn with_latest_result(latest: Completed) -> Workbook {
    workbook(Shelf {
        result: Some(Rc::new(latest)),
        kept: true,
        ..Shelf::default()
    })
}

/// After these messages, and every effect of them.
fn after(
    workbook: Workbook,
    messages: impl IntoIterator<Item = Message>,
) -> (Workbook, Vec<Effect>) {
    let mut all = Vec::new();
    let workbook = messages.into_iter().fold(workbook, |workbook, message| {
        let (workbook, effects) = update(workbook, message, NOW);
        all.extend(effects);
        workbook
    });
    (workbook, all)
}

fn chose(text: &str) -> Message {
    Message::ChoseFile("file.json".to_owned(), text.to_owned())
}

fn told(what: &str, text: impl Into<String>) -> Effect {
    Effect::Tell {
        what: what.to_owned(),
        text: text.into(),
    }
}

#[test]
fn a_result_is_taken_away_only_where_there_is_one() {
    for (message, effect) in [
        (Message::AskedToPrint, Effect::PrintReport),
        (Message::AskedToCopy, Effect::CopySummary),
        (Message::AskedForCsv, Effect::OfferCsv),
    ] {
        let (_, effects) = after(workbook(Shelf::default()), [message.clone()]);
        assert_eq!(effects, []);
        let (_, effects) = after(with_latest(3), [message]);
        assert_eq!(effects, [effect]);
    }
}

#[test]
fn what_came_of_it_is_said_until_something_else_is_asked_for() {
    for (message, said) in [
        (Message::Copied(true), Said::Copied),
        (Message::Copied(false), Said::NotCopied),
        (Message::FailedToPrint, Said::NotPrinted),
    ] {
        let (book, _) = after(with_latest(3), [message]);
        assert_eq!(book.said, Some(said));
        assert_eq!(after(book, [Message::AskedForCsv]).0.said, None);
    }
}

#[test]
fn a_file_is_judged_and_nothing_of_it_goes_to_the_session_unasked() {
    let file = result(5, 1_000_000);
    let (book, effects) = after(with_latest(3), [chose(&text(&file))]);
    assert_eq!(effects, []);
    let chosen = book.file.clone().unwrap();
    let Ok(Import::Result(preview)) = &chosen.judged else {
        panic!("{chosen:?}");
    };
    assert_eq!((&preview.completed, chosen.taken), (&file, false));

    let (book, effects) = after(book, [Message::TookIn]);
    assert_eq!(effects, [told("take", text(&file))]);
    assert!(book.file.unwrap().taken);
}

#[test]
fn a_file_with_other_scores_is_handed_on_with_the_scores_of_its_answers() {
    let file = result(5, 1_000_000);
    let tampered = text(&file).replace("\"score\": 100.0", "\"score\": 12.0");
    let (_, effects) = after(with_latest(3), [chose(&tampered), Message::AddedToPast]);
    assert_eq!(effects, [told("add", text(&file))]);
}

#[test]
fn a_file_that_does_not_fit_changes_nothing() {
    let newer = text(&result(5, 1)).replace("\"version\": 1,", "\"version\": 2,");
    type Judge = fn(&Unfit) -> bool;
    let cases: [(Message, Judge); 5] = [
        (chose("no JSON"), |unfit| {
            matches!(unfit, Unfit::Refused(Refused::NotJson(_)))
        }),
        (chose("{}"), |unfit| {
            matches!(unfit, Unfit::Refused(Refused::OtherFile(_)))
        }),
        (chose(&newer), |unfit| {
            matches!(unfit, Unfit::Refused(Refused::Newer { .. }))
        }),
        (Message::ChoseUnreadable("f".into(), None), |unfit| {
            *unfit == Unfit::Unreadable
        }),
        (Message::ChoseUnreadable("f".into(), Some(9)), |unfit| {
            *unfit == Unfit::TooLarge(9)
        }),
    ];
    for (message, expected) in cases {
        let before = with_latest(3);
        let (book, effects) = after(
            before.clone(),
            [message, Message::TookIn, Message::AddedToPast],
        );
        assert_eq!(effects, []);
        let file = book.file.clone().unwrap();
        assert!(expected(&file.judged.unwrap_err()));
        assert_eq!(after(book, [Message::ClosedFile]).0, before);
    }
}

#[test]
fn a_backup_is_handed_on_record_by_record_and_never_over_a_result_that_is_here() {
    let records = [
        ("head", r#"{"version":1,"clock":1,"writer":7,"since":0,"phase":"answering","form":"full","started_at":"2026-11-21T09:00:00Z","carried_ms":0,"moves_on":true,"instrument":"leadership-relationships","hash":"HASH"}"#.replace("HASH", &shipped().hash())),
        ("answer:up-trust-1", r#"{"version":1,"clock":2,"writer":7,"value":4,"active_ms":900}"#.to_owned()),
        ("result", text(&result(5, 1_000_000))),
    ];
    let entries: Vec<String> = records
        .iter()
        .map(|(key, text)| {
            format!(
                "\"leadership-audit:default:{key}\": {}",
                serde_json::to_string(text).unwrap()
            )
        })
        .collect();
    let backup = format!(
        r#"{{"schema": "leadership-audit/backup", "version": 1, "records": {{{}}}}}"#,
        entries.join(",")
    );
    let lines = format!(
        "head\t{}\u{1e}answer:up-trust-1\t{}",
        records[0].1, records[1].1
    );

    let (_, effects) = after(
        workbook(Shelf::default()),
        [chose(&backup), Message::TookIn],
    );
    assert_eq!(
        effects,
        [
            told("take", records[2].1.clone()),
            told("records", lines.clone())
        ]
    );
    // Beside a result that is here, it joins the earlier ones.
    let (_, effects) = after(with_latest(3), [chose(&backup), Message::TookIn]);
    let past = PastResult::of(&shipped(), &result(5, 1_000_000));
    let past = format!("past:{}\t{}", past.id, past.text);
    assert_eq!(effects, [told("records", format!("{lines}\u{1e}{past}"))]);
    let same = with_latest_result(result(5, 1_000_000));
    let (_, effects) = after(same, [chose(&backup), Message::TookIn]);
    assert_eq!(effects, [told("records", lines)], "it is here");
}

#[test]
fn two_picked_results_are_compared_the_earlier_one_first() {
    let file = text(&result(1, 1_000_000));
    let picks = [Message::Picked(Pick::Latest), Message::Picked(Pick::File)];
    let (book, _) = after(with_latest(5), [chose(&file)].into_iter().chain(picks));
    let comparison = book.comparison().unwrap().unwrap();
    assert_eq!(comparison.earlier_at, UnixMs(1_000_000_000));
    for scale in &comparison.scales {
        assert_eq!(scale.verdict(), Verdict::Higher);
    }
    // Put away, it can no longer be compared with.
    assert_eq!(after(book, [Message::ClosedFile]).0.comparison(), None);
}

#[test]
fn a_pair_that_must_not_be_compared_is_refused() {
    let latest = text(&result(3, 2_000_000));
    let picks = [Message::Picked(Pick::Latest), Message::Picked(Pick::File)];
    let (book, _) = after(with_latest(3), [chose(&latest)].into_iter().chain(picks));
    assert_eq!(book.comparison(), Some(Err(Refusal::SameResult)));
}

#[test]
fn of_three_picked_results_the_first_goes_back_and_a_second_press_puts_back() {
    let past = |id: &str, second| Past {
        id: id.to_owned(),
        kept: Rc::new(Kept::from_completed(&shipped(), result(2, second))),
    };
    let shelf = Shelf {
        result: Some(Rc::new(result(3, 2_000_000))),
        kept: true,
        history: true,
        past: vec![past("b", 1_500_000), past("a", 1_000_000)],
        ..Shelf::default()
    };
    let pick = |id: &str| Pick::Past(id.to_owned());
    let book = workbook(shelf.clone());
    assert_eq!(book.picks(), [Pick::Latest, pick("b"), pick("a")]);
    let picks = [pick("a"), pick("b"), Pick::Latest].map(Message::Picked);
    let (book, _) = after(book, picks);
    assert_eq!(book.picked, [pick("b"), Pick::Latest]);
    let (book, _) = after(book, [Message::Picked(pick("b"))]);
    assert_eq!(book.picked, [Pick::Latest]);
    // What is deleted is picked no longer.
    let without = Shelf {
        result: None,
        ..shelf
    };
    let (book, _) = after(book, [Message::Shown(Page::Keep, without)]);
    assert_eq!(book.picked, []);
}

#[test]
fn the_latest_result_is_listed_once_although_history_keeps_it_too() {
    let latest = result(3, 2_000_000);
    let book = workbook(Shelf {
        result: Some(Rc::new(latest.clone())),
        past: vec![Past {
            id: "x".to_owned(),
            kept: Rc::new(Kept::from_completed(&shipped(), latest)),
        }],
        ..Shelf::default()
    });
    assert_eq!(book.picks(), [Pick::Latest]);
}

#[test]
fn what_the_visitor_chose_is_told_to_the_session() {
    for (message, what, text) in [
        (Message::WentBack, "back", ""),
        (Message::OpenedPart(Part::Circle), "part", "circle"),
        (Message::SetHistory(true), "history", "on"),
        (Message::SetHistory(false), "history", "off"),
        (Message::ForgotPast("x".to_owned()), "forget", "x"),
        (Message::RestoredPast, "restore", ""),
    ] {
        let (_, effects) = after(with_latest(3), [message]);
        assert_eq!(effects, [told(what, text)]);
    }
}

#[test]
fn earlier_results_are_compared_and_what_is_gone_or_refused_is_not() {
    let past = |id: &str, keyed, second| Past {
        id: id.to_owned(),
        kept: Rc::new(Kept::from_completed(&shipped(), result(keyed, second))),
    };
    let pick = |id: &str| Pick::Past(id.to_owned());
    let book = workbook(Shelf {
        kept: true,
        history: true,
        past: vec![past("b", 5, 1_500_000), past("a", 2, 1_000_000)],
        ..Shelf::default()
    });
    let (book, _) = after(book, [pick("a"), pick("b")].map(Message::Picked));
    let comparison = book.comparison().unwrap().unwrap();
    assert_eq!(comparison.scales[0].verdict(), Verdict::Higher);
    assert_eq!(book.result(&pick("c")), None);
    assert_eq!(book.result(&Pick::File), None, "no file");
    let (book, effects) = after(book, [Message::TookIn, chose("no JSON")]);
    assert_eq!(effects, [], "nothing was chosen yet");
    assert_eq!(book.result(&Pick::File), None, "nothing is in it");
}

#[test]
fn an_earlier_result_is_shown_again_as_it_was() {
    let instrument = shipped();
    let (earlier, latest) = (result(2, 1_000_000), result(4, 2_000_000));
    let past = [&earlier, &latest].map(|one| Past {
        id: PastResult::of(&instrument, one).id.to_string(),
        kept: Rc::new(Kept::from_completed(&instrument, one.clone())),
    });
    let id = past[0].id.clone();
    let book = workbook(Shelf {
        result: Some(Rc::new(latest)),
        kept: true,
        history: true,
        past: past.into(),
        ..Shelf::default()
    });
    let (book, effects) = after(book, [Message::ShowedPast(id)]);
    assert_eq!(effects, [told("take", text(&earlier))]);
    let (_, effects) = after(book, [Message::ShowedPast("gone".to_owned())]);
    assert_eq!(effects, []);
}
