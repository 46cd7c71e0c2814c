//! The figures of a cohort as data, and their JSON. Numbers are unrounded, except in `sem`, which is
//! ready for an instrument file.

use measure::instrument::Instrument;
use serde::Serialize;

use crate::estimate::{Estimate, LEVEL, NoAlpha};
use crate::tally::{Set, Tally};
use crate::{Cohort, Edition};

/// The figures of a cohort.
#[derive(Debug, Serialize)]
pub struct Report {
    schema: &'static str,
    version: u64,
    /// The instrument that was answered.
    pub instrument: Edition,
    /// The title of that instrument.
    #[serde(skip)]
    pub title: String,
    /// How many results there were.
    pub results: Results,
    /// One per form with results.
    pub forms: Vec<Form>,
}

/// How many results there were.
#[derive(Debug, Serialize)]
pub struct Results {
    /// Everything that was read, valid or not.
    pub read: u64,
    /// Those in the figures.
    pub counted: u64,
    /// Those that are not valid results.
    pub unreadable: u64,
    /// Those of a form that was not asked for.
    pub other_form: u64,
    /// Those of other instruments or editions.
    pub other_instrument: u64,
}

/// The figures of one form.
#[derive(Debug, Serialize)]
pub struct Form {
    /// `full` or `short`.
    pub form: &'static str,
    /// The number of results.
    pub counted: u64,
    /// One row per scale with items in this form.
    pub scales: Vec<Row>,
    /// One row per facet with items in this form.
    pub facets: Vec<Row>,
}

/// The figures of one scale or facet.
#[derive(Debug, Serialize)]
pub struct Row {
    /// Id of the scale or facet.
    pub id: String,
    /// Its label.
    #[serde(skip)]
    pub label: String,
    /// The number of items in this form.
    pub items: usize,
    /// The number of people to whom the whole set does not apply.
    pub not_applicable: u64,
    /// The number of people with a score.
    pub scored: u64,
    /// The mean of their scores, in points.
    pub mean: Option<f64>,
    /// The standard deviation of their scores, in points.
    pub sd: Option<f64>,
    /// The number of people who answered every item; the remaining figures are theirs.
    pub complete: u64,
    /// The standard deviation of their scores, in points.
    pub complete_sd: Option<f64>,
    /// Cronbach's alpha.
    pub alpha: Option<f64>,
    /// The confidence interval of alpha.
    pub interval: Option<Interval>,
    /// The standard error of measurement, in points.
    pub error: Option<f64>,
    /// The `sem` for the instrument file; scales only.
    pub sem: Option<Sem>,
    /// Why a figure is missing.
    pub why: Option<&'static str>,
}

/// A confidence interval.
#[derive(Debug, Serialize)]
pub struct Interval {
    /// The lower end.
    pub low: f64,
    /// The upper end.
    pub high: f64,
    /// The confidence level, 0 to 1.
    pub level: f64,
}

/// `sem` as in instrument files (`docs/instrument.md`).
#[derive(Debug, Serialize)]
pub struct Sem {
    /// In points, rounded to two decimals.
    pub value: f64,
    /// The number of items that `value` holds for.
    pub items: usize,
    origin: &'static str,
    /// The number of people it is estimated from.
    pub n: u64,
    /// Cronbach's alpha, rounded to three decimals.
    pub alpha: f64,
}

impl Sem {
    /// The `"sem": {…}` entry to paste into the instrument file.
    #[must_use]
    pub fn to_text(&self) -> String {
        format!(
            "\"sem\": {{\"value\": {:.2}, \"items\": {}, \"origin\": \"{}\", \"n\": {}, \"alpha\": {:.3}}}",
            self.value, self.items, self.origin, self.n, self.alpha
        )
    }
}

impl Report {
    pub(crate) fn from_cohort(cohort: &Cohort<'_>) -> Self {
        let (instrument, counts) = (cohort.instrument(), cohort.counts());
        Self {
            schema: "leadership-audit/cohort",
            version: 1,
            instrument: Edition::from_instrument(instrument),
            title: instrument.title.clone(),
            results: Results {
                read: counts.read,
                counted: cohort.counted(),
                unreadable: counts.unreadable,
                other_form: counts.other_form,
                other_instrument: counts.other_instrument(),
            },
            forms: cohort
                .tallies()
                .iter()
                .filter(|tally| tally.counted() > 0)
                .map(|tally| form(instrument, tally))
                .collect(),
        }
    }

    /// JSON, indented by two spaces, with a final line feed.
    #[must_use]
    pub fn to_json(&self) -> String {
        // Serialising can only fail for maps whose keys are not strings; there are none here.
        let mut text = serde_json::to_string_pretty(self).unwrap_or_default();
        text.push('\n');
        text
    }
}

fn form(instrument: &Instrument, tally: &Tally<'_>) -> Form {
    let scales = instrument.scales.iter().zip(tally.scales());
    let facets = instrument.facets.iter().zip(tally.facets());
    Form {
        form: tally.form().as_str(),
        counted: tally.counted(),
        scales: scales
            .filter(|(_, set)| set.length() > 0)
            .map(|(scale, set)| {
                let row = row(scale.id.as_str(), &scale.label, set);
                let (sem, refused) = sem(&row);
                Row {
                    sem,
                    why: row.why.or(refused),
                    ..row
                }
            })
            .collect(),
        facets: facets
            .filter(|(_, set)| set.length() > 0)
            .map(|(facet, set)| row(facet.id.as_str(), &facet.label, set))
            .collect(),
    }
}

fn row(id: &str, label: &str, set: &Set) -> Row {
    let estimate = Estimate::from_set(set);
    let consistency = estimate.consistency.as_ref().ok();
    Row {
        id: id.to_owned(),
        label: label.to_owned(),
        items: set.length(),
        not_applicable: set.not_applicable(),
        scored: estimate.scored.people,
        mean: estimate.scored.mean,
        sd: estimate.scored.sd,
        complete: estimate.complete.people,
        complete_sd: estimate.complete.sd,
        alpha: consistency.map(|found| found.alpha),
        interval: consistency
            .and_then(|found| found.interval)
            .map(|(low, high)| Interval {
                low,
                high,
                level: LEVEL,
            }),
        error: consistency.and_then(|found| found.error),
        sem: None,
        why: why(&estimate),
    }
}

fn why(estimate: &Estimate) -> Option<&'static str> {
    match estimate.consistency {
        Err(NoAlpha::OneItem) => Some("no alpha: it takes at least two items"),
        Err(NoAlpha::TooFew) => Some("no alpha: fewer than two people answered every item"),
        Err(NoAlpha::NoVariance) => {
            Some("no alpha: everybody who answered every item has the same score")
        }
        Ok(found) if found.alpha < 0.0 => Some(
            "alpha is negative: its items pull against one another, so no error can be computed; \
             check their keying",
        ),
        Ok(found) if found.interval.is_none() => {
            Some("alpha is 1: everybody answered all its items alike, so no error can be computed")
        }
        Ok(_) => None,
    }
}

/// The entry for the instrument file, which requires an error above 0; or why there is none.
fn sem(row: &Row) -> (Option<Sem>, Option<&'static str>) {
    let (Some(alpha), Some(error)) = (row.alpha, row.error) else {
        return (None, None);
    };
    let value = (error * 100.0).round() / 100.0;
    if value <= 0.0 {
        return (
            None,
            Some("the error rounds to 0, which no instrument may state"),
        );
    }
    let sem = Sem {
        value,
        items: row.items,
        origin: "estimated",
        n: row.complete,
        alpha: (alpha * 1000.0).round() / 1000.0,
    };
    (Some(sem), None)
}
