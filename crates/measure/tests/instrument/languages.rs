//! A questionnaire in several languages, and what its owner says about its parts.

use measure::instrument::{Instrument, parse, parse_for};
use measure::response::{OptionNumber, Response};
use measure::scoring::Band;
use testing::{facet, item, scale};

const FILE: &str = r#"{
  "id": "calm", "version": "1.0.0", "language": "en", "title": "Calm",
  "scales": [
    {"id": "up", "label": "Rest", "who": "Think of your nights.", "why": "Rest comes first.", "about": {"low": "Little rest.", "high": "Much rest."}},
    {"id": "down", "label": "Pace"}
  ],
  "facets": [{"id": "trust", "label": "Nights", "about": "How you sleep."}, {"id": "repair", "label": "Days"}],
  "squares": {"up": {"trust": {"about": "Sleep.", "try": "Go to bed at ten."}}},
  "options": ["no", "yes"], "not_applicable": "skip",
  "items": [
    {"id": "a", "scale": "up", "facet": "trust", "keying": "forward", "stem": "I sleep.", "observer": "They sleep."},
    {"id": "b", "scale": "down", "keying": "forward", "stem": "I pause."}
  ],
  "forms": {"full": ["a", "b"]},
  "pulse": ["I feel seen.", "I feel heard.", "I feel trusted.", "I feel free.", "I feel helped."],
  "translations": [
    {"language": "pt-BR", "title": "Calma",
     "scales": {"up": {"label": "Descanso", "who": "Pense nas suas noites.", "why": "Primeiro o descanso."}, "down": {"label": "Ritmo"}},
     "facets": {"trust": {"label": "Noites"}, "repair": {"label": "Dias", "about": "O dia."}},
     "squares": {"up": {"trust": {"try": "Durma às dez."}}},
     "options": ["não", "sim"], "not_applicable": "pular",
     "items": {"a": "Eu durmo.", "b": "Eu paro."}, "observers": {"a": "Dorme."},
     "pulse": ["Visto.", "Ouvido.", "Confiam.", "Livre.", "Ajudado."]},
    {"language": "de", "wording": {"version": "2.0.0", "state": "read_back"}, "title": "Ruhe",
     "scales": {"up": {"label": "Rast"}, "down": {"label": "Tempo"}},
     "facets": {"trust": {"label": "Nächte"}, "repair": {"label": "Tage"}},
     "options": ["nein", "ja"], "not_applicable": "weiter",
     "items": {"a": "Ich schlafe.", "b": "Ich halte inne."},
     "pulse": ["Gesehen.", "Gehört.", "Vertraut.", "Frei.", "Gestützt."]}
  ]
}"#;

fn in_languages(wanted: &str) -> Instrument {
    parse_for(FILE, wanted).unwrap_or_else(|faults| panic!("{faults}"))
}

#[test]
fn the_first_wanted_language_that_there_is_is_chosen() {
    for (wanted, language) in [
        ("", "en"),
        ("ja", "en"),
        ("de", "de"),
        ("de-AT", "de"),
        ("DE-Latn-AT", "de"),
        ("pt-br", "pt-BR"),
        ("pt-PT", "pt-BR"),
        ("pt", "pt-BR"),
        ("ja de pt", "de"),
        ("en-GB de", "en"),
        ("p", "en"),
    ] {
        assert_eq!(in_languages(wanted).language, language, "{wanted}");
    }
}

#[test]
fn a_translation_has_every_word_and_nothing_else_of_its_own() {
    let [base, translated] = ["en", "pt"].map(in_languages);
    assert_eq!(translated.hash(), base.hash());
    assert_eq!(translated.title, "Calma");
    assert_eq!(translated.options, ["não", "sim"]);
    assert_eq!(translated.not_applicable.as_deref(), Some("pular"));
    let labels = |one: &Instrument| -> Vec<String> {
        let scales = one.scales.iter().map(|scale| scale.label.clone());
        let facets = one.facets.iter().map(|facet| facet.label.clone());
        let stems = one.items.iter().map(|item| item.stem.clone());
        scales.chain(facets).chain(stems).collect()
    };
    assert_eq!(
        labels(&translated),
        [
            "Descanso",
            "Ritmo",
            "Noites",
            "Dias",
            "Eu durmo.",
            "Eu paro."
        ]
    );
    // Without a wording of its own it is a draft of the instrument's version.
    assert_eq!(translated.wording.version, "1.0.0");
    assert_eq!(in_languages("de").wording.version, "2.0.0");
}

