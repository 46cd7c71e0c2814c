//! The commands: what they write, and what they say when they do not.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Output;

use serde_json::{Value, json};
use testing::root;

fn run(example: &str, arguments: &[&str]) -> (Option<i32>, String, String) {
    let command = testing::example(example).args(arguments).output();
    let Output {
        status,
        stdout,
        stderr,
    } = command.unwrap();
    let [stdout, stderr] = [stdout, stderr].map(|text| String::from_utf8(text).unwrap());
    (status.code(), stdout, stderr)
}

const EXPORT: &str = "crates/testing/fixtures/export.json";

fn file(name: &str, text: &str) -> PathBuf {
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    fs::write(&path, text).unwrap();
    path
}

fn tampered() -> PathBuf {
    let text = fs::read_to_string(root().join(EXPORT)).unwrap();
    let mut export: Value = serde_json::from_str(&text).unwrap();
    export["scores"]["directions"]["up"]["score"] = json!(99.5);
    file("tampered.json", &export.to_string())
}

#[test]
fn fhir_writes_a_bundle_and_nothing_where_one_result_is_refused() {
    let (code, bundle, said) = run("fhir", &[EXPORT, "--base", "https://example.org", EXPORT]);
    assert_eq!(
        (code, said.as_str()),
        (
            Some(0),
            "crates/testing/fixtures/export.json: is the same result as another file and is left out\n"
        )
    );
    let bundle: Value = serde_json::from_str(&bundle).unwrap();
    assert_eq!(bundle["resourceType"], "Bundle");
    let url = "https://example.org/Questionnaire/leadership-relationships-full";
    assert_eq!(bundle["entry"][1]["resource"]["url"], url);

    let tampered = tampered().display().to_string();
    let (code, bundle, said) = run("fhir", &[EXPORT, &tampered, "missing.json"]);
    assert_eq!((code, bundle.as_str()), (Some(2), ""));
    let expected = format!(
        "{tampered}: $.scores.directions.up.score: the file states 99.5, its answers give 75\n"
    );
    assert!(said.starts_with(&expected), "{said}");
    assert!(said.contains("\nmissing.json: "), "{said}");
    assert!(
        said.ends_with("nothing was written: 2 of 3 files cannot be used\n"),
        "{said}"
    );

    for (arguments, fault) in [
        (&[][..], "nothing to read: name the files of results\n"),
        (
            &[EXPORT, "--base", "example.org"],
            "--base: expected an address like https://example.org/fhir, of your own\n",
        ),
        (
            &[EXPORT, "--subject", "Ann"],
            "--subject: expected Patient/ID, or an address that ends so\n",
        ),
    ] {
        assert_eq!(
            run("fhir", arguments),
            (Some(2), String::new(), fault.to_owned())
        );
    }
}

#[test]
fn redcap_writes_a_dictionary_of_any_questionnaire_and_data_of_results() {
    let (code, dictionary, said) = run("redcap", &[]);
    assert_eq!((code, said.as_str()), (Some(0), ""));
    assert!(
        dictionary.contains("\r\nup_trust_1,leadership_relationships,"),
        "{dictionary}"
    );
    let (code, dictionary, _) = run("redcap", &["examples/questionnaires/listening.json"]);
    assert_eq!(code, Some(0));
    assert!(
        dictionary.contains("\r\nrecord_id,listening_one_to_one,"),
        "{dictionary}"
    );
    let (code, data, _) = run("redcap", &["--data", EXPORT]);
    assert_eq!((code, data.lines().count()), (Some(0), 2));

    let tampered = tampered().display().to_string();
    let (code, data, said) = run("redcap", &["--data", &tampered]);
    assert_eq!((code, data.as_str()), (Some(2), ""));
    assert!(
        said.ends_with("nothing was written: 1 of 1 files cannot be used\n"),
        "{said}"
    );
    let (code, _, said) = run("redcap", &[EXPORT]);
    assert_eq!(code, Some(2));
    assert!(said.starts_with(EXPORT), "{said}");
}
