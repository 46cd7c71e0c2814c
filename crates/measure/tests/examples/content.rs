//! What each example shows of the format.

use std::collections::BTreeSet;

use measure::instrument::{FacetIndex, FormName, Instrument, ItemIndex, Keying, ScaleIndex};
use measure::response::Response;
use measure::scoring::{Band, CutOffs};

use crate::{EXAMPLES, example, example_in, observers, text, written};

/// The number of items in each scale of a form.
fn per_scale(instrument: &Instrument, form: FormName) -> Vec<usize> {
    let form = instrument.form(form).expect("the form exists");
    let of = |scale| {
        let items = form.iter().map(|item| &instrument.items[item.get()]);
        items.filter(|item| item.scale == scale).count()
    };
    ScaleIndex::all(&instrument.scales).map(of).collect()
}

#[test]
fn every_file_of_the_folder_is_an_example_that_is_read() {
    let folder = testing::root().join("examples/questionnaires");
    let files = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path());
    let names: BTreeSet<String> = files
        .filter(|path| {
            path.extension()
                .is_some_and(|extension| extension == "json")
        })
        .map(|path| path.file_stem().unwrap().to_string_lossy().into_owned())
        .collect();
    assert_eq!(names, EXAMPLES.map(String::from).into());
    let ids: BTreeSet<String> = EXAMPLES.map(|name| example(name).id.to_string()).into();
    assert_eq!(ids.len(), EXAMPLES.len());
    assert!(!ids.contains("leadership-relationships"));
}

#[test]
fn listening_has_one_scale_without_facets() {
    let instrument = example("listening");
    assert_eq!(per_scale(&instrument, FormName::Full), [8]);
    assert_eq!(instrument.options.len(), 5);
    assert!(instrument.facets.is_empty());
    assert_eq!(instrument.cut_offs, CutOffs::THIRDS);
    assert_eq!(instrument.form(FormName::Short), None);
}

#[test]
fn project_habits_has_five_scales_seven_options_and_two_forms() {
    let instrument = example("project-habits");
    assert_eq!(per_scale(&instrument, FormName::Full), [5; 5]);
    assert_eq!(per_scale(&instrument, FormName::Short), [3; 5]);
    assert_eq!(instrument.options.len(), 7);
    assert!(instrument.facets.is_empty());
    assert_eq!(instrument.cut_offs, CutOffs::THIRDS);
}

#[test]
fn handing_over_is_one_measure_in_two_languages() {
    let (english, german) = (example("handing-over"), example_in("handing-over", "de-AT"));
    assert_eq!(
        (english.language.as_str(), german.language.as_str()),
        ("en", "de")
    );
    assert_eq!(english.hash(), german.hash());
    assert_eq!(per_scale(&english, FormName::Full), [6, 6]);
    assert_eq!(english.cut_offs.points(), [37.5, 62.5]);
    for (one, other) in english.items.iter().zip(&german.items) {
        assert_ne!(one.stem, other.stem);
    }
    for instrument in [&english, &german] {
        assert_eq!(instrument.not_applicable, None);
        assert!(!instrument.offers(Response::NotApplicable));
        assert_eq!(instrument.form(FormName::Short), None);
    }
}

/// Two items in each square, and for each square what it asks about and something to try.
#[test]
fn handing_over_has_texts_for_every_square() {
    for language in ["en", "de"] {
        let instrument = example_in("handing-over", language);
        let mut squares = Vec::new();
        for (index, item) in ItemIndex::enumerate(&instrument.items) {
            let facet = item.facet.expect("every item has a facet");
            squares.push((item.scale.get(), facet.get()));
            assert!(instrument.own_construct(index).is_some(), "{}", item.id);
            assert!(instrument.own_move(index).is_some(), "{}", item.id);
        }
        squares.sort_unstable();
        let twice = (0..2).flat_map(|scale| (0..3).flat_map(move |facet| [(scale, facet); 2]));
        assert_eq!(squares, twice.collect::<Vec<_>>());
        for facet in FacetIndex::all(&instrument.facets) {
            assert!(instrument.own_facet(facet).is_some());
        }
    }
}

/// What others are asked, in each of the two languages.
#[test]
fn handing_over_has_words_for_those_who_work_with_the_leader() {
    let file = written("handing-over");
    let ids: BTreeSet<String> = example("handing-over")
        .items
        .iter()
        .map(|item| item.id.to_string())
        .collect();
    let translated = file["translations"][0]["observers"].as_object().unwrap();
    assert_eq!(translated.keys().cloned().collect::<BTreeSet<_>>(), ids);
    for (language, leader) in [("en", "this leader"), ("de", "diese")] {
        let pulse = example_in("handing-over", language).pulse.unwrap();
        let observers = observers(&file, language);
        assert_eq!(observers.len(), ids.len());
        for statement in pulse.iter().chain(&observers) {
            assert!(statement.to_lowercase().contains(leader), "{statement}");
        }
    }
}

/// Every scale says whom or what it is about, why it matters, and something for each band.
#[test]
fn every_scale_has_its_texts_in_every_language() {
    for (name, language) in [
        ("listening", "en"),
        ("project-habits", "en"),
        ("handing-over", "en"),
        ("handing-over", "de"),
    ] {
        let instrument = example_in(name, language);
        for (index, scale) in ScaleIndex::enumerate(&instrument.scales) {
            assert!(instrument.own_who(index).is_some(), "{}", scale.id);
            assert!(instrument.own_why(index).is_some(), "{}", scale.id);
            for band in Band::ALL {
                let about = instrument.own_about_band(index, band);
                assert!(about.is_some(), "{}", scale.id);
            }
        }
    }
}

/// Some of each scale's statements count the other way, in every form, and never most of them.
#[test]
fn from_a_fifth_to_two_fifths_of_each_scale_are_reversed() {
    for name in EXAMPLES {
        let instrument = example(name);
        for form in [FormName::Full, FormName::Short] {
            let items = instrument.form(form).unwrap_or_default();
            let items: Vec<_> = items
                .iter()
                .map(|item| &instrument.items[item.get()])
                .collect();
            for scale in ScaleIndex::all(&instrument.scales).filter(|_| !items.is_empty()) {
                let of_scale = items.iter().filter(|item| item.scale == scale);
                let all = of_scale.clone().count();
                let reversed = of_scale
                    .filter(|item| item.keying == Keying::Reverse)
                    .count();
                assert!(
                    reversed * 5 >= all && reversed * 5 <= all * 2,
                    "{name}: {reversed} of {all} in {}",
                    instrument.scales[scale.get()].id
                );
            }
        }
    }
}

#[test]
fn no_text_has_typewriter_quotes() {
    for name in EXAMPLES {
        let file = text(name);
        assert!(!file.contains('\'') && !file.contains("\\\""), "{name}");
    }
}
