//! What follows a result, through the one update: files, comparisons, exports, and the practice
//! beside a result.
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::pedantic,
    clippy::unwrap_used,
    reason = "test code"
)]

mod compare;
mod files;
mod hostile;
mod opened;
mod practice;
mod rounds;

use app::after::{After, ChosenFile, Message};
use app::session::{self, Effect};
use measure::completed::Completed;
use measure::instrument::{FormName, ItemIndex, Keying};
use measure::time::UnixMs;
use records::document::ResultDocument;
use simulator::tabs::{Browser, added, imported};
use testing::{completed, option, sheet, shipped};

/// All keyed answers 1 to 5 alike, finished at this second.
fn result(keyed: u64, second: i64) -> Completed {
    let instrument = shipped();
    let items = ItemIndex::enumerate(&instrument.items);
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

/// One tab on the screen for saving and deleting.
struct Page {
    browser: Browser,
}

impl Page {
    fn empty() -> Self {
        let mut browser = Browser::new();
        browser.open();
        let mut page = Self { browser };
        page.sends(session::Message::OpenedKeep);
        page
    }

    fn with_latest(latest: Completed) -> Self {
        let mut page = Self::empty();
        page.sends(imported(latest));
        page
    }

    /// With these kept results, the last of which is the latest.
    fn with_past(past: &[Completed]) -> Self {
        let mut page = Self::empty();
        for result in past {
            page.sends(added(result.clone()));
            page.sends(imported(result.clone()));
        }
        page
    }

    fn after(&self) -> &After {
        self.browser.after(0)
    }

    /// Sends a message, and returns its effects.
    fn sends(&mut self, message: impl Into<session::Message>) -> Vec<Effect> {
        let before = self.browser.effects(0).len();
        self.browser.does(0, message.into());
        self.browser.effects(0)[before..].to_vec()
    }

    fn chooses(&mut self, text: &str) -> Vec<Effect> {
        self.chooses_all(&[("file.json", text)])
    }

    /// Chooses files at once, which are read one after another.
    fn chooses_all(&mut self, files: &[(&str, &str)]) -> Vec<Effect> {
        let sizes = files.iter().map(|(_, text)| text.len() as u64);
        let mut effects = self.sends(Message::ChoseFiles(sizes.collect()));
        for (name, text) in files {
            let read = Message::ReadFile((*name).to_owned(), (*text).to_owned());
            effects.extend(self.sends(read));
        }
        effects
    }

    /// The file that was chosen last.
    fn file(&self) -> ChosenFile {
        let last = self.after().files.all().last();
        ChosenFile::clone(last.expect("a file is open"))
    }
}
