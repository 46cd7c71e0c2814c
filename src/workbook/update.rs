//! The one place where the workbook changes.

use super::{Effect, Message, Page, Said, Shelf, Workbook};

/// The workbook after `message`, and what the shell must do, in order.
#[must_use]
pub fn update(mut workbook: Workbook, message: Message) -> (Workbook, Vec<Effect>) {
    let mut effects = Vec::new();
    workbook.apply(message, &mut effects);
    (workbook, effects)
}

impl Workbook {
    fn apply(&mut self, message: Message, effects: &mut Vec<Effect>) {
        match message {
            Message::Shown(page, shelf) => self.show(page, shelf),
            Message::WentBack => effects.push(Effect::Tell {
                what: "back",
                text: String::new(),
            }),
            Message::OpenedPart(part) => effects.push(Effect::Tell {
                what: "part",
                text: part.as_str().to_owned(),
            }),
            Message::AskedToPrint => self.with_result(Effect::PrintReport, effects),
            Message::AskedToCopy => self.with_result(Effect::CopySummary, effects),
            Message::AskedForCsv => self.with_result(Effect::OfferCsv, effects),
            Message::FailedToPrint => self.said = Some(Said::NotPrinted),
            Message::Copied(true) => self.said = Some(Said::Copied),
            Message::Copied(false) => self.said = Some(Said::NotCopied),
        }
    }

    fn show(&mut self, page: Page, shelf: Shelf) {
        if page != self.page {
            self.said = None;
        }
        self.page = page;
        self.shelf = shelf;
    }

    fn with_result(&mut self, effect: Effect, effects: &mut Vec<Effect>) {
        self.said = None;
        if self.shelf.result.is_some() {
            effects.push(effect);
        }
    }
}
