//! Texts about files that are open, and the group of their results.

use crate::Files;
use app::after::Rejection;
use measure::group::{Spread, Statement};
use measure::instrument::{FormName, Instrument};
use measure::report::Report;
use measure::scoring::FindingKind;
use records::import::Refused;

/// The size of the largest file that is read, in KiB.
const LIMIT_KIB: usize = 1024;

impl Files {
    /// Why a file is rejected.
    #[must_use]
    pub fn unfit(self, file: &str, rejection: &Rejection) -> String {
        match rejection {
            Rejection::TooLarge(bytes) => {
                self.unfit_too_large(file, bytes.div_ceil(1024), LIMIT_KIB)
            }
            Rejection::Unreadable => self.unfit_unreadable(file),
            Rejection::Refused(refused) => match refused {
                Refused::NotJson(_) => self.unfit_not_json(file),
                Refused::OtherFile(_) => self.unfit_other_file(file),
                Refused::Newer { .. } => self.unfit_newer(file),
                Refused::OtherInstrument(_) => self.unfit_other_instrument(file),
                Refused::Faulty(_) => self.unfit_faulty(file),
            },
        }
    }

    /// The finding of a result that is opened from a file, as a heading.
    #[must_use]
    pub fn finding_of_file(self, instrument: &Instrument, report: &Report) -> String {
        let lowest = |direction: &str| self.opened_lowest(direction);
        let too_close = |directions: &str| self.opened_too_close(directions);
        self.finding(instrument, report, &lowest, &too_close)
    }

    /// The same in a list of files.
    #[must_use]
    pub fn finding_in_list(self, instrument: &Instrument, report: &Report) -> String {
        let lowest = |direction: &str| self.listed_lowest(direction);
        let too_close = |directions: &str| self.listed_too_close(directions);
        self.finding(instrument, report, &lowest, &too_close)
    }

    fn finding(
        self,
        instrument: &Instrument,
        report: &Report,
        lowest: &dyn Fn(&str) -> String,
        too_close: &dyn Fn(&str) -> String,
    ) -> String {
        let named = report.finding.scales.iter();
        // The labels of now: the report may have been made in another language.
        let named = named.filter_map(|scale| instrument.scale(*scale));
        let labels: Vec<&str> = named.map(|scale| scale.label.as_str()).collect();
        match (report.finding.kind, labels.first(), &report.nearest_option) {
            (FindingKind::Weakest | FindingKind::Likely, Some(first), _) => lowest(first),
            (FindingKind::TooClose, ..) => too_close(&self.0.results().named(&labels)),
            (_, _, Some(option)) if report.directions.len() == 1 => self.opened_around(option),
            _ => self.0.results().finding_not_enough().to_owned(),
        }
    }

    /// How many people are in a group that answered this form.
    #[must_use]
    pub fn group_people(self, people: usize, form: FormName) -> String {
        match form {
            FormName::Full => self.group_people_full(people),
            FormName::Short => self.group_people_short(people),
        }
    }

    /// The mean score of a group and its spread.
    #[must_use]
    pub fn group_spread_text(self, spread: &Spread) -> String {
        let [mean, sd] = [spread.mean, spread.sd].map(|value| self.0.number(value, 0));
        self.group_spread(&mean, &sd)
    }

    /// The mean answer of a group to a statement, and the option nearest to it.
    #[must_use]
    pub fn group_mean_text(self, statement: &Statement, option: &str) -> String {
        let Spread { mean, people, .. } = statement.answers;
        self.group_mean(&self.0.number(mean, 1), option, people)
    }
}
