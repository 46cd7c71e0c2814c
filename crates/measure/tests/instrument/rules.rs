//! Holds the shipped questionnaire to its rules of structure: what is asked, in which order, and
//! which way each item points.

use std::collections::BTreeMap;

use measure::instrument::{FormName, Instrument, Keying};
use testing::shipped;

const DIRECTIONS: [&str; 3] = ["up", "across", "down"];
const FACETS: [&str; 6] = [
    "trust",
    "candour",
    "alignment",
    "stewardship",
    "presence",
    "repair",
];

/// The ids of the given rounds of a direction's facets, in the order in which they are asked.
fn ids(rounds: &[u8]) -> Vec<String> {
    let mut ids = Vec::new();
    for direction in DIRECTIONS {
        for round in rounds {
            ids.extend(FACETS.map(|facet| format!("{direction}-{facet}-{round}")));
        }
    }
    ids
}

fn form_ids(instrument: &Instrument, form: FormName) -> Vec<String> {
    let items = instrument.form(form).expect("both forms ship");
    items
        .iter()
        .map(|index| instrument.items[index.get()].id.to_string())
        .collect()
}

#[test]
fn it_has_three_directions_and_six_facets_in_order() {
    let instrument = shipped();
    assert_eq!(instrument.id.as_str(), "leadership-relationships");
    assert_eq!(instrument.language, "en");
    let scales: Vec<&str> = instrument.scales.iter().map(|s| s.id.as_str()).collect();
    assert_eq!(scales, DIRECTIONS);
    let facets: Vec<&str> = instrument.facets.iter().map(|f| f.id.as_str()).collect();
    assert_eq!(facets, FACETS);
}

#[test]
fn it_has_36_items_two_per_cell_in_the_order_of_the_full_form() {
    let instrument = shipped();
    let expected = ids(&[1, 2]);
    assert_eq!(expected.len(), 36);
    let items: Vec<String> = instrument.items.iter().map(|i| i.id.to_string()).collect();
    assert_eq!(items, expected);
    assert_eq!(form_ids(&instrument, FormName::Full), expected);
}

#[test]
fn the_short_form_takes_the_first_item_of_each_cell() {
    let short = form_ids(&shipped(), FormName::Short);
    assert_eq!(short, ids(&[1]));
    assert_eq!(short.len(), 18);
}

#[test]
fn every_item_measures_what_its_id_says() {
    let instrument = shipped();
    for item in &instrument.items {
        let scale = &instrument.scales[item.scale.get()].id;
        let facet = &instrument.facets[item.facet.expect("every item has a facet").get()].id;
        let cell = format!("{scale}-{facet}-");
        let round = item.id.as_str().strip_prefix(&cell);
        assert!(matches!(round, Some("1" | "2")), "{} is in {cell}", item.id);
    }
}

#[test]
fn per_direction_two_items_are_reverse_one_of_them_in_the_short_form() {
    let instrument = shipped();
    for (index, direction) in DIRECTIONS.iter().enumerate() {
        let reverse = |form| {
            let items = instrument.form(form).unwrap().iter();
            items
                .map(|item| &instrument.items[item.get()])
                .filter(|item| item.scale.get() == index && item.keying == Keying::Reverse)
                .count()
        };
        assert_eq!(reverse(FormName::Full), 2, "{direction}");
        assert_eq!(reverse(FormName::Short), 1, "{direction}");
    }
}

#[test]
fn reverse_items_spread_over_the_facets() {
    let mut per_facet = BTreeMap::new();
    let instrument = shipped();
    for item in &instrument.items {
        if item.keying == Keying::Reverse {
            *per_facet.entry(item.facet).or_insert(0) += 1;
        }
    }
    // Six reverse items, six facets of six items: a facet with three would lean on them.
    assert!(per_facet.values().all(|count| *count <= 2), "{per_facet:?}");
}

/// Exported results carry this hash and are read again only under the same one. If a change makes
/// this test fail, the change made a new edition of the instrument: raise its `version`, then pin
/// the new hash here. Wording is not part of the hash and may be mended under a patch version.
#[test]
fn its_identity_is_pinned_to_its_version() {
    let instrument = shipped();
    assert_eq!(instrument.version, "1.0.0");
    assert_eq!(instrument.hash(), "fnv1a64:8a1213e9afffa6e8");
}
