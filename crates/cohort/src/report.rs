//! The figures of a cohort as data, and their JSON. Numbers are unrounded, except in `sem`, which is
//! ready for an instrument file.

use measure::instrument::{FormName, Instrument, ItemIndex, LEAST_PEOPLE};
use serde::Serialize;

use crate::estimate::{Estimate, LEVEL};
use crate::item::ItemRow;
use crate::retest::Retest;
pub use crate::sem::Sem;
use crate::tally::{Set, Tally};
use crate::{Cohort, Counts, Edition};

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
    pub results: Counts,
    /// One per form with results.
    pub forms: Vec<Form>,
    /// One per form of which people have two results.
    pub retest: Vec<Retest>,
}

/// The figures of one form.
#[derive(Debug, Serialize)]
pub struct Form {
    /// `full` or `short`.
    pub form: &'static str,
    /// BCP 47 tag of the wording; `None` for all languages together.
    pub language: Option<String>,
    /// The number of results.
    pub counted: u64,
    /// One row per scale with items in this form.
    pub scales: Vec<Row>,
    /// One row per facet with items in this form.
    pub facets: Vec<Row>,
    /// One row per item, in instrument order.
    pub items: Vec<ItemRow>,
    /// The `facet_sem` for the instrument file: the root mean square of the facets' errors.
    pub facet_sem: Option<Sem>,
    /// The same figures per language, where there are several.
    pub languages: Vec<Form>,
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

impl Cohort<'_> {
    /// The figures so far.
    #[must_use]
    pub fn report(&self) -> Report {
        Report::from_cohort(self)
    }
}

