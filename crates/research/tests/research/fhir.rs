//! The Bundle: its exact text once, and of any result that nothing is lost, added or misnamed.

use std::collections::{BTreeMap, BTreeSet};

use super::{answered, is_golden, samples};
use measure::completed::Completed;
use measure::instrument::FormName::Full;
use measure::instrument::{Instrument, Origin};
use measure::response::ResponseSheet;
use measure::scoring::{SetScore, round_to_tenth, score};
use proptest::prelude::*;
use research::Answered;
use research::fhir::{Base, Settings, bundle};
use serde_json::Value;
use testing::sheets::any_completed;
use testing::{answers, completed, shaped, shipped};

pub(super) fn written(instrument: &Instrument, results: &[Answered], settings: &Settings) -> Value {
    serde_json::from_str(&bundle(instrument, results, settings).to_pretty_text()).unwrap()
}

pub(super) fn list(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}

/// The resources of a kind.
pub(super) fn of<'a>(bundle: &'a Value, kind: &str) -> Vec<&'a Value> {
    let resources = list(&bundle["entry"])
        .iter()
        .map(|entry| &entry["resource"]);
    resources
        .filter(|resource| resource["resourceType"] == kind)
        .collect()
}

/// Every item below a resource, by its link id, which has to be unique.
fn items(resource: &Value) -> BTreeMap<&str, &Value> {
    let mut found = BTreeMap::new();
    let mut open: Vec<&Value> = list(&resource["item"]).iter().collect();
    while let Some(item) = open.pop() {
        let id = item["linkId"].as_str().unwrap();
        assert!(found.insert(id, item).is_none(), "{id} is there twice");
        open.extend(list(&item["item"]));
    }
    found
}

/// Every object with `name` below a value.
fn with<'a>(value: &'a Value, name: &str, found: &mut Vec<&'a Value>) {
    match value {
        Value::Object(fields) => {
            if fields.contains_key(name) {
                found.push(value);
            }
            fields.values().for_each(|inner| with(inner, name, found));
        }
        Value::Array(values) => values.iter().for_each(|inner| with(inner, name, found)),
        _ => {}
    }
}

#[test]
fn the_bundle_of_a_small_result_is_written_byte_for_byte() {
    let instrument = shaped([1, 0, 2], 2, true);
    let result = answered(&instrument, &completed(answers(&instrument, Full, "12"), 9));
    let text = bundle(&instrument, &[result], &Settings::default()).to_pretty_text();
    is_golden("bundle.json", &text);
}

/// What the Bundle says of one result is what the core says.
fn is_faithful(instrument: &Instrument, original: &Completed) {
    let result = answered(instrument, original);
    let bundle = written(instrument, &[result], &Settings::default());
    let means = has_the_answers(&bundle, instrument, &original.sheet);
    let scores = score(instrument, &original.sheet);
    let observations = of(&bundle, "Observation");
    let scored = scores.scales.iter().chain(&scores.facets);
    let scored = scored.filter(|set| set.estimate.is_some());
    assert_eq!(observations.len(), scored.count());
    for observation in observations {
        let code = observation["code"]["coding"][0]["code"].as_str().unwrap();
        let mut scales = instrument.scales.iter();
        let direction = scales.position(|scale| code == format!("direction.{}", scale.id));
        let mut facets = instrument.facets.iter();
        let facet = facets.position(|facet| code == format!("facet.{}", facet.id));
        let set = direction.map(|at| &scores.scales[at]);
        let set = set.or(facet.map(|at| &scores.facets[at])).expect(code);
        has_the_figures(observation, set);
        // Whoever has only the Bundle can compute the score from the numbers of its answers.
        if let Some(at) = direction {
            let again = 100.0 * (means[&at] - 1.0) / (instrument.options.len() - 1) as f64;
            let value = observation["valueQuantity"]["value"].as_f64().unwrap();
            assert!((again - value).abs() < 0.0501, "{code}: {again} {value}");
        }
    }
}

