//! Lays out what is printed or copied, in the visitor's language.

use super::clock::CLOCK;
use super::loader::Loader;
use super::view::View;
use app::after::After;
use app::effect::{Clip, ResultName, Sheet};
use app::parts::{FollowUp, Linked, Outcomes};
use app::practice::Practice;
use app::rounds::beside::{self, Told};
use app::session::Session;
use measure::completed::Completed;
use measure::report::Report;
use print::{Printed, Saying, summary};
use words::Language;

const STYLE: &str = include_str!(concat!(env!("OUT_DIR"), "/print.css"));

/// Has the loader print `sheet`, if there is anything to print. Only the report is an export.
#[split::split]
pub(super) fn print(_: Linked<FollowUp>, sheet: Sheet, view: &View, loader: &Loader) {
    let View {
        session,
        attributes,
        words,
        ..
    } = view;
    let session = session.borrow();
    let report = |completed: &Completed, practice: Option<&Practice>| {
        let linked = view.parts.outcomes.linked();
        let others = linked.map(|linked| others(linked, &session, sheet, completed, words));
        print::report(&Printed {
            instrument: &session.instrument,
            completed,
            practice,
            others: &others.unwrap_or_default(),
            date: &words.day(completed.ended_at, CLOCK),
            call_to_action: attributes.call_to_action.as_ref(),
            words,
        })
    };
    let page = match sheet {
        Sheet::Report => session.result.as_ref().map(|completed| {
            let initials = session.after().map_or("", |after| &after.initials);
            let name = ResultName::new(completed, initials);
            let practice = session.after().map(|after| &after.practice);
            (name.text(CLOCK), report(completed, practice))
        }),
        Sheet::Opened => session.after().and_then(|after| {
            let file = after.opened_file()?;
            Some((file.stem().to_owned(), report(file.completed()?, None)))
        }),
        Sheet::Plan => session.after().and_then(|after| {
            let date = |at| words.day(at, CLOCK);
            let body = print::plan(&after.practice, &date, words)?;
            Some((words.sheet().title().to_owned(), body))
        }),
    };
    // The page around may hear of a print or a copy, and change the widget meanwhile.
    drop(session);
    if let Some((title, body)) = page {
        let format = if sheet == Sheet::Report { "print" } else { "" };
        loader.print(&title, &body.into_text(), STYLE, format);
    }
}

/// What others said of the leader whose result is printed.
#[split::split]
fn others(
    _: Linked<Outcomes>,
    session: &Session,
    sheet: Sheet,
    completed: &Completed,
    words: &'static Language,
) -> Vec<Saying> {
    let told = match sheet {
        Sheet::Opened => {
            let file = session.after().and_then(After::opened_file);
            file.map(|file| Told::in_file(file.rounds()))
        }
        _ => session.rounds().map(app::rounds::Rounds::own),
    };
    let told = told.unwrap_or_default();
    let latest = beside::latest(&told, &session.instrument, completed);
    print::others(
        &latest,
        &session.instrument,
        &|at| words.day(at, CLOCK),
        words,
    )
}

/// Has the loader copy `clip`, if there is anything to copy. Only the summary is an export.
#[split::split]
pub(super) fn copy(_: Linked<FollowUp>, clip: Clip, view: &View, loader: &Loader) {
    let View { session, words, .. } = view;
    let summary = || {
        let session = session.borrow();
        let completed = session.result.as_ref()?;
        let report = Report::from_completed(&session.instrument, completed);
        let date = words.day(completed.ended_at, CLOCK);
        Some(summary::of(&report, &date, words))
    };
    let (text, format) = match clip {
        Clip::Text(text) => (Some(text), ""),
        Clip::Summary => (summary(), "text"),
    };
    if let Some(text) = text {
        loader.copy(&text, format);
    }
}
