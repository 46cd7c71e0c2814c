//! The figures: worked by hand, against a second computation, and against a known population.

use measure::instrument::FormName::{Full, Short};
use measure::instrument::{FacetIndex, FormName, Instrument, ItemIndex};
use measure::response::ResponseSheet;
use measure::scoring::{keyed, score};
use proptest::prelude::*;
use serde_json::Value;

use super::population::Population;
use super::{cohort, figures_of, lines};
use cohort::estimate::{Estimate, interval};
use cohort::tally::{Set, Tally};
use testing::random::Random;
use testing::sheets::any_sheet;
use testing::{answers, shipped, small, small_text};

fn tally<'i>(instrument: &'i Instrument, sheets: &[ResponseSheet]) -> Tally<'i> {
    let form = sheets.first().map_or(Full, |sheet| sheet.form);
    let mut tally = Tally::new(instrument, form);
    for sheet in sheets {
        tally.add(sheet);
    }
    tally
}

/// The only scale that has items, answered so; see [`answers`].
fn estimate(instrument: &Instrument, sheets: &[&str]) -> Estimate {
    let sheets: Vec<_> = sheets
        .iter()
        .map(|text| answers(instrument, Full, text))
        .collect();
    Estimate::from_set(&tally(instrument, &sheets).scales[0])
}

fn near(found: Option<f64>, expected: f64) -> bool {
    found.is_some_and(|found| (found - expected).abs() < 5e-5)
}

/// Keyed answers of four people to three items, the last of them reverse:
/// (1 2 3), (2 3 4), (3 3 5), (4 5 5). Item variances 5/3, 19/12, 11/12, together 25/6; sums 6, 9,
/// 11, 14 with variance 34/3. Alpha = 3/2 (1 − 25/68) = 129/136; SD = 25/3 √(34/3); error = SD √(7/136).
#[test]
fn a_cohort_worked_by_hand() {
    let instrument = small(3, |text| {
        let last = r#""i3","scale":"s1","facet":"f1","keying":"#;
        text.replace(&format!("{last}\"forward\""), &format!("{last}\"reverse\""))
    });
    let found = estimate(&instrument, &["123", "232", "331", "451"]);
    assert_eq!((found.scored.people, found.complete.people), (4, 4));
    assert!(near(found.scored.mean, 175.0 / 3.0), "{found:?}");
    assert!(near(found.scored.sd, 28.0542), "{found:?}");
    let consistency = found.consistency.unwrap();
    assert!(near(Some(consistency.alpha), 129.0 / 136.0), "{found:?}");
    assert!(near(consistency.error, 6.3647), "{found:?}");
    // From SciPy's quantiles of F on 3 and 6 degrees of freedom.
    let (low, high) = consistency.interval.unwrap();
    assert!(
        near(Some(low), 0.6604) && near(Some(high), 0.9965),
        "{found:?}"
    );

    // Two more leave one item out: scored on two, but not part of alpha.
    let more = estimate(&instrument, &["123", "232", "331", "451", "55-", "1-1"]);
    assert_eq!((more.scored.people, more.complete.people), (6, 4));
    assert_eq!(more.consistency, found.consistency);
    assert_eq!(more.complete, found.complete);
    // (6 9 11 14) / 3, 5 and 3: scores 25, 50, 66.67, 91.67, 100, 50.
    assert!(
        near(more.scored.mean, 63.8889) && near(more.scored.sd, 28.2187),
        "{more:?}"
    );
    // One answer of three is no score, and one person too few.
    let fewer = estimate(&instrument, &["123", "2--", "-3x"]);
    assert_eq!((fewer.scored.people, fewer.scored.sd), (1, None));
    assert!(
        fewer
            .consistency
            .is_err_and(|why| why.contains("fewer than two"))
    );
}

/// Two items answered (1 2), (2 4), (3 3): variances 1 and 1, sums 3, 6, 6 with variance 3, so that alpha =
/// 2 (1 − 2/3).
#[test]
fn two_items_have_an_alpha() {
    let found = estimate(&small(2, |text| text), &["12", "24", "33"]);
    let consistency = found.consistency.unwrap();
    assert!(near(Some(consistency.alpha), 2.0 / 3.0), "{found:?}");
}

