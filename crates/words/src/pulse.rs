//! The five statements of a pulse: those of the program, or of the questionnaire on the page.

use crate::Pulse;
use app::rounds::questions::{Five, PULSE as IDS};

impl Pulse {
    /// The statement at `place`, as whoever answers reads it; `None` if this page does not have it.
    #[must_use]
    pub fn asked(self, five: Five<'_>, place: usize) -> Option<&str> {
        match five {
            Five::Program => self.statement(IDS.get(place)?),
            Five::Own(own) => own.get(place).map(String::as_str),
            Five::Unknown => None,
        }
    }

    /// What the statement at `place` is called beside its figure: by the name that the program gives its own,
    /// otherwise in the words of the questionnaire, or by number where this page has no words for it.
    #[must_use]
    pub fn called(self, five: Five<'_>, place: usize) -> String {
        let name = match five {
            Five::Program => IDS.get(place).and_then(|id| self.name(id)),
            _ => self.asked(five, place),
        };
        name.map_or_else(|| self.numbered(place + 1), str::to_owned)
    }
}