/// The response has the answers of the sheet, each as the questionnaire offers it. Returns the means of
/// the numbers that they count as, by direction.
fn has_the_answers(
    bundle: &Value,
    instrument: &Instrument,
    sheet: &ResponseSheet,
) -> BTreeMap<usize, f64> {
    let [response] = of(bundle, "QuestionnaireResponse")[..] else {
        panic!("one response");
    };
    let [questionnaire] = of(bundle, "Questionnaire")[..] else {
        panic!("one questionnaire");
    };
    let (questions, given) = (items(questionnaire), items(response));
    let asked = instrument.form(sheet.form).unwrap();
    for items in [&questions, &given] {
        let statements = items.keys().filter(|id| !id.contains(':'));
        assert_eq!(statements.count(), asked.len());
    }
    let mut numbers: BTreeMap<usize, Vec<f64>> = BTreeMap::new();
    for index in asked {
        let item = &instrument.items[index.get()];
        let (question, given) = (questions[item.id.as_str()], given[item.id.as_str()]);
        assert_eq!(question["text"], item.stem.as_str());
        assert_eq!(given["text"], item.stem.as_str());
        let answer = sheet.get(*index).map(|answer| match answer.chosen() {
            Some(option) => format!("answer.{}", option.get()),
            None => "answer.not_applicable".to_owned(),
        });
        let coding = &given["answer"][0]["valueCoding"];
        assert_eq!(coding["code"].as_str(), answer.as_deref(), "{}", item.id);
        if answer.is_none() {
            assert_eq!(given.get("answer"), None, "{}", item.id);
            continue;
        }
        let offered = list(&question["answerOption"]).iter();
        let offered = offered.filter(|option| option["valueCoding"] == *coding);
        assert_eq!(offered.count(), 1, "once, with the same number");
        let number = coding["extension"][0]["valueDecimal"].as_f64();
        numbers.entry(item.scale.get()).or_default().extend(number);
    }
    let mean = |numbers: Vec<f64>| numbers.iter().sum::<f64>() / numbers.len() as f64;
    let numbers = numbers.into_iter();
    numbers
        .map(|(scale, numbers)| (scale, mean(numbers)))
        .collect()
}

fn has_the_figures(observation: &Value, set: &SetScore) {
    let estimate = set.estimate.unwrap();
    let parts = list(&observation["component"]).iter().map(|part| {
        let code = part["code"]["coding"][0]["code"].as_str().unwrap();
        let quantity = part["valueQuantity"]["value"].as_f64();
        (code, quantity.or(part["valueInteger"].as_f64()))
    });
    let parts: BTreeMap<_, _> = parts.collect();
    let value = observation["valueQuantity"]["value"].as_f64();
    assert_eq!(value, Some(round_to_tenth(estimate.score)));
    assert_eq!(parts["score.low"], Some(round_to_tenth(estimate.low)));
    assert_eq!(parts["score.high"], Some(round_to_tenth(estimate.high)));
    assert_eq!(parts["score.sem"], Some(round_to_tenth(estimate.sem)));
    assert_eq!(parts["score.answered"], Some(set.answered as f64));
    assert_eq!(parts["score.asked"], Some(set.total as f64));
    let codes = list(&observation["component"]).iter();
    let origin =
        codes.filter_map(|part| part["valueCodeableConcept"]["coding"][0]["code"].as_str());
    let expected = match estimate.origin {
        Origin::Assumed => "sem_origin.assumed",
        Origin::Estimated { .. } => "sem_origin.estimated",
    };
    assert_eq!(origin.collect::<Vec<_>>(), [expected]);
}

#[test]
fn every_answer_and_score_of_other_questionnaires_is_in_the_bundle() {
    for sample in samples::all() {
        for result in &sample.results {
            is_faithful(&sample.instrument, &result.completed);
        }
    }
}

