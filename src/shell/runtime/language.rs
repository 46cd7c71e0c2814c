//! Changes the language while the program runs.

use std::rc::Rc;

use wasm_bindgen::JsValue;

use super::Runtime;
use crate::shell::language::tree;
use app::session::Message;
use measure::instrument::Instrument;
use words::{Language, Part, Table};

impl Runtime {
    /// Draws everything in another language from now on. Answers, screen and focus stay. `instrument`
    /// is the questionnaire in that language; one with other items is ignored.
    pub fn translate(&self, words: &'static Language, instrument: Rc<Instrument>) {
        self.words.set(words);
        self.dispatch(Message::Reworded(instrument));
    }

    /// Adds the texts of a part. What is no table is ignored.
    pub(super) fn add_texts(&self, part: &str, texts: &JsValue) {
        if let (Some(part), Some(table)) = (Part::from_name(part), Table::from_tree(&tree(texts))) {
            self.words.get().add(part, table);
        }
    }
}
