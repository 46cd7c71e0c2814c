//! Whatever questionnaire the judge takes, it comes back from a sheet as it was.

use authoring::{read, to_csv, to_xlsx};
use proptest::prelude::*;
use serde_json::{Map, Value, json};

use crate::round_trip::comes_back;

/// Texts with everything that tables, spreadsheets and XML have a meaning for.
fn words(most: usize) -> impl Strategy<Value = String> {
    let odd = prop_oneof![
        Just("=1+1".to_owned()),
        Just("'-x".to_owned()),
        Just("@a; =b".to_owned()),
        Just("say \"so\", then;\tgo".to_owned()),
        Just("one\ntwo\r\n\n three ".to_owned()),
        Just("a\u{a0}b \u{200b}c\u{202e}".to_owned()),
        Just("<b>&amp;</b>".to_owned()),
        Just("_x0041_ _x005F_".to_owned()),
        Just("scale".to_owned()),
        Just("option".to_owned()),
        Just("Pulse".to_owned()),
        Just("1.0".to_owned()),
        Just("TRUE".to_owned()),
        Just("👩‍👩‍👧 می‌خواهم".to_owned()),
        Just("\u{fffd}x]]>".to_owned()),
        Just("sep=;".to_owned()),
    ];
    let plain = "[a-zA-ZäöüßéЖ中 ,;:'\"=+@-]{0,30}";
    let text = prop_oneof![2 => odd, 3 => plain.prop_map(|text| format!("x{text}"))];
    text.prop_map(move |text| text.chars().take(most).collect())
}

fn maybe(words: impl Strategy<Value = String>) -> impl Strategy<Value = Option<String>> {
    proptest::option::of(words)
}

fn ids(most: usize) -> impl Strategy<Value = Vec<String>> {
    proptest::collection::btree_set("[A-Za-z0-9._-]{1,3}|scale|option|id|[a-z]{60,64}", 1..=most)
        .prop_map(|ids| ids.into_iter().collect::<Vec<_>>())
        .prop_shuffle()
}

fn origin() -> impl Strategy<Value = Value> {
    prop_oneof![
        Just(json!({"origin": "assumed"})),
        (200_u64..100_000, 0_u32..=1_000).prop_map(|(n, share)| {
            json!({"origin": "estimated", "n": n, "coefficient": f64::from(share) / 1_000.0})
        }),
    ]
}

fn error() -> impl Strategy<Value = Option<Value>> {
    let error = (1_u32..=10_000, 1_u64..100, origin()).prop_map(|(value, items, origin)| {
        let mut error = json!({"value": f64::from(value) / 100.0, "items": items});
        error
            .as_object_mut()
            .unwrap()
            .extend(origin.as_object().unwrap().clone());
        error
    });
    proptest::option::of(error)
}

fn set(object: &mut Value, name: &str, value: Option<impl Into<Value>>) {
    if let Some(value) = value {
        object[name] = value.into();
    }
}

/// `who`, `why` and the texts per band.
fn scale_texts() -> impl Strategy<Value = Value> {
    (
        maybe(words(99)),
        maybe(words(99)),
        [maybe(words(99)), maybe(words(99)), maybe(words(99))],
    )
        .prop_map(|(who, why, bands)| {
            let mut texts = json!({});
            set(&mut texts, "who", who);
            set(&mut texts, "why", why);
            let mut about = json!({});
            for (name, text) in ["low", "middle", "high"].into_iter().zip(bands) {
                set(&mut about, name, text);
            }
            if about != json!({}) {
                texts["about"] = about;
            }
            texts
        })
}

/// What a language says beside labels: scale texts, facets' texts, squares, observers.
fn optional_words(scales: usize, facets: usize, items: usize) -> impl Strategy<Value = Language> {
    (
        proptest::collection::vec(scale_texts(), scales),
        proptest::collection::vec(maybe(words(99)), facets),
        proptest::collection::vec([maybe(words(99)), maybe(words(99))], scales * facets),
        proptest::collection::vec(maybe(words(99)), items),
    )
}

type Language = (
    Vec<Value>,
    Vec<Option<String>>,
    Vec<[Option<String>; 2]>,
    Vec<Option<String>>,
);

#[derive(Debug, Clone)]
struct Shape {
    scales: Vec<String>,
    facets: Vec<String>,
    items: Vec<String>,
    /// For each item its scale, its facet, and whether it is reversed.
    placed: Vec<(usize, Option<usize>, bool)>,
    full: Vec<usize>,
    short: Option<Vec<usize>>,
    options: usize,
    has_pulse: bool,
    has_not_applicable: bool,
}

