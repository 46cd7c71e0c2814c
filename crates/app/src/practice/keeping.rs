//! What is stored, and what was stored elsewhere. The session keeps the texts; here is what they say.

use super::event::{Effect, Write};
use super::screen::Screen;
use super::session::Practice;
use records::practice::record::Name;
use records::stored::RecordError;

impl Practice {
    /// The write of what this message changed, before every other effect.
    pub(super) fn commit(&mut self, effects: &mut Vec<Effect>) {
        let dirty = std::mem::take(&mut self.dirty).into_iter();
        let writes: Vec<Write> = dirty.filter_map(|name| self.write(name)).collect();
        if !writes.is_empty() {
            effects.insert(0, Effect::Store(writes));
        }
    }

    fn write(&self, name: Name) -> Option<Write> {
        Some(Write::Put(name, self.records.text(name)?))
    }

    /// Takes in a text that was stored before, or elsewhere. One that cannot be read is set aside.
    /// What this page has takes the place of that, and of what is older.
    pub(super) fn changed_elsewhere(
        &mut self,
        name: &str,
        text: Option<&str>,
        effects: &mut Vec<Effect>,
    ) {
        let Some(name) = Name::from_text(name) else {
            return;
        };
        let Some(text) = text else {
            return self.gone(name);
        };
        match name.read(text) {
            Ok(record) => {
                let theirs = record.stamp;
                self.records.merge(name, record);
                let mine = self.records.stamped(name).map(|record| record.stamp);
                if mine != Some(theirs) {
                    effects.extend(self.write(name).map(|write| Effect::Store(vec![write])));
                }
            }
            Err(RecordError::Newer(_)) => effects.push(Effect::FoundNewer),
            Err(RecordError::Corrupt(_)) => {
                let mut writes = vec![Write::SetAside(name)];
                writes.extend(self.write(name));
                effects.push(Effect::Store(writes));
            }
        }
    }

    /// A key goes altogether when everything is deleted: removing one record leaves a marker.
    fn gone(&mut self, name: Name) {
        self.records.drop_one(name);
        if !self.has_anything() {
            self.forget_changes();
            self.screen = Screen::Map;
        }
    }
}
