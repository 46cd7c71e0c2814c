//! The canonical form of a questionnaire file: fields in a fixed order, texts cleaned, numbers rounded to the
//! decimals that files keep, and empty values left out.

use std::collections::BTreeMap;

use crate::shape::{Ids, ROOT, Shape};

use json::Json;
use json::visible::clean;
use measure::instrument::{first_screens, parse_for};

/// The canonical form of a questionnaire without faults.
pub(crate) fn canonical(tree: &Json) -> Json {
    let mut order = BTreeMap::new();
    let ids = [
        (Ids::Scales, "scales"),
        (Ids::Facets, "facets"),
        (Ids::Items, "items"),
    ];
    for (ids, name) in ids {
        order.insert(ids, positions(tree.get(name)));
    }
    let mut tree = ordered(tree, &ROOT, &order).unwrap_or_else(|| Json::Object(Vec::new()));
    leave_out_untranslatable(&mut tree);
    tree
}

/// The canonical file, with what the loader reads of it: indented, unless that alone makes it too large.
pub(crate) fn text(tree: &Json) -> String {
    let tree = with_first_screens(canonical(tree));
    let pretty = tree.to_pretty_text();
    if pretty.len() <= json::MAX_BYTES {
        pretty
    } else {
        tree.to_string() + "\n"
    }
}

/// A questionnaire with what its first screens show in each of its languages, if it has no faults.
fn with_first_screens(mut tree: Json) -> Json {
    let text = tree.to_string();
    let translations = match tree.get("translations") {
        Some(Json::Array(translations)) => translations.as_slice(),
        _ => &[],
    };
    let tags = [&tree].into_iter().chain(translations);
    let tags = tags.filter_map(|words| words.get("language")?.as_text());
    let first: Option<Vec<Json>> = tags
        .map(|tag| Some(first_screens(&parse_for(&text, tag).ok()?)))
        .collect();
    if let (Json::Object(fields), Some(first)) = (&mut tree, first) {
        fields.push(("first".to_owned(), Json::Array(first)));
    }
    tree
}

/// The position of each id in a list.
fn positions(list: Option<&Json>) -> BTreeMap<String, usize> {
    let Some(Json::Array(elements)) = list else {
        return BTreeMap::new();
    };
    let ids = elements.iter().enumerate();
    let ids =
        ids.filter_map(|(index, element)| Some((element.get("id")?.as_text()?.to_owned(), index)));
    ids.collect()
}

/// A value in its shape; `None` if it is empty or has another shape.
fn ordered(
    value: &Json,
    shape: &Shape,
    order: &BTreeMap<Ids, BTreeMap<String, usize>>,
) -> Option<Json> {
    Some(match (shape, value) {
        (Shape::Words(_), Json::String(text)) => Json::String(clean(text, false)),
        (Shape::Id | Shape::Version | Shape::Language | Shape::One(_), Json::String(_)) => {
            value.clone()
        }
        (Shape::Whole(_) | Shape::Points(..) | Shape::CutOff, Json::Number(number)) => {
            Json::Number(told(*number))
        }
        (Shape::List(shape, ..), Json::Array(values)) if !values.is_empty() => Json::Array(
            values
                .iter()
                .filter_map(|value| ordered(value, shape, order))
                .collect(),
        ),
        (Shape::Object(fields), Json::Object(entries)) => {
            // By a map: a file may have thousands of fields that mean nothing.
            let by_name: BTreeMap<&str, &Json> = entries
                .iter()
                .map(|(name, value)| (name.as_str(), value))
                .collect();
            let is_assumed = by_name
                .get("origin")
                .is_some_and(|origin| origin.as_text() == Some("assumed"));
            let own = fields
                .iter()
                .filter(|field| !(is_assumed && ["n", "coefficient"].contains(&field.name)));
            let own = own.filter_map(|field| {
                let value = ordered(by_name.get(field.name)?, &field.shape, order)?;
                Some((field.name.to_owned(), value))
            });
            let own: Vec<_> = own.collect();
            if own.is_empty() {
                return None;
            }
            Json::Object(own)
        }
        (Shape::ById(ids, shape), Json::Object(entries)) => {
            let known = entries.iter().filter_map(|(id, value)| {
                let position = order.get(ids)?.get(id)?;
                Some((*position, id.clone(), ordered(value, shape, order)?))
            });
            let mut known: Vec<_> = known.collect();
            known.sort_by_key(|(position, _, _)| *position);
            if known.is_empty() {
                return None;
            }
            Json::Object(
                known
                    .into_iter()
                    .map(|(_, id, value)| (id, value))
                    .collect(),
            )
        }
        _ => return None,
    })
}

/// A number as its text tells it.
fn told(number: f64) -> f64 {
    json::number::text(number).parse().unwrap_or(number)
}

/// A translation has no words for what the questionnaire itself does not have.
fn leave_out_untranslatable(tree: &mut Json) {
    let has = |name| tree.get(name).is_some();
    let missing: Vec<&str> = ["not_applicable", "pulse", "facets"]
        .into_iter()
        .filter(|name| !has(name))
        .collect();
    let Json::Object(root) = tree else {
        return;
    };
    for (name, value) in root {
        if let (true, Json::Array(translations)) = (name == "translations", value) {
            for translation in translations {
                if let Json::Object(entries) = translation {
                    entries.retain(|(name, _)| !missing.contains(&name.as_str()));
                }
            }
        }
    }
}