fn shape() -> impl Strategy<Value = Shape> {
    (
        ids(4),
        prop_oneof![Just(Vec::new()), ids(3)],
        ids(8),
        2_usize..=11,
        any::<bool>(),
        any::<bool>(),
    )
        .prop_flat_map(
            |(scales, facets, items, options, has_pulse, has_not_applicable)| {
                let facet = if facets.is_empty() {
                    Just(None).boxed()
                } else {
                    proptest::option::of(0..facets.len()).boxed()
                };
                let placed =
                    proptest::collection::vec((0..scales.len(), facet, any::<bool>()), items.len());
                let all: Vec<usize> = (0..items.len()).collect();
                let full = prop_oneof![
                    Just(all.clone()),
                    proptest::sample::subsequence(all, 1..=items.len()).prop_shuffle()
                ];
                (placed, full).prop_flat_map(move |(placed, full)| {
                    let short = proptest::sample::subsequence(full.clone(), 1..=full.len());
                    let short =
                        proptest::option::of(prop_oneof![short.clone(), short.prop_shuffle()]);
                    let (scales, facets, items) = (scales.clone(), facets.clone(), items.clone());
                    short.prop_map(move |short| Shape {
                        scales: scales.clone(),
                        facets: facets.clone(),
                        items: items.clone(),
                        placed: placed.clone(),
                        full: full.clone(),
                        short,
                        options,
                        has_pulse,
                        has_not_applicable,
                    })
                })
            },
        )
}

fn squares(shape: &Shape, texts: &[[Option<String>; 2]]) -> Value {
    let mut squares = Map::new();
    for (index, [about, tip]) in texts.iter().enumerate() {
        let (scale, facet) = (
            &shape.scales[index / shape.facets.len()],
            &shape.facets[index % shape.facets.len()],
        );
        let mut square = json!({});
        set(&mut square, "about", about.clone());
        set(&mut square, "try", tip.clone());
        squares.entry(scale.clone()).or_insert_with(|| json!({}))[facet] = square;
    }
    Value::Object(squares)
}

/// Any questionnaire that the judge takes, with up to three languages.
pub(crate) fn questionnaire() -> impl Strategy<Value = Value> {
    shape().prop_flat_map(|shape| {
        let (scales, facets, items) = (shape.scales.len(), shape.facets.len(), shape.items.len());
        let texts = scales + facets + items + shape.options + 7;
        let language = move || (proptest::collection::vec(words(120), texts), optional_words(scales, facets, items));
        let measured = (error(), proptest::collection::vec((error(), error()), scales), proptest::option::of((1_u32..=10_000, origin())), proptest::option::of((1_u32..500, 500_u32..1_000)));
        let tags = proptest::sample::subsequence(vec!["de", "fr-CA", "zh-Hant"], 0..=2);
        let wording = proptest::option::of(prop_oneof![Just("draft"), Just("read_back"), Just("reviewed")]);
        (language(), tags, [language(), language()], measured, proptest::collection::vec(wording, 3)).prop_map(
            move |(own, tags, others, (facet_sem, errors, spread, bands), wordings)| {
                let mut file = worded(&shape, &own);
                file["id"] = "any.id".into();
                file["version"] = "12.0.3".into();
                file["language"] = "en".into();
                set(&mut file, "wording", wordings[0].map(|state| json!({"version": "1.2.3", "state": state})));
                let own = &own.1;
                let ids = shape.scales.iter().zip(&errors).zip(&own.0).enumerate();
                let scales = ids.map(|(index, ((id, (sem, retest)), texts))| {
                    let mut scale = json!({"label": file["scales"][id]["label"]});
                    scale.as_object_mut().unwrap().extend(texts.as_object().unwrap().clone());
                    scale["id"] = id.as_str().into();
                    set(&mut scale, "sem", sem.clone());
                    set(&mut scale, "retest", retest.clone());
                    assert!(index < shape.scales.len());
                    scale
                });
                file["scales"] = scales.collect();
                if !shape.facets.is_empty() {
                    let facets = shape.facets.iter().zip(&own.1).map(|(id, about)| {
                        let mut facet = json!({"id": id, "label": file["facets"][id]["label"]});
                        set(&mut facet, "about", about.clone());
                        facet
                    });
                    file["facets"] = facets.collect();
                }
                set(&mut file, "facet_sem", facet_sem);
                if let Some((value, origin)) = spread {
                    file["spread"] = origin;
                    file["spread"]["value"] = (f64::from(value) / 100.0).into();
                }
                set(&mut file, "bands", bands.map(|(middle, high)| json!([f64::from(middle) / 10.0, f64::from(high) / 10.0])));
                let items = shape.items.iter().zip(&shape.placed).zip(&own.3).map(|((id, (scale, facet, is_reverse)), observer)| {
                    let mut item = json!({"id": id, "scale": shape.scales[*scale], "stem": file["items"][id], "keying": if *is_reverse { "reverse" } else { "forward" }});
                    set(&mut item, "facet", facet.map(|facet| shape.facets[facet].clone()));
                    set(&mut item, "observer", observer.clone());
                    item
                });
                file["items"] = items.collect();
                let form = |form: &[usize]| -> Value { form.iter().map(|index| shape.items[*index].clone()).collect() };
                file["forms"] = json!({"full": form(&shape.full)});
                set(&mut file["forms"], "short", shape.short.as_deref().map(form));
                file.as_object_mut().unwrap().remove("observers");
                let translations: Vec<Value> = tags.iter().zip(&others).zip(&wordings[1..]).map(|((tag, other), wording)| {
                    let mut translation = worded(&shape, other);
                    translation["language"] = (*tag).into();
                    set(&mut translation, "wording", wording.map(|state| json!({"version": "0.0.1", "state": state})));
                    translation
                }).collect();
                if !translations.is_empty() {
                    file["translations"] = translations.into();
                }
                file
            },
        )
    })
}

