//! The texts that belong to the questionnaire: there is one for each of its squares, scales, facets
//! and items, and none for anything else.

use measure::scoring::Band;
use testing::shipped;

use super::english;

/// The keys of the squares of the grid, as in "up.trust", in the order of the questionnaire.
pub(crate) fn squares() -> Vec<String> {
    let instrument = shipped();
    let scales = instrument.scales.iter();
    let squares = scales.flat_map(|scale| {
        let facets = instrument.facets.iter();
        facets.map(move |facet| format!("{}.{}", scale.id, facet.id))
    });
    squares.collect()
}

#[test]
fn texts_belong_to_the_questionnaire_and_lack_nothing_of_it() {
    let language = english();
    let instrument = shipped();
    let scales = instrument.scales.iter().map(|scale| scale.id.to_string());
    let facets = instrument.facets.iter().map(|facet| facet.id.to_string());
    let items: Vec<String> = instrument
        .items
        .iter()
        .map(|item| item.id.to_string())
        .collect();
    let (scales, facets): (Vec<_>, Vec<_>) = (scales.collect(), facets.collect());

    for name in [
        "results.construct",
        "act.move_title",
        "results.move_about",
        "act.move_says",
        "act.move_opener",
    ] {
        assert_eq!(language.ids(name), squares(), "{name}");
    }
    let bands = scales.iter().flat_map(|scale| {
        let bands = Band::ALL.iter().map(|band| band.as_str());
        bands.map(move |band| format!("{scale}.{band}"))
    });
    assert_eq!(
        language.ids("results.band_about"),
        bands.collect::<Vec<_>>()
    );
    for name in ["results.why", "audit.frame_who", "audit.scale_about"] {
        assert_eq!(language.ids(name), scales, "{name}");
    }
    for name in ["results.facet", "results.facet_covers"] {
        assert_eq!(language.ids(name), facets, "{name}");
    }
    assert_eq!(language.ids("observer.statement"), items);
    assert_eq!(
        language.ids("pulse.statement"),
        ["seen", "heard", "trusted", "free", "helped"]
    );
}

#[test]
fn the_answer_frame_explains_the_options_as_they_are_labelled() {
    let language = english();
    let often = format!("“{}” means", shipped().options[3]);
    assert!(language.text("audit.frame_often").starts_with(&often));
    for kind in ["a manager", "a board", "an owner"] {
        assert!(
            language.text("audit.frame_who[up]").contains(kind),
            "{kind}"
        );
    }
}