#[test]
fn does_not_apply_is_offered_only_with_a_label() {
    let without = FILE
        .replacen(r#", "not_applicable": "skip""#, "", 1)
        .replace(r#", "not_applicable": "weiter""#, "");
    let [with, without] = [FILE, &without]
        .map(|text| parse_for(text, "pt").unwrap_or_else(|faults| panic!("{faults}")));
    assert!(with.offers(Response::NotApplicable));
    assert!(!without.offers(Response::NotApplicable));
    assert!(without.offers(Response::Chosen(OptionNumber::ALL[1])));
    // What a file offers nobody, a translation of it does not bring.
    assert_eq!(without.not_applicable, None);
    assert_ne!(with.hash(), without.hash());
}

#[test]
fn a_questionnaire_without_facets_is_translated_without_them() {
    let text = r#"{"id": "calm", "version": "1.0.0", "language": "en", "title": "Calm",
        "scales": [{"id": "up", "label": "Rest"}], "options": ["no", "yes"],
        "items": [{"id": "a", "scale": "up", "keying": "forward", "stem": "I sleep."}],
        "forms": {"full": ["a"]},
        "translations": [{"language": "de", "title": "Ruhe", "scales": {"up": {"label": "Rast"}},
            "options": ["nein", "ja"], "items": {"a": "Ich schlafe."}}]}"#;
    let german = parse_for(text, "de").unwrap_or_else(|faults| panic!("{faults}"));
    assert_eq!((german.title.as_str(), german.facets.len()), ("Ruhe", 0));
}

#[test]
fn a_pulse_is_translated_whole() {
    let pulse = |wanted: &str| in_languages(wanted).pulse.map(|pulse| pulse.join(" "));
    assert_eq!(
        pulse("de").as_deref(),
        Some("Gesehen. Gehört. Vertraut. Frei. Gestützt.")
    );
    let english = "I feel seen. I feel heard. I feel trusted. I feel free. I feel helped.";
    assert_eq!(pulse("en").as_deref(), Some(english));
}

#[test]
fn the_owner_s_texts_are_those_of_the_language() {
    let base = in_languages("en");
    assert_eq!(
        [base.own_who(scale(0)), base.own_who(scale(1))],
        [Some("Think of your nights."), None]
    );
    assert_eq!(base.own_why(scale(0)), Some("Rest comes first."));
    assert_eq!(base.own_why(scale(1)), None);
    let bands =
        [Band::Low, Band::Middle, Band::High].map(|band| base.own_about_band(scale(0), band));
    assert_eq!(bands, [Some("Little rest."), None, Some("Much rest.")]);
    assert_eq!(
        [base.own_facet(facet(0)), base.own_facet(facet(1))],
        [Some("How you sleep."), None]
    );
    assert_eq!(
        [base.own_construct(item(0)), base.own_construct(item(1))],
        [Some("Sleep."), None]
    );
    assert_eq!(
        [base.own_move(item(0)), base.own_move(item(1))],
        [Some("Go to bed at ten."), None]
    );

    // What a translation leaves out is left out, not shown in another language.
    let translated = in_languages("pt");
    assert_eq!(translated.own_who(scale(0)), Some("Pense nas suas noites."));
    assert_eq!(in_languages("de").own_who(scale(0)), None);
    assert_eq!(translated.own_why(scale(0)), Some("Primeiro o descanso."));
    assert_eq!(translated.own_about_band(scale(0), Band::Low), None);
    assert_eq!(
        [
            translated.own_facet(facet(0)),
            translated.own_facet(facet(1))
        ],
        [None, Some("O dia.")]
    );
    assert_eq!(translated.own_construct(item(0)), None);
    assert_eq!(translated.own_move(item(0)), Some("Durma às dez."));
}

#[test]
fn only_the_shipped_questionnaire_has_squares_that_the_program_knows() {
    let own = in_languages("en");
    assert!(!own.has_shipped_texts());
    assert_eq!(own.square(item(0)), None);
    let shipped = parse(measure::instrument::SHIPPED).unwrap();
    assert!(shipped.has_shipped_texts());
    assert_eq!(shipped.square(item(0)).as_deref(), Some("up.trust"));
}

#[test]
fn every_fault_of_every_translation_is_reported_with_its_place() {
    for (from, to, expected) in [
        (
            r#""title": "Calma","#,
            "",
            "$.translations[0].title: is missing; expected a text",
        ),
        (
            r#""Eu durmo.""#,
            "7",
            "$.translations[0].items.a: expected a text, found a number",
        ),
        (
            r#""b": "Eu paro.""#,
            r#""c": "Eu paro.""#,
            "$.translations[0].items.b: is missing; expected a text",
        ),
        (
            r#"["não", "sim"]"#,
            r#"["não", "?", "sim"]"#,
            "$.translations[0].options: needs 2 entries",
        ),
        (
            r#""language": "de""#,
            r#""language": "PT-br""#,
            "$.translations[1].language: appears twice",
        ),
        (
            r#""language": "de""#,
            r#""language": "d e""#,
            "$.translations[1].language: \"d e\" is not a language tag like \"en\"",
        ),
        (
            r#"{"label": "Tage"}"#,
            r#""Tage""#,
            "$.translations[1].facets.repair: expected an object, found a text",
        ),
        (
            r#", "down": {"label": "Ritmo"}"#,
            "",
            "$.translations[0].scales.down: is missing; expected an object",
        ),
        (
            r#""squares": {"up": {"trust": {"try""#,
            r#""squares": {"us": {"trust": {"try""#,
            "$.translations[0].squares.us: nothing has the id \"us\"",
        ),
        (
            r#""squares": {"up": {"trust": {"about""#,
            r#""squares": {"up": {"rest": {"about""#,
            "$.squares.up.rest: nothing has the id \"rest\"",
        ),
        (
            r#""try": "Go to bed at ten.""#,
            r#""try": " ""#,
            "$.squares.up.trust.try: is empty",
        ),
        (
            r#""why": "Rest comes first.""#,
            r#""why": 1"#,
            "$.scales[0].why: expected a text, found a number",
        ),
        (
            r#""about": {"low": "Little rest.", "high": "Much rest."}"#,
            r#""about": "Rest.""#,
            "$.scales[0].about: expected an object, found a text",
        ),
        (
            r#""observer": "They sleep.""#,
            r#""observer": """#,
            "$.items[0].observer: is empty",
        ),
        (
            r#""I feel seen.""#,
            "1",
            "$.pulse[0]: expected a text, found a number",
        ),
        (r#""I feel seen.", "#, "", "$.pulse: needs 5 entries"),
        (
            r#""Gesehen.", "#,
            "",
            "$.translations[1].pulse: needs 5 entries",
        ),
        (
            r#""pulse": ["Gesehen.""#,
            r#""poll": ["Gesehen.""#,
            "$.translations[1].pulse: is missing; expected a list",
        ),
        (
            r#"{"a": "Dorme."}"#,
            r#"{"a": "", "c": "Dorme."}"#,
            "$.translations[0].observers.a: is empty\n$.translations[0].observers.c: nothing has the id \"c\"",
        ),
        (
            r#", "not_applicable": "weiter""#,
            "",
            "$.translations[1].not_applicable: is missing; expected a text",
        ),
        (
            r#""who": "Think of your nights.""#,
            r#""who": """#,
            "$.scales[0].who: is empty",
        ),
        (
            r#""items": {"a": "Ich"#,
            r#""texts": {"a": "Ich"#,
            "$.translations[1].items: is missing; expected an object",
        ),
        (
            r#""facets": {"#,
            r#""themes": {"#,
            "$.translations[0].facets: is missing; expected an object",
        ),
        // Whatever is wrong elsewhere, translations and squares are judged at once.
        (
            r#""title": "Calm",
  "scales": [
    {"id": "up", "label": "Rest", "who": "Think of your nights.", "why": "Rest comes first.", "about": {"low": "Little rest.", "high": "Much rest."}},
    {"id": "down", "label": "Pace"}
  ],
  "facets": [{"id": "trust", "label": "Nights", "about": "How you sleep."}, {"id": "repair", "label": "Days"}],
  "squares": {"up": {"trust": {"about": "Sleep.", "try": "Go to bed at ten."}}}"#,
            r#""scales": [{"id": "up", "label": "Rest"}, {"id": "down", "label": "Pace"}],
  "facets": [{"id": "trust", "label": "Nights"}, {"id": "repair", "label": "Days"}],
  "squares": {"up": {"trust": {"about": "", "try": "Go to bed at ten."}}, "left": {}}"#,
            "$.title: is missing; expected a text\n$.squares.up.trust.about: is empty\n$.squares.left: nothing has the id \"left\"",
        ),
        // What is at fault in the file's own language is no second fault in another.
        (
            r#""options": ["no", "yes"], "#,
            "",
            "$.options: is missing; expected a list",
        ),
        (
            r#"{"id": "a", "scale""#,
            r#"{"id": "a a", "scale""#,
            "$.items[0].id: \"a a\" is not an id",
        ),
        (
            "Eu durmo.",
            &"a".repeat(501),
            "$.translations[0].items.a: is longer than 500 characters",
        ),
        (
            "Descanso",
            &"a".repeat(121),
            "$.translations[0].scales.up.label: is longer than 120 characters",
        ),
        (
            "Sleep.",
            &"a".repeat(1_001),
            "$.squares.up.trust.about: is longer than 1000 characters",
        ),
    ] {
        let text = FILE.replacen(from, to, 1);
        assert_ne!(text, FILE, "{from}");
        // The language that is wanted is without a fault.
        assert_eq!(parse_for(&text, "en").unwrap_err().to_string(), expected);
    }
}