/// The words of one language, by ids, as translations have them.
fn worded(
    shape: &Shape,
    (texts, (scales, facets, square_texts, observers)): &(Vec<String>, Language),
) -> Value {
    let mut texts = texts.iter().cloned();
    let mut next = || texts.next().unwrap();
    let mut words = json!({"title": next(), "scales": {}, "items": {}});
    for (id, own) in shape.scales.iter().zip(scales) {
        words["scales"][id] = own.clone();
        words["scales"][id]["label"] = next().into();
    }
    for (id, about) in shape.facets.iter().zip(facets) {
        words["facets"][id]["label"] = next().into();
        set(&mut words["facets"][id], "about", about.clone());
    }
    for (id, observer) in shape.items.iter().zip(observers) {
        words["items"][id] = next().into();
        set(&mut words["observers"], id, observer.clone());
    }
    if words["observers"].is_null() {
        words.as_object_mut().unwrap().remove("observers");
    }
    words["options"] = (0..shape.options).map(|_| next()).collect();
    if shape.has_not_applicable {
        words["not_applicable"] = next().into();
    }
    if shape.has_pulse {
        words["pulse"] = (0..5).map(|_| next()).collect();
    }
    if !shape.facets.is_empty() {
        words["squares"] = squares(shape, square_texts);
    }
    words
}

proptest! {
    #![proptest_config(testing::cases(60))]

    #[test]
    fn every_questionnaire_comes_back(file in questionnaire()) {
        let text = file.to_string();
        let canonical = comes_back(&text);
        // Nothing was lost: what the judge makes of it is the same, in every language.
        for tag in ["en", "de", "fr-CA", "zh-Hant"] {
            let one = measure::instrument::parse_for(&text, tag);
            let other = measure::instrument::parse_for(&canonical, tag);
            let without_squares = |text: String| text.split("squares:").next().map(str::to_owned);
            prop_assert_eq!(one.as_ref().map(|one| without_squares(format!("{one:?}"))), other.as_ref().map(|other| without_squares(format!("{other:?}"))));
        }
    }

    /// Any table of texts is read without a panic, and a good one comes back.
    #[test]
    fn any_table_is_read(rows in proptest::collection::vec(proptest::collection::vec(words(99), 3), 0..6)) {
        let mut text = "scale;statement;facet\n".to_owned();
        for row in rows {
            let cells: Vec<String> = row.iter().map(|cell| format!("\"{}\"", cell.replace('"', "\"\""))).collect();
            text += &(cells.join(";") + "\n");
        }
        let reading = read("t.csv", text.as_bytes());
        if let (true, Some(questionnaire)) = (reading.faults.is_empty(), reading.questionnaire) {
            let csv = to_csv(&questionnaire).unwrap();
            prop_assert_eq!(read("u", csv.as_bytes()).questionnaire, Some(questionnaire.clone()));
            let xlsx = to_xlsx(&questionnaire).unwrap();
            prop_assert_eq!(read("u", &xlsx).questionnaire, Some(questionnaire));
        }
    }
}
