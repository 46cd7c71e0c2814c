//! Texts for saving results, earlier results and their comparison.

use crate::Keep;
use measure::change::{Difference, Refusal, ScaleChange, Verdict};
use measure::instrument::FormName;

impl Keep {
    /// An earlier result in the list: its date, its form.
    #[must_use]
    pub fn past_result(self, date: &str, form: FormName) -> String {
        match form {
            FormName::Full => self.past_result_full(date),
            FormName::Short => self.past_result_short(date),
        }
    }

    /// Why two results are not compared.
    #[must_use]
    pub fn refusal(self, refusal: Refusal) -> &'static str {
        match refusal {
            Refusal::OtherInstrument => self.refusal_other_instrument(),
            Refusal::OtherMajorVersion => self.refusal_other_major_version(),
            Refusal::OtherForm => self.refusal_other_form(),
            Refusal::CannotBeScored => self.refusal_cannot_be_scored(),
            Refusal::SameResult => self.refusal_same_result(),
        }
    }

    /// What the change of a direction amounts to, in whole points.
    #[must_use]
    #[expect(clippy::cast_possible_truncation, reason = "at most a few hundred")]
    pub fn change(self, scale: &ScaleChange) -> String {
        let Some(Difference { points, margin }) = scale.difference else {
            return self.change_unknown().to_owned();
        };
        let points = points.abs().round() as i64;
        let margin = margin.round() as i64;
        match scale.verdict() {
            Verdict::Higher => self.change_higher(points, margin),
            Verdict::Lower => self.change_lower(points, margin),
            Verdict::NoReliableChange | Verdict::CannotBeCompared => {
                self.change_none(points, margin)
            }
        }
    }
}
