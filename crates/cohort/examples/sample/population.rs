//! A simulated population whose mean, spread and alpha are known exactly.
//!
//! Each person has a general trait G and one trait D per scale, each 0 or 1 with equal chances, and
//! answers every item with an error E of its own, 0, 1 or 2 with equal chances. The keyed answer is
//! 1 + G + D + E, so 1 to 5 without clipping. Variances: G and D 1/4 each, E 2/3; mean 3, which
//! is 50 points. All items of a scale share the variance 1/2, so for k items of one scale
//! alpha = (k/2) / (k/2 + 2/3), and the variance of a score is 625 (1/2 + 2/(3k)): for 12 items
//! alpha .9, SD 18.634, error 5.893; for 6 items alpha 9/11.

use measure::completed::Completed;
use measure::instrument::{FormName, Instrument, Keying};
use measure::response::{OptionNumber, Response, ResponseSheet};
use measure::time::UnixMs;
use testing::random::Random;

/// Generates the results of one person after another.
#[derive(Debug, Clone)]
pub(crate) struct Population {
    random: Random,
    form: Option<FormName>,
    whole: bool,
    people: u64,
}

impl Population {
    /// Without a `form`, one result in five is of the short form. Unless `whole`, one item in a hundred is
    /// left out, one in two hundred does not apply, and to one person in ten the last scale does not
    /// apply, all independent of the traits.
    pub(crate) fn new(seed: u64, form: Option<FormName>, whole: bool) -> Self {
        Self {
            random: Random::new(seed),
            form,
            whole,
            people: 0,
        }
    }

    /// The next person's result.
    pub(crate) fn next(&mut self, instrument: &Instrument) -> Completed {
        let short = self.random.below(5) == 0 && instrument.form(FormName::Short).is_some();
        let drawn = if short {
            FormName::Short
        } else {
            FormName::Full
        };
        let form = self.form.unwrap_or(drawn);
        let general = self.random.next_u64() % 2;
        let own: Vec<u64> = instrument
            .scales
            .iter()
            .map(|_| self.random.next_u64() % 2)
            .collect();
        let alone = self.random.below(10) == 0 && !self.whole;

        let mut sheet = ResponseSheet::blank(instrument, form);
        for index in instrument.in_instrument_order(form) {
            let Some(item) = instrument.item(index) else {
                continue;
            };
            let trait_of_scale = item.scale.of(&own).copied().unwrap_or_default();
            let keyed = 1 + general + trait_of_scale + self.random.next_u64() % 3;
            let raw = match item.keying {
                Keying::Forward => keyed,
                Keying::Reverse => 6 - keyed,
            };
            let left_out = self.random.next_u64() % 200;
            let response = if alone && item.scale.get() + 1 == own.len() {
                Some(Response::NotApplicable)
            } else if self.whole || left_out > 2 {
                OptionNumber::new(raw).map(Response::Chosen)
            } else if left_out == 0 {
                Some(Response::NotApplicable)
            } else {
                None
            };
            sheet.set(index, response);
        }
        self.completed(instrument, sheet)
    }

    fn completed(&mut self, instrument: &Instrument, sheet: ResponseSheet) -> Completed {
        self.people += 1;
        let active_seconds = 150 + self.random.next_u64() % 400;
        // One person every ten minutes, from 21 November 2026.
        let minutes = i64::try_from(self.people % 50_000_000).unwrap_or_default() * 10;
        let started = 1_795_251_600_000 + minutes * 60_000;
        let lasted =
            i64::try_from(active_seconds + self.random.next_u64() % 60).unwrap_or_default();
        Completed {
            sheet,
            version: instrument.version.clone(),
            language: "en".to_owned(),
            wording: instrument.wording.clone(),
            started_at: UnixMs(started),
            ended_at: UnixMs(started + lasted * 1000),
            active_seconds,
        }
    }
}
