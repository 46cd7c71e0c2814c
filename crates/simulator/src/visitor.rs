//! What visitors do often, and what a test asks of the browser often.

use std::rc::Rc;

use app::session::{Message, Notice, Screen};
use measure::instrument::{FormName, ItemIndex};
use measure::response::{Response, ResponseSheet};
use records::slot::Slot;
use testing::{option, small};

use super::tabs::{Browser, audit};

impl Browser {
    /// A browser with one tab.
    pub fn with_tab() -> Self {
        let mut browser = Self::new();
        browser.open();
        browser
    }

    /// A browser whose only tab is in an audit with these first answers.
    pub fn answering(options: &[u64]) -> Self {
        let mut browser = Self::with_tab();
        browser.begins(0, options);
        browser
    }

    /// The same in the short form.
    pub fn answering_short(options: &[u64]) -> Self {
        let mut browser = Self::with_tab();
        browser.does(0, Message::PickedForm(FormName::Short));
        browser.begins(0, options);
        browser
    }

    /// The same with the result of a short audit before it.
    pub fn answering_again(options: &[u64]) -> Self {
        let mut browser = Self::answering_short(&[3; 18]);
        browser.does(0, Message::OpenedWelcome);
        browser.begins(0, options);
        browser
    }

    /// Two tabs in the same audit that know of the same first three answers: 4, 5 and 3.
    pub fn two_tabs() -> Self {
        let mut browser = Self::answering(&[4, 5, 3]);
        let second = browser.open();
        browser.does(second, Message::Continued);
        browser.settle();
        browser
    }

    /// Several things in a tab, one after another.
    pub fn all(&mut self, tab: usize, messages: impl IntoIterator<Item = Message>) {
        for message in messages {
            self.does(tab, message);
        }
    }

    /// The same before the tab has heard of the others.
    pub fn takes_all(&mut self, tab: usize, messages: impl IntoIterator<Item = Message>) {
        for message in messages {
            self.takes(tab, message);
        }
    }

    /// Jumps to the item at this place of the instrument and chooses an option in a tab that has not heard of the others.
    pub fn answers_unheard(&mut self, tab: usize, item: usize, number: u64) {
        let chose = Message::ChoseOption(option(number));
        self.takes_all(tab, [Message::RevisitedItem(testing::item(item)), chose]);
    }

    /// Ten answers in a tab that has not heard of the others: its clock is ahead of theirs.
    pub fn gets_ahead(&mut self, tab: usize) {
        for item in 10..20 {
            self.answers_unheard(tab, item, 2);
        }
    }

    /// Starts a new audit in a tab that has not heard of the others, and answers its first item.
    pub fn begins_unheard(&mut self, tab: usize, number: u64) {
        let press = Message::PressedOption(option(number));
        self.takes_all(tab, [Message::OpenedWelcome, Message::Started, press]);
    }

    /// Every tab hears of everything. The responses in short, which are the same in every tab and in
    /// storage.
    pub fn agreed(&mut self) -> String {
        self.settle();
        let stored = self.stored_responses();
        for tab in self.open_tabs() {
            assert_eq!(self.responses(tab), stored, "tab {tab} and storage");
        }
        stored
    }

    /// Deletes everything in a tab that has not heard of the others, and undoes that.
    pub fn erases_and_undoes(&mut self, tab: usize) {
        self.erases_unheard(tab);
        self.takes(tab, Message::UndidErase);
    }

    /// The owner changes to another questionnaire; one of its items has the id of one of ours.
    pub fn changes_questionnaire(&mut self) {
        let other = small(3, |text| text.replace("\"i1\"", "\"up-trust-1\""));
        self.instrument = Rc::new(other);
    }

    /// Every one of these texts is stored, under whatever key.
    pub fn still_holds(&self, records: &[(String, String)]) {
        let stored = self.everything();
        for (key, text) in records {
            let there = stored.iter().any(|(_, other)| other == text);
            assert!(there, "{key} is gone");
        }
    }

    /// The stored text of the practice under this name.
    pub fn practice_text(&self, name: &str) -> Option<String> {
        self.text(&Slot::Practice(name.to_owned()))
    }

    /// Every key without the audit's prefix.
    pub fn slots(&self) -> Vec<String> {
        let prefix = Slot::prefix(&audit());
        let keys = self.everything().into_iter();
        keys.map(|(key, _)| key.replace(&prefix, "")).collect()
    }

    /// Deletes everything.
    pub fn erases(&mut self, tab: usize) {
        self.deliver(tab);
        self.erases_unheard(tab);
    }

    /// The same in a tab that has not heard of the others.
    pub fn erases_unheard(&mut self, tab: usize) {
        let messages = [Message::OpenedKeep, Message::AskedToErase, Message::Erased];
        self.takes_all(tab, messages);
    }

    /// Begins an audit of the picked form and answers its first items so.
    pub fn begins(&mut self, tab: usize, options: &[u64]) {
        self.does(tab, Message::Started);
        self.presses(tab, options);
    }

    pub fn presses(&mut self, tab: usize, options: &[u64]) {
        for number in options {
            self.does(tab, Message::PressedOption(option(*number)));
        }
    }

    /// Jumps to the item at this place of the instrument and chooses an option, without moving on.
    pub fn answers(&mut self, tab: usize, item: usize, number: u64) {
        self.does(tab, Message::RevisitedItem(testing::item(item)));
        self.does(tab, Message::ChoseOption(option(number)));
    }

    /// The responses in a tab, in short, as far as the last that is there.
    pub fn responses(&self, tab: usize) -> String {
        brief(&self.session(tab).sheet(), self.session(tab).items())
    }

    /// The responses in storage, in short.
    pub fn stored_responses(&self) -> String {
        brief(&self.stored_sheet(), self.stored().items())
    }

    /// The position of the item on screen, from 0.
    pub fn place(&self, tab: usize) -> Option<usize> {
        match self.session(tab).screen {
            Screen::Item { position, .. } => Some(position),
            _ => None,
        }
    }

    pub fn notices(&self, tab: usize) -> &[Notice] {
        &self.session(tab).notices
    }
}

fn brief(sheet: &ResponseSheet, items: &[ItemIndex]) -> String {
    let marks = items.iter().map(|index| match sheet.get(*index) {
        None => "-".to_owned(),
        Some(Response::NotApplicable) => "x".to_owned(),
        Some(Response::Chosen(option)) => option.get().to_string(),
    });
    marks.collect::<String>().trim_end_matches('-').to_owned()
}