#[test]
fn what_cannot_be_computed_is_said_and_is_no_number() {
    let none = Value::Null;
    for (items, sheets, alpha, said) in [
        (3, "123", &none, "fewer than two people"),
        (3, "--- 1--", &none, "fewer than two people"),
        (3, "xxx xxx", &none, "fewer than two people"),
        (1, "1 2 3", &none, "at least two items"),
        (3, "333 333", &none, "has the same score"),
        (3, "123 321", &none, "has the same score"),
        // Sums 7 and 8, item variances 8, 8 and 1/2: alpha = 3/2 (1 − 33).
        (3, "151 512", &(-48.0).into(), "alpha is negative"),
        (3, "111 444", &1.0.into(), "alpha is 1"),
    ] {
        let instrument = small(items, |text| text);
        let sheets = sheets
            .split(' ')
            .map(|text| answers(&instrument, Full, text));
        let results = lines(&instrument, sheets);
        let file = super::folder("cannot").join("instrument.json");
        std::fs::write(&file, small_text(items)).unwrap();
        let arguments = ["--instrument", file.to_str().unwrap(), "--ndjson", "-"];
        let ran = cohort(arguments, &results);
        assert_eq!(ran.code, 0, "{ran:?}");
        ran.says(said);
        ran.does_not_say("to put into");
        let as_json = cohort(["--json"].into_iter().chain(arguments), &results);
        let row = &as_json.json()["forms"][0]["scales"][0];
        assert_eq!(&row["alpha"], alpha, "{said}");
        assert!(row["why"].as_str().unwrap().contains(said), "{said}");
        assert_eq!(row["sem"], Value::Null, "{said}");
        for text in [&ran.output, &as_json.output] {
            let words = text.to_lowercase();
            assert!(!words.contains("nan") && !words.contains("inf\n"), "{text}");
        }
    }
}

/// A second computation, in floating point and two passes over people who are all in memory.
struct Naive {
    scored: Vec<f64>,
    complete: Vec<Vec<f64>>,
}

impl Naive {
    fn mean(values: &[f64]) -> f64 {
        values.iter().sum::<f64>() / values.len() as f64
    }

    fn variance(values: &[f64]) -> f64 {
        let mean = Self::mean(values);
        let squares = values.iter().map(|value| (value - mean).powi(2));
        squares.sum::<f64>() / (values.len() as f64 - 1.0)
    }

    fn alpha(&self) -> Option<f64> {
        let sums: Vec<f64> = self.complete.iter().map(|row| row.iter().sum()).collect();
        let items = self.complete.first()?.len();
        let variance = Self::variance(&sums);
        let each = (0..items).map(|item| {
            let column: Vec<f64> = self.complete.iter().map(|row| row[item]).collect();
            Self::variance(&column)
        });
        let (k, of_items) = (items as f64, each.sum::<f64>());
        (sums.len() > 1 && variance > 1e-9).then(|| k / (k - 1.0) * (1.0 - of_items / variance))
    }

