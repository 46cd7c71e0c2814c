//! The reader of the shipped questionnaire takes what the build has written, and nothing that is written otherwise.

use measure::instrument::{SHIPPED, parse, shipped};

/// The file as the build writes it: with the hash of what is in it.
fn built() -> String {
    let hash = parse(SHIPPED).unwrap().hash();
    let text = SHIPPED.replacen('{', &format!("{{\"hash\":\"{hash}\","), 1);
    json::parse(&text).unwrap().to_string()
}

#[test]
fn a_tree_with_another_kind_of_value_somewhere_is_none() {
    let built = built();
    assert!(shipped(&json::parse(&built).unwrap()).is_some());
    for (from, to) in [
        (r#""full":["#, r#""full":"all","other":["#),
        (r#""full":["#, r#""full":["no-such-item","#),
        (r#""full":["#, r#""full":[7,"#),
        (r#""bands":[50,75]"#, r#""bands":50"#),
        (r#""bands":[50,75]"#, r#""bands":[50]"#),
        (r#""bands":[50,75]"#, r#""bands":[50,75,90]"#),
        (r#""bands":[50,75]"#, r#""bands":[50,"75"]"#),
        (r#""bands":[50,75]"#, r#""bands":[75,50]"#),
        (r#""scales":["#, r#""scales":3,"other":["#),
        (r#""scales":["#, r#""scales":["up","#),
        (r#""facets":["#, r#""facets":{},"other":["#),
        (r#""items":["#, r#""items":36,"other":["#),
        (r#""options":["#, r#""options":5,"other":["#),
        (r#""options":["#, r#""options":[1,"#),
        (r#""value":7"#, r#""value":"7""#),
        (r#""items":12"#, r#""items":"12""#),
        // Estimated, it says, and not from how many people.
        (r#""origin":"assumed""#, r#""origin":"estimated""#),
        (r#""keying":"forward""#, r#""keying":"backward""#),
        (r#""scale":"up""#, r#""scale":"left""#),
        (r#""facet":"trust""#, r#""facet":"tact""#),
        (r#""state":"draft""#, r#""state":"ready""#),
    ] {
        let text = built.replacen(from, to, 1);
        assert_ne!(text, built, "{from}: nothing to replace");
        let tree = json::parse(&text).unwrap();
        assert_eq!(shipped(&tree), None, "{to}");
    }
}
