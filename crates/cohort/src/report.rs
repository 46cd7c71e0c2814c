//! The figures as a document, and how machines read it. Numbers in it are unrounded, but for those
//! of `sem`, which go into an instrument file as they stand.

use measure::instrument::Instrument;
use serde::Serialize;

use super::Met;
use super::estimate::{Estimate, LEVEL, NoAlpha};
use super::tally::{Set, Tally};

/// Everything that the command has to say on standard output.
#[derive(Debug, Serialize)]
pub struct Report {
    schema: &'static str,
    version: u64,
    pub instrument: Named,
    pub results: Results,
    /// One per form that was met.
    pub forms: Vec<Form>,
}

/// The instrument that was answered.
#[derive(Debug, Serialize)]
pub struct Named {
    pub id: String,
    pub version: String,
    pub hash: String,
    #[serde(skip)]
    pub title: String,
}

/// How many results there were.
#[derive(Debug, Serialize)]
pub struct Results {
    /// Looked at.
    pub read: u64,
    /// Part of the figures.
    pub counted: u64,
    pub unreadable: u64,
    /// Left out: of a form that was not asked for.
    pub other_form: u64,
    /// Left out: answers to other instruments.
    pub other_instrument: u64,
}

#[derive(Debug, Serialize)]
pub struct Form {
    pub form: &'static str,
    pub counted: u64,
    /// The directions.
    pub scales: Vec<Row>,
    pub facets: Vec<Row>,
}

/// The figures of one scale or facet.
#[derive(Debug, Serialize)]
pub struct Row {
    pub id: String,
    #[serde(skip)]
    pub label: String,
    pub items: usize,
    /// To how many people it does not apply at all.
    pub not_applicable: u64,
    pub scored: u64,
    pub mean: Option<f64>,
    pub sd: Option<f64>,
    /// How many people answered every item; the rest is computed from these.
    pub complete: u64,
    pub complete_sd: Option<f64>,
    pub alpha: Option<f64>,
    pub interval: Option<Interval>,
    /// Standard error of measurement in score points.
    pub error: Option<f64>,
    /// What goes into the instrument; scales only, and only where alpha allows it.
    pub sem: Option<Sem>,
    /// Why one of these is missing, in words.
    pub why: Option<&'static str>,
}

#[derive(Debug, Serialize)]
pub struct Interval {
    pub low: f64,
    pub high: f64,
    pub level: f64,
}

/// `sem` as instrument files have it (`docs/instrument.md`).
#[derive(Debug, Serialize)]
pub struct Sem {
    /// Score points, two decimals.
    pub value: f64,
    pub items: usize,
    origin: &'static str,
    pub n: u64,
    /// Three decimals.
    pub alpha: f64,
}

impl Sem {
    /// `"sem": {…}`, to be pasted over the one in the instrument file.
    #[must_use]
    pub fn to_text(&self) -> String {
        format!(
            "\"sem\": {{\"value\": {:.2}, \"items\": {}, \"origin\": \"{}\", \"n\": {}, \"alpha\": {:.3}}}",
            self.value, self.items, self.origin, self.n, self.alpha
        )
    }
}

impl Report {
    pub fn of(instrument: &Instrument, tallies: &[Tally], met: &Met) -> Self {
        Self {
            schema: "leadership-audit/cohort",
            version: 1,
            instrument: Named {
                id: instrument.id.to_string(),
                version: instrument.version.clone(),
                hash: instrument.hash(),
                title: instrument.title.clone(),
            },
            results: Results {
                read: met.read,
                counted: tallies.iter().map(Tally::counted).sum(),
                unreadable: met.unreadable,
                other_form: met.other_form,
                other_instrument: met.answer_others(),
            },
            forms: tallies
                .iter()
                .filter(|tally| tally.counted() > 0)
                .map(|tally| form(instrument, tally))
                .collect(),
        }
    }

    /// Two-space indented, a line feed at the end.
    #[must_use]
    pub fn to_json(&self) -> String {
        // Serialising to memory fails only for maps with keys that are not text; there is none.
        let mut text = serde_json::to_string_pretty(self).unwrap_or_default();
        text.push('\n');
        text
    }
}

fn form(instrument: &Instrument, tally: &Tally) -> Form {
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
    let estimate = Estimate::of(set);
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

/// What goes into the instrument, which asks for an error above 0; or why not.
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