/// The words of a narrative; it has paragraphs alone.
fn words(narrative: &Value) -> String {
    let div = narrative["div"].as_str().unwrap();
    let inside = div.strip_prefix("<div xmlns=\"http://www.w3.org/1999/xhtml\"><p>");
    let inside = inside
        .and_then(|text| text.strip_suffix("</p></div>"))
        .unwrap();
    let text = inside.replace("</p><p>", "\n");
    assert!(!text.contains(['<', '>']), "{text}");
    let plain = text.replace("&lt;", "<").replace("&gt;", ">");
    assert_eq!(
        plain.matches('&').count(),
        plain.matches("&amp;").count(),
        "{text}"
    );
    plain.replace("&amp;", "&")
}

#[test]
fn narratives_are_well_formed_whatever_the_words_are() {
    let all = samples::all();
    let odd = all
        .iter()
        .find(|sample| sample.name == "odd-words")
        .unwrap();
    let bundle = written(&odd.instrument, &odd.results, &Settings::default());
    let resources = list(&bundle["entry"])
        .iter()
        .map(|entry| &entry["resource"]);
    let told: Vec<String> = resources.map(|resource| words(&resource["text"])).collect();
    assert!(told[0].starts_with("Codes of “Q&A <b>”\n"), "{}", told[0]);
    assert!(
        told.iter().any(|text| text.starts_with("=A & <i>: ")),
        "{told:?}"
    );
}

/// Every reference, canonical address and code leads to something in the Bundle.
fn is_closed(bundle: &Value) {
    let entries = list(&bundle["entry"]);
    let addresses: BTreeSet<_> = entries
        .iter()
        .map(|entry| entry["fullUrl"].as_str().unwrap())
        .collect();
    assert_eq!(
        addresses.len(),
        entries.len(),
        "every address is there once"
    );
    for observation in of(bundle, "Observation") {
        let from = observation["derivedFrom"][0]["reference"].as_str().unwrap();
        let to = entries
            .iter()
            .find(|entry| entry["fullUrl"] == from)
            .unwrap();
        assert_eq!(to["resource"]["resourceType"], "QuestionnaireResponse");
    }
    let [codes] = of(bundle, "CodeSystem")[..] else {
        panic!("one code system");
    };
    let concepts = list(&codes["concept"]).iter();
    let names: BTreeMap<_, _> = concepts
        .map(|concept| (concept["code"].as_str().unwrap(), &concept["display"]))
        .collect();
    assert_eq!(
        names.len(),
        list(&codes["concept"]).len(),
        "every code is there once"
    );
    assert_eq!(codes["count"], names.len());
    let mut codings = Vec::new();
    with(bundle, "system", &mut codings);
    let own = codings
        .into_iter()
        .filter(|coding| coding["system"] == codes["url"]);
    for coding in own {
        assert_eq!(&coding["display"], names[coding["code"].as_str().unwrap()]);
    }
    let urls: Vec<String> = of(bundle, "Questionnaire")
        .iter()
        .map(|form| format!("{}|", form["url"].as_str().unwrap()))
        .collect();
    for response in of(bundle, "QuestionnaireResponse") {
        let answers = response["questionnaire"].as_str().unwrap();
        assert!(urls.iter().any(|url| answers.starts_with(url)), "{answers}");
    }
}

#[test]
fn everything_that_is_referred_to_is_in_the_bundle() {
    for sample in samples::all() {
        for base in [None, Some(Base::new("https://example.org/").unwrap())] {
            let settings = Settings {
                base,
                ..Settings::default()
            };
            is_closed(&written(&sample.instrument, &sample.results, &settings));
        }
    }
}

proptest! {
    #![proptest_config(testing::cases(150))]

    #[test]
    fn no_result_loses_or_gains_anything(original in any_completed()) {
        is_faithful(&shipped(), &original);
    }
}
