//! What the state machines ask of the browser.

use crate::opaque::Opaque;
use crate::practice::calendar::Entry;
use crate::rounds::message::Task;
use measure::completed::Completed;
use measure::instrument::FormName;
use measure::time::{LocalClock, UnixMs};
use records::store::StoreOp;

/// What the shell must do, in order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Effect {
    /// Apply to storage before the screen changes; the reply is [`Message::Stored`].
    ///
    /// [`Message::Stored`]: crate::event::Message::Stored
    Commit(Vec<StoreOp>),
    /// Remove every key of this audit from both storages and leave a marker for other tabs; the replies
    /// are [`Message::Removed`] and [`Message::Stored`].
    ///
    /// [`Message::Removed`]: crate::event::Message::Removed
    /// [`Message::Stored`]: crate::event::Message::Stored
    Erase {
        /// Text of the head record.
        marker: String,
    },
    /// Remove that marker, and what tabs unaware of it wrote under it: the page is left.
    RemoveTombstone {
        /// Text of the head record.
        marker: String,
    },
    /// Offer a file to the visitor.
    Download {
        /// File name with its extension.
        name: String,
        /// MIME type.
        mime: &'static str,
        /// Content.
        text: String,
    },
    /// Offer a result as a file to the visitor. The shell tells the host page of this export, of a
    /// printed report and a copied summary: only there it is known whether the browser refused.
    SaveResult(ResultFile),
    /// Print a page.
    Print(Sheet),
    /// Put text on the clipboard.
    Copy(Clip),
    /// Probe the visitor's time zone for a calendar entry; the reply is
    /// [`crate::practice::Message::ProbedZone`].
    ProbeZone(Entry),
    /// Move focus to the heading of the new screen.
    FocusHeading,
    /// Move focus to the first field of the form that is missing something.
    FocusMissing,
    /// Dispatch an event on the element.
    Emit(ElementEvent),
    /// Do for a round what only the browser can.
    Rounds(Opaque<Task>),
}

/// A page to print. The shell lays it out, since only there the language is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sheet {
    /// The report of the latest result.
    Report,
    /// The report of the result that is opened from a file.
    Opened,
    /// The plan under way.
    Plan,
}

/// Text for the clipboard.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Clip {
    /// The summary of the latest result, in the visitor's language.
    Summary,
    /// Text as it is on screen.
    Text(String),
}

/// An event of the element: what a host page may know.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ElementEvent {
    /// `leadership-audit-started`
    Started {
        /// The form that was begun.
        form: FormName,
    },
    /// `leadership-audit-progressed`
    Progressed {
        /// Items with a response.
        answered: usize,
        /// Items of the form.
        total: usize,
    },
    /// `leadership-audit-completed`
    Completed {
        /// The form that was finished.
        form: FormName,
        /// Active time.
        seconds: u64,
    },
    /// `leadership-audit-shared`: the only event that carries answers, sent by the visitor's own
    /// press of the owner's share button.
    Shared {
        /// The exported document.
        document: String,
    },
    /// `leadership-audit-erased`
    Erased,
}

/// A result as a file to offer to the visitor.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ResultFile {
    /// Its name without the extension.
    pub name: ResultName,
    /// For example `json`.
    pub extension: &'static str,
    /// MIME type.
    pub mime: &'static str,
    /// Content.
    pub text: String,
}

/// The name of a result's file, without the extension. The day in it is the visitor's own, which only
/// the shell knows. Browsers also suggest it as the name of a PDF.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ResultName {
    ended_at: UnixMs,
    initials: String,
}

impl ResultName {
    /// The name of this result, with these initials unless they are empty.
    pub fn new(completed: &Completed, initials: &str) -> Self {
        Self {
            ended_at: completed.ended_at,
            initials: initials.to_owned(),
        }
    }

    /// The name, with the day by this clock.
    pub fn text(&self, clock: LocalClock) -> String {
        let local = clock.local(self.ended_at).to_rfc3339();
        let day = local.get(..10).unwrap_or_default();
        let before = if self.initials.is_empty() { "" } else { "-" };
        ["leadership-audit-", day, before, &self.initials].concat()
    }
}