    fn agrees(&self, set: &Set) -> Result<(), TestCaseError> {
        let found = Estimate::from_set(set);
        let close = |found: Option<f64>, expected: Option<f64>| match (found, expected) {
            (Some(found), Some(expected)) => {
                (found - expected).abs() < 1e-9 * expected.abs().max(1.0)
            }
            (found, expected) => found == expected,
        };
        let (n, scored) = (self.scored.len(), &self.scored);
        prop_assert_eq!(found.scored.people, n as u64);
        prop_assert_eq!(found.complete.people, self.complete.len() as u64);
        let mean = (n > 0).then(|| Self::mean(scored));
        prop_assert!(close(found.scored.mean, mean), "{:?} {:?}", found, mean);
        let sd = (n > 1).then(|| Self::variance(scored).sqrt());
        prop_assert!(close(found.scored.sd, sd), "{:?} {:?}", found, sd);
        let alpha = found.consistency.ok().map(|found| found.alpha);
        prop_assert!(close(alpha, self.alpha()), "{:?} {:?}", found, self.alpha());
        Ok(())
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    /// Scores are those of the core, whatever is left out or does not apply.
    #[test]
    fn sums_give_what_two_passes_give(sheets in prop::collection::vec(any_sheet(), 0..30)) {
        let instrument = shipped();
        for form in FormName::ALL {
            let own: Vec<_> = sheets.iter().filter(|sheet| sheet.form == form).cloned().collect();
            if own.is_empty() {
                continue;
            }
            let all = tally(&instrument, &own);
            let scored: Vec<_> = own.iter().map(|sheet| score(&instrument, sheet)).collect();
            let naive = |belongs: &dyn Fn(ItemIndex) -> bool, of: &dyn Fn(usize) -> Option<f64>| {
                let items = instrument.in_instrument_order(form).filter(|item| belongs(*item));
                let items: Vec<ItemIndex> = items.collect();
                let complete = own.iter().filter_map(|sheet| {
                    let answer = |item: &ItemIndex| {
                        keyed(&instrument, &instrument.items[item.get()], sheet.get(*item)?).map(f64::from)
                    };
                    items.iter().map(answer).collect::<Option<Vec<f64>>>()
                });
                Naive { scored: (0..own.len()).filter_map(of).collect(), complete: complete.collect() }
            };
            for (place, set) in all.scales.iter().enumerate() {
                let of = |person: usize| scored[person].scales[place].estimate.map(|found| found.score);
                naive(&|item| instrument.items[item.get()].scale.get() == place, &of).agrees(set)?;
            }
            for (place, set) in all.facets.iter().enumerate() {
                let of = |person: usize| scored[person].facets[place].estimate.map(|found| found.score);
                naive(&|item| instrument.items[item.get()].facet.map(FacetIndex::get) == Some(place), &of).agrees(set)?;
            }
        }
    }
}

pub(super) fn people(seed: u64, form: FormName, count: usize, whole: bool) -> Vec<ResponseSheet> {
    let instrument = shipped();
    let mut population = Population::new(seed, Some(form), whole);
    (0..count)
        .map(|_| population.next(&instrument).sheet)
        .collect()
}

/// The population's figures follow from its model; see `crates/cohort/examples/sample/population.rs`.
#[test]
fn a_known_population_comes_back() {
    for (form, alpha, sd, error, facet_alpha) in [
        (Full, 0.9, 18.6339, 5.8926, 0.675),
        (Short, 9.0 / 11.0, 19.5434, 8.3333, 0.45),
    ] {
        let instrument = shipped();
        let all = tally(&instrument, &people(3, form, 20_000, false));
        for set in &all.scales {
            let found = Estimate::from_set(set);
            let consistency = found.consistency.unwrap();
            let (low, high) = consistency.interval.unwrap();
            let near = |found: f64, expected: f64, by: f64| {
                assert!((found - expected).abs() < by, "{form:?} {found} {expected}");
            };
            near(consistency.alpha, alpha, 0.008);
            near(found.complete.sd.unwrap(), sd, 0.3);
            near(consistency.error.unwrap(), error, 0.1);
            near(found.scored.mean.unwrap(), 50.0, 0.6);
            assert!(high - low < 0.02 && low < consistency.alpha, "{found:?}");
            assert!(found.complete.people < found.scored.people, "{found:?}");
        }
        for set in &all.facets {
            let found = Estimate::from_set(set).consistency.unwrap().alpha;
            assert!((found - facet_alpha).abs() < 0.02, "{form:?} {found}");
        }
        let alone = all.scales[2].not_applicable as f64;
        assert!((1_800.0..2_200.0).contains(&alone), "{alone}");
    }
}

/// A number from the standard normal distribution (Box and Muller 1958).
fn normal(random: &mut Random) -> f64 {
    let mut uniform = || (random.next_u64() >> 11) as f64 / (1_u64 << 53) as f64;
    let (radius, angle) = (1.0 - uniform(), uniform());
    (-2.0 * radius.ln()).sqrt() * (std::f64::consts::TAU * angle).cos()
}

/// Where its assumptions hold (normal, all items alike), 95 in 100 cohorts have an interval that
/// holds the population's alpha, and 2.5 lie on either side.
#[test]
fn the_interval_holds_the_true_alpha_as_often_as_it_says() {
    let mut random = Random::new(42);
    let (mut below, mut above, cohorts, items) = (0, 0, 4_000, 6);
    for _ in 0..cohorts {
        let mut row = || {
            let own = normal(&mut random);
            (0..items).map(|_| own + normal(&mut random)).collect()
        };
        let naive = Naive {
            scored: Vec::new(),
            complete: (0..25).map(|_| row()).collect(),
        };
        let (low, high) = interval(naive.alpha().unwrap(), items, 25).unwrap();
        // Trait and error both have variance 1: alpha = 6 / (6 + 1).
        below += u32::from(high < 6.0 / 7.0);
        above += u32::from(low > 6.0 / 7.0);
    }
    for side in [below, above] {
        let share = f64::from(side) / f64::from(cohorts);
        assert!(
            (0.018..0.032).contains(&share),
            "{below} and {above} of {cohorts}"
        );
    }
}

#[test]
fn the_order_of_results_changes_nothing_at_all() {
    let mut people = people(5, Short, 50, false);
    let forward = figures_of(&lines(&shipped(), people.clone()));
    people.reverse();
    let backward = figures_of(&lines(&shipped(), people));
    assert_eq!(forward, backward);
    assert_eq!(forward["results"]["counted"], 50);
}