impl Report {
    fn from_cohort(cohort: &Cohort<'_>) -> Self {
        let made_up = cohort.counts.made_up > 0;
        let counted = cohort.tallies.iter().filter(|tally| tally.counted > 0);
        let forms = counted.map(|tally| Form {
            languages: languages(cohort, tally.form, made_up),
            ..form(cohort.instrument, tally, made_up)
        });
        let retests = cohort.retests.iter().filter(|tally| tally.people > 0);
        Self {
            schema: "leadership-audit/cohort",
            version: 1,
            instrument: Edition::from_instrument(cohort.instrument),
            title: cohort.instrument.title.clone(),
            results: cohort.counts.clone(),
            forms: forms.collect(),
            retest: retests.map(|tally| tally.figures(made_up)).collect(),
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

/// The figures of each language of a form, if there are several.
fn languages(cohort: &Cohort<'_>, of: FormName, made_up: bool) -> Vec<Form> {
    let own = cohort
        .languages
        .iter()
        .filter(|(_, tally)| tally.form == of);
    let figures = own.map(|(language, tally)| Form {
        language: Some(language.clone()),
        ..form(cohort.instrument, tally, made_up)
    });
    let figures: Vec<Form> = figures.collect();
    if figures.len() < 2 {
        Vec::new()
    } else {
        figures
    }
}

fn form(instrument: &Instrument, tally: &Tally<'_>, made_up: bool) -> Form {
    let scales = instrument.scales.iter().zip(&tally.scales);
    let scales = scales.map(|(scale, set)| {
        let row = row(scale.id.as_str(), &scale.label, set);
        let (sem, refused) = sem(&row, made_up);
        let why = row.why.or(refused);
        Row { sem, why, ..row }
    });
    let facets = instrument.facets.iter().zip(&tally.facets);
    let facets = facets.map(|(facet, set)| row(facet.id.as_str(), &facet.label, set));
    let facets: Vec<Row> = facets.filter(|row| row.items > 0).collect();
    Form {
        form: tally.form.as_str(),
        language: None,
        counted: tally.counted,
        scales: scales.filter(|row| row.items > 0).collect(),
        facet_sem: facet_sem(&facets).filter(|_| !made_up),
        facets,
        items: items(instrument, tally),
        languages: Vec::new(),
    }
}

fn items(instrument: &Instrument, tally: &Tally<'_>) -> Vec<ItemRow> {
    let mut rows: Vec<(ItemIndex, ItemRow)> = Vec::new();
    for set in &tally.scales {
        let total = set.complete();
        for (index, own, products) in set.complete_items() {
            if let Some(item) = instrument.item(index) {
                let id = item.id.to_string();
                let row = ItemRow::from_sums(id, &tally.item(index), own, &total, products);
                rows.push((index, row));
            }
        }
    }
    rows.sort_by_key(|(index, _)| *index);
    rows.into_iter().map(|(_, row)| row).collect()
}

/// One error for all facets, if all have the same number of items: the root mean square of theirs,
/// from the fewest people that one of them comes from.
fn facet_sem(facets: &[Row]) -> Option<Sem> {
    let first = facets.first()?;
    let (mut squares, mut alphas, mut people) = (0.0, 0.0, u64::MAX);
    for facet in facets {
        if facet.items != first.items {
            return None;
        }
        squares += facet.error?.powi(2);
        alphas += facet.alpha?;
        people = people.min(facet.complete);
    }
    let count = json::number::to_f64(facets.len() as u64);
    Sem::estimated(
        (squares / count).sqrt(),
        first.items,
        people,
        alphas / count,
    )
}

fn row(id: &str, label: &str, set: &Set) -> Row {
    let estimate = Estimate::from_set(set);
    let found = estimate.consistency.ok();
    let interval = found.and_then(|found| found.interval);
    let why = match found {
        None => estimate.consistency.err(),
        Some(found) if found.alpha < 0.0 => Some(
            "alpha is negative: its items pull against one another, so no error can be computed; \
             check their keying",
        ),
        Some(_) if interval.is_none() => {
            Some("alpha is 1: everybody answered all its items alike, so no error can be computed")
        }
        Some(_) => None,
    };
    Row {
        id: id.to_owned(),
        label: label.to_owned(),
        items: set.length(),
        not_applicable: set.not_applicable,
        scored: estimate.scored.people,
        mean: estimate.scored.mean,
        sd: estimate.scored.sd,
        complete: estimate.complete.people,
        complete_sd: estimate.complete.sd,
        alpha: found.map(|found| found.alpha),
        interval: interval.map(|(low, high)| Interval {
            low,
            high,
            level: LEVEL,
        }),
        error: found.and_then(|found| found.error),
        sem: None,
        why,
    }
}

/// The entry for the instrument file, which requires an error above 0 from enough people; or why there
/// is none.
fn sem(row: &Row, made_up: bool) -> (Option<Sem>, Option<&'static str>) {
    let (Some(alpha), Some(error)) = (row.alpha, row.error) else {
        return (None, None);
    };
    let sem = Sem::estimated(error, row.items, row.complete, alpha);
    let why = if made_up {
        Some("no estimate: some of these people are made up")
    } else if row.complete < LEAST_PEOPLE {
        Some("no estimate: it takes at least 200 people who answered every item")
    } else if sem.is_none() {
        Some("the error rounds to 0, which no instrument may state")
    } else {
        None
    };
    (sem.filter(|_| why.is_none()), why)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_error_that_rounds_to_zero_says_so() {
        let row = |error| Row {
            id: "up".to_owned(),
            label: "Up".to_owned(),
            items: 12,
            not_applicable: 0,
            scored: 200,
            mean: None,
            sd: None,
            complete: 200,
            complete_sd: None,
            alpha: Some(0.9),
            interval: None,
            error,
            sem: None,
            why: None,
        };
        let stated = |error| {
            let (sem, why) = sem(&row(error), false);
            (sem.map(|sem| sem.value), why)
        };
        let why = "the error rounds to 0, which no instrument may state";
        assert_eq!(stated(Some(0.004)), (None, Some(why)));
        assert_eq!(stated(Some(0.006)), (Some(0.01), None));
        assert_eq!(stated(None), (None, None));
    }
}
