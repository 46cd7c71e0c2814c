//! How often the likelihoods of a finding come true, in simulated people: nobody is measured here.

use std::fmt::Write as _;

use json::number::to_f64;
use measure::instrument::{FormName, Instrument, ScaleIndex};
use measure::response::items_of_scale;
use measure::scoring::odds::Measured;
use measure::scoring::{Finding, FindingKind};

use crate::random::Random;
use crate::table::{grid, number};

/// The mean of the true scores.
const MEAN: f64 = 70.0;
/// The standard deviation of true scores between people.
const SD: f64 = 14.0;
/// The correlation of true scores between directions.
const CORRELATION: f64 = 0.5;

/// How often one kind of finding was given, and how often it was right.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Calibrated {
    /// The number of people with this finding.
    pub people: u64,
    /// The sum of the probabilities that its directions hold the lowest.
    claimed: f64,
    /// How often they did.
    right: u64,
}

impl Calibrated {
    /// The mean probability that was claimed.
    #[must_use]
    pub fn claims(&self) -> f64 {
        self.claimed / to_f64(self.people)
    }

    /// The share of people for whom it was right.
    #[must_use]
    pub fn comes_true(&self) -> f64 {
        to_f64(self.right) / to_f64(self.people)
    }

    /// The standard error of that share.
    #[must_use]
    pub fn sampling_error(&self) -> f64 {
        let share = self.comes_true();
        (share * (1.0 - share) / to_f64(self.people)).sqrt()
    }
}

/// The kinds of finding that people with a score in every direction can have.
pub const KINDS: [FindingKind; 3] = [
    FindingKind::Weakest,
    FindingKind::Likely,
    FindingKind::TooClose,
];

/// The calibration in one form, per kind of [`KINDS`].
#[must_use]
pub fn calibrate(
    instrument: &Instrument,
    form: FormName,
    people: u64,
    seed: u64,
) -> [Calibrated; 3] {
    let errors = errors(instrument, form);
    let mut random = Random::new(seed);
    let mut found = [Calibrated::default(); 3];
    for _ in 0..people {
        let shared = CORRELATION.sqrt() * random.normal();
        let mut lowest = (None, f64::MAX);
        let mut scores = Vec::with_capacity(errors.len());
        for (scale, sem) in &errors {
            let own = (1.0 - CORRELATION).sqrt() * random.normal();
            let true_score = MEAN + SD * (shared + own);
            if true_score < lowest.1 {
                lowest = (Some(*scale), true_score);
            }
            let score = true_score + sem * random.normal();
            scores.push((*scale, Measured { score, sem: *sem }));
        }
        let finding = Finding::from_scores(&scores, instrument.spread.value);
        for (kind, calibrated) in KINDS.iter().zip(&mut found) {
            if *kind == finding.kind {
                let named = finding.scales.iter();
                calibrated.people += 1;
                calibrated.claimed += named.map(|scale| finding.probability(*scale)).sum::<f64>();
                let is_right = lowest
                    .0
                    .is_some_and(|scale| finding.scales.contains(&scale));
                calibrated.right += u64::from(is_right);
            }
        }
    }
    found
}

/// The scales with items in a form, each with the error of a score over all of these.
fn errors(instrument: &Instrument, form: FormName) -> Vec<(ScaleIndex, f64)> {
    let scales = ScaleIndex::enumerate(&instrument.scales);
    scales
        .map(|(scale, stated)| {
            (
                scale,
                stated,
                items_of_scale(instrument, form, scale).count(),
            )
        })
        .filter(|(_, _, items)| *items > 0)
        .map(|(scale, stated, items)| (scale, stated.sem.for_answers(items)))
        .collect()
}

/// The calibration of every form as text.
#[must_use]
pub fn format_calibration(instrument: &Instrument, people: u64, seed: u64) -> String {
    let mut text = format!(
        "{} {}\nMADE-UP PEOPLE, {people} in each form, seed {seed}. Their true scores have a mean of {MEAN}, an SD of {SD}\n\
         and a correlation of {CORRELATION} between directions; what they answer has the errors that the\n\
         questionnaire states. The finding is judged with a spread of {}.\n",
        instrument.id, instrument.version, instrument.spread.value
    );
    let forms = FormName::ALL.into_iter();
    for form in forms.filter(|form| instrument.form(*form).is_some()) {
        let errors = errors(instrument, form);
        let errors: Vec<String> = errors.iter().map(|(_, sem)| format!("{sem:.1}")).collect();
        let _ = write!(
            text,
            "\n{} form, errors {}\n\n",
            form.as_str(),
            errors.join(", ")
        );
        let found = calibrate(instrument, form, people, seed);
        let rows = KINDS.iter().zip(found).map(|(kind, calibrated)| {
            let share = 100.0 * to_f64(calibrated.people) / to_f64(people);
            let some = calibrated.people > 0;
            let number = |value, decimals| number(some.then_some(value), decimals);
            [
                kind.as_str().to_owned(),
                format!("{share:.1} %"),
                number(calibrated.claims(), 3),
                number(calibrated.comes_true(), 3),
                number(calibrated.sampling_error(), 4),
            ]
        });
        let head = ["", "people", "claims", "comes true", "sampling error"];
        text += &grid(&head, rows);
    }
    text
}
