//! What is wrong with an owner's questionnaire. The words are those for faulty files: hardly anybody
//! needs them.

use app::parts::{Imports, Linked, Parts};
use measure::instrument;
use words::Language;

/// The faults of the questionnaire in `text`, a line for each that is listed. The loader has linked [`Imports`]
/// before it asks.
#[must_use]
pub fn describe_faults(text: &str, words: &'static Language) -> String {
    let mut parts = Parts::default();
    parts.report(Imports::NAME, None);
    let linked = parts.imports.linked();
    linked.map_or_else(String::new, |linked| worded(linked, text, words))
}

#[split::split]
fn worded(_: Linked<Imports>, text: &str, words: &'static Language) -> String {
    match instrument::parse(text) {
        Ok(_) => String::new(),
        Err(faults) => {
            let mut lines = words.faults().lines(&faults);
            if faults.more > 0 {
                lines.push(words.files().more_faults(faults.more));
            }
            lines.join("\n")
        }
    }
}
