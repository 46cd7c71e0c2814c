//! What the state machines ask of the browser.

use crate::practice::calendar::Appointment;
use measure::completed::Completed;
use measure::instrument::FormName;
use records::store::StoreOp;

/// What the shell must do, in order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Effect {
    /// Apply to storage before the screen changes; the reply is [`Message::Stored`].
    ///
    /// [`Message::Stored`]: crate::event::Message::Stored
    Commit(Vec<StoreOp>),
    /// Remove every key of this audit and leave a marker for other tabs; the replies are
    /// [`Message::Removed`] and [`Message::Stored`].
    ///
    /// [`Message::Removed`]: crate::event::Message::Removed
    /// [`Message::Stored`]: crate::event::Message::Stored
    Erase {
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
    /// Print a page; a refusal comes back as [`crate::after::Message::FailedToPrint`].
    Print(Sheet),
    /// Put text on the clipboard; the reply is [`crate::after::Message::Copied`].
    Copy(Clip),
    /// Probe the visitor's time zone for an appointment; the reply is
    /// [`crate::practice::Message::ProbedZone`].
    ProbeZone(Appointment),
    /// Move focus to the heading of the new screen.
    FocusHeading,
    /// Move focus to the first field of the form that is missing something.
    FocusMissing,
    /// Dispatch an event on the element.
    Emit(ElementEvent),
}

/// A page to print. The shell lays it out, since only there the language is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sheet {
    /// The report of the latest result.
    Report,
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
    /// `leadership-audit-exported`
    Exported {
        /// For example `json`.
        format: &'static str,
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

/// The file name of a result without its extension; browsers also suggest it as the name of a PDF.
pub fn file_stem(completed: &Completed) -> String {
    let day = completed.ended_at.to_rfc3339();
    format!("leadership-audit-{}", day.get(..10).unwrap_or_default())
}

/// Offers a result as a file and reports the export to the host page. `format` is the file's
/// extension as well.
pub(crate) fn export(
    completed: &Completed,
    format: &'static str,
    mime: &'static str,
    text: String,
) -> [Effect; 2] {
    let name = format!("{}.{format}", file_stem(completed));
    [
        Effect::Download { name, mime, text },
        Effect::Emit(ElementEvent::Exported { format }),
    ]
}
