//! Texts of the results that depend on a report.

use crate::{Joined, Results};
use measure::instrument::{FormName, Instrument, Origin};
use measure::report::{Direction, Report, Shown, other_bands};
use measure::scoring::odds::InTen;
use measure::scoring::{Band, Cell, Estimate, FindingKind, Note, NoteCode};

/// How many directions a finding names.
const MOST_NAMED: usize = 3;

/// Whether the means of all directions are within one answer of each other. Few answers can be too close to call and
/// still look far apart.
fn are_alike(report: &Report) -> bool {
    let means = report.directions.iter();
    let means = means.filter_map(|one| one.set.estimate.map(|estimate| estimate.mean));
    let (least, most) = means.fold((f64::MAX, f64::MIN), |(least, most), mean| {
        (least.min(mean), most.max(mean))
    });
    most - least <= 1.0
}

impl Results {
    /// Line above the finding: date of the result, form.
    #[must_use]
    pub fn kicker(self, date: &str, form: FormName) -> String {
        match form {
            FormName::Full => self.kicker_full(date),
            FormName::Short => self.kicker_short(date),
        }
    }

    /// The finding and the reason for it.
    #[must_use]
    pub fn finding(self, report: &Report) -> (String, &'static str) {
        let finding = &report.finding;
        let named = finding
            .scales
            .iter()
            .filter_map(|scale| scale.of(&report.directions));
        let labels: Vec<&str> = named.map(|direction| direction.label.as_str()).collect();
        let alike = labels.len() == finding.odds.len() && are_alike(report);
        let answered: usize = report.directions.iter().map(|one| one.set.answered).sum();
        let first = labels.first().copied().unwrap_or_default();
        let chances = || {
            let scale = finding.scales.first();
            let probability = scale.map_or(0.0, |scale| finding.probability(*scale));
            self.chances(InTen::from_probability(probability))
        };
        let option = report.nearest_option.as_deref();
        match (finding.kind, option) {
            (FindingKind::Weakest, _) => (
                self.finding_weakest(first, &chances()),
                self.finding_lowest_why(),
            ),
            (FindingKind::Likely, _) => (
                self.finding_likely(first, &chances()),
                self.finding_lowest_why(),
            ),
            (FindingKind::TooClose, Some(option)) if alike => {
                // None is lower than another, so they are named in their order.
                let scored = report
                    .directions
                    .iter()
                    .filter(|one| one.set.estimate.is_some());
                let labels: Vec<&str> = scored.map(|one| one.label.as_str()).collect();
                (
                    self.finding_alike(&self.named(&labels), option),
                    self.finding_too_close_why(),
                )
            }
            (FindingKind::TooClose, _) => (
                self.finding_too_close(&self.named(&labels)),
                self.finding_too_close_why(),
            ),
            (FindingKind::NotEnough, Some(option)) if report.directions.len() == 1 => {
                (self.finding_one_scale(option), "")
            }
            (FindingKind::NotEnough, _)
                if answered > 0 && !report.directions.iter().any(Direction::is_shown) =>
            {
                (self.every_heading(answered), "")
            }
            (FindingKind::NotEnough, _) => (
                self.finding_not_enough().to_owned(),
                self.finding_not_enough_why(),
            ),
        }
    }

    /// Labels of directions as a list. Of many, three are named and the others counted.
    #[must_use]
    pub fn named(self, labels: &[&str]) -> String {
        let others = labels.len().saturating_sub(MOST_NAMED);
        let more = self.more_named(others);
        let mut named: Vec<&str> = labels.iter().copied().take(MOST_NAMED).collect();
        if others > 0 {
            named.push(&more);
        }
        self.0.list(&named, Joined::And)
    }

    /// The finding without its chances, which the screen shows beside it, and the reason for it.
    #[must_use]
    pub fn finding_on_screen(self, report: &Report) -> (String, &'static str) {
        let lowest = report.finding.scales.first();
        let lowest = lowest.and_then(|scale| scale.of(&report.directions));
        match (report.finding.kind, lowest) {
            (FindingKind::Weakest | FindingKind::Likely, Some(direction)) => (
                self.finding_lowest(&direction.label),
                self.finding_lowest_why(),
            ),
            _ => self.finding(report),
        }
    }

    /// A probability in words.
    #[must_use]
    pub fn chances(self, chances: InTen) -> String {
        match chances {
            InTen::UnderOnePercent => self.chances_tiny().to_owned(),
            InTen::About(number) => self.chances_about(number),
            InTen::MoreThanNine => self.chances_most().to_owned(),
        }
    }

    /// A direction's score with its interval, or why it has none.
    #[must_use]
    pub fn score_text(self, direction: &Direction) -> String {
        match direction.set.estimate {
            _ if !direction.applies => self.not_applicable().to_owned(),
            None => self.not_scored(direction.set.answered, direction.set.total),
            Some(estimate) => {
                let shown = Shown::from_estimate(&estimate);
                self.score_with_interval(shown.score, shown.low, shown.high)
            }
        }
    }

    /// How a direction's score was computed, in the numbers of the export; `None` without a score.
    #[must_use]
    pub fn made_text(self, of: &Instrument, direction: &Direction) -> Option<String> {
        let estimate = direction.set.estimate?;
        let mean = self.0.number(estimate.mean, 2);
        let score = self.0.number(estimate.score, 1);
        let sem = self.0.number(estimate.sem, 1);
        let steps = of.steps();
        let (label, set) = (direction.label.as_str(), &direction.set);
        Some(match estimate.origin {
            Origin::Assumed => self.made_of_assumed(
                label,
                set.answered,
                set.total,
                direction.reversed,
                &mean,
                steps,
                &score,
                &sem,
            ),
            Origin::Estimated { .. } => self.made_of_estimated(
                label,
                set.answered,
                set.total,
                direction.reversed,
                &mean,
                steps,
                &score,
                &sem,
            ),
        })
    }

    /// The name of a band.
    #[must_use]
    pub fn band_name(self, band: Band) -> &'static str {
        self.band(band.as_str()).unwrap_or_default()
    }

    /// The band of a score, with the other bands that its range reaches into; `None` for a facet with
    /// too few answers for a band.
    #[must_use]
    pub fn band_text(self, estimate: &Estimate) -> Option<String> {
        let name = self.band_name(estimate.band?);
        let others = other_bands(estimate).into_iter();
        let others: Vec<_> = others.map(|band| self.band_name(band)).collect();
        Some(if others.is_empty() {
            name.to_owned()
        } else {
            self.band_hedged(name, &self.0.list(&others, Joined::Or))
        })
    }

    /// The shade of a square of the grid in words.
    #[must_use]
    pub fn step(self, cell: Cell) -> &'static str {
        match cell {
            Some(1) => self.step_1(),
            Some(2) => self.step_2(),
            Some(3) => self.step_3(),
            Some(4) => self.step_4(),
            Some(5) => self.step_5(),
            _ => self.step_none(),
        }
    }

    /// A note on response quality.
    #[must_use]
    pub fn note(self, note: &Note) -> String {
        let Note { code, seen, of } = *note;
        match code {
            NoteCode::StraightLining => self.note_straight_lining(seen, of),
            NoteCode::TooFast => self.note_too_fast(seen),
            NoteCode::ManyMissing => self.note_many_missing(seen, of),
        }
    }
}
