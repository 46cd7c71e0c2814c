//! Lays out what is printed or copied, in the visitor's language.

use super::host::utc_offset;
use super::loader::Loader;
use app::attributes::Attributes;
use app::effect::{Clip, Sheet, file_stem};
use app::parts::{FollowUp, Linked};
use app::session::Session;
use measure::report::Report;
use print::{Printed, summary};
use words::workbook::{WORKBOOK_EN, WorkbookStrings};

const STYLE: &str = include_str!("../../style/print.css");
const STRINGS: &WorkbookStrings = &WORKBOOK_EN;

/// Has the loader print `sheet`, if there is anything to print.
#[split::split]
pub(super) fn print(
    _: Linked<FollowUp>,
    sheet: Sheet,
    session: &Session,
    attributes: &Attributes,
    loader: &Loader,
) {
    let page = match sheet {
        Sheet::Report => session.result.as_ref().map(|completed| {
            let body = print::report(&Printed {
                instrument: &session.instrument,
                completed,
                texts: session.fitting_texts(),
                date: &STRINGS.audit.day(completed.ended_at, utc_offset()),
                call_to_action: attributes.call_to_action.as_ref(),
                strings: STRINGS,
            });
            (file_stem(completed), body)
        }),
        Sheet::Plan => session.after().and_then(|after| {
            let date = |at| STRINGS.audit.day(at, utc_offset());
            let body = print::plan(&after.practice, &date, STRINGS)?;
            Some((STRINGS.practice.sheet.title.to_owned(), body))
        }),
    };
    if let Some((title, body)) = page {
        loader.print(&title, &body.into_text(), STYLE);
    }
}

/// The text for the clipboard; empty, if there is no result to sum up.
#[split::split]
pub(super) fn clip(_: Linked<FollowUp>, clip: Clip, session: &Session) -> String {
    match (clip, &session.result) {
        (Clip::Text(text), _) => text,
        (Clip::Summary, Some(completed)) => {
            let report = Report::from_completed(&session.instrument, completed);
            let date = STRINGS.audit.day(completed.ended_at, utc_offset());
            summary::of(&report, &date, STRINGS)
        }
        (Clip::Summary, None) => String::new(),
    }
}
