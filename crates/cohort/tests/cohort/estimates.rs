//! The errors to put into the instrument: what they are made from, and who gives none.

use measure::instrument::FormName::Full;
use measure::instrument::{SHIPPED, parse};
use serde_json::Value;

use super::figures::people;
use super::{counted, figures_of, line, lines};
use cohort::Cohort;
use testing::{answers, completed, shipped, small};

/// An instrument states one error for its facets, which holds for one number of items.
#[test]
fn facets_of_different_lengths_have_no_error_together() {
    // Three hundred people, each around a level of their own.
    let answer =
        |person: usize, item: usize| 1 + person % 3 + (person / 3 + item * (person + 1)) % 3;
    for (of_second, has_one) in [(3, true), (2, false), (4, false)] {
        let instrument = small(6, |text| {
            let two = r#"[{"id":"f1","label":"F"},{"id":"f2","label":"G"}]"#;
            let text = text.replace(r#"[{"id":"f1","label":"F"}]"#, two);
            (0..of_second).fold(text, |text, last| {
                let item = format!(r#""i{}","scale":"s1","facet":"#, 6 - last);
                text.replace(&format!("{item}\"f1\""), &format!("{item}\"f2\""))
            })
        });
        let mut cohort = Cohort::new(&instrument, None);
        for person in 0..300 {
            let marks: String = (0..6)
                .map(|item| answer(person, item).to_string())
                .collect();
            let result = completed(answers(&instrument, Full, &marks), 300);
            cohort.add(&line(&instrument, &result)).unwrap();
        }
        let form = &cohort.report().forms[0];
        assert!(form.facets.iter().all(|facet| facet.error > Some(1.0)));
        assert_eq!(form.facets[1].items, of_second);
        assert_eq!(form.facet_sem.is_some(), has_one, "{of_second}");
    }
}

#[test]
fn the_printed_error_goes_into_the_instrument_unchanged() {
    let results = lines(&shipped(), people(11, Full, 300, false));
    let ran = counted(&results);
    let printed: Vec<(&str, &str)> = ran
        .output
        .lines()
        .filter_map(|line| line.trim().split_once(char::is_whitespace))
        .map(|(id, fragment)| (id, fragment.trim()))
        .filter(|(_, fragment)| fragment.starts_with("\"sem\""))
        .collect();
    assert_eq!(printed.len(), 3, "{}", ran.output);
    let before = r#""sem":{"items":12,"origin":"assumed","value":7.0}"#;
    let mut text = serde_json::from_str::<Value>(SHIPPED).unwrap().to_string();
    for (_, fragment) in &printed {
        text = text.replacen(before, fragment, 1);
    }
    let facets = ran
        .output
        .lines()
        .find_map(|line| line.split_once("\"facet_sem\""));
    let facets = format!("\"facet_sem\"{}", facets.unwrap().1);
    let before = r#""facet_sem":{"items":12,"origin":"assumed","value":8.4}"#;
    assert!(text.contains(before));
    text = text.replacen(before, &facets, 1);
    let estimated = parse(&text).unwrap_or_else(|faults| panic!("{faults}\n{printed:?}"));
    let json = figures_of(&results);
    let rows = json["forms"][0]["facets"].as_array().unwrap();
    let squares = rows
        .iter()
        .map(|row| row["error"].as_f64().unwrap().powi(2));
    let mean = squares.sum::<f64>() / rows.len() as f64;
    assert!((estimated.facet_sem.value - mean.sqrt()).abs() <= 0.005);
    assert_eq!(estimated.facet_sem.items, 6);
    // Beside it the fewest people of one facet, and the mean of their alphas to three digits.
    let stated = &json["forms"][0]["facet_sem"];
    let fewest = rows.iter().map(|row| row["complete"].as_u64()).min();
    assert_eq!(stated["n"].as_u64(), fewest.unwrap());
    assert!(rows.iter().any(|row| row["complete"] != stated["n"]));
    let alphas = rows.iter().map(|row| row["alpha"].as_f64().unwrap());
    let mean = alphas.sum::<f64>() / rows.len() as f64;
    assert!((stated["coefficient"].as_f64().unwrap() - mean).abs() <= 0.0005);
    for (scale, (id, fragment)) in estimated.scales.iter().zip(&printed) {
        assert_eq!(scale.id.as_str(), *id);
        let row = json["forms"][0]["scales"].as_array().unwrap().iter();
        let row = row.clone().find(|row| row["id"] == *id).unwrap();
        let sem: Value = serde_json::from_str(&format!("{{{fragment}}}")).unwrap();
        assert_eq!(sem["sem"], row["sem"]);
        assert!((scale.sem.value - row["error"].as_f64().unwrap()).abs() <= 0.005);
        assert_eq!(scale.sem.items, 12);
        let alpha = row["alpha"].as_f64().unwrap();
        assert!((row["sem"]["coefficient"].as_f64().unwrap() - alpha).abs() <= 0.0005);
        assert_eq!(row["sem"]["n"], row["complete"]);
    }
}

/// 199 people are too few to state an error; 200 are enough.
#[test]
fn an_error_is_stated_from_two_hundred_people_on() {
    let mut people = people(7, Full, 200, true);
    let enough = counted(&lines(&shipped(), people.clone())).output;
    assert_eq!(enough.matches("\"n\": 200,").count(), 4, "{enough}");
    people.pop();
    let few = counted(&lines(&shipped(), people)).output;
    assert!(
        !few.contains("\"sem\"") && !few.contains("facet_sem"),
        "{few}"
    );
    let why = "no estimate: it takes at least 200 people";
    assert_eq!(few.matches(why).count(), 3);
}

#[test]
fn made_up_people_are_called_so_and_estimate_nothing() {
    let instrument = shipped();
    let mut results = lines(&instrument, people(7, Full, 220, true));
    assert!(!counted(&results).output.contains("MADE-UP"));
    let one = people(8, Full, 1, true).remove(0);
    results += &super::made_up(&instrument, &completed(one, 300));
    let ran = counted(&results).output;
    for said in [
        "\nMADE-UP PEOPLE: 1 of these results are simulated.",
        "some of these people are made up",
    ] {
        assert!(ran.contains(said), "{ran}");
    }
    assert!(!ran.contains("to put into the instrument"), "{ran}");
    let json = figures_of(&results);
    assert_eq!(json["results"]["made_up"], 1);
    assert_eq!(json["forms"][0]["scales"][0]["sem"], Value::Null);
    assert_eq!(json["forms"][0]["facet_sem"], Value::Null);
}
